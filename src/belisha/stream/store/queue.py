"""The queue that reviewers work through: lights that wait for somebody, those first whose time to act ends first.

The more concern, the less time: a day divided by the odds (``arrivals.time_to_act``). So one order shows both, and what
is old and amber does not wait for ever behind what is new and red.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, func, or_, select, tuple_, update

from belisha.stream.store.arrivals import Subject
from belisha.stream.store.audit import record
from belisha.stream.store.database import key_of
from belisha.stream.store.desk_tables import decisions, people
from belisha.stream.store.roles import Person, Right, refuse_unless
from belisha.stream.store.tables import accounts, contacts, conversations, lights, messages

Place = tuple[float, str]
"""Where a page ended: ``act_by`` and the hexadecimal key of its last entry."""
_OF_A_TRAIL = 5
"""Conversations in which an account that has no row of its own is looked for."""


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


def queue_page(
    connection: Connection, platform: str, wanted: Wanted, after: Place | None = None, limit: int = 50
) -> QueuePage:
    """One page of a platform's queue, in the order of ``act_by``."""
    question = _narrowed(_everything(platform, wanted.audience), wanted)
    if after is not None:
        act_by, key = after[0], key_in(after[1]) or b""
        question = question.where(
            or_(lights.c.act_by > act_by, and_(lights.c.act_by == act_by, lights.c.subject > key))
        )
    rows = list(connection.execute(question.order_by(lights.c.act_by, lights.c.subject).limit(limit + 1)))
    found = _waiting(connection, rows[:limit])
    return QueuePage(tuple(found), (found[-1].act_by, found[-1].key) if len(rows) > limit else None)


def queue_counts(connection: Connection, platform: str, audience: str = "moderators") -> dict[str, dict[int, int]]:
    """How many lights there are, by state and light: ``{"open": {1: 12, 2: 3}}``."""
    own = lights.c.platform == platform, lights.c.audience == audience
    question = select(lights.c.state, lights.c.light, func.count()).where(*own)
    counts: dict[str, dict[int, int]] = {}
    for state, light, count in connection.execute(question.group_by(lights.c.state, lights.c.light)):
        counts.setdefault(state, {})[light] = count
    return counts


def filters_of(connection: Connection, platform: str) -> dict[str, list[str]]:
    """What can be filtered by: ``{"app": [...], "source": [...]}``."""
    return {
        name: sorted(
            value
            for value in connection.execute(
                select(lights.c[name]).where(lights.c.platform == platform).distinct()
            ).scalars()
            if value
        )
        for name in ("app", "source")
    }


def waiting_of(connection: Connection, platform: str, key: str, audience: str = "moderators") -> Waiting | None:
    """The light of one subject by its hexadecimal key; None when there never was one."""
    question = _everything(platform, audience).where(lights.c.subject == key_in(key))
    found = _waiting(connection, list(connection.execute(question)))
    return found[0] if found else None


def lights_about(connection: Connection, platform: str, app: str, account: str) -> list[Waiting]:
    """Every audience's lights that are or were about an account, the latest first, at most 100."""
    question = _all(platform).where(lights.c.about == account, lights.c.app == app)
    return _waiting(connection, list(connection.execute(question.order_by(lights.c.turned_at.desc()).limit(100))))


def next_waiting(connection: Connection, platform: str, wanted: Wanted, after: str) -> Waiting | None:
    """What comes after a subject (hexadecimal key) in the queue; the first when nothing does, or it is not there."""
    last = waiting_of(connection, platform, after, wanted.audience)
    place = (last.act_by, last.key) if last is not None else None
    page = queue_page(connection, platform, wanted, place, 1)
    if not page.waiting and place is not None:
        page = queue_page(connection, platform, wanted, None, 1)
    return next((each for each in page.waiting if each.key != after), None)


def subject_with(connection: Connection, platform: str, key: str) -> Subject | None:
    """The subject with a hexadecimal key; None when this platform has none, or it is no key."""
    known = key_in(key)
    if known is None:
        return None
    for table, kind in ((conversations, "conversation"), (accounts, "account")):
        row = connection.execute(select(table).where(table.c.key == known, table.c.platform == platform)).first()
        if row is not None:
            return Subject(known, platform, row.app, kind, row.id, getattr(row, "source", ""))
    row = connection.execute(select(lights).where(lights.c.subject == known, lights.c.platform == platform)).first()
    if row is not None:
        return Subject(known, platform, row.app, row.kind, row.id, row.source)
    return _known_by_what_it_wrote(connection, platform, known)


