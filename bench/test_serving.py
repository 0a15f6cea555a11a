"""The live service: what a transaction takes, small and large, on an empty database and on a large one."""

import itertools
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from belisha import plugins
from belisha.lights import Audience
from belisha.settings import Settings
from belisha.stream.intake import Intake
from belisha.stream.outbox import Outbox
from belisha.stream.store.database import Database
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming
from belisha.stream.watch import Watch
from bench.conftest import Measure
from bench.steady_load import arriving
from tests.stream.databases import database, database_url, new_database, postgresql

__all__ = ["database", "database_url", "postgresql"]
STORED = 1_000_000
"""Conversations of a large platform, each with two accounts and one message here."""


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch(plugins.find("belisha.lights", Audience))


@pytest.mark.parametrize("size", [1, 100, 1_000])
def test_taking_in(size: int, database: Database, watch: Watch, measure: Measure) -> None:
    intake = Intake(database, watch, Vault(bytes(32)), Outbox(Settings()))
    messages = arriving()
    intake.take([Incoming("p", "api", list(itertools.islice(messages, 6_000)))])
    transactions = max(1, 300 // size)

    def take() -> None:
        for _ in range(transactions):
            intake.take([Incoming("p", "api", list(itertools.islice(messages, size)))])

    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    measure(("serving", f"stored on {kind}, {size} in a transaction"), size * transactions, take)


@pytest.fixture
def large(postgresql: str) -> Iterator[Database]:
    """PostgreSQL with a million conversations."""
    opened = Database(new_database(postgresql))
    opened.migrate()
    with opened.writing() as connection:
        _fill(connection)
    yield opened
    opened.close()


def test_taking_in_beside_a_million(large: Database, watch: Watch, measure: Measure) -> None:
    intake = Intake(large, watch, Vault(bytes(32)), Outbox(Settings()))
    messages = arriving()
    intake.take([Incoming("p", "api", list(itertools.islice(messages, 6_000)))])

    def take() -> None:
        for _ in range(5):
            intake.take([Incoming("p", "api", list(itertools.islice(messages, 1_000)))])

    measure(("serving", "stored on PostgreSQL beside 1,000,000 conversations, 1000 in a transaction"), 5_000, take)


def _fill(connection: Connection) -> None:
    """Rows as large as those of short chats; what stands in them is never read."""
    numbers = f"from generate_series(1, {STORED}) as n"
    key, memory = "decode(md5('c' || n), 'hex')", "decode(repeat(md5('m' || n), 20), 'hex')"
    large = {
        "conversations (key, platform, app, id, title, source, count, first_at, last_at, sealed)": (
            f"{key}, 'p', 'chat', 'old' || n, '', 'api', 1, n, n, {memory} {numbers}"
        ),
        "accounts (key, platform, app, id, facts, ties, shown, seen_at)": (
            f"decode(md5('a' || n), 'hex'), 'p', 'chat', 'a' || n, '', '', '', n {numbers}"
        ),
        "contacts (account, conversation, contact)": (
            f"decode(md5(side || n), 'hex'), {key}, {memory} {numbers}, (values ('a'), ('b')) as sides (side)"
        ),
        "messages (key, conversation, position, id, sender, sent_at, received_at, hashed, about, sealed)": (
            f"decode(md5('k' || n), 'hex'), {key}, 1, 'm' || n, 'a' || n, n, n, {memory}, {memory}, {memory} {numbers}"
        ),
    }
    for where, rows in large.items():
        connection.execute(text(f"insert into {where} select {rows}"))
    connection.execute(text("analyze"))
