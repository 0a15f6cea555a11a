"""What a bot asks of a Matrix homeserver, by the client-server interface of spec.matrix.org, v1.11."""

import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec

_quoted = partial(quote, safe="")
_LOG = logging.getLogger(__name__)


class Homeserver:
    """The few things that a bot asks of a homeserver.

    Args:
        address: of its client-server interface.
        token: ``as_token`` of the registration.
    """

    def __init__(self, address: str, token: str) -> None:
        self._address = address.rstrip("/")
        self._token = token
        self._client: Any = None

    async def open(self) -> None:
        """Makes ready to ask."""
        import httpx  # noqa: PLC0415 - belongs to the extra "serve", without which this source is still listed

        self._client = httpx.AsyncClient(
            base_url=f"{self._address}/_matrix/client/",
            headers={"Authorization": f"Bearer {self._token}"},
            trust_env=False,
            timeout=20,
        )

    async def close(self) -> None:
        """Closes what is open."""
        await self._client.aclose()

    async def is_reaching_us(self, registration: str) -> bool:
        """Lets the homeserver try whether it reaches us; when it does, it sends what it holds back."""
        try:
            await self._ask("POST", f"v1/appservice/{_quoted(registration)}/ping", {})
        except OSError as error:
            _LOG.info("Not reached by the homeserver yet: %s", error)
            return False
        return True

    async def is_there(self) -> bool:
        """Whether the homeserver answers at all."""
        try:
            await self._ask("GET", "versions")
        except OSError:
            return False
        return True

    async def latest(self, room: str, account: str, most: int) -> list[Any]:
        """The latest events of a room, the oldest first, as one of the people in it may read them."""
        query = f"dir=b&limit={most}&user_id={_quoted(account)}"
        allowed = ["M_FORBIDDEN", "M_NOT_FOUND"]
        answer = await self._ask("GET", f"v3/rooms/{_quoted(room)}/messages?{query}", allowed=allowed)
        events = answer.get("chunk")
        return events[::-1] if isinstance(events, list) else []

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
        """Accepts the invitation for an account; nothing else is ever written in its name."""
        await self._ask("POST", f"v3/join/{_quoted(room)}?user_id={_quoted(account)}", {})

    async def note(self, account: str, name: str, content: Mapping[str, Any]) -> None:
        """Writes into an account's own data, which only that account and the homeserver can read."""
        await self._ask("PUT", f"v3/user/{_quoted(account)}/account_data/{_quoted(name)}", content)

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

        what = f"The homeserver {self._address}, asked to {method} {'/'.join(path.split('/')[:2])},"
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
