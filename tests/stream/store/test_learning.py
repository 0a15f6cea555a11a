"""What decisions teach: only what two people agreed on, without names, in the form that the study reads."""

import stat
from pathlib import Path

import pytest

from belisha.settings import Keep
from belisha.stream.back_test import back_test
from belisha.stream.models_in_use import in_use
from belisha.stream.retention import Retention
from belisha.stream.store.cases import agree_release, ask_release, case_with, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What, confirm
from belisha.stream.store.history import stored_chats
from belisha.stream.store.learning import Exported, export_labelled, labelled
from belisha.stream.store.roles import Person, Role
from belisha.study.corpora.labelled_messages import LabelledMessages
from tests.stream.store.console_people import added
from tests.stream.store.desks import HOT, Desk, chat, key_of_chat


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    for name in ("confirmed", "dismissed", "alone", "released", "undecided"):
        made.take(chat(conversation=name))
    made.now += 600
    return made


@pytest.fixture
def people(database: Database) -> tuple[Person, Person]:
    first, second = (added(database, name, Role.OFFICER, "school") for name in ("first", "second"))
    return first, second


def decided(desk: Desk, people: tuple[Person, Person]) -> None:
    first, second = people
    numbers = [
        desk.decide(first, What.ESCALATE, "confirmed"),
        desk.decide(first, What.DISMISS, "dismissed", reason="peers"),
    ]
    desk.decide(first, What.DISMISS, "alone", reason="peers")
    desk.decide(first, What.ESCALATE, "released")
    with desk.database.writing() as connection:
        for number in numbers:
            confirm(connection, "school", number, second, desk.now)
        number = open_case(connection, "school", key_of_chat("released"), first, desk.now)
        case = case_with(connection, "school", number)
        assert case is not None
        ask_release(connection, case, first, desk.now)
        agree_release(connection, case, second, desk.now)


def test_only_what_two_people_agreed_on_is_taught_and_the_study_reads_it(
    desk: Desk, people: tuple[Person, Person], tmp_path: Path
) -> None:
    decided(desk, people)
    out = tmp_path / "chats"
    with desk.database.reading() as connection:
        agreed = {each.key.hex(): each.grooming for each in labelled(connection, "school")}
        done = export_labelled(connection, desk.vault, "school", out)
    assert agreed == {key_of_chat("confirmed"): True, key_of_chat("dismissed"): False, key_of_chat("released"): True}
    assert done == Exported(grooming=2, ordinary=1)
    read = {chat.id: chat for chat in LabelledMessages().conversations(out)}
    assert {key: each.label for key, each in read.items()} == agreed
    confirmed = read[key_of_chat("confirmed")]
    assert [turn.text for turn in confirmed.turns] == [words for _, words in HOT]
    assert confirmed.groomer == "account 1"
    assert b'"x"' not in (out / "messages.jsonl").read_bytes()
    assert stat.S_IMODE((out / "messages.jsonl").stat().st_mode) == 0o600
    with desk.database.reading() as connection, pytest.raises(FileExistsError):
        export_labelled(connection, desk.vault, "school", out)


def test_a_later_decision_takes_an_earlier_one_back(desk: Desk, people: tuple[Person, Person]) -> None:
    decided(desk, people)
    desk.decide(people[0], What.DISMISS, "confirmed", reason="game")
    with desk.database.reading() as connection:
        assert key_of_chat("confirmed") not in {each.key.hex() for each in labelled(connection, "school")}


def test_a_chat_whose_text_is_gone_teaches_nothing(desk: Desk, people: tuple[Person, Person], tmp_path: Path) -> None:
    decided(desk, people)
    desk.now += 100 * 86_400
    Retention(desk.database, Keep(), desk.run, lambda: desk.now).sweep()
    with desk.database.reading() as connection:
        done = export_labelled(connection, desk.vault, "school", tmp_path / "chats")
        kept = [key for key, *_ in stored_chats(connection, desk.vault, "school", 100)]
    assert done == Exported(grooming=1, left_out=2), "the case keeps its own"
    assert kept == [key_of_chat("released")]


def test_the_same_model_changes_nothing_over_the_stored_history(desk: Desk, people: tuple[Person, Person]) -> None:
    decided(desk, people)
    with desk.database.reading() as connection:
        chats = list(stored_chats(connection, desk.vault, "school", 100))
    done = back_test(lambda: iter(chats), (in_use(), in_use()))
    assert (done.conversations, done.confirmed, done.dismissed) == (5, 2, 1)
    assert done.before == done.after
    assert (done.before.lit, done.before.confirmed, done.before.dismissed) == (5, 2, 1)
    assert (done.gained, done.lost) == ([], [])
