"""Letters and meanings together: each message by itself, long ones in parts, and only with the right tactic model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.errors import Unusable
from belisha.stream.likeness import Likeness, meanings_of, parts_of
from belisha.tactic_model import TacticModel
from belisha.text import readings
from belisha.text_model import PART_WORDS, Layers, Meaning, TextModel

CHAT = ["hi how are you", "", "what did you do at school today", "nothing much lol", "😀"]


def heard(texts: list[str], model: TextModel | None = None) -> list[float]:
    found = Likeness(model or TextModel.load(), TacticModel.load())
    scores = found.score(texts, [readings(text)[0].text for text in texts])
    return [float(each) for each in scores.likeness]


def with_layers(mark: str, last: float) -> TextModel:
    """The letters of the shipped model, and layers that hear the first number of a meaning."""
    shipped = TextModel.load()
    meaning = Meaning(mark, 512, 1)
    first = np.zeros((512, 1), np.float16)
    first[0] = 1
    silent = np.zeros(1 << shipped.header.bits, np.int8)
    header = type(shipped.header)(
        1, shipped.header.bits, 1.0, 1.0, shipped.header.stretch, shipped.header.leads, {}, meaning
    )
    return TextModel(header, silent, silent, Layers(first, np.zeros(1), np.full(1, last)))


def test_a_batch_gives_each_message_what_it_gets_alone() -> None:
    assert heard(CHAT) == pytest.approx([heard([text])[0] for text in CHAT], abs=0.011)


def test_what_cannot_be_read_adds_nothing() -> None:
    assert heard(["", "😀", "?!"]) == [0.0, 0.0, 0.0]
    assert heard([]) == []


def test_likeness_is_the_sum_over_the_parts_of_a_message() -> None:
    tactics = TacticModel.load()
    model = with_layers(tactics.mark, 10.0)
    text = " ".join(f"did you do number {word} yet" for word in ("one", "two", "three", "four", "five", "six"))
    parts = parts_of(readings(text)[0].text)
    assert len(parts) == 2
    expected = np.round(tactics.meanings(parts)[:, 0] * 10.0, 2).sum()
    assert expected > 0
    assert heard([text], model) == pytest.approx([float(expected)], abs=0.02)


def test_another_tactic_model_is_refused() -> None:
    with pytest.raises(Unusable, match="learn it again with belisha train"):
        Likeness(with_layers("00000000", 1.0), TacticModel.load())


def test_the_shipped_models_belong_together() -> None:
    meaning = TextModel.load().header.meaning
    assert meaning is not None
    assert meaning.mark == TacticModel.load().mark


@settings(deadline=None)
@given(st.text(alphabet="ab \n", max_size=300))
def test_parts_are_short_and_lose_no_word(text: str) -> None:
    parts = parts_of(text)
    assert [word for part in parts for word in part.split()] == text.split()
    assert all(len(part.split()) <= PART_WORDS for part in parts)


def test_each_message_begins_where_its_first_part_stands() -> None:
    texts = ["one two", " ".join(["word"] * (2 * PART_WORDS + 1)), "three"]
    meanings, starts = meanings_of(TacticModel.load(), texts)
    assert starts.tolist() == [0, 1, 4]
    assert len(meanings) == 5
