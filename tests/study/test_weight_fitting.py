"""Weights follow the chats, but not against their sign and no farther than the chats can carry them."""

import numpy as np
import pytest

from belisha.concern.weigh import COMBINATION, MOST_EXCUSED, ONE_FAMILY_LIMIT, STARTING_POINT
from belisha.model import Family
from belisha.study.weight_fitting import MOST_MOVED, Accounts, Floats, Stated, fit, reading_by_degrees, readings

CLUES = [
    Stated("asks", Family.SELECTION, 6.0),
    Stated("hides", Family.SECRECY, 8.0),
    Stated("threatens", Family.THREAT, 12.0),
    Stated("family", Family.INNOCENCE, -6.0),
    Stated("team", Family.INNOCENCE, -10.0),
]
STATED = np.array([clue.decibans for clue in CLUES])
LIGHTS = (0.0, 13.8)


def accounts(amounts: Floats, expect: list[int]) -> Accounts:
    count = len(expect)
    start, bonus = np.full(count, STARTING_POINT), np.full(count, COMBINATION)
    return Accounts(amounts, start, bonus, np.array(expect), np.ones(count))


def chats(seed: int, count: int = 240, asks_when_harmless: float = 0.8) -> Accounts:
    """Concern holds all that asks, hides and threatens; harmless chats ask as well, and speak of a family."""
    chance = np.random.default_rng(seed)
    expect = chance.integers(0, 3, count)
    concern = (expect > 0)[:, None]
    often = np.where(concern, [0.8, 0.9, 0.7, 0.1, 0.0], [asks_when_harmless, 0.05, 0.02, 0.6, 0.0])
    amounts = (chance.random((count, len(CLUES))) < often) * chance.uniform(0.5, 1.8, (count, len(CLUES)))
    return accounts(amounts, expect.tolist())


def fitted(seed: int = 0, fixed: tuple[bool, ...] = (False,) * 5) -> Floats:
    pytest.importorskip("scipy", reason="the extra study is not installed")
    return fit(CLUES, chats(seed), LIGHTS, fixed)


def test_signs_are_kept_and_what_the_chats_do_not_show_stays_as_stated() -> None:
    weights = fitted()
    np.testing.assert_array_equal(np.sign(weights), np.sign(STATED))
    assert weights[4] == pytest.approx(STATED[4], rel=1e-3)
    moved = weights / STATED
    assert moved.max() <= MOST_MOVED + 1e-9
    assert moved.min() >= 1 / MOST_MOVED - 1e-9


def test_a_clue_that_harmless_chats_hold_as_well_weighs_less(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy", reason="the extra study is not installed")
    monkeypatch.setattr("belisha.study.weight_fitting.MOST_MOVED", 20.0)
    telling, common = (fit(CLUES, chats(0, asks_when_harmless=share), LIGHTS, [False] * 5)[0] for share in (0.02, 0.9))
    assert telling > common + 0.5


def test_the_more_they_are_shrunk_the_closer_weights_stay_to_what_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    free = np.abs(np.log(fitted() / STATED)).mean()
    monkeypatch.setattr("belisha.study.weight_fitting.SHRINK", 10.0)
    assert np.abs(np.log(fitted() / STATED)).mean() < free / 3


def test_fixed_clues_keep_what_they_state_and_the_same_chats_give_the_same() -> None:
    weights = fitted(fixed=(False, True, False, True, False))
    np.testing.assert_allclose(weights[[1, 3]], STATED[[1, 3]])
    np.testing.assert_array_equal(fitted(), fitted())
    assert not np.array_equal(fitted(0), fitted(1))


def test_accounts_that_weigh_nothing_teach_nothing() -> None:
    pytest.importorskip("scipy", reason="the extra study is not installed")
    known = chats(0)
    wrong = known._replace(expect=2 - known.expect, weight=np.zeros(len(known.expect)))
    joined = Accounts(*(np.concatenate(pair) for pair in zip(known, wrong, strict=True)))
    np.testing.assert_allclose(fit(CLUES, joined, LIGHTS, [False] * 5), fitted(), rtol=1e-6)


def test_slopes_are_those_of_the_readings() -> None:
    chance = np.random.default_rng(3)
    known = chats(3, 40)
    weights = STATED * chance.uniform(0.7, 1.4, len(STATED))
    slopes = reading_by_degrees(weights, CLUES, known).slopes
    for column in range(len(CLUES)):
        step = 1e-5 * np.eye(len(CLUES))[column]
        above, below = (reading_by_degrees(weights + sign * step, CLUES, known).decibans for sign in (1, -1))
        np.testing.assert_allclose(slopes[:, column], (above - below) / 2e-5, atol=1e-5)


def test_readings_follow_the_rules_of_weighing() -> None:
    amounts = np.array(
        [
            [0.0, 0.0, 0.0, 0.0, 0.0],
            [1.0, 1.0, 0.0, 0.0, 0.0],
            [0.0, 0.0, 9.0, 0.0, 0.0],
            [1.0, 1.0, 1.0, 1.0, 9.0],
        ]
    )
    nothing, two, one, excused = readings(STATED, CLUES, accounts(amounts, [0, 1, 1, 0]))
    assert nothing == STARTING_POINT
    assert two == pytest.approx(STARTING_POINT + 6 + 8 + COMBINATION)
    assert ONE_FAMILY_LIMIT - 1 < one < ONE_FAMILY_LIMIT
    assert excused == pytest.approx(STARTING_POINT + 26 + 2 * COMBINATION + MOST_EXCUSED)
