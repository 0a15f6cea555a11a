"""Invitations: a link that works once, for some days, with which a person sets its password."""

from sqlalchemy import Connection

from belisha.stream.store.database import Database
from belisha.stream.store.roles import Person

DAYS = 7


def invite(connection: Connection, by: Person | None, identity: int, now: float) -> str:
    """Makes the token of an invitation, and gives it for the only time; earlier ones of the same person end.

    The link is ``<public_url>/console/invitation/<token>``.
    """
    raise NotImplementedError


def invited(connection: Connection, token: str, now: float) -> Person | None:
    """Whom an invitation is for; None when it is unknown, used or too old."""
    raise NotImplementedError


def accept(database: Database, token: str, password: str, now: float) -> Person:
    """Sets the password of the person who was invited, and uses the invitation up.

    Raises:
        Unusable: for an invitation that does not work any more, or a password that is too short.
    """
    raise NotImplementedError
