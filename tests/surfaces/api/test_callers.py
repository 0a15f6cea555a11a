"""What is remembered of callers is bounded, and ends by a clock that nobody sets."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha.settings import Database, Settings
from belisha.stream.store.access import new_api_key, revoke_api_key
from belisha.surfaces.api.callers import Callers
from belisha.surfaces.running import Running


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Running]:
    made = Running(Settings(database=Database(url=f"sqlite:///{tmp_path}/belisha.db")))
    yield made
    made.database.close()


def test_a_revoked_key_ends_also_when_the_clock_is_set_back(service: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    with service.database.writing() as connection:
        written = new_api_key(connection, "school", frozenset({"lights:read"}))
    callers, now = Callers(service), time.time()
    known = asyncio.run(callers.key(written))
    assert known is not None
    with service.database.writing() as connection:
        assert revoke_api_key(connection, known.id)
    moment = time.monotonic() + 6
    monkeypatch.setattr(time, "time", lambda: now - 86_400)
    monkeypatch.setattr(time, "monotonic", lambda: moment)
    assert asyncio.run(callers.key(written)) is None


def test_keys_too_long_to_be_keys_are_not_looked_up(service: Running) -> None:
    callers = Callers(service)
    service.database.close()
    assert asyncio.run(callers.key("belisha_0_" + "x" * 60_000)) is None
