"""API keys: shown once, kept as a hash, limited to a platform and scopes, and ended at once."""

import time

import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.stream.store.access import (
    ApiKey,
    api_key_of,
    api_keys_of,
    change_api_key,
    is_platform,
    new_api_key,
    revoke_api_key,
    rotate_api_key,
)
from belisha.stream.store.audit import audit_page
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


def test_a_key_that_was_made_before_a_scope_existed_can_get_it(database: Database) -> None:
    with database.writing() as connection:
        written = new_api_key(connection, "school", READ, "dashboard")
        identity = written.split("_")[1]
        assert change_api_key(connection, identity, frozenset({"appeals:write"})) == READ | {"appeals:write"}
        found = api_key_of(connection, written, 0.0)
        assert found is not None
        assert found.scopes == READ | {"appeals:write"}
        assert change_api_key(connection, identity, frozenset(), READ) == {"appeals:write"}
        for more, less in ((frozenset({"all"}), frozenset()), (frozenset(), frozenset({"appeals:write"}))):
            with pytest.raises(Unusable):
                change_api_key(connection, identity, more, less)
        assert api_key_of(connection, written, 0.0) == ApiKey(
            identity, "school", "dashboard", frozenset({"appeals:write"})
        )


def test_a_key_is_replaced_and_the_old_one_ends_a_little_later(database: Database) -> None:
    now = time.time()
    with database.writing() as connection:
        old = new_api_key(connection, "school", READ, "dashboard")
        new = rotate_api_key(connection, old.split("_")[1], 3_600)
        found = api_key_of(connection, new, now + 1e9)
        assert found is not None
        assert (found.platform, found.scopes, found.title) == ("school", READ, "dashboard")
        assert api_key_of(connection, old, now + 3_000) is not None
        assert api_key_of(connection, old, now + 4_000) is None
        newest = rotate_api_key(connection, found.id, 0)
        assert api_key_of(connection, new, time.time()) is None
        assert [
            state.partition(" until")[0].partition(" 2")[0] for _, state in api_keys_of(connection, now + 9_000)
        ] == [
            "ended",
            "ended",
            "works",
        ]
        assert revoke_api_key(connection, newest.split("_")[1])
        for gone in (old, new, newest, "belisha_none_x"):
            identity = gone.split("_")[1]
            if gone != old:
                with pytest.raises(Unusable, match="no key"):
                    rotate_api_key(connection, identity, 0)
                with pytest.raises(Unusable, match="no key"):
                    change_api_key(connection, identity, READ)


def test_what_is_done_with_keys_stands_in_the_audit_log_without_their_secrets(database: Database) -> None:
    with database.writing() as connection:
        first = new_api_key(connection, "school", READ)
        change_api_key(connection, first.split("_")[1], frozenset({"appeals:write"}))
        second = rotate_api_key(connection, first.split("_")[1], 0)
        assert revoke_api_key(connection, second.split("_")[1])
        log = [entry.recorded for entry in reversed(audit_page(connection, "school"))]
    assert [each["what"] for each in log] == ["made key", "changed key", "made key", "replaced key", "revoked key"]
    assert log[1]["scopes"] == "appeals:write lights:read"
    assert not any(written.split("_", 2)[2] in str(log) for written in (first, second))


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
