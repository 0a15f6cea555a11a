"""The audit log: who did what, on which subject; only ever added to, each entry chained to the one before it.

It never holds message text, notes or names of accounts: a subject is named by its key, so that a person's data can be
deleted without touching the log. The database itself refuses to change or delete entries (see the migrations).
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection

from belisha.stream.store.roles import Person


class AuditEntry(msgspec.Struct, frozen=True):
    """One entry.

    Attributes:
        number: in the log; later ones are greater.
        at: seconds since 1970.
        recorded: what was chained: at, who (number or null), name, role, what, platform and what else belongs to it.
        link: its link of ``belisha.chain``.
    """

    number: int
    at: float
    recorded: dict[str, Any]
    link: str


class BrokenAudit(msgspec.Struct, frozen=True):
    """The first entry that does not hold.

    Attributes:
        number: of it; 0 when the expected link is not there at all.
        says: what is wrong, for people.
    """

    number: int
    says: str


def record(connection: Connection, by: Person | None, what: str, now: float, **about: str | float | None) -> None:
    """Adds an entry, in the transaction of what it records.

    Args:
        connection: with that transaction.
        by: who did it; None for the program itself or the command line.
        what: ``signed in``, ``dismissed``, ``opened conversation``, ``exported case`` ...
        now: seconds since 1970.
        about: ``platform``, ``subject`` (hexadecimal key), ``case`` and what else belongs to it; never text that
            somebody wrote.
    """
    raise NotImplementedError


def audit_page(
    connection: Connection, platform: str | None, before: int | None = None, limit: int = 100
) -> list[AuditEntry]:
    """Entries of a platform (of all for None), the newest first.

    Args:
        connection: to ask.
        platform: whose; entries that belong to no platform are shown for None only.
        before: only entries before this number.
        limit: at most so many.
    """
    raise NotImplementedError


def audit_entries(connection: Connection, after: int = 0) -> Iterator[AuditEntry]:
    """All entries, oldest first."""
    raise NotImplementedError


def verify_audit(connection: Connection, expected: str = "") -> BrokenAudit | None:
    """The first entry that was changed, removed or inserted, or None when all hold.

    Args:
        connection: to ask.
        expected: a link that was noted elsewhere: it must still be in the log (shows what was cut off at the end).
    """
    raise NotImplementedError


def last_link(connection: Connection) -> str:
    """The link of the last entry: noted elsewhere, it shows later that nothing up to there was cut off."""
    raise NotImplementedError
