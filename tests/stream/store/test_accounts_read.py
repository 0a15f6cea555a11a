"""An account can be opened by its key, also before anything was told of it and before it has a light of its own."""

import pytest
from sqlalchemy import select

from belisha.stream.store.accounts_read import account_with
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.roles import Role
from belisha.stream.store.tables import accounts
from tests.stream.store.console_people import added
from tests.stream.store.desks import Desk, chat, key_of_account


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    made.take(chat())
    assert made.rows(select(accounts.c.key).subquery()) == [], "nobody has a row of its own"
    return made


@pytest.mark.parametrize("name", ["x", "k"])
def test_whoever_wrote_can_be_opened(desk: Desk, name: str) -> None:
    with desk.database.reading() as connection:
        found = account_with(connection, "school", key_of_account(name))
        assert found is not None
        assert (found.id, found.app, found.contact_count) == (name, "chat", 1)
        assert account_with(connection, "club", key_of_account(name)) is None
        assert account_with(connection, "school", key_of_account(name, "club")) is None
        assert account_with(connection, "school", key_of_account("nobody")) is None


def test_it_can_be_decided_about(desk: Desk, database: Database) -> None:
    desk.decide(added(database, "olga", Role.OFFICER, "school"), What.RESTRICT, key=key_of_account("x"))
    with desk.database.reading() as connection:
        found = account_with(connection, "school", key_of_account("x"))
    assert found is not None
    assert found.restricted_at == desk.now
