"""The first pages of a report: what was scanned, what was noticed, what to do, and every conversation, worst first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile
from belisha.model import Light
from belisha.response.reports.conversation_view import ConversationView
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import (
    adding_up,
    called,
    counted,
    day,
    first_of,
    name,
    period,
    person,
    tenths,
    visible,
    whole,
)

PAGE_CONVERSATIONS = 1_000
FILES_ON_FIRST_PAGE = 100
PAGE_FILES = 1_000
_MOST_ACCOUNTS = 100
_MOST_LINKS = 12


class Row(msgspec.Struct, frozen=True):
    """A conversation in the table."""

    number: int
    href: str
    light: Light
    called: str
    app: str
    people: str
    count: int
    period: str
    last_day: str
    about: str
    reasons: tuple[str, ...]


class Suspect(msgspec.Struct, frozen=True):
    """An account that is of concern over several conversations."""

    who: str
    app: str
    light: Light
    decibans: float
    conversations: tuple[tuple[str, str], ...]
    more: int
    count: int
    parts: tuple[tuple[str, str], ...]
    total: str


class FileRow(msgspec.Struct, frozen=True):
    """An input file. ``problems`` are pairs of a sentence and whether something was lost."""

    number: int
    path: str
    sha256: str
    app: str
    messages: int
    problems: tuple[tuple[str, bool], ...]


class Overview:
    """What the first pages show.

    Args:
        findings: all that was found.
        reader: for whom.
    """

    def __init__(self, findings: Findings, reader: Reader) -> None:
        self.findings = findings
        self._reader = reader
        self.lights = Counter(each.light for each in findings.conversations)
        self.worst = max(self.lights, default=Light.GREEN)
        self.messages = sum(each.count for each in findings.conversations)
        self.period = _period(findings.conversations)
        self.apps = sorted({name(each.app) for each in findings.conversations})
        self.unread = sum(any(each.lost for each in file.problems) for file in findings.inputs)
        self.pages = max(1, -(-len(findings.conversations) // PAGE_CONVERSATIONS))
        self.file_pages = -(-len(findings.inputs) // PAGE_FILES) if len(findings.inputs) > FILES_ON_FIRST_PAGE else 0

    @staticmethod
    def page_name(page: int) -> str:
        """File name of a page of the table, from 1."""
        return "index.html" if page == 1 else f"conversations-{page}.html"

    def rows(self, page: int) -> Iterator[Row]:
        """The conversations of a page, from 1."""
        first = (page - 1) * PAGE_CONVERSATIONS
        for number, finding in enumerate(self.findings.conversations[first : first + PAGE_CONVERSATIONS], first + 1):
            yield self._row(ConversationView(finding, number, self.findings.titles, self._reader))

    def suspects(self) -> tuple[list[Suspect], int]:
        """Accounts with a light over several conversations, and how many are not listed."""
        several = [each for each in self.findings.accounts if each.light and len(each.conversations) > 1]
        numbers = {(each.app, each.id): at for at, each in enumerate(self.findings.conversations, start=1)}
        return [self._suspect(each, numbers) for each in several[:_MOST_ACCOUNTS]], max(
            0, len(several) - _MOST_ACCOUNTS
        )

    def files(self, page: int = 0) -> list[FileRow]:
        """The input files of a page, from 1; page 0 is the first page of the report: all, or those with problems."""
        rows = list(enumerate(self.findings.inputs, start=1))
        if page:
            rows = rows[(page - 1) * PAGE_FILES : page * PAGE_FILES]
        elif self.file_pages:
            rows = [(number, file) for number, file in rows if file.problems][:FILES_ON_FIRST_PAGE]
        return [_file(number, file) for number, file in rows]

    def _row(self, view: ConversationView) -> Row:
        finding = view.finding
        people, more = first_of((view.who(member) for member in finding.members), 3)
        further = f" and {counted(more, 'other')}" if more else ""
        return Row(
            number=view.number,
            href=f"conversations/{view.page_name(1)}",
            light=finding.light,
            called=view.called,
            app=name(finding.app),
            people=", ".join(people) + further if finding.title else "",
            count=finding.count,
            period=period(finding.first, finding.last),
            last_day=day(finding.last),
            about=view.who(finding.subject) if finding.subject else "",
            reasons=tuple(reason.sentence for reason in view.reasons(2)),
        )

    def _suspect(self, finding: AccountFinding, numbers: Mapping[tuple[str, str], int]) -> Suspect:
        found = sorted(numbers[finding.app, each] for each in finding.conversations if (finding.app, each) in numbers)
        figures = adding_up([part.decibans for part in finding.reading.because], finding.reading.decibans)
        titles = self.findings.titles
        return Suspect(
            who=person(finding.id, finding.app, {f"{finding.app}/{finding.id}": finding.title, **titles}),
            app=name(finding.app),
            light=finding.light,
            decibans=finding.reading.decibans,
            conversations=tuple(
                (f"conversations/{at:04}-1.html", f"No. {at} {called(self.findings.conversations[at - 1], titles)}")
                for at in found[:_MOST_LINKS]
            ),
            more=max(0, len(found) - _MOST_LINKS),
            count=len(finding.conversations),
            parts=tuple(
                (self._reader.clue_words.get(part.what) or visible(part.because), tenths(figure))
                for part, figure in zip(finding.reading.because, figures, strict=True)
            ),
            total=tenths(round(finding.reading.decibans * 10)),
        )


def _period(conversations: Sequence[ConversationFinding]) -> str:
    first = min((each.first for each in conversations if each.first), default=None)
    return period(first, max((each.last for each in conversations if each.last), default=None))


def _file(number: int, file: InputFile) -> FileRow:
    problems = []
    for each in file.problems:
        place = f"{whole(each.place)}: " if each.place else ""
        advice = f" ({visible(each.advice)})" if each.advice else ""
        problems.append((f"{place}{visible(each.what)}{advice}", each.lost))
    return FileRow(number, whole(file.path), file.sha256, name(file.app), file.messages, tuple(problems))
