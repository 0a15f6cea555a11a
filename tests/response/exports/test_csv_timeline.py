"""The timeline of a case: in order, safe in spreadsheets, nothing cut in silence."""

import csv
import io
from datetime import datetime

from belisha.response.cases.case_file import CaseConversation, CaseFile
from belisha.response.exports.csv_timeline import COLUMNS, CsvTimeline
from tests.response.cases.sample_case import SENDER, SUBJECT, case, hostile, message


def rows(of: CaseFile) -> list[dict[str, str]]:
    content = CsvTimeline().write(of, SENDER)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_everything_has_a_row_and_time_goes_forward() -> None:
    found = rows(case())
    assert list(found[0]) == list(COLUMNS)
    assert len(found) == 9 + 2 + 2 + 1
    times = [datetime.fromisoformat(row["at"]) for row in found if row["at"]]
    assert times == sorted(times)
    assert [row["event"] for row in found][-3:] == ["escalate", "file added", "release"]


def test_what_has_no_time_stands_behind_what_came_before_it() -> None:
    found = [row["id"] for row in rows(case()) if row["event"].startswith("message")]
    assert found[-2:] == ["m15", "m16"]


def test_lights_stand_between_the_messages_that_turned_them() -> None:
    events = [(row["event"], row["id"]) for row in rows(case())]
    at = events.index(("light turned", "m13"))
    assert events[at - 1][1] == "m13"
    assert events[at + 1][1] == "m14"


def test_deleted_text_says_since_when() -> None:
    (row,) = [row for row in rows(case()) if row["id"] == "m13" and row["text_state"]]
    assert row["text"] == ""
    assert row["text_state"] == "not kept since 2026-05-30T18:00:00Z"
    assert len(row["text_sha256"]) == 64


def test_a_long_cell_says_how_much_was_cut() -> None:
    said = message(1, SUBJECT, "y" * 40_000)
    (row, *_) = rows(case(conversations=(CaseConversation("r", messages=(said,)),)))
    assert row["text"].endswith("[8000 characters cut]")


def test_formulas_are_disarmed_and_text_stays_readable() -> None:
    texts = [row["text"] for row in rows(hostile())]
    assert "'=1+1" in texts
    assert "'@sum" in texts
