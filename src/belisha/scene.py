"""What is remembered of a conversation and of an account, and the two windows through which clues look at it.

Memories grow and are bounded; each is a plain structure that can be written to bytes and read back (``stream.memory``).
A clue sees a ``Scene`` (this message and the conversation before it) or a ``Trail`` (an account and its contacts).
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from belisha.model import AccountFacts, ConversationFacts, Kind, Light, Message, Tie

REMEMBERED_MESSAGES = 80
"""How many messages of a conversation clues can look back on."""
REMEMBERED_CHARACTERS = 4_000
"""How much of a message clues can look at and back on; phrases are found in all of it."""
REMEMBERED_LINES = 64
"""How many different lines of an account are remembered per contact, as hashes."""
YOUNG = 16
"""Below this age an account counts as a child's here (the lowest age of consent that most of the help lines use)."""

IS_QUESTION, IS_REQUEST, IS_JEST = "is_question", "is_request", "is_jest"
"""Marks of a message that belong to no clue: it asks something, it asks for something, it is marked as a jest."""

GRAVE_REQUESTS = frozenset(
    {
        "arranges_travel",
        "asks_for_picture",
        "asks_for_secrecy",
        "asks_for_webcam",
        "asks_location",
        "asks_to_delete",
        "exchanges_handle",
        "guilt_and_pressure",
        "isolates_from_family",
        "isolates_from_friends",
        "jealous_control",
        "money_or_job_offer",
        "moves_to_other_app",
        "proposes_meeting",
        "reward_for_compliance",
        "sexual_solicitation",
        "sneaking_out",
    }
)
"""Clues whose refusal, and whose repetition after one, says more than that of an everyday request."""


class Said(msgspec.Struct, array_like=True):
    """A message as it is remembered: folded, and with what was noticed in it.

    Written without the names of its fields, which would be half of what is kept: new ones go to the end.

    Attributes:
        index: 1-based position in the conversation.
        id: of the message.
        sender: who wrote it, or None.
        text: folded, at most ``REMEMBERED_CHARACTERS``.
        at: seconds since 1970, or None when unknown.
        kind: of the message.
        age: the age that the sender states of himself in it, in years.
        question: whether it asks something.
        words: how many words it has.
        clues: names of the clues seen in it.
        marks: wordings that clues asked for, as ``clue:mark``, and those that any clue may want to know of.
        read: clues that the tactic model reads in its meaning, with their probabilities.
        likeness: the text model's sum for it; ``mass`` what the sum is normalised by; ``role`` who it sounds like.
        likeness_so_far, mass_so_far: sums over the conversation up to it.
    """

    index: int
    id: str
    sender: str | None
    text: str
    at: float | None
    kind: Kind
    age: int | None
    question: bool
    words: int
    clues: list[str]
    marks: list[str] = []
    read: dict[str, float] = {}
    likeness: float = 0.0
    mass: float = 0.0
    role: float = 0.0
    likeness_so_far: float = 0.0
    mass_so_far: float = 0.0

    @property
    def is_jest(self) -> bool:
        """Whether it is marked as not meant seriously."""
        return IS_JEST in self.marks


class Tally(msgspec.Struct):
    """Counts of one member of a conversation."""

    messages: int = 0
    questions: int = 0
    words: int = 0
    ages: list[int] = []
    unanswered: int = 0
    """Messages in a row since anybody else wrote."""
    longest_unanswered: int = 0
    first: float | None = None
    last: float | None = None
    clues: dict[str, int] = {}
    """How often each clue was seen about this member."""
    lines: list[int] = []
    """Hashes of this member's longer lines, to recognise a line that is sent to many."""


class Conversation(msgspec.Struct):
    """What is remembered of one conversation.

    Attributes:
        app, id: the key.
        facts: what the app says about it, or None.
        count: messages seen so far.
        recent: the last messages, oldest first, at most ``REMEMBERED_MESSAGES``.
        tallies: counts per sender; the unknown sender under the empty string.
        first, last: seconds since 1970 of the first and last timed message.
        speaking: who wrote last; the empty string for nobody known.
        members: everybody known to be in it: those who wrote, were addressed, or are listed by the app.
        language: code of the language that was last told from a message, or the empty string.
        youngest: the lowest age that anybody has stated of himself, or None.
        latest: index of the last message in which each clue and mark was seen, so that few need to look back.
    """

    app: str
    id: str
    facts: ConversationFacts | None = None
    count: int = 0
    recent: list[Said] = []
    tallies: dict[str, Tally] = {}
    first: float | None = None
    last: float | None = None
    speaking: str = ""

    members: list[str] = []
    language: str = ""
    youngest: int | None = None
    latest: dict[str, int] = {}

    def meet(self, accounts: Iterable[str]) -> None:
        """Adds accounts to the members."""
        self.members += [name for name in dict.fromkeys(accounts) if name and name not in self.members]

    @property
    def is_group(self) -> bool:
        """More than two people, by what the app says or by who wrote."""
        if self.facts is not None and self.facts.group is not None:
            return self.facts.group
        return len(self.members) > 2  # noqa: PLR2004 - two people are no group

    def other_than(self, account: str | None) -> str | None:
        """The only other member, or None in groups and where it is not known."""
        if account is None or len(self.members) > 2:  # noqa: PLR2004 - in a conversation of two
            return None
        others = [member for member in self.members if member != account]
        return others[0] if len(others) == 1 else None

    def has_seen(self, name: str, last: int) -> bool:
        """Whether a clue, or a mark as ``clue:mark``, was seen in one of the last messages."""
        index = self.latest.get(name)
        return index is not None and index > self.count - last


