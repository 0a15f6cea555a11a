"""Against a small bot interface on loopback that keeps updates until they are confirmed, as Telegram's does."""

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from belisha.chats.live import Connection, Frame, KeptInMemory
from belisha.chats.live.telegram_bot import TelegramBot, TelegramSettings
from belisha.errors import Unusable
from tests.chats.live.listening import free_port, listening, taken, taken_and_stored

TOKEN = "123:very-secret"  # noqa: S105 - invented


class FakeTelegram:
    """Keeps updates until an offset confirms them.

    Attributes:
        waiting: updates that nobody confirmed.
        asked: the requests for updates.
    """

    def __init__(self) -> None:
        self.waiting: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self.answers: dict[str, Any] | None = None
        self._came = asyncio.Event()

    def say(self, *numbers: int) -> None:
        chat = {"id": -5, "type": "group", "title": "Chess club"}
        self.waiting += [
            {"update_id": number, "message": {"message_id": number, "chat": chat, "text": f"number {number}"}}
            for number in numbers
        ]
        self._came.set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[str]:
        """Runs it, and gives its address."""
        writers: list[asyncio.StreamWriter] = []

        async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writers.append(writer)
            await self._talk(reader, writer)

        server = await asyncio.start_server(talk, "127.0.0.1", 0)
        try:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        finally:
            server.close()
            self._came.set()
            for writer in writers:
                writer.close()
                with contextlib.suppress(OSError):
                    await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = next(
                    int(line[15:]) for line in head.lower().splitlines() if line.startswith(b"content-length:")
                )
                query = json.loads(await reader.readexactly(length))
                _verb, path, _version = head.split(b"\r\n")[0].decode().split()
                answer = json.dumps(await self._answer(path, query)).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(answer), answer))

    async def _answer(self, path: str, query: dict[str, Any]) -> dict[str, Any]:
        if self.answers is not None:
            return self.answers
        if not path.startswith(f"/bot{TOKEN}/"):
            return {"ok": False, "error_code": 401, "description": "Unauthorized"}
        if path.endswith("/getMe"):
            return {"ok": True, "result": {"id": 123, "is_bot": True}}
        self.asked.append(query)
        self.waiting = [each for each in self.waiting if each["update_id"] >= query.get("offset", 0)]
        if not self.waiting and query["timeout"]:
            self._came.clear()
            await self._came.wait()
        return {"ok": True, "result": self.waiting[: query["limit"]]}


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_TELEGRAM_TOKEN", TOKEN)


def _bot(api: str) -> Connection:
    return TelegramBot().open(TelegramSettings(api=api), KeptInMemory())


async def _opened(api: str) -> None:
    async with listening(_bot(api)):
        pytest.fail("it opened")


def _numbers(frames: list[Frame]) -> list[int]:
    return [frame.body["update_id"] for frame in frames]


def test_updates_are_confirmed_only_when_all_of_them_are_stored() -> None:
    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.say(7, 8, 9)
        async with telegram.running() as api, listening(_bot(api)) as (connection, frames):
            given = await taken(frames, 3)
            await connection.acknowledge(given[0])
            await connection.acknowledge(given[1])
            more = asyncio.ensure_future(anext(frames))
            await asyncio.wait([more], timeout=0)
            assert len(telegram.asked) == 1, "it must not ask again, for asking confirms"
            await connection.acknowledge(given[2])
            telegram.say(10)
            assert (await more).body["update_id"] == 10
        assert [query.get("offset") for query in telegram.asked[:2]] == [None, 10]
        assert _numbers(given) == [7, 8, 9]

    asyncio.run(listen())


def test_what_was_stored_does_not_come_again_and_what_was_not_does() -> None:
    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.say(1, 2)
        async with telegram.running() as api:
            async with listening(_bot(api)) as (connection, frames):
                await taken_and_stored(connection, frames, 2)
            telegram.say(3, 4)
            async with listening(_bot(api)) as (_connection, frames):
                assert _numbers(await taken(frames, 2)) == [3, 4]
            async with listening(_bot(api)) as (connection, frames):
                assert _numbers(await taken_and_stored(connection, frames, 2)) == [3, 4]
        assert telegram.waiting == []

    asyncio.run(listen())


def test_numbers_that_begin_anew_after_a_quiet_week_are_not_lost() -> None:
    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.say(900_000)
        async with telegram.running() as api, listening(_bot(api)) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
            telegram.say(900_001)
            await taken_and_stored(connection, frames, 1)
            more = asyncio.ensure_future(anext(frames))
            while len(telegram.asked) < 3:
                await asyncio.wait([more], timeout=0)
            telegram.say(12)
            assert (await more).body["update_id"] == 12
            await connection.acknowledge(more.result())
            telegram.say(13)
            assert _numbers(await taken_and_stored(connection, frames, 1)) == [13]

    asyncio.run(listen())


def test_the_token_is_in_no_error_and_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.say(1)
        async with telegram.running() as api, listening(_bot(api)) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
        with pytest.raises(OSError, match="no answer to getMe") as lost:
            await _opened(f"http://127.0.0.1:{free_port()}")
        assert TOKEN not in str(lost.value)
        assert lost.value.__cause__ is None

    asyncio.run(listen())
    assert TOKEN not in caplog.text


def test_a_wrong_token_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_TELEGRAM_TOKEN", "124:another")

    async def listen() -> None:
        async with FakeTelegram().running() as api:
            await _opened(api)

    with pytest.raises(Unusable, match="does not know the bot's token"):
        asyncio.run(listen())


@pytest.mark.parametrize(
    "answer", [{"ok": False, "error_code": 409, "description": "Conflict: another asks"}, {"what": "is this"}]
)
def test_an_answer_that_is_none_is_a_lost_server(answer: dict[str, Any]) -> None:
    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.answers = answer
        async with telegram.running() as api:
            await _opened(api)

    with pytest.raises(OSError, match=r"another asks|no answer"):
        asyncio.run(listen())


def test_it_waits_as_long_as_it_is_told_before_it_counts_as_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def waits(seconds: float) -> None:
        waited.append(seconds)

    async def listen() -> None:
        telegram = FakeTelegram()
        telegram.answers = {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 34",
            "parameters": {"retry_after": 34},
        }
        async with telegram.running() as api:
            monkeypatch.setattr("belisha.chats.live.telegram_bot.asyncio.sleep", waits)
            await _opened(api)

    with pytest.raises(OSError, match="retry after 34"):
        asyncio.run(listen())
    assert 34 in waited
