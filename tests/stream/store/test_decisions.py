"""What follows from a decision: in the queue, in what is remembered, for the platform, in the books."""

import msgspec
import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.model import AccountFacts, Family
from belisha.scene import Contact
from belisha.stream.store.accounts_read import account_with, decisions_on, unconfirmed
from belisha.stream.store.audit import audit_page, verify_audit
from belisha.stream.store.cases import agree_release, ask_release, book_of, case_with, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import REASONS, What, confirm
from belisha.stream.store.desk_tables import decisions
from belisha.stream.store.lights_on import light_of, turned_of
from belisha.stream.store.queue import key_in, waiting_of
from belisha.stream.store.roles import NotAllowed, Person, Role
from belisha.stream.store.tables import accounts, changes, conversations, deliveries, lights, notices
from belisha.stream.store.warned import restriction_of
from tests.stream.store.console_people import NOW, added
from tests.stream.store.desks import WATCH, Desk, chat, key_of_account, key_of_chat, said


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    made.take([AccountFacts("k", "chat", age=12), *chat()])
    made.now += 600
    return made


@pytest.fixture
def mod(database: Database) -> Person:
    return added(database, "mod", Role.MODERATOR, "school")


def state(desk: Desk, audience: str = "moderators") -> tuple[int, str]:
    row = desk.rows(lights, lights.c.subject == key_in(key_of_chat()), lights.c.audience == audience)[0]
    return row.light, row.state


def test_what_is_acknowledged_is_off_and_comes_back_with_new_evidence(desk: Desk, mod: Person) -> None:
    assert state(desk) == (2, "open")
    for_child = state(desk, "children")
    desk.decide(mod, What.ACKNOWLEDGE, note="seen")
    assert state(desk) == (0, "acknowledged")
    assert state(desk, "children") == for_child, "a child stays warned"
    with desk.database.reading() as connection:
        subject = key_in(key_of_chat())
        assert subject is not None
        assert light_of(connection, subject, "moderators") is None
        assert [each.after for each in turned_of(connection, subject, "moderators")][-1] == 0
        waiting = waiting_of(connection, "school", key_of_chat())
    assert waiting is not None
    assert waiting.decision == "acknowledge"
    desk.restart()
    desk.take([said(50, "x", "how was the match"), said(49, "k", "good, we won")])
    assert state(desk) == (0, "acknowledged"), "small talk is no new evidence"
    desk.take([said(51, "x", "dont tell your parents, its our secret")])
    assert state(desk) == (2, "open")


def test_likeness_alone_turns_no_light_on_again(desk: Desk, mod: Person) -> None:
    desk.decide(mod, What.ACKNOWLEDGE, note="seen")
    desk.restart()
    desk.take([said(50, "x", "how was the match")])
    last = WATCH.memory.ledger("chat", "c").about("x")[-1]
    alike = msgspec.structs.replace(last, clue="resembles_known_cases", family=Family.LIKENESS, strength=1.0)
    shown = {each.audience for each in WATCH.hear("chat", "c", [alike])[1]}
    assert "moderators" not in shown
    more = msgspec.structs.replace(last, clue="asks_for_secrecy", family=Family.SECRECY, strength=1.0, decibans=5.0)
    assert "moderators" in {each.audience for each in WATCH.hear("chat", "c", [alike, more])[1]}
    again = {each.audience for each in WATCH.hear("chat", "c", [alike])[1]}
    assert not again, "it is on already"


def test_a_dismissal_weighs_until_more_evidence_than_that_comes(desk: Desk, mod: Person) -> None:
    before = desk.rows(lights, lights.c.subject == key_in(key_of_chat()))[0].concern
    desk.decide(mod, What.DISMISS, reason="known")
    row = desk.rows(lights, lights.c.subject == key_in(key_of_chat()), lights.c.audience == "moderators")[0]
    assert (row.light, row.state) == (0, "dismissed")
    assert row.concern < before
    desk.restart()
    desk.take([said(50, "x", "hello again")])
    ledger = WATCH.memory.ledger("chat", "c")
    assert [each.clue for each in ledger.about("x")].count("reviewer_dismissed") == 1
    assert "moderators" not in ledger.shown


