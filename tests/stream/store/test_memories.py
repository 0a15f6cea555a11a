"""What is held between messages is bounded, by conversations and by their messages, and nothing of it is lost."""

import random

from belisha.model import Message
from belisha.settings import Settings
from belisha.stream.intake import Intake
from belisha.stream.outbox import Outbox
from belisha.stream.store.database import Database, key_of, passing_key_of
from belisha.stream.store.memories import Memories
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming
from tests.stream.store.console_people import NOW
from tests.stream.store.desks import WATCH, said

MOST = 6


def taking(database: Database) -> tuple[Intake, Memories]:
    vault = Vault(bytes(32))
    into = Intake(database, WATCH, vault, Outbox(Settings()), keep_text="all", cached=MOST, clock=lambda: NOW)
    return into, into._memories_of("school")  # noqa: SLF001 - what it holds is what is tried here


def talk(count: int) -> list[Message]:
    chance = random.Random(5)  # noqa: S311 - the same every time
    lines = ("did you see the match", "yes, great goal", "see you at training", "ok")
    return [said(number, f"p{number % 2}", lines[number % 4], f"c{chance.randrange(4)}") for number in range(count)]


def held(memories: Memories) -> tuple[int, int]:
    """Conversations and messages that are held."""
    found = memories.memory.conversations
    return len(found), sum(len(each.recent) for each in found.values())


def test_long_conversations_are_let_go_before_there_are_too_many(database: Database) -> None:
    into, memories = taking(database)
    messages = talk(400)
    for start in range(0, len(messages), 7):
        receipts = into.take([Incoming("school", "api", messages[start : start + 7])])[0]
        assert not any(each.trouble for each in receipts)
        count, lines = held(memories)
        assert count <= MOST
        assert lines <= MOST * 10
        assert memories.memory.ledgers.keys() <= memories.memory.conversations.keys()


def test_nothing_is_lost_when_a_conversation_is_let_go(database: Database) -> None:
    into, memories = taking(database)
    messages = [said(number, f"p{number % 2}", f"line number {number}", f"c{number % 3}") for number in range(240)]
    for message in messages:
        into.take([Incoming("school", "api", [message])])
    assert held(memories)[1] <= MOST * 10
    fresh = Memories("school", Vault(bytes(32)), 100)
    with database.reading() as connection:
        fresh.load_conversations(connection, [("chat", f"c{number}") for number in range(3)])
    for number in range(3):
        remembered = fresh.memory.conversation("chat", f"c{number}")
        assert remembered.count == len(remembered.recent) == 80
        assert [each.text for each in remembered.recent] == [each.text for each in messages[number::3]]


def test_short_conversations_are_held_up_to_their_number(database: Database) -> None:
    into, memories = taking(database)
    for number in range(20):
        into.take([Incoming("school", "api", [said(number, "p0", "hi", f"c{number}")])])
    assert list(memories.memory.conversations) == [f"chat/c{number}" for number in range(20 - MOST, 20)]


def test_both_ways_to_a_key_lead_to_the_same() -> None:
    assert key_of("message", "school", "a", "b") == passing_key_of("message", "school", "a", "b")
