"""Which tactics a message performs, read from its meaning rather than from fixed phrases.

A small network that was taught by invented, labelled chats and by a sentence encoder (``study/teach.py``, the
extra ``teach``). It needs numpy only, and a browser can repeat its arithmetic:

1. A folded message (``belisha.text``) is split into words and signs, and each word into the longest known pieces from
   its start; pieces after the first are written with ``##`` before them. A piece is known by the 32-bit FNV-1a hash of
   its letters: the file holds no list of words. At most ``LONGEST`` pieces are read.
2. Each piece has a vector. Two layers look at three neighbours each: ``relu(left @ A + own @ B + right @ C + bias)``,
   with zeros beyond the ends. A message becomes the greatest and the mean value of each channel of both layers.
3. The message, the one before it by the same writer and the one before it by somebody else (zeros where there is none)
   meet in one hidden layer, and each tactic has a logistic output.

The file (``tactic_model.bin``): 8 bytes magic ``BELISHA2``, 4 bytes little-endian length, a JSON header of that length,
then the arrays that the header lists, in its order: hashes as unsigned 32-bit numbers, piece vectors as signed bytes
times ``piece_scale``, everything else as 16-bit floats.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

MAGIC = b"BELISHA2"
SHIPPED = Path(__file__).with_name("tactic_model.bin")
LONGEST = 40
"""Pieces of one message that are read."""
_PIECE_LETTERS = 20
_WORD_PIECES = 8
_WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_CACHED_WORDS = 100_000
_ROWS = 60_000
"""Pieces worked on at once, so that the working arrays stay small."""


class TacticHeader(msgspec.Struct, frozen=True):
    """What stands before the arrays in the file.

    Attributes:
        version: of the layout.
        tactics: names of the outputs, which are names of clues.
        seen_from: for each the probability from which a message counts as performing it; above 1 for never.
        piece_scale: what a signed byte of the piece vectors is multiplied by.
        shapes: names and shapes of the arrays, in the order of the file.
        made_with: seed, counts and settings, for the record; no text.
    """

    version: int
    tactics: tuple[str, ...]
    seen_from: tuple[float, ...]
    piece_scale: float
    shapes: dict[str, tuple[int, ...]]
    made_with: dict[str, str]


class TacticModel:
    """The network, ready to read.

    Args:
        header: as in the file.
        arrays: by the names in ``header.shapes``.
    """

    def __init__(self, header: TacticHeader, arrays: Mapping[str, npt.NDArray[np.generic]]) -> None:
        self.header = header
        self._pieces = {int(value): row for row, value in enumerate(arrays["hashes"], start=2)}
        self._words: dict[str, list[int]] = {}
        self._arrays = arrays
        vectors = arrays["vectors"].astype(np.float32) * header.piece_scale
        # Row 0 stands between messages and row 1 for whatever is not known.
        self._vectors = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])
        named = {name: arrays[name].astype(np.float32) for name in header.shapes if name not in {"hashes", "vectors"}}
        self._layers = [(named["first"], named["first_bias"]), (named["second"], named["second_bias"])]
        self._meet, self._meet_bias = named["meet"], named["meet_bias"]
        self._out, self._out_bias = named["out"], named["out_bias"]

    @staticmethod
    def load(path: Path = SHIPPED) -> "TacticModel":
        """The model in a file; the shipped one unless another is named. Loaded once in a process.

        Raises:
            ValueError: when the file is not such a model.
        """
        return _loaded(path)

    def save(self, path: Path) -> None:
        """Writes the file."""
        header = msgspec.json.encode(self.header)
        parts = [np.ascontiguousarray(self._arrays[name]).tobytes() for name in self.header.shapes]
        path.write_bytes(b"".join([MAGIC, len(header).to_bytes(4, "little"), header, *parts]))

    def read(self, texts: Sequence[str], same: Sequence[str], other: Sequence[str]) -> Floats:
        """Probabilities of all tactics, in hundredths, shape ``(messages, tactics)``.

        Sums of 32-bit numbers depend on how many messages are read at once, in their seventh digit: hundredths do not.

        Args:
            texts: folded messages.
            same: for each the message before it by the same writer, folded, or the empty string.
            other: likewise by somebody else.
        """
        known: dict[str, int] = {"": 0}
        wanted = [[known.setdefault(text, len(known)) for text in column] for column in (texts, same, other)]
        hidden = self._hidden(list(known))
        own, before, others = (np.asarray(column, dtype=np.int64) for column in wanted)
        met = hidden[own, 0] + hidden[before, 1] + hidden[others, 2] + self._meet_bias
        logits = np.maximum(met, 0.0) @ self._out + self._out_bias
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), 2), dtype=np.float32)

    def seen(self, probabilities: Floats) -> list[dict[str, float]]:
        """For each message the tactics that it performs, with their probabilities."""
        found: list[dict[str, float]] = [{} for _ in range(len(probabilities))]
        seen_from = np.round(np.asarray(self.header.seen_from, dtype=np.float32), 2)
        rows, columns = np.nonzero(probabilities >= seen_from)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            found[row][self.header.tactics[column]] = round(float(probabilities[row, column]), 2)
        return found

    def _hidden(self, texts: Sequence[str]) -> Floats:
        """What each text adds to the hidden layer as the message itself, as the writer's last and as another's."""
        pieces = [self._split(text) for text in texts]
        width = self._meet.shape[1]
        hidden = np.zeros((len(texts), 3, width), np.float32)
        start = 0
        while start < len(texts):
            end, rows = start, 0
            while end < len(texts) and (rows < _ROWS or end == start):
                rows += len(pieces[end]) + 1
                end += 1
            pooled = self._pooled(pieces[start:end])
            hidden[start:end] = np.einsum("np,kph->nkh", pooled, self._meet.reshape(3, -1, width), optimize=True)
            start = end
        return hidden

    def _pooled(self, messages: Sequence[Sequence[int]]) -> Floats:
        """The greatest and the mean value of each channel of both layers."""
        lengths = np.array([len(pieces) for pieces in messages])
        starts = np.concatenate([[0], np.cumsum(lengths + 1)[:-1]])
        # A row of zeros before each message is the edge of it and of the one before.
        rows = np.array([row for pieces in messages for row in (0, *pieces)], dtype=np.int64)
        within = (rows != 0)[:, None]
        values = self._vectors[rows]
        greatest, means = [], []
        for weights, bias in self._layers:
            values = _neighbours(values, weights, bias) * within
            greatest.append(np.maximum.reduceat(values, starts))
            means.append(np.add.reduceat(values, starts) / np.maximum(lengths, 1)[:, None])
        return np.concatenate([*greatest, *means], axis=1).astype(np.float32)

    def _split(self, text: str) -> list[int]:
        found: list[int] = []
        for word in words(text):
            pieces = self._words.get(word)
            if pieces is None:
                pieces = self._words[word] = split_word(word, self._pieces)
            found += pieces
            if len(found) >= LONGEST:
                break
        if len(self._words) > _CACHED_WORDS:
            self._words.clear()
        return found[:LONGEST]


def words(text: str) -> list[str]:
    """The words and signs of a folded text."""
    return _WORD.findall(text)


def split_word(word: str, pieces: Mapping[int, int]) -> list[int]:
    """Rows of the longest known pieces from the start of a word on; 1 for a letter that begins none.

    Args:
        word: a word or a sign.
        pieces: rows of the known pieces by their hashes.
    """
    found: list[int] = []
    start = 0
    while start < len(word) and len(found) < _WORD_PIECES:
        row, stop = 1, start + 1
        for end in range(min(len(word), start + _PIECE_LETTERS), start, -1):
            known = pieces.get(fnv(("##" if start else "") + word[start:end]))
            if known is not None:
                row, stop = known, end
                break
        found.append(row)
        start = stop
    return found


def fnv(piece: str) -> int:
    """The 32-bit FNV-1a hash of a piece's UTF-8 bytes (Fowler, Noll, Vo)."""
    value = 0x811C9DC5
    for byte in piece.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def _neighbours(values: Floats, weights: Floats, bias: Floats) -> Floats:
    """``relu`` of each row and its two neighbours through the weights, shape ``(3 * inputs, outputs)``."""
    padded = np.pad(values, ((1, 1), (0, 0)))
    joined = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
    return np.asarray(np.maximum(joined @ weights + bias, 0.0), dtype=np.float32)


@cache
def _loaded(path: Path) -> TacticModel:
    content = path.read_bytes()
    if content[:8] != MAGIC:
        message = f"{path} is no tactic model of this version of Belisha"
        raise ValueError(message)
    length = int.from_bytes(content[8:12], "little")
    header = msgspec.json.decode(content[12 : 12 + length], type=TacticHeader)
    arrays: dict[str, npt.NDArray[np.generic]] = {}
    place = 12 + length
    for name, shape in header.shapes.items():
        stored: np.dtype[np.generic] = np.dtype({"hashes": "<u4", "vectors": "i1"}.get(name, "<f2"))
        size = int(np.prod(shape))
        arrays[name] = np.frombuffer(content, stored, size, place).reshape(shape)
        place += size * stored.itemsize
    return TacticModel(header, arrays)
