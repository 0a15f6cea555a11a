"""The one thread that writes messages and memories: callers wait in line, and whoever waits is served together.

A transaction takes as long for one message as for a hundred, so a busy service batches by itself and an idle one
answers at once. Nothing is answered before it is committed.
"""

import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection

from belisha.errors import BelishaError
from belisha.stream.intake import Intake
from belisha.stream.store.memories import Memories
from belisha.stream.turn import Incoming, Receipt
from belisha.stream.watch import Watch

T = TypeVar("T")
MOST_TOGETHER = 2_000
"""Messages and facts in one transaction."""
SHARE_SECONDS = 0.0005
"""How long a thread may keep the interpreter while another waits for it. The writer lets go of it at each question to
the database and asks for it again: with the usual 5 ms, requests that are being read hold it up each time."""
MOST_WAITING = 50_000
"""Messages and facts in line beyond which new callers are turned away."""


class Busy(BelishaError):
    """More waits in line than the service can promise to take in soon; try again in a moment."""


class _Told(msgspec.Struct, frozen=True):
    incoming: Incoming
    answer: "Future[list[Receipt]]"


class _Act(msgspec.Struct, frozen=True):
    platform: str
    act: Callable[[Connection, Memories, Watch], Any]
    answer: "Future[Any]"


class Writer:
    """Serves callers from a thread of its own.

    Args:
        intake: what it writes with; nobody else may use it.
    """

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._line: queue.SimpleQueue[_Told | _Act | None] = queue.SimpleQueue()
        self._waiting = 0
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="belisha-writer", daemon=True)

    def start(self) -> None:
        """Begins to serve."""
        sys.setswitchinterval(min(sys.getswitchinterval(), SHARE_SECONDS))
        self._thread.start()

    def stop(self) -> None:
        """Serves everybody who is in line, and ends."""
        self._line.put(None)
        self._thread.join()

    @property
    def waiting(self) -> int:
        """Messages and facts in line."""
        return self._waiting

    @property
    def is_alive(self) -> bool:
        """Whether it serves."""
        return self._thread.is_alive()

    def submit(self, incoming: Incoming) -> "Future[list[Receipt]]":
        """Gets in line; the answer comes when everything is committed.

        Raises:
            Busy: when the line is too long; nothing was taken in.
        """
        with self._lock:
            if self._waiting + len(incoming.told) > MOST_WAITING and self._waiting:
                raise Busy(f"{self._waiting} messages wait to be taken in")
            self._waiting += len(incoming.told)
        answer: Future[list[Receipt]] = Future()
        self._line.put(_Told(incoming, answer))
        return answer

    def run(self, platform: str, act: Callable[[Connection, Memories, Watch], T]) -> "Future[T]":
        """Gets in line with something that changes memories of a platform, or rows beside them, in a transaction."""
        answer: Future[T] = Future()
        self._line.put(_Act(platform, act, answer))
        return answer

    def _work(self) -> None:
        job = self._line.get()
        while job is not None:
            if isinstance(job, _Act):
                self._act(job)
                job = self._line.get()
            else:
                job = self._take_with_those_behind(job)

    def _take_with_those_behind(self, first: _Told) -> _Told | _Act | None:
        """Takes in the first in line and those behind it, and gives the next job."""
        together, size = [first], len(first.incoming.told)
        behind: _Told | _Act | None = None
        while size < MOST_TOGETHER and not self._line.empty():
            behind = self._line.get()
            if not isinstance(behind, _Told):
                self._take(together, size)
                return behind
            together.append(behind)
            size += len(behind.incoming.told)
        self._take(together, size)
        return self._line.get()

    def _take(self, together: list[_Told], size: int) -> None:
        try:
            receipts = self._intake.take([each.incoming for each in together])
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of it
            for each in together:
                each.answer.set_exception(error)
        else:
            for each, given in zip(together, receipts, strict=True):
                each.answer.set_result(given)
        with self._lock:
            self._waiting -= size

    def _act(self, job: _Act) -> None:
        try:
            job.answer.set_result(self._intake.change(job.platform, job.act))
        except BaseException as error:  # noqa: BLE001 - whoever waits must hear of it
            job.answer.set_exception(error)
