"""Which chats are shown, in which form, and that what was learned from is marked."""

import numpy as np
import pytest

from belisha.study import chats_shown
from belisha.study.chats_shown import (
    ALONE,
    GUESSED,
    LINES,
    ONE_STRING,
    UNKNOWN,
    WHOLE,
    WOVEN,
    Shown,
    cut,
    in_turn,
    shown,
)
from belisha.study.corpora import LabelledConversation, Side, Turn, side_of

WORDS = "the bus was late again and nobody knew why"
UNSEEN = [name for name in map(str, range(60)) if side_of(name) is Side.TEST]
SEEN = [name for name in map(str, range(60)) if side_of(name) is not Side.TEST]


def talk(name: str, source: str, *turns: Turn, label: bool = False) -> LabelledConversation:
    return LabelledConversation(name, name, source, label, turns, groomer="p" if label else None)


def corpus() -> list[LabelledConversation]:
    chat = (Turn("a", "hello"), Turn("b", "hi"))
    flat = Turn(None, " ".join([WORDS] * 12))
    two = (Turn("p", "hello", 0.0), Turn("d", "hi", 0.5))
    return [
        *(talk(name, "messenger", *chat) for name in UNSEEN + SEEN),
        *(talk(name, "strings", flat) for name in UNSEEN),
        *(talk(name, "posts", Turn(None, "hello")) for name in UNSEEN + SEEN),
        *(talk(name, "whole", *two, label=True) for name in UNSEEN + SEEN),
        *(talk(name, "halves", Turn("p", name), label=True) for name in UNSEEN[:3]),
        *(talk(name, "halves", Turn("d", name), label=True) for name in UNSEEN[:3]),
        talk(UNSEEN[4], "one half", Turn("p", "hello"), label=True),
    ]


def test_every_source_is_shown_in_the_forms_it_can_have() -> None:
    found = shown(corpus(), 0)
    forms = {(chat.source, chat.form, chat.learned) for chat in found.ordinary}
    assert forms == {
        ("messenger", "as it is", False),
        ("messenger", "as it is", True),
        ("strings", ONE_STRING, False),
        ("strings", UNKNOWN, False),
        ("strings", GUESSED, False),
        ("posts", LINES, False),
        ("posts", LINES, True),
    }
    assert [chat.form for chat in found.cases] == [WHOLE] * len(UNSEEN) + [WOVEN] * 3 + [ALONE]
    assert found.available["messenger"] == len(UNSEEN)


def test_only_the_test_side_counts_as_unseen() -> None:
    found = shown(corpus(), 0)
    assert {chat.id for chat in found.ordinary if not chat.learned} <= set(UNSEEN)
    assert {chat.id for chat in found.ordinary if chat.learned} <= set(SEEN)
    assert {chat.id for chat in found.cases} == set(UNSEEN)


def test_the_same_seed_shows_the_same_and_large_sources_are_drawn_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats_shown, "MOST_MESSAGES", 6)

    def drawn(found: Shown) -> list[str]:
        return [chat.id for chat in found.ordinary if chat.source == "messenger" and not chat.learned]

    assert drawn(shown(corpus(), 3)) == drawn(shown(corpus(), 3))
    assert len(drawn(shown(corpus(), 3))) == 3
    assert len({tuple(drawn(shown(corpus(), seed))) for seed in range(8)}) > 1


def test_long_cases_are_read_from_their_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chats_shown, "LONGEST_CASE", 1)
    whole = [chat for chat in shown(corpus(), 0).cases if chat.form == WHOLE]
    assert {chat.turns for chat in whole} == {(Turn("p", "hello", 0.0),)}


def test_cutting_keeps_the_words_and_loses_the_rest() -> None:
    turns = [Turn("a", WORDS, float(minute)) for minute in range(30)]
    pieces = cut(turns, np.random.default_rng(0))
    assert " ".join(piece.text for piece in pieces) == " ".join([WORDS] * 30)
    assert {(piece.speaker, piece.minutes) for piece in pieces} == {(None, None)}
    assert [turn.speaker for turn in in_turn(pieces)][:4] == ["a", "b", "a", "b"]
