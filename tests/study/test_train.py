"""Learning from end to end on a small invented corpus; the shipped weights on the real ones."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from belisha.errors import Unusable
from belisha.study.corpora import Side
from belisha.study.text_figures import text_figures
from belisha.study.train import read, train
from belisha.study.written_whole import write_whole
from belisha.text_model import TextModel
from tests.study.conftest import ANSWERING, ASKING, PLAIN, make_small


def test_what_was_learned_tells_both_kinds_and_both_speakers(learned: Path) -> None:
    model = TextModel.load(learned)
    for texts, alike in ((ASKING, True), (ANSWERING, True), (PLAIN, False)):
        scores = model.score(texts)
        assert (model.stretch(float(scores.likeness.sum()), float(scores.mass.sum())) > model.prior) is alike
    sums = [model.score(texts) for texts in (ASKING, ANSWERING)]
    asking, answering = (model.leads(float(scores.role.sum()), float(scores.mass.sum())) for scores in sums)
    assert asking > 0 > answering


def test_the_same_seed_gives_the_same_file(
    folder: Path, learned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_small(monkeypatch)
    train(folder, tmp_path / "again.bin", seed=1)
    assert (tmp_path / "again.bin").read_bytes() == learned.read_bytes()
    train(folder, tmp_path / "other.bin", seed=2)
    assert (tmp_path / "other.bin").read_bytes() != learned.read_bytes()


def test_who_interrupts_the_writing_keeps_the_old_weights(
    learned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "weights.bin"
    out.write_bytes(learned.read_bytes())

    def interrupted(_model: TextModel, path: Path) -> None:
        path.write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(TextModel, "save", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(out, TextModel.load(learned).save)
    assert [path.name for path in tmp_path.iterdir()] == ["weights.bin"]
    assert out.read_bytes() == learned.read_bytes()


def test_no_words_of_the_corpus_stand_in_the_file(learned: Path) -> None:
    raw = learned.read_bytes()
    for text in (*ASKING, *ANSWERING, *PLAIN):
        assert not any(word.encode() in raw for word in text.split() if len(word) > 4)


def test_the_judge_finds_what_is_easy_and_says_the_same_twice(
    folder: Path, learned: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_small(monkeypatch)
    _, held_out = read(folder, {Side.TEST}, 1)
    report = text_figures(held_out, TextModel.load(learned), 1)
    assert report == text_figures(held_out, TextModel.load(learned), 1)
    assert report.flat is not None
    assert report.flat.auc.value > 0.99
    assert report.running.chats == 5
    assert [early.messages for early in report.early] == [6, 10, 20, 50]
    assert report.leads[0].pair > 0.9


def test_what_is_learned_and_what_is_judged_share_no_case(folder: Path) -> None:
    known = {conversation.case for conversation in read(folder, {Side.TRAIN, Side.VALIDATION}, 1)[1]}
    judged = {conversation.case for conversation in read(folder, {Side.TEST}, 1)[1]}
    assert known
    assert judged
    assert not known & judged


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="must hold both"):
        read(tmp_path, set(Side), 0)


def test_without_scipy_it_says_what_to_install(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any, **named: Any) -> Any:
        if name.startswith("scipy"):
            raise ImportError(name)
        return real(name, *args, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Unusable, match="belisha\\[study\\]"):
        train(folder, tmp_path / "none.bin")


def test_the_shipped_weights_keep_their_figures(corpora: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Far below what was measured: this catches a broken file or a changed hash, not a bad day."""
    make_small(monkeypatch)
    _, held_out = read(corpora, {Side.TEST}, 0)
    cases = [each for each in held_out if each.source.startswith("pan12") or each.source.endswith("interleaved")]
    report = text_figures(cases, TextModel.load(), 0)
    assert report.flat is not None
    assert report.flat.auc.value > 0.985
    opening = report.early[1].opening
    assert opening is not None
    assert opening.value > 0.7
    assert report.running.false_warned < 0.03
    assert report.leads[1].pair > 0.9
