"""Deletes text when its time to be kept has passed; its place and its hash stay.

Nothing is deleted that a case preserves: of an open case, or one that is to be kept until a day that has not come. What
is remembered of a conversation loses the same words. Everything is done in small steps by the writer, so that messages
that come in meanwhile wait for milliseconds only.
"""

import logging
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select, update

from belisha.errors import Unreadable
from belisha.settings import Keep
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import appeals, attachments, case_conversations, cases, sessions
from belisha.stream.store.memories import Memories, Place
from belisha.stream.store.tables import conversations, deliveries, lights, messages
from belisha.stream.watch import Watch

Run = Callable[[str, Callable[[Connection, Memories, Watch], int]], "Future[int]"]
"""``Writer.run``."""
_LOG = logging.getLogger(__name__)
_DAY, _HOUR = 86_400.0, 3_600.0
_AT_ONCE = 1_000
"""Messages that are looked for at once."""
_CONVERSATIONS_AT_ONCE = 20
"""Conversations in one step of the writer."""
_PATIENCE = 60.0
_SESSIONS_KEPT = 30 * _DAY


class Cleared(msgspec.Struct):
    """What a sweep deleted: texts of messages and appeals, contents of files, deliveries that are long over."""

    messages: int = 0
    appeals: int = 0
    files: int = 0
    deliveries: int = 0


