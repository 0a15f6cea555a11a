"""People at the console: who they are, what role they have, and their passwords, of which only argon2 hashes are kept.

Hashing takes about a tenth of a second on purpose: ``hashed_password`` is called before a transaction begins.
"""

from typing import Any

import msgspec
from argon2 import PasswordHasher
from sqlalchemy import Connection, Select, delete, insert, or_, select, update

from belisha.errors import Unusable
from belisha.stream.store.audit import record
from belisha.stream.store.desk_tables import people, sessions
from belisha.stream.store.roles import NotAllowed, Person, Right, Role, refuse_unless
from belisha.stream.store.tables import platforms

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 1_000
_LONGEST_NAME = 100
ARGON2 = PasswordHasher()
"""Argon2id with the parameters of RFC 9106's second recommendation, which the library keeps as its defaults."""


def hashed_password(password: str) -> str:
    """The argon2id hash of a password; takes about a tenth of a second.

    Raises:
        Unusable: when it is shorter than ``SHORTEST_PASSWORD`` or longer than ``LONGEST_PASSWORD``.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Unusable(f"A password has {SHORTEST_PASSWORD} characters at least, and {LONGEST_PASSWORD} at most.")
    return ARGON2.hash(password)


def add_person(connection: Connection, by: Person | None, wanted: Person, now: float) -> Person:
    """Makes a person known, without a password: ``invite`` lets it set one.

    Args:
        connection: with a transaction.
        by: who does it; None for the command line.
        wanted: name, title, role, platform and subject; the rest is not looked at.
        now: seconds since 1970.

    Raises:
        Unusable: for a name that is taken or no name; a platform that is not known.
        NotAllowed: when ``by`` may not, or would give more platforms than its own.
    """
    _refuse(by, wanted.platform)
    _check(connection, wanted)
    connection.execute(
        insert(people).values(
            name=wanted.name,
            title=wanted.title or wanted.name,
            role=wanted.role.value,
            platform=wanted.platform,
            subject=wanted.subject or None,
            password="",
            preferences="{}",
            created_at=now,
        )
    )
    added = person_named(connection, wanted.name)
    assert added is not None  # noqa: S101 - it was written above
    record(connection, by, "added person", now, platform=added.platform, person=added.id, given=added.role.value)
    return added


def people_of(connection: Connection, platform: str | None = None) -> list[Person]:
    """Everybody who reaches a platform (everybody at all for None), by name."""
    question = select(people).order_by(people.c.name)
    if platform is not None:
        question = question.where(or_(people.c.platform == platform, people.c.platform.is_(None)))
    return [person_in(row) for row in connection.execute(question)]


def person_of(connection: Connection, identity: int) -> Person | None:
    """The person with this number."""
    return _one(connection, select(people).where(people.c.id == identity))


def person_named(connection: Connection, name: str) -> Person | None:
    """The person with this name."""
    return _one(connection, select(people).where(people.c.name == name))


def change_role(connection: Connection, by: Person | None, identity: int, role: Role, now: float) -> Person:
    """Gives somebody another role, and ends its sessions.

    Raises:
        NotAllowed: when ``by`` may not, or it is itself.
        Unusable: when there is no such person.
    """
    person = _reached(connection, by, identity)
    connection.execute(update(people).where(people.c.id == identity).values(role=role.value))
    connection.execute(delete(sessions).where(sessions.c.person == identity))
    record(connection, by, "changed role", now, platform=person.platform, person=identity, given=role.value)
    return msgspec.structs.replace(person, role=role)


def disable(connection: Connection, by: Person | None, identity: int, now: float) -> None:
    """Ends somebody's access at once; what it did stays under its name.

    Raises:
        NotAllowed: when ``by`` may not, or it is itself.
        Unusable: when there is no such person.
    """
    person = _reached(connection, by, identity)
    connection.execute(update(people).where(people.c.id == identity).values(disabled_at=now))
    connection.execute(delete(sessions).where(sessions.c.person == identity))
    record(connection, by, "disabled person", now, platform=person.platform, person=identity)


def enable(connection: Connection, by: Person | None, identity: int, now: float) -> None:
    """Gives access back, and ends a lock after failed sign-ins.

    Raises:
        NotAllowed: when ``by`` may not, or it is itself.
        Unusable: when there is no such person.
    """
    person = _reached(connection, by, identity)
    cleared = {"disabled_at": None, "failures": 0, "locked_until": 0.0}
    connection.execute(update(people).where(people.c.id == identity).values(**cleared))
    record(connection, by, "enabled person", now, platform=person.platform, person=identity)


def set_password(connection: Connection, person: Person, hashed: str, now: float) -> None:
    """Sets a password that ``hashed_password`` hashed, and ends all sessions of the person."""
    values = {"password": hashed, "failures": 0, "locked_until": 0.0}
    connection.execute(update(people).where(people.c.id == person.id).values(**values))
    connection.execute(delete(sessions).where(sessions.c.person == person.id))
    record(connection, person, "set password", now, platform=person.platform, person=person.id)


def set_preferences(connection: Connection, person: Person, preferences: dict[str, Any]) -> None:
    """Keeps what a person set for itself: theme, blurred text, grey pictures, breaks, filters of the queue."""
    written = msgspec.json.encode(preferences).decode()
    connection.execute(update(people).where(people.c.id == person.id).values(preferences=written))


def person_in(row: Any) -> Person:  # noqa: ANN401 - a row of people
    """The person of a row."""
    return Person(
        id=row.id,
        name=row.name,
        title=row.title,
        role=Role(row.role),
        platform=row.platform,
        preferences=msgspec.json.decode(row.preferences, type=dict[str, Any]),
        has_password=bool(row.password),
        subject=row.subject,
        locked_until=row.locked_until,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )


def _one(connection: Connection, question: Select[Any]) -> Person | None:
    row = connection.execute(question).first()
    return None if row is None else person_in(row)


def _refuse(by: Person | None, platform: str | None) -> None:
    """Somebody who reaches one platform looks after the people of that platform only."""
    if by is None:
        return
    refuse_unless(by, Right.PEOPLE, platform)
    if platform is None and by.platform is not None:
        raise NotAllowed(f"{by.name} may not do this: the person would reach every platform, or does.")


def is_elsewhere(by: Person | None, person: Person) -> bool:
    """Whether somebody is of another platform than the one that ``by`` reaches: as if there were no such person."""
    return by is not None and by.platform is not None and person.platform not in {by.platform, None}


def _reached(connection: Connection, by: Person | None, identity: int) -> Person:
    person = person_of(connection, identity)
    if person is None or is_elsewhere(by, person):
        raise Unusable(f"There is no person with the number {identity}.")
    _refuse(by, person.platform)
    if by is not None and by.id == identity:
        raise NotAllowed("Nobody changes its own access: somebody else must do it.")
    return person


def _check(connection: Connection, wanted: Person) -> None:
    name = wanted.name
    if not name or len(name) > _LONGEST_NAME or name != name.strip() or not name.isprintable():
        raise Unusable(f"{name!r} cannot be a name: use up to {_LONGEST_NAME} characters, no spaces around them.")
    if person_named(connection, name) is not None:
        raise Unusable(f"There is a person called {name} already.")
    if wanted.subject and _one(connection, select(people).where(people.c.subject == wanted.subject)) is not None:
        raise Unusable(f"Somebody else signs in as {wanted.subject} already.")
    known = select(platforms.c.id).where(platforms.c.id == wanted.platform)
    if wanted.platform is not None and connection.execute(known).first() is None:
        raise Unusable(f"There is no platform {wanted.platform}; belisha keys add makes one.")
