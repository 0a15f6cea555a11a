"""What learns computes what is shipped."""

from pathlib import Path

import numpy as np
import pytest

from belisha.study.tactic_network import WIDTH, Network, Pieces, begun, finished, logits, pooled
from belisha.tactic_model import TacticModel

torch = pytest.importorskip("torch", reason="the extra teach is not installed")

PIECES = ("how", "old", "r", "u", "##s", "##ld", "o", "?")
TACTICS = ("asks_age", "refuses", "flattery")
TEXTS = ["how old r u?", "", "hows old", "zzz u", "o " * 60, "old ?? how r u olds"]


def network(seed: int) -> Network:
    vectors = np.random.default_rng(seed).normal(0, 0.3, (len(PIECES), WIDTH)).astype(np.float32)
    made = begun(vectors, len(TACTICS), seed)
    with torch.no_grad():
        for value in made.values():
            value.add_(0.05 * torch.randn_like(value))
    return made


def learned(made: Network, texts: list[str], same: list[str], other: list[str]) -> np.ndarray:
    pieces = Pieces(PIECES)
    with torch.no_grad():
        read = tuple(pooled(made, pieces.batch(column)) for column in (texts, same, other))
        return np.asarray(torch.sigmoid(logits(made, read)).numpy())


@pytest.mark.parametrize("seed", range(3))
def test_the_shipped_model_reads_as_the_network_does(seed: int, tmp_path: Path) -> None:
    made = network(seed)
    same, other = TEXTS[::-1], TEXTS[2:] + TEXTS[:2]
    finished(made, Pieces(PIECES), TACTICS, [0.5] * 3, {"seed": str(seed)}).save(tmp_path / "model.bin")
    model = TacticModel.load(tmp_path / "model.bin")
    # Vectors lose half a step of 1/127, weights half of their last bit, and the model reads in hundredths.
    np.testing.assert_allclose(model.read(TEXTS, same, other), learned(made, TEXTS, same, other), atol=0.02)
    assert model.header.tactics == TACTICS


def test_what_stands_beside_a_text_in_a_batch_does_not_matter() -> None:
    made = network(5)
    empty = [""] * len(TEXTS)
    together = learned(made, TEXTS, empty, empty)
    alone = np.concatenate([learned(made, [text], [""], [""]) for text in TEXTS])
    np.testing.assert_allclose(together, alone, atol=1e-5)


def test_the_same_seed_begins_alike() -> None:
    vectors = np.zeros((len(PIECES), WIDTH), np.float32)
    first, again, other = (begun(vectors, 3, seed)["meet"].detach().numpy() for seed in (4, 4, 5))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
