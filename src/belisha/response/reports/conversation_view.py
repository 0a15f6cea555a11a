"""One conversation as its pages show it: why, who wrote what, the evidence in its context, and every message."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from belisha.findings import ConversationFinding, Turned
from belisha.model import Family, Kind, Message, Part, Sighting
from belisha.response.reports.message_view import MessageView, Place, Setting, place, view
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import adding_up, called, name, percent, person, tenths, visible

PAGE_MESSAGES = 500
PAGE_CHARACTERS = 300_000
"""Whichever is reached first ends a page."""
CONTEXT = 3
"""Messages shown before and after each piece of evidence."""
_MOST_PASSAGES = 20
_MOST_MEMBERS = 60
_NEARLY_ALL = 0.6
QUESTION_MARKS = "?\N{ARABIC QUESTION MARK}\N{FULLWIDTH QUESTION MARK}"


class Addend(msgspec.Struct, frozen=True):
    """A part of a reading as shown.

    ``number`` and ``href`` are its message, or 0 and nothing; ``again`` is True for a repeat of the clue before it.
    """

    what: str
    sentence: str
    detail: str
    innocent: str
    tenths: int
    decibans: str
    number: int = 0
    href: str = ""
    again: bool = False
    is_clue: bool = True


class Member(msgspec.Struct, frozen=True):
    """Somebody in a conversation, and how much of it is theirs."""

    who: str
    is_about: bool
    messages: int
    share: str
    questions: int


class Source(msgspec.Struct, frozen=True):
    """A file that messages of a page were found in."""

    place: Place
    messages: int


class ConversationView:
    """Shows one conversation.

    Args:
        finding: what was found in it.
        number: its rank in the report, from 1.
        titles: display names by ``app/account``.
        reader: for whom.
    """

    def __init__(self, finding: ConversationFinding, number: int, titles: dict[str, str], reader: Reader) -> None:
        self.finding = finding
        self.number = number
        self._titles = titles
        self._reader = reader
        self._is_child = reader.is_child
        self.called = called(finding, titles)
        self.app = name(finding.app)
        self.page_starts = _page_starts(finding.messages)
        self.about = finding.highest.about if finding.highest else None
        self._whos: dict[str | None, str] = {}
        self._seen: dict[int, list[Sighting]] = defaultdict(list)
        self._weak: dict[int, list[tuple[str, Sighting]]] = defaultdict(list)
        self._sort_sightings()
        self._numbers: dict[str, int] = {}
        if any(message.reply_to for message in finding.messages):
            self._numbers = {message.id: number for number, message in enumerate(finding.messages, start=1)}

    def page_name(self, page: int) -> str:
        """File name of a page, from 1."""
        return f"{self.number:04}-{page}.html"

    def href(self, number: int) -> str:
        """Where a message stands, as seen from another page of the folder."""
        return f"{self.page_name(bisect_right(self.page_starts, number - 1))}#m{number}"

    def who(self, account: str | None) -> str:
        """An account of this conversation as people see it."""
        if account not in self._whos:
            self._whos[account] = person(account, self.finding.app, self._titles)
        return self._whos[account]

    def messages(self, page: int) -> Iterator[MessageView]:
        """The messages of a page, from 1."""
        first, end = self._bounds(page)
        return (self._message(number) for number in range(first + 1, end + 1))

    def numbers(self, page: int) -> tuple[int, int]:
        """The first and the last message of a page."""
        first, end = self._bounds(page)
        return first + 1, end

    def sources(self, page: int) -> list[Source]:
        """The files that the messages of a page were found in, also as copies."""
        first, end = self._bounds(page)
        times: Counter[Place] = Counter()
        for message in self.finding.messages[first:end]:
            for found in (message.provenance, *message.copies):
                times[place(msgspec.structs.replace(found, place=""))] += 1
        return [Source(found, count) for found, count in times.items()]

    def passages(self) -> tuple[list[list[MessageView]], int]:
        """The evidence of the highest reading in its context, and how many pieces of it are not among these.

        None at all when that would be nearly the whole conversation, which can be read as well below.
        """
        parts = [part for part in self.finding.because if part.sighting and self._has(part.sighting.index)]
        numbers = list(dict.fromkeys(part.sighting.index for part in parts if part.sighting))
        windows = [
            range(max(1, at - CONTEXT), min(len(self.finding.messages), at + CONTEXT) + 1)
            for at in sorted(numbers[:_MOST_PASSAGES])
        ]
        runs: list[list[int]] = []
        for window in windows:
            if runs and window.start <= runs[-1][-1] + 1:
                runs[-1] += [number for number in window if number > runs[-1][-1]]
            else:
                runs.append(list(window))
        if sum(map(len, runs)) > _NEARLY_ALL * len(self.finding.messages) and len(self.page_starts) == 1:
            return [], 0
        return [[self._message(number) for number in run] for run in runs], max(0, len(numbers) - _MOST_PASSAGES)

    def addends(self) -> list[Addend]:
        """All parts of the highest reading, in figures that add up to it: the starting point, then clue by clue."""
        clues = list(dict.fromkeys(part.what for part in self.finding.because if part.sighting))
        parts = sorted(self.finding.because, key=lambda part: _rank(part, clues))
        total = self.finding.highest.decibans if self.finding.highest else 0.0
        figures = adding_up([part.decibans for part in parts], total)
        repeated = [
            at > 0 and part.sighting is not None and part.what == parts[at - 1].what for at, part in enumerate(parts)
        ]
        addends = map(self._addend, parts, figures)
        return [msgspec.structs.replace(each, again=again) for each, again in zip(addends, repeated, strict=True)]

    def reasons(self, most: int) -> list[Addend]:
        """The strongest reasons, each clue once; for a child not what the child wrote, which would read as blame."""
        parts = [part for part in self.finding.reasons if not (self._is_child and _is_childs_side(part))]
        return [self._addend(part, round(part.decibans * 10)) for part in (parts or self.finding.reasons)[:most]]

    def members(self) -> tuple[list[Member], int]:
        """Who wrote how much, the most first; and how many people are not listed."""
        written: Counter[str | None] = Counter()
        asked: Counter[str | None] = Counter()
        for message in self.finding.messages:
            if message.kind is not Kind.SYSTEM:
                written[message.sender] += 1
                asked[message.sender] += any(mark in message.text for mark in QUESTION_MARKS)
        everybody = sorted({*self.finding.members, *written}, key=lambda who: (-written[who], who or ""))
        total = sum(written.values())
        listed = [
            Member(self.who(who), self._is_about(who), written[who], percent(written[who], total), asked[who])
            for who in everybody[:_MOST_MEMBERS]
        ]
        return listed, len(everybody) - len(listed)

    def turned(self) -> list[tuple[Turned, str]]:
        """When lights turned, each with the address of the message."""
        return [(each, self.href(each.index) if self._has(each.index) else "") for each in self.finding.turned]

    def _addend(self, part: Part, figure: int) -> Addend:
        sentence = self._reader.clue_words.get(part.what, "")
        detail = visible(part.because)
        number = part.sighting.index if part.sighting and self._has(part.sighting.index) else 0
        return Addend(
            what=visible(part.what).replace("_", " "),
            sentence=sentence or (detail if part.sighting else f"{visible(part.what).capitalize()}: {detail}"),
            detail=detail if sentence and detail != sentence and not self._reader.is_child else "",
            innocent=self._reader.innocent.get(part.what, "") if figure > 0 else "",
            tenths=figure,
            decibans=tenths(figure),
            number=number,
            href=self.href(number) if number else "",
            is_clue=part.sighting is not None,
        )

    def _sort_sightings(self) -> None:
        """What was seen about accounts for which a light turned, and apart from it what was seen about others.

        A child is not shown the latter, which is often about the child and would read as blame; nor excuses.
        """
        amber = self._reader.amber_from
        concerning = {point.about for point in self.finding.course if point.concern >= amber} | {self.finding.subject}
        shown = [each for each in self.finding.sightings if not (self._is_child and each.family is Family.INNOCENCE)]
        for each in shown:
            if self.finding.light and (each.about is None or each.about in concerning):
                self._seen[each.index].append(each)
            elif not self._is_child:
                self._weak[each.index].append((self.who(each.about) if each.about else "somebody", each))

    def _message(self, number: int) -> MessageView:
        message = self.finding.messages[number - 1]
        answered = self._numbers.get(message.reply_to) if message.reply_to else None
        setting = Setting(
            number=number,
            href=self.href(number),
            who=self.who(message.sender) if message.sender or message.kind is not Kind.SYSTEM else "the app",
            is_about=self._is_about(message.sender),
            answers=(answered, self.href(answered)) if answered else None,
            sightings=self._seen.get(number, ()),
            weak=self._weak.get(number, ()),
        )
        return view(message, setting, self._reader)

    def _is_about(self, account: str | None) -> bool:
        return account is not None and account == self.finding.subject

    def _has(self, number: int) -> bool:
        return 1 <= number <= len(self.finding.messages)

    def _bounds(self, page: int) -> tuple[int, int]:
        starts = [*self.page_starts, len(self.finding.messages)]
        return starts[page - 1], starts[page]


def _rank(part: Part, clues: Sequence[str]) -> int:
    """The order of parts: the starting point, the clues by weight, the rest."""
    if part.sighting is not None:
        return clues.index(part.what)
    return -1 if part.what == "starting point" else len(clues)


def _is_childs_side(part: Part) -> bool:
    return part.sighting is not None and part.sighting.family is Family.CHILD


def _page_starts(messages: Sequence[Message]) -> list[int]:
    """0-based position of the first message of each page."""
    starts, characters = [0], 0
    for at, message in enumerate(messages):
        characters += len(message.text)
        if at - starts[-1] >= PAGE_MESSAGES or (characters > PAGE_CHARACTERS and at > starts[-1]):
            starts.append(at)
            characters = len(message.text)
    return starts
