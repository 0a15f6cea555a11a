"""Date and time at the head of a message in WhatsApp's text export, as the phone's locale orders and words them."""

import enum
import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import NamedTuple

MARKS = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff"
"""Direction marks, which WhatsApp sets around dates, phone numbers and what it writes itself."""

_M = f"[{MARKS}]{{0,3}}"
_S = "[ \u00a0\u2009\u202f]"
_DATE = (
    rf"(?P<a>\d{{1,4}}){_M}(?P<sep>[./-]){_S}?{_M}(?P<b>\d{{1,2}}){_M}(?P=sep){_S}?{_M}"
    rf"(?P<c>\d{{4}}|\d{{1,2}}){_M}"
)
_BETWEEN = rf"(?:\.?[,،、]{_S}{{0,3}}|\.?{_S}{{1,3}})(?P<before>[^\d\n\[\]:<>]{{0,20}}?)"
_TIME = (
    rf"(?P<h>\d{{1,2}})(?:[:.]|{_S}h{_S})(?P<m>\d{{2}})(?:(?:[:.]|{_S}min{_S})(?P<s>\d{{2}})(?:{_S}s)?)?"
    r"(?P<after>[^\d\n\[\]:<>-]{0,16}?)"
)
_END = rf"(?P<end>(?(open)\]{_S}?|(?:{_S}[-\u2013]{_S}|:{_S})))"
DATE_FIRST = re.compile(rf"\n{_M}(?P<open>\[)?{_M}{_DATE}{_BETWEEN}{_TIME}{_END}")
"""Head of a message: ``[2/3/26, 19:04:05] `` (iOS), ``2/3/26, 19:04 - `` (Android), ``2/3/15 19:04:05: `` (old iOS).

Begins with the line feed before it, so that the search runs from line to line.
"""
TIME_FIRST = re.compile(rf"\n{_M}(?P<open>\[)?{_M}{_TIME}(?:,?{_S}{{1,3}}){_M}{_DATE}(?P<before>){_END}")
"""Head of a message where the locale puts the time first (Vietnamese), and of what WhatsApp Web copies."""

_MORNING_WORDS = (
    "am 上午 凌晨 清晨 早上 午夜 午前 오전 ص صباحا صباحًا قظ قبلازظهر sa πμ vm fm ap aamu de öö pg dop dopoledne "
    "ก่อนเที่ยง पूर्वाह्न এএম পূর্বাহ্ণ முற்பகல் मपू لפנהצ לפנה״צ לפנה”צ"
)
_AFTERNOON_WORDS = (
    "pm 下午 中午 傍晚 晚上 午後 오후 م مساء مساءً بظ بعدازظهر ch μμ nm em ip du ös ptg odp odpoledne "
    "หลังเที่ยง अपराह्न পিএম অপরাহ্ণ பிற்பகல் मउ אחהצ אחה״צ אחה”צ"
)
_MORNINGS, _AFTERNOONS = frozenset(_MORNING_WORDS.split()), frozenset(_AFTERNOON_WORDS.split())
"""Halves of the day in the locales that use a clock of twelve hours (CLDR), bare of points and spaces."""
_NO_HALF = frozenset(["", "at", "klo", "kl", "à", "às", "\u0432", "\u043e", "\u0447", "\u0433", "um", "uhr", "be", "u"])
"""What else stands around a time: "at" and "o'clock", and what follows a year (Bulgarian, Thai)."""
_DROPPED = re.compile(rf"[{MARKS}\s.,،、]+")
_NOON, _HALF_DAY = "中午", 12
_SHORT, _LARGEST_SHORT = 2, 99
"""A year of two digits."""
_FIRST_YEAR, _LAST_YEAR = 2009, 2040
"""WhatsApp began in 2009."""
_BUDDHIST = 543
_FIRST_BUDDHIST, _LAST_BUDDHIST = _FIRST_YEAR + _BUDDHIST, _LAST_YEAR + _BUDDHIST
_CLEARLY_LONGER, _ENOUGH_DAYS = 8, 5

Numbers = tuple[str, str, str]
"""The three numbers of a date as they are written, from left to right."""


class Order(NamedTuple):
    """Where day, month and year stand in a date, and whether nothing in the file decides between two orders."""

    day: int
    month: int
    year: int
    doubtful: bool = False


class Look(enum.Enum):
    """How a date is written, as far as it tells something about the order."""

    AMERICAN = "/ with AM and PM, no number padded"
    SLASHES = "/"
    POINTS = "."
    SPACED = ". "
    DASHES = "-"


_DAY_FIRST, _MONTH_FIRST = Order(0, 1, 2), Order(1, 0, 2)
_YEAR_FIRST, _YEAR_THEN_DAY = Order(2, 1, 0), Order(1, 2, 0)
_EVERY = [_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _YEAR_THEN_DAY]
_USUAL = {
    Look.AMERICAN: [_MONTH_FIRST, _DAY_FIRST],
    Look.SLASHES: [_DAY_FIRST, _MONTH_FIRST],
    Look.POINTS: [_DAY_FIRST],
    Look.SPACED: [_YEAR_FIRST, _DAY_FIRST],
    Look.DASHES: [_DAY_FIRST, _YEAR_FIRST],
}
"""The orders that locales use (CLDR), the most usual first; Korean and Hungarian points have spaces behind them."""


