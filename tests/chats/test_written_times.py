"""Dates in many spellings: months in words, and columns whose day and month change places."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.written_times import Order, in_words, moment, order_of

AFTER_SEVEN = datetime(2026, 3, 2, 19, 4, 5, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2001, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda moment: moment.replace(microsecond=0)
)


@pytest.mark.parametrize(
    "text",
    [
        "Monday, 2 March 2026 at 19:04:05 UTC",
        "Monday, March 2, 2026 at 7:04:05\u202fPM UTC",
        "Montag, 2. März 2026 um 19:04:05 UTC",
        "lundi 2 mars 2026 à 19:04:05 UTC",
        "lunes, 2 de marzo de 2026, 7:04:05\u00a0p.\u00a0m. UTC",
        "måndag 2 mars 2026 kl. 19:04:05 UTC",
        "poniedziałek, 2 marca 2026 19:04:05 UTC",
        "2026年3月2日月曜日 19:04:05 UTC",
        "2026년 3월 2일 월요일 오후 7시 4분 5초 UTC",
        "maanantai 2. maaliskuuta 2026 klo 19.04.05 UTC",
        "понедельник, 2 марта 2026 г. в 19:04:05 UTC",
        "Δευτέρα 2 Μαρτίου 2026 στις 7:04:05 μ.μ. UTC",
        "Thứ Hai, 2 tháng 3, 2026 lúc 19:04:05 UTC",
        "02-Mar-26 07:04:05 PM",
        "Mon, 02 Mar 2026 20:04:05 +0100",
        "Mar 2, 2026 2:04:05 PM EST",
    ],
)
def test_one_moment_in_many_languages(text: str) -> None:
    assert in_words(text) == AFTER_SEVEN


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2 Foo 2026 19:04", "31 February 2026 10:00", "12:61 2 May 2026 25:00"]
)
def test_what_is_no_moment_is_unknown(text: str) -> None:
    assert in_words(text) is None


def test_a_weekday_that_looks_like_a_month_does_not_win() -> None:
    assert in_words("mar. 5 mai 2026 à 10:00 UTC") == datetime(2026, 5, 5, 10, tzinfo=UTC)


@given(st.lists(MOMENTS, min_size=1, max_size=30), st.sampled_from(["%d/%m/%Y %H:%M:%S", "%m/%d/%y, %I:%M:%S %p"]))
def test_a_column_with_a_day_above_twelve_is_read_back(moments: list[datetime], form: str) -> None:
    texts = [each.strftime(form) for each in [*moments, datetime(2026, 5, 28, tzinfo=UTC)]]
    order = order_of(texts)
    assert order == Order(day_first=form.startswith("%d"))
    assert [moment(text, order) for text in texts[:-1]] == moments


def test_a_column_that_runs_forward_in_one_reading_only_is_not_doubtful() -> None:
    assert order_of(["01/02/26", "01/03/26", "02/01/26"]) == Order(day_first=False)
    assert order_of(["02/01/26", "01/02/26", "01/03/26"]) == Order(day_first=True)


def test_nothing_to_go_by_is_said() -> None:
    assert order_of(["1/2/26", "1/2/26"]).doubtful
    assert not order_of(["1.2.26"]).doubtful
    assert order_of(["1/2/26 7:00 pm"]) == Order(day_first=False, doubtful=True)
    assert order_of(["2026-03-02", "1772478245"]) == Order(day_first=True)


@given(MOMENTS, st.sampled_from([1, 1_000, 1_000_000]))
def test_epochs_are_told_apart_by_size(at: datetime, unit: int) -> None:
    assert moment(str(int(at.timestamp()) * unit), Order(day_first=True)) == at


def test_a_stated_offset_is_kept() -> None:
    read = moment("02/03/2026 19:04:05(UTC-5)", Order(day_first=True))
    assert read == datetime(2026, 3, 2, 19, 4, 5, tzinfo=timezone(timedelta(hours=-5)))


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    assert moment(text, order_of([text])) is None or moment(text, order_of([text])).tzinfo  # type: ignore[union-attr]
