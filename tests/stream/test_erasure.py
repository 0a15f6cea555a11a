"""An account that is erased is named nowhere any more, but nothing is erased that a case needs."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import LargeBinary, insert, inspect, select, text, update

from belisha.model import AccountFacts, ConversationFacts, Message, Relation, Tie
from belisha.stream.delivery import notice_of
from belisha.stream.erasure import Erased, Preserved, erasing
from belisha.stream.erasure_search import look_for
from belisha.stream.nameless import GONE
from belisha.stream.outbox import DueNotice
from belisha.stream.store.appeals import file_appeal
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import audit_page
from belisha.stream.store.cases import case_with, close_case, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.roles import NotAllowed, Person, Role
from belisha.stream.store.tables import accounts, conversations, deliveries, messages, metadata, source_places
from belisha.stream.turn import Told
from tests.stream.store.console_people import added
from tests.stream.store.desks import HOT, WATCH, Desk, chat, key_of_chat, said

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
    left = places_naming(desk, name)
    assert left == ({"decisions"} if name == CHILD else set()), "a note about somebody else stays"
    assert desk.count(messages) == 2 * len(chat()) + 2


NAMED = f"dm:{NAME}:{CHILD}"
"""An id that a platform makes of names."""


@pytest.fixture
def named(database: Database) -> Desk:
    """What a platform tells that makes its ids of names, and facts that hold in every app."""
    made = Desk(database, keep_text="all")
    made.take([AccountFacts(CHILD, "", age=12, known_by=(NAME,)), AccountFacts(NAME, "", "Night Owl", 31)])
    made.take([ConversationFacts(NAMED, "chat", f"Night Owl and {CHILD}", (NAME, CHILD)), *in_named()])
    with database.writing() as connection:
        rows = [
            {"label": "api", "name": f"{kept} {name}", "value": "!room"}
            for name in (NAME, CHILD, "other")
            for kept in ("child", "reply")
        ]
        connection.execute(insert(source_places), rows)
    return made


def in_named(first: int = 0, lines: tuple[tuple[str, str], ...] = HOT) -> list[Message]:
    lines = tuple((NAMES[sender], text) for sender, text in lines)
    made = chat(lines, NAMED, first)
    return [msgspec.structs.replace(each, id=f"{each.sender}/{each.id}") for each in made]


def whole_dump(desk: Desk) -> bytes:
    """Everything that stands in any column of any table of the database itself, sealed values opened."""
    found = []
    with desk.database.reading() as connection:
        for name in inspect(connection).get_table_names():
            table = metadata.tables.get(name)
            for row in connection.execute(select(table) if table is not None else text(f'select * from "{name}"')):
                columns = table.columns if table is not None else [None] * len(row)
                for column, value in zip(columns, row, strict=True):
                    found.append(str(value).encode() if column is None else _opened(desk, column, value, row))
    return b"\n".join(found)


@pytest.mark.parametrize("name", [NAME, CHILD])
def test_a_full_dump_holds_neither_the_name_nor_a_word_that_it_wrote(named: Desk, name: str) -> None:
    """Also while notices and webhooks still wait, with ids made of names, and with facts that hold in every app."""
    assert named.count(deliveries, deliveries.c.due_at.is_not(None))
    words = [each.text.encode() for each in in_named() if each.sender == name and len(each.text) > 3]
    before = whole_dump(named)
    assert name.encode() in before
    assert all(each in before for each in words)
    erased = erase(named, name)
    assert bool(erased.deliveries) == (name == CHILD), "a notice to the child stays due, without the other's name"
    assert erased.kept == []
    left = whole_dump(named)
    assert name.encode() not in left
    assert not [each for each in words if each in left]
    assert (b"Night Owl" in left) == (name == CHILD)
    assert (NAME if name == CHILD else CHILD).encode() in left, "the other is still known"
    assert b"child other" in left


def test_a_conversation_whose_id_lost_a_name_goes_on_where_it_was(named: Desk) -> None:
    erase(named, CHILD)
    named.restart()
    count = named.count(messages)
    named.take(in_named())
    assert named.count(messages) == count, "what is sent again is known"
    named.take(in_named(60, (("x", "are you still there"),)))
    assert named.count(conversations) == 1
    assert named.rows(conversations)[0].count == len(HOT) + 1
    assert len(WATCH.memory.account("chat", NAME).contacts) <= 1, "it is no second contact"


def test_a_child_is_still_warned_when_the_id_of_its_chat_names_who_was_erased(named: Desk) -> None:
    waiting = named.count(deliveries, deliveries.c.due_at.is_not(None))
    erase(named, NAME)
    due = named.rows(deliveries, deliveries.c.due_at.is_not(None))
    assert len(due) == waiting > 0
    for row in due:
        notice = notice_of(msgspec.json.decode(row.body, type=DueNotice), "gb")
        assert (notice.account, notice.conversation) == (CHILD, f"dm:{GONE}:{CHILD}")
        assert notice.noticed
        assert notice.choices


QUIET = "quiet-9127"
"""Somebody who never writes."""


def to(conversation: str, recipients: tuple[str, ...], number: int = 1) -> Message:
    return msgspec.structs.replace(said(number, "owner-1", "hello there", conversation), recipients=recipients)


@pytest.mark.parametrize(
    "told",
    [
        [to("addressed", (QUIET,))],
        [to("one of some", (QUIET, "third-2", "fourth-3"))],
        [to("the last of a crowd", tuple(f"member-{number}" for number in range(100))), to("x", (QUIET,), 2)],
        [to("a crowd", tuple(f"member-{number}" for number in range(100))), to("a crowd", (QUIET,), 2)],
        [ConversationFacts("listed", "chat", "Book club", ("owner-1", QUIET, "third-2"), group=True)],
        [ConversationFacts("nobody writes", "chat", members=("owner-1", QUIET))],
        [to(f"dm:owner-1:{QUIET}", ())],
        [to(f"dm:owner-1:{QUIET}", (QUIET,)), Relation(QUIET, "owner-1", Tie.BLOCKED, "chat")],
    ],
)
def test_somebody_who_never_wrote_is_found_and_erased(desk: Desk, told: list[Told]) -> None:
    desk.take(told)
    desk.restart()
    assert QUIET.encode() in whole_dump(desk)
    before = desk.count(messages)
    erased = erase(desk, QUIET)
    assert (erased.messages, erased.conversations) == (0, 1)
    left = whole_dump(desk)
    assert QUIET.encode() not in left
    assert b"owner-1" in left
    assert desk.count(messages) == before


def test_a_room_that_is_called_as_somebody_keeps_its_name(desk: Desk) -> None:
    room = f"room:{QUIET}"
    desk.take([*chat((("a", "hi all"), ("b", "hello"), ("e", "hey")), room)])
    assert erase(desk, QUIET) == Erased()
    assert desk.count(conversations, conversations.c.id == room) == 1


def test_what_came_in_after_the_search_is_looked_through_by_the_erasure(desk: Desk) -> None:
    account = subject_of("school", "chat", "account", QUIET)
    desk.take([to("earlier", (QUIET,))])
    with desk.database.reading() as connection:
        found = look_for(connection, desk.vault, account, desk.now)
    assert len(found.keys) == 1
    desk.now += 5
    desk.take([to("later", (QUIET,))])
    erased = desk.run("school", erasing(account, None, "key1", desk.now, found)).result()
    assert erased.conversations == 2
    assert QUIET.encode() not in whole_dump(desk)


def test_what_is_damaged_cannot_be_looked_through_and_that_is_said(desk: Desk) -> None:
    with desk.database.writing() as connection:
        of_others = conversations.c.id == "others"
        connection.execute(update(conversations).where(of_others).values(sealed=b"broken"))
    desk.restart()
    assert erase(desk).kept[-1].startswith("1 conversations are damaged")
    assert places_naming(desk, NAME) == set()


def test_what_waits_for_others_is_still_delivered(desk: Desk) -> None:
    before = desk.count(deliveries)
    erase(desk, "a")  # a name that stands in every word
    assert desk.count(deliveries) == before


def test_what_had_to_be_kept_is_said(desk: Desk, officer: Person) -> None:
    with desk.database.writing() as connection:
        number = open_case(connection, "school", key_of_chat(), officer, desk.now)
        case = case_with(connection, "school", number)
        assert case is not None
        close_case(connection, case, officer, desk.now)
    desk.decide(officer, What.DISMISS, "second", reason="family", note=f"{CHILD} is the niece")
    said = erase(desk, CHILD).kept
    assert "books of closed cases" in said[0]
    assert said[1].startswith("1 notes of reviewers")


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
    assert places_naming(desk, NAME) == set()


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
