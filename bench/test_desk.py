"""How quickly the console's questions are answered on a database of a million messages."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, insert

from belisha.model import Family, How, Message, Provenance, Reading, Sighting
from belisha.scene import Conversation
from belisha.stream.ledger import Ledger
from belisha.stream.store.accounts_read import account_of
from belisha.stream.store.arrivals import Seen, message_key, subject_of, time_to_act
from belisha.stream.store.conversations_read import conversation_with, course_of, messages_around
from belisha.stream.store.database import Database, key_of
from belisha.stream.store.queue import Wanted, queue_counts, queue_page
from belisha.stream.store.statistics import figures_of
from belisha.stream.store.tables import conversations, lights, messages
from belisha.stream.store.vault import Vault
from bench.conftest import Measure

MESSAGES, CHAT = 1_000_000, 100
"""All messages, and those of one conversation."""
LIT = 5
"""Every so many conversations have a light."""
PLATFORM, APP = "school", "chat"
PLACE = Provenance("api", "api", "", "", How.LIVE)
VAULT = Vault(None)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with everything that the questions touch, in the amounts of a large platform."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('desk')}/belisha.db")
    database.migrate()
    with database.writing() as connection:
        for first in range(0, MESSAGES // CHAT, 500):
            _fill(connection, range(first, first + 500))
    yield database
    database.close()


def _fill(connection: Connection, chats: range) -> None:
    now = time.time()
    talk, heads, on = [], [], []
    for number in chats:
        name, writer = f"c{number}", f"u{number % 1_000}"
        key = key_of("conversation", PLATFORM, APP, name)
        remembered = msgspec.msgpack.encode([Conversation(APP, name), Ledger()])
        own = {"key": key, "platform": PLATFORM, "app": APP, "id": name, "title": "", "source": "api"}
        heads.append({**own, "count": CHAT, "last_at": now, "sealed": VAULT.seal(remembered, key)})
        talk += [_message(name, key, writer, position, now) for position in range(1, CHAT + 1)]
        if number % LIT == 0:
            on.append(_light(name, writer, number, now))
    connection.execute(insert(conversations), heads)
    connection.execute(insert(messages), talk)
    connection.execute(insert(lights), on)


def _message(name: str, key: bytes, writer: str, position: int, now: float) -> dict[str, Any]:
    message = Message(f"m{position}", APP, name, writer, "", None, PLACE)
    own = message_key(PLATFORM, message)
    seen = None
    if position % 20 == 0:
        sighting = Sighting("asks_age", Family.SELECTION, 5.0, 1.0, message.id, position, writer, writer, "It asks.")
        reading = Reading(f"conversation:{name}", writer, None, position, message.id, -5.0, 0.24, "whole", ())
        seen = msgspec.msgpack.encode(Seen([sighting], [reading]))
    return {
        "key": own,
        "conversation": key,
        "position": position,
        "id": message.id,
        "sender": writer,
        "received_at": now,
        "hashed": bytes(32),
        "about": msgspec.msgpack.encode(message),
        "sealed": VAULT.seal(b"did you see the game yesterday", own),
        "seen": seen,
    }


def _light(name: str, writer: str, number: int, now: float) -> dict[str, Any]:
    concern = 0.5 + (number * 7_919 % 5_000) / 10_001
    parts = {"subject": key_of("conversation", PLATFORM, APP, name), "platform": PLATFORM, "app": APP, "id": name}
    times = {"turned_at": now, "read_at": now, "act_by": now + time_to_act(concern)}
    said = {"light": 2 if concern > 0.9 else 1, "concern": concern, "highest": concern, "about": writer}
    return {
        **parts,
        **times,
        **said,
        "kind": "conversation",
        "audience": "moderators",
        "state": "open",
        "source": "api",
    }


KEY = subject_of(PLATFORM, APP, "conversation", "c5000").key.hex()
QUESTIONS: dict[str, Callable[[Connection], Any]] = {
    "first page of the queue": lambda c: queue_page(c, PLATFORM, Wanted()).waiting,
    "page in the middle of the queue": lambda c: queue_page(c, PLATFORM, Wanted(), (time.time() + 40_000, "")).waiting,
    "page of red lights": lambda c: queue_page(c, PLATFORM, Wanted(light=2)).waiting,
    "counts of the queue": lambda c: queue_counts(c, PLATFORM),
    "a conversation": lambda c: conversation_with(c, VAULT, PLATFORM, KEY),
    "40 messages of it": lambda c: messages_around(c, VAULT, PLATFORM, KEY, (30, 69)).messages,
    "its concern over time": lambda c: course_of(c, PLATFORM, KEY),
    "an account": lambda c: account_of(c, PLATFORM, APP, "u500").lights,
    "statistics of a month": lambda c: figures_of(c, PLATFORM, time.time() - 30 * 86_400, time.time()),
}


@pytest.mark.parametrize("what", QUESTIONS)
def test_question(measure: Measure, filled: Database, what: str) -> None:
    def ask() -> object:
        with filled.reading() as connection:
            return QUESTIONS[what](connection)

    assert measure(("desk", what), 1, ask, rounds=20)


def test_the_file_is_large(filled: Database) -> None:
    assert Path(filled.engine.url.database or "").stat().st_size > 100 * MESSAGES
