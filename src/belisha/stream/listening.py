"""Keeps one live source connected: reads ahead, has everything taken in, and only then acknowledges."""

import asyncio
import contextlib
import logging
import random
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import select

from belisha import plugins
from belisha.chats.live import Connection, Frame, Kept, LiveSource, Reply, Request
from belisha.errors import Unreadable, Unusable
from belisha.notices import Notice
from belisha.stream.store.database import Database
from belisha.stream.store.rows import upsert
from belisha.stream.store.tables import source_places
from belisha.stream.turn import Incoming, Receipt, Told
from belisha.stream.writer import Busy, Writer

_LOG = logging.getLogger(__name__)
_READ_AHEAD = 500
"""Frames that are read before those before them are stored."""
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0
_BELIEVED = 60.0
"""Seconds for which what was read is taken to be so; an erasure deletes what is remembered of somebody."""
_MOST_KNOWN = 20_000
"""Things of which that is known: there is one for each person who writes, and nobody knows how many those are."""
DEFAULT_PLATFORM = "default"


class KeptInDatabase(Kept):
    """What a connection remembers, in the service's database.

    Args:
        database: open.
        label: of the source.
    """

    def __init__(self, database: Database, label: str) -> None:
        self._database = database
        self._label = label
        self._known: OrderedDict[str, tuple[float, str]] = OrderedDict()  # some are asked for with every frame

    def get(self, name: str) -> str:
        read_at, value = self._known.get(name, (-_BELIEVED, ""))
        if time.monotonic() - read_at >= _BELIEVED:
            value = self._read(name)
            self._remember(name, value)
        return value

    def _read(self, name: str) -> str:
        with self._database.reading() as connection:
            question = select(source_places.c.value).where(
                source_places.c.label == self._label, source_places.c.name == name
            )
            return connection.execute(question).scalar() or ""

    def put(self, name: str, value: str) -> None:
        with self._database.writing() as connection:
            upsert(connection, source_places, [{"label": self._label, "name": name, "value": value}], ("label", "name"))
        self._remember(name, value)

    def _remember(self, name: str, value: str) -> None:
        self._known.pop(name, None)
        self._known[name] = time.monotonic(), value
        while len(self._known) > _MOST_KNOWN:
            self._known.popitem(last=False)


class Figures(msgspec.Struct):
    """How a source fares, for health and metrics.

    Attributes:
        connected: whether it is connected now.
        frames, unreadable, lost: frames taken in, frames that were not what the server sends, connections lost.
        trouble: what the last loss was, or why the source was given up; empty when nothing was ever wrong.
    """

    connected: bool = False
    frames: int = 0
    unreadable: int = 0
    lost: int = 0
    trouble: str = ""


