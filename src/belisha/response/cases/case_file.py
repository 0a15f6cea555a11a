"""The nouns of a case, frozen: whatever leaves as evidence is written from one ``CaseFile`` and from nothing else.

What is not known is None or empty, never guessed. Text whose time to be kept has passed is None; its place and its hash
stay, so that it can still be compared with a copy that somebody else holds.
"""

import enum
import hashlib
from datetime import datetime
from typing import Any

import msgspec

from belisha.model import AccountFacts, Change, Kind, Message, Provenance, Reading, Relation, Sighting


class Status(enum.StrEnum):
    """How far a case has come."""

    OPEN = "open"
    RELEASED = "released"
    """Two people agreed that it may be given to the police."""
    CLOSED = "closed"


def hash_of_text(text: str) -> str:
    """SHA-256 of a message's text, hexadecimal: of its UTF-8 form, exactly as it was received."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class CaseMessage(msgspec.Struct, frozen=True):
    """A message of a case: a piece of evidence, or one that stands near it.

    Attributes:
        index: 1-based position in its conversation.
        id, sender, sent_at, provenance, kind, recipients, attachments, reply_to, deleted, copies: as in ``Message``.
        text_sha256: ``hash_of_text`` of the text when it came in.
        text: exactly as it was written; None when it was deleted because the time to keep it had passed, or when it was
            never kept.
        text_deleted_at: when it was deleted; None when it was not, or when that is not known.
        is_evidence: False for context.
    """

    index: int
    id: str
    sender: str | None
    sent_at: datetime | None
    provenance: Provenance
    text_sha256: str
    text: str | None = None
    text_deleted_at: datetime | None = None
    is_evidence: bool = False
    kind: Kind = Kind.TEXT
    recipients: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    reply_to: str | None = None
    deleted: bool = False
    copies: tuple[Provenance, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the text is still that whose hash was taken; True where there is no text to compare."""
        return self.text is None or hash_of_text(self.text) == self.text_sha256

    def as_message(self, app: str, conversation: str) -> Message:
        """The same as a message; without text where there is none."""
        return Message(
            id=self.id,
            app=app,
            conversation=conversation,
            sender=self.sender,
            text=self.text or "",
            sent_at=self.sent_at,
            provenance=self.provenance,
            kind=self.kind,
            recipients=self.recipients,
            attachments=self.attachments,
            reply_to=self.reply_to,
            deleted=self.deleted,
            copies=self.copies,
        )


