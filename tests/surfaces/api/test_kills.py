"""kill -9 at any moment: nothing that was acknowledged is lost, nothing is counted twice, lights are as without."""

import random
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from belisha.stream.store.database import Database
from belisha.stream.store.tables import conversations, messages
from tests.stream.databases import new_database
from tests.surfaces.served import Served

KILLS = 6
CONVERSATIONS = 8
LINES = ("hi there", "how was school", "do you like games", "im 12", "whats your name", "ok cool", "see you")


class Sender(threading.Thread):
    """Sends messages in small requests and sends each again until it was acknowledged, as a platform would."""

    def __init__(self, service: Served) -> None:
        super().__init__(daemon=True)
        self.acknowledged: set[tuple[str, str]] = set()
        self.done = threading.Event()
        self._service = service

    def run(self) -> None:
        number = 0
        while not self.done.is_set():
            batch = [self._message(number + step) for step in range(5)]
            while not self._sent(batch):
                if self.done.is_set():
                    return
            number += 5

    def _message(self, number: int) -> dict[str, Any]:
        conversation = f"c{number % CONVERSATIONS}"
        sender = "ab"[number // CONVERSATIONS % 2]
        text = LINES[number % len(LINES)]
        return {"id": f"m{number}", "conversation": conversation, "sender": f"{sender}{conversation}", "text": text}

    def _sent(self, batch: list[dict[str, Any]]) -> bool:
        try:
            with self._service.client() as client:
                answer = client.post("/v1/messages", json={"messages": batch})
        except httpx.HTTPError:
            self.done.wait(0.02)
            return False
        if answer.status_code == httpx.codes.OK:
            self.acknowledged.update((each["conversation"], each["id"]) for each in answer.json()["receipts"])
        return answer.status_code == httpx.codes.OK


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_is_lost_and_nothing_counted_twice(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    database = new_database(request.getfixturevalue("postgresql")) if kind == "postgresql" else ""
    service = Served(tmp_path, database)
    service.start()
    sender = Sender(service)
    sender.start()
    chance = random.Random(7)  # noqa: S311 - moments to kill at
    for _ in range(KILLS):
        sender.done.wait(chance.uniform(0.05, 0.8))
        service.kill()
        service.start()
    before = len(sender.acknowledged)
    while len(sender.acknowledged) < before + 20:
        sender.done.wait(0.02)
    sender.done.set()
    sender.join(30)
    service.stop()
    _judge(Database(database or f"sqlite:///{tmp_path}/belisha.db"), sender.acknowledged)


def _judge(database: Database, acknowledged: set[tuple[str, str]]) -> None:
    with database.reading() as connection:
        known = list(connection.execute(select(conversations.c.key, conversations.c.id, conversations.c.count)))
        names = {row.key: row.id for row in known}
        stored = [
            (names[key], identity, position)
            for key, identity, position in connection.execute(
                select(messages.c.conversation, messages.c.id, messages.c.position)
            )
        ]
        number = connection.execute(select(func.count()).select_from(messages)).scalar()
    database.close()
    assert len(acknowledged) > 20
    assert acknowledged <= {(name, identity) for name, identity, _ in stored}
    assert number == len({(name, identity) for name, identity, _ in stored})
    for row in known:
        positions = sorted(position for name, _, position in stored if name == row.id)
        assert positions == list(range(1, row[2] + 1))
