"""An auditor of one platform proves its part of the log, and learns nothing of any other platform from the proof."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import delete, update

from belisha.chain import BEGINNING, what_is_broken
from belisha.stream.store.audit import audit_page, record
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import audit
from belisha.stream.store.platform_audit import own_entries, prove
from tests.stream.store.console_people import NOW
from tests.stream.store.test_audit import filled, unprotected

OWN = 3
"""Of the entries that ``filled`` writes, those of the school: 2, 4 and 6, for adding a person is the first."""


def alone(database: Database) -> None:
    """The same entries of the school in a service that has no other platform."""
    with database.writing() as connection:
        for at in (0, 2, 4):
            record(connection, None, "looked", NOW + at, platform="school", subject="ab" * 16)


def test_an_untouched_log_is_proven_with_a_link_of_its_own(database: Database) -> None:
    filled(database)
    with database.reading() as connection:
        school, club, none = (prove(connection, name) for name in ("school", "club", "none"))
        assert (school.entries, school.broken) == (OWN, "")
        assert (none.entries, none.link) == (0, BEGINNING)
        assert len({school.link, club.link, none.link}) == 3
        assert prove(connection, "school", school.link) == school
        assert prove(connection, "school", club.link).broken
        handed_over = list(own_entries(connection, "school"))
    assert handed_over[-1].link == school.link
    assert what_is_broken(handed_over, school.link) == ""


def test_nothing_of_what_is_said_depends_on_other_platforms(database: Database) -> None:
    alone(database)
    with database.reading() as connection:
        before = prove(connection, "school"), list(own_entries(connection, "school")), audit_page(connection, "school")
    with database.writing() as connection:
        for number in range(5):
            record(connection, None, "dismissed", NOW + 9 + number, platform="club", subject="cd" * 16)
        record(connection, None, "started", NOW + 20)
    with database.reading() as connection:
        after = prove(connection, "school"), list(own_entries(connection, "school")), audit_page(connection, "school")
    assert after == before
    assert [entry.number for entry in after[2]] == [3, 2, 1]


@pytest.mark.parametrize(
    ("statement", "proven"),
    [
        (update(audit).where(audit.c.number == 4).values(entry=b'{"what":"nothing"}'), 1),
        (delete(audit).where(audit.c.number == 2), 0),
        (update(audit).where(audit.c.number == 5).values(link="0" * 64), 2),
        (update(audit).where(audit.c.number == 5).values(entry=b'{"what":"secret of the club"}'), 2),
        (delete(audit).where(audit.c.number == 3), 1),
    ],
)
def test_a_broken_chain_is_said_and_not_whose_entry_it_was(database: Database, statement: Any, proven: int) -> None:
    filled(database)
    unprotected(database, statement)
    with database.reading() as connection:
        proof = prove(connection, "school")
    assert proof.entries == proven
    assert f"the first {proven} entries of school are proven" in proof.broken
    assert "club" not in proof.broken
    assert "secret" not in proof.broken
    assert proof.broken.replace(str(proven), "N") == (
        "the first N entries of school are proven; behind them the chain of the service does not hold: something was "
        "changed, removed or inserted. Ask whoever runs the service for belisha audit verify"
    )


def test_whoever_writes_the_whole_log_anew_is_found_out_by_a_noted_link(database: Database) -> None:
    filled(database)
    with database.reading() as connection:
        noted = prove(connection, "school").link
        kept = [entry.recorded for entry in audit_page(connection, None) if entry.number != 4][::-1]
    unprotected(database, delete(audit))
    with database.writing() as connection:
        for recorded in kept:
            more = {
                name: value for name, value in recorded.items() if name not in {"at", "who", "name", "role", "what"}
            }
            record(connection, None, recorded["what"], recorded["at"], **more)
    with database.reading() as connection:
        assert prove(connection, "school").broken == ""
        assert prove(connection, "school", noted).broken
        assert what_is_broken(list(own_entries(connection, "school")), noted)


def test_what_was_handed_over_cannot_be_changed(database: Database) -> None:
    filled(database)
    with database.reading() as connection:
        entries = list(own_entries(connection, "school"))
    changed = msgspec.structs.replace(entries[1], entry={**entries[1].entry, "what": "nothing"})
    assert what_is_broken([entries[0], changed, entries[2]]).startswith("entry 2")
    assert what_is_broken([entries[0], entries[2]]).startswith("entry 2")
    assert what_is_broken(entries[:2]) == ""
    assert what_is_broken(entries[:2], entries[2].link)
