"""Signing in, and the sessions that follow: a random token of which only the hash is kept, with two ends to its life.

Everything that a page asks after signing in goes through ``session_of``, which also keeps the session alive.
"""

import hashlib
import hmac
import secrets
from typing import Any

import msgspec
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Connection, delete, insert, select, update

from belisha.errors import BelishaError
from belisha.settings import SignIn
from belisha.stream.store.audit import record
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import people, sessions
from belisha.stream.store.people import ARGON2, LONGEST_PASSWORD, person_in
from belisha.stream.store.roles import Person

_BYTES = 32
_FREE_FAILURES = 5
"""Wrong passwords in a row before a name is locked."""
_FIRST_LOCK, _LONGEST_LOCK = 60.0, 3_600.0
"""Seconds; each further failure doubles them. Short enough that nobody can be shut out for long by a stranger."""
_NOTED_EVERY = 30.0
"""Seconds after which it is noted that a session is in use: pages would otherwise write at every request."""
_NOBODY = ARGON2.hash(secrets.token_hex())
"""Compared with where there is no such name, so that an unknown name takes as long as a wrong password."""
_REFUSAL = (
    "That name and password do not go together, or the name is locked for a while after failures. "
    "Try again later, or ask an administrator for a new invitation."
)


class SignInRefused(BelishaError):
    """Nobody was signed in; the message is the same whatever the reason, so that it tells nobody which names exist."""


class Session(msgspec.Struct, frozen=True):
    """A person who is signed in.

    Attributes:
        person: who.
        form_token: must come with every form (``form_token_holds``).
        created_at, seen_at: seconds since 1970.
        reviewed: conversations opened since signing in, for break reminders.
        hashed: of the token; the session's key.
    """

    person: Person
    form_token: str
    created_at: float
    seen_at: float
    reviewed: int
    hashed: bytes


def sign_in(database: Database, name: str, password: str, now: float, before: str = "") -> tuple[str, Session]:
    """Signs a person in with its password.

    Args:
        database: it opens its own transactions: the hash is checked outside of them.
        name: as it was given.
        password: as it was given.
        now: seconds since 1970.
        before: the token that the browser held before, if any: that session ends (a token never survives a sign-in).

    Returns:
        The token for the cookie, for the only time, and the session.

    Raises:
        SignInRefused: for a wrong name or password, a disabled person, or a name locked after failures.
    """
    with database.reading() as connection:
        row = connection.execute(select(people).where(people.c.name == name)).first()
    holds = _holds(row.password if row is not None and row.password else _NOBODY, password)
    with database.writing() as connection:
        if row is not None:  # as it is now: others may have tried meanwhile
            row = connection.execute(select(people).where(people.c.id == row.id).with_for_update()).first()
        if row is not None and holds and row.password and row.disabled_at is None and row.locked_until <= now:
            return _begin(connection, person_in(row), now, before)
        if row is not None and row.locked_until <= now:
            _count_failure(connection, row, now)
    raise SignInRefused(_REFUSAL)


def sign_in_with_subject(database: Database, subject: str, now: float, before: str = "") -> tuple[str, Session]:
    """Signs in the person that an OpenID Connect provider calls so; only people who were added with that subject.

    Raises:
        SignInRefused: when there is none, or it is disabled.
    """
    with database.writing() as connection:
        row = connection.execute(select(people).where(people.c.subject == subject)).first() if subject else None
        if row is not None and row.disabled_at is None:
            return _begin(connection, person_in(row), now, before)
    raise SignInRefused("Nobody was added here who signs in like that: ask an administrator to add you.")


def session_of(database: Database, token: str, limits: SignIn, now: float) -> Session | None:
    """The session of a token, kept alive; None when it is unknown, idle or too old, or its person is disabled."""
    hashed = _hash(token)
    with database.reading() as connection:
        session = _session(connection, hashed)
    if session is None or session.person.disabled_at is not None:
        return None
    idle, age = now - session.seen_at, now - session.created_at
    if idle > limits.idle_minutes * 60 or age > limits.hours * 3_600:
        with database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.hashed == hashed))
        return None
    if idle > _NOTED_EVERY:
        with database.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.hashed == hashed).values(seen_at=now))
    return session


def form_token_holds(session: Session, presented: str) -> bool:
    """Whether a form came from our own page, compared in constant time."""
    return hmac.compare_digest(session.form_token.encode(), presented.encode("utf-8", "surrogatepass"))


def count_reviewed(database: Database, session: Session) -> int:
    """Counts one more opened conversation; gives how many since signing in."""
    own = sessions.c.hashed == session.hashed
    with database.writing() as connection:
        connection.execute(update(sessions).where(own).values(reviewed=sessions.c.reviewed + 1))
        return int(connection.execute(select(sessions.c.reviewed).where(own)).scalar() or 0)


def sign_out(database: Database, session: Session, now: float) -> None:
    """Ends a session."""
    with database.writing() as connection:
        connection.execute(delete(sessions).where(sessions.c.hashed == session.hashed))
        record(connection, session.person, "signed out", now, platform=session.person.platform)


def end_sessions(connection: Connection, person: int, but: bytes = b"") -> int:
    """Ends all sessions of a person but one; gives how many."""
    ended = connection.execute(delete(sessions).where(sessions.c.person == person, sessions.c.hashed != but))
    return int(ended.rowcount)


def _holds(hashed: str, password: str) -> bool:
    try:
        return len(password) <= LONGEST_PASSWORD and ARGON2.verify(hashed, password)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def _begin(connection: Connection, person: Person, now: float, before: str) -> tuple[str, Session]:
    token, form_token = secrets.token_urlsafe(_BYTES), secrets.token_urlsafe(_BYTES)
    connection.execute(delete(sessions).where(sessions.c.hashed == _hash(before)))
    hashed = _hash(token)
    row = {"hashed": hashed, "person": person.id, "form_token": form_token, "created_at": now, "seen_at": now}
    connection.execute(insert(sessions).values(**row, reviewed=0))
    connection.execute(update(people).where(people.c.id == person.id).values(failures=0, locked_until=0.0))
    record(connection, person, "signed in", now, platform=person.platform)
    return token, Session(person, form_token, now, now, 0, hashed)


def _count_failure(connection: Connection, row: Any, now: float) -> None:  # noqa: ANN401 - a row of people
    failures = row.failures + 1
    beyond = failures - _FREE_FAILURES
    locked = 0.0 if beyond < 0 else now + min(_FIRST_LOCK * 2.0 ** min(beyond, 10), _LONGEST_LOCK)
    values = {"failures": failures, "locked_until": locked}
    connection.execute(update(people).where(people.c.id == row.id).values(**values))
    what = "sign-in failed" if not locked else "sign-in failed and name locked"
    record(connection, None, what, now, platform=row.platform, person=row.id)


def _session(connection: Connection, hashed: bytes) -> Session | None:
    own = sessions.c.form_token, sessions.c.created_at.label("began_at"), sessions.c.seen_at, sessions.c.reviewed
    question = select(people, *own).join(sessions, people.c.id == sessions.c.person)
    row = connection.execute(question.where(sessions.c.hashed == hashed)).first()
    if row is None:
        return None
    return Session(person_in(row), row.form_token, row.began_at, row.seen_at, row.reviewed, hashed)


def _hash(token: str) -> bytes:
    """A plain hash is enough: the token is 32 random bytes, which nobody can guess from it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