def test_a_dismissal_of_an_account_weighs_in_each_of_its_conversations(desk: Desk, mod: Person) -> None:
    desk.take(chat(conversation="d"))
    if not desk.count(lights, lights.c.kind == "account"):
        pytest.skip("no light turned for the account by itself")
    before = [each.decibans for each in _contacts(desk)]
    desk.decide(mod, What.DISMISS, key=key_of_account(), reason="family", note="his aunt")
    after = [each.decibans for each in _contacts(desk)]
    assert len(before) == len(after) == 2
    assert max(after) < min(before)
    row = desk.rows(lights, lights.c.kind == "account", lights.c.audience == "moderators")[0]
    assert (row.light, row.state) == (0, "dismissed")


def _contacts(desk: Desk) -> tuple[Contact, ...]:
    with desk.database.reading() as connection:
        account = account_with(connection, "school", key_of_account())
    assert account is not None
    return account.contacts


@pytest.mark.parametrize(
    ("what", "more", "why"),
    [
        (What.DISMISS, {}, "needs a reason"),
        (What.DISMISS, {"reason": "because"}, "needs a reason"),
        (What.DISMISS, {"reason": "other", "note": "  "}, "in the note"),
        (What.ESCALATE, {"reason": "known"}, "Only a dismissal"),
        (What.ACKNOWLEDGE, {"key": "ab" * 16}, "no such conversation"),
        (What.ACKNOWLEDGE, {"key": "nonsense"}, "no such conversation"),
        (What.ACKNOWLEDGE, {"audience": "police"}, "No light of police"),
        (What.ACKNOWLEDGE, {"note": "x" * 10_001}, "characters at most"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_leaves_nothing(
    desk: Desk, mod: Person, what: What, more: dict[str, str], why: str
) -> None:
    with pytest.raises(Unusable, match=why):
        desk.decide(mod, what, **more)
    assert desk.count(decisions) == 0
    assert state(desk) == (2, "open")


def test_a_restriction_begins_hours_later_by_chance_and_the_platform_hears_of_it_then(desk: Desk, mod: Person) -> None:
    begins = set()
    for _ in range(5):
        desk.decide(mod, What.RESTRICT)
        row = desk.rows(accounts, accounts.c.id == "x")[0]
        assert row.restricted_at == desk.now
        assert 3_600 <= row.restricted_from - desk.now <= 12 * 3_600
        begins.add(row.restricted_from)
    assert len(begins) == 5
    due = desk.rows(deliveries, deliveries.c.channel.like("%restrict"))
    assert {each.due_at for each in due} == begins
    assert all(b'"account":"x"' in bytes(each.body) for each in due)
    last = desk.rows(accounts, accounts.c.id == "x")[0].restricted_from
    with desk.database.reading() as connection:
        assert not restriction_of(connection, desk.vault, "school", ("chat", "x"), last - 1).restricted
        assert restriction_of(connection, desk.vault, "school", ("chat", "x"), last).restricted
    desk.decide(mod, What.LIFT)
    with desk.database.reading() as connection:
        assert not restriction_of(connection, desk.vault, "school", ("chat", "x"), last).restricted
    assert desk.count(deliveries, deliveries.c.channel.like("%restrict"), deliveries.c.due_at == desk.now) == 1


def test_a_warning_goes_to_the_child_again_and_never_to_the_other(desk: Desk, mod: Person) -> None:
    before = desk.count(notices)
    desk.decide(mod, What.WARN)
    told = desk.rows(notices)
    assert len(told) == before + 1
    assert {each.account for each in told} == {"k"}
    assert state(desk) == (2, "open")


def test_a_report_needs_a_case_that_two_people_released(desk: Desk, database: Database, mod: Person) -> None:
    first, second = (added(database, name, Role.OFFICER, "school") for name in ("off1", "off2"))
    with pytest.raises(NotAllowed):
        desk.decide(mod, What.REPORT)
    with pytest.raises(Unusable, match="two people released"):
        desk.decide(first, What.REPORT)
    with database.writing() as connection:
        number = open_case(connection, "school", key_of_chat(), first, desk.now)
        case = case_with(connection, "school", number)
        assert case is not None
        ask_release(connection, case, mod, desk.now)
        with pytest.raises(NotAllowed):
            agree_release(connection, case, mod, desk.now)
        agree_release(connection, case, second, desk.now)
    desk.decide(first, What.REPORT, note="sent to the county police")
    assert state(desk) == (0, "closed")
    with database.reading() as connection:
        book = [entry.said("what") for entry in book_of(connection, "school", number)]
    assert book == ["opened", "added conversation", "asked for release", "released", "report"]


def test_roles_decide_what_they_may(desk: Desk, database: Database, mod: Person) -> None:
    refused = [added(database, role.value, role, "school") for role in (Role.VIEWER, Role.ADMINISTRATOR, Role.AUDITOR)]
    refused.append(added(database, "elsewhere", Role.OFFICER, "club"))
    for person in refused:
        for what in What:
            with pytest.raises(NotAllowed):
                desk.decide(person, what, reason="known" if what is What.DISMISS else "")
        with pytest.raises(NotAllowed), database.writing() as connection:
            confirm(connection, "school", 1, person, NOW)
    assert desk.count(decisions) == 0
    assert mod.role is Role.MODERATOR


def test_a_second_person_confirms_and_everything_is_in_the_audit_log(
    desk: Desk, database: Database, mod: Person
) -> None:
    number = desk.decide(mod, What.DISMISS, reason="game", note="a secret remark about somebody")
    clubber = added(database, "clubber", Role.MODERATOR, "club")
    other = added(database, "other", Role.MODERATOR, "school")
    with database.writing() as connection:
        assert [each.number for each in unconfirmed(connection, "school", other.id)] == [number]
        assert unconfirmed(connection, "school", mod.id) == []
        with pytest.raises(NotAllowed):
            confirm(connection, "school", number, mod, desk.now)
        with pytest.raises(Unusable):
            confirm(connection, "club", number, clubber, desk.now)
        confirm(connection, "school", number, other, desk.now)
        with pytest.raises(Unusable):
            confirm(connection, "school", number, other, desk.now)
        assert decisions_on(connection, "school", key_of_chat())[0].second_name == "other"
        log = audit_page(connection, "school")
        assert [entry.recorded["what"] for entry in log[:2]] == ["confirmed decision", "added person"]
        decided = next(entry for entry in log if entry.recorded["what"] == "decided: dismiss")
        assert decided.recorded["subject"] == key_of_chat()
        assert not any("remark" in str(entry.recorded) for entry in log)
        assert verify_audit(connection) is None


def test_every_reason_can_be_given(desk: Desk, mod: Person) -> None:
    for reason in REASONS:
        desk.decide(mod, What.DISMISS, reason=reason, note="why")
    assert {row.reason for row in desk.rows(decisions)} == set(REASONS)


def test_a_decision_leaves_when_the_last_message_came_as_it_is(desk: Desk, mod: Person) -> None:
    before = desk.rows(conversations)[0]
    desk.decide(mod, What.DISMISS, reason="known")
    after = desk.rows(conversations)[0]
    assert (after.last_at, after.count, after.source) == (before.last_at, before.count, before.source)
    with desk.database.reading() as connection:
        assert connection.execute(select(changes.c.after).order_by(changes.c.number.desc()).limit(1)).scalar() == 0
