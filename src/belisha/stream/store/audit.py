"""The audit log: who did what, on which subject; only ever added to, each entry chained to the one before it.

It never holds message text, notes or names of accounts: a subject is named by its key, so that a person's data can be
deleted without touching the log. The database itself refuses to change or delete entries (see the migrations).
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select, text

from belisha.chain import BEGINNING, link
from belisha.stream.store.desk_tables import audit
from belisha.stream.store.roles import Person

_LOCK = 0x61756474
"""The advisory lock under which entries are added on PostgreSQL, so that each knows the one before it."""
_AT_ONCE = 1_000


class AuditEntry(msgspec.Struct, frozen=True):
    """One entry.

    Attributes:
        number: in the log; later ones are greater. Where one platform's entries were asked for: among those, so that it
            says nothing of how much others do.
        at: seconds since 1970.
        platform: whose; None for what belongs to the service as a whole.
        recorded: what was chained: at, who (number or null), name, role, what, platform and what else belongs to it.
        link: its link of ``belisha.chain``.
    """

    number: int
    at: float
    platform: str | None
    recorded: dict[str, Any]
    link: str

    def follows(self, before: str) -> bool:
        """Whether it is as it was written, after the entry with that link."""
        again = self.recorded.get("at"), self.recorded.get("platform")
        return link(before, self.recorded) == self.link and again == (self.at, self.platform)


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
    who: dict[str, Any] = {"who": None, "name": "", "role": ""}
    if by is not None:
        who = {"who": by.id, "name": by.name, "role": by.role.value}
    recorded = {"at": now, **who, "what": what, **{name: value for name, value in about.items() if value is not None}}
    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    connection.execute(
        insert(audit).values(
            at=now,
            platform=recorded.get("platform"),
            entry=msgspec.json.encode(recorded, order="sorted"),
            link=link(last_link(connection), recorded),
        )
    )


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
    question = select(audit).limit(limit)
    if platform is None:
        if before is not None:
            question = question.where(audit.c.number < before)
        return [_entry(row) for row in connection.execute(question.order_by(audit.c.number.desc()))]
    own = audit.c.platform == platform
    count = connection.execute(select(func.count()).select_from(audit).where(own)).scalar() or 0
    last = count if before is None else min(count, before - 1)
    first = max(last - limit, 0)
    rows = connection.execute(question.where(own).order_by(audit.c.number).offset(first).limit(max(last - first, 0)))
    found = [msgspec.structs.replace(_entry(row), number=first + at) for at, row in enumerate(rows, 1)]
    return found[::-1]


def audit_entries(connection: Connection, after: int = 0) -> Iterator[AuditEntry]:
    """All entries, oldest first."""
    while True:
        question = select(audit).where(audit.c.number > after).order_by(audit.c.number).limit(_AT_ONCE)
        rows = list(connection.execute(question))
        if not rows:
            return
        for row in rows:
            yield _entry(row)
        after = rows[-1].number


def verify_audit(connection: Connection, expected: str = "") -> BrokenAudit | None:
    """The first entry that was changed, removed or inserted, or None when all hold.

    Args:
        connection: to ask.
        expected: a link that was noted elsewhere: it must still be in the log (shows what was cut off at the end).
    """
    before, met = BEGINNING, expected in {"", BEGINNING}
    for entry in audit_entries(connection):
        if not entry.follows(before):
            return BrokenAudit(
                entry.number,
                f"entry {entry.number} ({entry.recorded.get('what', 'unreadable')}) was changed, or an entry before it "
                "was removed or inserted; no entry from there on is proven",
            )
        before = entry.link
        met = met or before == expected
    return None if met else BrokenAudit(0, "the expected link is not in the log: entries at its end were removed")


def last_link(connection: Connection) -> str:
    """The link of the last entry: noted elsewhere, it shows later that nothing up to there was cut off."""
    return connection.execute(select(audit.c.link).order_by(audit.c.number.desc()).limit(1)).scalar() or BEGINNING


def _entry(row: Any) -> AuditEntry:  # noqa: ANN401 - a row
    try:
        recorded = msgspec.json.decode(row.entry, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError):
        recorded = {}  # it does not hold, which ``verify_audit`` says
    return AuditEntry(row.number, row.at, row.platform, recorded, row.link)
