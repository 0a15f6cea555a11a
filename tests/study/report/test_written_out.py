"""Tables, terminal and page: every figure in its column, and nothing from a corpus that could act as markup."""

import io
import re
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from belisha.study.evaluate import Evaluation
from belisha.study.light_figures import rate
from belisha.study.measures import Interval
from belisha.study.report.document import PREAMBLE, document
from belisha.study.report.page import page
from belisha.study.report.plots import HEIGHT, WIDTH, plots
from belisha.study.report.tables import tables
from belisha.study.report.terminal import show
from belisha.study.report.writing import interval, percent, share, thousand


def test_every_row_has_a_cell_for_every_heading(evaluation: Evaluation) -> None:
    found = tables(evaluation)
    assert len(found) > 12
    for table in found:
        assert table.note
        assert {len(row) for row in table.rows} <= {len(table.heads)}
    assert len({table.title for table in found}) == len(found)


def test_what_was_learned_from_is_said_in_the_title_and_apart(evaluation: Evaluation) -> None:
    unseen, learned = (table for table in tables(evaluation) if table.title.startswith("False lights"))
    assert "unseen" in unseen.title
    assert "HAS LEARNED FROM" in learned.title
    assert len(unseen.rows) == sum(not each.learned for each in evaluation.ordinary)


def test_figures_are_written_as_people_read_them() -> None:
    assert share(rate(1, 4)) == "1 of 4 (5-70 %)"
    assert share(rate(0, 0)) == "none of none"
    assert thousand(rate(1, 1000)) == "1.0 (0.2-5.6)"
    assert thousand(rate(0, 10)) == "0 (0-278)"
    assert interval(None) == "not shown"
    assert interval(Interval(0.5, 0.25, 0.75), 2) == "0.50 (0.25-0.75)"
    assert (percent(0.002, 2), percent(0.01, 2), percent(0.5)) == ("0.2 %", "1 %", "50 %")


@pytest.mark.parametrize("width", [60, 200])
def test_the_terminal_shows_all_tables_and_the_limits(evaluation: Evaluation, width: int) -> None:
    written = io.StringIO()
    show(tables(evaluation), Console(file=written, width=width))
    flat = " ".join(written.getvalue().split())
    for table in tables(evaluation):
        assert table.title in flat
    assert "adult decoys" in flat


def test_the_page_needs_nothing_else_and_escapes_names(evaluation: Evaluation) -> None:
    named = msgspec.structs.replace(evaluation.ordinary[0], source="<script>alert(1)</script>")
    text = page(msgspec.structs.replace(evaluation, ordinary=(named, *evaluation.ordinary[1:])))
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert not re.search(r"(?:src|href)=|url\(|@import", text)
    assert text.count("<figure>") == len(plots(evaluation))


def test_plots_stay_inside_their_drawing(evaluation: Evaluation) -> None:
    for plot in plots(evaluation):
        assert plot.lines
        assert plot.said
        for line in plot.lines:
            places = [tuple(map(float, place.split())) for place in line.path.lstrip("M").split("L")]
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)


def test_the_document_has_a_table_for_each(evaluation: Evaluation) -> None:
    text = document(evaluation)
    assert text.startswith(PREAMBLE[:400])
    assert text.count("### ") == len(tables(evaluation))
    assert "| Light | Shown |" in text


def test_the_document_in_docs_was_written_by_this_program(evaluation: Evaluation) -> None:
    written = (Path(__file__).parents[3] / "docs" / "measured.md").read_text("utf-8")
    assert written.startswith(PREAMBLE.rstrip())
    headings = [line for line in written.splitlines() if line.startswith("### ")]
    renewed = [f"### {table.title}" for table in tables(evaluation) if "How soon" not in table.title]
    assert set(renewed) <= set(headings)
