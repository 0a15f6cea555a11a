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

import zlib
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import chain, islice
from pathlib import Path
from threading import Lock

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.word_pieces import fnv, split_word, words

Floats = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]

MAGIC = b"BELISHA2"
SHIPPED = Path(__file__).with_name("tactic_model.bin")
LONGEST = 40
"""Pieces of one message that are read."""
_CACHED_WORDS = 100_000
_ROWS = 1_500
"""Pieces worked on at once, so that the working arrays stay near the processor."""
_KEPT_TEXTS = 8_192
"""Messages whose share in the hidden layer is kept: what was said is read again as what stood before."""
_GIVE_MEANING = ("hashes", "vectors", "first", "first_bias", "second", "second_bias")
_AT_ONCE = 2_000
"""Messages read at once, so that they and the two before each of them can be kept."""


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
        self._arrays = arrays
        named = {name: arrays[name].astype(np.float32) for name in header.shapes if name not in {"hashes", "vectors"}}
        self._pieces = _Pieces(arrays, header.piece_scale, _side_by_side(named["first"]))
        self._first_bias, self._second_bias = named["first_bias"], named["second_bias"]
        self._second = _side_by_side(named["second"])
        self._meet, self._meet_bias = _side_by_side(named["meet"]), named["meet_bias"]
        self._out, self._out_bias = named["out"], named["out_bias"]
        self._seen_from = np.round(np.asarray(header.seen_from, dtype=np.float32), 2)
        self._one_at_a_time = Lock()  # several watches may share a model
        self._slots: dict[str, int] = {}
        self._kept = np.zeros((0, 3, len(self._meet_bias)), np.float32)
        self._meanings = np.zeros((0, len(self._meet)), np.float32)

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
        parts = [slice(start, start + _AT_ONCE) for start in range(0, len(texts), _AT_ONCE)]
        found = [self._logits(texts[part], same[part], other[part]) for part in parts]
        logits = np.concatenate([*found, np.zeros((0, len(self._out_bias)), np.float32)])
        return np.asarray(np.round(1.0 / (1.0 + np.exp(-np.clip(logits, -30.0, 30.0))), 2), dtype=np.float32)

    def meanings(self, texts: Sequence[str]) -> Floats:
        """What folded texts mean: the values that step 2 gives for each; zeros where nothing is read."""
        rows = [np.zeros((0, len(self._meet)), np.float32)]
        for start in range(0, len(texts), _AT_ONCE):
            part = texts[start : start + _AT_ONCE]
            with self._one_at_a_time:
                slots = self._remembered((part,))
                rows.append(self._meanings[[slots[text] for text in part]])
        return np.concatenate(rows)

    @cached_property
    def mark(self) -> str:
        """Differs between models that give the same text other meanings."""
        return f"{zlib.crc32(b''.join(self._arrays[name].tobytes() for name in _GIVE_MEANING)):08x}"

    def forget(self) -> None:
        """Lets go of the texts whose values are kept for the next time."""
        with self._one_at_a_time:
            self._slots.clear()

    def knows(self, word: str) -> bool:
        """Whether a folded word is known as a whole."""
        return self._pieces.are_one(word)

    def seen(self, probabilities: Floats) -> list[dict[str, float]]:
        """For each message the tactics that it performs, with their probabilities."""
        found: list[dict[str, float]] = [{} for _ in range(len(probabilities))]
        rows, columns = np.nonzero(probabilities >= self._seen_from)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            found[row][self.header.tactics[column]] = round(float(probabilities[row, column]), 2)
        return found

    def _logits(self, texts: Sequence[str], same: Sequence[str], other: Sequence[str]) -> Floats:
        """What the outputs add up to before they become probabilities; at most ``_AT_ONCE`` messages."""
        with self._one_at_a_time:
            slots = self._remembered((texts, same, other))
            own, before, others = (np.array([slots[text] for text in column]) for column in (texts, same, other))
            met = self._kept[own, 0] + self._kept[before, 1] + self._kept[others, 2] + self._meet_bias
        return np.asarray(np.maximum(met, 0.0, out=met) @ self._out + self._out_bias, dtype=np.float32)

    def _remembered(self, columns: Sequence[Sequence[str]]) -> Mapping[str, int]:
        """Where the shares of all these texts in the hidden layer are kept; those that are not yet are worked out."""
        slots = self._slots
        new = [text for text in dict.fromkeys(chain.from_iterable(columns)) if text not in slots]
        if len(slots) + len(new) > _KEPT_TEXTS:
            slots.clear()
            new = list(dict.fromkeys(chain.from_iterable(columns)))
        if new:
            start, end = len(slots), len(slots) + len(new)
            self._meanings = _with_room(self._meanings, end, _KEPT_TEXTS)
            self._meanings[start:end] = meant = self._meant(new)
            self._kept = _with_room(self._kept, end, _KEPT_TEXTS)
            self._kept[start:end] = (meant @ self._meet).reshape(len(new), 3, -1)
            slots.update(zip(new, range(start, end), strict=True))
        return slots

    def _meant(self, texts: Sequence[str]) -> Floats:
        pieces = [self._pieces.of(text) for text in texts]
        by_length: dict[int, list[int]] = {}  # messages of one length need no filling up
        for place, found in enumerate(pieces):
            by_length.setdefault(len(found), []).append(place)
        by_length.pop(0, None)
        pooled = np.zeros((len(texts), len(self._meet)), np.float32)
        for length, places in by_length.items():
            size = _ROWS // length
            for some in (places[start : start + size] for start in range(0, len(places), size)):
                pooled[some] = self._pooled(np.array([pieces[place] for place in some]).T)
        return pooled

    def _pooled(self, rows: Places) -> Floats:
        """The greatest and the mean value of each channel of both layers, for rows in shape ``(pieces, messages)``."""
        first = _neighbours(self._pieces.projected[rows], self._first_bias)
        through = first.reshape(-1, first.shape[2]) @ self._second
        second = _neighbours(through.reshape(*rows.shape, -1), self._second_bias)
        parts = [first.max(axis=0), second.max(axis=0), first.mean(axis=0), second.mean(axis=0)]
        return np.concatenate(parts, axis=1)


