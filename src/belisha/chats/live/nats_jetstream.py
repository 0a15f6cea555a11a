"""NATS JetStream: message lines in a stream, read by a durable consumer that acknowledges each one."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import msgspec

from belisha.chats.live import Connection, Frame, Kept, LiveSource
from belisha.chats.message_line import fact_in
from belisha.errors import Unreadable, Unusable
from belisha.model import Fact
from belisha.settings import secret

_WAIT_SECONDS = 5.0
"""How long one request for messages stays open; a new one follows at once."""
_SIGNS = 3
"""How often we say of a message that it is being worked on, in the time after which it would be sent again."""


class NatsSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The stream that is read.

    Attributes:
        stream: its name; it must exist.
        subject: which subjects of the stream, such as ``chat.>``; all when empty.
        durable: name of the consumer; it is made when it does not exist, and begins with the stream's first message.
        url: ``nats://host:port``, or ``tls://host:port``.
        user: name to sign in with, where the server wants one.
        password_env: environment variable with its password.
        token_env: environment variable with a token, where the server wants that instead.
        batch: most messages taken at once.
        ack_seconds: after so long without a sign of us the server sends a message again that was not acknowledged.
    """

    stream: str
    subject: str = ""
    durable: str = "belisha"
    url: str = "nats://127.0.0.1:4222"
    user: str = ""
    password_env: str = ""
    token_env: str = ""
    batch: int = 256
    ack_seconds: float = 30.0


class NatsJetstream(LiveSource):
    """Each message holds one line by the fields of ``docs/messages-jsonl.md``; one without an id gets its sequence.

    What waits to be stored is kept from being sent again: what is slow would be slower still with everything twice.
    """

    app = "NATS JetStream"
    Settings = NatsSettings
    checked_on = "nats-server 2.9.10, November 2026"

    def open(self, settings: NatsSettings, kept: Kept) -> Connection:
        del kept  # the server keeps the place of a durable consumer
        return _Consumer(settings)

    def decode(self, frame: Frame) -> Iterator[Fact]:
        if not isinstance(frame.body, str):
            raise Unreadable("not a line of text", place=frame.place)
        yield fact_in(frame.body, self.app, self.provenance(frame))


class _Consumer(Connection):
    def __init__(self, settings: NatsSettings) -> None:
        self._settings = settings
        self._server = settings.url.rpartition("@")[2].rpartition("/")[2]
        self._given: dict[str, Any] = {}
        self._client: Any = None
        self._trouble: Exception | None = None
        self._pull: Any = None
        self._holding: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        import nats  # noqa: PLC0415 - of the extra ``serve``
        from nats.errors import Error  # noqa: PLC0415 - the same
        from nats.js.errors import NotFoundError  # noqa: PLC0415 - the same

        try:
            self._client = await nats.connect(self._settings.url, **self._signing_in())
        except Error as error:
            raise ConnectionError(f"{self._server}: {self._trouble or error}") from error
        try:
            self._pull = await self._subscribed()
        except NotFoundError as error:
            await self._client.close()
            raise Unusable(
                f"{self._server} has no stream {self._settings.stream!r}: make it, or name another"
            ) from error
        except Error as error:
            await self._client.close()
            raise ConnectionError(f"{self._server}: {error}") from error
        self._holding = asyncio.create_task(self._hold())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._holding is not None:
            self._holding.cancel()
        await self._client.close()  # writes out what was acknowledged

    async def frames(self) -> AsyncIterator[Frame]:
        from nats.errors import Error, TimeoutError  # noqa: A004, PLC0415 - of the extra ``serve``

        while self._client.is_connected:
            try:
                messages = await self._pull.fetch(self._settings.batch, timeout=_WAIT_SECONDS)
            except TimeoutError:
                continue
            except Error as error:
                raise ConnectionError(f"{self._server}: {error}") from error
            for message in messages:
                frame = self._frame(message)
                self._given[frame.place] = message
                yield frame
        raise ConnectionError(f"{self._server}: {self._trouble or 'the connection was lost'}")

    async def acknowledge(self, frame: Frame) -> None:
        from nats.errors import Error  # noqa: PLC0415 - of the extra ``serve``

        given = self._given.pop(frame.place, None)
        if given is None:  # it was sent twice, and the first acknowledgement was for both
            return
        try:
            await given.ack()
        except Error as error:  # it is sent again then, and known by its id
            raise ConnectionError(f"{self._server}: {error}") from error

    async def _hold(self) -> None:
        """Tells the server of everything that is not stored yet that it is being worked on."""
        from nats.errors import Error  # noqa: PLC0415 - of the extra ``serve``

        with suppress(Error):  # the connection was lost, and whoever reads says so
            while True:
                await asyncio.sleep(self._settings.ack_seconds / _SIGNS)
                for message in list(self._given.values()):
                    await message.in_progress()

    def _frame(self, message: Any) -> Frame:  # noqa: ANN401 - the library's
        about = message.metadata
        return Frame(
            body=message.data.decode("utf-8", "backslashreplace"),
            place=f"stream {about.stream} sequence {about.sequence.stream}",
            server=self._server,
            received_at=time.time(),
        )

    async def _remember(self, error: Exception) -> None:
        """What the library says went wrong: its own errors do not always tell."""
        self._trouble = error

    def _signing_in(self) -> dict[str, Any]:
        """Options of the library; reconnecting is left to whoever runs the connection."""
        options: dict[str, Any] = {
            "name": "belisha",
            "allow_reconnect": False,
            "max_reconnect_attempts": 1,  # 0 would mean without end
            "reconnect_time_wait": 0,
            "error_cb": self._remember,
        }
        if self._settings.user:
            options |= {"user": self._settings.user, "password": secret(self._settings.password_env)}
        if self._settings.token_env:
            options["token"] = secret(self._settings.token_env)
        return options

    async def _subscribed(self) -> Any:  # noqa: ANN401 - the library's
        from nats.js.api import AckPolicy, ConsumerConfig, DeliverPolicy  # noqa: PLC0415 - of the extra ``serve``

        wanted = ConsumerConfig(
            ack_policy=AckPolicy.EXPLICIT,
            ack_wait=self._settings.ack_seconds,
            deliver_policy=DeliverPolicy.ALL,
            max_ack_pending=self._settings.batch * 4,
        )
        return await self._client.jetstream().pull_subscribe(
            self._settings.subject, durable=self._settings.durable, stream=self._settings.stream, config=wanted
        )
