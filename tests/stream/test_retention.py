"""Text is deleted when its time has passed, wherever it stands; never what a case keeps; place and hash stay."""

from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from belisha.settings import Keep
from belisha.stream.retention import Cleared, Retention
from belisha.stream.store.appeals import appeal_with, appeals_page, file_appeal
from belisha.stream.store.cases import case_with, close_case, open_case, preserve
from belisha.stream.store.conversations_read import MessageRead, messages_around
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import appeals
from belisha.stream.store.roles import Person, Role
from belisha.stream.store.tables import conversations, deliveries, messages
from belisha.stream.store.vault import Vault
from tests.stream.store.console_people import added
from tests.stream.store.desks import CALM, HOT, WATCH, Desk, chat, key_of_chat

HOUR, DAY = 3_600.0, 86_400.0


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    made.take([*chat(), *chat(CALM, "calm")])
    return made


def sweep(desk: Desk, after: float, text: str = "evidence") -> Cleared:
    desk.now += after
    return Retention(desk.database, Keep(text=text), desk.run, lambda: desk.now).sweep()  # type: ignore[arg-type]


def texts(desk: Desk, conversation: str) -> list[MessageRead]:
    with desk.database.reading() as connection:
        page = messages_around(connection, desk.vault, "school", key_of_chat(conversation), (1, 100))
    return list(page.messages)


def remembered(desk: Desk, conversation: str) -> str:
    desk.restart()
    desk.run(
        "school", lambda connection, memories, _: memories.load_conversations(connection, [("chat", conversation)])
    )
    return "".join(each.text for each in WATCH.memory.conversation("chat", conversation).recent)


def test_ordinary_talk_goes_after_hours_and_evidence_after_days(desk: Desk) -> None:
    assert sweep(desk, 23 * HOUR) == Cleared()
    assert remembered(desk, "calm")
    assert sweep(desk, 2 * HOUR).messages == len(CALM)
    calm = texts(desk, "calm")
    assert [each.text for each in calm] == [None] * len(CALM)
    assert all(each.cleared_at == desk.now and len(each.text_sha256) == 64 for each in calm)
    assert remembered(desk, "calm") == ""
    assert [each.text for each in texts(desk, "c")] == [words for _, words in HOT]
    assert remembered(desk, "c")
    assert sweep(desk, 88 * DAY) == Cleared()
    assert sweep(desk, DAY).messages == len(HOT)
    assert remembered(desk, "c") == ""
    assert sweep(desk, DAY) == Cleared()


def test_what_comes_again_after_its_text_is_gone_is_still_known(desk: Desk) -> None:
    sweep(desk, 91 * DAY)
    before = desk.count(messages)
    desk.take(chat())
    assert desk.count(messages) == before
    assert all(each.text is None for each in texts(desk, "c"))


def test_everything_is_kept_for_days_where_all_is_kept_and_nothing_where_nothing_is(desk: Desk) -> None:
    assert sweep(desk, 89 * DAY, "all") == Cleared()
    assert sweep(desk, 0, "hashes").messages == len(HOT) + len(CALM)


def test_a_young_message_keeps_its_words_when_older_ones_lose_theirs(desk: Desk) -> None:
    desk.now += 2 * DAY
    desk.take(chat((("a", "and this one came later"),), "calm", first=20))
    sweep(desk, HOUR)
    assert [each.text for each in texts(desk, "calm")] == [None, None, None, "and this one came later"]
    assert remembered(desk, "calm") == "and this one came later"


@pytest.mark.parametrize("closed", [False, True])
def test_a_case_keeps_its_conversations_while_it_is_open_or_to_be_kept(desk: Desk, closed: bool) -> None:
    officer = added(desk.database, "officer", Role.OFFICER, "school")
    number = _case(desk, officer, closed)
    assert sweep(desk, 95 * DAY).messages == len(CALM)
    assert all(each.text for each in texts(desk, "c"))
    assert remembered(desk, "c")
    if closed:
        assert sweep(desk, 10 * DAY).messages == len(HOT)
    else:
        with desk.database.writing() as connection:
            case = case_with(connection, "school", number)
            assert case is not None
            close_case(connection, case, officer, desk.now)
        assert sweep(desk, 0).messages == len(HOT)


