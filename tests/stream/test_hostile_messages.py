"""Whatever a live server sends is taken in and shown, or its refusal can be seen; nothing beside it suffers."""

import logging
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import InternalError

from belisha.model import AccountFacts, ConversationFacts, Message, Relation, Tie
from belisha.notices import Answer, ChildAnswer
from belisha.stream.storable import LONGEST_NAME, NO_AGE, storable
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.conversations_read import conversation_with, messages_around
from belisha.stream.store.database import Database
from belisha.stream.store.tables import accounts, conversations, notices
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming, Told, Turn
from belisha.stream.watch import LOOKED_AT, Watch
from belisha.text import Folded, readings
from tests.stream.test_intake import HOT, chat, count, intake, message, take

LONG = "".join(chr(0x4E00 + number * 7919 % 20_000) for number in range(5_000))
"""A name that no index of PostgreSQL takes, even when it is packed."""
PLAIN = message(1, "x", "hello")


def changed(**fields: object) -> Message:
    return msgspec.structs.replace(PLAIN, **fields)


HOSTILE: dict[str, list[Told]] = {
    "NUL in text": [changed(text="a\x00b")],
    "NUL in names": [changed(id="m\x00", conversation="c\x00", sender="x\x00", app="chat\x00", recipients=("k\x00",))],
    "half a pair": [changed(text="a\ud800b", sender="\udc00", id="\ud83d", attachments=("\udfff.jpg",))],
    "long names": [changed(id=LONG, conversation=LONG, sender=LONG, recipients=(LONG,), reply_to=LONG)],
    "long facts": [
        AccountFacts(LONG, "chat", age=12),
        ConversationFacts(LONG, "chat", "t\x00\ud800", (LONG, "b")),
        Relation(LONG, f"x{LONG}", Tie.BLOCKED, "chat"),
        ChildAnswer("chat", LONG, Answer.HELP, "\x00"),
        PLAIN,
    ],
    "no age of a person": [AccountFacts("k", "chat", age=10**30), AccountFacts("j", "chat", age=-1), PLAIN],
    "the ends of time": [
        changed(sent_at=datetime(1, 1, 1, tzinfo=UTC)),
        changed(id="late", sent_at=datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
        changed(id="unknown", sent_at=None),
    ],
    "paths": [changed(id="../../x", conversation="../x", sender="a/b")],
    "the owner, and turned writing": [changed(sender="(owner)", conversation="\u202ec"), changed(id="", sender="")],
    "thousands of recipients": [changed(recipients=tuple(f"r{number}" for number in range(5_000)))],
    "a group of a thousand": [ConversationFacts("c", "chat", "", tuple(f"m{n}" for n in range(1_000)), True), PLAIN],
}


REFUSED_OF = {"no age of a person": {"api": 2}, "long facts": {"api": 1}}
"""What is not taken in, and counted: ages of nobody, and an answer to a notice that was never made."""


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_taken_in_and_can_be_read_again(database: Database, name: str) -> None:
    into = intake(database)
    neighbours = [message(number, sender, text, "neighbour") for number, (sender, text) in enumerate(HOT)]
    receipts = take(into, [*HOSTILE[name], *neighbours])
    assert [receipt.trouble for receipt in receipts] == [""] * len(receipts)
    again = take(intake(database), [*HOSTILE[name], *neighbours])  # as after a restart: everything is read from there
    assert [receipt.duplicate for receipt in again] == [True] * len(receipts)
    assert all(not receipt.trouble for receipt in take(intake(database), [changed(id="after", conversation="c")]))
    assert into.refused == REFUSED_OF.get(name, {})
    with database.reading() as connection:
        for row in list(connection.execute(select(conversations.c.key, conversations.c.count.label("known")))):
            key = bytes(row.key).hex()
            assert conversation_with(connection, Vault(bytes(32)), "school", key) is not None
            page = messages_around(connection, Vault(bytes(32)), "school", key, (1, 50))
            assert [read.position for read in page.messages] == list(range(1, row.known + 1))
            assert all(read.text is not None and read.text.encode() for read in page.messages)


def test_names_that_were_different_stay_different_and_the_same_stay_the_same() -> None:
    names = ["a", "a\x00", "a\ufffd", "a\ud800", LONG, f"{LONG}x", LONG[:LONGEST_NAME]]
    fit = [storable(changed(sender=name)).sender for name in names]
    assert len(set(fit)) == len(names)
    assert fit == [storable(changed(sender=name)).sender for name in names]
    assert all(len(name or "") <= LONGEST_NAME for name in fit)
    assert storable(PLAIN) is PLAIN


@given(st.text(st.characters(codec=None, categories=["Cs", "Cc", "Lu", "So"]), max_size=20))
def test_what_is_made_fit_is_fit_and_what_is_fit_is_left_alone(text: str) -> None:
    fit = storable(changed(text=text, sender=text))
    assert fit.text.encode().decode() == fit.text
    assert "\x00" not in (fit.sender or "").encode().decode()
    assert storable(fit) == fit


def test_two_apps_whose_names_run_into_each_other_are_two(database: Database) -> None:
    into = intake(database)
    first = changed(app="a/b", conversation="c")
    second = changed(app="a", conversation="b/c")
    assert [receipt.position for receipt in take(into, [first, second])] == [1, 1]
    assert count(database, conversations) == 2


def test_what_is_refused_is_counted_and_its_words_are_not_logged(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    into = intake(database)
    # As if a message were not known again: writing it a second time must fail.
    monkeypatch.setattr("belisha.stream.turn.positions_of", lambda *_: {})
    with caplog.at_level(logging.WARNING):
        take(into, [message(7, "x", "words of a secret")])
        receipts = take(into, [message(7, "x", "words of a secret")])
    assert receipts[0].trouble
    assert into.refused == {"api": 1}
    assert "secret" not in caplog.text


def test_each_refused_fact_is_named_by_its_place_and_all_else_is_taken(database: Database) -> None:
    into = intake(database)
    facts = AccountFacts("k", "chat", "Kim", 900, ("x",), "child")
    told: list[Told] = [PLAIN, facts, AccountFacts("x", "chat", age=40), ChildAnswer("chat", "k", Answer.HELP)]
    incoming = Incoming("school", "api", told)
    into.take([Incoming("school", "irc", [PLAIN]), incoming])
    assert {place: refusal.why for place, refusal in incoming.refused.items()} == {
        (1, "age"): NO_AGE,
        (3, ""): "no such notice was made for this account",
    }
    assert all(refusal.what_to_do for refusal in incoming.refused.values())
    with database.reading() as connection:
        known = {
            row.id: msgspec.msgpack.decode(row.facts, type=AccountFacts) for row in connection.execute(select(accounts))
        }
    assert known["k"] == AccountFacts("k", "chat", "Kim", None, ("x",), "child")
    assert known["x"].age == 40


def test_a_fact_that_breaks_us_is_named_where_the_caller_put_it(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def know(watch: Watch, fact: AccountFacts) -> None:
        if fact.account == "breaks":
            raise ValueError("no")
        watch.memory.know(fact)

    monkeypatch.setattr(Watch, "know", know)
    into = intake(database)
    incoming = Incoming("school", "api", [PLAIN, AccountFacts("k", age=12), AccountFacts("breaks", age=900)])
    receipts = into.take([incoming])[0]
    assert list(incoming.refused) == [(2, "age"), (2, "")]
    assert "error inside the service" in incoming.refused[2, ""].why
    assert not receipts[0].trouble
    assert into.refused == {"api": 2}
    assert "900" not in caplog.text


def test_a_database_that_takes_nothing_refuses_no_message(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source would otherwise be told that everything is stored, while a standby or a full disk stores nothing."""
    into = intake(database)

    def reads_only(self: Turn, *_: object) -> None:
        del self
        raise InternalError("insert", {}, Exception("cannot execute INSERT in a read-only transaction"))

    with monkeypatch.context() as patched:
        patched.setattr(Turn, "take", reads_only)
        with pytest.raises(InternalError):
            into.take([Incoming("school", "matrix", chat()), Incoming("school", "irc", chat(conversation="d"))])
    assert not into.refused
    assert all(not receipt.duplicate for receipt in take(into, chat()))


def test_of_a_book_the_beginning_is_looked_at_and_all_of_it_is_kept(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def noting(text: str) -> list[Folded]:
        looked_at.append(len(text))
        return readings(text)

    monkeypatch.setattr("belisha.stream.watch.readings", noting)
    filler = "see you at practice. "
    book = f"dont tell your parents we talk {filler * 240_000} send me a pic of you"
    assert len(book) > 5_000_000
    receipts = take(intake(database), [changed(text=book), changed(id="next", text="ok")])
    assert [receipt.trouble for receipt in receipts] == ["", ""]
    assert looked_at == [LOOKED_AT, 2]
    with database.reading() as connection:
        page = messages_around(
            connection, Vault(bytes(32)), "school", subject_of("school", "chat", "conversation", "c").key.hex(), (1, 2)
        )
    kept = page.messages[0]
    assert kept.text == book
    seen = {sighting.clue for sighting in kept.sightings}
    assert "asks_for_secrecy" in seen
    assert "asks_for_picture" not in seen


def told_in(database: Database) -> set[str]:
    with database.reading() as connection:
        return set(connection.execute(select(notices.c.account)).scalars())


def to_group(sender: str, line: str, number: int) -> Message:
    return msgspec.structs.replace(message(number, sender, line, "room"), recipients=("kid", "x", "y"))


@pytest.mark.parametrize("second", ["im 12", "hello"])
def test_of_two_offenders_in_a_group_neither_is_told(database: Database, second: str) -> None:
    """The second says that he is a child, and the light turns about the first."""
    into = intake(database)
    asked = [to_group(sender, line, number) for number, (sender, line) in enumerate(HOT) if sender == "x"]
    also = [to_group("y", line, 20 + number) for number, (sender, line) in enumerate(HOT) if sender == "x"]
    take(into, [AccountFacts("kid", "chat", age=12), ConversationFacts("room", "chat", "", ("kid", "x", "y"), True)])
    take(into, [to_group("y", second, 50), *also[:3], *asked[:4]])
    take(into, [*also[3:], *asked[4:]])
    assert told_in(database) == {"kid"}


def test_one_who_says_to_be_a_child_is_told_nothing_of_himself(database: Database) -> None:
    lines = [("x", "im 12 too"), *HOT]
    take(intake(database), [message(number, sender, line) for number, (sender, line) in enumerate(lines)])
    assert told_in(database) == {"k"}


def test_facts_that_come_later_do_not_tell_the_other(database: Database) -> None:
    into = intake(database)
    take(into, chat()[:6])
    take(into, [AccountFacts("x", "chat", age=11, role="child"), AccountFacts("k", "chat", age=40), *chat()[6:]])
    assert "x" not in told_in(database)


def test_a_light_about_nobody_known_tells_nobody(database: Database) -> None:
    lines = [msgspec.structs.replace(each, sender=None, recipients=()) for each in chat()]
    take(intake(database), [AccountFacts("k", "chat", age=12), *lines])
    assert told_in(database) == set()
