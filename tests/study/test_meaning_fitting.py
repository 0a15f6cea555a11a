"""Learning meanings: what is planted is found, the same way each time, and each message is worked out once."""

import numpy as np
import pytest

from belisha.stream.likeness import parts_of
from belisha.study.fitting import Examples
from belisha.study.meaning_fitting import MOST_READ, Meanings, Stretches, fit_meanings, stretches, sums
from belisha.study.windows import Window
from belisha.tactic_model import TacticModel
from belisha.text import readings


def planted(count: int, seed: int) -> Stretches:
    """Stretches of five parts; in half of them every part is great in the first of eight numbers."""
    chance = np.random.default_rng(seed)
    table = chance.normal(size=(5 * count, 8)).astype(np.float16)
    sign = np.where(np.arange(count) % 2, 1.0, -1.0).astype(np.float32)
    table[:, 0] += np.repeat(sign, 5).astype(np.float16)
    parts = [np.arange(5 * place, 5 * place + 5) for place in range(count)]
    ones = np.ones(count, np.float32)
    return Stretches(table, parts, ones / np.float32(5), sign, ones)


def test_what_was_planted_is_found_in_stretches_not_met() -> None:
    layers, loss = fit_meanings(planted(20_000, 0), 0)
    unmet = planted(500, 1)
    found = sums(layers, unmet)
    assert loss < 0.5
    assert ((found > 0) == (unmet.sign > 0)).mean() > 0.95


def test_the_same_seed_gives_the_same_layers() -> None:
    first, again, other = (fit_meanings(planted(600, 0), seed)[0] for seed in (0, 0, 1))
    assert all(np.array_equal(one, two) for one, two in zip(first, again, strict=True))
    assert not np.array_equal(first.first, other.first)


def test_stretches_hold_the_parts_of_their_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["did you do the maths", " ".join(["no not yet"] * 20), "ask your brother"]
    known = Meanings(TacticModel.load())
    windows = [Window(0, np.array([0, 1]), 1.0), Window(1, np.array([2] * (MOST_READ + 9)), 1.0)]
    examples = Examples(windows, np.array([True, False]))
    made = stretches(texts, np.array([10.0, 60.0, 12.0]), examples, known)
    lengths = [1 + len(parts_of(readings(texts[1])[0].text)), MOST_READ]
    assert [len(parts) for parts in made.parts] == lengths
    assert made.sign.tolist() == [1.0, -1.0]
    monkeypatch.setattr("belisha.study.meaning_fitting.meanings_of", None)  # a second look works nothing out
    assert [len(each) for each in known.of(texts)] == [1, lengths[0] - 1, 1]
