"""API keys: shown once, kept as a hash, limited to a platform and scopes, and ended at once."""

import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.stream.store.access import api_key_of, is_platform, new_api_key, revoke_api_key
from belisha.stream.store.database import Database
from belisha.stream.store.tables import api_keys

READ = frozenset({"lights:read"})


def test_a_key_opens_its_platform_with_its_scopes(database: Database) -> None:
    with database.writing() as connection:
        written = new_api_key(connection, "school", READ, "dashboard")
        found = api_key_of(connection, written, 0.0)
    assert found is not None
    assert (found.platform, found.scopes, found.title) == ("school", READ, "dashboard")
    with database.reading() as connection:
        assert is_platform(connection, "school")
        assert not is_platform(connection, "schoo")


def test_its_secret_is_kept_nowhere(database: Database) -> None:
    with database.writing() as connection:
        written = new_api_key(connection, "school", READ)
        secret = written.split("_", 2)[2]
        assert all(secret not in str(value) for row in connection.execute(select(api_keys)) for value in row)


def test_a_key_ends_when_it_is_revoked_and_when_its_time_is_over(database: Database) -> None:
    with database.writing() as connection:
        revoked, timed = new_api_key(connection, "school", READ), new_api_key(connection, "school", READ, "", 100.0)
        assert revoke_api_key(connection, revoked.split("_")[1])
        assert not revoke_api_key(connection, revoked.split("_")[1])
        assert api_key_of(connection, revoked, 0.0) is None
        assert api_key_of(connection, timed, 99.0) is not None
        assert api_key_of(connection, timed, 100.0) is None


@pytest.mark.parametrize("change", [lambda key: key[:-1], lambda key: key + "x", lambda key: key.upper(), lambda _: ""])
def test_nothing_else_opens_it(database: Database, change: object) -> None:
    with database.writing() as connection:
        written = new_api_key(connection, "school", READ)
        assert callable(change)
        assert api_key_of(connection, change(written), 0.0) is None


@pytest.mark.parametrize(
    ("platform", "scopes"), [("school", frozenset({"all"})), ("school", frozenset()), ("a/b", READ), ("", READ)]
)
def test_what_makes_no_sense_is_refused(database: Database, platform: str, scopes: frozenset[str]) -> None:
    with database.writing() as connection, pytest.raises(Unusable):
        new_api_key(connection, platform, scopes)
