"""The tactic model's arithmetic, on a small one made here, and what the shipped one must be."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha import plugins
from belisha.clues import Clue
from belisha.tactic_model import LONGEST, SHIPPED, TacticHeader, TacticModel
from belisha.word_pieces import fnv

PIECES = ("how", "old", "r", "u", "##s", "##ld", "o", "?")


def small() -> TacticModel:
    chance = np.random.default_rng(7)
    channels, hidden = 4, 5

    def some(*shape: int) -> np.ndarray:
        return chance.normal(0, 1.0, shape).astype(np.float16)

    arrays: dict[str, np.ndarray] = {
        "hashes": np.array([fnv(piece) for piece in PIECES], dtype=np.uint32),
        "vectors": chance.integers(-127, 127, (len(PIECES) + 1, 6)).astype(np.int8),
        "first": some(18, channels),
        "first_bias": some(channels),
        "second": some(3 * channels, channels),
        "second_bias": some(channels),
        "meet": some(12 * channels, hidden),
        "meet_bias": some(hidden),
        "out": some(hidden, 2),
        "out_bias": some(2),
    }
    shapes = {name: array.shape for name, array in arrays.items()}
    return TacticModel(TacticHeader(1, ("asks_age", "refuses"), (0.5, 0.6), 0.01, shapes, {"seed": "7"}), arrays)


MODEL = small()
TEXTS = st.lists(
    st.sampled_from(["how old r u?", "how", "old", "", "zzz", "hows it", "r u old? how"]), min_size=1, max_size=9
)


@given(TEXTS)
def test_a_batch_gives_what_single_messages_give(texts: list[str]) -> None:
    empty = [""] * len(texts)
    together = MODEL.read(texts, empty, texts[::-1])
    alone = [MODEL.read([text], [""], [other])[0] for text, other in zip(texts, texts[::-1], strict=True)]
    np.testing.assert_allclose(together, alone, atol=0.011)


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    found = MODEL.read([text], [text], [text])
    assert found.shape == (1, 2)
    assert ((found >= 0) & (found <= 1)).all()


def test_the_messages_before_matter() -> None:
    alone = MODEL.read(["how"], [""], [""])
    assert not np.allclose(alone, MODEL.read(["how"], ["old"], [""]))
    assert not np.allclose(MODEL.read(["how"], ["old"], [""]), MODEL.read(["how"], [""], ["old"]))


def test_words_are_split_into_the_longest_known_pieces_and_long_messages_are_cut() -> None:
    same = MODEL.read(["how " * LONGEST], [""], [""])
    np.testing.assert_array_equal(same, MODEL.read(["how " * (3 * LONGEST)], [""], [""]))
    np.testing.assert_allclose(MODEL.read(["zq"], [""], [""]), MODEL.read(["qz"], [""], [""]))


def test_it_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    MODEL.save(tmp_path / "model.bin")
    again = TacticModel.load(tmp_path / "model.bin")
    assert again.header == MODEL.header
    np.testing.assert_array_equal(again.read(["how old"], [""], [""]), MODEL.read(["how old"], [""], [""]))


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"something else")
    with pytest.raises(ValueError, match="no tactic model"):
        TacticModel.load(tmp_path / "model.bin")


def test_only_what_reaches_its_threshold_is_seen() -> None:
    assert MODEL.seen(np.array([[0.5, 0.5], [0.4, 0.7]], dtype=np.float32)) == [
        {"asks_age": 0.5},
        {"refuses": 0.7},
    ]


def test_the_shipped_model_is_small_and_names_clues_only() -> None:
    clues = {clue.name for clue in plugins.find("belisha.clues", Clue)}
    assert SHIPPED.stat().st_size < 5_000_000
    assert set(TacticModel.load().header.tactics) <= clues


def test_no_text_can_be_read_from_the_shipped_file() -> None:
    content = SHIPPED.read_bytes()
    header = int.from_bytes(content[8:12], "little")
    for word in (b"parents", b"secret", b"school", b"mother"):
        assert word not in content[12 + header :].lower()


def test_meanings_are_those_of_each_text_alone_and_nought_where_nothing_is_read() -> None:
    model = TacticModel.load()
    texts = ["are you alone", "", "see you at the bus"]
    together = model.meanings(texts)
    assert together.shape[0] == len(texts)
    assert not together[1].any()
    for place, text in enumerate(texts):
        assert model.meanings([text])[0] == pytest.approx(together[place], abs=1e-5)
    assert model.meanings([]).shape == (0, together.shape[1])


def test_models_that_give_other_meanings_have_another_mark(tmp_path: Path) -> None:
    model = TacticModel.load()
    model.save(tmp_path / "copy.bin")
    assert TacticModel.load(tmp_path / "copy.bin").mark == model.mark
    assert small().mark != model.mark
