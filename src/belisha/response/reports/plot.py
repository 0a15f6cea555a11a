"""The course of concern over the messages of a conversation, as lines in a small drawing."""

import math
from collections import defaultdict
from collections.abc import Callable

import msgspec

from belisha.findings import ConversationFinding, Point
from belisha.response.reports.wording import counted, moment, odds

WIDTH, HEIGHT = 720, 344
LEFT, RIGHT, _TOP, BOTTOM = 150, 40, 64, 56
_LOWEST, _HIGHEST = -30.0, 60.0
_MILLION = 60
_MOST_LINES = 5
_RED_LABEL, _AMBER_LABEL = 24, 50
"""Heights of what is written above the turns: far enough apart for the large letters of narrow screens."""
_WORTH_DRAWING = -10.0
"""Decibans below which only the highest course is drawn: lines along the floor would put everybody under suspicion."""


class Line(msgspec.Struct, frozen=True):
    """The course of concern about one account: ``path`` in SVG, and where it ends."""

    letter: str
    who: str
    path: str
    end_x: float
    end_y: float
    peak: str


class Threshold(msgspec.Struct, frozen=True):
    """The height from which a light is shown."""

    light: str
    y: float


class Tick(msgspec.Struct, frozen=True):
    """A place on an axis."""

    at: float
    label: str


class Turn(msgspec.Struct, frozen=True):
    """The message at which a light turned; ``label`` is empty where it would stand on another one."""

    light: str
    x: float
    y: float
    label: str
    anchor: str


class Plot(msgspec.Struct, frozen=True):
    """Everything to draw.

    Attributes:
        description: the same in words, for those who cannot see it.
        omitted: accounts with lower readings that are not drawn.
    """

    description: str
    lines: tuple[Line, ...]
    thresholds: tuple[Threshold, ...]
    heights: tuple[Tick, ...]
    messages: tuple[Tick, ...]
    turns: tuple[Turn, ...]
    omitted: int


def plot(
    finding: ConversationFinding, amber_from: float, red_from: float, named: Callable[[str | None], str]
) -> Plot | None:
    """The plot of a conversation, or None when nothing was ever read in it.

    Args:
        finding: the conversation.
        amber_from: concern from which amber is shown.
        red_from: concern from which red is shown.
        named: how an account is called.
    """
    if not finding.course:
        return None
    amber, red = as_decibans(amber_from), as_decibans(red_from)
    highest = min(_HIGHEST, max(red, *(point.decibans for point in finding.course)) + 6)
    scale = _Scale(max(finding.count, 2), highest)
    courses = _by_account(finding.course)
    shown = [courses[0], *(course for course in courses[1:_MOST_LINES] if _peak(course[1]) >= _WORTH_DRAWING)]
    lines = tuple(_line(scale, "ABCDE"[at], named(about), points) for at, (about, points) in enumerate(shown))
    return Plot(
        description=_description(finding, lines),
        lines=lines,
        thresholds=(Threshold("amber", scale.y(amber)), Threshold("red", scale.y(red))),
        heights=tuple(Tick(scale.y(level), _level(level)) for level in range(-30, math.floor(highest) + 1, 10)),
        messages=tuple(Tick(scale.x(at), f"{at:,}") for at in sorted({1, (finding.count + 1) // 2, finding.count})),
        turns=_turns([_turn(scale, turned.light.word, turned.index) for turned in finding.turned]),
        omitted=len(courses) - len(shown),
    )


def as_decibans(concern: float) -> float:
    """Concern, 0-1, as decibans; within what can be drawn."""
    share = min(max(concern, 1e-6), 1 - 1e-6)
    return 10 * math.log10(share / (1 - share))


class _Scale:
    def __init__(self, count: int, highest: float) -> None:
        self._count = count
        self._highest = highest

    def x(self, index: int) -> float:
        share = (min(max(index, 1), self._count) - 1) / (self._count - 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, decibans: float) -> float:
        share = (min(max(decibans, _LOWEST), self._highest) - _LOWEST) / (self._highest - _LOWEST)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - _TOP - BOTTOM), 1)


def _by_account(course: tuple[Point, ...]) -> list[tuple[str | None, list[Point]]]:
    """The courses of all accounts, the highest first."""
    courses: dict[str | None, list[Point]] = defaultdict(list)
    for point in course:
        courses[point.about].append(point)
    return sorted(courses.items(), key=lambda course: -_peak(course[1]))


def _peak(points: list[Point]) -> float:
    return max(point.decibans for point in points)


def _line(scale: _Scale, letter: str, who: str, points: list[Point]) -> Line:
    """A step line; of readings that fall on one spot only the highest is drawn."""
    spots: dict[int, tuple[float, float]] = {}
    for point in points:
        x, y = scale.x(point.index), scale.y(point.decibans)
        if round(x) not in spots or y < spots[round(x)][1]:
            spots[round(x)] = (x, y)
    places = sorted(spots.values())
    steps = [f"M{places[0][0]} {scale.y(_LOWEST)}V{places[0][1]}", *(f"H{x}V{y}" for x, y in places[1:])]
    peak = max(points, key=lambda point: point.decibans)
    said = f"odds {odds(peak.decibans)} at message {peak.index:,}"
    return Line(letter, who, "".join(steps), *places[-1], said)


def _turn(scale: _Scale, light: str, index: int) -> Turn:
    x = scale.x(index)
    y = _RED_LABEL if light == "red" else _AMBER_LABEL
    label = f"{light} at {index:,}"
    return Turn(light, x, y, label, "end" if x - _wide(label) > 0 else "start")


def _turns(turns: list[Turn]) -> tuple[Turn, ...]:
    """Labels lie left of their lines, where no later turn is drawn; the later of two that would meet keeps its own."""
    taken: dict[str, float] = {}
    placed = []
    for turn in reversed(turns):
        ends = turn.x if turn.anchor == "end" else turn.x + _wide(turn.label)
        meets = ends > taken.get(turn.light, WIDTH)
        placed.append(msgspec.structs.replace(turn, label="") if meets else turn)
        if not meets:
            taken[turn.light] = ends - _wide(turn.label)
    return tuple(reversed(placed))


def _wide(label: str) -> float:
    """The width of a label in the large letters of narrow screens, with some room around it."""
    return 12.5 * len(label) + 12


def _level(decibans: int) -> str:
    if decibans == 0:
        return "even"
    ratio = "million" if abs(decibans) >= _MILLION else f"{10 ** (abs(decibans) // 10):,}"
    return f"{ratio} : 1" if decibans > 0 else f"1 : {ratio}"


def _description(finding: ConversationFinding, lines: tuple[Line, ...]) -> str:
    said = [f"Concern over {counted(finding.count, 'message')}, as odds."]
    said += [f"About {line.who}: highest {line.peak}." for line in lines]
    said += [
        f"The light turned {each.light.word} at message {each.index:,}, {moment(each.sent_at)}."
        for each in finding.turned
    ]
    return " ".join(said)
