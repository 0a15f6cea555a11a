"""Cases: what belongs together is gathered, written down in a book that nobody can change, kept, and handed over.

Every entry of the book is chained to the one before it (``belisha.chain``); the database refuses to change or delete one.
"""

from typing import Any

import msgspec
from sqlalchemy import Connection

from belisha.response.cases.case_file import Entry
from belisha.stream.store.roles import Person
from belisha.stream.store.vault import Vault


class CaseRead(msgspec.Struct, frozen=True):
    """A case.

    Attributes:
        number: on this service.
        platform, app: where.
        about: the account that it is about, or None.
        title: what people call it.
        status: open, released or closed.
        reviewer, reviewer_name: whose it is.
        created_at, changed_at, keep_until: seconds since 1970.
        conversations: hexadecimal keys.
        release_asked_by: number of the person who asked for release and waits for a second one, or None.
    """

    number: int
    platform: str
    app: str
    about: str | None
    title: str
    status: str
    reviewer: int | None
    reviewer_name: str | None
    created_at: float
    changed_at: float
    keep_until: float | None
    conversations: tuple[str, ...] = ()
    release_asked_by: int | None = None


class FileRead(msgspec.Struct, frozen=True):
    """An attached file without its bytes; ``added_at`` in seconds since 1970."""

    number: int
    name: str
    media: str
    size: int
    sha256: str
    added_at: float


def open_case(connection: Connection, platform: str, key: str, person: Person, now: float) -> int:
    """Makes a case from a subject (hexadecimal key): its conversation, or those in which an account was noticed.

    Returns:
        Its number; that of the open case about the same account, to which the subject was added, when there is one.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when there is no such subject.
    """
    raise NotImplementedError


def case_with(connection: Connection, platform: str, number: int) -> CaseRead | None:
    """One case; None when this platform has none."""
    raise NotImplementedError


def cases_page(
    connection: Connection,
    platform: str,
    status: str | None = None,
    after: tuple[float, int] | None = None,
    limit: int = 50,
) -> list[CaseRead]:
    """Cases, the most recently changed first; ``after`` is ``changed_at`` and ``number`` of the last one seen."""
    raise NotImplementedError


def cases_with(connection: Connection, platform: str, key: str) -> list[CaseRead]:
    """The cases to which a conversation (hexadecimal key) belongs."""
    raise NotImplementedError


def add_conversation(connection: Connection, case: CaseRead, key: str, person: Person, now: float) -> None:
    """Adds a conversation of the same platform to an open case."""
    raise NotImplementedError


def write_entry(
    connection: Connection, case: CaseRead, person: Person, what: str, now: float, note: str = "", **more: Any
) -> Entry:
    """Writes what was decided or done into the book of a case."""
    raise NotImplementedError


def book_of(connection: Connection, platform: str, number: int) -> tuple[Entry, ...]:
    """The book of a case, oldest first."""
    raise NotImplementedError


def rename(connection: Connection, case: CaseRead, title: str, person: Person, now: float) -> None:
    """Calls a case something else."""
    raise NotImplementedError


def preserve(connection: Connection, case: CaseRead, until: float, person: Person, now: float, note: str = "") -> None:
    """Keeps everything of a case until then: never earlier than what was promised before."""
    raise NotImplementedError


def attach(
    connection: Connection, vault: Vault, case: CaseRead, person: Person, file: tuple[str, str, bytes], now: float
) -> FileRead:
    """Seals a file (name, media type, bytes) and adds it to an open case."""
    raise NotImplementedError


def files_of(connection: Connection, platform: str, number: int) -> list[FileRead]:
    """The files of a case."""
    raise NotImplementedError


def file_content(
    connection: Connection, vault: Vault, platform: str, case: int, number: int
) -> tuple[FileRead, bytes] | None:
    """One file with its bytes; None when this case of this platform has none.

    Raises:
        Unreadable: when its bytes are not those that were added.
    """
    raise NotImplementedError


def ask_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Asks that a case may be given to the police; a second person must agree."""
    raise NotImplementedError


def agree_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Agrees: the case is released.

    Raises:
        NotAllowed: when the person may not, or is the one who asked.
        Unusable: when nobody asked.
    """
    raise NotImplementedError


def refuse_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Takes a request for release back, or turns it down."""
    raise NotImplementedError


def close_case(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Closes a case: from then on its texts are deleted by date, unless it is preserved."""
    raise NotImplementedError
