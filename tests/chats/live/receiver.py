"""Stands where the service stands: takes in what a live server gives, stores it, and only then acknowledges it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any, Self

import uvicorn

from belisha.chats.live import Connection, Frame, Kept, KeptInMemory, LiveSource, Reply, Request
from belisha.errors import Unreadable
from belisha.model import Message
from belisha.notices import ChildAnswer
from tests.chats.live.tapes import Told

DEADLINE_SECONDS = 60


class Receiver:
    """Takes in frames of one connection; remembers over its own outages, as a service does.

    Args:
        source: the live source.
        settings: what its connection is opened with.
    """

    def __init__(self, source: LiveSource, settings: Any) -> None:
        self.source = source
        self.settings = settings
        self.kept: Kept = KeptInMemory()
        self.frames: list[Frame] = []
        self.told: list[Told] = []
        self.unreadable: list[Unreadable] = []
        self.connection: Connection
        self._more = asyncio.Condition()

    @property
    def messages(self) -> list[Message]:
        """Every message that came, as often as it came."""
        return [told for told in self.told if isinstance(told, Message)]

    @property
    def answers(self) -> list[ChildAnswer]:
        """What children answered."""
        return [told for told in self.told if isinstance(told, ChildAnswer)]

    async def until(self, holds: Callable[[Self], bool]) -> None:
        """Waits until something holds of what came; fails at the deadline."""
        async with asyncio.timeout(DEADLINE_SECONDS), self._more:
            await self._more.wait_for(lambda: holds(self))

    async def store(self, frames: Iterable[Frame]) -> None:
        """Decodes and stores frames, then acknowledges them."""
        for frame in frames:
            try:
                self.told += self.source.decode(frame)
            except Unreadable as error:
                self.unreadable.append(error)
            self.frames.append(frame)
            await self.connection.acknowledge(frame)
        async with self._more:
            self._more.notify_all()


class Connected:
    """A receiver that connects to the server: up inside the block, down outside of it."""

    def __init__(self, receiver: Receiver) -> None:
        self._receiver = receiver

    async def __aenter__(self) -> Connection:
        self._receiver.connection = self._receiver.source.open(self._receiver.settings, self._receiver.kept)
        await self._receiver.connection.__aenter__()
        self._reading = asyncio.create_task(self._read())
        return self._receiver.connection

    async def __aexit__(self, *trouble: object) -> None:
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        await self._receiver.connection.__aexit__(None, None, None)

    async def _read(self) -> None:
        async for frame in self._receiver.connection.frames():
            await self._receiver.store([frame])


@asynccontextmanager
async def serving(app: Any, port: int) -> AsyncIterator[None]:
    """An ASGI application that listens on a port of loopback inside the block."""
    listen = uvicorn.Config(app, "127.0.0.1", port, log_level="error", lifespan="off", interface="asgi3")
    server = uvicorn.Server(listen)
    serving = asyncio.create_task(server._serve())  # noqa: SLF001 - serve() would take over signals
    async with asyncio.timeout(DEADLINE_SECONDS):
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0)
    try:
        yield
    finally:
        server.should_exit = True
        await serving


class Pushed:
    """A receiver to which the server pushes over HTTP: up inside the block, down outside of it.

    Args:
        receiver: takes the frames in.
        port: to listen on.
        below: what stands before the source's own paths.

    Attributes:
        lost_answers: how many of the next answers get lost on their way, after everything was stored.
    """

    def __init__(self, receiver: Receiver, port: int, below: str = "/live/here/") -> None:
        self._receiver = receiver
        self._below = below
        self._serving = serving(self._app, port)
        self.lost_answers = 0

    async def __aenter__(self) -> Connection:
        self._receiver.connection = self._receiver.source.open(self._receiver.settings, self._receiver.kept)
        await self._receiver.connection.__aenter__()
        await self._serving.__aenter__()
        return self._receiver.connection

    async def __aexit__(self, *trouble: object) -> None:
        await self._serving.__aexit__(None, None, None)
        await self._receiver.connection.__aexit__(None, None, None)

    async def _app(self, scope: dict[str, Any], receive: Callable[[], Any], send: Callable[[Any], Any]) -> None:
        body, more = b"", True
        while more:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        reply = await self._receiver.connection.receive(_request(scope, self._below, body))
        await self._receiver.store(reply.frames)
        if self.lost_answers:
            self.lost_answers -= 1
            reply = Reply(status=502)
        headers = [(b"content-type", reply.media.encode())]
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": reply.body})


def _request(scope: dict[str, Any], below: str, body: bytes) -> Request:
    query = scope["query_string"].decode()
    return Request(
        method=scope["method"],
        path=scope["path"].removeprefix(below),
        query=dict(part.partition("=")[::2] for part in query.split("&") if part),
        headers={name.decode(): value.decode() for name, value in scope["headers"]},
        body=body,
        received_at=time.time(),
    )
