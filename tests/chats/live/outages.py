"""What every broker must show: nothing is lost while we are away, and nothing acknowledged comes twice."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import Any

from belisha.chats.live import Connection
from tests.chats.live.listening import listening, numbers, taken, taken_and_stored


class Broker(ABC):
    """A real broker with one place where message lines are published."""

    @abstractmethod
    async def publish(self, *wanted: int) -> None:
        """Publishes the lines with these numbers; they are stored there when this returns."""

    @abstractmethod
    def open(self) -> Connection:
        """A connection as the settings of a service would make it."""


async def what_is_published_while_we_are_away_arrives(broker: Broker) -> None:
    async with listening(broker.open()) as (connection, frames):
        await broker.publish(0)
        assert numbers(await taken_and_stored(connection, frames, 1)) == [0]
    await broker.publish(*range(1, 41))
    async with listening(broker.open()) as (connection, frames):
        assert numbers(await taken_and_stored(connection, frames, 40)) == list(range(1, 41))


async def what_was_not_acknowledged_comes_again(broker: Broker) -> None:
    await broker.publish(*range(10))
    async with listening(broker.open()) as (connection, frames):
        given = await taken(frames, 10)
        for frame in given[:4]:
            await connection.acknowledge(frame)
    async with listening(broker.open()) as (connection, frames):
        again = await taken_and_stored(connection, frames, 6)
    assert sorted(numbers(again)) == list(range(4, 10))
    assert {frame.place for frame in again} == {frame.place for frame in given[4:]}


async def what_was_acknowledged_never_comes_again(broker: Broker) -> None:
    await broker.publish(*range(10))
    async with listening(broker.open()) as (connection, frames):
        await taken_and_stored(connection, frames, 10)
    await broker.publish(10)
    async with listening(broker.open()) as (_connection, frames):
        assert numbers(await taken(frames, 1)) == [10]


Scene = Callable[[Broker], Coroutine[Any, Any, None]]

SCENES: tuple[Scene, ...] = (
    what_is_published_while_we_are_away_arrives,
    what_was_not_acknowledged_comes_again,
    what_was_acknowledged_never_comes_again,
)
