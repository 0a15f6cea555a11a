"""How much a piece of chat sounds like grooming, by hashed word and letter sequences weighed on whole cases.

The model is additive. Each message becomes two sums (likeness, role) and a mass; a stretch of talk is the plain sum of
its messages, so a running total per pair of people is all the memory it needs, and each message's share of a result can
be shown. It reads many short messages and one long flat string alike. It knows English chat only; words with letters
outside the Latin alphabet carry no mass, and a stretch without mass gives the prior, which means "cannot say".

How a text becomes features (a browser repeats this exactly; JavaScript: ``normalize``, ``Math.imul``, ``>>>``):

1. `fold`: runs of more than 64 signs are cut, NFKD without accents, lower case; mark-up, links, addresses, handles and
   "nick:" prefixes are removed; every number becomes ``0`` (an age must be judged by a clue, not by this model);
   apostrophes vanish, other signs become one space; letters repeat twice at most; a word with a letter outside a-z
   becomes byte 1, which no feature may contain.
2. The folded message stands between two spaces. Its features are all runs of 2, 3 and 4 bytes, all words, and all pairs
   of neighbouring words. Mass is the number of features.
3. A run hashes to ``h = h * P + byte`` from its first byte, a word to the same from its last byte; a pair to
   ``first * Q + second``; all modulo 2**32. The bucket is ``mix(h + salt of the kind) >>> (32 - bits)``.

The file (`text_model.bin`): 8 bytes magic ``BELISHA1``, 4 bytes little-endian length, a JSON header of that length,
then the likeness weights and the role weights, each ``2**bits`` signed bytes; a weight is its byte times the scale in
the header. No word list is stored and a bucket does not say what fell into it: no text can be read from it.
"""

import functools
import json
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, Self

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Words32 = npt.NDArray[np.uint32]

MAGIC = b"BELISHA1"
SHIPPED = Path(__file__).with_name("text_model.bin")

_P = 0x01000193  # the FNV prime: odd, so it has an inverse modulo 2**32, which word hashing needs
_P_INVERSE = pow(_P, -1, 2**32)
_Q = 0x9E3779B1
_SALTS = {
    "run2": 0x11,
    "run3": 0x2222,
    "run4": 0x333333,
    "word": 0x44444444,
    "pair": 0x5A5A5A5A,
}
_SPACE, _LINE = 32, 10
_BATCH_CHARACTERS = 400_000  # keeps the working arrays of one step near the processor's cache

