"""A source's frames are acknowledged only when they are stored; a lost source is connected again."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from sqlalchemy import delete

from belisha import plugins
from belisha.chats.live import Connection, Frame, Kept, KeptInMemory, LiveSource, Reply, Request
from belisha.errors import Unreadable, Unusable
from belisha.model import AccountFacts, Fact, Message
from belisha.stream import listening as module
from belisha.stream.listening import KeptInDatabase, Listening
from belisha.stream.storable import NO_AGE, Refusal
from belisha.stream.store.database import Database
from belisha.stream.store.tables import source_places
from belisha.stream.turn import Incoming, Receipt
from tests.chats.live.notices_for_tests import notice


class Writer:
    """Stores when it is let."""

    def __init__(self, *, lets: bool = True) -> None:
        self.stored: list[str] = []
        self.asked: list[Future[list[Receipt]]] = []
        self._lets = lets

    def submit(self, incoming: Incoming) -> "Future[list[Receipt]]":
        answer: Future[list[Receipt]] = Future()
        self.asked.append(answer)
        if self._lets:
            self.stored += [told.id for told in incoming.told if isinstance(told, Message)]
            answer.set_result([])
        return answer


class _Open(Connection):
    def __init__(self, source: "Scripted") -> None:
        self._source = source

    async def frames(self) -> AsyncIterator[Frame]:
        for body in self._source.script.pop(0) if self._source.script else []:
            if isinstance(body, Exception):
                raise body
            yield Frame(body, f"frame {body}", "test", 0.0)
        if not self._source.script:
            self._source.over.set()
            await asyncio.Event().wait()

    async def acknowledge(self, frame: Frame) -> None:
        self._source.acknowledged.append(frame.body)

    async def receive(self, request: Request) -> Reply:
        return Reply(tuple(Frame(body, "pushed", "test", 0.0) for body in msgspec.json.decode(request.body)))


class Scripted(LiveSource):
    """Gives, connection after connection, the frames that it was told to."""

    app = "Scripted"
    Settings = msgspec.defstruct("Settings", [("room", str, "")])
    checked_on = "here"

    def __init__(self, script: list[list[Any]]) -> None:
        self.script = script
        self.acknowledged: list[Any] = []
        self.over = asyncio.Event()

    def open(self, settings: Any, kept: Kept) -> Connection:  # noqa: ARG002 - as every source
        return _Open(self)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if frame.body == "breaks":
            raise KeyError(frame.body)
        if frame.body == "garbage":
            raise Unreadable("this is not what this server sends")
        yield Message(str(frame.body), "t", "c", "a", "hi", datetime.now(UTC), self.provenance(frame))


def listening(monkeypatch: pytest.MonkeyPatch, source: Scripted, writer: Writer, **table: Any) -> Listening:
    monkeypatch.setattr(plugins, "find", lambda *_: (source,))
    monkeypatch.setattr(Scripted, "name", "scripted")
    monkeypatch.setattr(module, "_FIRST_PAUSE", 0.0)
    return Listening("club", {"kind": "scripted", **table}, writer, KeptInMemory())  # type: ignore[arg-type]


async def _until_over(made: Listening, source: Scripted) -> None:
    task = asyncio.create_task(made.run())
    await asyncio.wait_for(source.over.wait(), 10)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def test_frames_are_stored_and_then_acknowledged(monkeypatch: pytest.MonkeyPatch) -> None:
    source, writer = Scripted([[1, 2], [3]]), Writer()
    made = listening(monkeypatch, source, writer)
    asyncio.run(_until_over(made, source))
    assert writer.stored == ["1", "2", "3"]
    assert source.acknowledged == [1, 2, 3]


def test_what_is_not_stored_is_not_acknowledged(monkeypatch: pytest.MonkeyPatch) -> None:
    source, writer = Scripted([[1]]), Writer(lets=False)
    made = listening(monkeypatch, source, writer)
    asyncio.run(_until_over(made, source))
    assert len(writer.asked) == 1
    assert source.acknowledged == []


def test_a_lost_server_is_connected_again(monkeypatch: pytest.MonkeyPatch) -> None:
    source, writer = Scripted([[1, OSError("gone")], [2]]), Writer()
    made = listening(monkeypatch, source, writer)
    asyncio.run(_until_over(made, source))
    assert writer.stored == ["1", "2"]
    assert made.figures.lost == 1
    assert "gone" in made.figures.trouble


def test_a_source_that_cannot_be_used_is_given_up_and_says_why(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    source, writer = Scripted([[1, Unusable("the token is not known there")], [2]]), Writer()
    made = listening(monkeypatch, source, writer)
    asyncio.run(asyncio.wait_for(made.run(), 10))
    assert writer.stored == ["1"], "what came before is stored"
    assert source.script == [[2]], "it is not connected again"
    assert (made.figures.connected, made.figures.trouble) == (False, "given up: the token is not known there")
    assert "Source club is given up; change what is wrong, and start again: the token is not known there" in caplog.text
    with pytest.raises(OSError, match="not connected"):
        asyncio.run(made.warn(notice("Scripted", "a", "c")))


def test_a_missing_secret_gives_up_one_source_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Locked(Scripted):
        def open(self, settings: Any, kept: Kept) -> Connection:
            del settings, kept
            raise Unusable("CLUB_TOKEN is not set")

    async def run() -> None:
        writer, open_one = Writer(), Scripted([[1]])
        given_up = listening(monkeypatch, Locked([]), writer)
        going_on = listening(monkeypatch, open_one, writer)
        together = asyncio.gather(given_up.run(), going_on.run())
        await asyncio.wait_for(open_one.over.wait(), 10)
        together.cancel()
        await asyncio.gather(together, return_exceptions=True)
        assert writer.stored == ["1"]
        assert given_up.figures.trouble == "given up: CLUB_TOKEN is not set"
        assert going_on.figures.trouble == ""

    asyncio.run(run())


def test_a_connection_that_gave_something_is_missed_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """However often a server falls over: what was a good connection begins anew with the shortest pause."""
    pauses: list[float] = []
    sleeps = asyncio.sleep

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        await sleeps(0)

    source = Scripted([[OSError("away")], [OSError("away")], [1, OSError("gone")], [2, OSError("gone")], [3]])
    made = listening(monkeypatch, source, Writer())
    monkeypatch.setattr(module, "_FIRST_PAUSE", 1.0)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    asyncio.run(_until_over(made, source))
    assert len(pauses) == 4
    assert all(0.8 * middle <= pause <= 1.2 * middle for pause, middle in zip(pauses, (1, 2, 1, 1), strict=True))


def test_pauses_between_tries_grow_to_a_minute_and_are_not_all_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    class Away(Scripted):
        def open(self, settings: Any, kept: Kept) -> Connection:
            del settings, kept
            raise OSError("away")

    class Enough(BaseException):
        """Ends what would try for ever."""

    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 12:
            raise Enough

    made = listening(monkeypatch, Away([]), Writer())
    monkeypatch.setattr(module, "_FIRST_PAUSE", 1.0)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    with pytest.raises(Enough):
        asyncio.run(made.run())
    for place, pause in enumerate(pauses):
        middle = min(2.0**place, 60.0)
        assert 0.8 * middle <= pause <= 1.2 * middle
    assert len({pause / min(2.0**place, 60.0) for place, pause in enumerate(pauses)}) > 1
    assert made.figures.lost == 12


def test_a_frame_that_cannot_be_read_is_counted_and_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    source, writer = Scripted([["garbage", 1]]), Writer()
    made = listening(monkeypatch, source, writer)
    asyncio.run(_until_over(made, source))
    assert writer.stored == ["1"]
    assert made.figures.unreadable == 1
    assert source.acknowledged == ["garbage", 1]


def test_a_frame_that_breaks_the_reader_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The server would give it again for ever, and everything behind it would wait."""
    source, writer = Scripted([[1, "breaks", 2]]), Writer()
    made = listening(monkeypatch, source, writer)
    asyncio.run(_until_over(made, source))
    assert writer.stored == ["1", "2"]
    assert source.acknowledged == [1, "breaks", 2]
    assert (made.figures.unreadable, made.figures.lost) == (1, 0)
    assert "KeyError" in caplog.text


