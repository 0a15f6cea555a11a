"""Runs another model beside the one in use: it sees what comes in, turns no light, and what it would show is kept.

It costs what watching costs, once more: a second process with the model in it, and a second look at every message.
Where it cannot keep up it leaves messages out, and says how many: what is in use never waits for it. It remembers from
when it was started only; after a restart it begins anew.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import msgspec
from sqlalchemy import func, select

from belisha import plugins
from belisha.lights import Audience
from belisha.model import Light, Message
from belisha.stream.memory import Memory
from belisha.stream.models_in_use import Models, take
from belisha.stream.store.database import Database, key_of
from belisha.stream.store.desk_tables import shadow_readings
from belisha.stream.store.rows import upsert
from belisha.stream.store.tables import changes
from belisha.stream.watch import Watch

_LOG = logging.getLogger(__name__)
_MOST_WAITING = 200
"""Batches in line; further ones are left out."""
_MOST_REMEMBERED = 20_000
"""Conversations that the other model remembers."""


class ShadowLight(msgspec.Struct, frozen=True):
    """What the other model shows of a conversation, to each audience, and its highest concern just now."""

    app: str
    conversation: str
    lights: dict[str, Light]
    concern: float


class Shadow:
    """Sees in a process of its own.

    Args:
        database: what it would have shown is written there.
        model: id of the model.
        files: that it runs with.
        clock: seconds since 1970.

    Attributes:
        left_out: messages that it could not keep up with.
    """

    def __init__(self, database: Database, model: str, files: Models, clock: Callable[[], float] = time.time) -> None:
        self.left_out = 0
        self._database = database
        self._model = model
        self._clock = clock
        self._line: queue.Queue[tuple[str, bytes] | None] = queue.Queue(_MOST_WAITING)
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), initializer=take, initargs=(files,))
        self._thread = threading.Thread(target=self._work, name="belisha-shadow", daemon=True)
        self._thread.start()

    def seen(self, platform: str, messages: Sequence[Message]) -> None:
        """Hands over what was taken in; returns at once."""
        if not messages:
            return
        try:
            self._line.put_nowait((platform, msgspec.msgpack.encode(messages)))
        except queue.Full:
            self.left_out += len(messages)

    def stop(self) -> None:
        """Sees what is in line, and ends."""
        self._line.put(None)
        self._thread.join()
        self._pool.shutdown()

    def _work(self) -> None:
        job = self._line.get()
        while job is not None:
            try:
                platform, messages = job
                self._write(platform, self._pool.submit(see_in_shadow, platform, messages).result())
            except Exception:  # noqa: BLE001 - it is there to compare, and must never stop anything else
                _LOG.exception("The model in shadow failed at a batch; going on with the next.")
            job = self._line.get()

    def _write(self, platform: str, shown: Sequence[ShadowLight]) -> None:
        rows = []
        with self._database.writing() as connection:
            for each in shown:
                key = key_of("conversation", platform, each.app, each.conversation)
                columns = changes.c.audience, func.max(changes.c.after)
                question = select(*columns).where(changes.c.subject == key).group_by(changes.c.audience)
                in_use: dict[str, int] = {row[0]: row[1] for row in connection.execute(question)}
                rows += [
                    {
                        "model": self._model,
                        "conversation": key,
                        "audience": audience,
                        "light": int(each.lights.get(audience, Light.GREEN)),
                        "light_in_use": in_use.get(audience, 0),
                        "concern": each.concern,
                        "at": self._clock(),
                    }
                    for audience in dict.fromkeys((*each.lights, *in_use))
                ]
            upsert(connection, shadow_readings, rows, ("model", "conversation", "audience"))


_watches: dict[str, Watch] = {}
"""In the other process: its only watch."""
_memories: dict[str, Memory] = {}
"""In the other process: what is remembered of each platform."""


def see_in_shadow(platform: str, written: bytes) -> list[ShadowLight]:
    """Runs in the other process: what the conversations of these messages show now, where that is not green."""
    if not _watches:
        _watches[""] = Watch(plugins.find("belisha.lights", Audience))
    watch = _watches[""]
    watch.memory = memory = _memories.setdefault(platform, Memory())
    concern: dict[tuple[str, str], float] = {}
    for each in watch.see_many(msgspec.msgpack.decode(written, type=list[Message])):
        place = each.message.app, each.message.conversation
        highest = max((reading.concern for reading in each.readings), default=0.0)
        concern[place] = max(concern.get(place, 0.0), highest)
    found = [
        ShadowLight(app, name, dict(memory.ledger(app, name).shown), highest)
        for (app, name), highest in concern.items()
    ]
    for app, name in concern:
        memory.conversations[f"{app}/{name}"] = memory.conversations.pop(f"{app}/{name}")
    for key in list(memory.conversations)[: max(0, len(memory.conversations) - _MOST_REMEMBERED)]:
        del memory.conversations[key]
        memory.ledgers.pop(key, None)
    return found