class _Pieces:
    """The known pieces of words, and what each adds to the first layer at its own place and at its neighbours'.

    Only pieces that were met are worked out: chat uses few of them, so that the table stays near the processor.
    ``first`` are the weights of the first layer, for the left, the own and the right place side by side.
    """

    def __init__(self, arrays: Mapping[str, npt.NDArray[np.generic]], scale: float, first: Floats) -> None:
        self._known = {value: row for row, value in enumerate(arrays["hashes"].tolist(), start=2)}
        self._vectors, self._scale, self._first = arrays["vectors"], scale, first
        self._rows: dict[int, int] = {}
        self._words: dict[str, list[int]] = {}
        self._projected = np.zeros((0, first.shape[1]), np.float32)
        self._worked_out = 0

    def are_one(self, word: str) -> bool:
        """Whether a word is a piece of its own."""
        return fnv(word) in self._known

    def of(self, text: str) -> list[int]:
        """Rows of ``projected`` of the first ``LONGEST`` pieces of a folded text."""
        found: list[int] = []
        for word in words(text):
            found += self._words.get(word) or self._meet(word)
            if len(found) >= LONGEST:
                break
        return found[:LONGEST]

    @property
    def projected(self) -> Floats:
        """For every piece that was met, its vector through the three blocks of the first layer."""
        begun, end = self._worked_out, len(self._rows)
        if begun < end:
            self._projected = _with_room(self._projected, end, len(self._vectors))
            # The first vector stands for whatever is not known, which is row 1.
            rows = np.fromiter(islice(self._rows, begun, None), np.int64) - 1
            np.matmul(self._vectors[rows].astype(np.float32) * self._scale, self._first, out=self._projected[begun:end])
            self._worked_out = end
        return self._projected

    def _meet(self, word: str) -> list[int]:
        if len(self._words) > _CACHED_WORDS:
            self._words.clear()
        found = [self._rows.setdefault(piece, len(self._rows)) for piece in split_word(word, self._known)]
        self._words[word] = found
        return found


def _with_room(rows: Floats, wanted: int, most: int) -> Floats:
    """An array with these rows first, and room for as many as are wanted and for some more, up to ``most``."""
    if wanted <= len(rows):
        return rows
    longer = np.zeros((min(most, 2 * wanted), *rows.shape[1:]), np.float32)
    longer[: len(rows)] = rows
    return longer


def _side_by_side(weights: Floats) -> Floats:
    """Weights in shape ``(3 * inputs, outputs)`` as ``(inputs, 3 * outputs)``."""
    return np.ascontiguousarray(np.concatenate(np.split(weights, 3), axis=1))


def _neighbours(projected: Floats, bias: Floats) -> Floats:
    """``relu`` of each place and its two neighbours, from each place through the weights of all three side by side."""
    width = len(bias)
    values = projected[:, :, width : 2 * width] + bias
    values[1:] += projected[:-1, :, :width]
    values[:-1] += projected[1:, :, 2 * width :]
    return np.asarray(np.maximum(values, 0.0, out=values), dtype=np.float32)


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
