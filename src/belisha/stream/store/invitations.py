"""Invitations: a link that works once, for some days, with which a person sets its password."""

import hashlib
import secrets

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from belisha.errors import Unusable
from belisha.stream.store.audit import record
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import invitations
from belisha.stream.store.people import hashed_password, is_elsewhere, person_of, set_password
from belisha.stream.store.roles import NotAllowed, Person, Right, refuse_unless

DAYS = 7
_BYTES = 24
_GONE = "This invitation does not work any more: it was used, or is too old. Ask for a new one."


def invite(connection: Connection, by: Person | None, identity: int, now: float) -> str:
    """Makes the token of an invitation, and gives it for the only time; earlier ones of the same person end.

    The link is ``<public_url>/console/invitation/<token>``.

    Raises:
        Unusable: when there is no such person, or it is disabled.
        NotAllowed: when ``by`` may not.
    """
    person = person_of(connection, identity)
    if person is None or person.disabled_at is not None or is_elsewhere(by, person):
        raise Unusable(f"There is no person with the number {identity}, or it is disabled.")
    if by is not None:
        refuse_unless(by, Right.PEOPLE, person.platform)
        if person.platform is None and by.platform is not None:
            raise NotAllowed(f"{by.name} may not invite somebody who reaches every platform.")
    token = secrets.token_urlsafe(_BYTES)
    connection.execute(delete(invitations).where(invitations.c.person == identity, invitations.c.used_at.is_(None)))
    values = {"hashed": _hash(token), "person": identity, "expires_at": now + DAYS * 86_400}
    connection.execute(insert(invitations).values(**values))
    record(connection, by, "invited person", now, platform=person.platform, person=identity)
    return token


def invited(connection: Connection, token: str, now: float) -> Person | None:
    """Whom an invitation is for; None when it is unknown, used or too old."""
    question = select(invitations.c.person).where(
        invitations.c.hashed == _hash(token), invitations.c.used_at.is_(None), invitations.c.expires_at > now
    )
    identity = connection.execute(question).scalar()
    person = None if identity is None else person_of(connection, identity)
    return person if person is not None and person.disabled_at is None else None


def accept(database: Database, token: str, password: str, now: float) -> Person:
    """Sets the password of the person who was invited, and uses the invitation up.

    Raises:
        Unusable: for an invitation that does not work any more, or a password that is too short.
    """
    with database.reading() as connection:
        if invited(connection, token, now) is None:
            raise Unusable(_GONE)
    hashed = hashed_password(password)
    with database.writing() as connection:
        person = invited(connection, token, now)
        used = update(invitations).where(invitations.c.hashed == _hash(token), invitations.c.used_at.is_(None))
        if person is None or not connection.execute(used.values(used_at=now)).rowcount:
            raise Unusable(_GONE)
        set_password(connection, person, hashed, now)
    return msgspec.structs.replace(person, has_password=True)


def _hash(token: str) -> bytes:
    """A plain hash is enough: the token is 24 random bytes, which nobody can guess from it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
