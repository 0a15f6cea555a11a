"""Against the Kafka protocol of librdkafka's own mock cluster: it keeps records in memory only, and loses old ones."""

import asyncio
from typing import Any

import pytest

from belisha.chats.live import Connection, KeptInMemory
from belisha.chats.live.kafka import Kafka, KafkaSettings
from belisha.errors import Unusable
from tests.chats.live.listening import line, listening, numbers, taken
from tests.chats.live.outages import SCENES, Broker, Scene

confluent_kafka = pytest.importorskip("confluent_kafka", reason="needs confluent-kafka, of the extra kafka")


class _Cluster(Broker):
    def __init__(self, producer: Any, topic: str) -> None:
        self.producer = producer
        (broker,) = producer.list_topics(topic, timeout=10).brokers.values()
        # The mock cluster lets nobody into a group that its last member left until its session would have ended.
        short = {"session.timeout.ms": "6000", "heartbeat.interval.ms": "500"}
        self.settings = KafkaSettings((topic,), f"{broker.host}:{broker.port}", f"of-{topic}", properties=short)

    async def publish(self, *wanted: int) -> None:
        for number in wanted:
            self.producer.produce(self.settings.topics[0], line(number), partition=0)
        assert self.producer.flush(10) == 0

    def open(self) -> Connection:
        return Kafka().open(self.settings, KeptInMemory())


@pytest.fixture(scope="module")
def producer() -> Any:
    """A producer that starts a cluster of one broker on loopback."""
    return confluent_kafka.Producer({"test.mock.num.brokers": 1, "log_level": 0})


@pytest.mark.parametrize("scene", SCENES)
def test_an_outage_of_ours(producer: Any, scene: Scene) -> None:
    asyncio.run(scene(_Cluster(producer, scene.__name__)))


def _place_beyond(cluster: _Cluster, offset: int) -> None:
    """Puts the group's place where no record is, as if the records behind it had been deleted."""
    place = confluent_kafka.TopicPartition(cluster.settings.topics[0], 0, offset)
    consumer = confluent_kafka.Consumer(
        {"bootstrap.servers": cluster.settings.brokers, "group.id": cluster.settings.group}
    )
    consumer.commit(offsets=[place], asynchronous=False)
    consumer.close()


def test_lost_records_are_told_and_never_jumped_over(producer: Any) -> None:
    async def listen() -> None:
        cluster = _Cluster(producer, "lost")
        await cluster.publish(0, 1)
        _place_beyond(cluster, 1_000)
        async with listening(cluster.open()) as (_connection, frames):
            await taken(frames, 1)

    with pytest.raises(Unusable, match='when_lost = "earliest"'):
        asyncio.run(listen())


def test_lost_records_are_passed_over_when_the_settings_say_so(producer: Any) -> None:
    async def listen() -> None:
        cluster = _Cluster(producer, "passed-over")
        await cluster.publish(0, 1)
        _place_beyond(cluster, 1_000)
        settings = KafkaSettings(
            cluster.settings.topics, cluster.settings.brokers, cluster.settings.group, when_lost="earliest"
        )
        async with listening(Kafka().open(settings, KeptInMemory())) as (_connection, frames):
            assert numbers(await taken(frames, 2)) == [0, 1]

    asyncio.run(listen())


def test_a_broker_that_is_not_there_is_a_lost_one() -> None:
    async def listen() -> None:
        settings = KafkaSettings(("chat",), "127.0.0.1:9", properties={"log_level": "0"})
        async with listening(Kafka().open(settings, KeptInMemory())) as (_connection, frames):
            await taken(frames, 1)

    with pytest.raises(OSError, match=r"127\.0\.0\.1:9"):
        asyncio.run(listen())
