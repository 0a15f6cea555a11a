"""Promises that every audience keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha import plugins
from belisha.concern.weigh import as_concern
from belisha.lights import Audience
from belisha.model import Light, Reading

AUDIENCES = {audience.name: audience for audience in plugins.find("belisha.lights", Audience)}


def reading(decibans: float) -> Reading:
    return Reading("conversation:c", "kim", None, 1, "1", decibans, as_concern(decibans), "clock", ())


def test_there_are_the_four() -> None:
    assert set(AUDIENCES) == {"children", "parents", "moderators", "police"}


@pytest.mark.parametrize("name", AUDIENCES)
@given(decibans=st.tuples(st.floats(-60, 60), st.floats(-60, 60)))
def test_more_concern_never_shows_a_lower_light(name: str, decibans: tuple[float, float]) -> None:
    less, more = sorted(decibans)
    assert AUDIENCES[name].light(reading(less)) <= AUDIENCES[name].light(reading(more))


@pytest.mark.parametrize("name", AUDIENCES)
def test_a_shown_light_never_goes_down_by_itself(name: str) -> None:
    audience = AUDIENCES[name]
    assert audience.light(reading(-60), Light.RED) is Light.RED
    assert audience.light(None, Light.AMBER) is Light.AMBER


@pytest.mark.parametrize("name", AUDIENCES)
def test_green_never_says_safe_and_other_lights_say_what_to_do(name: str) -> None:
    words = AUDIENCES[name].words
    assert set(words) == set(Light)
    assert words[Light.GREEN].headline == "Nothing noticed"
    assert "not" in words[Light.GREEN].meaning
    assert not words[Light.GREEN].action
    assert words[Light.AMBER].action.endswith(".")
    assert words[Light.RED].action.endswith(".")


def test_the_child_is_warned_first_and_police_last() -> None:
    order = [AUDIENCES[name] for name in ("children", "parents", "moderators", "police")]
    ambers, reds = ([audience.shown_from(light) for audience in order] for light in (Light.AMBER, Light.RED))
    assert ambers == sorted(ambers)
    assert reds == sorted(reds)
    assert all(0 < amber < red < 1 for amber, red in zip(ambers, reds, strict=True))
    assert all(audience.shown_from(Light.GREEN) == 0 for audience in order)


def test_each_audience_bears_fewer_false_reds_than_ambers() -> None:
    assert all(0 < audience.false_reds < audience.false_ambers < 1 for audience in AUDIENCES.values())


def test_a_child_is_never_blamed() -> None:
    red = AUDIENCES["children"].words[Light.RED]
    assert "not your fault" in red.meaning
