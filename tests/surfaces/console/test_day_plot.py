"""The drawing of figures covers the whole period, counts everything once, and stays inside its frame."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from belisha.surfaces.console.day_plot import HEIGHT, LEFT, WIDTH, day_plot

LAST = date(2026, 3, 31)
COUNTS = st.tuples(*(st.integers(0, 50) for _ in range(3))).filter(any)


def period(days: int) -> tuple[float, float]:
    """It ends on the last day and begins so many days before."""
    end = datetime(LAST.year, LAST.month, LAST.day, 12, tzinfo=UTC).timestamp()
    return end - days * 86_400, end


def test_nothing_is_drawn_when_nothing_happened() -> None:
    assert day_plot([], period(30)) is None


def test_one_day_stands_at_its_place_in_the_period() -> None:
    drawn = day_plot([("2026-03-31", 18, 2, 1)], period(30))
    assert drawn is not None
    assert (drawn.first, drawn.last, drawn.stretch) == ("2026-03-01", "2026-03-31", 1)
    assert [bar.label for bar in drawn.bars] == [
        "2026-03-31: 18 turned",
        "2026-03-31: 2 confirmed",
        "2026-03-31: 1 dismissed",
    ]
    assert min(bar.x for bar in drawn.bars) > LEFT + (WIDTH - LEFT) * 0.9
    assert "18 lights turned, 2 confirmed and 1 dismissed from 2026-03-01 to 2026-03-31" in drawn.description


@given(st.integers(1, 3_660), st.dictionaries(st.integers(0, 3_660), COUNTS, min_size=1, max_size=40))
def test_everything_is_counted_once_and_inside_the_frame(days: int, happened: dict[int, tuple[int, int, int]]) -> None:
    by_day = sorted((f"{LAST - timedelta(before % (days + 1))}", *counts) for before, counts in happened.items())
    drawn = day_plot(by_day, period(days))
    assert drawn is not None
    for at, kind in enumerate(("turned", "confirmed", "dismissed"), 1):
        shown = sum(int(bar.label.split(": ")[1].split()[0]) for bar in drawn.bars if bar.kind == kind)
        assert shown == sum(int(day[at]) for day in by_day)
    assert len(drawn.bars) <= 3 * 60 + 3
    for bar in drawn.bars:
        assert bar.x >= LEFT
        assert bar.x + bar.width <= WIDTH + 1
        assert bar.y >= 0
        assert round(bar.y + bar.height, 1) <= HEIGHT
