"""Lights and decisions by day, as bars in a small drawing."""

from collections.abc import Sequence

import msgspec

WIDTH, HEIGHT = 720, 220
LEFT, _TOP, BOTTOM = 44, 12, 28
_MOST_DAYS = 120
_WIDEST_DAY = 60


class Bar(msgspec.Struct, frozen=True):
    """One bar: what it counts, where it stands and how high it is."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    label: str


class Days(msgspec.Struct, frozen=True):
    """Everything to draw; ``description`` says the same in words."""

    bars: tuple[Bar, ...]
    highest: int
    first: str
    last: str
    description: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    floor: int = HEIGHT - BOTTOM


def day_plot(by_day: Sequence[tuple[str, int, int, int]]) -> Days | None:
    """The drawing, or None when there is nothing to draw.

    Args:
        by_day: day, lights turned, confirmed, dismissed; oldest first.
    """
    days = by_day[-_MOST_DAYS:]
    highest = max((max(turned, confirmed, dismissed) for _, turned, confirmed, dismissed in days), default=0)
    if not highest:
        return None
    step = min((WIDTH - LEFT) / len(days), _WIDEST_DAY)
    bars = []
    for at, (day, turned, confirmed, dismissed) in enumerate(days):
        counts = (("turned", turned), ("confirmed", confirmed), ("dismissed", dismissed))
        for place, (kind, count) in enumerate(counts):
            if count:
                height = round((HEIGHT - _TOP - BOTTOM) * count / highest, 1)
                x = round(LEFT + at * step + place * step / 3.5, 1)
                label = f"{day}: {count} {kind}"
                bars.append(Bar(kind, x, HEIGHT - BOTTOM - height, round(max(step / 4, 1), 1), height, label))
    description = (
        f"{sum(day[1] for day in days)} lights turned, {sum(day[2] for day in days)} confirmed and "
        f"{sum(day[3] for day in days)} dismissed from {days[0][0]} to {days[-1][0]}; "
        f"at most {highest} of one kind on one day."
    )
    return Days(tuple(bars), highest, days[0][0], days[-1][0], description)
