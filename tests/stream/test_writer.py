"""The one writer serves everybody in line, together where it can, and tells each what became of it."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from belisha.model import How, Message, Provenance
from belisha.stream import writer as module
from belisha.stream.turn import Incoming, Receipt
from belisha.stream.writer import Busy, Writer

PLACE = Provenance("api", "api", "", "", How.LIVE)


class Slow:
    """An intake that waits until it may go on, and keeps how it was asked."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.may_go_on = threading.Event()
        self.begun = threading.Event()

    def take(self, incoming: Sequence[Incoming]) -> list[list[Receipt]]:
        self.begun.set()
        self.may_go_on.wait(10)
        self.batches.append(len(incoming))
        if any(each.source == "bad" for each in incoming):
            raise RuntimeError("no")
        return [[Receipt(told, 1) for told in each.told if isinstance(told, Message)] for each in incoming]

    def change(self, platform: str, act: object) -> object:
        assert callable(act)
        return act(None, platform, None)


def one(source: str = "api") -> Incoming:
    return Incoming("p", source, [Message("1", "chat", "c", "a", "hi", datetime.now(UTC), PLACE)])


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def writer(slow: Slow) -> Writer:
    made = Writer(slow)  # type: ignore[arg-type]
    made.start()
    return made


def test_those_who_wait_meanwhile_are_served_together(slow: Slow, writer: Writer) -> None:
    first = writer.submit(one())
    slow.begun.wait(10)
    others = [writer.submit(one()) for _ in range(9)]
    slow.may_go_on.set()
    assert [len(each.result(10)) for each in (first, *others)] == [1] * 10
    assert slow.batches == [1, 9]
    writer.stop()


def test_an_error_reaches_those_it_concerns_and_the_writer_goes_on(slow: Slow, writer: Writer) -> None:
    slow.may_go_on.set()
    with pytest.raises(RuntimeError):
        writer.submit(one("bad")).result(10)
    assert writer.submit(one()).result(10)
    assert writer.waiting == 0
    writer.stop()


def test_acts_take_their_turn_in_line(slow: Slow, writer: Writer) -> None:
    writer.submit(one())
    slow.begun.wait(10)
    act = writer.run("school", lambda _connection, platform, _watch: f"done for {platform}")
    after = writer.submit(one())
    slow.may_go_on.set()
    assert act.result(10) == "done for school"
    assert after.result(10)
    writer.stop()


def test_whoever_is_in_line_is_served_before_it_stops(slow: Slow, writer: Writer) -> None:
    waiting = [writer.submit(one()) for _ in range(5)]
    slow.may_go_on.set()
    writer.stop()
    assert all(each.done() for each in waiting)
    assert not writer.is_alive


def test_a_line_that_is_too_long_turns_callers_away(
    slow: Slow, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_WAITING", 3)
    waiting = [writer.submit(one()) for _ in range(3)]
    with pytest.raises(Busy):
        writer.submit(one())
    slow.may_go_on.set()
    assert all(each.result(10) for each in waiting)
    writer.stop()
