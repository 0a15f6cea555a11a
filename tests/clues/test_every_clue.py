"""Promises that every clue keeps; a new file is tested here without being named."""

import time

import pytest

from belisha import plugins
from belisha.clues import AccountClue, Clue, PhraseClue, seen
from belisha.model import Family
from belisha.stream.scanner import Scanner
from tests.clues.played_examples import play

CLUES = {clue.name: clue for base in (Clue, AccountClue) for clue in plugins.find("belisha.clues", base)}
PHRASE_CLUES = [clue for clue in CLUES.values() if isinstance(clue, PhraseClue)]


@pytest.mark.parametrize("name", CLUES)
def test_it_explains_itself(name: str) -> None:
    clue = CLUES[name]
    assert type(clue).__doc__
    assert clue.means.endswith(".")
    assert clue.told.endswith(".")
    assert clue.innocent.endswith(".")
    assert clue.sources
    assert isinstance(clue.family, Family)


@pytest.mark.parametrize("name", CLUES)
def test_it_has_examples_both_ways(name: str) -> None:
    assert {example.seen for example in CLUES[name].examples} == {True, False}


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name, clue in CLUES.items() for number in range(len(clue.examples))]
)
def test_its_examples_hold(name: str, number: int) -> None:
    example = CLUES[name].examples[number]
    found = [sighting for sighting in play(example) if sighting.clue == name]
    assert bool(found) == example.seen, example.lines


@pytest.mark.parametrize("name", CLUES)
def test_sightings_are_in_range_and_say_why(name: str) -> None:
    clue = CLUES[name]
    for example in clue.examples:
        for sighting in play(example):
            if sighting.clue == name:
                assert 0 < sighting.strength <= 1
                assert sighting.because.endswith(".")
                assert sighting.family == clue.family


@pytest.mark.parametrize("name", CLUES)
def test_weight_has_the_sign_of_its_family(name: str) -> None:
    clue = CLUES[name]
    assert (clue.decibans < 0) == (clue.family is Family.INNOCENCE)
    # What is learned from cases may say more than anybody states from experience.
    assert abs(clue.decibans) <= (40 if clue.family is Family.LIKENESS else 20)


@pytest.mark.parametrize("name", CLUES)
def test_it_answers_the_same_twice(name: str) -> None:
    for example in CLUES[name].examples:
        assert play(example) == play(example)


@pytest.mark.parametrize("clue", PHRASE_CLUES, ids=lambda clue: clue.name)
def test_it_is_unmoved_by_spacing_and_case(clue: PhraseClue) -> None:
    for example in clue.examples:
        if any(":" in line for line in example.lines):
            continue
        shouted = seen(*(f"  {line.upper()} " for line in example.lines))
        assert any(sighting.clue == clue.name for sighting in play(shouted)) == example.seen


@pytest.mark.parametrize("clue", PHRASE_CLUES, ids=lambda clue: clue.name)
def test_its_phrases_stay_within_a_time_budget_on_hostile_text(clue: PhraseClue) -> None:
    scanner = Scanner([clue], compile_after=None)
    hostile = ("a", "how old ", "u r ", "1 ", " ", "dont tell me ", "you are ")
    for text in (part * (20_000 // len(part)) for part in hostile):
        start = time.perf_counter()
        scanner.scan(text)
        assert time.perf_counter() - start < 1.0


def test_a_phrase_is_found_wherever_it_stands_in_a_long_message() -> None:
    scanner = Scanner(PHRASE_CLUES, compile_after=0)
    for before in (0, 1_790, 1_795, 1_985, 1_999, 2_000, 60_000):
        text = "x" * before + " dont tell your mum " + "y" * 5_000
        span = scanner.scan(text)["asks_for_secrecy"]
        assert "tell" in text[slice(*span)]


def test_there_are_at_least_thirty_clues_of_every_family() -> None:
    assert len(CLUES) >= 30
    assert {clue.family for clue in CLUES.values()} == set(Family)


def test_both_roads_of_the_scanner_give_the_same_hits() -> None:
    fast, plain = Scanner(PHRASE_CLUES, compile_after=0), Scanner(PHRASE_CLUES, compile_after=None)
    texts = [line for clue in CLUES.values() for example in clue.examples for line in example.lines]
    for text in texts:
        assert fast.scan(text) == plain.scan(text)
