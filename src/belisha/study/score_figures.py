"""The concern reading as a score: how well it orders cases before ordinary chats, how early, and how true it is.

Where there are too few ordinary chats to show a rate of false positives, no recall is given for it.
"""

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.concern.weigh import STARTING_POINT, as_concern
from belisha.study.measures import (
    SOON,
    Interval,
    auc,
    average_precision,
    bootstrap,
    can_show,
    curve,
    recall_at,
)
from belisha.study.watching import Watched

Floats = npt.NDArray[np.float64]

RATES = (0.01, 0.002, 0.001, 0.0001)
_BINS = np.linspace(0.0, 1.0, 11)
_POINTS = 200  # of a curve that are kept for drawing


class Point(msgspec.Struct, frozen=True):
    """A threshold: false positive rate, recall and precision there."""

    false: float
    recall: float
    precision: float


class Recall(msgspec.Struct, frozen=True):
    """Recall at a rate of false positives; None where the data cannot show it."""

    false: float
    recall: Interval | None


class Separation(msgspec.Struct, frozen=True):
    """Cases against ordinary chats, each by its highest reading.

    Attributes:
        name: which cases against which ordinary chats.
        cases, ordinary: how many.
        recalls: at 1 %, 0.2 %, 0.1 % and 0.01 % false positives.
        points: the ROC and precision-recall curves.
    """

    name: str
    cases: int
    ordinary: int
    auc: Interval
    average_precision: Interval
    recalls: tuple[Recall, ...]
    points: tuple[Point, ...]


class Early(msgspec.Struct, frozen=True):
    """Share of cases that is, after so many messages, above the reading that 1 % of ordinary stretches exceed.

    Attributes:
        messages: read of each.
        ordinary: stretches of that length of ordinary chats of strangers.
        recall: by source and form of case.
    """

    messages: int
    ordinary: int
    recall: dict[str, Interval | None]


class Bin(msgspec.Struct, frozen=True):
    """Chats whose reading says that they are cases with this probability, and the share that are."""

    low: float
    high: float
    cases: int
    ordinary: int
    said: float
    true: float


class Calibration(msgspec.Struct, frozen=True):
    """Whether concern means what it says, at two base rates.

    Attributes:
        bins: as if half of all chats were cases; the stated base rate leaves too few false ones to see anything.
        ece: expected calibration error there, weighed by chats.
        ece_at_base_rate: the same at the stated base rate of one in a thousand.
        said, true: at that rate, the mean concern over all chats and the share that are cases.
    """

    bins: tuple[Bin, ...]
    ece: float
    ece_at_base_rate: float
    said: float
    true: float


def decibans(watched: Sequence[Watched]) -> Floats:
    """The highest reading of each."""
    return np.array([each.lights.decibans for each in watched], dtype=np.float64)


def separation(name: str, cases: Sequence[Floats], ordinary: Sequence[Floats], seed: int) -> Separation:
    """How well the scores tell cases and ordinary chats apart; each item holds the scores of one case or chat."""
    positive, negative = np.concatenate(cases), np.concatenate(ordinary)
    points = [Point(*point) for point in curve(positive, negative)]
    return Separation(
        name=name,
        cases=len(cases),
        ordinary=len(ordinary),
        auc=bootstrap(auc, cases, ordinary, seed),
        average_precision=bootstrap(average_precision, cases, ordinary, seed),
        recalls=tuple(Recall(false, _recall(cases, ordinary, false, seed)) for false in RATES),
        points=tuple(points[:: max(1, len(points) // _POINTS)]),
    )


def _recall(cases: Sequence[Floats], ordinary: Sequence[Floats], false: float, seed: int) -> Interval | None:
    if not can_show(sum(map(len, ordinary)), false):
        return None
    return bootstrap(lambda positive, negative: recall_at(positive, negative, false), cases, ordinary, seed)


def early(
    cases: Mapping[str, Sequence[Watched]], stretches: Mapping[int, Sequence[Sequence[Watched]]], seed: int
) -> tuple[Early, ...]:
    """Early warning by the reading.

    Args:
        cases: by a name for them.
        stretches: for each number of messages, the stretches of that length of each ordinary chat.
        seed: of the resampling.
    """
    result = []
    for messages in SOON:
        ordinary = [decibans(chat) for chat in stretches[messages]]
        recall = {
            name: _recall([np.array([each.lights.after(messages)]) for each in members], ordinary, 0.01, seed)
            for name, members in cases.items()
        }
        result.append(Early(messages, sum(map(len, ordinary)), recall))
    return tuple(result)


def calibration(cases: Sequence[Watched], ordinary: Sequence[Watched]) -> Calibration:
    """Reliability of the highest concern of whole chats."""
    scores = np.concatenate([decibans(cases), decibans(ordinary)])
    label = np.concatenate([np.ones(len(cases)), np.zeros(len(ordinary))])
    half = np.where(label == 1, 0.5 / len(cases), 0.5 / len(ordinary))
    base = as_concern(STARTING_POINT)
    rare = np.where(label == 1, base / len(cases), (1 - base) / len(ordinary))
    even = np.array([as_concern(score - STARTING_POINT) for score in scores])
    stated = np.array([as_concern(score) for score in scores])
    bins = _bins(even, label, half)
    return Calibration(
        bins=tuple(each for each, _ in bins),
        ece=_error(bins),
        ece_at_base_rate=_error(_bins(stated, label, rare)),
        said=float(rare @ stated),
        true=base,
    )


def _bins(said: Floats, label: Floats, weight: Floats) -> list[tuple[Bin, float]]:
    """Ten bins of equal width with their share of the weight; those that are empty are left out."""
    place = np.clip(np.digitize(said, _BINS) - 1, 0, len(_BINS) - 2)
    result = []
    for number in range(len(_BINS) - 1):
        inside = place == number
        total = float(weight[inside].sum())
        if total:
            mean = float(weight[inside] @ said[inside]) / total
            true = float(weight[inside] @ label[inside]) / total
            cases = int(label[inside].sum())
            low, high = float(_BINS[number]), float(_BINS[number + 1])
            result.append((Bin(low, high, cases, int(inside.sum()) - cases, mean, true), total))
    return result


def _error(bins: Sequence[tuple[Bin, float]]) -> float:
    return sum(weight * abs(each.said - each.true) for each, weight in bins)
