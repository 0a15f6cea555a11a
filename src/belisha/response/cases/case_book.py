"""The book of a case: who did what and when, each entry chained to the one before it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec

from belisha.chain import BEGINNING, first_broken, link
from belisha.response.cases.case_file import CaseFile, CaseMessage, Entry


class BrokenEntry(msgspec.Struct, frozen=True):
    """The first entry of a book that is not what it was when it was written, or does not follow the one before it.

    Attributes:
        number: 1-based.
        entry: as it stands there now.
    """

    number: int
    entry: Entry

    @property
    def says(self) -> str:
        """What is wrong, for people."""
        at, who, what = (self.entry.said(name) or "unknown" for name in ("at", "who", "what"))
        return (
            f"entry {self.number} ({what}, by {who}, at {at}) was changed, or an entry before it was removed or "
            "inserted; no entry from there on is proven"
        )


def seal(book: tuple[Entry, ...], recorded: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The book with one more entry.

    Args:
        book: the entries so far.
        recorded: what is written down: ``at``, ``who``, ``role``, ``what``, ``note`` and more; plain JSON values.
    """
    before = book[-1].link if book else BEGINNING
    return (*book, Entry(dict(recorded), link(before, recorded)))


def verify_chain(case: CaseFile) -> BrokenEntry | None:
    """The first entry of the book that does not hold, or None when all do.

    Entries cut off at the end leave a shorter book that holds: compare ``last_link`` with one noted elsewhere.
    """
    position = first_broken((entry.recorded, entry.link) for entry in case.book)
    return None if position is None else BrokenEntry(position + 1, case.book[position])


def changed_texts(case: CaseFile) -> tuple[CaseMessage, ...]:
    """The messages whose text is not the one whose hash was taken when it came in."""
    return tuple(
        message for conversation in case.conversations for message in conversation.messages if not message.holds
    )


def last_link(case: CaseFile) -> str:
    """The link of the last entry: noted elsewhere, it shows later that nothing up to there was cut off."""
    return case.book[-1].link if case.book else BEGINNING


def time_of(entry: Entry) -> datetime | None:
    """When an entry was made, aware; None when it does not say so, in ISO 8601 or in seconds since 1970."""
    said = entry.recorded.get("at")
    try:
        at = datetime.fromtimestamp(said, UTC) if isinstance(said, int | float) else datetime.fromisoformat(str(said))
    except (ValueError, OverflowError, OSError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
