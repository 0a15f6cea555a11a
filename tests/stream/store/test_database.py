"""Both databases open, migrate to the tables that the program names, and refuse a second service."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

import belisha.stream.store.desk_tables  # noqa: F401 - its tables belong to the same metadata
from belisha.errors import Unusable
from belisha.stream.store.database import Database, key_of
from belisha.stream.store.tables import metadata


def test_migrations_lead_to_the_tables_that_the_program_names(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_migrating_again_does_nothing(database: Database) -> None:
    database.migrate()


def test_what_a_newer_version_wrote_is_refused(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    with pytest.raises(Unusable, match="cannot be brought to this version"):
        database.migrate()


def test_a_second_service_is_refused_until_the_first_lets_go(database_url: str) -> None:
    first, second = Database(database_url), Database(database_url)
    first.hold()
    with pytest.raises(Unusable, match="another belisha serve"):
        second.hold()
    first.close()
    second.hold()
    second.close()


def test_an_error_undoes_the_transaction(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            connection.execute(text("insert into platforms (id, title, created_at) values ('p', '', 0)"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with database.reading() as connection:
        assert connection.execute(text("select count(*) from platforms")).scalar() == 0


def test_the_log_is_moved_into_the_file_while_somebody_writes(tmp_path: Path) -> None:
    path = tmp_path / "belisha.db"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    database.move_log()
    assert _platforms_in_the_file_alone(path) == []
    with database.writing() as connection:
        connection.execute(text("insert into platforms (id, title, created_at) values ('p', '', 0)"))
    assert _platforms_in_the_file_alone(path) == []
    with database.writing() as connection:
        connection.execute(text("insert into platforms (id, title, created_at) values ('q', '', 0)"))
        database.move_log()
    assert _platforms_in_the_file_alone(path) == ["p"]
    database.close()


def _platforms_in_the_file_alone(path: Path) -> list[str]:
    """What somebody would find who had the file without its log."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as connection:
        return [name for (name,) in connection.execute("select id from platforms order by id")]


@pytest.mark.parametrize(
    ("url", "named"),
    [
        ("mysql://x/y", "mysql"),
        ("nonsense", "this is no database address"),
        ("sqlite:////no/such/folder/b.db", "/no/such/folder/b.db"),
        ("postgresql://nobody@127.0.0.1:1/x", "127.0.0.1:1/x"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_its_name(url: str, named: str) -> None:
    with pytest.raises(Unusable) as caught:
        Database(url)
    assert named in str(caught.value)


def test_nobody_else_may_read_a_new_sqlite_file(tmp_path: Path) -> None:
    Database(f"sqlite:///{tmp_path}/b.db").close()
    assert (tmp_path / "b.db").stat().st_mode & 0o077 == 0


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_keys_differ_when_parts_do(one: list[str], other: list[str]) -> None:
    assert (key_of(*one) == key_of(*other)) == (one == other)


@pytest.mark.parametrize("url", ["mysql://ada:sesame@host/x", "postgresql://ada:sesame@host:port/x", "//ada:sesame@"])
def test_a_password_in_the_address_stands_in_no_error(url: str) -> None:
    with pytest.raises(Unusable) as refused:
        Database(url)
    assert "sesame" not in str(refused.value)
