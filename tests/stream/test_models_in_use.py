"""The product runs with an organisation's own files meanwhile, in every process, and then with its own again."""

import json
from pathlib import Path

import pytest

from belisha.errors import Unusable
from belisha.model import Message, Provenance
from belisha.stream.lanes import Outcome, lanes, run
from belisha.stream.models_in_use import Models, in_use, models_in_use
from belisha.text_model import SHIPPED, TextModel
from belisha.weights import Weights

SAID = ("how old are you", "dont tell your mum about us", "send me a pic of you")


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """Weights with which asking for secrecy says far more than it does."""
    path = tmp_path / "heavy.json"
    path.write_text(json.dumps({"clues": {"asks_for_secrecy": 60.0}, "learned_from": "a test"}), encoding="utf-8")
    return path


def outcomes(jobs: int) -> list[Outcome]:
    messages = [
        Message(str(number), "app", "c", "sam", text, None, Provenance("test", "", "", ""))
        for number, text in enumerate(SAID)
    ]
    return list(run(lanes([messages], [], "moderators"), jobs, lambda _count: None))


def highest(jobs: int = 1) -> float:
    (outcome,) = outcomes(jobs)
    assert outcome.findings[0].highest is not None
    return outcome.findings[0].highest.decibans


def test_own_files_are_used_meanwhile_and_the_shipped_ones_afterwards(heavy: Path, tmp_path: Path) -> None:
    before, usual = in_use(), highest()
    copy = tmp_path / "own.bin"
    copy.write_bytes(SHIPPED.read_bytes())
    with models_in_use(copy, heavy) as model:
        assert in_use() == Models(copy, heavy)
        assert model is TextModel.load() is TextModel.load(copy)
        assert Weights.load().learned_from == "a test"
        assert highest() > usual + 10
    assert in_use() == before
    assert highest() == usual


def test_every_process_uses_them(heavy: Path) -> None:
    with models_in_use(clues=heavy):
        assert highest(jobs=2) == highest()


def test_an_error_meanwhile_gives_the_shipped_ones_back(heavy: Path) -> None:
    before = in_use()
    with pytest.raises(KeyboardInterrupt), models_in_use(clues=heavy):
        raise KeyboardInterrupt
    assert in_use() == before


def test_files_that_are_something_else_are_named_with_what_to_do(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.bin"
    wrong.write_bytes(b"nothing")
    with pytest.raises(Unusable, match=r"wrong\.bin as text model: .*belisha train writes one"), models_in_use(wrong):
        pass
    with (
        pytest.raises(Unusable, match=r"wrong\.bin as weights: .*belisha weigh writes them"),
        models_in_use(None, wrong),
    ):
        pass
    with pytest.raises(Unusable, match=r"absent\.json as weights"), models_in_use(None, tmp_path / "absent.json"):
        pass
