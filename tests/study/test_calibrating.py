"""What sums mean follows from chats of known truth, and never falls."""

import numpy as np
import pytest

from belisha.concern.weigh import STARTING_POINT
from belisha.study.calibrating import LEAST_SLOPE, MOST_SLOPE, Known, calibrated
from belisha.weights import Weights

pytest.importorskip("scipy", reason="the extra study is not installed")


def chats(cases: float, others: float, spread: float = 6.0, count: int = 4000) -> Known:
    """Sums around two means; between normal distributions of one spread the log-odds are a straight line."""
    chance = np.random.default_rng(0)
    summed = np.concatenate([chance.normal(cases, spread, count), chance.normal(others, spread, count)])
    return Known(summed, np.repeat([True, False], count), np.ones(2 * count))


def test_the_line_is_the_weight_of_evidence_above_the_starting_point() -> None:
    known = chats(cases=5.0, others=-10.0)
    meaning = Weights(calibration=calibrated(known))
    for summed in (-15.0, -10.0, -2.5, 5.0, 10.0):
        natural = (summed + 2.5) * 15.0 / 36.0
        assert meaning.meant(summed) == pytest.approx(STARTING_POINT + natural * 10 / np.log(10), abs=1.6)


def test_it_rises_within_bounds_even_where_chats_say_the_opposite() -> None:
    for known in (chats(-10.0, 5.0), chats(40.0, -40.0, 1.0, 50)):
        points = calibrated(known)
        slopes = np.diff([meant for _, meant in points]) / np.diff([summed for summed, _ in points])
        assert slopes.min() >= LEAST_SLOPE - 0.02
        assert slopes.max() <= MOST_SLOPE + 0.02


def test_few_chats_never_make_it_certain() -> None:
    few, many = (Weights(calibration=calibrated(chats(30.0, -30.0, 2.0, count))) for count in (20, 4000))
    assert few.meant(30.0) < many.meant(30.0)
    assert few.meant(30.0) < STARTING_POINT + 20


def test_how_much_a_chat_counts_changes_what_is_learned() -> None:
    known = chats(5.0, -10.0, count=500)
    heavy = known._replace(weight=np.where(known.case | (known.summed < -10), 1.0, 5.0))
    assert Weights(calibration=calibrated(heavy)).meant(5.0) < Weights(calibration=calibrated(known)).meant(5.0) - 1
