"""How much a piece of chat sounds like grooming: by its letters and words, and by its meaning, weighed on whole cases.

The model is additive. Each message becomes two sums (likeness, role) and a mass; a stretch of talk is the plain sum of
its messages, so a running total per pair of people is all the memory it needs, and each message's share of a result can
be shown. It reads many short messages and one long flat string alike. It knows English chat only; words with letters
outside the Latin alphabet carry no mass, and a stretch without mass gives the prior, which means "cannot say".

By letters, each feature of ``text_features`` has a weight, and a message has the sum of them. By meaning, each part of
a message of at most `PART_WORDS` words goes through the first two steps of the tactic model (``tactic_model``). The
numbers m that these give become ``relu(m @ first + first_bias) @ last``, in hundredths; a message has the sum of its
parts. Likeness is both together. Where the header names no meaning, letters stand alone.

The file (`text_model.bin`): 8 bytes magic ``BELISHA1``, 4 bytes little-endian length, a JSON header of that length,
then the likeness weights and the role weights by letters, each ``2**bits`` signed bytes; a weight is its byte times the
scale in the header; then ``first`` (``width`` rows of ``hidden``), ``first_bias`` and ``last``, 16-bit floats. No list
of words is stored and a bucket does not say what fell into it: no text can be read from it.
"""

import functools
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.text_features import features

Floats = npt.NDArray[np.float64]

MAGIC = b"BELISHA1"
SHIPPED = Path(__file__).with_name("text_model.bin")

PART_WORDS = 20
"""Words that are given a meaning together; longer messages are cut: one flat string is read like its messages."""
_BATCH_CHARACTERS = 400_000  # keeps the working arrays of one step near the processor's cache


class Scores(NamedTuple):
    """One number a message, in the order given."""

    likeness: Floats  # sum of weights: above nought sounds like the cases, below like ordinary talk
    mass: Floats  # number of features read; nought where nothing was readable
    role: Floats  # sum of weights: above nought sounds like the adult who grooms, below like the child's side


class Curve(msgspec.Struct, frozen=True):
    """From sums to natural log-odds: ``prior + gain * sum / (mass + calm) ** power``."""

    prior: float  # log-odds before anything is read
    gain: float
    calm: float  # mass of neutral talk assumed before the first message, so that one message says little
    power: float  # below one, long stretches say more than short ones with the same average

    def log_odds(self, total: float, mass: float) -> float:
        """The natural log-odds for these sums; the prior where nothing was read."""
        if mass <= 0.0:
            return self.prior
        return self.prior + self.gain * total / math.pow(mass + self.calm, self.power)


class Meaning(msgspec.Struct, frozen=True):
    """How meanings are weighed."""

    mark: str  # of the tactic model that gives them; another one means other things by the same numbers
    width: int
    hidden: int


class Header(msgspec.Struct, frozen=True):
    """What stands before the weights in the file."""

    version: int
    bits: int  # 2**bits buckets
    likeness_scale: float
    role_scale: float
    stretch: Curve
    leads: Curve
    made_with: dict[str, str]  # seed, split and corpora, for the record; no text
    meaning: Meaning | None = None


class Layers(NamedTuple):
    """What a meaning goes through: shapes ``(width, hidden)``, ``(hidden,)`` and ``(hidden,)``."""

    first: npt.NDArray[np.floating]
    first_bias: npt.NDArray[np.floating]
    last: npt.NDArray[np.floating]


