"""Cases: gathered, written down for good, kept, released by two people, and given as a whole."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from belisha.errors import Unreadable, Unusable
from belisha.model import AccountFacts, Relation, Tie
from belisha.response.cases.case_book import changed_texts, verify_chain
from belisha.response.cases.case_file import CaseFile, Status
from belisha.settings import Settings
from belisha.stream.store.audit import verify_audit
from belisha.stream.store.case_attachments import attach, file_content, files_of
from belisha.stream.store.case_books import verified_books
from belisha.stream.store.case_files import DANGER, case_file, was_released
from belisha.stream.store.cases import (
    CaseRead,
    add_conversation,
    agree_release,
    ask_release,
    book_of,
    case_with,
    cases_page,
    cases_with,
    close_case,
    open_case,
    preserve,
    refuse_release,
    rename,
    write_entry,
)
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.desk_tables import attachments, entries
from belisha.stream.store.roles import NotAllowed, Person, Role
from tests.stream.store.console_people import added
from tests.stream.store.desks import CALM, HOT, Desk, chat, key_of_account, key_of_chat


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    known = [AccountFacts("k", "chat", "Kim", 12), AccountFacts("x", "chat", role="adult")]
    made.take([*known, Relation("k", "x", Tie.BLOCKED, "chat"), *chat(), *chat(CALM, "calm")])
    made.now += 600
    return made


@pytest.fixture
def officer(database: Database) -> Person:
    return added(database, "officer", Role.OFFICER, "school")


def opened(desk: Desk, person: Person, key: str = "") -> CaseRead:
    with desk.database.writing() as connection:
        number = open_case(connection, "school", key or key_of_chat(), person, desk.now)
        case = case_with(connection, "school", number)
    assert case is not None
    return case


def whole(desk: Desk, number: int) -> CaseFile:
    with desk.database.reading() as connection:
        found = case_file(connection, desk.vault, "school", number, Settings(), desk.now)
    assert found is not None
    return found


def test_a_case_of_a_conversation_is_about_the_account_that_its_light_is_about(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    assert (case.about, case.status, case.conversations) == ("x", "open", (key_of_chat(),))
    again = opened(desk, officer, key_of_account())
    assert again.number == case.number, "one open case about an account"
    with desk.database.writing() as connection:
        add_conversation(connection, case, key_of_chat("calm"), officer, desk.now)
        rename(connection, case, "Meeting proposed", officer, desk.now)
        assert [each.number for each in cases_with(connection, "school", key_of_chat("calm"))] == [case.number]
        found = cases_page(connection, "school", "open")
        assert [each.title for each in found] == ["Meeting proposed"]
        assert cases_page(connection, "school", after=(found[0].changed_at, found[0].number)) == []


def test_its_file_holds_everything_that_an_export_is_written_from(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    desk.decide(officer, What.ESCALATE, note="looks bad")
    with desk.database.writing() as connection:
        write_entry(connection, case, officer, DANGER, desk.now, "a meeting is near")
        preserve(connection, case, desk.now + 86_400, officer, desk.now, "asked for by the police")
        attach(connection, desk.vault, case, officer, ("../a/b.png", "image/png", b"\x89PNG"), desk.now)
    file = whole(desk, case.number)
    assert (file.subject, file.status, file.danger_now) == ("x", Status.OPEN, "a meeting is near")
    assert [(each.account, each.age) for each in file.young] == [("k", 12)]
    assert [(each.account, each.other, each.tie) for each in file.relations] == [("k", "x", Tie.BLOCKED)]
    conversation = file.conversations[0]
    assert [message.text for message in conversation.messages] == [words for _, words in HOT]
    assert conversation.highest is not None
    assert conversation.highest.about == "x"
    assert {seen.clue for seen in conversation.sightings} >= {meaning.clue for meaning in file.meanings}
    assert conversation.evidence
    assert file.changes[-1].change.after == 2
    assert [entry.said("what") for entry in file.book] == [
        "opened",
        "added conversation",
        "escalate",
        DANGER,
        "preserved",
        "added file",
    ]
    assert [each.name for each in file.files] == ["b.png"]
    assert file.kept.note == "asked for by the police"
    assert len({each.sha256 for each in file.program.files}) == 3
    assert verify_chain(file) is None
    assert changed_texts(file) == ()


def test_a_file_is_sealed_and_checked_when_it_is_opened(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    with desk.database.writing() as connection:
        added_file = attach(connection, desk.vault, case, officer, ("a.txt", "", b"what it holds"), desk.now)
        with pytest.raises(Unusable):
            attach(connection, desk.vault, case, officer, ("..//", "", b""), desk.now)
        found = file_content(connection, desk.vault, "school", case.number, added_file.number)
        assert found is not None
        assert found[1] == b"what it holds"
        assert file_content(connection, desk.vault, "club", case.number, added_file.number) is None
        assert file_content(connection, desk.vault, "school", case.number + 1, added_file.number) is None
        assert b"holds" not in bytes(connection.execute(attachments.select()).one().sealed)
        other = desk.vault.seal(b"something else", b"elsewhere")
        connection.execute(update(attachments).values(sealed=other))
        with pytest.raises(Unreadable):
            file_content(connection, desk.vault, "school", case.number, added_file.number)
        assert len(files_of(connection, "school", case.number)) == 1


def test_release_needs_two_people_who_may(desk: Desk, database: Database, officer: Person) -> None:
    second = added(database, "second", Role.OFFICER, "school")
    moderator = added(database, "moderator", Role.MODERATOR, "school")
    case = opened(desk, officer)
    with database.writing() as connection:
        with pytest.raises(Unusable, match="Nobody asked"):
            agree_release(connection, case, second, desk.now)
        ask_release(connection, case, officer, desk.now)
        with pytest.raises(Unusable, match="already"):
            ask_release(connection, case, moderator, desk.now)
        with pytest.raises(NotAllowed, match="somebody else"):
            agree_release(connection, case, officer, desk.now)
        with pytest.raises(NotAllowed):
            agree_release(connection, case, moderator, desk.now)
        refuse_release(connection, case, second, desk.now)
        with pytest.raises(Unusable, match="Nobody asked"):
            agree_release(connection, case, second, desk.now)
    assert not was_released(whole(desk, case.number))


def test_a_released_case_stays_released_when_it_is_closed(desk: Desk, database: Database, officer: Person) -> None:
    second = added(database, "second", Role.OFFICER, "school")
    case = opened(desk, officer)
    with database.writing() as connection:
        ask_release(connection, case, officer, desk.now)
        waiting = case_with(connection, "school", case.number)
        agree_release(connection, case, second, desk.now)
        released = case_with(connection, "school", case.number)
        assert waiting is not None
        assert released is not None
        with pytest.raises(Unusable, match="not open any more"):
            add_conversation(connection, released, key_of_chat("calm"), officer, desk.now)
        close_case(connection, released, officer, desk.now)
    assert waiting.release_asked_by == officer.id
    assert (released.status, released.release_asked_by) == ("released", None)
    closed = whole(desk, case.number)
    assert closed.status is Status.CLOSED
    assert closed.closed_at is not None
    assert was_released(closed)


def test_what_was_promised_to_be_kept_is_not_taken_back(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    with desk.database.writing() as connection:
        preserve(connection, case, desk.now + 100, officer, desk.now)
        with pytest.raises(Unusable, match="not taken back"):  # whoever still sees the case as it was before
            preserve(connection, case, desk.now + 99, officer, desk.now)


@pytest.mark.parametrize("statement", [update(entries).values(entry=b"{}"), delete(entries)])
def test_the_database_refuses_to_change_a_book(desk: Desk, officer: Person, statement: Any) -> None:
    case = opened(desk, officer)
    with pytest.raises(DatabaseError, match="only ever added to"), desk.database.writing() as connection:
        connection.execute(statement)
    with desk.database.reading() as connection:
        assert len(book_of(connection, "school", case.number)) == 2
        assert list(verified_books(connection)) == [(case.number, 0)]


def test_whoever_changes_a_book_all_the_same_is_found_out(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    with desk.database.writing() as connection:
        if desk.database.is_sqlite:
            connection.execute(text("drop trigger entries_no_update"))
        else:
            connection.execute(text("alter table entries disable trigger user"))
        connection.execute(update(entries).where(entries.c.number == 2).values(entry=b'{"what":"nothing"}'))
        assert list(verified_books(connection)) == [(case.number, 2)]


def test_roles_and_platforms_keep_others_out(desk: Desk, database: Database, officer: Person) -> None:
    case = opened(desk, officer)
    outsiders = [
        added(database, role.value, role, "school") for role in (Role.VIEWER, Role.ADMINISTRATOR, Role.AUDITOR)
    ]
    outsiders.append(added(database, "elsewhere", Role.OFFICER, "club"))
    acts: list[Any] = [
        lambda c, p: open_case(c, "school", key_of_chat("calm"), p, desk.now),
        lambda c, p: add_conversation(c, case, key_of_chat("calm"), p, desk.now),
        lambda c, p: write_entry(c, case, p, "note", desk.now),
        lambda c, p: rename(c, case, "x", p, desk.now),
        lambda c, p: preserve(c, case, desk.now + 1, p, desk.now),
        lambda c, p: attach(c, desk.vault, case, p, ("a", "b", b"c"), desk.now),
        lambda c, p: ask_release(c, case, p, desk.now),
        lambda c, p: agree_release(c, case, p, desk.now),
        lambda c, p: refuse_release(c, case, p, desk.now),
        lambda c, p: close_case(c, case, p, desk.now),
    ]
    for person in outsiders:
        for act in acts:
            with pytest.raises(NotAllowed), database.writing() as connection:
                act(connection, person)
    with database.reading() as connection:
        assert case_with(connection, "school", case.number) == case
        assert case_with(connection, "club", case.number) is None
        assert book_of(connection, "club", case.number) == ()


def test_people_who_work_on_one_case_at_once_wait_for_each_other(desk: Desk, officer: Person) -> None:
    case = opened(desk, officer)
    acts: list[Any] = [
        lambda c, n: write_entry(c, case, officer, "note", desk.now, f"note {n}"),
        lambda c, n: rename(c, case, f"title {n}", officer, desk.now),
        lambda c, n: preserve(c, case, desk.now + 100, officer, desk.now + n),
        lambda c, n: add_conversation(c, case, key_of_chat("calm"), officer, desk.now + n),
    ]

    def work(number: int) -> None:
        with desk.database.writing() as connection:
            acts[number % len(acts)](connection, number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))
    assert verify_chain(whole(desk, case.number)) is None
    with desk.database.reading() as connection:
        assert verify_audit(connection) is None
        assert len(book_of(connection, "school", case.number)) == 2 + 10 + 10 + 1
