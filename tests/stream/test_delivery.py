"""What is due arrives, signed, and is tried again with growing pauses until it does or is given up."""

import asyncio
import hashlib
import hmac
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from belisha.model import Light
from belisha.notices import Notice
from belisha.settings import Settings, Webhook
from belisha.stream.delivery import GIVEN_UP_AFTER, SIGNATURE, Delivery, pause_before, signature
from belisha.stream.outbox import DueNotice, channel_of
from belisha.stream.store.database import Database
from belisha.stream.store.tables import deliveries

URL = "https://hook.example.org/in"
SETTINGS = Settings(webhooks=(Webhook(URL, "HOOK_SECRET"),))


class Receiver:
    """Answers with the statuses it was given, one after the other, and keeps what it was sent."""

    def __init__(self, *statuses: int | Exception) -> None:
        self.got: list[tuple[str, bytes, dict[str, str]]] = []
        self._statuses = list(statuses)

    async def __call__(self, url: str, body: bytes, headers: dict[str, str]) -> int:
        self.got.append((url, body, headers))
        status = self._statuses.pop(0)
        if isinstance(status, Exception):
            raise status
        return status


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def due(database: Database, channel: str = f"lights {URL}", body: bytes = b"{}") -> None:
    with database.writing() as connection:
        row = {"platform": "school", "channel": channel, "body": body, "created_at": 1_000.0, "due_at": 1_000.0}
        connection.execute(insert(deliveries), [row])


def send(database: Database, receiver: Receiver, clock: Callable[[], float], **warners: object) -> int:
    delivery = Delivery(database, SETTINGS, warners, receiver, clock)  # type: ignore[arg-type]
    return asyncio.run(delivery.send_due())


def row(database: Database) -> object:
    with database.reading() as connection:
        return connection.execute(select(deliveries)).one()


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK_SECRET", "sesame")


def test_it_arrives_once_and_signed(database: Database) -> None:
    due(database, body=b'{"event":"light"}')
    receiver, clock = Receiver(204), Clock()
    assert send(database, receiver, clock) == 1
    assert send(database, receiver, clock) == 0
    _, body, headers = receiver.got[0]
    made = hmac.new(b"sesame", b"1000." + body, hashlib.sha256).hexdigest()
    assert headers[SIGNATURE] == f"t=1000,v1={made}" == signature(body, "sesame", 1_000)
    assert row(database).delivered_at == 1_000.0  # type: ignore[attr-defined]


@pytest.mark.parametrize("trouble", [500, 404, 302, OSError("no route")])
def test_it_is_tried_again_after_a_pause(database: Database, trouble: int | Exception) -> None:
    due(database)
    receiver, clock = Receiver(trouble, 200), Clock()
    assert send(database, receiver, clock) == 1
    assert send(database, receiver, clock) == 0
    assert row(database).trouble  # type: ignore[attr-defined]
    clock.now += pause_before(1)
    assert send(database, receiver, clock) == 1
    assert row(database).due_at is None  # type: ignore[attr-defined]


def test_pauses_grow_and_have_an_end() -> None:
    pauses = [pause_before(attempt) for attempt in range(1, 40)]
    assert pauses == sorted(pauses)
    assert pauses[0] < 10
    assert pauses[-1] == 3_600


def test_it_is_given_up_in_the_end_and_says_why(database: Database) -> None:
    due(database)
    clock = Clock()
    clock.now += GIVEN_UP_AFTER + 1
    send(database, Receiver(500), clock)
    given_up = row(database)
    assert given_up.due_at is None  # type: ignore[attr-defined]
    assert given_up.delivered_at is None  # type: ignore[attr-defined]
    assert "500" in given_up.trouble  # type: ignore[attr-defined]


def test_a_secret_that_is_missing_delivers_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOOK_SECRET")
    due(database)
    receiver = Receiver()
    send(database, receiver, Clock())
    assert receiver.got == []
    assert "HOOK_SECRET" in row(database).trouble  # type: ignore[attr-defined]


