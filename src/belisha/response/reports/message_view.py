"""One message as a page shows it: the text in pieces, the marks, the notes beside it, and where it was found."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from belisha.model import Family, How, Kind, Message, Provenance, Sighting
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import moment, timestamp, visible, whole

LONG, LINES = 1_200, 24
"""Characters and lines of a message that are shown at once; the rest opens on demand."""
LONGEST = 100_000
"""Characters of a message that are shown at all, unless evidence stands behind them."""
_MOST_COPIES = 20
_LINE_ENDS = re.compile("\n")

Piece = tuple[str, bool]
"""Some text, and whether it is evidence."""


class Note(msgspec.Struct, frozen=True):
    """What was noticed in a message.

    Attributes:
        sentence: in the words of the reader.
        family: the tactic.
        excuses: whether it speaks for an innocent explanation.
        about: the account that it is about, where what was seen of that account is too little for a light; else empty.
    """

    sentence: str
    family: str
    excuses: bool
    about: str = ""


class Place(msgspec.Struct, frozen=True):
    """Where a message was found."""

    file: str
    path: str
    sha256: str
    place: str
    reader: str
    how: str


class MessageView(msgspec.Struct, frozen=True):
    """A message, ready to be shown.

    Attributes:
        number: its 1-based position in the conversation.
        href: the page and anchor where it stands among all messages.
        who: its sender as shown.
        is_about: whether the concern is about its sender.
        at: when it was sent, in words; ``at_exact`` for machines, or empty.
        pieces: its text, or the beginning of a long one.
        rest: the further text of a long one.
        rest_marked: whether evidence stands in the rest.
        unshown: characters that are not shown at all.
        flags: ``deleted``, ``recovered`` and the like.
        notes: what was noticed in it.
        attachments: names of attachments.
        answers: number and href of the message that it answers, or None.
        place: where it was found; ``copies`` where else, ``more_copies`` how many besides.
    """

    number: int
    href: str
    who: str
    is_about: bool
    at: str
    at_exact: str
    pieces: Sequence[Piece]
    rest: Sequence[Piece]
    rest_marked: bool
    unshown: int
    flags: tuple[str, ...]
    notes: tuple[Note, ...]
    attachments: tuple[str, ...]
    answers: tuple[int, str] | None
    place: Place
    copies: tuple[Place, ...]
    more_copies: int


class Setting(msgspec.Struct, frozen=True):
    """What a message cannot say of itself: its number, its address, the names around it.

    ``weak`` holds what was seen about accounts for which no light turned, with their names.
    """

    number: int
    href: str
    who: str
    is_about: bool
    answers: tuple[int, str] | None
    sightings: Sequence[Sighting]
    weak: Sequence[tuple[str, Sighting]] = ()


def view(message: Message, setting: Setting, reader: Reader) -> MessageView:
    """A message as it is shown to a reader."""
    pieces, rest, unshown = _text(message.text, setting.sightings)
    return MessageView(
        number=setting.number,
        href=setting.href,
        who=setting.who,
        is_about=setting.is_about,
        at=moment(message.sent_at),
        at_exact=timestamp(message.sent_at) or "",
        pieces=pieces,
        rest=rest,
        rest_marked=any(is_marked for _, is_marked in rest),
        unshown=unshown,
        flags=_flags(message) if _is_special(message) else (),
        notes=_notes(setting, reader) if setting.sightings or setting.weak else (),
        attachments=tuple(whole(each) for each in message.attachments),
        answers=setting.answers,
        place=place(message.provenance),
        copies=tuple(place(each) for each in message.copies[:_MOST_COPIES]),
        more_copies=max(0, len(message.copies) - _MOST_COPIES),
    )


def place(found: Provenance) -> Place:
    """Where something was found, in words."""
    certainty = f", certainty {found.certainty:.0%}" if found.certainty < 1 else ""
    how = f"{found.how.value}{certainty}"
    file, path = _file(found.path)
    return Place(file, path, found.exhibit, whole(found.place), found.reader, how)


@lru_cache
def _file(path: str) -> tuple[str, str]:
    """Name and path of a file, each on one line; most messages come from few files."""
    path = whole(path)
    return path.rpartition("/")[2] or path, path


def _is_special(message: Message) -> bool:
    odd = message.deleted or not message.text or bool(message.copies)
    return odd or message.kind is not Kind.TEXT or message.provenance.how is not How.EXPORTED


def _flags(message: Message) -> tuple[str, ...]:
    kinds = {Kind.MEDIA: "media", Kind.CALL: "call", Kind.SYSTEM: "written by the app, not by a person"}
    flags = [kinds[message.kind]] if message.kind in kinds else []
    if message.deleted:
        flags.append("deleted in the app")
    if message.provenance.how is How.RECOVERED:
        flags.append("recovered")
    if not message.text:
        flags.append("no text")
    if message.copies:
        flags.append("found more than once")
    return tuple(flags)


def _notes(setting: Setting, reader: Reader) -> tuple[Note, ...]:
    """Each reason once."""
    notes: dict[tuple[str, str], Note] = {}
    for about, each in (*(("", each) for each in setting.sightings), *setting.weak):
        sentence = visible(reader.clue_words.get(each.clue) or each.because)
        notes.setdefault((about, sentence), Note(sentence, each.family.value, each.family is Family.INNOCENCE, about))
    return tuple(notes.values())


def _text(text: str, sightings: Sequence[Sighting]) -> tuple[Sequence[Piece], Sequence[Piece], int]:
    """The text to show at once, the text behind it, and how much is not shown at all."""
    spans = [each.span for each in sightings if each.span and each.family is not Family.INNOCENCE]
    cut = _cut(text)
    if cut is None and not spans:
        return ((visible(text), False),) if text else (), (), 0
    end = min(len(text), max([LONGEST, *(stop + LONG for _, stop in spans)]))
    cut = end if cut is None else cut
    return _pieces(text, spans, 0, cut), _pieces(text, spans, cut, end), len(text) - end


def _cut(text: str) -> int | None:
    """Where a long text is cut, or None when it is short enough."""
    at = LONG if len(text) > LONG + LONG // 4 else None
    if text.count("\n") > LINES + LINES // 4:
        ends = [match.start() for match, _ in zip(_LINE_ENDS.finditer(text), range(LINES), strict=False)]
        at = min(at or len(text), ends[-1])
    return at


def _pieces(text: str, spans: Iterable[tuple[int, int]], start: int, end: int) -> list[Piece]:
    """The text from start to end, split where evidence begins and ends; overlapping spans become one."""
    pieces: list[Piece] = []
    at = start
    for first, last in sorted(spans):
        begin, stop = max(first, at), min(last, end)
        if begin >= stop:
            continue
        pieces += [(visible(text[at:begin]), False)] if begin > at else []
        pieces.append((visible(text[begin:stop]), True))
        at = stop
    return [*pieces, (visible(text[at:end]), False)] if at < end else pieces
