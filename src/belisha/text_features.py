"""The letters and words of a text as numbered buckets, for the text model.

How a text becomes features (a browser repeats this exactly; JavaScript: ``normalize``, ``Math.imul``, ``>>>``):

1. `fold`: runs of more than 64 signs are cut, NFKD without accents, lower case; mark-up, links, addresses, handles and
   "nick:" prefixes are removed; every number becomes ``0`` (an age must be judged by a clue, not by this model);
   apostrophes vanish, other signs become one space; letters repeat twice at most; a word with a letter outside a-z
   becomes byte 1, which no feature may contain.
2. The folded message stands between two spaces. Its features are all runs of 2, 3 and 4 bytes, all words, and all pairs
   of neighbouring words. Mass is the number of features.
3. A run hashes to ``h = h * P + byte`` from its first byte, a word to the same from its last byte; a pair to
   ``first * Q + second``; all modulo 2**32. The bucket is ``mix(h + salt of the kind) >>> (32 - bits)``.
"""

import functools
import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Words32 = npt.NDArray[np.uint32]

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
_SPACE, _LINE, _FIRST_LETTER = 32, 10, ord("a")

LONGEST_WORD = 64
"""Characters of an unbroken run that are read: some rules below take time that grows with its square."""
# Order matters: each rule sees what the rules before it have left. Rules that begin anywhere in an unbroken run are
# tried only where it begins, as their first match must: tried at each letter they take the square of its length.
_RUNS = re.compile(rf"(?<![^ \n])([^ \n]{{{LONGEST_WORD}}})[^ \n]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("&(?:apos|#0?39|#x27);|['`\u00b4\u2018\u2019\u02bc]")
_FOREIGN = re.compile(r"(?<![^\W_])[^\W_]*[^\W\d_\x00-\x7f][^\W_]*")
_OTHER_SIGNS = re.compile(r"[^\x00-\x7f]")
_MARKUP = re.compile(r"&#?[a-z0-9]{2,8};|<[^<>\n]{1,60}>")
_ODD_RUNS = re.compile(r"(?<![^ \n])[^ \n0-9_@:.]*+[0-9_@:.][^ \n]*")
"""Runs that hold one of the signs without which the next three rules find nothing."""
_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|net|org)\b", re.ASCII)
_NICK = re.compile(r"[^:]{1,24}:")
_HANDLES = re.compile(r"[a-z0-9]*_[a-z0-9_]*|[a-z]{3,}+[a-z0-9]*[0-9]{2}[a-z0-9]*|[0-9]{2,}[a-z]{3,}[a-z0-9]*")
_NUMBERS = re.compile(rb"[0-9]+(?:[-.,:/ ()+]{1,2}[0-9]+)*")
_KEPT = bytes(c if chr(c) in "\n\x01abcdefghijklmnopqrstuvwxyz0" else _SPACE for c in range(256))


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
    joined = "\n".join(["", *map(_line, texts), ""]).replace("\n", " \n ")
    joined = _APOSTROPHES.sub("", joined.lower())
    joined = _ODD_RUNS.sub(_without_names, _MARKUP.sub(" ", joined))
    kept = _NUMBERS.sub(b"0", joined.encode("ascii")).translate(_KEPT)
    return _without_repeats(kept).strip(b" ")


def _line(text: str) -> str:
    """One line in ASCII: without long runs and accents, and with byte 1 for each word of other letters."""
    line = text.replace("\n", " ")
    if len(line) > LONGEST_WORD:
        line = _RUNS.sub(r"\1", line)
    if line.isascii():
        return line
    line = _ACCENTS.sub("", unicodedata.normalize("NFKD", _APOSTROPHES.sub("", line))).lower()
    return line if line.isascii() else _OTHER_SIGNS.sub(" ", _FOREIGN.sub("\x01", line))


def _without_names(run: re.Match[str]) -> str:
    """A space for an address or a prefix "nick:", and for what may be a handle in any other run of signs."""
    text = run.group()
    return " " if _ADDRESS.search(text) or _NICK.fullmatch(text) else _HANDLES.sub(" ", text)


def _without_repeats(text: bytes) -> bytes:
    """Letters twice in a row at most, and single spaces."""
    signs = np.frombuffer(text, dtype=np.uint8)
    twice = signs[1:] == signs[:-1]
    dropped = np.zeros(len(signs), dtype=np.bool_)
    dropped[1:] = twice & (signs[1:] == _SPACE)
    dropped[2:] |= twice[1:] & twice[:-1] & (signs[2:] >= _FIRST_LETTER)
    return signs[~dropped].tobytes()


def features(texts: Sequence[str], bits: int) -> Features:
    """Every feature of every text, hashed to `bits` bits."""
    folded = np.frombuffer(fold(texts), dtype=np.uint8)
    lines = np.flatnonzero(folded == _LINE)
    codes = folded.astype(np.uint32)
    broken = folded < _SPACE
    hashes: list[Words32] = []
    alive: list[npt.NDArray[np.bool_]] = []
    run, dead = codes, broken
    for size in (2, 3, 4):
        run = run[:-1] * np.uint32(_P) + codes[size - 1 :]
        dead = dead[:-1] | broken[size - 1 :]
        hashes.append(run)
        alive.append(~dead)
    begins, ends = _words(folded)
    words = _word_hashes(codes, begins, ends)
    together = begins[1:] == ends[:-1] + 1  # not the end of a message
    together &= folded[ends[:-1]] == _SPACE
    pairs = words[:-1] * np.uint32(_Q) + words[1:]
    hashes += [words, pairs]
    alive += [np.ones(len(words), dtype=np.bool_), together]
    return Features(
        _buckets(hashes, bits),
        tuple(alive),
        (None, None, None, begins, begins[:-1]),
        lines[:-1].astype(np.int64),
        len(folded),
    )


def _buckets(hashes: Sequence[Words32], bits: int) -> tuple[npt.NDArray[np.int64], ...]:
    """The buckets of the hashes of each kind, in the order of ``_SALTS``; all mixed at once."""
    mixed = np.concatenate([each + np.uint32(salt) for each, salt in zip(hashes, _SALTS.values(), strict=True)])
    mixed ^= mixed >> np.uint32(16)
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(_Q)
    buckets = (mixed >> np.uint32(32 - bits)).astype(np.int64)
    ends = [*accumulate(map(len, hashes))]
    return tuple(buckets[begin:end] for begin, end in zip([0, *ends], ends, strict=False))


def _words(
    folded: npt.NDArray[np.uint8],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Where words begin and end (first byte after); lines stand first and last, so each word has both edges."""
    inside = folded > _SPACE
    edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1  # by turns: in, out
    return edges[::2], edges[1::2]


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
