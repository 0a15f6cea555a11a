"""Attacks rewrite what the groomer writes, the same way for the same seed, and a person can still read it."""

import numpy as np
import pytest

from belisha.study.attack_figures import under_attack
from belisha.study.attacks import ATTACKS, Attack, attacked
from belisha.study.chats_shown import WHOLE, Chat
from belisha.study.corpora import Turn
from belisha.study.watching import Viewer
from belisha.text import readings

CHAT = Chat(
    "case",
    "invented",
    WHOLE,
    label=True,
    turns=(
        Turn("a", "hello there, how old are you", 0.0),
        Turn("b", "twelve and you", 1.0),
        Turn("a", "please keep this between us and never tell your mother", 2.0),
        Turn("b", "why should we keep that secret", 3.0),
        Turn("a", "because nobody else would understand the two of us", 4.0),
    ),
    groomer="a",
)
UNDONE = {"digits for letters", "look-alike letters", "styled letters", "invisible characters", "odd case"}
"""Attacks that folding undoes but for single words."""


def by_name(name: str) -> Attack:
    return next(attack for attack in ATTACKS if attack.name == name)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_it_rewrites_only_the_groomer_and_repeats_for_a_seed(attack: Attack) -> None:
    first, again, other = (attacked(CHAT, attack, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first == again
    assert first.form == attack.name
    for chat in (first, other):
        assert [turn for turn in chat.turns if turn.speaker == "b"] == [CHAT.turns[1], CHAT.turns[3]]
        assert chat.turns != CHAT.turns


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_times_do_not_run_backwards(attack: Attack) -> None:
    minutes = [turn.minutes for turn in attacked(CHAT, attack, np.random.default_rng(0)).turns]
    assert None not in minutes
    assert minutes == sorted(minutes, key=lambda minute: minute or 0.0)


def test_everybody_is_rewritten_where_nobody_is_known() -> None:
    unknown = Chat("x", "invented", WHOLE, label=True, turns=(Turn(None, "hello"), Turn(None, "goodbye")))
    rewritten = attacked(unknown, by_name("quoted"), np.random.default_rng(0))
    assert [turn.text for turn in rewritten.turns] == ['"hello"', '"goodbye"']


@pytest.mark.parametrize("name", sorted(UNDONE))
def test_most_words_can_be_read_again(name: str) -> None:
    words = wrong = 0
    for seed in range(20):
        chat = attacked(CHAT, by_name(name), np.random.default_rng(seed))
        for before, after in zip(CHAT.turns, chat.turns, strict=True):
            read = {word for reading in readings(after.text) for word in reading.text.replace(",", "").split()}
            wanted = before.text.replace(",", "").split()
            words += len(wanted)
            wrong += sum(word not in read for word in wanted)
    assert wrong <= 0.1 * words


def test_split_lines_say_the_same_words() -> None:
    chat = attacked(CHAT, by_name("split lines"), np.random.default_rng(3))
    assert len(chat.turns) > len(CHAT.turns)
    assert " ".join(turn.text for turn in chat.turns) == " ".join(turn.text for turn in CHAT.turns)


def test_the_figures_count_only_lights_that_were_there_before() -> None:
    harmless = Chat("small talk", "invented", WHOLE, label=True, turns=(Turn("a", "nice weather", 0.0),), groomer="a")
    figures = under_attack([CHAT, harmless], Viewer(), seed=0)
    assert [each.attack for each in figures] == ["as they are", *(attack.name for attack in ATTACKS)]
    plain = figures[0]
    assert plain.amber.count == plain.amber.of
    assert all(each.amber.of == plain.amber.of and each.red.of == plain.red.of for each in figures)
    assert all(each.red.count <= each.amber.count for each in figures)
    assert plain.amber.of <= 1