LONGEST_WORD = 64
"""Characters of an unbroken run that are read: some rules below take time that grows with its square."""
# Order matters: each rule sees what the rules before it have left.
_RUNS = re.compile(rf"([^ \n]{{{LONGEST_WORD}}})[^ \n]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("&(?:apos|#0?39|#x27);|['`\u00b4\u2018\u2019\u02bc]")
_FOREIGN = re.compile(r"[^\W_]*[^\W\d_\x00-\x7f][^\W_]*")
_OTHER_SIGNS = re.compile(r"[^\x00-\x7f]")
_MARKUP = re.compile(r"&#?[a-z0-9]{2,8};|<[^<>\n]{1,60}>")
_ADDRESSES = re.compile(r"[^ \n]*(?:://|www\.|@|\.(?:com|net|org)\b)[^ \n]*", re.ASCII)
_NICKS = re.compile(r"(?<=[ \n])[^ \n:]{1,24}:(?=[ \n])")
_HANDLES = re.compile(r"[a-z0-9]*_[a-z0-9_]*|[a-z]{3,}+[a-z0-9]*[0-9]{2}[a-z0-9]*|[0-9]{2,}[a-z]{3,}[a-z0-9]*")
_NUMBERS = re.compile(rb"[0-9]+(?:[-.,:/ ()+]{1,2}[0-9]+)*")
_REPEATS = re.compile(rb"([a-z])\1{2,}")
_SPACES = re.compile(rb" {2,}")
_KEPT = bytes(c if chr(c) in "\n\x01abcdefghijklmnopqrstuvwxyz0" else _SPACE for c in range(256))


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


class Header(msgspec.Struct, frozen=True):
    """What stands before the weights in the file."""

    version: int
    bits: int  # 2**bits buckets
    likeness_scale: float
    role_scale: float
    stretch: Curve
    leads: Curve
    made_with: dict[str, str]  # seed, split and corpora, for the record; no text


class Features(NamedTuple):
    """The features of a batch of texts, laid out by place in one folded text.

    `buckets` and `alive` hold one array for each kind of feature; `places` says at which byte of the text each begins.
    """

    buckets: tuple[npt.NDArray[np.int64], ...]
    alive: tuple[npt.NDArray[np.bool_], ...]  # False where a run crosses the edge of a message or an unknown word
    places: tuple[npt.NDArray[np.int64] | None, ...]  # None: feature k begins at byte k
    starts: npt.NDArray[np.int64]  # where each message begins
    length: int


def fold(texts: Sequence[str]) -> bytes:
    r"""The texts in the model's alphabet: ``\n`` + each text between spaces, joined by ``\n``, closed by ``\n``."""
    joined = "\n".join(["", *(text.replace("\n", " ") for text in texts), ""]).replace("\n", " \n ")
    joined = _RUNS.sub(r"\1", joined)
    if not joined.isascii():
        joined = _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", joined)))
    joined = joined.lower()
    if not joined.isascii():
        joined = _OTHER_SIGNS.sub(" ", _FOREIGN.sub("\x01", joined))
    joined = _APOSTROPHES.sub("", joined)
    for unwanted in (_MARKUP, _ADDRESSES, _NICKS, _HANDLES):
        joined = unwanted.sub(" ", joined)
    kept = _NUMBERS.sub(b"0", joined.encode("ascii")).translate(_KEPT)
    return _SPACES.sub(b" ", _REPEATS.sub(rb"\1\1", kept)).strip(b" ")


def features(texts: Sequence[str], bits: int) -> Features:
    """Every feature of every text, hashed to `bits` bits."""
    folded = np.frombuffer(fold(texts), dtype=np.uint8)
    lines = np.flatnonzero(folded == _LINE)
    codes = folded.astype(np.uint32)
    broken = folded < _SPACE
    buckets: list[npt.NDArray[np.int64]] = []
    alive: list[npt.NDArray[np.bool_]] = []
    run, dead = codes, broken
    for size in (2, 3, 4):
        run = run[:-1] * np.uint32(_P) + codes[size - 1 :]
        dead = dead[:-1] | broken[size - 1 :]
        buckets.append(_bucket(run, f"run{size}", bits))
        alive.append(~dead)
    begins, ends = _words(folded)
    words = _word_hashes(codes, begins, ends)
    together = begins[1:] == ends[:-1] + 1  # not the end of a message
    together &= folded[ends[:-1]] == _SPACE
    pairs = words[:-1] * np.uint32(_Q) + words[1:]
    buckets += [_bucket(words, "word", bits), _bucket(pairs, "pair", bits)]
    alive += [np.ones(len(words), dtype=np.bool_), together]
    return Features(
        tuple(buckets),
        tuple(alive),
        (None, None, None, begins, begins[:-1]),
        lines[:-1].astype(np.int64),
        len(folded),
    )


def _bucket(hashes: Words32, kind: str, bits: int) -> npt.NDArray[np.int64]:
    mixed = hashes + np.uint32(_SALTS[kind])
    mixed ^= mixed >> np.uint32(16)
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(_Q)
    return (mixed >> np.uint32(32 - bits)).astype(np.int64)


def _words(
    folded: npt.NDArray[np.uint8],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where words begin and end (first byte after); lines stand first and last, so each word has both edges."""
    edges = np.diff((folded > _SPACE).astype(np.int8))
    return np.flatnonzero(edges == 1) + 1, np.flatnonzero(edges == -1) + 1


def _word_hashes(codes: Words32, begins: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> Words32:
    """All words at once: a word is the difference of two running sums, brought back to power nought by the inverse."""
    powers, inverses = _powers(1 << max(len(codes) - 1, 1).bit_length())
    sums = np.zeros(len(codes) + 1, dtype=np.uint32)
    np.cumsum(codes * powers[: len(codes)], dtype=np.uint32, out=sums[1:])
    return (sums[ends] - sums[begins]) * inverses[begins]


@functools.lru_cache(maxsize=4)
def _powers(size: int) -> tuple[Words32, Words32]:
    base, back = (np.full(size, factor, dtype=np.uint32) for factor in (_P, _P_INVERSE))
    base[0] = back[0] = 1
    return np.cumprod(base, dtype=np.uint32), np.cumprod(back, dtype=np.uint32)


class TextModel:
    """The learned weights, and the sums they give."""

    def __init__(self, header: Header, likeness: npt.NDArray[np.int8], role: npt.NDArray[np.int8]) -> None:
        """Weights are signed bytes of ``2**header.bits`` buckets."""
        self.header = header
        scales = np.array([header.likeness_scale, header.role_scale], dtype=np.float32)
        self._weights = np.stack([likeness, role], axis=1).astype(np.float32) * scales
        self._bytes = likeness.astype(np.int8).tobytes() + role.astype(np.int8).tobytes()

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
        weights = np.frombuffer(raw, dtype=np.int8, offset=start + size)
        count = 1 << header.bits
        if len(weights) != 2 * count:
            message = f"{path} is damaged: {len(weights)} weights where {2 * count} are due"
            raise ValueError(message)
        return cls(header, weights[:count], weights[count:])

    def save(self, path: Path) -> None:
        """Write the file described above."""
        header = json.dumps(msgspec.to_builtins(self.header), sort_keys=True).encode()
        path.write_bytes(MAGIC + len(header).to_bytes(4, "little") + header + self._bytes)

    @property
    def prior(self) -> float:
        """What `stretch` gives where nothing was read; what a stretch adds is its result less this."""
        return self.header.stretch.prior

    def score(self, texts: Sequence[str]) -> Scores:
        """The sums of each text, shape ``(len(texts),)`` each; nought in all three where nothing was readable."""
        parts = [self._score(batch) for batch in _batches(texts)]
        table = np.concatenate(parts) if parts else np.zeros((0, 3))
        return Scores(table[:, 0], table[:, 1], table[:, 2])

    def stretch(self, likeness: float, mass: float) -> float:
        """Natural log-odds that talk with these summed scores resembles grooming."""
        return self.header.stretch.log_odds(likeness, mass)

    def leads(self, role: float, mass: float) -> float:
        """Natural log-odds that a speaker with these sums is the one who grooms, where one of the two does."""
        return self.header.leads.log_odds(role, mass)

    def _score(self, texts: Sequence[str]) -> Floats:
        """Columns likeness, mass, role."""
        found = features(texts, self.header.bits)
        sums = np.zeros((found.length, 3))
        for buckets, alive, places in zip(found.buckets, found.alive, found.places, strict=True):
            weights = self._weights[buckets]
            weights[~alive] = 0.0
            where = slice(0, len(buckets)) if places is None else places
            sums[where, 0] += weights[:, 0]
            sums[where, 1] += alive
            sums[where, 2] += weights[:, 1]
        return np.add.reduceat(sums, found.starts, axis=0)


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
