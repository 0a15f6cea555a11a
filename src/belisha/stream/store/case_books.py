"""The books of cases: what was decided and done, each entry chained to the one before it, never changed or deleted."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, text, update

from belisha.chain import BEGINNING, first_broken, link
from belisha.response.cases.case_file import Entry
from belisha.stream.store.desk_tables import case_conversations, cases, entries
from belisha.stream.store.roles import Person, Right, refuse_unless

_LOCK = 0x626F6F6B
"""The advisory lock under which entries are added on PostgreSQL, so that each knows the one before it."""


def begin_work(connection: Connection, person: Person, platform: str) -> None:
    """Lets through who may work on cases of a platform, one at a time: before any of their rows is touched.

    Raises:
        NotAllowed: for everybody else.
    """
    refuse_unless(person, Right.CASES, platform)
    _wait_for_others(connection)


def add_entry(connection: Connection, case: int, person: Person | None, said: Mapping[str, Any]) -> Entry:
    """Adds an entry to the book of a case.

    Args:
        connection: with a transaction.
        case: its number.
        person: who did it; None for the program itself.
        said: ``at`` in seconds since 1970, ``what``, ``note`` and whatever else belongs to it.
    """
    who = {"who": person.name, "role": person.role.value} if person is not None else {"who": "belisha", "role": ""}
    at = datetime.fromtimestamp(said["at"], UTC).isoformat()
    recorded = {**who, **{name: value for name, value in said.items() if value is not None}, "at": at}
    _wait_for_others(connection)
    last = select(entries.c.link).where(entries.c.case == case).order_by(entries.c.number.desc()).limit(1)
    before = connection.execute(last).scalar() or BEGINNING
    entry = Entry(recorded, link(before, recorded))
    written = msgspec.json.encode(recorded, order="sorted")
    connection.execute(insert(entries).values(case=case, entry=written, link=entry.link))
    connection.execute(update(cases).where(cases.c.number == case).values(changed_at=said["at"]))
    return entry


def entries_of(connection: Connection, case: int) -> tuple[Entry, ...]:
    """The book of a case, oldest first."""
    question = select(entries.c.entry, entries.c.link).where(entries.c.case == case).order_by(entries.c.number)
    return tuple(Entry(_recorded(entry), written) for entry, written in connection.execute(question))


def write_in_open_cases(
    connection: Connection, platform: str, conversation: bytes, person: Person, said: Mapping[str, Any]
) -> None:
    """Adds an entry to the book of every case to which a conversation belongs and that is not closed."""
    question = (
        select(cases.c.number)
        .join(case_conversations, case_conversations.c.case == cases.c.number)
        .where(case_conversations.c.conversation == conversation, cases.c.platform == platform)
        .where(cases.c.status != "closed")
    )
    for number in list(connection.execute(question).scalars()):
        add_entry(connection, number, person, {**said, "conversation": conversation.hex()})


def verified_books(connection: Connection, platform: str | None = None) -> Iterator[tuple[int, int]]:
    """Each case of a platform (of all for None), with the 1-based number of the first entry that is not what it was.

    The number is 0 where the book holds.
    """
    question = select(entries.c.case).distinct().order_by(entries.c.case)
    if platform is not None:
        question = question.join(cases, cases.c.number == entries.c.case).where(cases.c.platform == platform)
    for case in list(connection.execute(question).scalars()):
        position = first_broken((entry.recorded, entry.link) for entry in entries_of(connection, case))
        yield case, 0 if position is None else position + 1


def _wait_for_others(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":  # SQLite lets one writer in at a time
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def _recorded(written: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(written, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError):
        return {}  # it does not hold, which ``case_book.verify_chain`` says
