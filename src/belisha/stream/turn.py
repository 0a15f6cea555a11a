"""One platform's part of a transaction: what it was told becomes memory, lights and rows."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection

from belisha.model import AccountFacts, Change, ConversationFacts, Message, Reading, Relation
from belisha.notices import ChildAnswer
from belisha.scene import Contact
from belisha.stream.outbox import NoNotice, Outbox
from belisha.stream.said_by_people import answer_as_sighting
from belisha.stream.storable import Refusal
from belisha.stream.store.arrivals import (
    Subject,
    follow_concern,
    message_key,
    positions_of,
    store_changes,
    store_messages,
    subject_of,
)
from belisha.stream.store.memories import Memories, Place
from belisha.stream.store.vault import Vault
from belisha.stream.watch import Noticed, Watch

Told = Message | AccountFacts | ConversationFacts | Relation | ChildAnswer
_ANSWERS_NOTHING = Refusal(
    "",
    "no such notice was made for this account",
    "Send the app and account that the notice is for, and its id or none.",
)


class Incoming(msgspec.Struct, frozen=True):
    """What one caller tells at once.

    Attributes:
        platform: whose.
        source: label of the live source, or ``api``.
        told: messages and facts; facts are taken in before the messages of the same transaction.
        first: where the first of ``told`` stands in what the caller told, when this is a part of it.
        refused: becomes what of the facts was not taken in, by the place in what the caller told and the field.
    """

    platform: str
    source: str
    told: Sequence[Told]
    first: int = 0
    refused: dict[tuple[int, str], Refusal] = {}

    def refuse(self, number: int, refusal: Refusal) -> None:
        """Notes what is not taken in of one of ``told``; once, however often it is tried."""
        self.refused[self.first + number, refusal.field] = refusal


class Receipt(msgspec.Struct, frozen=True):
    """What became of one message.

    Attributes:
        message: as it came.
        position: 1-based, in its conversation; 0 when it could not be taken in.
        duplicate: it was here before, and counted then.
        trouble: why it could not be taken in, or empty.
        readings, changes: what it gave.
    """

    message: Message
    position: int
    duplicate: bool = False
    trouble: str = ""
    readings: Sequence[Reading] = ()
    changes: Sequence[Change] = ()


class Turn:
    """Takes in what one platform was told, within a transaction.

    Args:
        connection: with the transaction.
        memories: of the platform.
        watch: already looking at these memories.
        outbox: is told of lights that turned.
        now: seconds since 1970.
    """

    def __init__(self, connection: Connection, memories: Memories, watch: Watch, outbox: Outbox, now: float) -> None:
        self._connection = connection
        self._memories = memories
        self._watch = watch
        self._outbox = outbox
        self._now = now
        self._turned: list[tuple[Subject, Change]] = []
        self._concern: dict[bytes, Reading] = {}
        self._came_by: dict[Place, str] = {}
        self._sources: dict[Place, str] = {}
        self._known: dict[Place, None] = {}
        self._heard: list[tuple[str, str, str]] = []

    def take(self, incoming: Sequence[Incoming], vault: Vault | None) -> list[list[Receipt]]:
        """Takes everything in.

        Args:
            incoming: what each caller told.
            vault: seals the text of messages, or None when only its hash is kept.

        Returns:
            The receipts of each caller's messages.
        """
        for each in incoming:
            for number, told in enumerate(each.told):
                refusal = self._learn(told, each.source)
                if refusal is not None:
                    each.refuse(number, refusal)
        arrived = [told for each in incoming for told in each.told if isinstance(told, Message)]
        before = positions_of(self._connection, [message_key(self._memories.platform, each) for each in arrived])
        noticed = self._see(arrived, before)
        self._see_accounts(noticed)
        store_messages(self._connection, self._memories.platform, list(noticed.values()), vault, self._now)
        self._save()
        return [list(self._receipts(each, noticed, before)) for each in incoming]

    def _learn(self, told: Told, source: str) -> Refusal | None:
        if isinstance(told, Message):
            self._came_by[told.app, told.conversation] = source
        elif isinstance(told, ChildAnswer):
            return self._hear(told, source)
        elif isinstance(told, ConversationFacts):
            self._memories.load_conversations(self._connection, [(told.app, told.conversation)])
            self._sources[told.app, told.conversation] = source
            self._watch.know(told)
        else:
            place = told.app, told.other if isinstance(told, Relation) else told.account
            self._memories.load_accounts(self._connection, [place])
            self._watch.know(told)
            self._known[place] = None
        return None

    def _hear(self, told: ChildAnswer, source: str) -> Refusal | None:
        try:
            meant = self._outbox.answered(self._connection, self._memories.platform, told, self._now)
        except NoNotice:
            return _ANSWERS_NOTHING
        if meant is None:
            return None
        key, place, about = meant
        place = self._memories.load_row(self._connection, key, place)
        conversation = self._memories.memory.conversation(*place)
        last = conversation.recent[-1].id if conversation.recent else ""
        sighting = answer_as_sighting(told.answer, about, last, conversation.count, self._now)
        readings, changes = self._watch.hear(*place, [sighting])
        self._sources.setdefault(place, "")
        self._heard += [(*place, about)] if about else []
        self._note(place, readings, changes)
        subject = self._subject(place, source)
        self._outbox.reply(self._connection, self._memories, subject, told, self._now)
        return None

    def _see(self, arrived: Sequence[Message], before: dict[bytes, int]) -> dict[bytes, Noticed]:
        new: dict[bytes, Message] = {}
        for message in arrived:
            key = message_key(self._memories.platform, message)
            if key not in before:
                new.setdefault(key, message)
        places = list(dict.fromkeys((message.app, message.conversation) for message in new.values()))
        # Only these are written anew: what came again changes nothing, and its conversation may not be in memory.
        self._sources.update((place, self._came_by[place]) for place in places)
        self._memories.load_conversations(self._connection, places)
        self._memories.load_accounts(self._connection, self._present(new.values(), places))
        noticed = dict(zip(new, self._watch.see_many(new.values()), strict=True))
        for each in noticed.values():
            self._note((each.message.app, each.message.conversation), each.readings, each.changes)
        return noticed

    def _present(self, new: Iterable[Message], places: Sequence[Place]) -> Iterator[Place]:
        for message in new:
            yield from ((message.app, name) for name in (message.sender, *message.recipients) if name)
        for app, conversation in places:
            yield from ((app, member) for member in self._memories.memory.conversation(app, conversation).members)

    def _note(self, place: Place, readings: Sequence[Reading], changes: Sequence[Change]) -> None:
        app, conversation = place
        subject = self._subject(place, self._sources.get(place, ""))
        if self._memories.memory.ledger(app, conversation).shown:
            for reading in readings:
                kept = self._concern.get(subject.key)
                if kept is None or reading.decibans > kept.decibans or reading.about == kept.about:
                    self._concern[subject.key] = reading
        self._turned += [(subject, change) for change in changes]

    def _subject(self, place: Place, source: str) -> Subject:
        """A conversation as the subject of a light, also one whose id lost a name."""
        key = self._memories.conversation_key(*place)
        return Subject(key, self._memories.platform, place[0], "conversation", place[1], source)

    def _see_accounts(self, noticed: dict[bytes, Noticed]) -> None:
        """Looks at the accounts whose trail may say something new, each once."""
        wrote = dict.fromkeys(self._heard)
        for each in noticed.values():
            message = each.message
            people = {message.sender, *(sighting.about for sighting in each.sightings)}
            wrote.update(((message.app, message.conversation, name), None) for name in people if name)
        contacts = [(app, name, self._watch.contact(app, conversation, name)) for app, conversation, name in wrote]
        by_account: dict[Place, list[int]] = {}
        for number, (app, name, _) in enumerate(contacts):
            by_account.setdefault((app, name), []).append(number)
        self._memories.load_contacts(self._connection, by_account)
        for (app, name), numbers in by_account.items():
            if not self._says_more_than_its_conversation(app, name, [contacts[number][2] for number in numbers]):
                continue
            reading, changes = self._watch.see_account(app, name, [contacts[number][2] for number in numbers])
            subject = subject_of(self._memories.platform, app, "account", name)
            self._turned += [(subject, change) for change in changes]
            if changes:
                self._known[app, name] = None
            if self._memories.memory.account(app, name).shown:
                self._concern[subject.key] = reading
        self._memories.save_contacts(self._connection, contacts)

    def _says_more_than_its_conversation(self, app: str, name: str, found: list[Contact]) -> bool:
        """Whether an account is worth a light of its own: it has several contacts, or others acted against it."""
        account = self._memories.memory.account(app, name)
        for contact in found:
            account.contacts[f"{contact.app}/{contact.conversation}"] = contact
        return len(account.contacts) > 1 or bool(account.ties)

    def _save(self) -> None:
        by_source: dict[str, list[Place]] = {}
        for place, source in self._sources.items():
            by_source.setdefault(source, []).append(place)
        for source, places in by_source.items():
            self._memories.save_conversations(self._connection, places, source, self._now)
        self._memories.save_accounts(self._connection, self._known, self._now)
        store_changes(self._connection, self._turned, self._now)
        follow_concern(self._connection, self._concern, self._now)
        self._outbox.turned(self._connection, self._memories, self._turned, self._now)
        self._memories.forget_oldest(self._sources)

    def _receipts(
        self, incoming: Incoming, noticed: dict[bytes, Noticed], before: dict[bytes, int]
    ) -> Iterator[Receipt]:
        for told in incoming.told:
            if not isinstance(told, Message):
                continue
            key = message_key(self._memories.platform, told)
            if key in before:
                yield Receipt(told, before[key], duplicate=True)
                continue
            found = noticed[key]
            before[key] = found.index  # what comes again in this same transaction is a duplicate
            yield Receipt(told, found.index, readings=found.readings, changes=found.changes)
