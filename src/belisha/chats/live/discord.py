"""Discord, by a bot on the gateway: every channel that it can see, and what people write to it."""

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Annotated, Any, Self

import msgspec

from belisha.chats.discord_closing import loss, session_ends_with
from belisha.chats.discord_messages import APP, Guild, facts_of_event, facts_of_message, number_at, whole
from belisha.chats.discord_rest import DiscordRest
from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.shapes import shaped
from belisha.errors import Unreadable, Unusable
from belisha.model import Fact
from belisha.settings import secret

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _RECONNECT, _INVALID, _HELLO, _HEARD = 0, 1, 2, 6, 7, 9, 10, 11
_INTENTS = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15)
"""Guilds, messages in guilds, direct messages, and what the messages say (to be allowed in the developer portal)."""
_MESSAGES = {"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK"}
_TOLD = _MESSAGES | {"GUILD_CREATE", "CHANNEL_CREATE", "THREAD_CREATE"}
_OVERLAP = 10_000 << 22
"""Ten seconds in Discord's numbers: messages of different machines may be numbered a little out of order."""
_LARGEST = 16 * 2**20
"""Bytes of one event: a large guild is told in one."""
_LOG = logging.getLogger(__name__)


class DiscordSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The bot, as the developer portal made it.

    Attributes:
        token_env: environment variable with the bot's token.
        api: address of the REST interface.
    """

    token_env: str = "BELISHA_DISCORD_TOKEN"  # noqa: S105 - the name of a variable
    api: str = "https://discord.com/api/v10"


class _Payload(msgspec.Struct):
    """What the gateway sends: its sort, its data, and for events their number and name."""

    op: int
    d: Any = None
    s: int | None = None
    t: str | None = None


class _Hello(msgspec.Struct):
    """How often the gateway wants to hear from us, in milliseconds."""

    heartbeat_interval: Annotated[float, msgspec.Meta(gt=0)]


class Discord(LiveSource):
    """Messages, new wordings and deletions; what was missed is asked for in every channel that has something newer."""

    app = APP
    Settings = DiscordSettings
    checked_on = "gateway and REST interface 10, recorded frames, November 2026"

    def open(self, settings: DiscordSettings, kept: Kept) -> Connection:
        return _Bot(settings, kept)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        """A frame is an event of the gateway, or a message from the history of a channel."""
        if not isinstance(frame.body, dict):
            raise Unreadable("not an event of Discord", place=frame.place)
        if "op" not in frame.body:
            return facts_of_message(frame.body, self.provenance(frame))
        event = shaped(frame.body, _Payload, frame.place)
        return facts_of_event(event.t or "", event.d, self.provenance(frame))


class _Bot(Connection):
    """Listens and keeps up the heartbeat in a task of its own, so that a slow reader never looks like a dead one.

    Kept are the session with its address, and the place: the number of the last event and of the last message before
    which everything is stored. A session is resumed behind that event; where it cannot be, a new one tells all guilds,
    and each channel that has something newer than that message is asked for it.
    """

    def __init__(self, settings: DiscordSettings, kept: Kept) -> None:
        self._token = secret(settings.token_env)
        self._rest = DiscordRest(settings.api, self._token)
        self._kept = kept
        self._session, _, self._address = kept.get("session").partition(" ")
        sequence, _, last = kept.get("place").partition(" ")
        self._stored, self._last = int(sequence or 0), int(last or 0)
        self._newest, self._received = self._last, self._stored if self._session else 0
        self._given: dict[int, int] = {}  # events that are not stored yet, and the place of messages behind each
        self._guilds: set[str] = set()  # to be told about and caught up with; until then the place of messages stays
        self._events: asyncio.Queue[_Payload | OSError | Unusable] = asyncio.Queue()
        self._heard = True
        self._tasks: list[asyncio.Task[None]] = []
        self._socket: Any = None

    async def __aenter__(self) -> Self:
        try:
            self._socket = await self._connected()
        except BaseException:
            await self._rest.close()
            raise
        self._tasks.append(asyncio.create_task(self._listen()))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await self._socket.close(4000)  # any code but 1000 and 1001 leaves the session open to be resumed
        await self._rest.close()

    async def _connected(self) -> Any:  # noqa: ANN401 - the library's
        """A connection to where the session is resumed; where nobody answers there, to where all connect."""
        if self._address:
            try:
                return await _opened(self._address)
            except OSError as error:
                _LOG.warning("Discord is not at the session's address any more: %s", error)
        return await _opened(await self._rest.gateway(begins=not self._session))

    async def frames(self) -> AsyncIterator[Frame]:
        while True:
            event = await self._events.get()
            if not isinstance(event, _Payload):
                raise event
            self._received = event.s or self._received
            if event.t == "READY":
                self._begin_session(event)
            elif event.t in _TOLD:
                self._newest = max(self._newest, _message_in(event))
                self._given[self._received] = 0 if self._guilds else self._newest
                yield self._frame(msgspec.to_builtins(event), f"session {self._session} event {self._received}")
                if event.t == "GUILD_CREATE":
                    async for frame in self._missed(event.d):
                        yield frame

            elif event.t == "GUILD_DELETE":
                self._lose_guild(event)

    async def acknowledge(self, frame: Frame) -> None:
        """Moves the place behind an event; what came from a channel's history is passed with the next event."""
        if "op" not in frame.body:
            return
        self._last = max(self._last, self._given.pop(frame.body["s"], 0))
        self._stored = min(self._given) - 1 if self._given else self._received
        self._keep_place()

    async def _missed(self, told: Any) -> AsyncIterator[Frame]:  # noqa: ANN401 - any JSON
        """What was written in a guild's channels since the place, oldest first in each."""
        try:
            guild = shaped(told, Guild, "event GUILD_CREATE")
        except Unreadable:  # decoding the event says so
            return
        after = max(self._last - _OVERLAP, 0)
        for channel in guild.written_in:
            if whole(channel.last_message_id) > self._last:
                async for message in self._rest.messages(channel.id, after):
                    self._newest = max(self._newest, whole(message.get("id")))
                    yield self._frame(message, f"channel {channel.id} message {message.get('id')}")
        self._guilds.discard(guild.id)

    def _begin_session(self, ready: _Payload) -> None:
        """A new session: its events are numbered anew, and it will tell of every guild."""
        told = ready.d if isinstance(ready.d, dict) else {}
        self._session, self._address = str(told.get("session_id", "")), str(told.get("resume_gateway_url", ""))
        self._guilds = {str(guild.get("id")) for guild in told.get("guilds", ()) if isinstance(guild, dict)}
        self._given.clear()
        self._stored = self._received
        self._last = self._last or number_at(time.time())
        self._kept.put("session", f"{self._session} {self._address}")
        self._keep_place()

    def _lose_guild(self, event: _Payload) -> None:
        """A guild that is out of order will be told again, with what was missed; one that the bot left will not."""
        told = event.d if isinstance(event.d, dict) else {}
        keep = self._guilds.add if told.get("unavailable") else self._guilds.discard
        keep(str(told.get("id")))

    def _keep_place(self) -> None:
        self._kept.put("place", f"{self._stored} {self._last}")

    def _frame(self, body: Any, place: str) -> Frame:  # noqa: ANN401 - any JSON
        return Frame(body, place, self._rest.server, time.time())

    async def _listen(self) -> None:
        """Reads until the gateway is lost, and tells why."""
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415 - of the extra ``serve``

        server = self._rest.server
        try:
            while True:
                raw = await self._socket.recv()
                await self._heed(shaped(msgspec.json.decode(raw), _Payload, "gateway"))
        except ConnectionClosed as closed:
            code, reason = (closed.rcvd.code, closed.rcvd.reason) if closed.rcvd else (0, "")
            if session_ends_with(code):
                self._kept.put("session", "")
            self._events.put_nowait(loss(code, reason, server))
        except (OSError, Unreadable, msgspec.DecodeError, RecursionError) as error:
            self._events.put_nowait(ConnectionError(f"{server}: {error}"))

    async def _heed(self, payload: _Payload) -> None:
        """What the gateway wants from us; events are left to whoever reads the frames."""
        if payload.op == _DISPATCH:
            self._events.put_nowait(payload)
        elif payload.op == _HELLO:
            interval = shaped(payload.d, _Hello, "hello of the gateway").heartbeat_interval / 1000
            self._tasks.append(asyncio.create_task(self._keep_beating(interval)))
            await self._send(*self._greeting())
        elif payload.op == _HEARTBEAT:
            await self._send(_HEARTBEAT, self._received or None)
        elif payload.op == _HEARD:
            self._heard = True
        elif payload.op == _RECONNECT:
            raise ConnectionError("the gateway asks for a new connection")
        elif payload.op == _INVALID:
            if payload.d is not True:
                self._kept.put("session", "")
            raise ConnectionError("the session is over")

    def _greeting(self) -> tuple[int, dict[str, Any]]:
        """Goes on with the session that is kept, or begins one."""
        if self._session:
            return _RESUME, {"token": self._token, "session_id": self._session, "seq": self._stored}
        properties = {"os": "linux", "browser": "belisha", "device": "belisha"}
        return _IDENTIFY, {"token": self._token, "intents": _INTENTS, "properties": properties}

    async def _keep_beating(self, interval: float) -> None:
        """Sends a heartbeat in each interval; one that was not heard means that the connection is dead."""
        from websockets.exceptions import ConnectionClosed  # noqa: PLC0415 - of the extra ``serve``

        await asyncio.sleep(interval * random.random())  # noqa: S311 - only spreads the beats of many clients
        with suppress(ConnectionClosed):  # whoever listens says so
            while self._heard:
                self._heard = False
                await self._send(_HEARTBEAT, self._received or None)
                await asyncio.sleep(interval)
            await self._socket.close(4000)

    async def _send(self, sort: int, data: Any) -> None:  # noqa: ANN401 - any JSON
        await self._socket.send(msgspec.json.encode({"op": sort, "d": data}).decode())


async def _opened(address: str) -> Any:  # noqa: ANN401 - the library's
    """A websocket to a gateway.

    Raises:
        OSError: when nobody answers there, or no gateway does.
    """
    from websockets.asyncio.client import connect  # noqa: PLC0415 - of the extra ``serve``
    from websockets.exceptions import WebSocketException  # noqa: PLC0415 - the same

    try:
        return await connect(f"{address.rstrip('/')}/?v=10&encoding=json", max_size=_LARGEST)
    except WebSocketException as error:
        raise ConnectionError(f"{address}: {error}") from error


def _message_in(event: _Payload) -> int:
    """The number of the message that an event holds; 0 when it holds none that is new."""
    return whole(event.d.get("id")) if event.t == "MESSAGE_CREATE" and isinstance(event.d, dict) else 0
