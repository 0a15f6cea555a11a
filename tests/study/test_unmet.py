"""A fold is read with a model that has learned from nothing of it."""

from pathlib import Path

import pytest

from belisha.study import unmet
from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.train import Learned, learn, read
from belisha.study.unmet import FOLDS, fold_of, unmet_models
from belisha.text_model import TextModel
from tests.study.conftest import make_small


def test_a_case_lies_in_one_fold_and_the_test_side_in_none() -> None:
    made = [
        LabelledConversation(str(number), f"case {number % 50}", "some", label=False, turns=(Turn("a", "hi"),))
        for number in range(200)
    ]
    folds: dict[str, set[int | None]] = {}
    for each in made:
        folds.setdefault(each.case, set()).add(fold_of(each))
        assert (fold_of(each) is None) is (each.side is Side.TEST)
    assert all(len(each) == 1 for each in folds.values())
    assert {fold for each in folds.values() for fold in each} == {None, *range(FOLDS)}


def test_each_model_learns_from_the_other_folds_alone(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("scipy")
    make_small(monkeypatch)
    _, conversations = read(folder, set(Side), 1)
    learned_from: list[set[int | None]] = []

    def noted(given: list[LabelledConversation], seed: int) -> Learned:
        learned_from.append({fold_of(each) for each in given})
        return learn(given, seed)

    monkeypatch.setattr(unmet, "learn", noted)
    told: list[str] = []
    models = dict(unmet_models(conversations, tmp_path, 1, told.append))
    assert models.pop(None) is None
    assert len(told) == FOLDS == len({TextModel.load(path).save for path in models.values()})
    assert learned_from == [set(range(FOLDS)) - {fold} for fold in models]