def _case(desk: Desk, officer: Person, closed: bool) -> int:
    with desk.database.writing() as connection:
        number = open_case(connection, "school", key_of_chat(), officer, desk.now)
        case = case_with(connection, "school", number)
        assert case is not None
        if closed:
            preserve(connection, case, desk.now + 100 * DAY, officer, desk.now)
            close_case(connection, case, officer, desk.now)
    return number


def test_a_sweep_ends_when_it_is_asked_to_and_the_next_goes_on(desk: Desk) -> None:
    desk.now += 91 * DAY
    stopped = Retention(desk.database, Keep(), desk.run, lambda: desk.now)
    stopped.stop()
    assert stopped.sweep().messages == 0
    assert sweep(desk, 0).messages == len(HOT) + len(CALM)


def test_appeals_and_deliveries_that_are_long_over_go_too(desk: Desk) -> None:
    with desk.database.writing() as connection:
        number = file_appeal(connection, desk.vault, "school", ("chat", "x"), ("I did nothing wrong", desk.now))
        waits = file_appeal(connection, desk.vault, "school", ("chat", "y"), ("nor did I", desk.now))
        connection.execute(
            update(appeals).where(appeals.c.number == number).values(decided_at=desk.now, outcome="upheld")
        )
        row = {"platform": "school", "channel": "u", "body": b"", "created_at": desk.now, "attempts": 1, "trouble": ""}
        connection.execute(insert(deliveries), [{**row, "due_at": None}, {**row, "due_at": desk.now}])
    cleared = sweep(desk, 91 * DAY)
    assert cleared.appeals == 1
    assert cleared.deliveries >= 1
    with desk.database.reading() as connection:
        found = appeal_with(connection, desk.vault, "school", number)
        assert found is not None
        assert found.text is None
        assert [(each.number, each.text) for each in appeals_page(connection, desk.vault, "school")] == [
            (waits, "nor did I")
        ]
    assert desk.count(deliveries, deliveries.c.channel == "u") == 1


def test_deleted_text_is_in_no_byte_of_sqlites_files(tmp_path: Path) -> None:
    """Without a key, as short texts then lie open in the file and in its write-ahead log."""
    database = Database(f"sqlite:///{tmp_path}/belisha.db")
    database.migrate()
    desk = Desk(database)
    desk.vault = Vault(None)
    desk.restart()
    for start in range(0, 300, 50):
        desk.take(chat([("a", f"zebra quagga okapi {number}") for number in range(50)], first=start))

    def found() -> int:
        return sum(file.read_bytes().count(b"quagga") for file in tmp_path.iterdir())

    assert found() > 300, "in the messages, and in what is remembered"
    assert sweep(desk, 2 * DAY).messages == 300
    assert found() == 0
    with database.reading() as reader:  # somebody reads on: nothing waits for it, and the next sweep goes on
        reader.execute(select(messages.c.number)).first()
        desk.take(chat([("a", "zebra quagga okapi again")], "other"))
        assert sweep(desk, 2 * DAY).messages == 1
    assert sweep(desk, HOUR) == Cleared()
    assert found() == 0
    database.close()


def test_one_damaged_memory_does_not_keep_the_text_of_others(desk: Desk) -> None:
    desk.take(chat(CALM, "another"))
    with desk.database.writing() as connection:
        damaged = update(conversations).where(conversations.c.id == "calm")
        connection.execute(damaged.values(sealed=b"\x02" + bytes(60)))
    desk.restart()
    assert sweep(desk, 25 * HOUR).messages == 2 * len(CALM)
    assert remembered(desk, "another") == ""
