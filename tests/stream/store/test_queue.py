"""The queue: what must be acted on first stands first, pages miss nothing, filters narrow, and it stays quick."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, update

from belisha.stream.store.arrivals import subject_of, time_to_act
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What
from belisha.stream.store.queue import (
    QueuePage,
    Waiting,
    Wanted,
    filters_of,
    give_up,
    key_in,
    next_waiting,
    queue_counts,
    queue_page,
    subject_with,
    take_on,
    waiting_of,
)
from belisha.stream.store.roles import NotAllowed, Role
from belisha.stream.store.tables import lights
from tests.stream.store.console_people import NOW, added
from tests.stream.store.desks import Desk, chat, key_of_chat


def light(number: int, concern: float, **more: object) -> dict[str, object]:
    subject = subject_of("school", "chat", "conversation", f"c{number}")
    given_more = {"light": 2 if concern > 0.9 else 1, "state": "open", "source": "api", "turned_at": NOW, **more}
    about = {"about": f"x{number}", "read_at": NOW, "act_by": NOW + time_to_act(concern), "reviewer": None}
    parts = {"platform": "school", "app": "chat", "kind": "conversation", "id": subject.id, "audience": "moderators"}
    return {"subject": subject.key, **parts, "concern": concern, "highest": concern, **about, **given_more}


def fill(database: Database, rows: list[dict[str, object]]) -> None:
    with database.writing() as connection:
        connection.execute(insert(lights), rows)


def page(database: Database, wanted: Wanted | None = None, **more: object) -> QueuePage:
    with database.reading() as connection:
        return queue_page(connection, "school", wanted or Wanted(), **more)  # type: ignore[arg-type]


@given(st.lists(st.floats(0, 1), min_size=2, max_size=5))
def test_more_concern_never_leaves_more_time(concerns: list[float]) -> None:
    times = [time_to_act(concern) for concern in sorted(concerns)]
    assert all(later >= sooner for later, sooner in pairwise(times))
    assert all(900 <= each <= 86_400 for each in times)


def test_what_was_amber_for_long_comes_before_what_is_newly_red(database: Database) -> None:
    fill(database, [light(1, 0.99), light(2, 0.5, act_by=NOW - 1), light(3, 0.95), light(4, 0.6)])
    assert [each.id for each in page(database).waiting] == ["c2", "c1", "c3", "c4"]


@pytest.mark.parametrize("limit", [1, 7])
def test_pages_give_each_light_once_in_order(database: Database, limit: int) -> None:
    fill(database, [light(number, [0.5, 0.7, 0.95][number % 3]) for number in range(20)])
    whole = page(database).waiting
    found: list[Waiting] = []
    place = None
    while True:
        part = page(database, after=place, limit=limit)
        found += part.waiting
        place = part.next
        if place is None:
            break
    assert tuple(found) == whole
    assert len(whole) == 20


def test_filters_narrow(database: Database) -> None:
    person = added(database, "mod", Role.MODERATOR, "school")
    fill(
        database,
        [
            light(1, 0.99, app="game"),
            light(2, 0.6, source="irc"),
            light(3, 0.7, state="escalated"),
            light(4, 0.8, audience="parents"),
            light(5, 0.65, reviewer=person.id),
            light(6, 0.65, kind="account"),
        ],
    )
    wanted = {
        ("c1",): [Wanted(light=2), Wanted(app="game"), Wanted(about="x1")],
        ("c2",): [Wanted(source="irc")],
        ("c3",): [Wanted(state="escalated")],
        ("c4",): [Wanted(audience="parents")],
        ("c5",): [Wanted(reviewer=person.id)],
        ("c6",): [Wanted(kind="account")],
        (): [Wanted(audience="police"), Wanted(light=2, source="irc")],
    }
    for ids, each in ((ids, each) for ids, several in wanted.items() for each in several):
        assert tuple(found.id for found in page(database, each).waiting) == ids
    with database.reading() as connection:
        assert queue_counts(connection, "school") == {"open": {1: 3, 2: 1}, "escalated": {1: 1}}
        assert filters_of(connection, "school") == {"app": ["chat", "game"], "source": ["api", "irc"]}


def test_the_next_one_goes_round_and_ends(database: Database) -> None:
    fill(database, [light(1, 0.99), light(2, 0.6)])
    first, second = (subject_of("school", "chat", "conversation", name).key.hex() for name in ("c1", "c2"))
    with database.reading() as connection:
        after = {key: next_waiting(connection, "school", Wanted(), key) for key in (first, second, "ab" * 16)}
    assert {key: each.id if each else None for key, each in after.items()} == {
        first: "c2",
        second: "c1",
        "ab" * 16: "c1",
    }
    with database.writing() as connection:
        connection.execute(update(lights).where(lights.c.id == "c2").values(state="closed"))
        assert next_waiting(connection, "school", Wanted(), first) is None


def test_who_looks_at_something_is_shown_to_the_others(database: Database) -> None:
    desk = Desk(database)
    desk.take(chat())
    person = added(database, "mod", Role.MODERATOR, "school")
    viewer = added(database, "viewer", Role.VIEWER, "school")
    with database.writing() as connection:
        with pytest.raises(NotAllowed):
            take_on(connection, "school", key_of_chat(), viewer, NOW)
        take_on(connection, "school", key_of_chat(), person, NOW)
        waiting = waiting_of(connection, "school", key_of_chat())
        assert waiting is not None
        assert (waiting.reviewer, waiting.reviewer_name) == (person.id, "mod")
        give_up(connection, "school", key_of_chat(), person, NOW)
        waiting = waiting_of(connection, "school", key_of_chat())
    assert waiting is not None
    assert waiting.reviewer is None
    desk.decide(person, What.ESCALATE)
    assert page(database, Wanted(state="escalated")).waiting[0].decision == "escalate"


def test_keys_that_are_none_find_nothing(database: Database) -> None:
    with database.reading() as connection:
        for key in ("", "ab", "zz" * 16, "ab" * 17, "é" * 32):
            assert key_in(key) is None
            assert subject_with(connection, "school", key) is None
            assert waiting_of(connection, "school", key) is None


def test_time_to_act_only_ever_gets_shorter_while_a_light_is_on(database: Database) -> None:
    desk = Desk(database)
    due = []
    for message in chat():
        desk.take([message])
        desk.now += 60
        due += [(each.act_by, each.concern) for each in page(database, Wanted(kind="conversation")).waiting]
    assert len(due) >= 3
    assert all(later[0] <= sooner[0] or later[1] > sooner[1] for sooner, later in pairwise(due))
    assert due[-1][0] < due[0][0]
