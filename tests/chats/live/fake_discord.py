"""Discord on loopback: a gateway that numbers, keeps and repeats events, and the REST interface beside it.

It follows the developer documentation of gateway version 10: hello, heartbeat, identify or resume, dispatch, and the
codes with which a connection is closed.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

TOKEN = "discord-token"  # noqa: S105 - invented
GUILD, CHANNEL = "100", "101"


class FakeDiscord:
    """One guild with one channel.

    Attributes:
        asked: what clients sent, without heartbeats.
        beats: numbers in the heartbeats.
        connected: where clients connected to: ``gateway`` or ``session``, the address that a session is resumed at.
        moved: nobody answers any more at the address where the session is resumed.
        invalid: what an identification is answered with instead of a session; None begins one.
        hello: sent instead of the usual one.
        starts: how many sessions may still be begun.
    """

    def __init__(self, heartbeat_ms: int = 60_000) -> None:
        self.asked: list[dict[str, Any]] = []
        self.beats: list[int | None] = []
        self.pages: list[str] = []
        self.hears = True
        self.refuses: tuple[int, str] | None = None
        self.resumable = True
        self.connected: list[str] = []
        self.moved = False
        self.invalid: bool | None = None
        self.hello: Any = {"heartbeat_interval": heartbeat_ms}
        self.starts = 1000
        self.beaten = asyncio.Event()
        self._events: list[dict[str, Any]] = []
        self._history: list[dict[str, Any]] = []
        self._sessions = 0
        self._joined = asyncio.Event()
        self._socket: ServerConnection | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """Runs it, and gives the address of the REST interface."""
        async with serve(self._talk, "127.0.0.1", 0, process_request=self._rest) as server:
            self._port = int(next(iter(server.sockets)).getsockname()[1])
            yield f"http://127.0.0.1:{self._port}/api"

    async def say(self, *numbers: int) -> None:
        """Somebody writes messages, whether or not the bot is there."""
        for number in numbers:
            message = a_message(number)
            self._history.append(message)
            await self._tell("MESSAGE_CREATE", {**message, "guild_id": GUILD})

    async def send(self, payload: dict[str, Any]) -> None:
        """Tells the bot something that is no event."""
        assert self._socket is not None
        await self._socket.send(json.dumps(payload))

    async def cut(self, code: int = 4000) -> None:
        """The connection breaks."""
        assert self._socket is not None
        socket, self._socket = self._socket, None
        self._joined.clear()
        await socket.close(code)

    async def guild_fails(self) -> None:
        """Discord itself has an outage: what is said there meanwhile is told to nobody."""
        await self._tell("GUILD_DELETE", {"id": GUILD, "unavailable": True})

    async def guild_returns(self, *meanwhile: int) -> None:
        """The outage is over; these messages were written in it."""
        self._history += map(a_message, meanwhile)
        await self._tell_guild()

    async def joined(self) -> None:
        """Until a bot is there and has been told what it was to be told."""
        await self._joined.wait()

    async def _tell(self, name: str, data: Any) -> None:
        self._events.append({"op": 0, "t": name, "s": len(self._events) + 1, "d": data})
        if self._socket is not None:
            with contextlib.suppress(ConnectionClosed):  # whoever just left is told when they resume
                await self._socket.send(json.dumps(self._events[-1]))

    async def _talk(self, socket: ServerConnection) -> None:
        with contextlib.suppress(ConnectionClosed):
            if self.refuses:
                await socket.close(*self.refuses)
            await socket.send(json.dumps({"op": 10, "d": self.hello}))
            async for raw in socket:
                await self._answer(socket, json.loads(raw))
        if self._socket is socket:
            self._socket = None
            self._joined.clear()

    async def _answer(self, socket: ServerConnection, asked: dict[str, Any]) -> None:
        if asked["op"] == 1:
            self.beats.append(asked["d"])
            self.beaten.set()
            if self.hears:
                await socket.send(json.dumps({"op": 11}))
            return
        self.asked.append(asked)
        assert asked["d"]["token"] == TOKEN
        refused = False if asked["op"] == 6 and not self.resumable else self.invalid
        if refused is not None:
            await socket.send(json.dumps({"op": 9, "d": refused}))
            return
        self._socket = socket
        if asked["op"] == 2:
            await self._begin_session()
        else:
            for event in self._events[asked["d"]["seq"] :]:
                await socket.send(json.dumps(event))
            await self._tell("RESUMED", {})
        self._joined.set()

    async def _begin_session(self) -> None:
        self._events, self.resumable = [], True
        self._sessions += 1
        address = f"ws://127.0.0.1:{self._port}/session"
        guilds = [{"id": GUILD, "unavailable": True}]
        await self._tell("READY", {"session_id": f"s{self._sessions}", "resume_gateway_url": address, "guilds": guilds})
        await self._tell_guild()

    async def _tell_guild(self) -> None:
        last = self._history[-1]["id"] if self._history else None
        channel = {"id": CHANNEL, "type": 0, "name": "general", "last_message_id": last}
        await self._tell("GUILD_CREATE", {"id": GUILD, "name": "Chess club", "channels": [channel], "threads": []})

    def _rest(self, connection: ServerConnection, request: Request) -> Response | None:
        """The REST interface, on the same port; None where a websocket is wanted."""
        parts = urlsplit(request.path)
        if not parts.path.startswith("/api"):
            where = parts.path.strip("/") or "gateway"
            self.connected.append(where)
            assert parts.query == "v=10&encoding=json"
            return connection.respond(404, "") if self.moved and where == "session" else None
        if request.headers.get("Authorization") != f"Bot {TOKEN}":
            return connection.respond(401, "{}")
        if parts.path == "/api/gateway/bot":
            limit = {"total": 1000, "remaining": self.starts, "reset_after": 14_400_000, "max_concurrency": 1}
            told = {"url": f"ws://127.0.0.1:{self._port}", "shards": 1, "session_start_limit": limit}
            return connection.respond(200, json.dumps(told))
        self.pages.append(request.path)
        query = parse_qs(parts.query)
        later = [each for each in self._history if int(each["id"]) > int(query["after"][0])]
        return connection.respond(200, json.dumps(later[: int(query["limit"][0])][::-1]))


def number_of(number: int) -> int:
    """Discord's number of the n-th message: all of them later than any test."""
    return (1 << 62) + (number << 40)


def a_message(number: int) -> dict[str, Any]:
    """A message as the REST interface gives it, whose text is its number."""
    return {
        "id": str(number_of(number)),
        "channel_id": CHANNEL,
        "author": {"id": "7", "username": "tove"},
        "content": f"number {number}",
        "timestamp": "2026-03-02T16:00:00+00:00",
        "edited_timestamp": None,
        "type": 0,
        "attachments": [],
    }
