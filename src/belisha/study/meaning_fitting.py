"""Learns which meanings sound like grooming: one hidden layer on the numbers that the tactic model gives for a text.

A stretch's log-odds are the sum over its parts, divided as the text model's curve divides it, so that what is learned
here can be added to the weights of letters. Plain numpy, so that whoever can learn letters can learn meanings.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from belisha.stream.likeness import meanings_of
from belisha.study.fitting import CALM, POWER, Examples, balanced
from belisha.tactic_model import TacticModel
from belisha.text import readings
from belisha.text_model import Layers

Floats32 = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

HIDDEN = 64
ROUNDS = 5
MOST_READ = 60
"""Messages of a stretch that are learned from: the longest are cut, or they would take most of the time."""
_BATCH = 256
_FASTEST = 3e-3  # the length of Adam's steps at their greatest
_DECAY = 1e-4
_HIDE_INPUTS, _HIDE_UNITS, _HIDE_PARTS = 0.3, 0.3, 0.2
_UNIT = 50.0**POWER  # brings sums of parts to about the size of those of letters
_FIRST_FADE, _SECOND_FADE, _TINY = 0.9, 0.999, 1e-8  # of Adam (Kingma and Ba 2015)
_READ_AT_ONCE = 4_000


class Meanings:
    """The meanings of messages, each worked out once: models are learned from the same messages many times."""

    def __init__(self, tactics: TacticModel) -> None:
        self.tactics = tactics
        self._known: dict[str, npt.NDArray[np.float16]] = {}

    def of(self, texts: Sequence[str]) -> list[npt.NDArray[np.float16]]:
        """One array a message, shape ``(parts, width)``."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(new), _READ_AT_ONCE):
            some = new[start : start + _READ_AT_ONCE]
            found, starts = meanings_of(self.tactics, [readings(text)[0].text for text in some])
            self._known.update(zip(some, np.split(found.astype(np.float16), starts[1:]), strict=True))
        return [self._known[text] for text in texts]


class Stretches(NamedTuple):
    """Examples as rows of one table of meanings; lists hold one entry a stretch, or a message of the table."""

    table: npt.NDArray[np.float16]  # shape (parts, width)
    parts: list[Places]  # of each stretch, rows of the table
    shrink: Floats32  # of each stretch, what its sum is multiplied by
    sign: Floats32  # of each stretch, one for what shall be found, else minus one
    weight: Floats32  # of each stretch; one in the mean


def stretches(texts: Sequence[str], mass: npt.NDArray[np.float64], examples: Examples, known: Meanings) -> Stretches:
    """The examples as this module learns from them.

    Args:
        texts: all messages.
        mass: of each message.
        examples: stretches of them.
        known: where meanings are worked out.
    """
    places = [stretch.places[:MOST_READ] for stretch in examples.stretches]
    used, back = np.unique(np.concatenate(places), return_inverse=True)
    found = known.of([texts[place] for place in used])
    begins = np.cumsum([0, *map(len, found)])
    rows = [np.arange(begin, end) for begin, end in pairwise(begins)]
    edges = np.cumsum([len(each) for each in places])[:-1]
    parts = [np.concatenate([rows[message] for message in messages]) for messages in np.split(back, edges)]
    sums = np.array([mass[each].sum() for each in places])
    weight = balanced(examples) * len(places)
    sign = np.where(examples.label, 1.0, -1.0)
    shrink = _UNIT / (sums + CALM) ** POWER
    return Stretches(np.concatenate(found), parts, *(each.astype(np.float32) for each in (shrink, sign, weight)))


def sums(layers: Layers, given: Stretches) -> npt.NDArray[np.float64]:
    """The log-odds of each stretch by meaning."""
    steps = range(0, len(given.table), _READ_AT_ONCE)
    chunks = [given.table[step : step + _READ_AT_ONCE].astype(np.float32) for step in steps]
    parts = np.concatenate([np.maximum(each @ layers.first + layers.first_bias, 0) @ layers.last for each in chunks])
    summed: npt.NDArray[np.float64] = np.array([parts[each].sum() for each in given.parts], dtype=np.float64)
    return np.asarray(summed * given.shrink / _UNIT, dtype=np.float64)


