"""How good a score is: the measures of the field, in numpy, each with its source.

Scores are such that more means more like grooming. Positives are cases, negatives ordinary talk.
"""

from collections.abc import Callable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

HALF_PENALTY_AT = 90  # messages: where PANC (Vogt, Leser, Akbik, ACL 2021) lets a warning lose half its worth
PANC_SHARE = 0.11  # of PANC's test segments are grooming: the base rate its F1 is stated at
DRAWS = 500  # resamplings behind each interval
SOON = (6, 10, 20, 50)  # messages after which early warning is measured


class Interval(msgspec.Struct, frozen=True):
    """A value and the bounds between which 95 of 100 resamplings fall."""

    value: float
    low: float
    high: float


def auc(positive: Floats, negative: Floats) -> float:
    """Chance that a positive scores above a negative, ties counting half (Hanley and McNeil 1982)."""
    ranked = np.sort(negative)
    below = np.searchsorted(ranked, positive, side="left")
    not_above = np.searchsorted(ranked, positive, side="right")
    return float((below + not_above).mean() / (2 * len(negative)))


def average_precision(positive: Floats, negative: Floats) -> float:
    """Mean, over the positives, of the precision at each one's score: the sum of precision times step of recall."""
    levels, count = np.unique(positive, return_counts=True)
    hits = len(positive) - np.searchsorted(np.sort(positive), levels, side="left")
    false = len(negative) - np.searchsorted(np.sort(negative), levels, side="left")
    return float((count * hits / (hits + false)).sum() / len(positive))


def threshold_at(negative: Floats, rate: float) -> float:
    """The lowest score above which at most this share of the negatives lies; with too few negatives, their greatest."""
    ranked = np.sort(negative)
    allowed = int(np.floor(rate * len(ranked) + 1e-9))
    return float(ranked[len(ranked) - 1 - allowed]) if allowed < len(ranked) else float("-inf")


def recall_at(positive: Floats, negative: Floats, rate: float) -> float:
    """Share of the positives above `threshold_at` this rate of false positives."""
    return float((positive > threshold_at(negative, rate)).mean())


def f_beta(precision: float, recall: float, beta: float) -> float:
    """Weighted harmonic mean; recall counts `beta` times as much as precision (van Rijsbergen 1979)."""
    if precision <= 0 or recall <= 0:
        return 0.0
    return (1 + beta**2) * precision * recall / (beta**2 * precision + recall)


def precision_at(recall: float, false_positive_rate: float, base_rate: float) -> float:
    """Precision where this share of all are positives; test sets choose their shares, the world does not."""
    hits, false = recall * base_rate, false_positive_rate * (1 - base_rate)
    return hits / (hits + false) if hits + false > 0 else 0.0


def latency_penalty(messages: int) -> float:
    """What a warning after so many messages has lost: nought after one, half after 90 (PANC)."""
    steepness = np.log(3) / (HALF_PENALTY_AT - 1)
    return float(-1 + 2 / (1 + np.exp(-steepness * (messages - 1))))


def f_latency(f_one: float, latencies: Sequence[int]) -> float:
    """F1 times speed; speed is one less the median penalty of the true warnings (Sadeque et al. 2018, as in PANC)."""
    if not latencies:
        return 0.0
    return f_one * (1 - float(np.median([latency_penalty(messages) for messages in latencies])))


def warned_after(scores: Sequence[float], threshold: float, of_last: int = 10, needed: int = 5) -> int | None:
    """Messages read until `needed` of the last `of_last` scores were above the threshold; None if never (PANC)."""
    above = np.cumsum(np.concatenate([[0], np.asarray(scores, dtype=np.float64) > threshold]))
    recent = above[1:] - above[np.maximum(0, np.arange(1, len(above)) - of_last)]
    reached = np.flatnonzero(recent >= needed)
    return int(reached[0]) + 1 if len(reached) else None


def bootstrap(
    statistic: Callable[[Floats, Floats], float],
    positive: Sequence[Floats],
    negative: Sequence[Floats],
    seed: int,
) -> Interval:
    """The statistic and its 95 % interval (Efron's percentiles).

    Args:
        statistic: of all positive and all negative scores.
        positive: the scores of each case; cases are drawn, not scores, since the scores of one case go together.
        negative: likewise of each ordinary conversation.
        seed: of the draws.
    """
    chance = np.random.default_rng(seed)

    def draw(groups: Sequence[Floats]) -> Floats:
        return np.concatenate([groups[k] for k in chance.integers(0, len(groups), len(groups))])

    values = [statistic(draw(positive), draw(negative)) for _ in range(DRAWS)]
    low, high = np.percentile(values, [2.5, 97.5])
    return Interval(
        statistic(np.concatenate(positive), np.concatenate(negative)),
        float(low),
        float(high),
    )


def wilson(count: int, of: int) -> Interval:
    """A share and its 95 % interval (Wilson 1927): sound also where nothing, or everything, was counted."""
    if not of:
        return Interval(0.0, 0.0, 1.0)
    share, z = count / of, 1.959964
    middle = (share + z**2 / (2 * of)) / (1 + z**2 / of)
    half = z / (1 + z**2 / of) * np.sqrt(share * (1 - share) / of + z**2 / (4 * of**2))
    low, high = max(0.0, float(middle - half)), min(1.0, float(middle + half))
    return Interval(share, 0.0 if count == 0 else low, 1.0 if count == of else high)


def can_show(negatives: int, rate: float) -> bool:
    """Whether so many negatives can show a rate at all: at least one of them must be allowed to be wrong."""
    return negatives * rate >= 1 - 1e-9


def curve(positive: Floats, negative: Floats) -> list[tuple[float, float, float]]:
    """False positive rate, recall and precision at every threshold that changes recall, the strictest first."""
    points = []
    for level in np.unique(positive)[::-1]:
        hits, false = float((positive >= level).sum()), float((negative >= level).sum())
        points.append((false / len(negative), hits / len(positive), hits / (hits + false)))
    return points
