"""A case as people are shown it: rows, sentences and figures, each from the case and from nothing else."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from belisha.model import Kind, Part, Relation, Sighting, Tie
from belisha.response.cases.case_book import changed_texts, time_of, verify_chain
from belisha.response.cases.case_file import CaseConversation, CaseFile, CaseMessage, Entry
from belisha.response.reports.message_view import MessageView, Piece, Setting, view
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import adding_up, listed, moment, name, person, tenths, visible

_TIES = {
    Tie.KNOWS: "says that it knows",
    Tie.BLOCKED: "blocked",
    Tie.REQUESTED: "asked to be friends with",
    Tie.ACCEPTED: "accepted the friend request of",
    Tie.REFUSED: "refused the friend request of",
}
_NO_TEXT = "no text"
LONGEST = 20_000
"""Characters of a message that are shown: more would make a document that nobody can print or open."""
_REPORTS = frozenset({"report", "released", "release", "reported"})
RECORDED = ("at", "who", "role", "what", "note")
"""What an entry of the book records in columns of its own."""


class ShownMessage(msgspec.Struct, frozen=True):
    """A message and what a case knows of it beyond the message.

    Attributes:
        view: the message, ready to be shown.
        gap: messages of the conversation between the one before and this one that are not part of the case.
        gone: why its text is not shown; empty when it is, or when there never was one.
        pieces: its text, or the beginning of a long one; each piece with whether it was noticed.
        unshown: characters of it that are not shown.
        unshown_evidence: whether something that was noticed stands in them.
        text_sha256: hash of its text.
        holds: False when the text is not the one whose hash was taken.
        is_evidence: False for context.
    """

    view: MessageView
    gap: int
    gone: str
    pieces: Sequence[Piece]
    unshown: int
    unshown_evidence: bool
    text_sha256: str
    holds: bool
    is_evidence: bool


class ShownPart(msgspec.Struct, frozen=True):
    """An addend of a reading: in words, its message, when it means nothing bad, and its weight in decibans."""

    clue: str
    sentence: str
    number: int
    innocent: str
    decibans: str


class ShownAccount(msgspec.Struct, frozen=True):
    """An account: every unknown is said to be unknown.

    Attributes:
        taken_for: what the case takes it for, and why.
    """

    account: str
    title: str
    age: str
    role: str
    known_by: str
    taken_for: str


class ShownEntry(msgspec.Struct, frozen=True):
    """An entry of the book; ``more`` is whatever it records besides."""

    number: int
    at: str
    who: str
    role: str
    what: str
    note: str
    more: str
    link: str


class ConversationShown:
    """One conversation of a case.

    Args:
        case: the case.
        conversation: one of its conversations.
        number: its 1-based position among them.
        reader: for whom.
    """

    def __init__(self, case: CaseFile, conversation: CaseConversation, number: int, reader: Reader) -> None:
        self.conversation = conversation
        self.number = number
        self.reading = conversation.highest
        self._case = case
        self._reader = reader
        self._numbers = {message.id: message.index for message in conversation.messages}
        self._seen: dict[int, list[Sighting]] = defaultdict(list)
        for sighting in conversation.sightings:
            self._seen[sighting.index].append(sighting)

    @property
    def called(self) -> str:
        """Its title, or else the people in it."""
        members = listed([self.who(member) for member in self.conversation.members[:4]])
        more = " and others" if len(self.conversation.members) > len(self.conversation.members[:4]) else ""
        return name(self.conversation.title) or f"{members}{more}" or f"conversation {name(self.conversation.id)}"

    def who(self, account: str | None) -> str:
        """An account as people see it."""
        return person(account, self._case.app, self._case.titles)

    def messages(self) -> Iterator[ShownMessage]:
        """The messages in their order."""
        before = 0
        for message in self.conversation.messages:
            yield self._shown(message, max(0, message.index - before - 1))
            before = message.index

    @property
    def left_out(self) -> int:
        """How many messages of the conversation are not part of the case; 0 when that is not known."""
        return max(0, (self.conversation.count or 0) - len(self.conversation.messages))

    def parts(self) -> list[ShownPart]:
        """The addends of the highest reading, the weightiest first, in figures that add up to it."""
        parts = sorted(self.reading.because if self.reading else (), key=lambda part: -abs(part.decibans))
        figures = adding_up([part.decibans for part in parts], self.reading.decibans if self.reading else 0.0)
        return [self._part(part, figure) for part, figure in zip(parts, figures, strict=True)]

    def noticed(self) -> list[tuple[str, str]]:
        """What raised concern, in sentences, each with the numbers of its messages; the weightiest first."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for part in sorted(self.reading.because if self.reading else (), key=lambda part: -part.decibans):
            if part.sighting is not None and part.decibans > 0:
                numbers[self._reader.clue_words.get(part.what) or part.because].append(part.sighting.index)
        return [(sentence, listed([str(each) for each in sorted(set(at))])) for sentence, at in numbers.items()]

    def _part(self, part: Part, figure: int) -> ShownPart:
        number = part.sighting.index if part.sighting else 0
        innocent = self._reader.innocent.get(part.what, "") if part.decibans > 0 else ""
        means = self._reader.clue_words.get(part.what, "")
        sentence = f"{means} {part.because}" if means and means != part.because else part.because
        return ShownPart(visible(part.what).replace("_", " "), sentence, number, innocent, tenths(figure))

    def _shown(self, message: CaseMessage, gap: int) -> ShownMessage:
        answered = self._numbers.get(message.reply_to) if message.reply_to else None
        setting = Setting(
            number=message.index,
            href=f"#c{self.number}m{message.index}",
            who=self.who(message.sender) if message.sender or message.kind is not Kind.SYSTEM else "the app",
            is_about=message.sender is not None and message.sender == self._case.subject,
            answers=(answered, f"#c{self.number}m{answered}") if answered else None,
            sightings=self._seen[message.index],
        )
        shown = view(message.as_message(self._case.app, self.conversation.id), setting, self._reader)
        gone = ""
        if message.text is None:
            shown = msgspec.structs.replace(shown, flags=tuple(flag for flag in shown.flags if flag != _NO_TEXT))
            gone = (
                f"The text was deleted on {moment(message.text_deleted_at)}, when the time to keep it had passed."
                if message.text_deleted_at
                else "The text is not kept: it was deleted when the time to keep it had passed, or was never stored."
            )
        pieces, unshown, unshown_evidence = _beginning([*shown.pieces, *shown.rest])
        return ShownMessage(
            view=shown,
            gap=gap,
            gone=gone,
            pieces=pieces,
            unshown=unshown + shown.unshown,
            unshown_evidence=unshown_evidence,
            text_sha256=message.text_sha256,
            holds=message.holds,
            is_evidence=message.is_evidence,
        )


