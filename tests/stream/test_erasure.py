"""An account that is erased is named nowhere any more, but nothing is erased that a case needs."""

from typing import Any

import pytest
from sqlalchemy import LargeBinary, select

from belisha.model import AccountFacts, Relation, Tie
from belisha.stream.erasure import Erased, Preserved, erasing
from belisha.stream.store.appeals import file_appeal
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import audit_page
from belisha.stream.store.cases import case_with, close_case, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.roles import NotAllowed, Person, Role
from belisha.stream.store.tables import accounts, conversations, messages, metadata
from belisha.stream.turn import Told
from tests.stream.store.console_people import added
from tests.stream.store.desks import WATCH, Desk, chat, key_of_chat

NAME, CHILD = "nightowl-5521", "kim-8034"
NAMES = {"x": NAME, "k": CHILD}


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    lines = tuple((NAMES[message.sender or ""], message.text) for message in chat())
    told: list[Told] = [
        AccountFacts(CHILD, "chat", age=12, known_by=(NAME,)),
        AccountFacts(NAME, "chat", "Owl", 31),
        Relation(NAME, CHILD, Tie.REQUESTED, "chat"),
        Relation(CHILD, NAME, Tie.BLOCKED, "chat"),
    ]
    made.take([*told, *chat(lines), *chat(lines, "second"), *chat((("a", "hi"), ("b", "hello")), "others")])
    made.now += 600
    return made


@pytest.fixture
def officer(database: Database) -> Person:
    return added(database, "officer", Role.OFFICER, "school")


def erase(desk: Desk, name: str = NAME, by: Person | None = None) -> Erased:
    account = subject_of("school", "chat", "account", name)
    erased: Erased = desk.run("school", erasing(account, by, "key1", desk.now)).result()
    return erased


def places_naming(desk: Desk, name: str) -> set[str]:
    """Tables in which a name stands anywhere, also inside what is sealed."""
    found = set()
    with desk.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                for column, value in zip(table.columns, row, strict=True):
                    if name.encode() in _opened(desk, column, value, row):
                        found.add(table.name)
    return found


def _opened(desk: Desk, column: Any, value: Any, row: Any) -> bytes:
    if column.name == "sealed" and value and column.table in (conversations, messages):
        return desk.vault.open(value, row.key)
    if isinstance(column.type, LargeBinary):
        return bytes(value or b"")
    return str(value).encode()


@pytest.mark.parametrize("name", [NAME, CHILD])
def test_nothing_names_an_account_that_was_erased(desk: Desk, officer: Person, name: str) -> None:
    desk.decide(officer, What.DISMISS, reason="family", note=f"{NAME} is an uncle of {CHILD}")
    desk.decide(officer, What.RESTRICT, "second")
    with desk.database.writing() as connection:
        file_appeal(connection, desk.vault, "school", ("chat", NAME), ("why me", desk.now))
    assert {"messages", "accounts", "conversations", "changes"} <= places_naming(desk, name)
    erased = erase(desk, name)
    assert erased.messages == 2 * sum(NAMES[message.sender or ""] == name for message in chat())
    assert erased.conversations == 2
    left = places_naming(desk, name) - {"deliveries"}
    assert left == ({"decisions"} if name == CHILD else set()), "a note about somebody else stays"
    assert desk.count(messages) == 2 * len(chat()) + 2


def test_what_is_erased_is_known_when_it_comes_again_and_others_go_on(desk: Desk) -> None:
    before = desk.count(messages)
    erase(desk)
    lines = tuple((NAMES[message.sender or ""], message.text) for message in chat())
    desk.take(chat(lines))
    assert desk.count(messages) == before
    desk.take(chat(((CHILD, "anybody there?"),), first=60))
    assert desk.count(messages) == before + 1
    assert WATCH.memory.conversation("chat", "c").members == [CHILD]
    assert desk.count(accounts, accounts.c.id == CHILD) == 1


def test_nothing_is_erased_while_a_case_needs_it(desk: Desk, officer: Person) -> None:
    with desk.database.writing() as connection:
        number = open_case(connection, "school", key_of_chat(), officer, desk.now)
        case = case_with(connection, "school", number)
    assert case is not None
    before = places_naming(desk, NAME)
    for name in (NAME, CHILD):
        with pytest.raises(Preserved):
            erase(desk, name)
    assert places_naming(desk, NAME) == before
    with desk.database.writing() as connection:
        close_case(connection, case, officer, desk.now)
    erase(desk)
    assert places_naming(desk, NAME) - {"deliveries"} == set()


def test_only_administrators_erase_and_the_log_says_so_without_a_name(desk: Desk, officer: Person) -> None:
    with pytest.raises(NotAllowed):
        erase(desk, by=officer)
    assert erase(desk, by=added(desk.database, "admin", Role.ADMINISTRATOR, "school")).messages
    with desk.database.reading() as connection:
        last = audit_page(connection, "school")[0].recorded
    assert (last["what"], last["name"]) == ("erased account", "admin")
    assert NAME not in str(last)


def test_erasing_somebody_unknown_changes_nothing(desk: Desk) -> None:
    before = places_naming(desk, NAME)
    assert erase(desk, "nobody") == Erased()
    assert places_naming(desk, NAME) == before
