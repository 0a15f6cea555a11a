"""From which concern lights are shown: readings that harmless chats reach as rarely as an audience can bear.

Where there are enough chats the threshold is read off them. Beyond that it is reckoned as if the highest readings
thinned out evenly (an exponential tail, as in Pickands 1975), which no data here can prove; such thresholds are marked.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.concern.weigh import as_concern
from belisha.lights import Audience
from belisha.model import Light

Floats = npt.NDArray[np.float64]

ENOUGH = 10
"""Chats that must lie above a threshold before it is read off the chats themselves."""
TAIL = 50
"""Highest readings that tell how the rest thins out."""
_DIGITS = 3


class Harmless(NamedTuple):
    """Highest readings of ordinary chats.

    Attributes:
        decibans: calibrated.
        weight: how much each counts: every source the same.
        strangers: chats between strangers.
    """

    decibans: Floats
    weight: Floats
    strangers: npt.NDArray[np.bool_]


class Threshold(msgspec.Struct, frozen=True):
    """From where one light is shown to one audience.

    Attributes:
        audience, light: which.
        concern: 0-1.
        rate: share of chats with a false light that follows from it.
        among: ordinary chats that it was derived from.
        shown: whether they are enough to show such a rate; otherwise it was reckoned beyond them.
    """

    audience: str
    light: str
    concern: float
    rate: float
    among: int
    shown: bool


def thresholds(audiences: Sequence[Audience], harmless: Harmless, lowest: float) -> tuple[Threshold, ...]:
    """Thresholds of all audiences, none below `lowest` decibans, nor below those of who is warned sooner.

    Args:
        audiences: in any order; those who state lower concerns are warned sooner.
        harmless: ordinary chats that nothing was learned from.
        lowest: decibans that one kind of clue alone stays below.
    """
    result: list[Threshold] = []
    least = dict.fromkeys((Light.AMBER, Light.RED), lowest)
    for audience in sorted(audiences, key=lambda each: each.amber_from):
        among = harmless.strangers if audience.of_strangers and harmless.strangers.any() else harmless.weight > 0
        met = harmless.decibans[among], harmless.weight[among]
        for light, rate in ((Light.AMBER, audience.false_ambers), (Light.RED, audience.false_reds)):
            least[light] = max(least[light], reached_by(*met, rate))
            is_shown = rate * len(met[0]) >= 1
            concern = _rounded_up(as_concern(least[light]))
            result.append(Threshold(audience.name, light.word, concern, rate, len(met[0]), is_shown))
    return tuple(result)


def _rounded_up(concern: float) -> float:
    concern = min(concern, 1 - 1e-9)  # never is beyond what can be written
    digits = _DIGITS - 1 - math.floor(math.log10(min(concern, 1 - concern)))
    return float(math.ceil(concern * 10.0**digits) / 10.0**digits)


def reached_by(decibans: Floats, weight: Floats, rate: float) -> float:
    """The reading that this share of the chats reach or exceed."""
    order = np.argsort(decibans)[::-1]
    ranked, share = decibans[order], np.cumsum(weight[order]) / weight.sum()
    above = int(np.searchsorted(share, rate, side="right"))
    if above >= min(ENOUGH, len(ranked) - 1):
        return float(np.nextafter(ranked[above], np.inf))
    tail = min(TAIL, len(ranked) - 1)
    thins = float((ranked[:tail] - ranked[tail]).mean())
    return float(ranked[tail] + thins * np.log(share[tail - 1] / rate))
