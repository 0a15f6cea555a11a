"""How fast findings are written, compared with the scan that made them: writing must cost less."""

from pathlib import Path

import pytest

from belisha.findings import Findings
from belisha.response.reports.csv_timeline import write_csv
from belisha.response.reports.json_contract import write_json
from belisha.stream.scan import scan
from belisha.surfaces.audience_view import write_report
from bench.conftest import READ, Measure

GROUP = "writing"


@pytest.fixture(scope="module")
def found(exported: Path) -> Findings:
    """What a scan finds in the invented messages."""
    return scan([exported], "moderators")


def test_scan(measure: Measure, exported: Path) -> None:
    found = measure(
        (GROUP, "the scan itself, one process"),
        READ,
        lambda: scan([exported], "moderators"),
        rounds=1,
    )
    assert sum(each.count for each in found.conversations) == READ


def test_report(measure: Measure, found: Findings, tmp_path: Path) -> None:
    index = measure((GROUP, "report"), READ, lambda: write_report(found, tmp_path / "report", "GB"))
    assert len(list((index.parent / "conversations").iterdir())) == len(found.conversations)


def test_json(measure: Measure, found: Findings, tmp_path: Path) -> None:
    measure((GROUP, "JSON"), READ, lambda: write_json(found, tmp_path / "found.json"))
    assert (tmp_path / "found.json").stat().st_size


def test_timeline(measure: Measure, found: Findings, tmp_path: Path) -> None:
    measure((GROUP, "timeline"), READ, lambda: write_csv(found, tmp_path / "timeline.csv"))
    assert (tmp_path / "timeline.csv").stat().st_size