class CaseView:
    """A whole case.

    Args:
        case: the case.
    """

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self.reader = reader_of(case)
        self.conversations = [
            ConversationShown(case, each, number, self.reader)
            for number, each in enumerate(case.conversations, start=1)
        ]
        self.broken = verify_chain(case)
        self.changed_texts = changed_texts(case)

    def who(self, account: str | None) -> str:
        """An account as people see it."""
        return person(account, self.case.app, self.case.titles)

    @property
    def evidence(self) -> list[CaseMessage]:
        """Every message that is evidence."""
        return [message for each in self.case.conversations for message in each.evidence]

    @property
    def messages(self) -> list[CaseMessage]:
        """Every message."""
        return [message for each in self.case.conversations for message in each.messages]

    def accounts(self) -> list[ShownAccount]:
        """Every account of the case."""
        return [self._account(account) for account in self.case.accounts]

    def relations(self) -> list[tuple[str, str]]:
        """What accounts did towards each other, in sentences, with the time."""
        return [(self._relation(each), moment(each.at)) for each in self.case.relations]

    def book(self) -> list[ShownEntry]:
        """The decisions and actions."""
        return [_entry(number, entry) for number, entry in enumerate(self.case.book, start=1)]

    def reports(self) -> list[ShownEntry]:
        """The entries of the book that say that somebody was told."""
        return [each for each in self.book() if each.what in _REPORTS]

    def _relation(self, each: Relation) -> str:
        return f"{self.who(each.account)} {_TIES[each.tie]} {self.who(each.other)}"

    def _account(self, account: str) -> ShownAccount:
        facts = self.case.known_of(account)
        young = [each for each in self.case.young if each.account == account]
        taken_for = ["the concern is about this account"] if account == self.case.subject else []
        taken_for += [f"taken for a child's: {each.because}" for each in young]
        ages = [age for age in (facts.age, *(each.age for each in young)) if age is not None]
        return ShownAccount(
            account=account,
            title=facts.title or "not known",
            age=" or ".join(map(str, dict.fromkeys(ages))) or "not known",
            role=facts.role or "not known",
            known_by=", ".join(self.who(each) for each in facts.known_by) or "nobody is known to",
            taken_for="; ".join(taken_for) or "not stated",
        )


def reader_of(case: CaseFile) -> Reader:
    """Who reads an export: somebody who must find everything again, in the words of moderators."""
    return Reader(
        audience="police",
        words={},
        amber_from=case.program.amber_from,
        red_from=case.program.red_from,
        clue_words={each.clue: each.means for each in case.meanings},
        innocent={each.clue: each.innocent for each in case.meanings},
        contacts=(),
        generated_at=case.written_at,
        version=case.program.version,
        settings=case.program.settings,
    )


def span(messages: Sequence[CaseMessage]) -> str:
    """The time from the first to the last message whose time is known, to the second."""
    times = sorted(message.sent_at for message in messages if message.sent_at)
    return f"{moment(times[0])} to {moment(times[-1])}" if times else "not known"


def _beginning(pieces: Sequence[Piece]) -> tuple[list[Piece], int, bool]:
    """The first pieces, how many characters come after them, and whether something noticed is among those."""
    shown: list[Piece] = []
    left, unshown, unshown_evidence = LONGEST, 0, False
    for text, is_marked in pieces:
        if left:
            shown.append((text[:left], is_marked))
        unshown += max(0, len(text) - left)
        unshown_evidence = unshown_evidence or (is_marked and len(text) > left)
        left = max(0, left - len(text))
    return shown, unshown, unshown_evidence


def _entry(number: int, entry: Entry) -> ShownEntry:
    at, who, role, what, note = (entry.said(each) for each in RECORDED)
    when = time_of(entry)
    more = "; ".join(f"{each}: {entry.said(each)}" for each in entry.recorded if each not in RECORDED)
    return ShownEntry(number, moment(when) if when else at or "time unknown", who, role, what, note, more, entry.link)
