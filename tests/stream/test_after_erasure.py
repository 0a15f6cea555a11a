"""A conversation whose id lost a name to an erasure stays the same one: for answers, decisions, pages, retention."""

import msgspec
import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.model import AccountFacts, Message
from belisha.notices import Answer, ChildAnswer
from belisha.settings import Keep
from belisha.stream.nameless import GONE
from belisha.stream.retention import Retention
from belisha.stream.store.conversations_read import conversation_with
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.memories import Remembered
from belisha.stream.store.roles import Person, Role
from belisha.stream.store.tables import changes, contacts, conversations, deliveries, lights, notices
from belisha.stream.store.warned import restriction_of
from tests.stream.store.console_people import added
from tests.stream.store.desks import Desk, key_of_chat
from tests.stream.test_erasure import CHILD, NAME, NAMED, erase, in_named

KEY = key_of_chat(NAMED)


@pytest.fixture
def named(database: Database) -> Desk:
    """The suspect was erased from a chat whose id named it; the child was warned there before."""
    made = Desk(database, keep_text="all")
    made.take([AccountFacts(CHILD, "chat", age=12), *in_named()])
    erase(made, NAME)
    return made


@pytest.fixture
def suspected(database: Database) -> Desk:
    """The child was erased from it; the light about the other is on."""
    made = Desk(database, keep_text="all")
    made.take([AccountFacts(CHILD, "chat", age=12), *in_named()])
    erase(made, CHILD)
    return made


@pytest.fixture
def officer(database: Database) -> Person:
    return added(database, "officer", Role.OFFICER, "school")


def remembered(desk: Desk) -> Remembered:
    """What the database has of the only conversation."""
    (row,) = desk.rows(conversations)
    assert bytes(row.key).hex() == KEY
    assert GONE in row.id
    return msgspec.msgpack.decode(desk.vault.open(row.sealed, row.key), type=Remembered)


def clues(held: Remembered) -> set[str]:
    return {each.clue for sightings in held.ledger.sightings.values() for each in sightings}


@pytest.mark.parametrize("goes_on", [False, True], ids=["alone", "with a message beside it"])
def test_a_childs_answer_reaches_it(named: Desk, goes_on: bool) -> None:
    assert "child_says_help" not in clues(remembered(named))
    notice = named.rows(notices)[-1].id
    beside: list[Message] = in_named(60, (("k", "hello"),)) if goes_on else []
    named.take([ChildAnswer("chat", CHILD, Answer.HELP, notice), *beside])
    (row,) = named.rows(conversations)
    left = msgspec.msgpack.decode(named.vault.open(row.sealed, row.key), type=Remembered)
    assert bytes(row.key).hex() == KEY
    assert "child_says_help" in clues(left)
    assert left.conversation.count == len(in_named()) + goes_on
    for table in (lights, changes):
        assert {bytes(each.subject).hex() for each in named.rows(table) if each.kind == "conversation"} <= {KEY}
    assert len({bytes(each.conversation) for each in named.rows(contacts)}) == 1
    assert any(b'"answer":"help"' in bytes(each.body) for each in named.rows(deliveries))


def test_a_decision_about_it_is_remembered_and_it_goes_on(suspected: Desk, officer: Person) -> None:
    suspected.restart()
    suspected.decide(officer, What.ACKNOWLEDGE, key=KEY)
    assert remembered(suspected).ledger.set_aside == ["moderators"]
    suspected.take(in_named(60, (("k", "hello"),)))
    suspected.restart()
    suspected.take(in_named(61, (("k", "anybody there"),)))
    (row,) = suspected.rows(conversations)
    assert row.count == len(in_named()) + 2


def test_a_dismissal_of_it_weighs(suspected: Desk, officer: Person) -> None:
    suspected.restart()
    suspected.decide(officer, What.DISMISS, key=KEY, reason="family")
    assert {each for each in clues(remembered(suspected)) if "reviewer" in each or "dismiss" in each}
    assert len({bytes(each.conversation) for each in suspected.rows(contacts)}) == 1


def test_of_a_chat_without_the_child_nobody_is_warned(suspected: Desk, officer: Person) -> None:
    suspected.restart()
    with pytest.raises(Unusable, match="Nobody can be warned"):
        suspected.decide(officer, What.WARN, key=KEY)
    assert suspected.count(notices) == 0


def test_its_page_and_the_pause_know_who_is_there(named: Desk) -> None:
    with named.database.reading() as connection:
        page = conversation_with(connection, named.vault, "school", KEY)
        told = restriction_of(connection, named.vault, "school", ("chat", CHILD), named.now).warned
    assert page is not None
    assert page.members == (CHILD,)
    assert page.tallies[CHILD]
    assert told is None or told.age == 12


def test_its_words_are_deleted_in_time_also_of_two_that_lost_their_names_alike(database: Database) -> None:
    desk = Desk(database, keep_text="all")
    for other in ("owl-1", "owl-2"):
        lines = in_named(0, (("k", "marmalade and tea"), ("x", "ok")))
        desk.take([msgspec.structs.replace(each, conversation=f"dm:{other}:{CHILD}") for each in lines])
        desk.take([msgspec.structs.replace(lines[0], conversation=f"dm:{other}:{CHILD}", id="2", sender=other)])
    for name in ("owl-1", "owl-2"):
        erase(desk, name)
    assert len({row.id for row in desk.rows(conversations)}) == 1
    desk.restart()
    desk.now += 100 * 86_400
    assert Retention(database, Keep(text="all", days=90), desk.run, clock=lambda: desk.now).sweep().messages
    with database.reading() as connection:
        for row in connection.execute(select(conversations)):
            assert b"marmalade" not in desk.vault.open(row.sealed, row.key)
