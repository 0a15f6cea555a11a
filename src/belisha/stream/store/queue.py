"""The queue that reviewers work through: lights that wait for somebody, those first whose time to act ends first.

The more concern, the less time: a day divided by the odds (``time_to_act``). So one order shows both, and what is old
and amber does not wait for ever behind what is new and red.
"""

import msgspec
from sqlalchemy import Connection

from belisha.stream.store.arrivals import Subject
from belisha.stream.store.roles import Person

Place = tuple[float, str]
"""Where a page ended: ``act_by`` and the key of its last entry."""


class Wanted(msgspec.Struct, frozen=True):
    """Which lights of the queue.

    Attributes:
        audience: whose lights.
        state: open, acknowledged, dismissed, escalated or closed; None for all of them.
        light: 1 amber, 2 red; None for both.
        app, source, kind, about: only these; None for all.
        reviewer: only those that this person took; None for all.
    """

    audience: str = "moderators"
    state: str | None = "open"
    light: int | None = None
    app: str | None = None
    source: str | None = None
    kind: str | None = None
    about: str | None = None
    reviewer: int | None = None


class Waiting(msgspec.Struct, frozen=True):
    """One light of the queue.

    Attributes:
        key: hexadecimal key of the subject, for addresses of pages.
        platform, app, kind, id, source: the subject; kind is ``conversation`` or ``account``.
        title: the conversation's name, or empty.
        audience, light: whose light, and which: 0 green after a decision, 1 amber, 2 red.
        concern, highest: now, and the highest so far.
        about: the account that the light is about, or None.
        turned_at, read_at, act_by: seconds since 1970; ``act_by`` is when the time to act ends.
        state: what people made of it.
        reviewer, reviewer_name: who took it, or None.
        decision: what was last decided, or empty.
    """

    key: str
    platform: str
    app: str
    kind: str
    id: str
    source: str
    title: str
    audience: str
    light: int
    concern: float
    highest: float
    about: str | None
    turned_at: float
    read_at: float
    act_by: float
    state: str
    reviewer: int | None
    reviewer_name: str | None
    decision: str = ""


class QueuePage(msgspec.Struct, frozen=True):
    """A page of the queue, and where to go on; ``next`` is None at the end."""

    waiting: tuple[Waiting, ...]
    next: Place | None


def time_to_act(concern: float) -> float:
    """Seconds within which somebody should look: a day divided by the odds, between a quarter of an hour and a day."""
    raise NotImplementedError


def queue_page(
    connection: Connection, platform: str, wanted: Wanted, after: Place | None = None, limit: int = 50
) -> QueuePage:
    """One page of a platform's queue, in the order of ``act_by``."""
    raise NotImplementedError


def queue_counts(connection: Connection, platform: str, audience: str = "moderators") -> dict[str, dict[int, int]]:
    """How many lights there are, by state and light: ``{"open": {1: 12, 2: 3}}``."""
    raise NotImplementedError


def filters_of(connection: Connection, platform: str) -> dict[str, list[str]]:
    """What can be filtered by: ``{"app": [...], "source": [...]}``."""
    raise NotImplementedError


def waiting_of(connection: Connection, platform: str, key: str, audience: str = "moderators") -> Waiting | None:
    """The light of one subject by its hexadecimal key; None when there never was one."""
    raise NotImplementedError


def next_waiting(connection: Connection, platform: str, wanted: Wanted, after: str) -> Waiting | None:
    """What comes after a subject (hexadecimal key) in the queue; the first when that one is not in it."""
    raise NotImplementedError


def subject_with(connection: Connection, platform: str, key: str) -> Subject | None:
    """The subject with a hexadecimal key; None when this platform has none, or it is no key."""
    raise NotImplementedError


def take_on(connection: Connection, platform: str, key: str, person: Person, now: float) -> None:
    """Notes that a person looks at a subject, for everybody else to see; ``give_up`` undoes it."""
    raise NotImplementedError


def give_up(connection: Connection, platform: str, key: str, person: Person, now: float) -> None:
    """Gives back what a person took."""
    raise NotImplementedError
