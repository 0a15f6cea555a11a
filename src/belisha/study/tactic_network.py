"""The tactic model while it learns: the same arithmetic as ``belisha.tactic_model``, with gradients.

torch is imported only when something is taught (the extra ``teach``); whoever only watches chats does not need it.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from belisha.tactic_model import LONGEST, TacticHeader, TacticModel
from belisha.word_pieces import fnv, split_word, words

Tensor = Any
Network = dict[str, Tensor]
"""Parameters by the names they have in the file; ``as_encoder`` is left behind when it is written."""

WIDTH, CHANNELS, HIDDEN, ENCODER = 96, 128, 128, 384
_POOLED = 4 * CHANNELS
_STRONGER = 6.0
"""Pooled values are small, about a tenth: the layer after them begins that much larger, or it would learn for hours."""


class Pieces:
    """Words as numbers: 0 for nothing, 1 for what is not known, then the known pieces.

    Args:
        pieces: in the order of their vectors; pieces inside a word begin with ``##``.
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self.hashes = np.array([fnv(piece) for piece in pieces], dtype=np.uint32)
        self._rows = {int(value): row for row, value in enumerate(self.hashes, start=2)}
        self._known: dict[str, list[int]] = {}

    def split(self, text: str) -> list[int]:
        """The rows of a folded text."""
        found: list[int] = []
        for word in words(text):
            if word not in self._known:
                self._known[word] = split_word(word, self._rows)
            found += self._known[word]
        return found[:LONGEST]

    def batch(self, texts: Sequence[str]) -> Tensor:
        """The rows of some texts, filled up with 0; shape ``(texts, longest)``."""
        import torch  # noqa: PLC0415 - an optional extra

        rows = [self.split(text) for text in texts]
        table = np.zeros((len(rows), max(1, *map(len, rows))), np.int64)
        for place, row in enumerate(rows):
            table[place, : len(row)] = row
        return torch.from_numpy(table)


def begun(vectors: npt.NDArray[np.float32], tactics: int, seed: int) -> Network:
    """A network that knows nothing yet but the vectors of its pieces, shape ``(pieces, WIDTH)``."""
    import torch  # noqa: PLC0415 - an optional extra

    torch.manual_seed(seed)

    def layer(rows: int, columns: int, larger: float = 1.0) -> Tensor:
        return torch.nn.Parameter((torch.rand(rows, columns) * 2 - 1) * larger / rows**0.5)

    def bias(size: int) -> Tensor:
        return torch.nn.Parameter(torch.zeros(size))

    table = np.concatenate([np.zeros((2, vectors.shape[1]), np.float32), vectors])
    return {
        "vectors": torch.nn.Parameter(torch.from_numpy(table)),
        "first": layer(3 * WIDTH, CHANNELS),
        "first_bias": bias(CHANNELS),
        "second": layer(3 * CHANNELS, CHANNELS),
        "second_bias": bias(CHANNELS),
        "meet": layer(3 * _POOLED, HIDDEN, _STRONGER),
        "meet_bias": bias(HIDDEN),
        "out": layer(HIDDEN, tactics),
        "out_bias": bias(tactics),
        "as_encoder": layer(_POOLED, ENCODER),
    }


def pooled(network: Network, rows: Tensor) -> Tensor:
    """The greatest and the mean value of each channel of both layers; shape ``(texts, 4 * CHANNELS)``."""
    import torch  # noqa: PLC0415 - an optional extra

    within = (rows > 0).unsqueeze(2).float()
    count = within.sum(1).clamp(min=1)
    values = torch.nn.functional.embedding(rows, network["vectors"]) * within
    greatest, means = [], []
    for name in ("first", "second"):
        edge = torch.zeros_like(values[:, :1])
        padded = torch.cat([edge, values, edge], 1)
        joined = torch.cat([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], 2)
        values = torch.relu(joined @ network[name] + network[f"{name}_bias"]) * within
        greatest.append(values.max(1)[0])
        means.append(values.sum(1) / count)
    return torch.cat([*greatest, *means], 1)


def logits(network: Network, texts: tuple[Tensor, Tensor, Tensor], dropped: float = 0.0) -> Tensor:
    """Log-odds of the tactics from the pooled message, its writer's last one and the other's."""
    import torch  # noqa: PLC0415 - an optional extra

    joined = torch.nn.functional.dropout(torch.cat(texts, 1), dropped, training=dropped > 0)
    met = torch.relu(joined @ network["meet"] + network["meet_bias"])
    return met @ network["out"] + network["out_bias"]


def as_encoder(network: Network, texts: Tensor) -> Tensor:
    """What the sentence encoder would give for the pooled messages, of unit length."""
    import torch  # noqa: PLC0415 - an optional extra

    return torch.nn.functional.normalize(texts @ network["as_encoder"], dim=1)


def finished(
    network: Network, pieces: Pieces, tactics: Sequence[str], seen_from: Sequence[float], made_with: dict[str, str]
) -> TacticModel:
    """The model as it is shipped."""
    vectors = network["vectors"].detach().numpy()[1:]
    scale = float(np.quantile(np.abs(vectors), 0.9999)) / 127.0
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "hashes": pieces.hashes,
        "vectors": np.clip(np.rint(vectors / scale), -127, 127).astype(np.int8),
    }
    for name in network:
        if name not in {"vectors", "as_encoder"}:
            arrays[name] = network[name].detach().numpy().astype(np.float16)
    shapes = {name: tuple(array.shape) for name, array in arrays.items()}
    return TacticModel(TacticHeader(1, tuple(tactics), tuple(seen_from), scale, shapes, made_with), arrays)