def _known_by_what_it_wrote(connection: Connection, platform: str, known: bytes) -> Subject | None:
    """The account with this key among those who wrote in conversations of its trail, or whom a light there is about.

    An account has no row of its own before the platform tells something of it, or it has a light of its own.
    """
    trail = select(contacts.c.conversation).where(contacts.c.account == known).limit(_OF_A_TRAIL)
    among = conversations.c.platform == platform, conversations.c.key.in_(trail)
    wrote = select(conversations.c.app, messages.c.sender).join(
        messages, messages.c.conversation == conversations.c.key
    )
    meant = select(conversations.c.app, lights.c.about).join(lights, lights.c.subject == conversations.c.key)
    for question in (wrote, meant):
        for app, name in connection.execute(question.where(*among).distinct()):
            if name is not None and key_of("account", platform, app, name) == known:
                return Subject(known, platform, app, "account", name)
    return None


def take_on(connection: Connection, platform: str, key: str, person: Person, now: float) -> None:
    """Notes that a person looks at a subject, for everybody else to see; ``give_up`` undoes it."""
    _set_reviewer(connection, platform, key, (person, person.id), now)


def give_up(connection: Connection, platform: str, key: str, person: Person, now: float) -> None:
    """Gives back what a person took."""
    _set_reviewer(connection, platform, key, (person, None), now)


def key_in(written: str) -> bytes | None:
    """The key that is written in hexadecimal, or None when it is none."""
    try:
        found = bytes.fromhex(written)
    except ValueError:
        return None
    return found if len(found) == 16 else None  # noqa: PLR2004 - the length of ``key_of``


def _set_reviewer(connection: Connection, platform: str, key: str, who: tuple[Person, int | None], now: float) -> None:
    person, reviewer = who
    refuse_unless(person, Right.DECIDE, platform)
    own = lights.c.platform == platform, lights.c.subject == key_in(key)
    done = connection.execute(update(lights).where(*own).values(reviewer=reviewer))
    if done.rowcount:
        what = "took on" if reviewer is not None else "gave back"
        record(connection, person, what, now, platform=platform, subject=key)


def _all(platform: str) -> Select[Any]:
    question = select(lights, people.c.title.label("reviewer_name"), conversations.c.title).where(
        lights.c.platform == platform
    )
    return question.outerjoin(people, people.c.id == lights.c.reviewer).outerjoin(
        conversations, conversations.c.key == lights.c.subject
    )


def _everything(platform: str, audience: str) -> Select[Any]:
    return _all(platform).where(lights.c.audience == audience)


def _narrowed(question: Select[Any], wanted: Wanted) -> Select[Any]:
    for name in ("state", "light", "app", "source", "kind", "about", "reviewer"):
        value = getattr(wanted, name)
        if value is not None:
            question = question.where(lights.c[name] == value)
    return question


def _waiting(connection: Connection, rows: list[Any]) -> list[Waiting]:
    decided = _last_decisions(connection, [row for row in rows if row.state != "open"])
    own = [name for name in Waiting.__struct_fields__ if name not in {"key", "title", "decision"}]
    return [
        Waiting(
            key=bytes(row.subject).hex(),
            title=row.title or "",
            decision=decided.get((bytes(row.subject), row.audience), ""),
            **{name: getattr(row, name) for name in own},
        )
        for row in rows
    ]


def _last_decisions(connection: Connection, rows: list[Any]) -> dict[tuple[bytes, str], str]:
    if not rows:
        return {}
    keys = [(row.subject, row.audience) for row in rows]
    question = select(decisions.c.subject, decisions.c.audience, decisions.c.what).order_by(decisions.c.number)
    question = question.where(tuple_(decisions.c.subject, decisions.c.audience).in_(keys))
    return {(bytes(subject), audience): what for subject, audience, what in connection.execute(question)}
