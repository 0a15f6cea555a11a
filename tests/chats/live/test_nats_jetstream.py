"""Against a real NATS server with JetStream."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha.chats.live import Connection, KeptInMemory
from belisha.chats.live.nats_jetstream import NatsJetstream, NatsSettings
from belisha.errors import Unusable
from tests.chats.live.listening import free_port, line, listening, numbers, program, running, taken, taken_and_stored
from tests.chats.live.outages import SCENES, Broker, Scene

nats = pytest.importorskip("nats")


class _Nats(Broker):
    def __init__(self, port: int, stream: str) -> None:
        self.settings = NatsSettings(stream, durable=f"of-{stream}", url=f"nats://127.0.0.1:{port}", ack_seconds=1)

    async def publish(self, *wanted: int) -> None:
        client = await nats.connect(self.settings.url)
        stream = client.jetstream()
        await stream.add_stream(name=self.settings.stream, subjects=[f"{self.settings.stream}.>"])
        for number in wanted:
            await stream.publish(f"{self.settings.stream}.room", line(number).encode())
        await client.close()

    def open(self) -> Connection:
        return NatsJetstream().open(self.settings, KeptInMemory())


def _command(port: int, folder: Path) -> list[str | Path]:
    return [program("nats-server", "nats-server"), "-js", "-a", "127.0.0.1", "-p", str(port), "-sd", folder]


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    with running(_command(port, tmp_path_factory.mktemp("nats")), "Server is ready"):
        yield port


@pytest.mark.parametrize("scene", SCENES)
def test_an_outage_of_ours(port: int, scene: Scene) -> None:
    async def play() -> None:
        broker = _Nats(port, scene.__name__)
        await broker.publish()
        await scene(broker)

    asyncio.run(play())


def test_a_message_that_waits_to_be_stored_is_not_sent_again(port: int) -> None:
    async def listen() -> None:
        broker = _Nats(port, "patience")
        await broker.publish(0)
        async with listening(broker.open()) as (connection, frames):
            (first,) = await taken(frames, 1)
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(3 * broker.settings.ack_seconds):
                    await anext(frames)
            await connection.acknowledge(first)

    asyncio.run(listen())


def test_a_message_that_was_sent_twice_is_acknowledged_twice(port: int) -> None:
    async def listen() -> None:
        broker = _Nats(port, "twice")
        await broker.publish(0, 1)
        async with listening(broker.open()) as (connection, frames):
            first, second = await taken(frames, 2)
            for frame in (first, first, second):
                await connection.acknowledge(frame)
        await broker.publish(2)
        async with listening(broker.open()) as (_connection, frames):
            assert numbers(await taken(frames, 1)) == [2]

    asyncio.run(listen())


def test_it_goes_on_after_the_server_was_killed(tmp_path: Path) -> None:
    asyncio.run(_server_killed(tmp_path))


async def _server_killed(folder: Path) -> None:
    broker = _Nats(free_port(), "chat")
    port = int(broker.settings.url.rpartition(":")[2])
    with running(_command(port, folder), "Server is ready") as server:
        await broker.publish(0)
        async with listening(broker.open()) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
            server.kill()
            with pytest.raises(OSError, match=f"127.0.0.1:{port}"):
                await taken(frames, 1)
    with running(_command(port, folder), "Server is ready"):
        await broker.publish(1)
        async with listening(broker.open()) as (_connection, frames):
            # The acknowledgement of the first one is not waited for: a killed server may send it again.
            found = numbers(await taken(frames, 1))
            assert 1 in (found if found == [1] else numbers(await taken(frames, 1)))


def test_a_stream_that_does_not_exist_is_named(port: int) -> None:
    async def listen() -> None:
        async with listening(_Nats(port, "nowhere").open()):
            pytest.fail("it opened")

    with pytest.raises(Unusable, match="no stream 'nowhere'"):
        asyncio.run(listen())


def test_a_server_that_is_not_there_is_a_lost_one() -> None:
    async def listen() -> None:
        async with listening(_Nats(free_port(), "chat").open()):
            pytest.fail("it opened")

    with pytest.raises(OSError, match=r"127\.0\.0\.1"):
        asyncio.run(listen())
