"""Fits the weights of clues: the arithmetic of ``belisha.concern.weigh`` over many accounts at once, with a slope.

Each clue keeps the sign that it states and is moved from what it states only as far as the chats ask for it: a clue
that few chats hold can say little against experience. Where ``weigh`` counts whole families, the fit counts them by
degrees, or there would be no slope to follow; whoever reports readings asks for whole families.
"""

from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from belisha.concern.weigh import (
    COMBINATION_FROM,
    MOST_EXCUSED,
    ONE_FAMILY_CEILING,
    ONE_FAMILY_LIMIT,
)
from belisha.model import Family
from belisha.study.fitting import need_scipy

Floats = npt.NDArray[np.float64]

SHRINK = 0.1
"""Penalty on the mean square of how far weights move, in natural logarithms: 1 is a factor of 2.7."""
FALSE_LIGHT = 0.7
"""What a light for a harmless chat costs beside a missed one."""
RED_SHARE = 0.5
"""How much the second question, red or not, counts beside the first, a light or none."""
MOST_MOVED = 2.0
"""A learned weight is at most so many times what is stated, and at least that part of it. Chats are of few places and
years: what they say against experience is believed so far and no farther."""
ROUNDS = 400
_SOFT = 4.0  # decibans by which a reading may be off before it counts as wrong: the slope of the logistic loss
_DEGREE = 2.5  # how sharply a family begins to count, per deciban
_ALONE = 1.5  # families below which there is but one
_SHARP = 12.0  # how sharply "but one" ends, per family


class Stated(NamedTuple):
    """A clue as it is stated: its name, family and decibans."""

    name: str
    family: Family
    decibans: float


class Accounts(NamedTuple):
    """What was seen about many accounts.

    Attributes:
        amounts: shape ``(accounts, clues)``.
        start: decibans before anything was seen.
        bonus: decibans for each further family.
        expect: 0 for no light, 1 for amber, 2 for red.
        weight: how much each counts.
    """

    amounts: Floats
    start: Floats
    bonus: Floats
    expect: npt.NDArray[np.int64]
    weight: Floats

    def some(self, chosen: npt.NDArray[np.bool_]) -> Self:
        """The accounts that are chosen."""
        amounts, start, bonus, expect, weight = self
        return type(self)(amounts[chosen], start[chosen], bonus[chosen], expect[chosen], weight[chosen])


class Reading(NamedTuple):
    """Decibans of each account and their slopes by weight, shapes ``(accounts,)`` and ``(accounts, clues)``."""

    decibans: Floats
    slopes: Floats


def fit(clues: Sequence[Stated], accounts: Accounts, lights: tuple[float, float], fixed: Sequence[bool]) -> Floats:
    """The weights in decibans, in the order of the clues.

    Args:
        clues: what is stated.
        accounts: what is learned from; those that weigh nothing are left out.
        lights: decibans from which amber and red are shown.
        fixed: for each clue whether it keeps what it states.

    Raises:
        Unusable: without scipy (the extra ``study``).
    """
    need_scipy()
    from scipy.optimize import minimize  # noqa: PLC0415 - an optional extra

    stated = np.array([clue.decibans for clue in clues])
    start = np.log(np.abs(stated))
    counted = accounts.some(accounts.weight > 0)

    def loss(logarithms: Floats) -> tuple[float, Floats]:
        weights = np.sign(stated) * np.exp(logarithms)
        value, slope = _loss(weights, clues, counted, lights)
        moved = logarithms - start
        return value + SHRINK * float((moved**2).mean()), slope * weights + 2 * SHRINK * moved / len(clues)

    far = np.where(fixed, 0.0, np.log(MOST_MOVED))
    bounds = list(zip(start - far, start + far, strict=True))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": ROUNDS})
    return np.asarray(np.sign(stated) * np.exp(found.x), dtype=np.float64)


