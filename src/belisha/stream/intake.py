"""Takes in what a live service is told, exactly once: remembered, seen, stored and alarmed in one transaction.

Whatever is acknowledged to the sender is in the database with everything that follows from it; whatever was here before
is answered from there. Nothing that waits in memory only is ever acknowledged.
"""

import contextlib
import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, tzinfo
from typing import TypeVar

import msgspec
from sqlalchemy import Connection
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

from belisha.model import Message
from belisha.settings import Zones
from belisha.stream.outbox import Outbox
from belisha.stream.storable import Refusal, refusals, storable
from belisha.stream.store.database import Database
from belisha.stream.store.memories import Memories
from belisha.stream.store.vault import Vault
from belisha.stream.turn import Incoming, Receipt, Told, Turn
from belisha.stream.watch import Watch

T = TypeVar("T")
_LOG = logging.getLogger(__name__)
_EVERYWHERE_UTC = Zones()


class Intake:
    """The one writer of messages and memories of a service.

    Args:
        database: open and migrated.
        watch: sees for the audiences that the service shows lights to.
        vault: seals text.
        outbox: is told of lights that turned.
        keep_text: ``Keep.text``.
        cached: conversations held in memory for each platform.
        clock: seconds since 1970.
        zone: where the people of each platform live: the hours of their night are counted there.
        beside: told of the new messages of each platform once they are stored; must return at once.

    Attributes:
        refused: messages and facts that could not be taken in since the start, by source.
    """

    def __init__(  # noqa: PLR0913 - the one place where everything comes together
        self,
        database: Database,
        watch: Watch,
        vault: Vault,
        outbox: Outbox,
        *,
        keep_text: str = "evidence",
        cached: int = 20_000,
        clock: Callable[[], float] = time.time,
        zone: Zones = _EVERYWHERE_UTC,
        beside: Callable[[str, Sequence[Message]], None] | None = None,
    ) -> None:
        self._database = database
        self._watch = watch
        self._vault = vault
        self._outbox = outbox
        self._text_vault = None if keep_text == "hashes" else vault
        self._cached = cached
        self._clock = clock
        self._zone = zone
        self._beside = beside
        self.refused: Counter[str] = Counter()
        self._generation = database.generation
        self._memories: dict[str, Memories] = {}

    def take(self, incoming: Sequence[Incoming]) -> list[list[Receipt]]:
        """Takes in what several callers tell, in one transaction.

        Returns:
            For each caller a receipt per message. What cannot be taken in is said in its receipt, or for a fact in
            ``Incoming.refused``; nothing else of the same transaction suffers.

        Raises:
            DBAPIError: when the database is away, full, or takes in nothing for a reason that lies in no message.
        """
        receipts = self._take_in_parts([self._fit(each) for each in incoming])
        for each in incoming:
            if each.refused:
                self.refused[each.source] += len(each.refused)
        return receipts

    def _fit(self, incoming: Incoming) -> Incoming:
        for number, told in enumerate(incoming.told):
            for refusal in refusals(told):
                incoming.refuse(number, refusal)
        zone = self._zone.of(incoming.platform)
        return msgspec.structs.replace(incoming, told=[_there(storable(told), zone) for told in incoming.told])

    def _take_in_parts(self, incoming: Sequence[Incoming]) -> list[list[Receipt]]:
        """Takes in together, or in ever smaller parts where that does not go."""
        try:
            return self._take_together(incoming)
        except Exception as error:  # whatever one message does to us, the others are taken in
            if isinstance(error, DBAPIError) and not isinstance(error, (DataError, IntegrityError)):
                raise  # no message's fault, and worth trying again as it is
            if len(incoming) == 1 and len(incoming[0].told) == 1:
                return [self._refused(incoming[0])]
            _LOG.exception("A batch could not be taken in together; its parts are now taken in one by one.")
        if len(incoming) > 1:
            return [receipts for each in incoming for receipts in self._take_in_parts([each])]
        only = incoming[0]
        parts = (
            msgspec.structs.replace(only, told=[told], first=only.first + number)
            for number, told in enumerate(only.told)
        )
        alone = (self._take_in_parts([part]) for part in parts)
        return [[receipt for receipts in alone for receipt in receipts[0]]]

    def change(self, platform: str, act: Callable[[Connection, Memories, Watch], T]) -> T:
        """Runs something that changes memories outside of a message, such as a reviewer's decision."""
        memories = self._memories_of(platform)
        try:
            with self._database.writing() as connection:
                self._forget_if_not_held()
                given = act(connection, memories, self._with(memories))
        except BaseException:
            memories.forget_all()
            raise
        self._outbox.committed(by_people=True)
        return given

    def _take_together(self, incoming: Sequence[Incoming]) -> list[list[Receipt]]:
        by_platform: dict[str, list[int]] = {}
        for number, each in enumerate(incoming):
            by_platform.setdefault(each.platform, []).append(number)
        receipts: dict[int, list[Receipt]] = {}
        try:
            with self._database.writing() as connection:
                self._forget_if_not_held()
                for platform, numbers in by_platform.items():
                    memories = self._memories_of(platform)
                    turn = Turn(connection, memories, self._with(memories), self._outbox, self._clock())
                    given = turn.take([incoming[number] for number in numbers], self._text_vault)
                    receipts.update(zip(numbers, given, strict=True))
        except BaseException:
            for platform in by_platform:
                self._memories_of(platform).forget_all()
            raise
        self._outbox.committed()
        if self._beside is not None:
            for platform, numbers in by_platform.items():
                new = [each.message for number in numbers for each in receipts[number] if not each.duplicate]
                self._beside(platform, new)
        return [receipts[number] for number in range(len(incoming))]

    def _forget_if_not_held(self) -> None:
        """Lets go of everything when the database was not held for a while: somebody else may have written."""
        if self._generation != self._database.generation:
            self._generation = self._database.generation
            for memories in self._memories.values():
                memories.forget_all()

    def _memories_of(self, platform: str) -> Memories:
        if platform not in self._memories:
            self._memories[platform] = Memories(
                platform, self._vault, self._cached, keeps_text=self._text_vault is not None
            )
        return self._memories[platform]

    def _with(self, memories: Memories) -> Watch:
        self._watch.memory = memories.memory
        return self._watch

    def _refused(self, incoming: Incoming) -> list[Receipt]:
        _LOG.exception("Something that %s sent for %s could not be taken in.", incoming.source, incoming.platform)
        trouble = "this could not be taken in because of an error inside the service; it was logged"
        if isinstance(incoming.told[0], Message):
            self.refused[incoming.source] += 1
        else:
            incoming.refuse(0, Refusal("", trouble, "Tell whoever runs the service; sending it again may not help."))
        return [Receipt(told, 0, trouble=trouble) for told in incoming.told if isinstance(told, Message)]


def _there(told: Told, zone: tzinfo) -> Told:
    """A message with its time as clocks show it where its people live; anything else as it is."""
    if zone is UTC or not isinstance(told, Message) or told.sent_at is None:
        return told
    with contextlib.suppress(OverflowError):  # the first and the last day that there are
        return msgspec.structs.replace(told, sent_at=told.sent_at.astimezone(zone))
    return told
