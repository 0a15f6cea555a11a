"""What is sealed comes back; what was changed, moved or sealed under another key does not."""

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from belisha.errors import Unreadable, Unusable
from belisha.settings import Keep
from belisha.stream.store.appeals import appeal_with, file_appeal
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import appeals
from belisha.stream.store.vault import Vault, new_key

WITH_KEY, WITHOUT = Vault(bytes(range(32))), Vault(None)


@pytest.mark.parametrize("vault", [WITH_KEY, WITHOUT], ids=["encrypted", "plain"])
@given(content=st.binary(max_size=2_000))
def test_what_is_sealed_comes_back(vault: Vault, content: bytes) -> None:
    assert vault.open(vault.seal(content, b"here"), b"here") == content


@given(content=st.binary(min_size=8, max_size=500), at=st.integers(0), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(content: bytes, at: int, bit: int) -> None:
    sealed = bytearray(WITH_KEY.seal(content, b"here"))
    sealed[1 + at % (len(sealed) - 1)] ^= 1 << bit
    with pytest.raises(Unreadable, match="changed"):
        WITH_KEY.open(bytes(sealed), b"here")


def test_text_of_one_row_cannot_be_passed_off_as_anothers() -> None:
    with pytest.raises(Unreadable, match="changed"):
        WITH_KEY.open(WITH_KEY.seal(b"hello", b"row 1"), b"row 2")


def test_an_appeal_lies_sealed(database: Database) -> None:
    vault = Vault(bytes(32))
    with database.writing() as connection:
        number = file_appeal(connection, vault, "school", ("chat", "x"), ("words of my own", 1.0))
        written = bytes(connection.execute(select(appeals.c.text)).scalar_one())
        assert Vault.is_encrypted(written)
        assert b"my own" not in written
        found = appeal_with(connection, vault, "school", number)
    assert found is not None
    assert found.text == "words of my own"


def test_the_same_text_is_never_sealed_alike() -> None:
    assert WITH_KEY.seal(b"hello", b"row") != WITH_KEY.seal(b"hello", b"row")


def test_without_the_key_it_says_what_is_missing() -> None:
    with pytest.raises(Unreadable, match="no key is given") as caught:
        WITHOUT.open(WITH_KEY.seal(b"hello", b"row"), b"row")
    assert caught.value.advice == "set BELISHA_KEY"


def test_text_kept_before_there_was_a_key_is_still_read() -> None:
    assert WITH_KEY.open(WITHOUT.seal(b"hello" * 100, b"row"), b"row") == b"hello" * 100


def test_the_key_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    written = new_key()
    (tmp_path / "key").write_text(f"{written}\n", "ascii")
    sealed = Vault.from_settings(Keep(), {"BELISHA_KEY": written}).seal(b"hello", b"row")
    assert Vault.from_settings(Keep(key_file=str(tmp_path / "key")), {}).open(sealed, b"row") == b"hello"
    assert not Vault.from_settings(Keep(), {}).encrypts


@pytest.mark.parametrize("written", ["not base64!", base64.b64encode(b"short").decode()])
def test_a_key_that_is_none_is_refused(written: str) -> None:
    with pytest.raises(Unusable):
        Vault.from_settings(Keep(), {"BELISHA_KEY": written})


def test_a_key_file_that_is_missing_is_named() -> None:
    with pytest.raises(Unusable, match="/no/such/key"):
        Vault.from_settings(Keep(key_file="/no/such/key"), {})
