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
EDGES = (-15.0, -10.0, -5.0, 0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0)
"""Decibans of evidence between which chats are put into one bin; 5 decibans are a factor of three."""
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
    """Chats whose highest reading lies between so many decibans above the starting point.

    Attributes:
        low, high: decibans of evidence; the first and the last bin have no end.
        cases, ordinary: how many.
        said: mean concern, at the base rate that the bins are drawn up for.
        true: share that are cases there.
    """

    low: float | None
    high: float | None
    cases: int
    ordinary: int
    said: float
    true: float


class Reliability(msgspec.Struct, frozen=True):
    """Whether concern means what it says where this share of chats are cases.

    Attributes:
        name: what the base rate is.
        base_rate: share of all chats that are cases; each case and each ordinary chat is weighed for that.
        said: mean concern over all chats; the true one is the base rate.
        ece: expected calibration error, bins weighed by their chats.
        bins: without empty ones.
    """

    name: str
    base_rate: float
    said: float
    ece: float
    bins: tuple[Bin, ...]


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


def reliabilities(cases: Sequence[Watched], ordinary: Sequence[Watched]) -> tuple[Reliability, ...]:
    """Reliability of the highest concern of whole chats: at even odds, as the chats are mixed, and as is stated."""
    evidence = np.concatenate([decibans(cases), decibans(ordinary)]) - STARTING_POINT
    label = np.concatenate([np.ones(len(cases)), np.zeros(len(ordinary))])
    rates = {
        "half of all": 0.5,
        "as they are mixed here": len(cases) / len(label),
        "as stated": as_concern(STARTING_POINT),
    }
    return tuple(_reliability(name, rate, evidence, label) for name, rate in rates.items())


def _reliability(name: str, base_rate: float, evidence: Floats, label: Floats) -> Reliability:
    odds = evidence + 10 * np.log10(base_rate / (1 - base_rate))
    said = np.array([as_concern(each) for each in odds.tolist()])
    weight = np.where(label == 1, base_rate / label.sum(), (1 - base_rate) / (len(label) - label.sum()))
    place = np.digitize(evidence, EDGES)
    bins, error = [], 0.0
    for number, (low, high) in enumerate(zip((None, *EDGES), (*EDGES, None), strict=True)):
        inside = place == number
        total = float(weight[inside].sum())
        if total:
            mean, true = float(weight[inside] @ said[inside]) / total, float(weight[inside] @ label[inside]) / total
            count = int(label[inside].sum())
            bins.append(Bin(low, high, count, int(inside.sum()) - count, mean, true))
            error += total * abs(mean - true)
    return Reliability(name, base_rate, float(weight @ said), error, tuple(bins))