class Contact(msgspec.Struct):
    """One account's dealings with one conversation, as its trail needs them.

    Attributes:
        app, conversation: the key.
        other: the other person, or None.
        group: whether it is a group.
        first, last: seconds since 1970.
        sent, received: messages of the account and of the others.
        other_is_young: the other states or is known to be younger than ``YOUNG``.
        clues: clue name to how often it was seen about this account here.
        lines: hashes of the account's longer lines, to recognise a line sent to many.
        decibans: the highest reading about this account here, above the starting point.
    """

    app: str
    conversation: str
    other: str | None = None
    group: bool = False
    first: float | None = None
    last: float | None = None
    sent: int = 0
    received: int = 0
    other_is_young: bool = False
    clues: dict[str, int] = {}
    lines: list[int] = []
    decibans: float = 0.0


class Account(msgspec.Struct):
    """What is remembered of one account across conversations.

    Attributes:
        app, id: the key.
        facts: what is known of it, or None.
        contacts: by ``app/conversation``.
        shown: the light that each audience was shown.
        ties: what others did towards it, with their accounts: blocked it, refused to be friends, accepted.
    """

    app: str
    id: str
    facts: AccountFacts | None = None
    contacts: dict[str, Contact] = {}
    shown: dict[str, Light] = {}
    ties: dict[Tie, list[str]] = {}


class Scene(msgspec.Struct, frozen=True):
    """What a clue may look at when one message arrives.

    Attributes:
        message: the message itself, with its exact text.
        said: the same as remembered; ``said.clues`` already names the phrase clues seen in it.
        conversation: everything before it (``recent`` does not hold ``said`` yet).
        accounts: facts about accounts of this app, by account.
        spans: where phrase clues stand in ``message.text``, by clue.
    """

    message: Message
    said: Said
    conversation: Conversation
    accounts: Mapping[str, AccountFacts] = {}
    spans: Mapping[str, tuple[int, int]] = {}

    @property
    def sender(self) -> str | None:
        """Who wrote the message."""
        return self.message.sender

    @property
    def other(self) -> str | None:
        """The only other member of the conversation, or None."""
        return self.conversation.other_than(self.sender)

    def before(self, last: int = REMEMBERED_MESSAGES, minutes: float | None = None) -> Iterator[Said]:
        """Earlier messages, newest first: at most ``last``, and not older than ``minutes`` where times are known."""
        for said in self.conversation.recent[: -last - 1 : -1]:
            if minutes is not None and self.minutes_since(said) > minutes:
                return
            yield said

    def minutes_since(self, said: Said) -> float:
        """Minutes from an earlier message to this one; 0 when either time is unknown."""
        if self.said.at is None or said.at is None:
            return 0.0
        return (self.said.at - said.at) / 60

    def by_sender(self, said: Said) -> bool:
        """Whether an earlier message is of the same speaker. Unknown speakers are never the same."""
        return said.sender is not None and said.sender == self.sender

    def by_other(self, said: Said) -> bool:
        """Whether an earlier message is of somebody else, or of nobody known."""
        return said.sender is None or said.sender != self.sender

    def has_seen(self, *clues: str) -> bool:
        """Whether one of these phrase clues was seen in this message."""
        return any(clue in self.said.clues for clue in clues)

    def tally(self, account: str | None) -> Tally:
        """Counts of one member before this message; zeros for one who has not written."""
        return self.conversation.tallies.get(account or "", Tally())

    def ages_of(self, account: str | None) -> list[int]:
        """Ages that are known (by the platform, first) or were stated by an account, in the order of appearance."""
        known = self.accounts.get(account or "")
        tally = self.conversation.tallies.get(account or "")
        ages = [known.age] if known is not None and known.age is not None else []
        if tally is not None:
            ages += tally.ages
        if self.said.age is not None and account == self.sender:
            ages.append(self.said.age)
        return ages


class Trail(msgspec.Struct, frozen=True):
    """What an account clue may look at: an account and its contacts, in the order of their first messages."""

    account: Account

    @property
    def contacts(self) -> list[Contact]:
        """Contacts, earliest first; those without a time last."""
        later = float("inf")
        found = self.account.contacts.values()
        return sorted(found, key=lambda c: (later if c.first is None else c.first, c.app, c.conversation))

    def contacts_with(self, clue: str) -> list[Contact]:
        """Contacts in which a clue was seen about this account."""
        return [contact for contact in self.contacts if clue in contact.clues]
