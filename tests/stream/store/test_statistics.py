"""Figures about decisions, appeals among them, are those that somebody counts by hand."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.errors import Unusable
from belisha.stream.store.accounts_read import account_of
from belisha.stream.store.appeals import GRANTED, UPHELD, appeal_with, appeals_page, decide_appeal, file_appeal
from belisha.stream.store.conversations_read import conversation_with, course_of, evidence_of, messages_around
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.roles import NotAllowed, Person, Role
from belisha.stream.store.statistics import figures_of, wilson
from belisha.stream.store.tables import accounts
from tests.stream.store.console_people import NOW, added
from tests.stream.store.desks import HOT, Desk, chat, key_of_chat


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    for name in ("a", "b", "c", "d"):
        made.take(chat(conversation=name))
    return made


@pytest.fixture
def mod(database: Database) -> Person:
    return added(database, "mod", Role.MODERATOR, "school")


def figures(desk: Desk) -> Any:
    with desk.database.reading() as connection:
        return figures_of(connection, "school", NOW - 1, desk.now + 1)


def test_figures_are_those_counted_by_hand(desk: Desk, mod: Person) -> None:
    assert figures(desk).precision == ()
    turned = figures(desk).turned
    desk.now += 100
    desk.decide(mod, What.ESCALATE, "a")
    desk.now += 100
    desk.decide(mod, What.DISMISS, "a", reason="game")
    desk.decide(mod, What.DISMISS, "b", reason="peers")
    desk.decide(mod, What.RESTRICT, "c")
    desk.now += 90_000
    desk.decide(mod, What.ACKNOWLEDGE, "d")
    found = figures(desk)
    assert found.decisions == {"escalate": 1, "dismiss": 2, "restrict": 1, "acknowledge": 1}
    assert found.turned == turned, "turning a light off is no light that turned"
    assert [(each.name, each.confirmed, each.dismissed) for each in found.precision] == [("red", 1, 2)]
    assert [(each.name, each.confirmed, each.dismissed) for each in found.by_source] == [("api", 1, 2)]
    assert [(each.name, each.precision) for each in found.by_app] == [("chat", 1 / 3)]
    assert found.by_reason == {"game": 1, "peers": 1}
    red = found.waited[1]
    assert (red.count, red.median, red.most, red.in_time) == (4, 200.0, 90_200.0, 0.75)
    assert sum(day[1] for day in found.by_day) == sum(turned.values())
    assert [sum(day[column] for day in found.by_day) for column in (2, 3)] == [1, 2]


@given(st.integers(1, 500).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_the_interval_holds_the_share(shares: tuple[int, int]) -> None:
    low, high = wilson(*shares)
    assert 0 <= low <= shares[0] / shares[1] <= high <= 1


def test_an_appeal_is_decided_by_somebody_else_and_ends_the_restriction(
    desk: Desk, database: Database, mod: Person
) -> None:
    desk.decide(mod, What.RESTRICT, "a")
    with database.writing() as connection:
        number = file_appeal(connection, desk.vault, "school", ("chat", "x"), ("It was a misunderstanding", desk.now))
        for words in ("", "  ", "x" * 20_001):
            with pytest.raises(Unusable):
                file_appeal(connection, desk.vault, "school", ("chat", "x"), (words, desk.now))
    other, viewer = (
        added(database, name, role, "school") for name, role in (("o", Role.MODERATOR), ("v", Role.VIEWER))
    )

    def decide(person: Person, outcome: str) -> None:
        with database.writing() as connection:
            found = appeal_with(connection, desk.vault, "school", number)
            assert found is not None
            assert found.text == "It was a misunderstanding"
            decide_appeal(connection, found, person, (outcome, "note"), desk.outbox, desk.now)

    for person in (mod, viewer):
        with pytest.raises(NotAllowed):
            decide(person, GRANTED)
    with pytest.raises(Unusable):
        decide(other, "perhaps")
    assert desk.rows(accounts, accounts.c.id == "x")[0].restricted_from is not None
    decide(other, GRANTED)
    assert desk.rows(accounts, accounts.c.id == "x")[0].restricted_from is None
    with pytest.raises(Unusable, match="already"):
        decide(other, UPHELD)
    with database.reading() as connection:
        assert appeals_page(connection, desk.vault, "school") == []
        assert [each.outcome for each in appeals_page(connection, desk.vault, "school", undecided=False)] == [GRANTED]
    assert figures(desk).appeals == {GRANTED: 1}


def test_a_conversation_and_its_people_are_read_whole(desk: Desk, mod: Person) -> None:
    key = key_of_chat("a")
    desk.decide(mod, What.DISMISS, "a", reason="game", note="a note")
    with desk.database.reading() as connection:
        head = conversation_with(connection, desk.vault, "school", key)
        page = messages_around(connection, desk.vault, "school", key, (3, 5))
        evidence = evidence_of(connection, "school", key)
        course = course_of(connection, "school", key)
        account = account_of(connection, "school", "chat", "x")
    assert head is not None
    assert (head.count, set(head.members), head.group) == (len(HOT), {"x", "k"}, False)
    assert [each.after for each in head.turned][-2:] == [2, 0]
    assert [each.text for each in page.messages] == [words for _, words in HOT[2:5]]
    assert (page.more_before, page.more_after) == (True, True)
    assert evidence == sorted(set(evidence))
    assert {point.index for _, point in course} <= set(evidence)
    assert [at for at, _ in course] == sorted(at for at, _ in course)
    assert account.contact_count == 4
    assert len(account.contact_keys) == 4
    assert account.contacts[0].decibans >= account.contacts[-1].decibans
    assert [(each.what, each.note) for each in account.decisions] == [("dismiss", "a note")]
    assert {each.kind for each in account.lights} >= {"conversation"}