def test_a_child_is_told_through_its_source(database: Database) -> None:
    told: list[Notice] = []

    async def warn(notice: Notice) -> bool:
        told.append(notice)
        return True

    body = msgspec.json.encode(DueNotice("n1", "matrix", "@kid", "!room", Light.RED, "de", 12, ("secrecy",)))
    due(database, "notice:club", body)
    send(database, Receiver(), Clock(), club=warn)
    assert told[0].account == "@kid"
    assert told[0].language == "de"
    assert told[0].text
    assert row(database).due_at is None  # type: ignore[attr-defined]


def test_a_child_who_asks_for_help_is_answered(database: Database) -> None:
    told: list[Notice] = []

    async def warn(notice: Notice) -> bool:
        told.append(notice)
        return True

    asked = DueNotice("n1", "matrix", "@kid", "!room", Light.RED, "en", 12, (), "help", reviewers_told=True)
    due(database, "notice:club", msgspec.json.encode(asked))
    send(database, Receiver(), Clock(), club=warn)
    assert told[0].text
    assert told[0].choices == ()


def test_one_address_may_be_told_of_several_things() -> None:
    assert channel_of(Webhook(URL, "S")) != channel_of(Webhook(URL, "S", what="notices"))


def test_a_source_that_is_away_is_tried_again(database: Database) -> None:
    body = msgspec.json.encode(DueNotice("n1", "matrix", "@kid", "!room", Light.AMBER, "en", None, ()))
    due(database, "notice:club", body)
    send(database, Receiver(), Clock())
    assert row(database).due_at is not None  # type: ignore[attr-defined]


def test_a_receiver_that_never_answers_is_given_up_for_now(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belisha.stream.delivery._TIMEOUT", 0.01)
    due(database)

    async def never(*_: object) -> int:
        await asyncio.Event().wait()
        return 200

    delivery = Delivery(database, SETTINGS, {}, never, Clock())
    assert asyncio.run(delivery.send_due()) == 1
    assert "Timeout" in row(database).trouble  # type: ignore[attr-defined]


def test_a_channel_that_does_not_answer_holds_up_no_other(database: Database) -> None:
    """A thousand webhooks wait for a receiver that hangs; the child must be told all the same."""
    for _ in range(120):
        due(database)
    body = msgspec.json.encode(DueNotice("n1", "matrix", "@kid", "!room", Light.RED, "en", 12, ("secrecy",)))
    due(database, "notice:club", body)
    called = []

    async def hangs(*_: object) -> int:
        called.append(1)
        await asyncio.Event().wait()
        return 200

    async def until_told() -> None:
        told, woken = asyncio.Event(), asyncio.Event()

        async def warn(_notice: Notice) -> bool:
            told.set()
            return True

        delivery = Delivery(database, SETTINGS, {"club": warn}, hangs, Clock())
        sending = asyncio.create_task(delivery.keep_sending(woken))
        await asyncio.wait_for(told.wait(), 10)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)

    asyncio.run(until_told())
    assert len(called) == 50, "no more at once, and none twice"


def test_what_was_delivered_while_the_database_is_away_is_noted_when_it_is_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belisha.stream.delivery._FIRST_PAUSE", 0.0)
    due(database)
    receiver, writing = Receiver(200), Database.writing
    away = [OperationalError("begin", {}, Exception("gone"))] * 3

    def in_the_end(self: Database) -> Any:
        if away:
            raise away.pop()
        return writing(self)

    monkeypatch.setattr(Database, "writing", in_the_end)
    assert send(database, receiver, Clock()) == 1
    assert len(receiver.got) == 1, "it is told once"
    assert row(database).due_at is None  # type: ignore[attr-defined]


def test_what_may_be_secret_in_a_webhooks_address_is_not_logged(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    due(database)
    send(database, Receiver(500), Clock())
    assert "hook.example.org" in caplog.text
    assert "/in" not in caplog.text