def readings(weights: Floats, clues: Sequence[Stated], accounts: Accounts) -> Floats:
    """Decibans of each account at the end of its chat, families counted whole as ``weigh`` does."""
    raised, families = _families(weights, clues, accounts.amounts)
    number = (families >= COMBINATION_FROM).sum(1).astype(np.float64)
    total = accounts.start + raised.sum(1) + accounts.bonus * np.maximum(number - 1, 0)
    total += np.maximum(_excuses(weights, clues, accounts.amounts).sum(1), MOST_EXCUSED)
    return np.where(number <= 1, _held(total)[0], total)


def reading_by_degrees(weights: Floats, clues: Sequence[Stated], accounts: Accounts) -> Reading:
    """Decibans of each account with every step smoothed, and their slopes."""
    raised, families = _families(weights, clues, accounts.amounts)
    members = _members(clues)
    degree = _logistic(_DEGREE * (families - COMBINATION_FROM))
    number = degree.sum(1)
    by_clue = (_DEGREE * degree * (1 - degree)) @ members.T * accounts.amounts
    excuses = _excuses(weights, clues, accounts.amounts)
    excused = excuses.sum(1)
    total = (
        accounts.start + raised.sum(1) + accounts.bonus * np.maximum(number - 1, 0) + np.maximum(excused, MOST_EXCUSED)
    )
    innocent = _innocent(clues)
    slopes = np.where(innocent, (excused > MOST_EXCUSED)[:, None], 1.0) * accounts.amounts
    slopes += (accounts.bonus * (number > 1))[:, None] * by_clue
    alone = _logistic(_SHARP * (_ALONE - number))
    held, held_slope = _held(total)
    slopes *= (1 - alone * (1 - held_slope))[:, None]
    slopes += ((total - held) * _SHARP * alone * (1 - alone))[:, None] * by_clue
    return Reading(total - alone * (total - held), slopes)


def _loss(
    weights: Floats, clues: Sequence[Stated], accounts: Accounts, lights: tuple[float, float]
) -> tuple[float, Floats]:
    """Mean weighted log-loss of both questions, and its slope by weight."""
    read = reading_by_degrees(weights, clues, accounts)
    share = accounts.weight / accounts.weight.sum()
    value, pull = 0.0, np.zeros_like(read.decibans)
    for light, part in enumerate((1.0, RED_SHARE), start=1):
        reached = accounts.expect >= light
        sign = np.where(reached, 1.0, -1.0)
        cost = share * part * (np.where(reached, 1.0, FALSE_LIGHT) if light == 1 else 1.0)
        odds = sign * (read.decibans - lights[light - 1]) / _SOFT
        value += float(cost @ np.logaddexp(0.0, -odds))
        pull -= cost * sign * _logistic(-odds) / _SOFT
    return value, pull @ read.slopes


def _families(weights: Floats, clues: Sequence[Stated], amounts: Floats) -> tuple[Floats, Floats]:
    """What raises concern: by clue, and summed by family."""
    raised = np.where(_innocent(clues), 0.0, weights) * amounts
    return raised, raised @ _members(clues)


def _excuses(weights: Floats, clues: Sequence[Stated], amounts: Floats) -> Floats:
    return np.asarray(np.where(_innocent(clues), weights, 0.0) * amounts, dtype=np.float64)


def _innocent(clues: Sequence[Stated]) -> npt.NDArray[np.bool_]:
    return np.array([clue.family is Family.INNOCENCE for clue in clues])


def _members(clues: Sequence[Stated]) -> Floats:
    """Which clue belongs to which family that can raise concern; shape ``(clues, families)``."""
    families = [family for family in Family if family is not Family.INNOCENCE]
    return np.array([[float(clue.family is family) for family in families] for clue in clues])


def _held(total: Floats) -> tuple[Floats, Floats]:
    """What one family of clues alone comes to, and its slope."""
    room = ONE_FAMILY_LIMIT - ONE_FAMILY_CEILING
    left = np.exp(-np.maximum(total - ONE_FAMILY_CEILING, 0.0) / room)
    above = total > ONE_FAMILY_CEILING
    return np.where(above, ONE_FAMILY_LIMIT - room * left, total), np.where(above, left, 1.0)


def _logistic(value: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * value)), dtype=np.float64)
