"""How times, numbers, odds and evidence text are written."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.model import OWNER
from belisha.response.reports.wording import (
    adding_up,
    called,
    counted,
    listed,
    moment,
    name,
    odds,
    percent,
    period,
    person,
    share,
    tenths,
    visible,
)
from tests.response.sample_findings import START, conversation


@given(st.lists(st.floats(-60, 60), max_size=30))
def test_rounded_parts_add_up_and_none_moves_by_a_tenth(values: list[float]) -> None:
    shown = adding_up(values, sum(values))
    assert sum(shown) == round(sum(values) * 10)
    assert all(abs(each - value * 10) <= 1 for each, value in zip(shown, values, strict=True))


@pytest.mark.parametrize(
    ("decibans", "said"),
    [
        (0.0, "about even"),
        (0.1, "about even"),
        (3.0, "about 2 to 1"),
        (9.0, "about 7.9 to 1"),
        (10.0, "about 10 to 1"),
        (-30.0, "about 1 to 1,000"),
        (48.4, "about 69,000 to 1"),
        (200.0, "more than 1,000,000 to 1"),
        (-200.0, "less than 1 to 1,000,000"),
    ],
)
def test_odds(decibans: float, said: str) -> None:
    assert odds(decibans) == said


def test_times_are_utc_and_never_guessed() -> None:
    east = datetime(2026, 3, 1, 1, 30, 5, 250_000, timezone(timedelta(hours=2)))
    assert moment(east) == "2026-02-28 23:30:05.250 UTC"
    assert moment(None) == "time unknown"
    assert period(START, START + timedelta(hours=1)) == "2026-03-01, 18:00 to 19:00 UTC"
    assert period(START, START + timedelta(days=1)) == "2026-03-01 to 2026-03-02"
    assert period(None, START.astimezone(UTC)) == "time unknown"


def test_names_stay_on_one_line_and_short() -> None:
    assert name(" a\n b\u2067c ") == "a b⟨U+2067⟩c"
    assert len(name("x" * 5_000)) == 70
    assert visible("a\r\nb\tc") == "a\r\nb\tc"
    assert visible("a\rb\u202e") == "a⟨U+000D⟩b⟨U+202E⟩"


def test_people_and_conversations_have_names() -> None:
    titles = {"Chatty/robin": "Robin", f"Chatty/{OWNER}": "Sam"}
    assert person("robin", "Chatty", titles) == "Robin (robin)"
    assert person(OWNER, "Chatty", titles) == "Sam (owner of this device)"
    assert person(None, "Chatty", titles) == "unknown sender"
    assert called(conversation(), titles) == "Robin (robin) and sam"
    assert called(conversation(title="Chess"), titles) == "Chess"


def test_small_words() -> None:
    assert [listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"]), listed([])] == [
        "a",
        "a and b",
        "a, b and c",
        "",
    ]
    assert counted(1, "message") == "1 message"
    assert counted(1_200, "message") == "1,200 messages"
    assert percent(1, 3) == "33 %"
    assert percent(0, 0) == "0 %"
    assert [tenths(60), tenths(-305), tenths(0)] == ["+6.0", "\N{MINUS SIGN}30.5", "0.0"]
    assert [share(0.5), share(0.99999), share(0.00001)] == ["0.500", "over 0.999", "under 0.001"]
