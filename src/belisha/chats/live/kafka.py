"""Kafka: message lines in topics, read by a consumer group whose place moves only behind what is stored."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Literal, Self

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.message_line import fact_in
from belisha.errors import Unreadable, Unusable
from belisha.model import Fact
from belisha.settings import secret

_WAIT_SECONDS = 1.0
"""How long one request for messages stays open; closing waits for it."""

_LOST = {"_ALL_BROKERS_DOWN", "_AUTHENTICATION"}


class KafkaSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The topics that are read; needs the extra ``kafka``.

    Attributes:
        topics: their names.
        brokers: ``host:port``, several divided by commas.
        group: name of the consumer group; a new one begins with the first message that is kept.
        when_lost: what to do when the messages after our place were already deleted by the broker: ``stop`` and say
            so, or go on with the ``earliest`` that is left.
        batch: most messages taken at once.
        password_env: environment variable with ``sasl.password``, where the brokers want one.
        properties: any other property of librdkafka, such as ``security.protocol``.
    """

    topics: tuple[str, ...]
    brokers: str = "127.0.0.1:9092"
    group: str = "belisha"
    when_lost: Literal["stop", "earliest"] = "stop"
    batch: int = 256
    password_env: str = ""
    properties: dict[str, str] = {}


class Kafka(LiveSource):
    """Each record holds one line by the fields of ``docs/messages-jsonl.md``; one without an id gets its offset."""

    app = "Kafka"
    Settings = KafkaSettings
    checked_on = "protocol of librdkafka 2.12's mock cluster, November 2026"

    def open(self, settings: KafkaSettings, kept: Kept) -> Connection:
        del kept  # the brokers keep the place of a group
        return _Group(settings)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if not isinstance(frame.body, str):
            raise Unreadable("the record has no value", place=frame.place)
        yield fact_in(frame.body, self.app, self.provenance(frame))


class _Group(Connection):
    """The library waits in a thread of its own; one thread, so that closing cannot overtake reading."""

    def __init__(self, settings: KafkaSettings) -> None:
        self._settings = settings
        self._thread = ThreadPoolExecutor(1, "kafka")
        self._consumer: Any = None
        self._trouble = ""

    async def __aenter__(self) -> Self:
        try:
            from confluent_kafka import Consumer, KafkaException  # noqa: PLC0415 - of the extra ``kafka``
        except ImportError as error:
            raise Unusable('reading Kafka needs more: pip install "belisha[kafka]"') from error
        try:
            self._consumer = Consumer(self._properties())
            self._consumer.subscribe(list(self._settings.topics), on_assign=self._begin)
        except KafkaException as error:
            raise Unusable(f"Kafka at {self._settings.brokers}: {error}") from error
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._in_thread(self._consumer.close)  # writes down the place
        self._thread.shutdown()

    async def frames(self) -> AsyncIterator[Frame]:
        from confluent_kafka import KafkaException  # noqa: PLC0415 - of the extra ``kafka``

        while True:
            try:
                records = await self._in_thread(self._consumer.consume, self._settings.batch, _WAIT_SECONDS)
            except KafkaException as error:
                raise ConnectionError(f"Kafka at {self._settings.brokers}: {error}") from error
            if self._trouble:
                raise ConnectionError(f"Kafka at {self._settings.brokers}: {self._trouble}")
            for record in records:
                if record.error() is None:
                    yield self._frame(record)
                else:
                    self._complain(record.error())

    async def acknowledge(self, frame: Frame) -> None:
        """Marks the place behind a record; the library writes it down each second, and when it closes."""
        from confluent_kafka import KafkaException, TopicPartition  # noqa: PLC0415 - of the extra ``kafka``

        topic, _partition, partition, _offset, offset = frame.place.rsplit(" ", 4)
        try:
            self._consumer.store_offsets(
                offsets=[TopicPartition(topic.removeprefix("topic "), int(partition), int(offset) + 1)]
            )
        except KafkaException as error:  # the partition went to another reader of the group, who reads it again
            if error.args[0].name() != "_STATE":
                raise ConnectionError(f"Kafka at {self._settings.brokers}: {error}") from error

    def _begin(self, consumer: Any, partitions: list[Any]) -> None:  # noqa: ANN401 - the library's
        """A group that never read a partition begins with its first record, whatever happens to a place later on."""
        from confluent_kafka import OFFSET_BEGINNING  # noqa: PLC0415 - of the extra ``kafka``

        places = consumer.committed(partitions, timeout=30)
        for place in places:
            if place.offset < 0:
                place.offset = OFFSET_BEGINNING
        consumer.assign(places)

    def _remember(self, error: Any) -> None:  # noqa: ANN401 - the library's
        """Errors outside of any record; of one broker among several the library recovers by itself."""
        if error.fatal() or error.name() in _LOST:
            self._trouble = error.str()

    def _complain(self, error: Any) -> None:  # noqa: ANN401 - the library's
        if error.name() == "_AUTO_OFFSET_RESET":
            raise Unusable(
                f"Kafka at {self._settings.brokers}: the records after the place of the group "
                f"{self._settings.group!r} are gone ({error.str()}); to go on with what is left set "
                'when_lost = "earliest", and lengthen the retention of the topic'
            )
        raise ConnectionError(f"Kafka at {self._settings.brokers}: {error.str()}")

    def _frame(self, record: Any) -> Frame:  # noqa: ANN401 - the library's
        value = record.value()
        return Frame(
            body=None if value is None else value.decode("utf-8", "backslashreplace"),
            place=f"topic {record.topic()} partition {record.partition()} offset {record.offset()}",
            server=self._settings.brokers,
            received_at=time.time(),
        )

    def _properties(self) -> dict[str, Any]:
        properties: dict[str, Any] = {
            "bootstrap.servers": self._settings.brokers,
            "group.id": self._settings.group,
            "client.id": "belisha",
            "error_cb": self._remember,
            "enable.auto.offset.store": False,
            "auto.commit.interval.ms": 1_000,
            # The default would jump over what was lost, and nobody would hear of it.
            "auto.offset.reset": "earliest" if self._settings.when_lost == "earliest" else "error",
            **self._settings.properties,
        }
        if self._settings.password_env:
            properties["sasl.password"] = secret(self._settings.password_env)
        return properties

    async def _in_thread(self, work: Any, *arguments: Any) -> Any:  # noqa: ANN401 - the library's
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *arguments)