def numbers(head: re.Match[str]) -> Numbers:
    """The numbers of the date in a head."""
    return head["a"], head["b"], head["c"]


def order_of(dates: Iterable[Numbers], look: Look) -> Order:
    """Decides over the dates of a whole file, in its order, which number is the day.

    What an order cannot read counts first, then how often the time would run backwards. What is still undecided is
    taken for the order that gives the shorter chat, and ``doubtful`` unless that is much shorter.

    Args:
        dates: at least one of each run of equal dates.
        look: how they are written; says which orders occur at all.
    """
    seen = list(dates)
    years = [sum(len(each[at]) > _SHORT for each in seen) * 2 > len(seen) for at in (0, 2)]
    every = [order for order in _EVERY if not any(years) or years[order.year // 2]]
    usual = [order for order in _USUAL[look] if order in every] or every[:1]
    order = _best(seen, usual)
    if unread := _rating(seen, order)[0]:
        other = _best(seen, every)
        return other._replace(doubtful=False) if _rating(seen, other)[0] < unread else order
    return order


def reader(order: Order) -> Callable[[re.Match[str]], datetime | None]:
    """A function that reads the moment in a head; None for a date that does not exist. Taken as UTC."""
    days: dict[Numbers, date | None] = {}

    def moment(head: re.Match[str]) -> datetime | None:
        written = numbers(head)
        if written not in days:
            days[written] = _day(written, order)
        day = days[written]
        if day is None:
            return None
        try:
            hour = _hour(int(head["h"]), half_of(head))
            return datetime(day.year, day.month, day.day, hour, int(head["m"]), int(head["s"] or 0), tzinfo=UTC)
        except ValueError:
            return None

    return moment


def half_of(head: re.Match[str]) -> str:
    """The word for the half of the day, bare of points and spaces; empty when there is none."""
    if not head["before"] and not head["after"]:
        return ""
    words = [_DROPPED.sub("", part).casefold() for part in (head["before"], head["after"]) if part]
    return next((word for word in words if word not in _NO_HALF), "")


def is_half(word: str) -> bool:
    """Whether the half of the day that the word means is known."""
    return word in _MORNINGS or word in _AFTERNOONS


def look_of(head: re.Match[str]) -> Look:
    """How the date in a head is written."""
    if head["sep"] != "/":
        spaced = head["sep"] == "." and head.string[head.end("a") + 1] in " \u00a0\u202f"
        return Look.SPACED if spaced else Look(head["sep"])
    padded = any(number.startswith("0") for number in (head["a"], head["b"]))
    return Look.AMERICAN if not padded and head["after"].strip() in ("AM", "PM") else Look.SLASHES


def _hour(hour: int, half: str) -> int:
    if half in _MORNINGS:
        return hour % _HALF_DAY if hour <= _HALF_DAY else hour
    if half in _AFTERNOONS and hour <= _HALF_DAY and not (half == _NOON and hour > _HALF_DAY - 3):
        return hour % _HALF_DAY + _HALF_DAY
    return hour


def _best(dates: list[Numbers], orders: list[Order]) -> Order:
    """The order that fits best, the first of equals."""
    rated = sorted(((*_rating(dates, order), rank) for rank, order in enumerate(orders)))
    best = orders[rated[0][-1]]
    if len(rated) == 1 or rated[1][:2] != rated[0][:2] or _same(dates, best, orders[rated[1][-1]]):
        return best
    clear = len(set(dates)) >= _ENOUGH_DAYS and rated[1][2] > _CLEARLY_LONGER * max(rated[0][2], 1)
    return best._replace(doubtful=not clear)


def _rating(dates: list[Numbers], order: Order) -> tuple[int, int, int]:
    """How badly an order fits: dates that it cannot read, steps backwards, and days from first to last."""
    days = [_day(each, order) for each in dates]
    read = [day for day in days if day is not None]
    span = (max(read) - min(read)).days if read else 0
    return len(days) - len(read), sum(later < earlier for earlier, later in pairwise(read)), span


def _same(dates: list[Numbers], one: Order, other: Order) -> bool:
    return all(_day(each, one) == _day(each, other) for each in dates)


def _day(written: Numbers, order: Order) -> date | None:
    year = _year(int(written[order.year]))
    if year is None:
        return None
    try:
        return date(year, int(written[order.month]), int(written[order.day]))
    except ValueError:
        return None


def _year(written: int) -> int | None:
    """The year in our calendar; Thai phones count in the Buddhist one. None for calendars with other months."""
    year = written + 2000 if written < _FIRST_BUDDHIST % 100 else written
    year = year + 2500 if year <= _LARGEST_SHORT else year
    year = year - _BUDDHIST if _FIRST_BUDDHIST <= year <= _LAST_BUDDHIST else year
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None