class Retention:
    """Deletes what is due.

    Args:
        database: to look for it.
        keep: what is kept, and for how long.
        run: ``Writer.run``; deletes it.
        clock: seconds since 1970.
    """

    def __init__(self, database: Database, keep: Keep, run: Run, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._keep = keep
        self._run = run
        self._clock = clock
        self._stopping = threading.Event()
        self._reached: dict[int, tuple[float, int]] = {}
        self._began_anew = 0.0

    def stop(self) -> None:
        """Ends a sweep after its present step; what is left is deleted by the next one."""
        self._stopping.set()

    def sweep(self) -> Cleared:
        """Deletes everything that is due now; takes as long as that takes."""
        now = self._clock()
        cleared = Cleared()
        if now - self._began_anew > _DAY:  # what was kept for a reason may have lost it
            self._reached, self._began_anew = {}, now
        for number, limit in enumerate(self._limits(now)):
            for platform, found in self._due(number, limit):
                if self._stopping.is_set():
                    return cleared
                cleared.messages += self._run(platform, _clearing(found, now)).result(_PATIENCE)
        with self._database.writing() as connection:
            self._clear_the_rest(connection, now, cleared)
        self._database.overwrite_deleted()  # also what was erased since the last sweep; the next one tries again
        return cleared

    def _limits(self, now: float) -> list[ColumnElement[bool]]:
        """What is due: each condition on messages, which still have their text."""
        if self._keep.text == "hashes":  # texts from before that was set
            return [messages.c.received_at <= now]
        limits = [messages.c.received_at <= now - self._keep.days * _DAY]
        if self._keep.text == "evidence":
            noticed = exists().where(lights.c.subject == messages.c.conversation)
            limits.append(and_(messages.c.received_at <= now - self._keep.buffer_hours * _HOUR, ~noticed))
        return limits

    def _due(self, number: int, limit: ColumnElement[bool]) -> Iterator[tuple[str, Sequence[Any]]]:
        """Messages that are due, a few conversations of one platform at a time.

        What was passed over is not looked at again before tomorrow: text that is evidence would be met at every sweep.
        """
        place = self._reached.get(number, (float("-inf"), 0))
        while True:
            with self._database.reading() as connection:
                rows = list(connection.execute(_question(limit, place, self._clock())))
            if not rows:
                return
            by_platform: dict[str, dict[bytes, list[Any]]] = {}
            for row in rows:
                by_platform.setdefault(row.platform, {}).setdefault(bytes(row.conversation), []).append(row)
            for platform, found in by_platform.items():
                heads = list(found)
                for start in range(0, len(heads), _CONVERSATIONS_AT_ONCE):
                    few = heads[start : start + _CONVERSATIONS_AT_ONCE]
                    yield platform, [row for head in few for row in found[head]]
            place = self._reached[number] = rows[-1].received_at, rows[-1].number

    def _clear_the_rest(self, connection: Connection, now: float, cleared: Cleared) -> None:
        before = now - self._keep.days * _DAY
        old = update(appeals).where(appeals.c.decided_at <= before, appeals.c.text != b"").values(text=b"")
        cleared.appeals = connection.execute(old).rowcount
        over = select(cases.c.number).where(
            cases.c.status == "closed",
            cases.c.changed_at <= before,
            or_(cases.c.keep_until.is_(None), cases.c.keep_until <= now),
        )
        files = update(attachments).where(attachments.c.case.in_(over), attachments.c.sealed != b"")
        cleared.files = connection.execute(files.values(sealed=b"")).rowcount
        done = delete(deliveries).where(deliveries.c.due_at.is_(None), deliveries.c.created_at <= before)
        cleared.deliveries = connection.execute(done).rowcount
        connection.execute(delete(sessions).where(sessions.c.created_at <= now - _SESSIONS_KEPT))


def is_preserved(conversation: Any, now: float) -> ColumnElement[bool]:  # noqa: ANN401 - a column or a key
    """Whether a case keeps a conversation: it is not closed, or is to be kept until later."""
    belongs = case_conversations.c.case == cases.c.number, case_conversations.c.conversation == conversation
    return exists().where(*belongs, or_(cases.c.status != "closed", cases.c.keep_until > now))


def _question(limit: ColumnElement[bool], place: tuple[float, int], now: float) -> Any:  # noqa: ANN401 - a question
    at, number = place
    columns = messages.c.number, messages.c.key, messages.c.conversation, messages.c.position, messages.c.received_at
    later = or_(messages.c.received_at > at, and_(messages.c.received_at == at, messages.c.number > number))
    return (
        select(*columns, conversations.c.platform)
        .join(conversations, conversations.c.key == messages.c.conversation)
        .where(messages.c.sealed.is_not(None), limit, later, ~is_preserved(messages.c.conversation, now))
        .order_by(messages.c.received_at, messages.c.number)
        .limit(_AT_ONCE)
    )


def _clearing(found: Sequence[Any], now: float) -> Callable[[Connection, Memories, Watch], int]:
    """Deletes these texts, but for those of conversations that a case has come to keep meanwhile."""
    last: dict[bytes, int] = {}
    for row in found:
        last[bytes(row.conversation)] = max(row.position, last.get(bytes(row.conversation), 0))

    def clear(connection: Connection, memories: Memories, _watch: Watch) -> int:
        numbers = [row.number for row in found]
        kept = is_preserved(messages.c.conversation, now)
        gone = update(messages).where(messages.c.number.in_(numbers), ~kept).values(sealed=None, cleared_at=now)
        count = connection.execute(gone).rowcount
        columns = conversations.c.key, conversations.c.app, conversations.c.id
        question = select(*columns).where(conversations.c.key.in_(last), ~is_preserved(conversations.c.key, now))
        places = {}
        for row in list(connection.execute(question)):
            place = _held(connection, memories, bytes(row.key), (row.app, row.id))
            if place is not None:
                places[place] = last[bytes(row.key)]
        memories.rewrite_conversations(
            connection, [place for place, position in places.items() if _forget_words(memories, place, position)]
        )
        memories.forget_oldest([])
        return count

    return clear


def _held(connection: Connection, memories: Memories, key: bytes, place: Place) -> Place | None:
    """Under what a conversation is held; None for one that is damaged, which must not keep all others' text."""
    try:
        return memories.load_row(connection, key, place)
    except (Unreadable, msgspec.DecodeError, zlib.error):
        _LOG.exception("What is remembered of one conversation is damaged; its messages' text is deleted all the same.")
        return None


def _forget_words(memories: Memories, place: Place, position: int) -> bool:
    """Empties the words of messages up to a position in what is remembered; whether there were any."""
    forgot = False
    for said in memories.memory.conversation(*place).recent:
        if said.index <= position and said.text:
            said.text = ""
            forgot = True
    return forgot