class Listening:
    """One configured source.

    Args:
        label: the name of its table in the settings.
        table: what that table holds: ``kind``, ``platform`` and the source's own settings.
        writer: takes in what arrives.
        kept: what the connection remembers.

    Raises:
        Unusable: when there is no such kind, or a setting is wrong.
    """

    def __init__(self, label: str, table: Mapping[str, Any], writer: Writer, kept: Kept) -> None:
        own = dict(table)
        kind, self.platform = own.pop("kind", label), str(own.pop("platform", DEFAULT_PLATFORM))
        found = {each.name: each for each in plugins.find("belisha.chats.live", LiveSource)}
        if kind not in found:
            raise Unusable(
                f"[sources.{label}]: there is no kind of source called {kind!r}; there are {', '.join(found)}."
            )
        self.label = label
        self.source: LiveSource = found[kind]
        self.figures = Figures()
        self._settings = self.source.configured(label, own)
        self._writer = writer
        self._kept = kept
        self._connection: Connection | None = None

    async def run(self) -> None:
        """Connects, and connects again with growing pauses, until it is cancelled.

        A source whose settings cannot be used is given up, for asking again would only be refused again: it ends, and
        says why until the service is started with other settings.
        """
        pause = _FIRST_PAUSE
        while True:
            before = self.figures.frames
            try:
                async with self.source.open(self._settings, self._kept) as connection:
                    self._connection, self.figures.connected = connection, True
                    if self.source.pushes:
                        await self._read_beside(connection)
                    await self._read(connection)
            except asyncio.CancelledError:
                raise
            except Unusable as error:
                self.figures.trouble = f"given up: {error}"[:300]
                _LOG.error("Source %s is given up; change what is wrong, and start again: %s", self.label, error)
                return
            except Exception as error:  # noqa: BLE001 - whatever a server does to us, we come back to it
                pause = _FIRST_PAUSE if self.figures.frames > before else pause
                self.figures.trouble = f"{type(error).__name__}: {error}"[:300]
                _LOG.warning("Source %s: %s; connecting again in %.0f s", self.label, self.figures.trouble, pause)
            finally:
                self._connection, self.figures.connected = None, False
            self.figures.lost += 1
            await asyncio.sleep(pause * random.uniform(0.8, 1.2))  # noqa: S311 - so that not all come back at once
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def receive(self, request: Request) -> Reply:
        """Takes in a pushed request; the reply may be sent only because everything in it is stored.

        Raises:
            Busy: when the service cannot take in more now.
            OSError: when the source is not open yet.
        """
        if self._connection is None:
            raise OSError("this source is not open")
        reply = await self._connection.receive(request)
        await self._take_in(self._connection, list(reply.frames), waits=False)
        return reply

    async def warn(self, notice: Notice) -> bool:
        """Tells a child in the chat; False where this server has no private way.

        Raises:
            OSError: when the source is not connected.
        """
        if self._connection is None:
            raise OSError("this source is not connected")
        return await self._connection.warn(notice)

    async def _read_beside(self, connection: Connection) -> None:
        """What a source that is pushed to fetches besides; then, and where it fetches nothing, it waits for pushes."""
        async for frame in connection.frames():
            await self._take_in(connection, [frame])
        await asyncio.Event().wait()

    async def _read(self, connection: Connection) -> None:
        ahead: asyncio.Queue[Frame | None] = asyncio.Queue(_READ_AHEAD)

        async def fill() -> None:
            try:
                async for frame in connection.frames():
                    await ahead.put(frame)
            finally:
                await ahead.put(None)

        filling = asyncio.create_task(fill())
        try:
            async for frames in _gathered(ahead):
                await self._take_in(connection, frames)
            await filling
        finally:
            filling.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await filling
        raise ConnectionError("the server closed the connection")

    async def _take_in(self, connection: Connection, frames: list[Frame], *, waits: bool = True) -> None:
        told: list[Told] = []
        came_in: list[str] = []
        for frame in frames:
            decoded = self._decoded(frame)
            told += decoded
            came_in += [frame.place] * len(decoded)
        if told:
            incoming = Incoming(self.platform, self.label, told)
            for receipt in await self._submit(incoming, waits=waits):
                if receipt.trouble:
                    _LOG.error("Source %s, %s: not taken in", self.label, receipt.message.provenance.place)
            for (number, field), refusal in incoming.refused.items():
                what = f"{type(told[number]).__name__} {field}".strip()
                _LOG.warning("Source %s, %s: %s not taken in: %s", self.label, came_in[number], what, refusal.why)
        for frame in frames:
            await connection.acknowledge(frame)

    def _decoded(self, frame: Frame) -> list[Told]:
        self.figures.frames += 1
        try:
            return list(self.source.decode(frame))
        except Unreadable as error:
            self.figures.unreadable += 1
            _LOG.warning("Source %s, %s: %s", self.label, frame.place, error.what)
        except Exception as error:  # noqa: BLE001 - given again it would break us again, and all that follow wait
            self.figures.unreadable += 1
            _LOG.warning("Source %s, %s: broke the reader: %s", self.label, frame.place, type(error).__name__)
        return []

    async def _submit(self, incoming: Incoming, *, waits: bool) -> list[Receipt]:
        while True:
            try:
                return await asyncio.wrap_future(self._writer.submit(incoming))
            except Busy:
                if not waits:  # who pushed is told to come again
                    raise
                await asyncio.sleep(_FIRST_PAUSE)  # the server keeps what we do not acknowledge


async def _gathered(ahead: "asyncio.Queue[Frame | None]") -> AsyncIterator[list[Frame]]:
    """All frames that are there, again and again, until the end."""
    while True:
        frame = await ahead.get()
        frames = []
        while frame is not None:
            frames.append(frame)
            if ahead.empty():
                break
            frame = ahead.get_nowait()
        if frames:
            yield frames
        if frame is None:
            return
