"""Redis Streams: message lines in a stream, read by a consumer group that acknowledges each one."""

import time
from collections.abc import AsyncIterator, Iterator
from types import TracebackType
from typing import Any

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.message_line import fact_in
from belisha.errors import Unreadable
from belisha.model import Fact
from belisha.settings import secret

_WAIT_SECONDS = 5.0
"""How long one request for new entries stays open at most; a new one follows at once."""
_ANSWER_SECONDS = 10.0
"""How much longer than that an answer may take before the server counts as lost."""
_OWN, _NEW = "0", ">"
"""Which entries Redis is asked for: those given to us before and not acknowledged, or those given to nobody yet."""


class RedisSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stream that is read.

    Attributes:
        stream: its key; it is made when it does not exist.
        group: name of the consumer group; it is made when it does not exist, and begins with the first entry.
        consumer: our name in the group; another one for each process that reads.
        field: the field of an entry that holds the message line.
        url: ``redis://host:port/database``, or ``rediss://`` with TLS.
        user: name to sign in with, where the server knows several.
        password_env: environment variable with the password, where the server wants one.
        batch: most entries taken at once.
        claim_seconds: after so long, entries that another consumer took and never acknowledged are taken over.
    """

    stream: str
    group: str = "belisha"
    consumer: str = "belisha"
    field: str = "message"
    url: str = "redis://127.0.0.1:6379/0"
    user: str = ""
    password_env: str = ""
    batch: int = 256
    claim_seconds: float = 60.0


class RedisStreams(LiveSource):
    """Each entry holds one line by the fields of ``docs/messages-jsonl.md``; one without an id gets the entry's."""

    app = "Redis Streams"
    Settings = RedisSettings
    checked_on = "Redis 7.0.15, November 2026"

    def open(self, settings: RedisSettings, kept: Kept) -> Connection:
        del kept  # the server keeps the place of a group
        return _Consumer(settings)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if not isinstance(frame.body, str):
            raise Unreadable("the entry was cut from the stream, or has no such field", place=frame.place)
        yield fact_in(frame.body, self.app, self.provenance(frame))


class _Consumer(Connection):
    def __init__(self, settings: RedisSettings) -> None:
        from redis.asyncio import Redis  # noqa: PLC0415 - of the extra ``serve``
        from redis.asyncio.retry import Retry  # noqa: PLC0415 - the same
        from redis.backoff import NoBackoff  # noqa: PLC0415 - the same

        self._settings = settings
        self._wait = min(_WAIT_SECONDS, settings.claim_seconds)
        self._server = settings.url.rpartition("@")[2].removeprefix("redis://").removeprefix("rediss://")
        self._redis: Any = Redis.from_url(
            settings.url,
            username=settings.user or None,
            password=secret(settings.password_env) if settings.password_env else None,
            client_name="belisha",
            socket_timeout=self._wait + _ANSWER_SECONDS,
            # A request that is quietly repeated leaves the entries of the first lying; a new connection asks for them.
            retry=Retry(NoBackoff(), 0),
        )
        self._claimed_at = 0.0

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._redis.aclose()

    async def frames(self) -> AsyncIterator[Frame]:
        from redis.exceptions import RedisError  # noqa: PLC0415 - of the extra ``serve``

        try:
            await self._make_group()
            after = _OWN
            while after != _NEW:
                entries = await self._read(after)
                after = _text(entries[-1][0]) if entries else _NEW
                for entry in entries:
                    yield self._frame(*entry)
            while True:
                for entry in await self._claim():
                    yield self._frame(*entry)
                for entry in await self._read(_NEW):
                    yield self._frame(*entry)
        except RedisError as error:
            raise ConnectionError(f"{self._server}: {error}") from error

    async def acknowledge(self, frame: Frame) -> None:
        from redis.exceptions import RedisError  # noqa: PLC0415 - of the extra ``serve``

        try:
            await self._redis.xack(self._settings.stream, self._settings.group, frame.place.rpartition(" ")[2])
        except RedisError as error:  # it is given again then, and known by its id
            raise ConnectionError(f"{self._server}: {error}") from error

    async def _make_group(self) -> None:
        from redis.exceptions import ResponseError  # noqa: PLC0415 - of the extra ``serve``

        try:
            await self._redis.xgroup_create(self._settings.stream, self._settings.group, id="0", mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):  # it exists: the usual case
                raise

    async def _read(self, after: str) -> list[Any]:
        """Entries after one of our own, or new ones; waits only for new ones."""
        answer = await self._redis.xreadgroup(
            self._settings.group,
            self._settings.consumer,
            {self._settings.stream: after},
            count=self._settings.batch,
            block=max(1, int(self._wait * 1000)) if after == _NEW else None,
        )
        return _entries(answer)

    async def _claim(self) -> list[Any]:
        """Entries that another consumer left lying."""
        now = time.monotonic()
        if now - self._claimed_at < self._settings.claim_seconds:
            return []
        self._claimed_at = now
        answer = await self._redis.xautoclaim(
            self._settings.stream,
            self._settings.group,
            self._settings.consumer,
            min_idle_time=int(self._settings.claim_seconds * 1000),
            count=self._settings.batch,
        )
        # Entries that were cut from the stream are no longer pending, but what they said is lost: they are told too.
        return [*answer[1], *((number, None) for number in answer[2])]

    def _frame(self, number: bytes, fields: dict[bytes, bytes] | None) -> Frame:
        line = (fields or {}).get(self._settings.field.encode())
        return Frame(
            body=None if line is None else _text(line),
            place=f"stream {self._settings.stream} entry {_text(number)}",
            server=self._server,
            received_at=time.time(),
        )


def _entries(answer: Any) -> list[Any]:  # noqa: ANN401 - the library's
    """The entries of our one stream, whether the answer is a list (RESP2) or a map (RESP3)."""
    if not answer:
        return []
    if isinstance(answer, dict):
        return [entry for several in answer.values() for each in several for entry in each]
    return [entry for _stream, entries in answer for entry in entries]


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")
