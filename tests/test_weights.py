"""The file of weights is read whole, and sums keep their order in what they mean."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha import plugins
from belisha.clues import AccountClue, Clue
from belisha.lights import Audience
from belisha.weights import Weights

RISING = st.lists(st.tuples(st.floats(0.5, 20), st.floats(0.1, 20)), min_size=2, max_size=8)
SUM = st.floats(-200, 200)


def line(steps: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    points = [(-50.0, -60.0)]
    for across, up in steps:
        points.append((points[-1][0] + across, points[-1][1] + up))
    return tuple(points)


@given(RISING, SUM, SUM)
def test_more_evidence_means_more(steps: list[tuple[float, float]], one: float, other: float) -> None:
    weights = Weights(calibration=line(steps))
    less, more = sorted((one, other))
    assert weights.meant(less) <= weights.meant(more)
    assert (weights.meant(more) > weights.meant(less)) is (more - less > 1e-9) or more - less < 1e-9


@given(RISING, SUM)
def test_what_was_meant_leads_back_to_the_sum(steps: list[tuple[float, float]], summed: float) -> None:
    weights = Weights(calibration=line(steps))
    assert weights.summed(weights.meant(summed)) == pytest.approx(summed, abs=1e-6)
    assert Weights().summed(summed) == summed


def test_it_meets_its_points_lies_between_them_and_goes_on_beyond() -> None:
    weights = Weights(calibration=((-30.0, -40.0), (0.0, -10.0), (10.0, -5.0)))
    given_sums = (-60.0, -30.0, -15.0, 0.0, 5.0, 10.0, 20.0)
    assert [weights.meant(each) for each in given_sums] == [-70, -40, -25, -10, -7.5, -5, 0]
    assert Weights().meant(7.0) == 7.0


@pytest.mark.parametrize("points", [((1.0, 1.0),), ((1.0, 1.0), (2.0, 1.0)), ((1.0, 1.0), (1.0, 2.0))])
def test_a_line_that_does_not_rise_is_refused(points: tuple[tuple[float, float], ...], tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="must rise"):
        Weights(calibration=points)
    (tmp_path / "w.json").write_text(json.dumps({"calibration": points}), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="must rise"):
        Weights.load(tmp_path / "w.json")


def test_the_shipped_file_knows_only_what_there_is() -> None:
    shipped = Weights.load()
    clues = {clue.name: clue for kind in (Clue, AccountClue) for clue in plugins.find("belisha.clues", kind)}
    assert set(shipped.clues) <= set(clues)
    assert all((decibans > 0) is (clues[name].decibans > 0) for name, decibans in shipped.clues.items())
    assert set(shipped.lights) <= {audience.name for audience in plugins.find("belisha.lights", Audience)}
    assert shipped.learned_from
