"""The live service: what a transaction takes, small and large, and how soon a light turns under steady load."""

import asyncio
import itertools
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from belisha import plugins
from belisha.lights import Audience
from belisha.model import How, Message, Provenance
from belisha.settings import Settings
from belisha.stream.intake import Intake
from belisha.stream.outbox import Outbox
from belisha.stream.store.database import Database
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming
from belisha.stream.watch import Watch
from bench.conftest import Measure
from tests.stream.databases import database, database_url, postgresql
from tests.surfaces.served import served

__all__ = ["database", "database_url", "postgresql"]
CHATS = 5_000
LINES = (
    "hey how are you",
    "did you see the game",
    "ok cool",
    "what homework do we have for tomorrow",
    "i am so tired today",
    "see you at practice",
    "no way haha that is so funny",
    "my mum says i have to go now",
    "lol",
    "ok bye",
)
RATE, SECONDS = 500, 20
"""Messages a second, one in each request, and for how long."""


def arriving() -> Iterator[Message]:
    """Messages of many chats, in no order of chats, as a busy platform sends them."""
    chance = random.Random(1)  # noqa: S311 - the same every time
    place = Provenance("api", "api", "", "", How.LIVE)
    for number in itertools.count():
        chat = chance.randrange(CHATS)
        sender = f"u{chat}-{number % 2}"
        yield Message(f"m{number}", "chat", f"c{chat}", sender, chance.choice(LINES), datetime.now(UTC), place)


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch(plugins.find("belisha.lights", Audience))


@pytest.mark.parametrize("size", [1, 100, 1_000])
def test_taking_in(size: int, database: Database, watch: Watch, measure: Measure) -> None:
    intake = Intake(database, watch, Vault(bytes(32)), Outbox(Settings()))
    messages = arriving()
    intake.take([Incoming("p", "api", list(itertools.islice(messages, 6_000)))])
    transactions = max(1, 300 // size)

    def take() -> None:
        for _ in range(transactions):
            intake.take([Incoming("p", "api", list(itertools.islice(messages, size)))])

    kind = "SQLite" if database.is_sqlite else "PostgreSQL"
    measure(("serving", f"stored on {kind}, {size} in a transaction"), size * transactions, take)


@pytest.mark.parametrize("wait_for_disk", ["true", "false"])
def test_a_light_turns_soon_at_a_steady_rate(wait_for_disk: str, tmp_path: Path, record_property: object) -> None:
    settings = f"[database]\nwait_for_disk = {wait_for_disk}\n[limits]\nmessages_per_second = 100000\n"
    with served(tmp_path, settings=settings) as service:
        taken = asyncio.run(_steady(service.base, service.key))
    taken.sort()
    median, late = taken[len(taken) // 2], taken[int(len(taken) * 0.99)]
    print(f"\n{RATE} a second, wait_for_disk = {wait_for_disk}: median {1e3 * median:.1f} ms, 99 % {1e3 * late:.1f} ms")  # noqa: T201
    assert callable(record_property)
    record_property("median_ms", 1e3 * median)
    assert len(taken) == RATE * SECONDS


async def _steady(base: str, key: str) -> list[float]:
    """Seconds from each request's due time to its answer; late requests do not put off those after them."""
    taken: list[float] = []
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
    async with httpx.AsyncClient(
        base_url=base, headers={"Authorization": f"Bearer {key}"}, limits=limits, timeout=30
    ) as client:

        async def send(message: Message, due: float) -> None:
            fields = ("id", "conversation", "sender", "text")
            body = {"messages": [{name: getattr(message, name) for name in fields}]}
            answer = await client.post("/v1/messages", json=body)
            assert answer.status_code == httpx.codes.OK
            taken.append(time.perf_counter() - due)

        tasks = []
        begun = time.perf_counter()
        for number, message in enumerate(itertools.islice(arriving(), RATE * SECONDS)):
            due = begun + number / RATE
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            tasks.append(asyncio.create_task(send(message, due)))
        await asyncio.gather(*tasks)
    return taken
