"""Lights and decisions over a period, as bars in a small drawing."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import msgspec

WIDTH, HEIGHT = 720, 220
LEFT, _TOP, BOTTOM = 44, 12, 28
_KINDS = ("turned", "confirmed", "dismissed")
_STRETCHES = (1, 7, 30, 90)
"""Days that one group of bars can stand for."""
_MOST_GROUPS = 60
_GAP = 0.25
"""Share of a group that stays empty, so that groups can be told apart."""


class Bar(msgspec.Struct, frozen=True):
    """One bar: what it counts, where it stands and how high it is."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    label: str


class Days(msgspec.Struct, frozen=True):
    """Everything to draw; ``description`` says the same in words, ``stretch`` for how many days a group stands."""

    bars: tuple[Bar, ...]
    highest: int
    first: str
    last: str
    description: str
    stretch: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    top: int = _TOP
    floor: int = HEIGHT - BOTTOM


def day_plot(by_day: Sequence[tuple[str, int, int, int]], period: tuple[float, float]) -> Days | None:
    """The drawing of a whole period, or None when nothing happened in it.

    Args:
        by_day: day (ISO 8601), lights turned, confirmed, dismissed, for the days on which something happened.
        period: when it begins and ends, in seconds since 1970.
    """
    if not by_day:
        return None
    first, last = (datetime.fromtimestamp(at, UTC).date() for at in period)
    days = (last - first).days + 1
    stretch = next((each for each in _STRETCHES if days <= each * _MOST_GROUPS), _STRETCHES[-1])
    groups = [[0, 0, 0] for _ in range(-(-days // stretch))]
    for day, *counts in by_day:
        group = groups[(date.fromisoformat(day) - first).days // stretch]
        group[:] = [sum(pair) for pair in zip(group, counts, strict=True)]
    highest = max(max(group) for group in groups)
    named = [_named(first + timedelta(at * stretch), stretch, last) for at in range(len(groups))]
    turned, confirmed, dismissed = (sum(group[kind] for group in groups) for kind in range(3))
    description = (
        f"{turned} lights turned, {confirmed} confirmed and {dismissed} dismissed from {first} to {last}; "
        f"at most {highest} of one kind in {'one day' if stretch == 1 else f'{stretch} days'}."
    )
    return Days(_bars(groups, named, highest), highest, f"{first}", f"{last}", description, stretch)


def _named(begins: date, stretch: int, last: date) -> str:
    ends = min(begins + timedelta(stretch - 1), last)
    return f"{begins}" if begins == ends else f"{begins} to {ends}"


def _bars(groups: Sequence[Sequence[int]], named: Sequence[str], highest: int) -> tuple[Bar, ...]:
    step = (WIDTH - LEFT) / len(groups)
    wide = step * (1 - _GAP) / len(_KINDS)
    bars = []
    for at, (group, when) in enumerate(zip(groups, named, strict=True)):
        for place, (kind, count) in enumerate(zip(_KINDS, group, strict=True)):
            if count:
                height = round((HEIGHT - _TOP - BOTTOM) * count / highest, 1)
                x = round(LEFT + at * step + place * wide, 1)
                y = round(HEIGHT - BOTTOM - height, 1)
                bars.append(Bar(kind, x, y, round(max(wide, 1), 1), height, f"{when}: {count} {kind}"))
    return tuple(bars)
