"""Readings can be taken apart, grow with evidence, and never come from one kind of clue alone."""

import math
from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha import plugins
from belisha.concern.weigh import MOST_EXCUSED, ONE_FAMILY_LIMIT, STARTING_POINT, as_concern, weigh, weigh_account
from belisha.lights import Audience
from belisha.model import Family, Light, Reading, Sighting
from belisha.weights import Weights
from tests.strategies import START, sightings

NOW = Sighting("now", Family.PACE, 1, 1, "500", 500, "kim", "kim", "A reason.", START + timedelta(minutes=500))


def read(found: list[Sighting]) -> Reading:
    return weigh("conversation:c", "kim", found, NOW, 500)


def summed(reading: Reading) -> float:
    """The evidence added up, before it is said what such sums meant."""
    return sum(part.decibans for part in reading.because if part.what != "calibration")


def sighted(clue: str, family: Family, decibans: float, index: int = 500) -> Sighting:
    return msgspec.structs.replace(NOW, clue=clue, family=family, decibans=decibans, index=index)


@given(st.lists(sightings(), max_size=30))
def test_the_parts_sum_to_the_whole(found: list[Sighting]) -> None:
    reading = read(found)
    assert math.isclose(sum(part.decibans for part in reading.because), reading.decibans, abs_tol=1e-9)
    assert math.isclose(as_concern(reading.decibans), reading.concern)
    assert 0 <= reading.concern <= 1


@given(st.lists(sightings(), max_size=30), sightings())
def test_more_evidence_never_lowers_concern(found: list[Sighting], more: Sighting) -> None:
    before, after = read(found).decibans, read([*found, more]).decibans
    if more.family is Family.INNOCENCE:
        assert after <= before + 1e-9
    else:
        assert after >= before - 1e-9


@given(st.lists(sightings(), max_size=20), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(found: list[Sighting], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert math.isclose(read(found).decibans, read(shuffled).decibans, abs_tol=1e-9)


@given(
    st.lists(sightings(), min_size=1, max_size=60), st.sampled_from([f for f in Family if f is not Family.INNOCENCE])
)
def test_one_kind_of_clue_never_reaches_amber(found: list[Sighting], family: Family) -> None:
    alone = [msgspec.structs.replace(each, family=family, decibans=abs(each.decibans)) for each in found]
    assert summed(read(alone)) < ONE_FAMILY_LIMIT
    lowest = min(audience.shown_from(Light.AMBER) for audience in plugins.find("belisha.lights", Audience))
    assert as_concern(Weights.load().meant(ONE_FAMILY_LIMIT)) <= lowest


def test_two_families_count_more_than_their_sum() -> None:
    both = read([sighted("secret", Family.SECRECY, 8), sighted("move", Family.MOVING, 5)])
    assert summed(both) > STARTING_POINT + 13
    assert "combination" in [part.what for part in both.because]


def test_repeats_count_less_and_less() -> None:
    once = summed(read([sighted("move", Family.MOVING, 4)]))
    often = summed(read([sighted("move", Family.MOVING, 4, index) for index in range(490, 500)]))
    assert once < often < STARTING_POINT + 8.01


def test_evidence_fades_with_talk_and_with_time() -> None:
    fresh = read([sighted("a", Family.SECRECY, 8, 499), sighted("b", Family.MOVING, 5, 499)])
    buried = read([sighted("a", Family.SECRECY, 8, 1), sighted("b", Family.MOVING, 5, 1)])
    assert buried.decibans < fresh.decibans


def test_excuses_are_bounded_because_they_can_be_feigned() -> None:
    threat = [sighted("a", Family.THREAT, 14), sighted("b", Family.PICTURES, 8)]
    excuses = [sighted(f"excuse_{number}", Family.INNOCENCE, -9) for number in range(9)]
    assert summed(read([*threat, *excuses])) == pytest.approx(summed(read(threat)) + MOST_EXCUSED)


def test_haste_within_minutes_rings_its_own_clock() -> None:
    families = (Family.SELECTION, Family.PICTURES, Family.THREAT)
    reading = read([sighted(family.name, family, 5) for family in families])
    assert reading.clock == "within minutes"


def test_an_account_is_never_less_concerning_than_its_worst_conversation() -> None:
    reading = weigh_account("kim", [("c1", 12.0), ("c2", 9.0)], [])
    alone = weigh_account("kim", [("c1", 12.0)], [])
    assert alone.decibans == pytest.approx(STARTING_POINT + 12)
    assert reading.decibans > alone.decibans
    first, second = (Weights.load().summed(STARTING_POINT + each) - STARTING_POINT for each in (12.0, 9.0))
    assert summed(reading) == pytest.approx(STARTING_POINT + first + second / 2)
    assert math.isclose(sum(part.decibans for part in reading.because), reading.decibans)
