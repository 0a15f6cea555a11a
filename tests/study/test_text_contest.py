"""Ways of scoring against each other, end to end on a small invented corpus."""

from pathlib import Path

import pytest

from belisha.study import text_contest
from belisha.study.text_contest import Contestant, contest, run, table
from belisha.study.train import Progress
from tests.study.conftest import make_small


@pytest.fixture(scope="module")
def contestants(folder: Path) -> list[Contestant]:
    pytest.importorskip("scipy")
    with pytest.MonkeyPatch.context() as patch:
        make_small(patch)
        patch.setattr(text_contest, "NEVER_MET", ("meld",))
        return list(contest(folder, 1))


def test_each_way_is_judged_with_all_sources_and_without_some(contestants: list[Contestant]) -> None:
    names = [each.name for each in contestants]
    assert names == [
        "letters",
        "meanings",
        "both",
        "letters, without meld",
        "meanings, without meld",
        "both, without meld",
    ]
    letters, meanings, both = (each.figures for each in contestants[:3])
    assert both.flat is not None
    assert both.flat.auc.value > 0.99
    assert letters.threshold != meanings.threshold != both.threshold


def test_a_source_that_was_left_out_is_judged_all_the_same(contestants: list[Contestant]) -> None:
    sources = [{row.source for row in each.figures.ordinary} for each in contestants]
    assert all("meld" in each for each in sources)
    assert contestants[0].figures.threshold != contestants[3].figures.threshold


def test_the_tables_have_a_row_for_each_way_and_each_source(contestants: list[Contestant]) -> None:
    lines = list(table(contestants))
    separate = lines.index("")
    assert [line.split(" | ")[0].strip("| ") for line in lines[2:separate]] == [each.name for each in contestants]
    assert len({line.count("|") for line in lines[:separate]}) == 1
    assert len({line.count("|") for line in lines[separate + 1 :]}) == 1
    assert any(line.startswith("| meld | ") for line in lines)


def test_the_command_prints_them(
    contestants: list[Contestant], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path, int]] = []

    def noted(folder: Path, seed: int, tell: Progress) -> list[Contestant]:
        asked.append((folder, seed))
        tell("learning")
        return contestants

    monkeypatch.setattr(text_contest, "contest", noted)
    run(["corpora", "3"])
    run(["corpora"])
    assert asked == [(Path("corpora"), 3), (Path("corpora"), 0)]
    printed = capsys.readouterr()
    assert printed.out.splitlines()[: len(list(table(contestants)))] == list(table(contestants))
    assert "learning" in printed.err
