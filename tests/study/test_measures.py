"""Measures against values worked out by hand, and against scikit-learn where it is installed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.study import measures

POSITIVE = np.array([0.9, 0.8, 0.4])
NEGATIVE = np.array([0.7, 0.4, 0.2, 0.1])

scores = st.lists(st.integers(0, 8).map(float), min_size=1, max_size=40).map(np.array)


def test_auc_by_hand() -> None:
    # of 12 pairs: 0.9 and 0.8 beat all four; 0.4 loses to 0.7, ties with 0.4, beats two
    assert measures.auc(POSITIVE, NEGATIVE) == pytest.approx(10.5 / 12)


def test_average_precision_by_hand() -> None:
    # at 0.9: 1/1, at 0.8: 2/2, at 0.4: 3 of 5
    assert measures.average_precision(POSITIVE, NEGATIVE) == pytest.approx((1 + 1 + 3 / 5) / 3)


@settings(deadline=None)  # the first call imports scikit-learn
@given(scores, scores)
def test_auc_and_average_precision_as_scikit_learn_has_them(positive: np.ndarray, negative: np.ndarray) -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    label = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
    both = np.r_[positive, negative]
    assert measures.auc(positive, negative) == pytest.approx(metrics.roc_auc_score(label, both))
    precise = metrics.average_precision_score(label, both)
    assert measures.average_precision(positive, negative) == pytest.approx(precise)


@pytest.mark.parametrize(("rate", "threshold", "recall"), [(0.0, 0.7, 2 / 3), (0.24, 0.7, 2 / 3), (0.25, 0.4, 2 / 3)])
def test_recall_at_a_rate_by_hand(rate: float, threshold: float, recall: float) -> None:
    assert measures.threshold_at(NEGATIVE, rate) == threshold
    assert measures.recall_at(POSITIVE, NEGATIVE, rate) == pytest.approx(recall)


@given(scores, st.floats(0, 0.99))
def test_no_more_negatives_are_above_than_allowed(negative: np.ndarray, rate: float) -> None:
    assert (negative > measures.threshold_at(negative, rate)).mean() <= rate + 1e-9


def test_f_beta_by_hand() -> None:
    # PAN 2012's winner: P 0.9804, R 0.7874 gave F0.5 0.9346 and F1 0.8734
    assert measures.f_beta(0.9804, 0.7874, 0.5) == pytest.approx(0.9346, abs=1e-4)
    assert measures.f_beta(0.9804, 0.7874, 1.0) == pytest.approx(0.8734, abs=1e-4)
    assert measures.f_beta(0.0, 1.0, 1.0) == 0.0


def test_f_beta_as_scikit_learn_has_it() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    truth, told = [1, 1, 1, 0, 0, 0], [1, 1, 0, 1, 0, 0]
    for beta in (0.5, 1.0, 3.0):
        assert measures.f_beta(2 / 3, 2 / 3, beta) == pytest.approx(metrics.fbeta_score(truth, told, beta=beta))


def test_precision_follows_the_base_rate() -> None:
    assert measures.precision_at(0.9, 0.01, 0.5) == pytest.approx(0.9 / 0.91)
    assert measures.precision_at(0.9, 0.01, 0.001) == pytest.approx(0.0826, abs=1e-4)
    assert measures.precision_at(0.0, 0.0, 0.5) == 0.0


def test_latency_penalty_is_nought_at_one_and_half_at_ninety() -> None:
    assert measures.latency_penalty(1) == 0.0
    assert measures.latency_penalty(90) == pytest.approx(0.5)


def test_f_latency_by_hand() -> None:
    assert measures.f_latency(0.9, [1, 90, 90]) == pytest.approx(0.45)
    assert measures.f_latency(0.9, []) == 0.0


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([1, 1, 1, 1, 1], 5),
        ([0] * 3 + [1] * 5, 8),
        ([1, 0] * 5, 9),
        ([1, 1, 0, 0, 0, 0, 0, 0, 0, 0] * 5, None),
        ([], None),
    ],
)
def test_a_warning_needs_five_of_the_last_ten(above: list[float], expected: int | None) -> None:
    assert measures.warned_after(above, 0.5) == expected


def test_the_interval_holds_the_value_and_is_the_same_each_time() -> None:
    chance = np.random.default_rng(0)
    positive = [chance.normal(2, 1, 5) for _ in range(30)]
    negative = [chance.normal(0, 1, 5) for _ in range(30)]
    first = measures.bootstrap(measures.auc, positive, negative, seed=1)
    assert first.low < first.value < first.high
    assert first == measures.bootstrap(measures.auc, positive, negative, seed=1)


def test_one_case_alone_gives_no_width_to_hide_behind() -> None:
    same = measures.bootstrap(measures.auc, [POSITIVE], [NEGATIVE], seed=1)
    assert same.low == same.high == same.value


def test_wilson_by_hand() -> None:
    # 5 of 50: 0.0435-0.2136 in Wilson (1927) as tabled by Newcombe (1998) for these counts
    found = measures.wilson(5, 50)
    assert (found.value, found.low, found.high) == pytest.approx((0.1, 0.0435, 0.2136), abs=1e-4)
    assert measures.wilson(0, 0) == measures.Interval(0.0, 0.0, 1.0)


@given(st.integers(0, 40), st.integers(1, 40))
def test_wilson_holds_the_share_and_is_wider_for_fewer(count: int, of: int) -> None:
    count = min(count, of)
    found, more = measures.wilson(count, of), measures.wilson(10 * count, 10 * of)
    assert 0 <= found.low <= found.value <= found.high <= 1
    assert more.high - more.low < found.high - found.low


def test_a_rate_needs_a_negative_that_may_be_wrong() -> None:
    assert measures.can_show(100, 0.01)
    assert not measures.can_show(99, 0.01)


def test_the_curve_by_hand() -> None:
    # above 0.9: one of three; from 0.8: two; from 0.4: all, with two of the four negatives
    assert measures.curve(POSITIVE, NEGATIVE) == [
        (0.0, pytest.approx(1 / 3), 1.0),
        (0.0, pytest.approx(2 / 3), 1.0),
        (0.5, 1.0, pytest.approx(3 / 5)),
    ]
