"""What is remembered of crowds is bounded; evidence, and the trail in the database, are not."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from belisha.scene import Contact, Conversation, Tally
from belisha.stream.crowds import (
    CONTACTS_LEFT,
    MOST_CONTACTS,
    MOST_WRITERS,
    WRITERS_LEFT,
    thin_out_contacts,
    thin_out_writers,
)
from belisha.stream.ledger import Ledger
from belisha.stream.store.database import Database
from belisha.stream.store.tables import contacts, lights
from tests.stream.store.desks import WATCH, Desk, chat, said


def test_in_a_room_of_thousands_those_who_wrote_longest_ago_are_let_go(database: Database) -> None:
    desk = Desk(database)
    desk.take(chat(conversation="room"))
    crowd = [said(100 + number, f"u{number}", "did you see the match", "room") for number in range(MOST_WRITERS + 300)]
    for start in range(0, len(crowd), 400):
        desk.take(crowd[start : start + 400])
    remembered = WATCH.memory.conversation("chat", "room")
    assert len(remembered.tallies) <= MOST_WRITERS
    assert remembered.tallies.keys() <= set(remembered.members)
    assert "x" in remembered.tallies, "there is evidence about it"
    assert f"u{len(crowd) - 1}" in remembered.tallies
    assert "u0" not in remembered.tallies
    assert remembered.count == len(crowd) + len(chat())
    desk.take([said(9_000, "u0", "hello again", "room")])
    assert WATCH.memory.conversation("chat", "room").tallies["u0"].messages == 1


def test_an_account_that_writes_to_thousands_keeps_what_weighs(database: Database) -> None:
    desk = Desk(database)
    desk.take(chat())
    greetings = [said(number, "x", "welcome", f"d{number}") for number in range(MOST_CONTACTS + 100)]
    for start in range(0, len(greetings), 400):
        desk.take(greetings[start : start + 400])
    held = WATCH.memory.account("chat", "x").contacts
    assert len(held) <= MOST_CONTACTS
    assert "chat/c" in held, "what was noticed is kept"
    with database.reading() as connection:
        whole = connection.execute(select(func.count()).select_from(contacts)).scalar() or 0
    assert whole > len(greetings), "the trail in the database is whole"
    desk.restart()
    desk.take([said(9_999, "x", "welcome", "one more")])
    assert len(WATCH.memory.account("chat", "x").contacts) <= MOST_CONTACTS
    assert "chat/c" in WATCH.memory.account("chat", "x").contacts
    assert desk.count(lights, lights.c.kind == "account", lights.c.id == "x")


@settings(max_examples=20, deadline=None)
@given(chance=st.randoms(use_true_random=False), more=st.integers(1, 50))
def test_no_contact_is_let_go_for_one_of_less_concern(chance: random.Random, more: int) -> None:
    decibans = [chance.uniform(-20, 40) for _ in range(MOST_CONTACTS + more)]
    known = {f"{number}": Contact("chat", f"{number}", decibans=each) for number, each in enumerate(decibans)}
    left = dict(known)
    thin_out_contacts(left)
    assert len(left) == CONTACTS_LEFT
    assert min(each.decibans for each in left.values()) >= max(
        each.decibans for key, each in known.items() if key not in left
    )


def test_few_are_left_alone() -> None:
    few = Conversation("chat", "c", members=["a", "b"], tallies={"a": Tally(), "b": Tally()})
    thin_out_writers(few, Ledger())
    assert list(few.tallies) == few.members == ["a", "b"]
    everybody = {f"u{number}": Tally(last=float(number)) for number in range(MOST_WRITERS + 1)}
    room = Conversation("chat", "c", members=[*everybody, "listed"], tallies=dict(everybody))
    thin_out_writers(room, Ledger(sightings={"u0": []}))
    assert len(room.tallies) == WRITERS_LEFT
    assert {"u0", "listed"} <= set(room.members), "who never wrote is a member as before"
