"""Thresholds let through what an audience can bear, and say where the chats cannot show it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha import plugins
from belisha.concern.weigh import as_concern
from belisha.lights import Audience
from belisha.study.light_thresholds import Harmless, reached_by, thresholds

AUDIENCES = plugins.find("belisha.lights", Audience)


def harmless(count: int = 4000) -> Harmless:
    chance = np.random.default_rng(0)
    return Harmless(chance.exponential(5.0, count) - 30.0, np.ones(count), np.arange(count) < count / 4)


def test_no_more_chats_than_can_be_borne_reach_a_threshold_that_can_be_shown() -> None:
    chats = harmless()
    found = {(each.audience, each.light): each for each in thresholds(AUDIENCES, chats, -100.0)}
    reached = np.array([as_concern(each) for each in chats.decibans])
    child, moderators = found["children", "amber"], found["moderators", "amber"]
    assert child.among == 1000
    assert child.shown
    assert 0.007 <= (reached[chats.strangers] >= child.concern).mean() <= 0.01
    assert moderators.rate / 2 <= (reached >= moderators.concern).mean() <= moderators.rate * 1.1
    assert not found["police", "red"].shown
    assert found["police", "red"].among == 4000
    assert found["police", "red"].rate == 1 / 100_000


def test_what_cannot_be_shown_is_reckoned_from_how_the_highest_thin_out() -> None:
    chats = harmless()
    for rate in (1e-4, 1e-5):
        expected = -30.0 - 5.0 * np.log(rate)
        assert reached_by(chats.decibans, chats.weight, rate) == pytest.approx(expected, abs=9.0)


def test_who_is_warned_sooner_is_never_warned_later_and_one_kind_of_clue_never_warns() -> None:
    chats = harmless()._replace(strangers=np.arange(4000) >= 0)
    low = chats._replace(decibans=np.where(np.arange(4000) < 50, -1.0, -40.0))
    for given_chats in (chats, low, harmless(40)):
        found = thresholds(AUDIENCES, given_chats, -8.0)
        assert [each.audience for each in found[::2]] == ["children", "parents", "moderators", "police"]
        for light in ("amber", "red"):
            concerns = [each.concern for each in found if each.light == light]
            assert concerns == sorted(concerns)
            assert concerns[0] >= as_concern(-8.0) - 1e-4
        assert all(amber.concern <= red.concern for amber, red in zip(found[::2], found[1::2], strict=True))


@given(st.lists(st.floats(-60, 30), min_size=2, max_size=60), st.floats(1e-6, 0.5))
def test_a_rarer_light_needs_more(decibans: list[float], rate: float) -> None:
    read, weight = np.array(decibans), np.ones(len(decibans))
    assert reached_by(read, weight, rate / 10) >= reached_by(read, weight, rate) - 1e-9
