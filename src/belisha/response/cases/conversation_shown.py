"""One conversation of a case as people are shown it: why it was pointed at, and what of it is part of the case."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from belisha.model import Kind, Part, Sighting
from belisha.response.cases.case_file import CaseConversation, CaseFile, CaseMessage
from belisha.response.reports.message_view import MessageView, Piece, Setting, view
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import adding_up, listed, moment, name, person, tenths, visible

_NO_TEXT = "no text"
_FIRST_LETTERS = 1_000
LONGEST = 10_000
"""Characters of a message that are shown: more would make a document that nobody can print or open."""


class ShownMessage(msgspec.Struct, frozen=True):
    """A message and what a case knows of it beyond the message.

    Attributes:
        view: the message, ready to be shown.
        gap: messages of the conversation between the one before and this one that are not part of the case.
        is_first: whether it is the first message of its conversation in the case.
        direction: in which its text is written, ``ltr`` or ``rtl``: that of its first letter.
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
    is_first: bool
    direction: str
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

    @property
    def after(self) -> int:
        """How many messages come after the last one of the case; 0 when that is not known."""
        messages = self.conversation.messages
        return max(0, (self.conversation.count or 0) - messages[-1].index) if messages else 0

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
            is_first=message is self.conversation.messages[0],
            direction=_direction(message.text or ""),
            gone=gone,
            pieces=pieces,
            unshown=unshown + shown.unshown,
            unshown_evidence=unshown_evidence,
            text_sha256=message.text_sha256,
            holds=message.holds,
            is_evidence=message.is_evidence,
        )


def _direction(text: str) -> str:
    """Said outright, because not everything that lays out a page can tell it from the text."""
    strong = (unicodedata.bidirectional(character) for character in text[:_FIRST_LETTERS])
    return "rtl" if next((each for each in strong if each in {"L", "R", "AL"}), "L") != "L" else "ltr"


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