class TextModel:
    """The learned weights, and the sums they give."""

    def __init__(
        self,
        header: Header,
        likeness: npt.NDArray[np.int8],
        role: npt.NDArray[np.int8],
        layers: Layers | None = None,
    ) -> None:
        """Weights are signed bytes of ``2**header.bits`` buckets; layers are due where the header names a meaning."""
        self.header = header
        scales = np.array([header.likeness_scale, header.role_scale], dtype=np.float32)
        self._weights = np.stack([likeness, role], axis=1).astype(np.float32) * scales
        stored = () if layers is None else tuple(array.astype("<f2") for array in layers)
        self._layers = None if layers is None else Layers(*(array.astype(np.float32) for array in stored))
        arrays = (likeness.astype(np.int8), role.astype(np.int8), *stored)
        self._bytes = b"".join(array.tobytes() for array in arrays)

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """The model in this file, or the one shipped with the package; each file is read once."""
        return cls._read(SHIPPED if path is None else path)

    @classmethod
    @functools.lru_cache(maxsize=4)
    def _read(cls, path: Path) -> Self:
        raw = path.read_bytes()
        start = len(MAGIC) + 4
        if raw[: len(MAGIC)] != MAGIC:
            message = f"{path} is not a text model of Belisha"
            raise ValueError(message)
        size = int.from_bytes(raw[len(MAGIC) : start], "little")
        header = msgspec.json.decode(raw[start : start + size], type=Header)
        count, meaning = 1 << header.bits, header.meaning
        due = 2 * count + (0 if meaning is None else 2 * meaning.hidden * (meaning.width + 2))
        body = raw[start + size :]
        if len(body) != due:
            message = f"{path} is damaged: {len(body)} bytes of weights where {due} are due"
            raise ValueError(message)
        weights = np.frombuffer(body, dtype=np.int8, count=2 * count)
        return cls(header, weights[:count], weights[count:], _layers(meaning, body[2 * count :]))

    def save(self, path: Path) -> None:
        """Write the file described above."""
        header = json.dumps(msgspec.to_builtins(self.header), sort_keys=True).encode()
        path.write_bytes(MAGIC + len(header).to_bytes(4, "little") + header + self._bytes)

    @property
    def prior(self) -> float:
        """What `stretch` gives where nothing was read; what a stretch adds is its result less this."""
        return self.header.stretch.prior

    def score(self, texts: Sequence[str]) -> Scores:
        """The sums by letters of each text, ``(len(texts),)`` each; nought in all three where nothing was readable."""
        parts = [self._score(batch) for batch in _batches(texts)]
        table = np.concatenate(parts) if parts else np.zeros((0, 3))
        return Scores(table[:, 0], table[:, 1], table[:, 2])

    def by_meaning(self, meanings: npt.NDArray[np.float32]) -> Floats:
        """What parts of messages with these meanings add to likeness, ``(parts,)``; where nothing was read, nought."""
        if self._layers is None:
            return np.zeros(len(meanings))
        first, bias, last = self._layers
        added = np.round(np.maximum(meanings @ first + bias, 0.0) @ last, 2).astype(np.float64)
        return np.where(meanings.any(axis=1), added, 0.0)

    def stretch(self, likeness: float, mass: float) -> float:
        """Natural log-odds that talk with these summed scores resembles grooming."""
        return self.header.stretch.log_odds(likeness, mass)

    def leads(self, role: float, mass: float) -> float:
        """Natural log-odds that a speaker with these sums is the one who grooms, where one of the two does."""
        return self.header.leads.log_odds(role, mass)

    def _score(self, texts: Sequence[str]) -> Floats:
        """Columns likeness, mass, role."""
        found = features(texts, self.header.bits)
        count = len(found.starts)
        lengths = np.empty(count, np.int64)
        lengths[:-1], lengths[-1:] = found.starts[1:] - found.starts[:-1], found.length - found.starts[-1:]
        message = np.arange(count).repeat(lengths)  # of each byte
        pairs = zip(found.buckets, found.places, strict=True)
        of = np.concatenate([message[: len(kind)] if places is None else message[places] for kind, places in pairs])
        alive = np.concatenate(found.alive)
        weights, of = self._weights[np.concatenate(found.buckets)[alive]], of[alive]
        sums = np.empty((count, 3))
        for column, added in enumerate((weights[:, 0], None, weights[:, 1])):
            sums[:, column] = np.bincount(of, added, count)
        return sums


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Runs of texts of a bounded number of characters (one text may be longer)."""
    first, size = 0, 0
    for place, text in enumerate(texts):
        size += len(text)
        if size > _BATCH_CHARACTERS:
            yield texts[first : place + 1]
            first, size = place + 1, 0
    if first < len(texts):
        yield texts[first:]


def _layers(meaning: Meaning | None, raw: bytes) -> Layers | None:
    if meaning is None:
        return None
    numbers = np.frombuffer(raw, dtype="<f2")
    split = meaning.width * meaning.hidden
    first = numbers[:split].reshape(meaning.width, meaning.hidden)
    return Layers(first, numbers[split : split + meaning.hidden], numbers[split + meaning.hidden :])
