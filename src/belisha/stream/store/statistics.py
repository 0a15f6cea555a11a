"""Figures about decisions over a period: how often lights were right, how long they waited, where false alarms come from."""

import msgspec
from sqlalchemy import Connection


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
    """Seconds from a light's turning to the first decision: half of them within ``median``, nine of ten in ``most``."""

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
    raise NotImplementedError
