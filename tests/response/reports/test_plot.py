"""The plot says in words what it draws, stays inside its frame and stays small."""

import re
from collections import defaultdict
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from belisha.findings import Point, Turned
from belisha.model import Light
from belisha.response.reports.plot import HEIGHT, WIDTH, as_decibans, plot
from tests.response.sample_findings import conversation


def _named(account: str | None) -> str:
    return account or "nobody known"


def test_nothing_is_drawn_when_nothing_was_read() -> None:
    assert plot(conversation(light=Light.GREEN), 0.5, 0.9, _named) is None


def test_it_is_described_in_words() -> None:
    drawn = plot(conversation(), 0.5, 0.9, _named)
    assert drawn is not None
    assert "About robin: highest odds" in drawn.description
    assert "turned red at message 30, 2026-03-01 18:30:00 UTC" in drawn.description


def test_everything_stays_inside_the_frame_whatever_the_readings() -> None:
    wild = tuple(Point(at, "robin", (-1) ** at * at * 10.0, 0.5) for at in range(1, 31))
    drawn = plot(msgspec.structs.replace(conversation(), course=wild), 1e-12, 1.0, _named)
    assert drawn is not None
    for line in drawn.lines:
        places = re.findall(r"([HVM])([\d.]+)(?: ([\d.]+))?", line.path)
        assert all(0 <= float(x) <= WIDTH for kind, x, _ in places if kind in "HM")
        assert all(0 <= float(y) <= HEIGHT for kind, y, _ in places if kind == "V")
    assert all(0 <= threshold.y <= HEIGHT for threshold in drawn.thresholds)


def test_long_courses_and_many_accounts_stay_small() -> None:
    course = tuple(Point(at, f"account{at % 50}", at % 40 - 5.0, 0.5) for at in range(1, 50_001))
    drawn = plot(msgspec.structs.replace(conversation(), course=course, count=50_000), 0.5, 0.9, _named)
    assert drawn is not None
    assert len(drawn.lines) == 5
    assert drawn.omitted == 45
    assert sum(len(line.path) for line in drawn.lines) < 60_000


def test_low_courses_of_others_are_not_drawn() -> None:
    course = (Point(1, "robin", 5.0, 0.7), Point(2, "sam", -28.0, 0.0))
    drawn = plot(msgspec.structs.replace(conversation(), course=course), 0.5, 0.9, _named)
    assert drawn is not None
    assert [line.who for line in drawn.lines] == ["robin"]
    assert drawn.omitted == 1


def test_concern_as_decibans() -> None:
    assert as_decibans(0.5) == 0
    assert round(as_decibans(0.9), 1) == 9.5
    assert round(as_decibans(1.0), 3) == 60


@given(st.lists(st.tuples(st.integers(1, 5_000), st.sampled_from([Light.AMBER, Light.RED])), min_size=1, max_size=8))
def test_what_is_written_above_the_turns_never_meets(turned: list[tuple[int, Light]]) -> None:
    turns = tuple(Turned(light, index, "", None) for index, light in sorted(turned))
    drawn = plot(msgspec.structs.replace(conversation(), turned=turns, count=5_000), 0.5, 0.9, _named)
    assert drawn is not None
    assert drawn.turns[-1].label, "the last one is always named"
    spans = defaultdict(list)
    for each in drawn.turns:
        width = 11.5 * len(each.label)  # digits and letters of 23 pixels, as wide as browsers draw them
        left = each.x - 6 - width if each.anchor == "end" else each.x + 6
        if each.label:
            assert left >= 0
            assert left + width <= WIDTH
            spans[each.light].append((left, left + width))
    for row in spans.values():
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(row)))
