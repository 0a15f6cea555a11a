"""What a scan found: the nouns that reports, tables and the JSON contract are made from."""

from datetime import datetime

import msgspec

from belisha.model import Light, Message, Part, Problem, Reading, Sighting


class InputFile(msgspec.Struct, frozen=True):
    """A file of the evidence that was read, or in which something was not.

    Attributes:
        path: as shown to people; members of archives as ``phone.zip!/chats/result.json``.
        sha256: of its content; empty when it could not be opened.
        app: what it was recognised as, or empty.
        messages: how many it gave.
        problems: what was not read, and remarks.
    """

    path: str
    sha256: str
    app: str
    messages: int
    problems: tuple[Problem, ...] = ()


class Turned(msgspec.Struct, frozen=True):
    """A light that turned in a conversation.

    Attributes:
        light: what it turned to.
        index: 1-based position of the message that turned it; ``id`` and ``sent_at`` of that message.
    """

    light: Light
    index: int
    id: str
    sent_at: datetime | None


class Point(msgspec.Struct, frozen=True):
    """One reading in the course of a conversation.

    Attributes:
        index: 1-based position of the message.
        about: the account it is about, or None.
        decibans, concern: as in ``Reading``.
    """

    index: int
    about: str | None
    decibans: float
    concern: float


class ConversationFinding(msgspec.Struct, frozen=True):
    """What was found in one conversation.

    Attributes:
        id, app: the key.
        title: the name that people see, or empty.
        members: everybody known to be in it.
        count: number of messages.
        first, last: times of the first and last timed message.
        highest: the highest reading, or None when nothing was seen.
        light: the worst light that the audience was shown.
        turned: when it turned.
        subject: the account that the concern is about; None on green or when it cannot be told.
        course: all readings in order.
        sightings: everything that was seen, in order.
        messages: the messages in order; filled in for reports.
    """

    id: str
    app: str
    title: str
    members: tuple[str, ...]
    count: int
    first: datetime | None
    last: datetime | None
    highest: Reading | None
    light: Light
    turned: tuple[Turned, ...]
    subject: str | None
    course: tuple[Point, ...]
    sightings: tuple[Sighting, ...]
    messages: tuple[Message, ...] = ()

    @property
    def concern(self) -> float:
        """The highest concern, 0-1; 0 when nothing was seen."""
        return self.highest.concern if self.highest else 0.0

    @property
    def because(self) -> tuple[Part, ...]:
        """The parts of the highest reading, the weightiest first; they sum to its decibans."""
        parts = self.highest.because if self.highest else ()
        return tuple(sorted(parts, key=lambda part: -abs(part.decibans)))

    @property
    def reasons(self) -> tuple[Part, ...]:
        """The parts that raised concern and stand in messages, the weightiest first, each clue once."""
        raised = [part for part in self.because if part.sighting is not None and part.decibans > 0]
        first: dict[str, Part] = {}
        for part in raised:
            first.setdefault(part.what, part)
        return tuple(first.values())


class AccountFinding(msgspec.Struct, frozen=True):
    """What was found about one account over all its conversations.

    Attributes:
        id, app: the key.
        title: the name that people see, or empty.
        conversations: ids of the conversations in which it wrote.
        reading: over all of them.
        light: for the audience.
    """

    id: str
    app: str
    title: str
    conversations: tuple[str, ...]
    reading: Reading
    light: Light


class Findings(msgspec.Struct, frozen=True):
    """Everything that a scan found.

    Attributes:
        audience: for whom the lights are.
        inputs: the files, in the order in which they were met.
        conversations: the worst first.
        accounts: the worst first.
        titles: display names by ``app/account``.
    """

    audience: str
    inputs: tuple[InputFile, ...]
    conversations: tuple[ConversationFinding, ...]
    accounts: tuple[AccountFinding, ...]
    titles: dict[str, str]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was not read."""
        return tuple(problem for file in self.inputs for problem in file.problems if problem.lost)
