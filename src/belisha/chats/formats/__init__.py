"""One file per app format; a new file is a new format, found and tested without an edit elsewhere.

Subclass ``Format``, or ``SqliteFormat`` for an app's database. A format reads what the app really wrote, reports what
it cannot read through ``exhibit.report`` and goes on; it raises ``Unreadable`` only when nothing can be read.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar, Generic, NamedTuple, TypeVar

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.model import ConversationFacts, Fact, Message, Provenance
from belisha.plugins import name_of

Known = TypeVar("Known")


class Checked(NamedTuple):
    """On what a format was tried: the app or export version, the year of its layout, and how many messages it gave."""

    version: str
    date: str
    messages: int


def addressed_to(sender: str | None, conversation: ConversationFacts) -> tuple[str, ...]:
    """The other of two people; nobody when the sender is unknown or there are or may be more."""
    members = conversation.members
    if conversation.group or len(members) != 2 or sender not in members:  # noqa: PLR2004 - a conversation of two
        return ()
    return tuple(member for member in members if member != sender)


class Format(ABC):
    """One layout in which an app writes chats.

    Attributes:
        app: the app, as people know it.
        found_in: file names or path endings as shell patterns; for documentation, and to report files that have the
            name but not the content. Recognition itself goes by content.
        checked_on: what it was tried on.
        fallback: True for layouts of no app of their own, asked only when no other format recognises the file.
    """

    app: ClassVar[str]
    found_in: ClassVar[tuple[str, ...]]
    checked_on: ClassVar[tuple[Checked, ...]]
    fallback: ClassVar[bool] = False

    @cached_property
    def name(self) -> str:
        """The format's name: that of its file."""
        return name_of(type(self))

    @abstractmethod
    def recognises(self, exhibit: Exhibit) -> bool:
        """Whether this is the app's file, judged by what stands in it."""

    @abstractmethod
    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        """Everything that was said in it, and the facts about accounts and conversations, in the file's order.

        Raises:
            Unreadable: when nothing can be read.
        """

    def found(self, exhibit: Exhibit, place: str) -> Provenance:
        """A provenance in this exhibit."""
        return Provenance(reader=self.name, path=exhibit.path, exhibit=exhibit.sha256, place=place)


class SqliteFormat(Format, Generic[Known]):
    """An app's database: recognised by its columns; one mapping over rows, so that recovered rows can use it too.

    Attributes:
        tables: the tables and columns without which it is not this app's database.
        spoken: the tables whose rows are messages, in the order in which they are read.
    """

    tables: ClassVar[dict[str, tuple[str, ...]]]
    spoken: ClassVar[tuple[str, ...]]

    def recognises(self, exhibit: Exhibit) -> bool:
        database = exhibit.database
        return database is not None and database.has(self.tables)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        database = exhibit.database
        assert database is not None  # noqa: S101 - recognises said so
        known = self.look_up(database, exhibit)
        yield from self.facts(known)
        for table in self.spoken:
            for row in database.rows(table):
                fact = self.message(row, self.found(exhibit, row.place), known)
                if fact is not None:
                    yield fact

    @abstractmethod
    def look_up(self, database: Database, exhibit: Exhibit) -> Known:
        """Reads what messages refer to: contacts, conversations, members, attachments. Missing tables give nothing."""

    def facts(self, known: Known) -> Iterator[Fact]:  # noqa: ARG002 - most apps need no more
        """Facts about the conversations and accounts; none unless overridden."""
        return iter(())

    @abstractmethod
    def message(self, row: Row, provenance: Provenance, known: Known) -> Message | None:
        """One row made a message, or None when the row says nothing (a date line, an empty placeholder).

        A row may come from deleted space: any column may be missing and any lookup may fail.
        """