class CaseConversation(msgspec.Struct, frozen=True):
    """A conversation of a case.

    Attributes:
        id: the app's identifier.
        title: the name that people see, or empty.
        members: accounts known to be in it.
        count: how many messages it has, also those that are not part of the case; None when that is not known.
        messages: evidence and context, in their order.
        sightings: what was noticed in them.
        highest: the highest reading, with its parts; None when there was none.
    """

    id: str
    title: str = ""
    members: tuple[str, ...] = ()
    count: int | None = None
    messages: tuple[CaseMessage, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    highest: Reading | None = None

    @property
    def evidence(self) -> tuple[CaseMessage, ...]:
        """The messages that are evidence."""
        return tuple(message for message in self.messages if message.is_evidence)


class YoungPerson(msgspec.Struct, frozen=True):
    """An account that is taken for a child's.

    Attributes:
        account: as in ``Message.sender``.
        because: what that rests on, in one sentence: "the platform states the age 13".
        age: in whole years, where it is known.
    """

    account: str
    because: str
    age: int | None = None


class TurnedLight(msgspec.Struct, frozen=True):
    """A light that turned, and when.

    Attributes:
        at: when the program turned it; the time of the message is in the change's reading.
        change: what turned, with the reading that turned it.
    """

    at: datetime | None
    change: Change


class Entry(msgspec.Struct, frozen=True):
    """A decision or action in the book of a case: only ever added, each chained to the one before it.

    Attributes:
        recorded: what was written down, exactly as it was chained: ``at`` (ISO 8601, UTC), ``who`` (identifier),
            ``role``, ``what``, ``note``, and whatever else belongs to it.
        link: its link of ``belisha.chain``.
    """

    recorded: dict[str, Any]
    link: str

    def said(self, name: str) -> str:
        """One thing that was recorded, as text; empty when it was not."""
        value = self.recorded.get(name)
        return "" if value is None else value if isinstance(value, str) else msgspec.json.encode(value).decode()


class AttachedFile(msgspec.Struct, frozen=True):
    """A file that belongs to a case; its bytes lie elsewhere.

    Attributes:
        name: as it was given.
        media: media type as it was given.
        sha256: of its bytes, hexadecimal.
        size: in bytes.
        added_at: when it was added.
        message: id of the message that it was attached to, or empty.
    """

    name: str
    media: str
    sha256: str
    size: int
    added_at: datetime | None = None
    message: str = ""


class ProgramFile(msgspec.Struct, frozen=True):
    """A file that the program judged with: a model, weights.

    Attributes:
        name: of the file.
        sha256: of its bytes, hexadecimal.
    """

    name: str
    sha256: str


class Program(msgspec.Struct, frozen=True):
    """With what was judged.

    Attributes:
        version: of Belisha.
        files: models and weights.
        audience: for whom the lights were turned.
        amber_from, red_from: concern, 0-1, from which each light was shown.
        settings: lines that say how the program was set, for whoever repeats it.
    """

    version: str
    files: tuple[ProgramFile, ...] = ()
    audience: str = "moderators"
    amber_from: float = 0.5
    red_from: float = 0.9
    settings: tuple[str, ...] = ()


class ClueMeaning(msgspec.Struct, frozen=True):
    """What a clue means, and when it means nothing bad: whoever reads a reason must be able to doubt it.

    Attributes:
        clue: its name.
        means: to a moderator.
        innocent: when it means nothing bad.
    """

    clue: str
    means: str
    innocent: str


class Kept(msgspec.Struct, frozen=True):
    """What is kept, and for how long.

    Attributes:
        until: nothing of the case is deleted before; None when nobody set a day.
        text_days: after so many days the text of messages is deleted, apart from what a case keeps.
        note: who asked for it, under which reference.
    """

    until: datetime | None = None
    text_days: int | None = None
    note: str = ""


class CaseFile(msgspec.Struct, frozen=True):
    """A case, complete.

    Attributes:
        id: its identifier on its platform.
        platform: where it comes from, as people know it.
        app: the app or network of its accounts and conversations.
        title: what people call it.
        status: how far it has come.
        opened_at, closed_at: when; None when not known, or not closed.
        written_at: when this was taken from where it is kept; every export bears this time and no other.
        program: with what was judged.
        subject: the account that the concern is about, or None when that cannot be told.
        young: the accounts that are taken for children's.
        facts: what the platform knows about accounts.
        relations: blocks, friend requests and the like.
        conversations: what was said.
        changes: lights that turned, in the order of time.
        meanings: of the clues that were seen.
        book: decisions and actions, oldest first.
        files: attached files.
        kept: what is kept until when.
        danger_now: why a person says that a child is in danger now; empty when nobody said so.
    """

    id: str
    platform: str
    app: str
    title: str
    status: Status
    opened_at: datetime | None
    closed_at: datetime | None
    written_at: datetime
    program: Program
    subject: str | None = None
    young: tuple[YoungPerson, ...] = ()
    facts: tuple[AccountFacts, ...] = ()
    relations: tuple[Relation, ...] = ()
    conversations: tuple[CaseConversation, ...] = ()
    changes: tuple[TurnedLight, ...] = ()
    meanings: tuple[ClueMeaning, ...] = ()
    book: tuple[Entry, ...] = ()
    files: tuple[AttachedFile, ...] = ()
    kept: Kept = Kept()
    danger_now: str = ""

    @property
    def accounts(self) -> tuple[str, ...]:
        """Every account of the case: the subject, the young, those with facts, members and senders; each once."""
        named = [self.subject, *(each.account for each in self.young), *(each.account for each in self.facts)]
        for conversation in self.conversations:
            named += [*conversation.members, *(message.sender for message in conversation.messages)]
        named += [account for each in self.relations for account in (each.account, each.other)]
        return tuple(dict.fromkeys(account for account in named if account is not None))

    @property
    def titles(self) -> dict[str, str]:
        """Display names by ``app/account``."""
        return {f"{self.app}/{each.account}": each.title for each in self.facts if each.title}

    def known_of(self, account: str) -> AccountFacts:
        """What is known of an account; nothing but its name where nothing is."""
        found = [each for each in self.facts if each.account == account]
        return found[0] if found else AccountFacts(account, self.app)