def test_a_message_that_is_refused_is_said_in_the_log_with_its_place(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Refuses(Writer):
        def submit(self, incoming: Incoming) -> "Future[list[Receipt]]":
            answer: Future[list[Receipt]] = Future()
            told = [told for told in incoming.told if isinstance(told, Message)]
            answer.set_result([Receipt(each, 0, trouble="no") for each in told])
            return answer

    source = Scripted([[7]])
    asyncio.run(_until_over(listening(monkeypatch, source, Refuses()), source))
    assert "frame 7: not taken in" in caplog.text
    assert "hi" not in caplog.text.split("frame 7")[1]


def test_a_fact_that_is_refused_is_said_in_the_log_with_its_place_and_without_a_name(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Choosy(Writer):
        def submit(self, incoming: Incoming) -> "Future[list[Receipt]]":
            incoming.refuse(1, Refusal("age", NO_AGE, "send another"))
            return super().submit(incoming)

    class Knowing(Scripted):
        def decode(self, frame: Frame) -> Iterator[Fact]:
            yield from super().decode(frame)
            yield AccountFacts("nightowl", "chat", age=900)

    source = Knowing([["a", "b"]])
    writer = Choosy()
    asyncio.run(_until_over(listening(monkeypatch, source, writer), source))
    assert f"Source club, frame a: AccountFacts age not taken in: {NO_AGE}" in caplog.text
    assert "nightowl" not in caplog.text
    assert writer.stored == ["a", "b"]


def test_an_unknown_kind_and_a_wrong_setting_are_refused_with_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unusable, match=r"sources.club.*nothing-such"):
        Listening("club", {"kind": "nothing-such"}, Writer(), KeptInMemory())  # type: ignore[arg-type]
    with pytest.raises(Unusable, match=r"sources.club.*room"):
        listening(monkeypatch, Scripted([]), Writer(), room=3)


def test_what_a_connection_keeps_is_there_after_a_restart(database: Database) -> None:
    KeptInDatabase(database, "club").put("since", "s12")
    KeptInDatabase(database, "club").put("since", "s13")
    assert KeptInDatabase(database, "club").get("since") == "s13"
    assert KeptInDatabase(database, "other").get("since") == ""


def test_what_is_known_of_people_is_bounded_and_what_was_erased_is_soon_forgotten(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = 1_000.0
    monkeypatch.setattr(module, "_MOST_KNOWN", 3)
    monkeypatch.setattr(time, "monotonic", lambda: moment)
    kept = KeptInDatabase(database, "club")
    kept.put("child k", "!room")
    for number in range(10):
        assert kept.get(f"child {number}") == ""
        assert kept.get("child k") == "!room"
    assert len(kept._known) == 3  # noqa: SLF001 - what it holds is what is tried here
    with database.writing() as connection:
        connection.execute(delete(source_places))
    moment += 61
    assert kept.get("child k") == ""
