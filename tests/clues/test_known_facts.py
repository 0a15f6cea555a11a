"""Clues that read what the platform knows of accounts, which examples cannot state."""

from collections.abc import Iterable

import pytest

from belisha.model import AccountFacts
from belisha.stream.watch import Watch
from tests.clues.played_examples import messages


def _seen(facts: Iterable[AccountFacts], *lines: str) -> dict[str, float]:
    watch = Watch(audiences=())
    for fact in facts:
        watch.know(fact)
    found = watch.see_many(messages(lines))
    return {sighting.clue: sighting.strength for noticed in found for sighting in noticed.sightings}


CHILD = AccountFacts(account="b", age=12, role="child")
LINES = ("a: hi", "b: hi", "a: nice goal")


@pytest.mark.parametrize(
    ("own", "strength"),
    [
        (AccountFacts(account="a", age=31), 1.0),
        (AccountFacts(account="a", role="adult"), 1.0),
        (AccountFacts(account="c"), 0.6),
        (AccountFacts(account="a", age=13), None),
        (AccountFacts(account="a", age=31, known_by=("b",)), None),
        (AccountFacts(account="a", role="moderator"), None),
    ],
)
def test_an_adult_or_nobody_known_writes_to_a_known_child(own: AccountFacts, strength: float | None) -> None:
    assert _seen([CHILD, own], *LINES).get("adult_writes_to_child") == strength


@pytest.mark.parametrize(("known_by", "is_seen"), [((), True), (("b",), False)])
def test_both_ages_in_one_message_say_nothing_of_people_who_have_met(known_by: tuple[str, ...], is_seen: bool) -> None:
    own = AccountFacts(account="a", known_by=known_by)
    found = _seen([AccountFacts(account="b", age=12), own], "a: hi", "b: ur 40 and im 12")
    assert ("adult_writes_to_child" in found) == is_seen


def test_known_children_of_one_age_are_peers_and_stated_ages_count_less() -> None:
    known = _seen([CHILD, AccountFacts(account="a", age=13)], *LINES)
    stated = _seen([], "a: im 13", "b: im 12")
    assert known["peers_of_one_age"] > stated["peers_of_one_age"]


def test_a_known_adult_who_says_that_he_is_thirteen_is_no_peer() -> None:
    found = _seen([CHILD, AccountFacts(account="a", age=40)], "a: im 13", "b: im 12", "a: same")
    assert "peers_of_one_age" not in found


def test_recorded_contacts_are_known_in_real_life() -> None:
    nan = AccountFacts(account="a", known_by=("b",))
    assert _seen([CHILD, nan], *LINES)["known_in_real_life"] == 1.0


def test_known_adults_do_not_state_a_young_age() -> None:
    found = _seen([AccountFacts(account="b", age=30)], "a: hi", "b: im 12", "a: lol")
    assert "states_young_age" not in found
