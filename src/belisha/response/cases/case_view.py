"""A case as people are shown it: rows, sentences and figures, each from the case and from nothing else."""

from collections.abc import Sequence

import msgspec

from belisha.model import Relation, Tie
from belisha.response.cases.case_book import changed_texts, time_of, verify_chain
from belisha.response.cases.case_file import CaseFile, CaseMessage, Entry
from belisha.response.cases.conversation_shown import ConversationShown
from belisha.response.reports.reader import Reader
from belisha.response.reports.wording import moment, person

_TIES = {
    Tie.KNOWS: "says that it knows",
    Tie.BLOCKED: "blocked",
    Tie.REQUESTED: "asked to be friends with",
    Tie.ACCEPTED: "accepted the friend request of",
    Tie.REFUSED: "refused the friend request of",
}
_REPORTS = frozenset({"report", "reported"})
RECORDED = ("at", "who", "role", "what", "note")
"""What an entry of the book records in columns of its own."""


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
            known_by=", ".join(self.who(each) for each in facts.known_by) or "nobody, as far as is known",
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


def _entry(number: int, entry: Entry) -> ShownEntry:
    at, who, role, what, note = (entry.said(each) for each in RECORDED)
    when = time_of(entry)
    more = "; ".join(f"{each}: {entry.said(each)}" for each in entry.recorded if each not in RECORDED)
    return ShownEntry(number, moment(when) if when else at or "time unknown", who, role, what, note, more, entry.link)
