"""Signing in, and the sessions that follow: a random token of which only the hash is kept, with two ends to its life.

Everything that a page asks after signing in goes through ``session_of``, which also keeps the session alive.
"""

import msgspec
from sqlalchemy import Connection

from belisha.errors import BelishaError
from belisha.settings import SignIn
from belisha.stream.store.database import Database
from belisha.stream.store.roles import Person


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
        name, password: as they were given.
        now: seconds since 1970.
        before: the token that the browser held before, if any: that session ends (a token never survives a sign-in).

    Returns:
        The token for the cookie, for the only time, and the session.

    Raises:
        SignInRefused: for a wrong name or password, a disabled person, or a name locked after failures.
    """
    raise NotImplementedError


def sign_in_with_subject(database: Database, subject: str, now: float, before: str = "") -> tuple[str, Session]:
    """Signs in the person that an OpenID Connect provider calls so; only people who were added with that subject.

    Raises:
        SignInRefused: when there is none, or it is disabled.
    """
    raise NotImplementedError


def session_of(database: Database, token: str, limits: SignIn, now: float) -> Session | None:
    """The session of a token, kept alive; None when it is unknown, idle or too old, or its person is disabled."""
    raise NotImplementedError


def form_token_holds(session: Session, presented: str) -> bool:
    """Whether a form came from our own page, compared in constant time."""
    raise NotImplementedError


def count_reviewed(database: Database, session: Session) -> int:
    """Counts one more opened conversation; gives how many since signing in."""
    raise NotImplementedError


def sign_out(database: Database, session: Session, now: float) -> None:
    """Ends a session."""
    raise NotImplementedError


def end_sessions(connection: Connection, person: int, but: bytes = b"") -> int:
    """Ends all sessions of a person but one; gives how many."""
    raise NotImplementedError