def fit_meanings(given: Stretches, seed: int) -> tuple[Layers, float]:
    """Layers that tell the examples apart, and the mean loss of the last round."""
    chance = np.random.default_rng(seed)
    used = np.concatenate(given.parts)[:: max(1, len(given.parts) // 2000)]
    sample = given.table[used].astype(np.float32)
    middle, spread = sample.mean(0), sample.std(0) + np.float32(1e-3)
    network = _Network(sample.shape[1], chance)
    batches = len(given.parts) // _BATCH or 1
    loss = 0.0
    for turn in range(ROUNDS):
        loss = 0.0
        for number, batch in enumerate(_batches(len(given.parts), batches, chance)):
            network.speed = _FASTEST * _pace((turn * batches + number) / (ROUNDS * batches))
            loss += network.learn(given, batch, (middle, spread)) / batches
    first = network.values["first"] / spread[:, None]
    bias = network.values["first_bias"] - middle @ first
    return Layers(first, bias, network.values["last"] * np.float32(_UNIT)), loss


def _pace(done: float) -> float:
    """The length of a step as part of the greatest: rising for a while, then falling to nothing."""
    rising = 0.3
    return done / rising if done < rising else 0.5 + 0.5 * float(np.cos(np.pi * (done - rising) / (1 - rising)))


def _batches(count: int, batches: int, chance: np.random.Generator) -> Iterator[Places]:
    yield from np.array_split(chance.permutation(count), batches)


class _Network:
    """The layers while they learn, by Adam."""

    def __init__(self, width: int, chance: np.random.Generator) -> None:
        self._chance = chance
        self.speed = 0.0
        self.values: dict[str, Floats32] = {
            "first": self._begun((width, HIDDEN), width),
            "first_bias": np.zeros(HIDDEN, np.float32),
            "last": self._begun((HIDDEN,), HIDDEN),
        }
        self._moments = {name: (np.zeros_like(value), np.zeros_like(value)) for name, value in self.values.items()}
        self._steps = 0

    def learn(self, given: Stretches, batch: Places, scale: tuple[Floats32, Floats32]) -> float:
        """One step; gives the loss before it."""
        rows = [given.parts[place] for place in batch]
        owner = np.repeat(np.arange(len(batch)), [len(each) for each in rows])
        inputs = (given.table[np.concatenate(rows)].astype(np.float32) - scale[0]) / scale[1]
        inputs *= self._left(inputs.shape, _HIDE_INPUTS)
        hidden = np.maximum(inputs @ self.values["first"] + self.values["first_bias"], 0.0)
        open_units = (hidden > 0) * self._left(hidden.shape, _HIDE_UNITS)
        seen = hidden * open_units
        heard = self._left((len(owner),), _HIDE_PARTS)
        total = np.bincount(owner, weights=seen @ self.values["last"] * heard, minlength=len(batch))
        sign, weight, shrink = given.sign[batch], given.weight[batch], given.shrink[batch]
        odds = sign * shrink * total
        pull = (-weight * sign * shrink / (1.0 + np.exp(odds)) / len(batch)).astype(np.float32)[owner] * heard
        back = pull[:, None] * self.values["last"] * open_units
        self._step({"first": inputs.T @ back, "first_bias": back.sum(0), "last": seen.T @ pull})
        return float((weight * np.logaddexp(0.0, -odds)).mean())

    def _step(self, slopes: dict[str, Floats32]) -> None:
        self._steps += 1
        for name, slope in slopes.items():
            mean, square = self._moments[name]
            mean += (1 - _FIRST_FADE) * (slope - mean)
            square += (1 - _SECOND_FADE) * (slope * slope - square)
            long = np.sqrt(square / (1 - _SECOND_FADE**self._steps)) + _TINY
            value = self.values[name]
            value -= self.speed * (mean / (1 - _FIRST_FADE**self._steps) / long + _DECAY * value)

    def _left(self, shape: tuple[int, ...], hidden: float) -> Floats32:
        """What is left when a part is hidden by chance, the rest made greater so that the mean stays."""
        kept = self._chance.random(shape, dtype=np.float32) >= hidden
        return kept.astype(np.float32) * np.float32(1 / (1 - hidden))

    def _begun(self, shape: tuple[int, ...], inputs: int) -> Floats32:
        bound = 1 / np.sqrt(inputs)
        return self._chance.uniform(-bound, bound, shape).astype(np.float32)
