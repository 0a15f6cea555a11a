"""Lessons say what was labelled, and trust the rest the less the less sure it is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from belisha.study.corpora import LabelledConversation, Turn
from belisha.study.invented import InventedMessage
from belisha.study.lessons import (
    COMPLETE,
    HINTED,
    LABELLED,
    LOOKS_ALIKE,
    OF_TACTIC,
    OFTEN_UNSEEN,
    of_invented,
    of_talk,
    tactics_of,
    typed_otherwise,
    words_left_out,
)
from belisha.study.talk_lines import MOST_LINES, MOST_WORDS, TalkLine, talk_lines

MESSAGES = [
    InventedMessage("How OLD are you", "Hi", "", ("asks_age",), (), complete=False, group="asks_age"),
    InventedMessage("he is old", "", "", (), ("asks_age",), complete=False, group="asks_age"),
    InventedMessage("no", "", "come on", ("refuses",), (), complete=True, group="scene"),
]


def test_labels_count_most_and_a_scene_is_trusted_more_than_a_line() -> None:
    tactics = tactics_of(MESSAGES)
    assert tactics == ("asks_age", "refuses")
    lessons = of_invented(MESSAGES, tactics)
    assert lessons.wanted.tolist() == [[1, 0], [0, 0], [0, 1]]
    expected = [[LABELLED, OF_TACTIC], [LABELLED, LOOKS_ALIKE], [COMPLETE, LABELLED]]
    np.testing.assert_allclose(lessons.weight, expected)
    assert lessons.written[0] == "How OLD are you"
    assert (lessons.texts[0], lessons.same[0], lessons.other[2]) == ("how old are you", "hi", "come on")
    assert lessons.some([2]).texts == ["no"]
    assert lessons.some([2]).wanted.tolist() == [[0, 1]]


def test_lines_of_the_corpora_count_little_and_least_where_phrases_miss_most() -> None:
    tactics = ("asks_to_delete", "refuses")
    hinted = TalkLine("delete this", "delete this", ("asks_to_delete", "sexual_solicitation"), source="meld")
    plain = TalkLine("hello", "hello", (), source="meld")
    lessons = of_talk([hinted, plain], tactics)
    assert lessons.wanted.tolist() == [[1, 0], [0, 0]]
    np.testing.assert_allclose(lessons.weight, [[HINTED, OFTEN_UNSEEN]] * 2)


@given(st.text(alphabet="abct youare2'", max_size=60), st.integers(0, 9))
def test_what_is_typed_otherwise_stays_close_and_is_never_lost(text: str, seed: int) -> None:
    other = typed_otherwise(text, np.random.default_rng(seed))
    assert other == typed_otherwise(text, np.random.default_rng(seed))
    assert bool(other.split()) == bool(text.split()) or len(text) <= 10
    left = words_left_out(text, np.random.default_rng(seed))
    assert bool(left) == bool(text)
    assert set(left.split()) <= set(text.split())


def conversation(name: str, source: str, *texts: str, label: bool = False) -> LabelledConversation:
    return LabelledConversation(name, name, source, label, tuple(Turn("a", text) for text in texts))


def test_lines_are_different_cut_to_length_hinted_and_in_an_order_of_the_seed() -> None:
    long = " ".join(f"word{number}" for number in range(MOST_WORDS + 1))
    given_chats = [
        conversation("1", "meld", "the bus was late", "the bus was late", "dont tell your mum"),
        conversation("2", "perverted_justice", "hello there", label=True),
        conversation("3", "pan12", long),
    ]
    lines = talk_lines(given_chats, 0)
    assert len(lines) == 2 + 1 + 4
    assert {line.text for line in lines if not line.ordinary} == {"hello there"}
    assert max(len(line.written.split()) for line in lines) <= MOST_WORDS
    hints = {line.text: line.hints for line in lines}
    assert "asks_for_secrecy" in hints["dont tell your mum"]
    assert hints["the bus was late"] == ()
    assert lines == talk_lines(given_chats, 0)
    assert [line.text for line in lines] != [line.text for line in talk_lines(given_chats, 1)]


def test_no_source_gives_more_than_its_share() -> None:
    texts = [f"line {number}" for number in range(MOST_LINES["flirt"] + 9)]
    assert len(talk_lines([conversation("1", "flirt_lines", *texts)], 0)) == MOST_LINES["flirt"]
