"""Questions about lights: which are on, why, and which have turned since."""

from typing import Any

import msgspec
from sqlalchemy import Connection, and_, or_, select

from belisha.model import Reading
from belisha.stream.store.tables import changes, lights


class LightOn(msgspec.Struct, frozen=True):
    """A light that is not green, as the queue and the interface show it.

    Attributes:
        app, kind, id: the subject.
        audience: whose light.
        light: 1 amber, 2 red.
        concern: now; ``highest`` so far.
        about: the account, or None.
        turned_at, read_at: seconds since 1970.
        state: what people made of it.
    """

    app: str
    kind: str
    id: str
    audience: str
    light: int
    concern: float
    highest: float
    about: str | None
    turned_at: float
    read_at: float
    state: str


class Turned(msgspec.Struct, frozen=True):
    """One entry of the log of changes; ``number`` is where to go on after it."""

    number: int
    app: str
    kind: str
    id: str
    audience: str
    before: int
    after: int
    about: str | None
    concern: float
    position: int
    message: str
    at: float
    reading: Reading


def lights_on(  # noqa: PLR0913 - each narrows the question
    connection: Connection,
    platform: str,
    *,
    audience: str,
    lowest: int = 1,
    app: str | None = None,
    kind: str | None = None,
    after: tuple[float, str, str] | None = None,
    limit: int = 100,
) -> list[LightOn]:
    """Lights of a platform, the most recently turned first.

    Args:
        connection: to ask.
        platform: whose.
        audience: whose light.
        lowest: 1 for amber and red, 2 for red only.
        app: only this app.
        kind: ``conversation`` or ``account``.
        after: ``turned_at``, kind and id of the last one seen, to go on after it.
        limit: at most so many.
    """
    question = select(lights).where(lights.c.platform == platform, lights.c.audience == audience)
    question = question.where(lights.c.light >= lowest)
    if app is not None:
        question = question.where(lights.c.app == app)
    if kind is not None:
        question = question.where(lights.c.kind == kind)
    if after is not None:
        at, last_kind, last_id = after
        same = and_(
            lights.c.turned_at == at,
            or_(lights.c.kind > last_kind, and_(lights.c.kind == last_kind, lights.c.id > last_id)),
        )
        question = question.where(or_(lights.c.turned_at < at, same))
    question = question.order_by(lights.c.turned_at.desc(), lights.c.kind, lights.c.id).limit(limit)
    return [_light(row) for row in connection.execute(question)]


def light_of(connection: Connection, subject: bytes, audience: str) -> LightOn | None:
    """The light of a subject for an audience, or None while it is green."""
    question = select(lights).where(lights.c.subject == subject, lights.c.audience == audience)
    row = connection.execute(question).first()
    return _light(row) if row is not None and row.light else None


def turned_since(
    connection: Connection, platform: str, number: int, *, audience: str | None = None, limit: int = 200
) -> list[Turned]:
    """Lights of a platform that turned after an entry of the log, oldest first."""
    question = select(changes).where(changes.c.platform == platform, changes.c.number > number)
    if audience is not None:
        question = question.where(changes.c.audience == audience)
    rows = connection.execute(question.order_by(changes.c.number).limit(limit))
    return [_turned(row) for row in rows]


def turned_of(connection: Connection, subject: bytes, audience: str) -> list[Turned]:
    """How the light of one subject turned, oldest first."""
    question = select(changes).where(changes.c.subject == subject, changes.c.audience == audience)
    return [_turned(row) for row in connection.execute(question.order_by(changes.c.number))]


def last_change(connection: Connection, platform: str) -> int:
    """The number of a platform's last entry in the log of changes, or 0."""
    question = select(changes.c.number).where(changes.c.platform == platform)
    return int(connection.execute(question.order_by(changes.c.number.desc()).limit(1)).scalar() or 0)


def _light(row: Any) -> LightOn:  # noqa: ANN401 - a row
    return LightOn(**{name: getattr(row, name) for name in LightOn.__struct_fields__})


def _turned(row: Any) -> Turned:  # noqa: ANN401 - a row
    own = {name: getattr(row, name) for name in Turned.__struct_fields__ if name != "reading"}
    return Turned(**own, reading=msgspec.msgpack.decode(row.reading, type=Reading))
