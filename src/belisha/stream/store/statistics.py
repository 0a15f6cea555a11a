"""Figures about decisions over a period: how often lights were right, how long they waited, what alarms falsely.

A light is judged by the last decision on it that says anything: escalated, restricted and reported confirm it,
dismissed does not; acknowledged says nothing either way.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from math import sqrt
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from belisha.model import Light
from belisha.stream.store.arrivals import time_to_act
from belisha.stream.store.desk_tables import appeals, decisions
from belisha.stream.store.tables import changes

CONFIRMS = ("escalate", "restrict", "report")
DENIES = "dismiss"
_Z = 1.959964
"""Standard deviations on either side that hold 95% of a normal distribution."""


class Share(msgspec.Struct, frozen=True):
    """How often a light was right: decisions that confirmed it, those that dismissed it, and the share of the former.

    ``precision`` is None where there are none; ``low`` and ``high`` are its 95% interval (Wilson 1927).
    """

    name: str
    confirmed: int
    dismissed: int
    precision: float | None
    low: float | None
    high: float | None


class Waited(msgspec.Struct, frozen=True):
    """Seconds from a light's turning to the first decision about it.

    Attributes:
        name: the light.
        count: lights that were decided.
        median: half of them were within it; None where there are none.
        most: nine of ten were within it.
        in_time: share of them that was decided before the time to act ended.
    """

    name: str
    count: int
    median: float | None
    most: float | None
    in_time: float | None


class Figures(msgspec.Struct, frozen=True):
    """All figures of a period.

    Attributes:
        since, until: seconds since 1970.
        decisions: how many, by what was decided.
        turned: lights that turned, by light.
        precision: by light: "amber", "red".
        by_source, by_app, by_reason: the same by where lights come from; dismissals by reason.
        waited: by light.
        by_day: day (YYYY-MM-DD), lights turned, confirmed, dismissed.
        appeals: by outcome.
    """

    since: float
    until: float
    decisions: dict[str, int]
    turned: dict[str, int]
    precision: tuple[Share, ...]
    by_source: tuple[Share, ...]
    by_app: tuple[Share, ...]
    by_reason: dict[str, int]
    waited: tuple[Waited, ...]
    by_day: tuple[tuple[str, int, int, int], ...]
    appeals: dict[str, int]


def figures_of(
    connection: Connection, platform: str, since: float, until: float, audience: str = "moderators"
) -> Figures:
    """The figures of a platform; an escalation, restriction or report confirms a light, a dismissal does not."""
    own = decisions.c.platform == platform, decisions.c.audience == audience
    within = decisions.c.at >= since, decisions.c.at < until
    rows = list(connection.execute(select(decisions).where(*own, *within).order_by(decisions.c.number)))
    judged = _judged(rows)
    turned = _turned(connection, platform, audience, (since, until))
    return Figures(
        since=since,
        until=until,
        decisions=dict(Counter(row.what for row in rows)),
        turned=dict(Counter(Light(light).word for _, light in turned)),
        precision=_shares(judged, lambda row: Light(row.light).word),
        by_source=_shares(judged, lambda row: row.source or "unknown"),
        by_app=_shares(judged, lambda row: row.app),
        by_reason=dict(Counter(row.reason for row in judged if row.what == DENIES)),
        waited=_waited(rows),
        by_day=_by_day(turned, judged),
        appeals=_appeals(connection, platform, since, until),
    )


def wilson(right: int, count: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson 1927): it stays between 0 and 1, also for few."""
    share, spread = right / count, _Z * _Z / count
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / count + spread / (4 * count)) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))  # rounding must not leave it out


def _judged(rows: Iterable[Any]) -> list[Any]:
    """The last decision on each light that says whether it was right."""
    last = {(bytes(row.subject), row.turned_at): row for row in rows if row.what in CONFIRMS or row.what == DENIES}
    return list(last.values())


def _turned(
    connection: Connection, platform: str, audience: str, period: tuple[float, float]
) -> Sequence[tuple[float, int]]:
    question = select(changes.c.at, changes.c.after).where(
        changes.c.platform == platform, changes.c.audience == audience, changes.c.after > int(Light.GREEN)
    )
    since, until = period
    rows = connection.execute(question.where(changes.c.at >= since, changes.c.at < until))
    return [(row.at, row.after) for row in rows]


def _shares(judged: Iterable[Any], name: Callable[[Any], str]) -> tuple[Share, ...]:
    counted: dict[str, list[int]] = {}
    for row in judged:
        counted.setdefault(name(row), [0, 0])[row.what == DENIES] += 1
    return tuple(_share(each, *counts) for each, counts in sorted(counted.items()))


def _share(name: str, confirmed: int, dismissed: int) -> Share:
    count = confirmed + dismissed
    low, high = wilson(confirmed, count)
    return Share(name, confirmed, dismissed, confirmed / count, low, high)


def _waited(rows: Iterable[Any]) -> tuple[Waited, ...]:
    first: dict[tuple[bytes, float], Any] = {}
    for row in rows:
        if row.light > int(Light.GREEN):
            first.setdefault((bytes(row.subject), row.turned_at), row)
    found = []
    for light in (Light.AMBER, Light.RED):
        decided = [row for row in first.values() if row.light == light]
        waits = sorted(row.at - row.turned_at for row in decided)
        in_time = sum(row.at - row.turned_at <= time_to_act(row.concern) for row in decided)
        if waits:
            most = waits[min(len(waits) - 1, int(len(waits) * 0.9))]
            found.append(Waited(light.word, len(waits), waits[len(waits) // 2], most, in_time / len(waits)))
        else:
            found.append(Waited(light.word, 0, None, None, None))
    return tuple(found)


def _by_day(turned: Iterable[tuple[float, int]], judged: Iterable[Any]) -> tuple[tuple[str, int, int, int], ...]:
    days: dict[str, list[int]] = {}
    for at, _ in turned:
        days.setdefault(_day(at), [0, 0, 0])[0] += 1
    for row in judged:
        days.setdefault(_day(row.at), [0, 0, 0])[2 if row.what == DENIES else 1] += 1
    return tuple((day, turns, right, wrong) for day, (turns, right, wrong) in sorted(days.items()))


def _day(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).date().isoformat()


def _appeals(connection: Connection, platform: str, since: float, until: float) -> dict[str, int]:
    question = select(appeals.c.outcome, func.count()).where(appeals.c.platform == platform)
    question = question.where(appeals.c.created_at >= since, appeals.c.created_at < until)
    rows = connection.execute(question.group_by(appeals.c.outcome))
    return {outcome or "waiting": count for outcome, count in rows}
