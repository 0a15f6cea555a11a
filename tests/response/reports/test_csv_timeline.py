"""The timeline is a table that any reader reads back, in the order of time, and in which nothing is run."""

import csv
import io
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belisha.findings import ConversationFinding
from belisha.model import How, Message, Provenance
from belisha.response.reports.csv_timeline import COLUMNS, write_csv
from tests.response.sample_findings import START, conversation, findings, hostile, message

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\N{FULLWIDTH EQUALS SIGN}1")


def _rows(file: Path) -> list[dict[str, str]]:
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    heading, *rows = list(lines)
    assert tuple(heading) == COLUMNS
    return [dict(zip(heading, row, strict=True)) for row in rows]


def _with(*messages: Message) -> ConversationFinding:
    return msgspec.structs.replace(conversation(count=30), messages=messages, count=len(messages))


def test_all_messages_in_the_order_of_time_with_their_place(tmp_path: Path) -> None:
    early = [message(number, f"early {number}") for number in (1, 3)]
    late = [message(2, "late 2", None), msgspec.structs.replace(message(4, "late 4"), sent_at=None)]
    write_csv(findings(_with(*early), _with(*late)), tmp_path / "t.csv")
    rows = _rows(tmp_path / "t.csv")
    assert [row["text"] for row in rows] == ["early 1", "late 2", "late 4", "early 3"]
    assert [row["number"] for row in rows] == ["1", "2", "3", "4"]
    assert [row["sent_at"] for row in rows] == [
        "2026-03-01T18:01:00Z",
        "2026-03-01T18:02:00Z",
        "",
        "2026-03-01T18:03:00Z",
    ]
    assert rows[1]["sender"] == ""
    assert (rows[0]["file"], rows[0]["place"]) == ("phone.zip!/chats/messages.jsonl", "line 1")
    assert rows[0]["sha256"] == "ab12" * 16
    assert (rows[0]["reader"], rows[0]["origin"], rows[0]["certainty"]) == ("messages_jsonl", "exported", "1")


def test_recovered_messages_and_copies_say_so(tmp_path: Path) -> None:
    again = Provenance("sms", "phone.db", "cd34" * 16, "table sms row 4")
    found = Provenance("sms", "phone.db-wal", "ef56" * 16, "frame 7", How.RECOVERED, 0.75)
    write_csv(findings(_with(message(1, "hello", provenance=found, copies=(again,), deleted=True))), tmp_path / "t.csv")
    row = _rows(tmp_path / "t.csv")[0]
    assert (row["origin"], row["certainty"], row["deleted"]) == ("recovered", "0.75", "yes")
    assert row["also_found_in"] == "phone.db, table sms row 4"


def test_times_are_utc(tmp_path: Path) -> None:
    east = timezone(timedelta(hours=2))
    write_csv(findings(_with(message(1, "a", sent_at=START.astimezone(east)))), tmp_path / "t.csv")
    assert _rows(tmp_path / "t.csv")[0]["sent_at"] == "2026-03-01T18:00:00Z"


@pytest.mark.parametrize("formula", FORMULAS)
def test_nothing_is_a_formula(formula: str, tmp_path: Path) -> None:
    write_csv(findings(_with(message(1, formula, formula, attachments=(formula,)))), tmp_path / "t.csv")
    row = _rows(tmp_path / "t.csv")[0]
    assert row["text"] == row["sender"] == row["attachments"] == f"'{formula}"


def test_clues_stand_beside_the_message_that_they_were_seen_in(tmp_path: Path) -> None:
    write_csv(findings(conversation()), tmp_path / "t.csv")
    rows = _rows(tmp_path / "t.csv")
    assert [(row["message"], row["clues"]) for row in rows if row["clues"]] == [
        ("1", "known_friend"),
        ("7", "asks_age"),
        ("30", "asks_secret"),
    ]
    assert {row["light"] for row in rows} == {"red"}


def test_hostile_texts_stay_in_their_cells(tmp_path: Path) -> None:
    write_csv(hostile(), tmp_path / "t.csv")
    rows = _rows(tmp_path / "t.csv")
    assert len(rows) == 30
    assert all("<script>alert(1)</script>" in row["conversation"] for row in rows)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=5))
def test_every_text_comes_back(texts: list[str], tmp_path: Path) -> None:
    sent = datetime(2026, 1, 1, tzinfo=UTC)
    write_csv(findings(_with(*(message(at, text, sent_at=sent) for at, text in enumerate(texts)))), tmp_path / "t.csv")
    shown = [row["text"] for row in _rows(tmp_path / "t.csv")]
    assert [each.removeprefix("'") if each[1:] in texts else each for each in shown] == texts
