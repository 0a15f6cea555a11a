"""A service with another key says so before it takes anything in; one whose key is new, or a damaged row, does not."""

import pytest
from sqlalchemy import update

from belisha.errors import Unusable
from belisha.stream.store.access import add_platform
from belisha.stream.store.database import Database
from belisha.stream.store.key_check import refuse_another_key
from belisha.stream.store.tables import conversations, messages
from belisha.stream.store.vault import Vault
from tests.stream.store.desks import Desk, chat

OWN, OTHER, NONE = Vault(bytes(32)), Vault(b"o" * 32), Vault(None)


def written(database: Database, vault: Vault, keep_text: str = "evidence") -> None:
    with database.writing() as connection:
        add_platform(connection, "school")
    desk = Desk(database, keep_text)
    desk.vault = vault
    desk.restart()
    desk.take(chat())


def check(database: Database, vault: Vault) -> None:
    with database.reading() as connection:
        refuse_another_key(connection, vault, "BELISHA_KEY")


@pytest.mark.parametrize("keep_text", ["evidence", "hashes"])
@pytest.mark.parametrize("vault", [OTHER, NONE])
def test_another_key_and_none_are_refused(database: Database, keep_text: str, vault: Vault) -> None:
    written(database, OWN, keep_text)
    check(database, OWN)
    with pytest.raises(Unusable, match=r"BELISHA_KEY.*Put that key back"):
        check(database, vault)


def test_a_key_may_be_given_later(database: Database) -> None:
    written(database, NONE)
    check(database, OWN)


def test_an_empty_database_takes_any_key(database: Database) -> None:
    check(database, OTHER)
    check(database, NONE)


def test_a_damaged_row_is_no_other_key(database: Database) -> None:
    written(database, OWN)
    with database.writing() as connection:
        connection.execute(update(messages).where(messages.c.position == 9).values(sealed=b"\x02" + bytes(40)))
        connection.execute(update(conversations).values(sealed=b"\x02" + bytes(40)))
    check(database, OWN)
