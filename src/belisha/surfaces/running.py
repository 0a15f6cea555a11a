"""A running service: everything that ``belisha serve`` holds open, put together from the settings and taken apart."""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx

from belisha import plugins
from belisha.lights import Audience
from belisha.settings import Settings, zone_of
from belisha.stream.delivery import Delivery
from belisha.stream.intake import Intake
from belisha.stream.listening import KeptInDatabase, Listening
from belisha.stream.models_in_use import take
from belisha.stream.outbox import Outbox
from belisha.stream.retention import Retention
from belisha.stream.shadow import Shadow
from belisha.stream.store.database import Database
from belisha.stream.store.key_check import refuse_another_key
from belisha.stream.store.model_register import files_in_use, files_of_model, shadowed
from belisha.stream.store.vault import Vault
from belisha.stream.watch import Watch
from belisha.stream.writer import Writer

_LOG = logging.getLogger(__name__)
_SWEEP_EVERY = 300.0
"""Seconds between two looks for text whose time to be kept has passed."""
_MOVE_EVERY = 1.0
"""Seconds between two times that what was written is moved to its place in the database, beside the writer."""


class Wakeup:
    """Tells those who wait in the event loop that something was committed, from any thread."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Event] = set()

    def listen(self) -> None:
        """From now on, waiters are woken in the loop that runs now."""
        self._loop = asyncio.get_running_loop()

    def __call__(self) -> None:
        """Wakes everybody."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake)

    @contextlib.contextmanager
    def waiting(self) -> Iterator[asyncio.Event]:
        """An event that is set at each commit; clear it before looking, so that nothing is missed."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            yield event
        finally:
            self._waiting.discard(event)

    def _wake(self) -> None:
        for event in self._waiting:
            event.set()


class Running:
    """The service.

    Args:
        settings: all of them.

    Attributes:
        settings, database, vault, watch, outbox, writer, sources, wakeup: what the surfaces work with.
        ready: whether it takes in messages.
        figures: what is counted, set by the application around it.
        started_at: seconds since 1970.

    Raises:
        Unusable: when a setting, the key or the database cannot be used.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.started_at = time.time()
        zone = zone_of(settings.watching)
        self.ready = False
        self.figures: Any = None
        self.wakeup = Wakeup()
        self.vault = Vault.from_settings(settings.keep)
        self.database = Database(settings.database.url, wait_for_disk=settings.database.wait_for_disk)
        try:
            self.database.hold()
            self.database.migrate()
            with self.database.writing() as connection:
                place = " or ".join(filter(None, (settings.keep.key_env, settings.keep.key_file)))
                refuse_another_key(connection, self.vault, place)
                take(files_in_use(connection))
            self.shadow = self._shadow()
            self.watch = Watch(plugins.find("belisha.lights", Audience))
            self.outbox = Outbox(settings, self.wakeup)
            keep_text, cached = settings.keep.text, settings.database.cached_conversations
            self.intake = Intake(
                self.database,
                self.watch,
                self.vault,
                self.outbox,
                keep_text=keep_text,
                cached=cached,
                zone=zone,
                beside=self.shadow.seen if self.shadow is not None else None,
            )
            self.writer = Writer(self.intake)
            self.retention = Retention(self.database, settings.keep, self.writer.run)
            self.sources = {
                label: Listening(label, table, self.writer, KeptInDatabase(self.database, label))
                for label, table in settings.sources.items()
            }
        except BaseException:
            self.database.close()
            raise

    @contextlib.asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Takes in messages, keeps sources connected and delivers, until left; then everything taken in is stored."""
        self.wakeup.listen()
        self.writer.start()
        # Beside the first messages: where nothing is kept from an earlier start it takes some seconds, and no longer.
        threading.Thread(target=self.watch.get_ready, name="compiling phrases", daemon=True).start()
        async with httpx.AsyncClient(timeout=10.0, follow_redirects=False) as client:
            delivery = self._delivery(client)
            tasks = [asyncio.create_task(each.run()) for each in self.sources.values()]
            tasks += [asyncio.create_task(each) for each in (self._deliver(delivery), self._sweep(), self._move_log())]
            self.ready = True
            try:
                yield
            finally:
                self.ready = False
                self.retention.stop()
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                await asyncio.to_thread(self.writer.stop)
                if self.shadow is not None:
                    await asyncio.to_thread(self.shadow.stop)
                self.database.close()

    def _shadow(self) -> Shadow | None:
        if not self.settings.learning.shadow:
            return None
        path = Path(self.settings.learning.shadow)
        with self.database.writing() as connection:
            identity = shadowed(connection, path, self.started_at)
        return Shadow(self.database, identity, files_of_model(path))

    def _delivery(self, client: httpx.AsyncClient) -> Delivery:
        async def post(url: str, body: bytes, headers: dict[str, str]) -> int:
            try:
                async with client.stream("POST", url, content=body, headers=headers) as answer:
                    return answer.status_code  # what else it says, at whatever length, is not read
            except httpx.HTTPError as error:
                raise OSError(f"{type(error).__name__}: {error}") from error

        warners = {label: each.warn for label, each in self.sources.items()}
        return Delivery(self.database, self.settings, warners, post)

    async def _sweep(self) -> None:
        while True:
            try:
                await asyncio.to_thread(self.retention.sweep)
            except Exception:  # noqa: BLE001 - what is due is deleted now or later
                _LOG.exception("Text that is due could not be deleted; trying again.")
            await asyncio.sleep(_SWEEP_EVERY)

    async def _move_log(self) -> None:
        while True:
            await asyncio.sleep(_MOVE_EVERY)
            try:
                await asyncio.to_thread(self.database.move_log)
            except Exception:  # noqa: BLE001 - it moves now or later: the writer does it at last
                _LOG.exception("What was written could not be moved to its place; trying again.")

    async def _deliver(self, delivery: Delivery) -> None:
        with self.wakeup.waiting() as woken:
            await delivery.keep_sending(woken)
