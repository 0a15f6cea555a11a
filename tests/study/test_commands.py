"""``belisha train`` and ``belisha evaluate`` as a person runs them."""

import json
from pathlib import Path
from typing import NoReturn

import pytest
import typer
from typer.testing import CliRunner

from belisha.study.evaluate import Evaluation, Own
from belisha.surfaces.cli.evaluate import evaluate
from belisha.surfaces.cli.train import train
from belisha.text_model import TextModel
from belisha.weights import SHIPPED
from tests.study.conftest import make_small

RUN = CliRunner()


def command(function: object) -> typer.Typer:
    app = typer.Typer()
    app.command()(function)  # type: ignore[type-var]
    return app


def flat(text: str) -> str:
    return " ".join(text.split())


def test_weights_are_learned(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy")
    make_small(monkeypatch)
    out = tmp_path / "new" / "weights.bin"
    learned = RUN.invoke(command(train), ["--corpora", str(folder), "--out", str(out), "--seed", "3"])
    assert learned.exit_code == 0, learned.output
    assert "cases" in learned.output
    assert TextModel.load(out).header.made_with["seed"] == "3"


def test_what_was_judged_is_shown_and_written(
    folder: Path, learned: Path, evaluation: Evaluation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def judged_before(*arguments: object) -> Evaluation:
        asked.extend(arguments[:3])
        return evaluation

    monkeypatch.setattr("belisha.study.evaluate.evaluate", judged_before)  # judging itself: test_evaluate.py
    figures, report = tmp_path / "figures.json", tmp_path / "report"
    own = ["--model", str(learned), "--weights", str(SHIPPED)]
    arguments = ["--corpora", str(folder), *own, "--json", str(figures), "--report", str(report)]
    judged = RUN.invoke(command(evaluate), arguments)
    assert judged.exit_code == 0, judged.output
    assert asked == [folder, Own(learned, SHIPPED), 0]
    assert "False lights per 1,000 ordinary chats, unseen" in flat(judged.output)
    written = json.loads(figures.read_text("utf-8"))
    assert (written["version"], written["model"]) == (2, "small.bin")
    assert (report / "measured.md").read_text("utf-8").startswith("# What was measured")
    assert (report / "evaluation.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("function", [train, evaluate])
def test_missing_corpora_are_named_and_the_way_out_is_said(function: object, tmp_path: Path) -> None:
    result = RUN.invoke(command(function), ["--corpora", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert "nowhere" in result.output
    assert "--corpora" in result.output


@pytest.mark.parametrize("function", [train, evaluate])
def test_an_empty_folder_is_no_corpus(function: object, tmp_path: Path) -> None:
    pytest.importorskip("scipy")
    result = RUN.invoke(command(function), ["--corpora", str(tmp_path)])
    assert result.exit_code == 2
    assert "must hold both cases and ordinary chats" in flat(result.output)


def test_unusable_files_are_refused_before_anything_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for arguments in (
        ["--model", "none.bin"],
        ["--weights", "none.json"],
        ["--json", str(tmp_path)],
        ["--report", str(tmp_path / "file")],
    ):
        result = RUN.invoke(command(evaluate), ["--corpora", str(folder), *arguments])
        assert result.exit_code == 2, arguments
    assert RUN.invoke(command(train), ["--corpora", str(folder), "--out", str(tmp_path)]).exit_code == 2


@pytest.mark.parametrize(
    ("function", "broken"), [(train, "belisha.study.train.train"), (evaluate, "belisha.study.evaluate.evaluate")]
)
def test_who_interrupts_finds_nothing_half_written(
    function: object, broken: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(broken, interrupted)
    monkeypatch.chdir(tmp_path)
    result = RUN.invoke(command(function), ["--corpora", str(folder)])
    assert result.exit_code == 130
    assert "Interrupted" in result.output
    assert list(tmp_path.iterdir()) == []
