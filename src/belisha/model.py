"""The nouns of Belisha: read this page first.

Facts are frozen: safe to send, to store and to repeat. What grows (memories of conversations and accounts) is in
``stream.memory``; the windows through which clues look at it are ``Scene`` and ``Trail`` in ``scene``.
"""

import enum
from datetime import datetime

import msgspec

OWNER = "(owner)"
"""The account whose device or export this is, where the app writes only "me" and no name can be known."""


class How(enum.StrEnum):
    """How a message came to us."""

    EXPORTED = "exported"
    LIVE = "live"
    RECOVERED = "recovered"


class Kind(enum.StrEnum):
    """What sort of thing was said."""

    TEXT = "text"
    MEDIA = "media"
    CALL = "call"
    SYSTEM = "system"


class Family(enum.StrEnum):
    """The tactic that a clue belongs to. Two families are a combination; two clues of one family are not."""

    SELECTION = "finding out"
    TRUST = "winning trust"
    REWARD = "giving and rewarding"
    SECRECY = "secrecy"
    ISOLATION = "isolation"
    MOVING = "moving elsewhere"
    PICTURES = "asking for pictures"
    SEXUAL = "sexual talk"
    PRESSURE = "pressure"
    THREAT = "threats"
    MEETING = "meeting"
    DECEPTION = "deception"
    PACE = "pace and pattern"
    CHILD = "the child's side"
    CONTACTS = "contact pattern"
    LIKENESS = "likeness to known cases"
    INNOCENCE = "what makes it innocent"


class Light(enum.IntEnum):
    """Green means *nothing noticed*, never *safe*."""

    GREEN = 0
    AMBER = 1
    RED = 2

    @property
    def word(self) -> str:
        """The colour in lower case, as it is shown and stored."""
        return self.name.lower()


class Provenance(msgspec.Struct, frozen=True):
    """Where exactly something was found: enough to find it again.

    Attributes:
        reader: name of the format that read it.
        path: path of the file, as given; inside archives ``phone.zip!/chats/result.json``.
        exhibit: SHA-256 of that file, hexadecimal.
        place: line, row or offset inside the file: ``line 12``, ``table sms row 4``, ``messages[3]``.
        how: exported, live or recovered.
        certainty: 0-1; 1 for whatever the app itself wrote and still holds.
    """

    reader: str
    path: str
    exhibit: str
    place: str
    how: How = How.EXPORTED
    certainty: float = 1.0


class Message(msgspec.Struct, frozen=True):
    """One thing said.

    Attributes:
        id: the app's own identifier, or one made of the place; unique inside the conversation.
        app: name of the app or network, as people know it.
        conversation: the app's identifier of the conversation.
        sender: account that wrote it, or None when unknown; ``OWNER`` for an unnamed device owner.
        text: what was written, exactly; empty for media without a caption.
        sent_at: aware time, or None when unknown.
        recipients: accounts it was addressed to, where known.
        attachments: file names or media types.
        reply_to: id of the message that this one answers or quotes.
        deleted: the app marks it as deleted or taken back.
        copies: further places where the same message was found.
    """

    id: str
    app: str
    conversation: str
    sender: str | None
    text: str
    sent_at: datetime | None
    provenance: Provenance
    kind: Kind = Kind.TEXT
    recipients: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    reply_to: str | None = None
    deleted: bool = False
    copies: tuple[Provenance, ...] = ()


class AccountFacts(msgspec.Struct, frozen=True):
    """What a platform, an export or a lab knows about an account, apart from what it wrote.

    Attributes:
        account: as in ``Message.sender``.
        app: the app it belongs to; empty when the facts hold in every app of the input.
        title: the name that people see, where it differs from ``account``.
        age: in whole years.
        known_by: accounts that know this one in real life.
        role: ``child``, ``adult`` or ``moderator``.
    """

    account: str
    app: str = ""
    title: str = ""
    age: int | None = None
    known_by: tuple[str, ...] = ()
    role: str | None = None


class ConversationFacts(msgspec.Struct, frozen=True):
    """What an app knows about a conversation, apart from its messages.

    Attributes:
        conversation: as in ``Message.conversation``.
        app: the app it belongs to.
        title: the name that people see (group subject, contact name).
        members: accounts in it, also those that never wrote.
        group: True for a group or room, False for two people, None when unknown.
    """

    conversation: str
    app: str
    title: str = ""
    members: tuple[str, ...] = ()
    group: bool | None = None


class Tie(enum.StrEnum):
    """What one account did towards another, apart from writing."""

    KNOWS = "knows"
    """Says that it knows the other in real life."""
    BLOCKED = "blocked"
    REQUESTED = "requested"
    """Asked the other to be friends."""
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Relation(msgspec.Struct, frozen=True):
    """One act of one account towards another that a platform reports.

    Attributes:
        account: who acted.
        other: towards whom.
        tie: what was done.
        app: as in ``Message.app``.
        at: when, or None.
    """

    account: str
    other: str
    tie: Tie
    app: str = ""
    at: datetime | None = None


Fact = Message | AccountFacts | ConversationFacts
"""What a format yields."""


class Problem(msgspec.Struct, frozen=True):
    """Something that could not be read, or was read with doubt.

    Attributes:
        path: of the file, as in ``Provenance.path``.
        place: where in it, or empty for the whole file.
        what: one sentence.
        advice: what to do about it.
        lost: True when something was not read; False for a remark.
    """

    path: str
    place: str
    what: str
    advice: str = ""
    lost: bool = True


class Sighting(msgspec.Struct, frozen=True):
    """One place where a clue was seen.

    Attributes:
        clue: name of the clue (its file name).
        family: the tactic that it belongs to.
        decibans: weight of evidence that the clue states for full strength; negative for what excuses.
        strength: 0-1, how strongly it was seen here.
        message: id of the message.
        index: 1-based position of that message in its conversation.
        sender: who wrote that message.
        about: the account that the evidence is about (for the child's side: the other one), or None.
        because: one sentence for a moderator.
        span: start and end in ``Message.text``, or None when the whole message counts.
    """

    clue: str
    family: Family
    decibans: float
    strength: float
    message: str
    index: int
    sender: str | None
    about: str | None
    because: str
    at: datetime | None = None
    span: tuple[int, int] | None = None


class Part(msgspec.Struct, frozen=True):
    """One addend of a reading.

    Attributes:
        what: a clue's name, or ``starting point``, ``combination``, ``one family alone``.
        decibans: how much it adds or takes.
        sighting: the place, for clues.
        because: one sentence.
    """

    what: str
    decibans: float
    because: str
    sighting: Sighting | None = None


class Reading(msgspec.Struct, frozen=True):
    """How concerning a subject is at one moment, and why; the parts sum to ``decibans``.

    Attributes:
        subject: ``conversation:<id>`` or ``account:<id>``.
        about: the account that the concern is about, or None when it cannot be told.
        at: time of the message that gave this reading, or None.
        index: 1-based position of that message in its conversation; 0 for accounts.
        message: id of that message.
        decibans: ten times the common logarithm of the odds.
        concern: the same as a number between 0 and 1.
        clock: which of the clocks rang highest.
        because: the parts.
    """

    subject: str
    about: str | None
    at: datetime | None
    index: int
    message: str
    decibans: float
    concern: float
    clock: str
    because: tuple[Part, ...]


class Change(msgspec.Struct, frozen=True):
    """A light that turned; the only thing that a response reacts to."""

    subject: str
    audience: str
    before: Light
    after: Light
    reading: Reading
