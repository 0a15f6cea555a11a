"""How times, numbers, odds and the text of evidence are written on a page."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from belisha.findings import ConversationFinding
from belisha.model import OWNER

LONGEST_NAME = 70
_CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u202a-\u202e"
    "\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
)
_IN_TEXT = re.compile(f"[{_CONTROLS}]|\r(?!\n)")
# Names stand inside sentences of ours, where even a lone isolate or line break could move the words around it.
_IN_NAME = re.compile(f"[{_CONTROLS}\u200e\u200f\u061c\u2066-\u2069]")
_HALVES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_MOST_ODDS = 1_000_000
_SMALLEST_SHARE = 0.001


def visible(text: str) -> str:
    """The text of a message with characters that cannot be seen written as ``⟨U+202E⟩``; line breaks stay."""
    if text.isascii() and text.isprintable():  # most texts, in a tenth of the time
        return text
    return _IN_TEXT.sub(_spelled, text)


def storable(text: str) -> str:
    """The text with halves of characters, which no encoding can store, written as U+FFFD: file names may hold them."""
    return text if text.isascii() else _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def name(text: str, longest: int = LONGEST_NAME) -> str:
    """A name or title from the evidence on one line of bearable length, with what cannot be seen spelled out."""
    line = _IN_NAME.sub(_spelled, _SPACES.sub(" ", text[: 4 * longest]).strip())
    return f"{line[: longest - 1]}…" if len(line) > longest or len(text) > 4 * longest else line


def whole(text: str) -> str:
    """A path or place from the evidence on one line, never cut."""
    if text.isascii() and text.isprintable() and "  " not in text:  # most, in a tenth of the time
        return text
    return _IN_NAME.sub(_spelled, _SPACES.sub(" ", text))


def person(account: str | None, app: str, titles: dict[str, str]) -> str:
    """An account as people see it, with its identifier where that differs."""
    if account is None:
        return "unknown sender"
    title = titles.get(f"{app}/{account}") or titles.get(f"/{account}") or ""
    if account == OWNER:
        return f"{name(title)} (owner of this device)" if title else "owner of this device"
    if not title or title == account:
        return name(account) or "(no name)"
    return f"{name(title)} ({name(account)})"


def called(finding: ConversationFinding, titles: dict[str, str]) -> str:
    """What a conversation is called: its title, or else the people in it."""
    if finding.title.strip():
        return name(finding.title)
    people = [person(member, finding.app, titles) for member in finding.members[:4] if member != OWNER]
    more = " …" if len(finding.members) > len(people) + 1 else ""
    return f"{listed(people)}{more}" or f"unknown people ({name(finding.id) or 'no name'})"


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(number: int, what: str, many: str = "") -> str:
    """A number with its noun: ``1 message``, ``1,204 messages``."""
    return f"{number:,} {what if number == 1 else many or what + 's'}"


def moment(at: datetime | None) -> str:
    """A time in UTC, to the second or as exactly as it is known."""
    if at is None:
        return "time unknown"
    when = at.astimezone(UTC)
    fraction = f".{when.microsecond // 1000:03}" if when.microsecond else ""
    return f"{when:%Y-%m-%d %H:%M:%S}{fraction} UTC"


def timestamp(at: datetime | None) -> str | None:
    """A time for programs, in UTC: ``2026-03-01T18:00:00Z``; None stays None."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def day(at: datetime | None) -> str:
    """A day in UTC as people say it, or nothing when it is not known."""
    when = at.astimezone(UTC) if at else None
    return f"{when.day} {when:%B %Y}" if when else ""


def period(first: datetime | None, last: datetime | None) -> str:
    """The time from the first to the last message, in UTC."""
    if first is None or last is None:
        return "time unknown"
    start, end = first.astimezone(UTC), last.astimezone(UTC)
    if start.date() == end.date():
        return f"{start:%Y-%m-%d}, {start:%H:%M} to {end:%H:%M} UTC"
    return f"{start:%Y-%m-%d} to {end:%Y-%m-%d}"


def odds(decibans: float) -> str:
    """Decibans as odds in words."""
    ratio = 10 ** (min(abs(decibans), 90) / 10)
    if ratio > _MOST_ODDS:
        return f"more than {_MOST_ODDS:,} to 1" if decibans > 0 else f"less than 1 to {_MOST_ODDS:,}"
    digits = 1 - math.floor(math.log10(ratio))
    rounded = round(ratio, digits)
    shown = f"{rounded:,.1f}".removesuffix(".0") if rounded < 10 else f"{rounded:,.0f}"  # noqa: PLR2004 - 2 digits
    if shown == "1":
        return "about even"
    return f"about {shown} to 1" if decibans > 0 else f"about 1 to {shown}"


def adding_up(values: Sequence[float], total: float) -> list[int]:
    """Values in whole tenths that add up to the total in whole tenths: what a reader sums by hand must come out."""
    tenths = [math.floor(value * 10) for value in values]
    missing = round(total * 10) - sum(tenths)
    nearest = sorted(range(len(values)), key=lambda at: tenths[at] - values[at] * 10)
    for at in nearest[: max(missing, 0)]:
        tenths[at] += 1
    return tenths


def tenths(number: int) -> str:
    """Tenths with their sign: ``+6.0``, ``\N{MINUS SIGN}30.0``."""
    sign = "\N{MINUS SIGN}" if number < 0 else "+" if number > 0 else ""
    return f"{sign}{abs(number) // 10}.{abs(number) % 10}"


def share(concern: float) -> str:
    """Concern between 0 and 1; never rounded to certainty."""
    if concern > 1 - _SMALLEST_SHARE:
        return f"over {1 - _SMALLEST_SHARE}"
    return f"under {_SMALLEST_SHARE}" if concern < _SMALLEST_SHARE else f"{concern:.3f}"


def percent(part: int, of: int) -> str:
    """A share in whole per cent."""
    return f"{round(100 * part / of)} %" if of else "0 %"


def first_of(found: Iterable[str], most: int) -> tuple[list[str], int]:
    """The first few, and how many there are besides."""
    everything = list(found)
    return everything[:most], max(0, len(everything) - most)


def _spelled(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
