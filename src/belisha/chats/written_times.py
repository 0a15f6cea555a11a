"""Moments as people and locales write them: months in words, and columns whose day and month change places."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from belisha.chats.times import iso, unix

# ruff: noqa: RUF001 - the letters of other languages are meant
_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jänner feber",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",  # noqa: E501 - a year on a line
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "január február március április május június július augusztus szeptember október november december",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",  # noqa: E501 - a year on a line
    "januari februari maret april mei juni juli agustus september oktober november desember",
)
"""Names of the months by language, January first, in the form that stands in a date (CLDR)."""

_SHORTEST = 3
_CLOCK = re.compile(r"(?<![\d.,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?![\d])")
_HALF = re.compile(
    r"(?P<before>오전|上午|午前|오후|下午|午後)?\s*\d[\d:.h]*\s*(?P<after>[ap]\.? ?m\b|[πμ]\.μ|[öÖ][öÖsS]\b)?",
    re.IGNORECASE,
)
_AFTERNOONS = ("오후", "下午", "午後", "p", "μ", "ös")
_OFFSET = re.compile(r"(?:utc|gmt|^|[\s(])\s*([+−-])(\d{1,2})(?::?(\d{2}))?\)?\s*$", re.IGNORECASE)
_ZONES = {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
_ZONES |= {
    "wet": 0,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "jst": 9,
    "kst": 9,
}
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)")
_COUNTED_CLOCK = re.compile(r"(\d{1,2})\s*[시時时]\s*(\d{1,2})\s*[분分](?:\s*(\d{1,2})\s*[초秒])?")
_COUNTED_MONTH = re.compile(r"tháng (1[0-2]|[1-9])\b")
_EPOCH = re.compile(r"\d{9,19}(?:\.\d+)?")
_HALF_DAY = 12
_OLDEST_SHORT_YEAR = 70
_LAST_DAY_THAT_MAY_BE_A_MONTH = 12


class Order(NamedTuple):
    """How the numbers of a column's dates are to be read; ``doubtful`` when nothing in the column decides."""

    day_first: bool
    doubtful: bool = False


def in_words(text: str) -> datetime | None:
    """A date with its month in words and a time, as in "Monday, 2 March 2026 at 19:04:05 UTC"; UTC unless it says so.

    Reads the languages of ``_MONTHS``, Chinese, Japanese and Korean; None for anything else.
    """
    plain = _plain(text)
    clock = _CLOCK.search(plain)
    date = _date_in_words(plain[: clock.start()] + " " + _OFFSET.sub("", plain[clock.end() :]) if clock else plain)
    return _made(date, clock, plain)


def order_of(texts: Iterable[str]) -> Order:
    """Decides over a whole column whether 2/3 is the second of March or the third of February.

    A number above 12 decides; then whether only one reading runs steadily forward; then points, which no American
    writes, or a clock of twelve hours, which goes with the month first.
    """
    pairs: list[tuple[int, int, int]] = []
    points = half_days = 0
    for text in texts:
        if found := _NUMBERS.search(_plain(text)):
            pairs.append((int(found[1]), int(found[3]), int(found[4])))
            points += found[2] == "."
            half_days += _half_of(_plain(text), found.end()) != ""
    over = [sum(pair[i] > _LAST_DAY_THAT_MAY_BE_A_MONTH for pair in pairs) for i in (0, 1)]
    if any(over):
        return Order(day_first=over[0] >= over[1], doubtful=all(over))
    back = [_steps_back([(y, b, a) for a, b, y in pairs]), _steps_back([(y, a, b) for a, b, y in pairs])]
    if back[0] != back[1] and min(back) == 0:
        return Order(day_first=back[0] == 0)
    return Order(day_first=bool(points) or not half_days, doubtful=bool(pairs) and not points)


def moment(text: str, order: Order) -> datetime | None:
    """A moment in any common form: ISO, seconds or finer since 1970, numbers in the given order, months in words."""
    plain = _plain(text)
    if _EPOCH.fullmatch(plain):
        return unix(float(plain))
    if exact := iso(plain):
        return exact
    clock = _CLOCK.search(plain, _end_of_date(plain)) or _CLOCK.match(plain)
    if found := _YEAR_FIRST.search(plain):
        return _made((int(found[1]), int(found[2]), int(found[3])), clock, plain)
    if found := _NUMBERS.search(plain):
        day, month = (int(found[1]), int(found[3])) if order.day_first else (int(found[3]), int(found[1]))
        return _made((_full_year(found[4]), month, day), clock, plain)
    return in_words(plain)


