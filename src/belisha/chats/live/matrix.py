"""Matrix, as an application service of a Synapse homeserver: it pushes every event of its own users' rooms.

Synapse repeats a transaction, and holds the later ones back, until it is answered with 200: an outage loses nothing.
By spec.matrix.org, "Application Service API", v1.11.
"""

import asyncio
import contextlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.matrix_events import APP, event_in, facts_of_event, refers_to, said_in
from belisha.chats.shapes import json_in
from belisha.chats.signatures import same_text
from belisha.chats.times import unix
from belisha.chats.told_children import ToldChild
from belisha.errors import Unreadable
from belisha.model import Fact, Relation
from belisha.notices import ChildAnswer, Notice
from belisha.settings import secret

_quoted = partial(quote, safe="")
_LOG = logging.getLogger(__name__)
_ANSWER_KEYS = {"event", "told"}
_MARK = "org.belisha.notice"
_ALONE: dict[str, Any] = {
    "preset": "private_chat",
    "visibility": "private",
    "is_direct": True,
    "creation_content": {"m.federate": False},
    # The child can write and react; nobody but the bot can let anybody in or change anything.
    "power_level_content_override": {"invite": 100, "state_default": 100, "events_default": 0, "kick": 100, "ban": 100},
    "initial_state": [
        {"type": "m.room.history_visibility", "content": {"history_visibility": "invited"}},
        {"type": "m.room.guest_access", "content": {"guest_access": "forbidden"}},
    ],
}
"""A room of the bot and one child, which never leaves this homeserver and into which the child cannot be followed."""


class MatrixSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A homeserver in which an application service is registered; docs/sources.md shows both sides.

    Attributes:
        server_name: what stands behind the colon in its users' names.
        homeserver: address at which the client-server interface of the homeserver answers.
        registration: ``id`` of the registration; with it we ask, after an outage of ours, for what was held back.
        bot: localpart of the account that writes notices: ``sender_localpart`` of the registration.
        bot_name: the name that children see.
        joins_for_child: let the child into the notice's room at once, as the application service may; else the child
            must accept an invitation before it can read the notice.
        as_token_env: environment variable with ``as_token`` of the registration.
        hs_token_env: environment variable with ``hs_token`` of the registration.
    """

    server_name: str
    homeserver: str = "http://127.0.0.1:8008"
    registration: str = "belisha"
    bot: str = "belisha"
    bot_name: str = "Belisha"
    joins_for_child: bool = True
    as_token_env: str = "BELISHA_MATRIX_AS_TOKEN"  # noqa: S105 - the name of a variable
    hs_token_env: str = "BELISHA_MATRIX_HS_TOKEN"  # noqa: S105 - the name of a variable


class Matrix(LiveSource):
    """Messages, new wordings, redactions, invitations and members; of encrypted messages only that they were sent."""

    app = APP
    Settings = MatrixSettings
    checked_on = "Synapse 1.163.2, two people chatting on a real server, November 2026"
    pushes = True

    def open(self, settings: MatrixSettings, kept: Kept) -> Connection:
        return _Appservice(settings, kept)

    def decode(self, frame: Frame) -> Iterator[Fact | Relation | ChildAnswer]:
        body = frame.body
        if not isinstance(body, dict):
            raise Unreadable("not an event", place=frame.place)
        if body.keys() != _ANSWER_KEYS:  # an event of a server always has more
            yield from facts_of_event(event_in(body, frame.place), self.provenance(frame))
            return
        told, event = ToldChild.shown(body["told"], frame.place), event_in(body["event"], frame.place)
        answer = told.answer(said_in(event), APP, refers_to(event), unix(event.origin_server_ts, 1e3))
        if answer is not None:
            yield answer


class _Appservice(Connection):
    def __init__(self, settings: MatrixSettings, kept: Kept) -> None:
        self._settings = settings
        self._kept = kept
        self._hs_token = secret(settings.hs_token_env)
        self._homeserver = _Homeserver(settings.homeserver, secret(settings.as_token_env))
        self._bot = f"@{settings.bot}:{settings.server_name}"
        self._one_notice = asyncio.Lock()

    async def __aenter__(self) -> Self:
        await self._homeserver.open()
        self._asking = asyncio.create_task(self._ask_for_what_was_held_back())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._asking.cancel()
        await self._homeserver.close()

    async def _ask_for_what_was_held_back(self) -> None:
        """Says that we are here again; else Synapse tries again only after a pause that doubles up to eight minutes."""
        pause = 0.5
        while not await self._homeserver.is_reaching_us(self._settings.registration):
            await asyncio.sleep(pause)
            pause = min(2 * pause, 60)

    async def receive(self, request: Request) -> Reply:
        if not same_text(_token_of(request), self._hs_token):
            return _refused(403, "M_FORBIDDEN")
        what, _, rest = request.path.strip("/").removeprefix("_matrix/app/v1/").partition("/")
        if request.method == "PUT" and what == "transactions" and rest:
            return Reply(tuple(self._frames(request, rest)))
        known = (request.method, what, rest) in {("POST", "ping", ""), ("GET", "users", self._bot)}
        return Reply() if known else _refused(404, "M_NOT_FOUND")

    def _frames(self, request: Request, transaction: str) -> Iterator[Frame]:
        place = f"transaction {transaction}"
        try:
            held = json_in(request.body, place)
        except Unreadable:
            held = None
        events = held.get("events") if isinstance(held, dict) else None
        if not isinstance(events, list):
            # Refusing it would make the server repeat it for ever and send nothing else: it is kept as unreadable.
            events = [request.body.decode("utf-8", "backslashreplace")]
        for number, event in enumerate(events, start=1):
            body = self._unless_own(event)
            if body is not None:
                yield Frame(body, f"{place} event {number}", self._settings.server_name, request.received_at)

    def _unless_own(self, event: Any) -> Any:  # noqa: ANN401 - any JSON
        """An event as it is to be watched; the child's part of a notice's room with the notices; nothing of the bot."""
        room = event.get("room_id") if isinstance(event, dict) else None
        account = self._kept.get(f"room {room}") if isinstance(room, str) else ""
        if isinstance(event, dict) and self._bot in (event.get("sender"), event.get("state_key")):
            return None
        if not account:
            return event
        if event.get("sender") != account or event.get("type") not in {"m.room.message", "m.reaction"}:
            return None
        told = ToldChild.recalled(self._kept.get(f"child {account}"), account)
        return {"event": event, "told": msgspec.to_builtins(told)}

    async def acknowledge(self, frame: Frame) -> None:
        """Shows the choices once more when a child wrote to the bot what is none of them."""
        if not isinstance(frame.body, dict) or frame.body.keys() != _ANSWER_KEYS:
            return
        event, told = frame.body["event"], ToldChild.shown(frame.body["told"], frame.place)
        with contextlib.suppress(Unreadable):
            if event["type"] == "m.room.message" and not list(Matrix().decode(frame)) and told.notices:
                await self._homeserver.say(event["room_id"], f"again {event['event_id']}", {"body": told.choices()})

    async def warn(self, notice: Notice) -> bool:
        """Writes into the room of the bot and this child; a child of another homeserver cannot be told in private.

        Raises:
            OSError: when the homeserver is away or refuses; the same notice can be tried again and comes only once.
        """
        if not notice.account.endswith(f":{self._settings.server_name}"):
            return False
        async with self._one_notice:
            told = ToldChild.recalled(self._kept.get(f"child {notice.account}"), notice.account)
            if not told.place or not await self._homeserver.is_alone_in(told.place, self._bot, notice.account):
                told = await self._new_room(told)
            await self._let_in(told)
            mark = {_MARK: {"id": notice.id, "light": notice.light.word}}
            number = await self._homeserver.say(told.place, notice.id, {"body": notice.text, **mark})
            self._kept.put(f"child {notice.account}", told.after(notice, number).written)
        return True

    async def _new_room(self, told: ToldChild) -> ToldChild:
        await self._homeserver.register(self._settings.bot, self._bot, self._settings.bot_name)
        room = await self._homeserver.create_room({**_ALONE, "name": self._settings.bot_name})
        # Remembered before anybody is let in, so that no word of it is ever taken for a chat.
        self._kept.put(f"room {room}", told.account)
        told = ToldChild(told.account, room, told.notices)
        self._kept.put(f"child {told.account}", told.written)
        return told

    async def _let_in(self, told: ToldChild) -> None:
        standing = await self._homeserver.membership(told.place, told.account)
        if standing not in {"invite", "join"}:
            await self._homeserver.invite(told.place, told.account)
        if standing != "join" and self._settings.joins_for_child:
            await self._homeserver.join(told.place, told.account)


class _Homeserver:
    """The few things that a bot asks of a homeserver, by the client-server interface."""

    def __init__(self, address: str, token: str) -> None:
        self._address = address.rstrip("/")
        self._token = token
        self._client: Any = None

    async def open(self) -> None:
        import httpx  # noqa: PLC0415 - belongs to the extra "serve", without which this source is still listed

        self._client = httpx.AsyncClient(
            base_url=f"{self._address}/_matrix/client/",
            headers={"Authorization": f"Bearer {self._token}"},
            trust_env=False,
            timeout=20,
        )

    async def close(self) -> None:
        await self._client.aclose()

    async def is_reaching_us(self, registration: str) -> bool:
        """Lets the homeserver try whether it reaches us; when it does, it sends what it holds back."""
        try:
            await self._ask("POST", f"v1/appservice/{_quoted(registration)}/ping", {})
        except OSError as error:
            _LOG.info("Not reached by the homeserver yet: %s", error)
            return False
        return True

    async def register(self, localpart: str, account: str, name: str) -> None:
        """Makes the bot's account, unless it is there."""
        wanted = {"type": "m.login.application_service", "username": localpart, "inhibit_login": True}
        await self._ask("POST", "v3/register", wanted, allowed=["M_USER_IN_USE"])
        await self._ask("PUT", f"v3/profile/{_quoted(account)}/displayname", {"displayname": name})

    async def create_room(self, wanted: Mapping[str, Any]) -> str:
        """Makes a room; gives its number."""
        return str((await self._ask("POST", "v3/createRoom", wanted))["room_id"])

    async def is_alone_in(self, room: str, bot: str, child: str) -> bool:
        """Whether a room is still there, and nobody but these two is in it or invited."""
        answer = await self._ask("GET", f"v3/rooms/{_quoted(room)}/members", allowed=["M_FORBIDDEN", "M_NOT_FOUND"])
        gone = {"leave", "ban"}
        present = {each["state_key"] for each in answer.get("chunk", ()) if each["content"]["membership"] not in gone}
        return bot in present and present <= {bot, child}

    async def membership(self, room: str, account: str) -> str:
        """``join``, ``invite``, ``leave`` or ``ban``; empty when the account was never there."""
        path = f"v3/rooms/{_quoted(room)}/state/m.room.member/{_quoted(account)}"
        return str((await self._ask("GET", path, allowed=["M_NOT_FOUND"])).get("membership", ""))

    async def invite(self, room: str, account: str) -> None:
        """Invites into a room, as a talk of two."""
        content = {"membership": "invite", "is_direct": True}
        await self._ask("PUT", f"v3/rooms/{_quoted(room)}/state/m.room.member/{_quoted(account)}", content)

    async def join(self, room: str, account: str) -> None:
        """Accepts the invitation for an account; nothing else is ever done in its name."""
        await self._ask("POST", f"v3/join/{_quoted(room)}?user_id={_quoted(account)}", {})

    async def say(self, room: str, once: str, content: Mapping[str, Any]) -> str:
        """Writes as the bot; gives the number of the message. The same ``once`` writes only once.

        Not as ``m.notice``: clients show no notification for that, and a warning that nobody sees warns nobody.
        """
        path = f"v3/rooms/{_quoted(room)}/send/m.room.message/{_quoted(once)}"
        return str((await self._ask("PUT", path, {"msgtype": "m.text", **content}))["event_id"])

    async def _ask(
        self, method: str, path: str, content: Mapping[str, Any] | None = None, allowed: Sequence[str] = ()
    ) -> dict[str, Any]:
        import httpx  # noqa: PLC0415 - as above

        what = f"The homeserver {self._address}, asked to {method} {path.split('/')[1]},"
        try:
            answer = await self._client.request(method, path, json=content)
            told = msgspec.json.decode(answer.content, type=dict[str, Any])
        except (httpx.HTTPError, msgspec.MsgspecError) as error:
            raise OSError(f"{what} does not answer as one: {error!r}") from error
        if answer.is_success:
            return told
        if told.get("errcode") in allowed:
            return {}
        raise OSError(f"{what} refused: {answer.status_code} {told.get('errcode')} {told.get('error')}")


def _token_of(request: Request) -> str:
    """The homeserver's token: in a header, or in the address as before v1.4 of the interface."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.query.get("access_token", "")


def _refused(status: int, code: str) -> Reply:
    return Reply(status=status, body=msgspec.json.encode({"errcode": code, "error": "refused"}))
