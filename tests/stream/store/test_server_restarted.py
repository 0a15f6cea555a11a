"""PostgreSQL is started anew under a running service: it goes on by itself, alone, and knows what is true."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from belisha.errors import Unusable
from belisha.stream.store.database import Database
from tests.stream.databases import new_database
from tests.stream.test_intake import chat, intake, take


@pytest.fixture
def address(postgresql: str) -> str:
    return new_database(postgresql)


@pytest.fixture
def held(address: str) -> Database:
    database = Database(address)
    database.hold()
    database.migrate()
    return database


def cut_off_everybody(address: str) -> None:
    """As a restart of the server does: every connection ends, and every lock with it."""
    admin = Database(address)
    with admin.writing() as connection:
        others = "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
        connection.execute(text(f"{others} where datname = current_database() and pid <> pg_backend_pid()"))
    admin.close()


def test_a_second_service_is_still_refused_afterwards(held: Database, address: str) -> None:
    cut_off_everybody(address)
    with held.writing() as connection:
        connection.execute(text("select 1"))
    second = Database(address)
    with pytest.raises(Unusable, match="another belisha serve"):
        second.hold()
    second.close()
    held.close()


def test_one_that_was_overtaken_writes_nothing_until_the_other_ends(held: Database, address: str) -> None:
    into = intake(held)
    take(into, chat()[:3])
    cut_off_everybody(address)
    other = Database(address)
    other.hold()
    for _ in range(2):
        with pytest.raises(OperationalError):
            take(into, chat()[3:5])
    assert [receipt.position for receipt in take(intake(other), chat()[3:7])] == [4, 5, 6, 7]
    other.close()
    receipts = take(into, chat())
    assert [receipt.duplicate for receipt in receipts] == [True] * 7 + [False] * 2
    assert [receipt.position for receipt in receipts] == list(range(1, 10)), "it knows what the other took in"
    held.close()


def test_a_lock_of_its_own_that_was_cut_off_is_ended(held: Database) -> None:
    """The network goes, the server has not noticed, and the old connection still holds the lock."""
    ghost = held._held.pop_all()  # noqa: SLF001 - nothing from outside leaves a connection that only one end holds
    with held.engine.connect() as stale:
        held._holder = stale  # noqa: SLF001 - the same
    held._doubted = True  # noqa: SLF001 - the same
    with pytest.raises(OperationalError), held.writing():
        pass
    with held.writing() as connection:
        assert connection.execute(text("select 1")).scalar() == 1
    del ghost
    held.close()
