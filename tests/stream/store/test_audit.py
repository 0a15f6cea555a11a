"""The audit log notices every change, and the database refuses them, even our own."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from belisha.chain import BEGINNING
from belisha.stream.store.audit import audit_page, last_link, record, verify_audit
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import audit
from belisha.stream.store.roles import Role
from tests.stream.store.console_people import NOW, added

COUNT = 6


def filled(database: Database) -> None:
    by = added(database, "ada", Role.AUDITOR)
    with database.writing() as connection:
        for number in range(COUNT):
            record(connection, by, "looked", NOW + number, platform=["school", "club"][number % 2], subject="ab" * 16)


def unprotected(database: Database, statement: Any) -> None:
    """What somebody does who owns the database itself: triggers off, then the change."""
    with database.writing() as connection:
        if database.is_sqlite:
            connection.execute(text("drop trigger audit_no_update"))
            connection.execute(text("drop trigger audit_no_delete"))
        else:
            connection.execute(text("alter table audit disable trigger user"))
        connection.execute(statement)


def test_an_untouched_log_holds_and_shows_each_platform_its_own(database: Database) -> None:
    filled(database)
    with database.reading() as connection:
        assert verify_audit(connection) is None
        assert verify_audit(connection, last_link(connection)) is None
        assert verify_audit(connection, BEGINNING) is None
        school = audit_page(connection, "school")
        assert [entry.at for entry in school] == [NOW + 4, NOW + 2, NOW]
        assert audit_page(connection, "school", school[0].number, 1) == school[1:2]
        assert len(audit_page(connection, None)) == COUNT + 1


@pytest.mark.parametrize("statement", [update(audit).values(at=0.0), delete(audit), text("delete from audit")])
def test_the_database_refuses_to_change_or_delete_entries(database: Database, statement: Any) -> None:
    filled(database)
    with pytest.raises(DatabaseError, match="only ever added to"), database.writing() as connection:
        connection.execute(statement)
    with database.reading() as connection:
        assert verify_audit(connection) is None


def test_postgresql_refuses_to_empty_the_log(database: Database) -> None:
    filled(database)
    if database.is_sqlite:
        return  # it has no truncate
    with pytest.raises(DatabaseError, match="only ever added to"), database.writing() as connection:
        connection.execute(text("truncate audit"))


@pytest.mark.parametrize(
    ("statement", "number"),
    [
        (update(audit).where(audit.c.number == 3).values(entry=b'{"what":"nothing"}'), 3),
        (update(audit).where(audit.c.number == 4).values(entry=b"not json"), 4),
        (update(audit).where(audit.c.number == 2).values(at=1.0), 2),
        (update(audit).where(audit.c.number == 2).values(platform="club2"), 2),
        (update(audit).where(audit.c.number == 5).values(link="0" * 64), 5),
        (delete(audit).where(audit.c.number == 3), 4),
        (delete(audit).where(audit.c.number == 1), 2),
    ],
)
def test_whoever_owns_the_database_is_found_out_at_the_first_entry(
    database: Database, statement: Any, number: int
) -> None:
    filled(database)
    unprotected(database, statement)
    with database.reading() as connection:
        broken = verify_audit(connection)
    assert broken is not None
    assert broken.number == number
    assert str(number) in broken.says


def test_entries_cut_off_at_the_end_are_missed_by_a_link_noted_elsewhere(database: Database) -> None:
    filled(database)
    with database.reading() as connection:
        noted = last_link(connection)
    unprotected(database, delete(audit).where(audit.c.number >= COUNT))
    with database.reading() as connection:
        assert verify_audit(connection) is None
        broken = verify_audit(connection, noted)
    assert broken is not None
    assert broken.number == 0


def test_what_is_undone_leaves_no_entry(database: Database) -> None:
    filled(database)

    def fail() -> None:
        with database.writing() as connection:
            record(connection, None, "never happened", NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.writing() as connection:
        record(connection, None, "happened", NOW)
    with database.reading() as connection:
        assert audit_page(connection, None)[0].recorded["what"] == "happened"
        assert verify_audit(connection) is None


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details=st.dictionaries(st.from_regex(r"x[a-z]{0,8}", fullmatch=True), st.text() | st.floats() | st.none()))
def test_whatever_is_recorded_holds(database: Database, details: dict[str, Any]) -> None:
    with database.writing() as connection:
        record(connection, None, "anything", NOW, **details)
        assert verify_audit(connection) is None
