"""Against a real Redis."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha.chats.live import Connection, KeptInMemory
from belisha.chats.live.redis_streams import RedisSettings, RedisStreams
from belisha.errors import Unreadable
from tests.chats.live.listening import free_port, line, listening, numbers, program, running, taken, taken_and_stored
from tests.chats.live.outages import SCENES, Broker, Scene

redis = pytest.importorskip("redis")


class _Redis(Broker):
    def __init__(self, port: int, stream: str) -> None:
        self.settings = RedisSettings(stream, url=f"redis://127.0.0.1:{port}/0", claim_seconds=0.2)
        self.client = redis.Redis(port=port)

    async def publish(self, *wanted: int) -> None:
        for number in wanted:
            self.client.xadd(self.settings.stream, {"message": line(number)})

    def open(self) -> Connection:
        return RedisStreams().open(self.settings, KeptInMemory())


def _command(port: int, folder: Path) -> list[str | Path]:
    server = program("redis-server", "redis-server")
    return [server, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    with running(_command(port, tmp_path_factory.mktemp("redis")), "Ready to accept connections"):
        yield port


@pytest.fixture
def broker(port: int, request: pytest.FixtureRequest) -> Iterator[_Redis]:
    broker = _Redis(port, request.node.name)
    yield broker
    broker.client.close()


@pytest.mark.parametrize("scene", SCENES)
def test_an_outage_of_ours(broker: _Redis, scene: Scene) -> None:
    asyncio.run(scene(broker))


def test_it_goes_on_after_the_server_was_killed(tmp_path: Path) -> None:
    asyncio.run(_server_killed(tmp_path))


async def _server_killed(folder: Path) -> None:
    port = free_port()
    with running(_command(port, folder), "Ready to accept connections") as server:
        broker = _Redis(port, "chat")
        await broker.publish(0)
        async with listening(broker.open()) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
            server.kill()
            with pytest.raises(OSError, match=f"127.0.0.1:{port}"):
                await taken(frames, 1)
    broker.client.close()
    with running(_command(port, folder), "Ready to accept connections"):
        broker = _Redis(port, "chat")
        await broker.publish(1)
        async with listening(broker.open()) as (_connection, frames):
            assert numbers(await taken(frames, 1)) == [1]
    broker.client.close()


def test_a_server_that_is_not_there_is_a_lost_one() -> None:
    async def listen() -> None:
        async with listening(_Redis(free_port(), "chat").open()) as (_connection, frames):
            await taken(frames, 1)

    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        asyncio.run(listen())


def test_what_another_reader_left_lying_is_taken_over(broker: _Redis) -> None:
    async def listen() -> None:
        await broker.publish(0, 1)
        broker.client.xgroup_create(broker.settings.stream, "belisha", id="0")
        assert broker.client.xreadgroup("belisha", "another", {broker.settings.stream: ">"}, count=2)
        async with listening(broker.open()) as (connection, frames):
            assert broker.client.xinfo_groups(broker.settings.stream)[0]["lag"] == 0, "nothing is new to the group"
            assert sorted(numbers(await taken_and_stored(connection, frames, 2))) == [0, 1]
        assert broker.client.xpending(broker.settings.stream, "belisha")["pending"] == 0

    asyncio.run(listen())


def test_an_entry_that_was_cut_from_the_stream_is_told_as_lost(broker: _Redis) -> None:
    async def listen() -> None:
        await broker.publish(0, 1)
        async with listening(broker.open()) as (_connection, frames):
            await taken(frames, 2)
        broker.client.xtrim(broker.settings.stream, maxlen=1, approximate=False)
        async with listening(broker.open()) as (_connection, frames):
            lost, still_there = await taken(frames, 2)
        assert numbers([still_there]) == [1]
        with pytest.raises(Unreadable, match="was cut from the stream"):
            list(RedisStreams().decode(lost))

    asyncio.run(listen())