def _plain(text: str) -> str:
    """Narrow and unbreakable spaces made plain, direction marks left out, counted hours and months rewritten."""
    if text.isascii():
        return text.strip()
    kept = (" " if unicodedata.category(char) == "Zs" else char for char in text if unicodedata.category(char) != "Cf")
    plain = _COUNTED_CLOCK.sub(lambda c: f"{c[1]}:{int(c[2]):02}:{int(c[3] or 0):02}", "".join(kept))
    return _COUNTED_MONTH.sub(lambda m: _MONTHS[0].split()[int(m[1]) - 1], plain).strip()


def _end_of_date(plain: str) -> int:
    found = _YEAR_FIRST.search(plain) or _NUMBERS.search(plain)
    return found.end() if found else 0


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - written in full
        return year
    return year + (1900 if year >= _OLDEST_SHORT_YEAR else 2000)


def _date_in_words(plain: str) -> tuple[int, int, int] | None:
    """Year, month and day; a four-digit number is the year, the other one the day."""
    if found := _YEAR_FIRST.search(plain):
        return int(found[1]), int(found[2]), int(found[3])
    words = re.findall(r"[^\W\d_]+", plain.casefold())
    month = next((m for w in words if (m := _month(w, whole=True))), None)
    month = month or next((m for w in words if (m := _month(w, whole=False))), None)
    numbers = re.findall(r"(?<!\d)\d{1,4}(?!\d)", plain)
    year = next((int(n) for n in numbers if len(n) == 4), None)  # noqa: PLR2004 - digits of a year
    day = next((int(n) for n in numbers if len(n) <= 2), None)  # noqa: PLR2004 - digits of a day
    if year is None and len(numbers) > 1:
        year = _full_year(numbers[1])
    return None if month is None or year is None or day is None else (year, month, day)


@cache
def _month(word: str, *, whole: bool) -> int | None:
    """The month that a word names; an abbreviation is English, or begins the names of one month only."""
    names = ((name, n) for line in _MONTHS for n, name in enumerate(line.casefold().split(), start=1))
    if whole:
        return next((n for name, n in names if name == word), None)
    begun = [(name, n) for name, n in names if name.startswith(word)] if len(word) >= _SHORTEST else []
    english = {n for name, n in begun if name in _MONTHS[0]}
    months = english or {n for _, n in begun}
    return months.pop() if len(months) == 1 else None


def _made(date: tuple[int, int, int] | None, clock: re.Match[str] | None, plain: str) -> datetime | None:
    if date is None:
        return None
    hour, minute, second, micro = 0, 0, 0, 0
    if clock is not None:
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        micro = int((clock[4] or "0")[:6].ljust(6, "0"))
        if half := _half_of(plain, clock.start()):
            hour = hour % _HALF_DAY + (_HALF_DAY if half.startswith(_AFTERNOONS) else 0)
    try:
        return datetime(*date, hour, minute, second, micro, tzinfo=_zone(plain[clock.end() :] if clock else ""))
    except ValueError:
        return None


def _half_of(plain: str, start: int) -> str:
    """The word beside the clock at or after ``start`` that says which half of the day; empty when there is none."""
    before = re.search(r"(오전|上午|午前|오후|下午|午後)\s*$", plain[:start])
    found = _HALF.search(plain, start)
    words = (before and before[1], found and found["before"], found and found["after"])
    return next((word for word in words if word), "").casefold()


def _zone(rest: str) -> timezone:
    """The zone that stands after the clock, as an offset or by a name that means one thing only; else UTC."""
    found = _OFFSET.search(rest)
    if found is None:
        named = next((_ZONES[word] for word in re.findall(r"[a-z]+", rest.casefold()) if word in _ZONES), 0)
        return timezone(timedelta(hours=named)) if named else UTC
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=minutes if found[1] == "+" else -minutes))


def _steps_back(dates: list[tuple[int, int, int]]) -> int:
    """How often a column goes against its own direction; newest first runs as steadily as oldest first."""
    pairs = list(pairwise(dates))
    return min(sum(b < a for a, b in pairs), sum(b > a for a, b in pairs))
