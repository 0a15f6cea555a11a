"""The plots of an evaluation, as lines in small drawings that a page holds in itself."""

import math
from collections.abc import Iterable, Sequence

import msgspec

from belisha.study.evaluate import Evaluation
from belisha.study.light_figures import CaseLights
from belisha.study.measures import SOON
from belisha.study.report.writing import percent
from belisha.study.score_figures import Reliability

WIDTH, HEIGHT = 460, 340
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 14, 46
_LEAST_FALSE = 1e-3  # no corpus here can show a lower rate of false positives
_MOST_LINES = 6

Places = list[tuple[float, float]]


class Tick(msgspec.Struct, frozen=True):
    """A place on an axis."""

    at: float
    label: str


class Line(msgspec.Struct, frozen=True):
    """One course: ``path`` in SVG, its dots, and what it is."""

    name: str
    path: str
    dots: list[tuple[float, float]]


class Plot(msgspec.Struct, frozen=True):
    """Everything to draw. ``said`` is the same in words, for those who cannot see it."""

    title: str
    said: str
    across: str
    up: str
    lines: list[Line]
    below: list[Tick]
    beside: list[Tick]


class _Axis(msgspec.Struct, frozen=True):
    low: float
    high: float
    ticks: Sequence[float]
    log: bool = False
    as_percent: bool = True

    def share(self, value: float) -> float:
        """Where a value lies between both ends, 0-1; what lies beyond is drawn at the end."""
        value = min(max(value, self.low), self.high)
        if self.log:
            return math.log(value / self.low) / math.log(self.high / self.low)
        return (value - self.low) / (self.high - self.low)

    def label(self, tick: float) -> str:
        return percent(tick, 3) if self.as_percent else f"{tick:.0f}"


_SHARE = _Axis(0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0))
_FALSE = _Axis(_LEAST_FALSE, 1.0, (0.001, 0.01, 0.1, 1.0), log=True)
_RARE = _Axis(1e-5, 1.0, (1e-5, 1e-4, 0.001, 0.01, 0.1, 1.0), log=True)
_MESSAGES = _Axis(SOON[0], SOON[-1], SOON, log=True, as_percent=False)


def plots(evaluation: Evaluation) -> list[Plot]:
    """All plots for which there is something to draw."""
    chosen = evaluation.separations[:_MOST_LINES]
    roc = [(each.name, [(point.false, point.recall) for point in each.points]) for each in chosen]
    precise = [(each.name, [(point.recall, point.precision) for point in each.points]) for each in chosen]
    drawn = [
        _plot("ROC: recall over false positives", ("False positives (log)", _FALSE), ("Recall", _SHARE), roc),
        _plot("Precision over recall", ("Recall", _SHARE), ("Precision, as the corpora are mixed", _SHARE), precise),
        *(_delays(each) for each in evaluation.cases),
        _plot(
            "Recall after so many messages at 1 % false positives",
            ("Messages (log)", _MESSAGES),
            ("Recall", _SHARE),
            _early(evaluation),
        ),
        _reliability(evaluation.reliabilities),
    ]
    return [plot for plot in drawn if plot.lines]


def _reliability(figures: Sequence[Reliability]) -> Plot:
    """Concern said and true in logarithms: at the stated base rate nearly all of it lies below one in a hundred."""
    courses = [(f"cases are {each.name}", [(one.said, one.true) for one in each.bins]) for each in figures]
    ideal = [("what is said is true", [(_RARE.low, _RARE.low), (1.0, 1.0)])]
    return _plot(
        "Concern said and true",
        ("Concern said (log)", _RARE),
        ("Share that are cases (log)", _RARE),
        [*courses, *ideal],
    )


def _delays(figures: CaseLights) -> Plot:
    return _plot(
        f"Lights shown within so many messages: {figures.source}, {figures.form}",
        ("Messages (log)", _MESSAGES),
        ("Share of cases", _SHARE),
        [
            (f"{each.audience} {each.light}", list(zip(map(float, SOON), each.soon, strict=True)))
            for each in figures.delays
            if (each.audience, each.light) in _DRAWN
        ],
    )


_DRAWN = {
    ("children", "amber"),
    ("children", "red"),
    ("moderators", "amber"),
    ("moderators", "red"),
    ("police", "amber"),
}


def _early(evaluation: Evaluation) -> list[tuple[str, Places]]:
    names = list(evaluation.early[0].recall)
    courses = []
    for name in names:
        found = [(float(each.messages), each.recall[name]) for each in evaluation.early]
        courses.append((name, [(messages, recall.value) for messages, recall in found if recall is not None]))
    return [course for course in courses if course[1]]


def _plot(title: str, across: tuple[str, _Axis], up: tuple[str, _Axis], courses: Iterable[tuple[str, Places]]) -> Plot:
    lines, said = [], []
    for name, points in courses:
        places = [(_x(across[1].share(x)), _y(up[1].share(y))) for x, y in points]
        path = "M" + "L".join(f"{x} {y}" for x, y in places)
        lines.append(Line(name, path, places if len(places) <= 12 else []))  # noqa: PLR2004 - more dots hide the line
        x, y = points[-1]
        said.append(f"{name} ends at {across[1].label(x)} and {up[1].label(y)}.")
    return Plot(
        title=title,
        said=" ".join(said),
        across=across[0],
        up=up[0],
        lines=lines,
        below=[Tick(_x(across[1].share(tick)), across[1].label(tick)) for tick in across[1].ticks],
        beside=[Tick(_y(up[1].share(tick)), up[1].label(tick)) for tick in up[1].ticks],
    )


def _x(share: float) -> float:
    return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)


def _y(share: float) -> float:
    return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)
