"""How fast messages are seen: the whole watch on both roads, and the parts that take its time."""

import msgspec
import pytest

from belisha import plugins
from belisha.clues import Clue
from belisha.model import Message
from belisha.scene import REMEMBERED_MESSAGES, Conversation
from belisha.stream.lanes import named_audience
from belisha.stream.memory import Memory
from belisha.stream.scanner import Scanner
from belisha.stream.watch import Watch
from belisha.tactic_model import TacticModel
from belisha.text import readings
from belisha.text_model import TextModel
from bench.conftest import Measure

SEEN = 2_000
WRITTEN = 100
GROUP = "watch"


@pytest.fixture(scope="session")
def seen(said: list[Message]) -> list[Message]:
    """The messages that are watched: whole conversations."""
    return said[:SEEN]


@pytest.fixture(scope="session")
def watch(said: list[Message]) -> Watch:
    """A watch with hyperscan in use, which has met the words of the chats."""
    made = Watch([named_audience("moderators")])
    made.get_ready()
    for _ in made.see_many(said[SEEN : 2 * SEEN]):
        pass
    return made


def _forget(watch: Watch) -> None:
    watch.memory = Memory()
    TacticModel.load().forget()


def test_bulk_road(measure: Measure, seen: list[Message], watch: Watch) -> None:
    noticed = measure(
        (GROUP, "whole watch, in bulk"),
        SEEN,
        lambda: [*watch.see_many(seen)],
        begin=lambda: _forget(watch),
    )
    assert len(noticed) == SEEN
    assert any(each.changes for each in noticed)


def test_one_at_a_time(measure: Measure, seen: list[Message], watch: Watch) -> None:
    noticed = measure(
        (GROUP, "whole watch, one at a time"),
        SEEN,
        lambda: [watch.see(each) for each in seen],
        begin=lambda: _forget(watch),
    )
    assert len(noticed) == SEEN


def test_memory(measure: Measure, seen: list[Message], watch: Watch) -> None:
    _forget(watch)
    for each in seen[: 2 * REMEMBERED_MESSAGES - 1]:
        watch.see(each)
    (fullest,) = watch.memory.conversations.values()

    def written_and_read() -> list[Conversation]:
        contents = [msgspec.msgpack.encode(fullest) for _ in range(WRITTEN)]
        return [msgspec.msgpack.decode(content, type=Conversation) for content in contents]

    again = measure((GROUP, "memory of one conversation, to bytes and back"), WRITTEN, written_and_read)
    assert again == [fullest] * WRITTEN


def test_folding(measure: Measure, seen: list[Message]) -> None:
    measure((GROUP, "folding the text"), SEEN, lambda: [readings(each.text) for each in seen])


@pytest.mark.parametrize(("road", "compile_after"), [("hyperscan", 0), ("plain expressions", None)])
def test_phrases(road: str, compile_after: int | None, measure: Measure, seen: list[Message]) -> None:
    if compile_after is not None:
        pytest.importorskip("hyperscan")
    scanner = Scanner(plugins.find("belisha.clues", Clue), compile_after=compile_after)
    texts = [readings(each.text) for each in seen]
    hits = measure((GROUP, f"phrases, with {road}"), SEEN, lambda: [scanner.hits(folded) for folded in texts])
    assert any(hits)


def test_text_model(measure: Measure, seen: list[Message]) -> None:
    model, texts = TextModel.load(), [each.text for each in seen]
    scores = measure((GROUP, "text model"), SEEN, lambda: model.score(texts))
    assert len(scores.likeness) == SEEN


def test_tactic_model(measure: Measure, seen: list[Message]) -> None:
    model, texts = TacticModel.load(), [readings(each.text)[0].text for each in seen]
    same, other = ["", "", *texts[:-2]], ["", *texts[:-1]]
    read = measure((GROUP, "tactic model"), SEEN, lambda: model.read(texts, same, other), begin=model.forget)
    assert len(read) == SEEN
