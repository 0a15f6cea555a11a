"""What sums of evidence mean: a rising line from decibans summed up to decibans meant, fitted to chats of known truth.

Clues go together, so that their sum says less than it seems to; and where a whole chat was read and little was seen,
that says something too. The line is straight between a few points, and bends no more than the chats ask for.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from belisha.concern.weigh import STARTING_POINT
from belisha.study.fitting import need_scipy

Floats = npt.NDArray[np.float64]

POINTS = np.array([-40.0, -30.0, -24.0, -18.0, -12.0, -6.0, 0.0, 6.0, 12.0, 20.0, 30.0, 45.0])
"""Decibans summed up at which the line may bend."""
LEAST_SLOPE, MOST_SLOPE = 0.05, 2.0
"""More evidence always means more, and no deciban means more than two."""
STRAIGHT = 0.03
"""Penalty on the squares of how much the slope changes from one stretch of the line to the next."""
_PER_DECIBAN = np.log(10.0) / 10.0


class Known(NamedTuple):
    """Chats of known truth: the highest decibans summed up, whether each is a case, and how much it counts."""

    summed: Floats
    case: npt.NDArray[np.bool_]
    weight: Floats


def calibrated(known: Known) -> tuple[tuple[float, float], ...]:
    """The points of the line, rounded to a tenth of a deciban.

    Cases and other chats count alike, so that the line gives the weight of evidence; the starting point is added to it.
    One more chat of each kind is thought to lie at every point: where none was met, nothing is certain.

    Raises:
        Unusable: without scipy (the extra ``study``).
    """
    need_scipy()
    from scipy.optimize import minimize  # noqa: PLC0415 - an optional extra

    summed, wanted, weight = _with_one_more(known)
    steps = _steps(summed)

    def loss(line: Floats) -> tuple[float, Floats]:
        odds = _PER_DECIBAN * (line[0] + steps @ line[1:])
        value = float(weight @ (np.logaddexp(0.0, odds) - wanted * odds))
        pull = _PER_DECIBAN * weight * (1.0 / (1.0 + np.exp(-odds)) - wanted)
        bend = np.diff(line[1:])
        slope = np.concatenate([[pull.sum()], steps.T @ pull])
        slope[1:-1] -= 2 * STRAIGHT * bend
        slope[2:] += 2 * STRAIGHT * bend
        return value + STRAIGHT * float(bend @ bend), slope

    start = np.concatenate([[-10.0], np.full(len(POINTS) - 1, 0.5)])
    bounds = [(None, None), *[(LEAST_SLOPE, MOST_SLOPE)] * (len(POINTS) - 1)]
    line = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2_000}).x
    meant = STARTING_POINT + line[0] + np.concatenate([[0.0], np.cumsum(line[1:] * np.diff(POINTS))])
    return tuple((float(point), round(float(value), 1)) for point, value in zip(POINTS, meant, strict=True))


def _with_one_more(known: Known) -> tuple[Floats, Floats, Floats]:
    """Sums, truth and weight, cases and others weighing one each; and one of each kind at every point."""
    summed, wanted, weight = [], [], []
    for kind in (True, False):
        own = known.case == kind
        share = known.weight[own] / known.weight[own].sum()
        summed += [known.summed[own], POINTS]
        weight += [share, np.full(len(POINTS), 1.0 / own.sum())]
        wanted.append(np.full(own.sum() + len(POINTS), float(kind)))
    return np.concatenate(summed), np.concatenate(wanted), np.concatenate(weight)


def _steps(summed: Floats) -> Floats:
    """How far each sum reaches into each stretch of the line; shape ``(sums, stretches)``. The line has no ends."""
    low, high = POINTS[:-1].copy(), POINTS[1:].copy()
    low[0], high[-1] = -np.inf, np.inf
    reached = np.clip(summed[:, None], low[None], high[None]) - POINTS[:-1][None]
    return np.asarray(reached, dtype=np.float64)
