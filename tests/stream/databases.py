"""Fixtures: an empty, migrated database, on SQLite and on PostgreSQL, for every test that asks for one."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from belisha.stream.store.database import Database
from tests.postgresql_server import NotHere, running_postgresql


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server, with ``{name}`` where the database's name goes."""
    try:
        with running_postgresql() as address:
            yield address
    except NotHere as missing:
        pytest.skip(f"not tried on PostgreSQL: {missing}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new, empty database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/belisha.db"
    return new_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A new, migrated database of either kind."""
    opened = Database(database_url)
    opened.migrate()
    yield opened
    opened.close()


def new_database(postgresql: str) -> str:
    """Makes a database on the server and gives its address."""
    name = f"t{uuid.uuid4().hex}"
    admin = create_engine(
        postgresql.format(name="postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"create database {name}"))
    admin.dispose()
    return postgresql.format(name=name)
