"""What is acknowledged is in the database, once, whatever is sent twice, in whatever pieces, and across restarts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from belisha.lights.children import Children
from belisha.lights.moderators import Moderators
from belisha.model import AccountFacts, How, Light, Message, Provenance, Relation, Tie
from belisha.notices import Answer, ChildAnswer
from belisha.settings import Settings, Watching, Webhook, zone_of
from belisha.stream.intake import Intake
from belisha.stream.outbox import Outbox
from belisha.stream.store.database import Database
from belisha.stream.store.tables import changes, conversations, deliveries, lights, messages, notices
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming, Receipt, Told
from belisha.stream.watch import Noticed, Watch

START = datetime(2026, 5, 1, 18, tzinfo=UTC)
NIGHT = datetime(2026, 7, 1, 22, 30, tzinfo=UTC).timestamp()
WATCH = Watch([Children(), Moderators()])
HOOK = "https://hook.example.org/in"
SETTINGS = Settings(webhooks=(Webhook(HOOK, "HOOK"), Webhook(HOOK, "HOOK", what="notices")))
HOT = (
    ("x", "hey how old are you"),
    ("k", "im 12"),
    ("x", "cool dont tell your parents we talk ok its our secret"),
    ("k", "ok"),
    ("x", "send me a pic of you, just for me"),
    ("k", "i dont want to"),
    ("x", "come on if you dont i will tell everyone at your school what you said"),
    ("x", "delete this chat after and add me on snap"),
    ("x", "can we meet tomorrow after school, come alone"),
)


def intake(database: Database, keep_text: str = "evidence") -> Intake:
    return Intake(
        database, WATCH, Vault(bytes(32)), Outbox(SETTINGS), keep_text=keep_text, clock=lambda: START.timestamp() + 300
    )


def message(number: int, sender: str, text: str, conversation: str = "c") -> Message:
    place = Provenance("api", "api", "", f"message {number}", How.LIVE)
    at = START + timedelta(seconds=20 * number)
    return Message(
        f"m{number}", "chat", conversation, sender, text, at, place, recipients=("k",) if sender == "x" else ()
    )


def chat(lines: Sequence[tuple[str, str]] = HOT, conversation: str = "c") -> list[Message]:
    return [message(number, sender, text, conversation) for number, (sender, text) in enumerate(lines)]


def take(into: Intake, told: Sequence[Told], platform: str = "school") -> list[Receipt]:
    return into.take([Incoming(platform, "api", told)])[0]


def count(database: Database, table: object) -> int:
    with database.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar() or 0)  # type: ignore[arg-type]


def shown(database: Database) -> dict[tuple[str, str], int]:
    with database.reading() as connection:
        rows = connection.execute(select(lights.c.kind, lights.c.audience, lights.c.light))
        return {(kind, audience): light for kind, audience, light in rows}


def test_a_chat_of_concern_turns_lights_and_leaves_everything_behind(database: Database) -> None:
    receipts = take(intake(database), chat())
    assert [receipt.position for receipt in receipts] == list(range(1, len(HOT) + 1))
    assert shown(database)["conversation", "moderators"] == Light.RED
    assert shown(database)["conversation", "children"] == Light.RED
    assert count(database, messages) == len(HOT)
    assert count(database, conversations) == 1
    turned = [change for receipt in receipts for change in receipt.changes]
    assert 0 < len(turned) <= count(database, changes)


def test_what_comes_again_is_told_where_it_stands_and_changes_nothing(database: Database) -> None:
    first = take(intake(database), chat())
    before = shown(database), count(database, changes), count(database, deliveries)
    again = take(intake(database), chat())
    assert all(receipt.duplicate and not receipt.changes for receipt in again)
    assert [receipt.position for receipt in again] == [receipt.position for receipt in first]
    assert count(database, messages) == len(HOT)
    assert (shown(database), count(database, changes), count(database, deliveries)) == before


def test_what_comes_again_after_a_restart_leaves_the_memory_as_it_was(database: Database) -> None:
    """A server repeats what it has no answer to, and the service does not hold that conversation any more."""
    take(intake(database), chat()[:5])
    take(intake(database), chat()[:5])
    assert take(intake(database), chat()[5:6])[0].position == 6
    take(intake(database), chat())
    take(intake(database), chat()[:3])
    rest = take(intake(database), chat([("x", "come alone tomorrow, dont tell anyone")] * len(HOT) * 2)[len(HOT) :])
    assert [receipt.position for receipt in rest] == list(range(len(HOT) + 1, 2 * len(HOT) + 1))
    assert not [change for receipt in rest for change in receipt.changes], "lights that are on do not turn again"


def test_the_same_message_twice_in_one_transaction_counts_once(database: Database) -> None:
    one = message(1, "x", "hello")
    receipts = intake(database).take([Incoming("school", "api", [one, one]), Incoming("school", "irc", [one])])
    assert [receipt.duplicate for each in receipts for receipt in each] == [False, True, True]
    assert count(database, messages) == 1


def test_platforms_know_nothing_of_each_other(database: Database) -> None:
    both = intake(database)
    take(both, chat(), "school")
    receipts = take(both, chat()[-1:], "club")
    assert receipts[0].position == 1
    assert not receipts[0].duplicate


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.sets(st.integers(1, len(HOT) - 1)), restarts=st.sets(st.integers(0, 8)))
def test_any_pieces_and_any_restarts_give_the_same_lights(
    tmp_path_factory: pytest.TempPathFactory, cuts: set[int], restarts: set[int]
) -> None:
    whole, pieces = (_empty(tmp_path_factory) for _ in range(2))
    take(intake(whole), chat())
    into = intake(pieces)
    edges = [0, *sorted(cuts), len(HOT)]
    for number, (start, end) in enumerate(pairwise(edges)):
        if number in restarts:
            into = intake(pieces)
        take(into, chat()[start:end])
    assert _log(pieces) == _log(whole)
    assert shown(pieces) == shown(whole)
    whole.close()
    pieces.close()


_MIGRATED: list[bytes] = []


def _empty(tmp_path_factory: pytest.TempPathFactory) -> Database:
    file = tmp_path_factory.mktemp("split") / "belisha.db"
    if not _MIGRATED:
        first = Database(f"sqlite:///{file}.first")
        first.migrate()
        first.close()
        _MIGRATED.append(Path(f"{file}.first").read_bytes())
    file.write_bytes(_MIGRATED[0])
    return Database(f"sqlite:///{file}")


def _log(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as connection:
        columns = changes.c.kind, changes.c.audience, changes.c.before, changes.c.after, changes.c.concern
        of_conversations = changes.c.kind == "conversation"  # accounts are looked at once in each piece
        rows = connection.execute(select(*columns, changes.c.position).where(of_conversations))
        return sorted((*row[:4], round(row[4], 6), row[5]) for row in rows)


def test_a_message_that_breaks_the_watch_is_refused_alone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    into = intake(database)
    see_many = Watch.see_many

    def fails_at_poison(self: Watch, told: Iterable[Message]) -> Iterator[Noticed]:
        told = list(told)
        if any("poison" in each.text for each in told):
            raise RuntimeError("poison")
        return see_many(self, told)

    monkeypatch.setattr(Watch, "see_many", fails_at_poison)
    lines = [("x", "hello"), ("k", "poison"), ("x", "how are you")]
    receipts = take(into, chat(lines))
    assert [bool(receipt.trouble) for receipt in receipts] == [False, True, False]
    assert [receipt.position for receipt in receipts] == [1, 0, 2]
    assert count(database, messages) == 2


def test_the_child_is_told_and_the_other_is_not(database: Database) -> None:
    into = intake(database)
    take(into, [AccountFacts("k", "chat", age=12), *chat()])
    with database.reading() as connection:
        told = {row.account for row in connection.execute(select(notices))}
        bodies = [bytes(row.body) for row in connection.execute(select(deliveries))]
    assert told == {"k"}
    assert not any(b"come alone" in body or b"tomorrow" in body for body in bodies)


def test_a_childs_answers_are_kept_and_weigh(database: Database) -> None:
    into = intake(database)
    take(into, chat()[:7])
    before = _concerns(database)
    with database.reading() as connection:
        notice = connection.execute(select(notices.c.id).order_by(notices.c.created_at.desc()).limit(1)).scalar_one()
    take(into, [ChildAnswer("chat", "k", Answer.HELP, notice)])
    with database.reading() as connection:
        answers = list(connection.execute(select(notices.c.answer).where(notices.c.answer.is_not(None))).scalars())
    assert answers == ["help"]
    with database.reading() as connection:
        replies = [row for row in connection.execute(select(deliveries)) if b'"answer":"help"' in bytes(row.body)]
    assert [row.channel for row in replies] == [f"notices {HOOK}"]
    assert b'"reviewers_told":true' in bytes(replies[0].body)
    assert notice.encode() not in bytes(replies[0].body), "under a known id nothing new would be brought"
    after = _concerns(database)
    assert all(after[key] > before[key] for key in before)


@pytest.mark.parametrize(
    ("watching", "platform", "is_night"),
    [
        (Watching(), "school", False),
        (Watching("Europe/London"), "school", True),
        (Watching("America/New_York"), "school", False),
        (Watching(time_zones={"school": "Europe/London"}), "school", True),
        (Watching(time_zones={"school": "Europe/London"}), "club", False),
        (Watching("Europe/London", {"club": "America/New_York"}), "club", False),
        (Watching("Europe/London", {"club": "America/New_York"}), "school", True),
    ],
)
def test_night_is_night_where_the_people_live(
    database: Database, watching: Watching, platform: str, is_night: bool
) -> None:
    into = Intake(database, WATCH, Vault(bytes(32)), Outbox(SETTINGS), clock=lambda: NIGHT, zone=zone_of(watching))
    late = msgspec.structs.replace(message(0, "x", "are you still up"), sent_at=datetime.fromtimestamp(NIGHT, UTC))
    (receipts,) = into.take([Incoming(platform, "api", [late])])
    seen = {part.what for reading in receipts[0].readings for part in reading.because}
    assert ("writes_at_night" in seen) == is_night
    with database.reading() as connection:
        assert connection.execute(select(messages.c.sent_at)).scalar() == NIGHT


def test_two_platforms_in_one_transaction_have_each_their_own_night(database: Database) -> None:
    zones = zone_of(Watching(time_zones={"school": "Europe/London"}))
    into = Intake(database, WATCH, Vault(bytes(32)), Outbox(SETTINGS), clock=lambda: NIGHT, zone=zones)
    late = msgspec.structs.replace(message(0, "x", "are you still up"), sent_at=datetime.fromtimestamp(NIGHT, UTC))
    given = into.take([Incoming(platform, "api", [late]) for platform in ("school", "club")])
    seen = [{part.what for reading in each[0].readings for part in reading.because} for each in given]
    assert ["writes_at_night" in parts for parts in seen] == [True, False]


def _concerns(database: Database) -> dict[tuple[str, str], float]:
    with database.reading() as connection:
        rows = connection.execute(select(lights.c.kind, lights.c.audience, lights.c.concern))
        return {(kind, audience): concern for kind, audience, concern in rows}


def test_an_answer_to_no_notice_changes_nothing(database: Database) -> None:
    take(intake(database), [ChildAnswer("chat", "somebody", Answer.HELP)])
    assert count(database, changes) == 0


def test_refusals_that_a_platform_reports_are_remembered_over_restarts(database: Database) -> None:
    ties = [Relation(f"kid{number}", "x", Tie.REFUSED, "chat") for number in range(5)]
    take(intake(database), ties)
    take(intake(database), [Relation("kid9", "x", Tie.BLOCKED, "chat")])
    into = intake(database)
    take(into, chat()[:1])
    account = WATCH.memory.account("chat", "x")
    assert len(account.ties[Tie.REFUSED]) == 5
    assert account.ties[Tie.BLOCKED] == ["kid9"]


def test_facts_that_hold_in_every_app_are_remembered_over_restarts(database: Database) -> None:
    """Brokers and webhooks tell facts without an app."""
    take(intake(database), [AccountFacts("k", age=12)])
    take(intake(database), chat()[:1])
    facts = WATCH.memory.facts_of("chat", "k")
    assert facts is not None
    assert facts.age == 12


@pytest.mark.parametrize("keep_text", ["all", "evidence", "hashes"])
def test_no_text_lies_open_in_the_database(database: Database, keep_text: str) -> None:
    take(intake(database, keep_text), chat())
    with database.reading() as connection:
        for table in (messages, conversations, changes, deliveries):
            for row in connection.execute(select(table)):
                for value in row:
                    content = (
                        value.encode() if isinstance(value, str) else bytes(value) if isinstance(value, bytes) else b""
                    )
                    assert b"we meet tomorrow" not in content
                    assert b"after school" not in content
    with database.reading() as connection:
        sealed = list(connection.execute(select(messages.c.sealed)).scalars())
    assert all(text is None for text in sealed) == (keep_text == "hashes")
