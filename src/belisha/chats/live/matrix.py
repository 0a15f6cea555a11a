"""Matrix, as an application service of a Synapse homeserver: it pushes every event of its own users' rooms.

Synapse repeats a transaction, and holds the later ones back, until it is answered with 200: an outage of ours loses
nothing. When Synapse itself falls it forgets what it had not sent yet: rooms are then read again from their end.
By spec.matrix.org, "Application Service API", v1.11.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Any, Self

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.chats.matrix_events import APP, event_in, facts_of_event, refers_to, said_in
from belisha.chats.matrix_homeserver import Homeserver
from belisha.chats.shapes import json_in
from belisha.chats.signatures import same_text
from belisha.chats.times import unix
from belisha.chats.told_children import ToldChild
from belisha.errors import Unreadable
from belisha.model import Fact, Relation
from belisha.notices import ChildAnswer, Notice
from belisha.settings import secret

_LOG = logging.getLogger(__name__)
_ANSWER_KEYS = {"event", "told"}
_MARK = "org.belisha.notice"
_ROOM_OF = "org.belisha.room."
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


_LOOK_SECONDS = 1.0
"""Between two looks whether the homeserver is there: it takes longer than this to start again."""
_ROOMS, _EVENTS = 1_000, 50
"""Rooms in which something was said most lately, and events of each, that are read again when the homeserver fell."""


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
        self._homeserver = Homeserver(settings.homeserver, secret(settings.as_token_env))
        self._bot = f"@{settings.bot}:{settings.server_name}"
        self._one_notice = asyncio.Lock()
        self._latest: dict[str, str] = {}

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

    async def frames(self) -> AsyncIterator[Frame]:
        """What was said lately, each time that the homeserver fell and is back; what is known by its id counts once."""
        while True:
            await self._fell_and_is_back()
            for room, account in list(self._latest.items()):
                for frame in await self._said_lately(room, account):
                    yield frame

    async def _fell_and_is_back(self) -> None:
        is_there = has_fallen = False
        while not (is_there and has_fallen):
            await asyncio.sleep(_LOOK_SECONDS)
            is_there = await self._homeserver.is_there()
            has_fallen |= not is_there

    async def _said_lately(self, room: str, account: str) -> list[Frame]:
        try:
            events = await self._homeserver.latest(room, account, _EVENTS)
        except OSError as error:
            _LOG.warning("A room could not be read again after the homeserver fell: %s", error)
            return []
        said = [event for event in events if isinstance(event, dict) and "state_key" not in event]
        if self._kept.get(f"room {room}"):  # of a child's answers the last one counts
            said = [event for event in said if event.get("sender") == account][-1:]
        named = [(self._unless_own(event), f"read again, event {event.get('event_id')}") for event in said]
        now = time.time()
        return [Frame(body, place, self._settings.server_name, now) for body, place in named if body is not None]

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
                self._note_room(event)
                yield Frame(body, f"{place} event {number}", self._settings.server_name, request.received_at)

    def _note_room(self, event: Any) -> None:  # noqa: ANN401 - any JSON
        """Remembers where somebody of this homeserver spoke last, and who."""
        room, sender = (event.get("room_id"), event.get("sender")) if isinstance(event, dict) else (None, None)
        if isinstance(room, str) and isinstance(sender, str) and sender.endswith(f":{self._settings.server_name}"):
            self._latest.pop(room, None)
            self._latest[room] = sender
            if len(self._latest) > _ROOMS:
                del self._latest[next(iter(self._latest))]

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
            if notice.choices:  # a reply to the child's answer offers nothing to answer
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
        # The module inside Synapse finds there where this child, and nobody else, can be told of a pause.
        await self._homeserver.note(self._bot, f"{_ROOM_OF}{told.account}", {"room": told.place})


def _token_of(request: Request) -> str:
    """The homeserver's token: in a header, or in the address as before v1.4 of the interface."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else request.query.get("access_token", "")


def _refused(status: int, code: str) -> Reply:
    return Reply(status=status, body=msgspec.json.encode({"errcode": code, "error": "refused"}))
