"""A sentence that comes in pieces is read whole; lines that stand alone are not joined."""

from datetime import timedelta

import pytest

from belisha.model import Message, Provenance
from belisha.stream.lanes import named_audience
from belisha.stream.memory import Memory
from belisha.stream.split_lines import continued, read_in_pieces
from belisha.stream.watch import Watch
from belisha.text import readings
from tests.strategies import START

WATCH = Watch([named_audience("moderators")])


def lines(*said: tuple[str | None, str, int | None]) -> list[Message]:
    return [
        Message(
            id=str(number),
            app="app",
            conversation="c",
            sender=sender,
            text=text,
            sent_at=None if second is None else START + timedelta(seconds=second),
            provenance=Provenance("test", "test", "", f"line {number}"),
        )
        for number, (sender, text, second) in enumerate(said, start=1)
    ]


def read(*said: tuple[str | None, str, int | None]) -> list[str]:
    messages = lines(*said)
    return [found[0].text for found in continued(messages, [readings(m.text) for m in messages], Memory())]


def test_pieces_are_joined_one_after_the_other() -> None:
    assert read(("a", "how", 0), ("a", "OLD", 3), ("a", "r u", 5)) == ["how", "how old", "how old r u"]


@pytest.mark.parametrize(
    "said",
    [
        (("a", "how", 0), ("b", "old", 3)),
        (("a", "how", 0), ("a", "old", 90)),
        (("a", "how", 0), ("a", "old are you then my friend", 3)),
        (("a", "how come you never told me", 0), ("a", "old man", 3)),
        (("a", "what?", 0), ("a", "old man", 3)),
        ((None, "how", 0), (None, "old", 3)),
        (("a", "how", 5), ("a", "old", 3)),
    ],
)
def test_what_is_no_piece_stands_alone(said: tuple[tuple[str | None, str, int | None], ...]) -> None:
    assert read(*said)[-1] == said[-1][1]


def test_pieces_without_times_are_joined() -> None:
    assert read(("a", "send me", None), ("a", "a pic", None))[-1] == "send me a pic"


@pytest.mark.parametrize("together", [True, False])
def test_a_question_in_pieces_is_seen_once(together: bool) -> None:
    messages = lines(("a", "hi", 0), ("b", "hello", 9), ("a", "how", 20), ("a", "old", 22), ("a", "are you", 25))
    WATCH.memory = Memory()
    noticed = list(WATCH.see_many(messages)) if together else [WATCH.see(message) for message in messages]
    seen = [(each.index, sighting) for each in noticed for sighting in each.sightings if sighting.clue == "asks_age"]
    assert len(seen) == 1
    assert seen[0][0] in {4, 5}


def test_half_a_sentence_is_believed_less() -> None:
    read = {"blackmails": 0.93, "asks_age": 0.99}
    assert read_in_pieces("i will send it", read, ()) == {"asks_age": 0.99}
    assert read_in_pieces("i will send it", read, ("asks_age",)) == {}
    assert read_in_pieces("i will send it to", read, ()) == {}
