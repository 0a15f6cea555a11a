"""Any table of messages with a header: CSV, semicolons or tabs, from whatever tool wrote it."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from belisha.chats.column_names import role_of
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format
from belisha.chats.loose_json import unique
from belisha.chats.written_times import Order, moment, order_of
from belisha.model import OWNER, AccountFacts, Fact, Kind, Message

_DELIMITERS = ",;\t|"
_FIRST_LINES = 12
_SENT = (
    "outgoing",
    "sent",
    "out",
    "outbox",
    "gesendet",
    "ausgehend",
    "enviado",
    "envoyé",
    "inviato",
    "verzonden",
    "skickat",
    "2",
)
_RECEIVED = (
    "incoming",
    "received",
    "in",
    "inbox",
    "empfangen",
    "eingehend",
    "recibido",
    "recebido",
    "reçu",
    "ricevuto",
    "1",
)
_NOTICE = ("notification", "system")
_NO = ("", "0", "no", "false", "n", "none", "null", "intact", "nein")
_FILES = re.compile(r"[;\n]|,(?=\s*https?://)")
_ACCOUNT_AND_NAME = re.compile(r"(\S+@\S+|\+?\d{6,})\s+(\S.*)")
_APART = re.compile(r"[;\n]")
_LARGEST_FIELD = 2**31 - 1
_People = tuple[str | None, tuple[str, ...]]
"""Who wrote, and to whom."""


class _Table(NamedTuple):
    """How a table is written.

    Attributes:
        delimiter: between cells.
        escape: the character that takes away the meaning of a quotation mark, where marks are not doubled.
        start: number of the header's row, from 0.
        columns: the first column of each role; ``date`` only beside a separate ``time``.
        width: how many columns the header has.
    """

    delimiter: str
    escape: str | None
    start: int
    columns: dict[str, int]
    width: int


class _Line(NamedTuple):
    """A row, and the number of the line on which it begins."""

    number: int
    cells: list[str]


class GenericCsv(Format):
    """A text column, and a sender or a time, under names of many languages; everything else is optional.

    Day and month are told apart over the whole column. Tried on tables of iMazing and Cellebrite, and on plain ones.
    """

    app = "CSV table"
    found_in = ("*.csv", "*.tsv")
    checked_on = (
        Checked("iMazing 3 layout", "2025", 5),
        Checked("Cellebrite chat table layout", "2024", 4),
        Checked("plain tables", "2026", 11),
    )
    fallback = True

    def recognises(self, exhibit: Exhibit) -> bool:
        if exhibit.head.startswith((b"{", b"<")) or not exhibit.looks_like_text():
            return False
        return _table(exhibit.beginning) is not None

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        text = exhibit.text()
        table = _table(text)
        if table is None:
            return
        order = order_of(_when(line, table) for line in _rows(text, table))
        if order.doubtful:
            reading = "day" if order.day_first else "month"
            exhibit.report(f"nothing tells day from month; dates were read with the {reading} first", lost=False)
        try:
            yield from self._read(exhibit, text, table, order)
        except csv.Error as error:
            exhibit.report(
                f"the table breaks off ({error})", advice="open it in a spreadsheet and save it as CSV again"
            )

    def _read(self, exhibit: Exhibit, text: str, table: _Table, order: Order) -> Iterator[Fact]:
        named: set[tuple[str, str]] = set()
        taken: dict[str, set[str]] = {}
        undated = total = 0
        for line in _rows(text, table):
            message = self._message(exhibit, line, table, order)
            if message is None:
                continue
            for account, title in _titles(line, table):
                if account and title and title != account and (message.app, account) not in named:
                    named.add((message.app, account))
                    yield AccountFacts(account, message.app, title)
            own = unique(message.id, message.provenance.place, taken.setdefault(message.conversation, set()))
            yield message if own == message.id else msgspec.structs.replace(message, id=own)
            total += 1
            undated += message.sent_at is None and bool(_when(line, table))
        if undated:
            exhibit.report(f"{undated} of {total} times could not be read", lost=False)

    def _message(self, exhibit: Exhibit, line: _Line, table: _Table, order: Order) -> Message | None:
        """One row; None when there is nothing in it."""
        place = f"line {line.number}"
        if len(line.cells) <= table.columns["text"]:
            exhibit.report("fewer cells than the header has", place=place)
            return None
        text, files = line.cells[table.columns["text"]], _cell(line, table, "files")
        sender, recipients = people = _people(line, table)
        if not (text or files or sender):
            return None
        notice = _cell(line, table, "way").lower() in _NOTICE
        return Message(
            id=_cell(line, table, "id") or place,
            app=_cell(line, table, "app") or self.app,
            conversation=_conversation(exhibit, line, table, people),
            sender=None if notice else sender,
            text=text,
            sent_at=moment(when, order) if (when := _when(line, table)) else None,
            provenance=self.found(exhibit, place),
            kind=Kind.SYSTEM if notice else Kind.MEDIA if files and not text else Kind.TEXT,
            recipients=recipients,
            attachments=tuple(part.strip() for part in _FILES.split(files)) if files else (),
            reply_to=_cell(line, table, "reply") or None,
            deleted=_cell(line, table, "deleted").lower() not in _NO,
        )


def _table(text: str) -> _Table | None:
    """The reading under which one of the first lines is a header; of several the one with most columns."""
    beginning = text[:65_536]
    if "\n" not in beginning and "\r" not in beginning:
        return None
    escape = (
        "\\" if re.search(r'[^\\]\\"[^,;\t|\r\n]', beginning) and '""' not in beginning.replace('\\"', "") else None
    )
    found = []
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter, escapechar=escape)
        try:
            for start, row in zip(range(_FIRST_LINES), rows, strict=False):
                if columns := _columns(row):
                    found.append(_Table(delimiter, escape, start, columns, len(row)))
                    break
        except csv.Error:
            continue
    return max(found, key=lambda table: table.width, default=None)


def _columns(row: Sequence[str]) -> dict[str, int] | None:
    """Which column plays which role, or None when the row is no header of messages."""
    columns: dict[str, int] = {}
    for number, cell in enumerate(row):
        if role := role_of(cell):
            columns.setdefault(role, number)
    if "time" not in columns and "date" in columns:
        columns["time"] = columns.pop("date")
    # On a phone the name beside a number and a direction is always the other one's, also where the owner wrote.
    if not {"other", "way"} <= columns.keys() and "name" in columns:
        columns.setdefault("sender", columns["name"])
    if "sender_id" in columns:
        columns.setdefault("sender", columns["sender_id"])
    said = "text" in columns and ("sender" in columns or "time" in columns)
    return columns if said and len(columns) > 1 else None


def _rows(text: str, table: _Table) -> Iterator[_Line]:
    """The rows below the header. A last cell with unquoted delimiters in it is put together again."""
    limit = csv.field_size_limit(_LARGEST_FIELD)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=table.delimiter, escapechar=table.escape)
        begins = 1
        for number, row in enumerate(rows):
            if number > table.start and row:
                extra = len(row) > table.width and table.columns["text"] == table.width - 1
                last = table.delimiter.join(row[table.width - 1 :])
                yield _Line(begins, [*row[: table.width - 1], last] if extra else row)
            begins = rows.line_num + 1
    finally:
        csv.field_size_limit(limit)


def _cell(line: _Line, table: _Table, role: str) -> str:
    number = table.columns.get(role)
    return line.cells[number].strip() if number is not None and number < len(line.cells) else ""


def _when(line: _Line, table: _Table) -> str:
    """The moment as written; date and clock joined where each has its column."""
    date, time = _cell(line, table, "date"), _cell(line, table, "time")
    return f"{date} {time}".strip() if date and len(time) < len("2026-03-02") else time or date


def _people(line: _Line, table: _Table) -> _People:
    """Who wrote to whom. What went out without a name is the owner's; tables of a phone name the other one only."""
    way, other = _cell(line, table, "way").lower(), _cell(line, table, "other")
    sender = _cell(line, table, "sender_id") or _account(_cell(line, table, "sender"))[0]
    written = _cell(line, table, "recipient")
    to = tuple(_account(part.strip())[0] for part in _APART.split(written) if part.strip()) if written else ()
    if way in _SENT:
        return sender or OWNER, to or ((other,) if other else ())
    if way in _RECEIVED:
        return sender or other or None, to or ((OWNER,) if other and not sender else ())
    return sender or None, to


def _titles(line: _Line, table: _Table) -> Iterator[tuple[str, str]]:
    """Accounts with the names that people see."""
    sender = _cell(line, table, "sender")
    yield (_cell(line, table, "sender_id"), sender) if "sender_id" in table.columns else _account(sender)
    yield _cell(line, table, "other"), _cell(line, table, "name") if "way" in table.columns else ""


def _account(written: str) -> tuple[str, str]:
    """Cellebrite writes an account and its name into one cell; anything else is an account without a name."""
    found = _ACCOUNT_AND_NAME.fullmatch(written)
    return (found[1], found[2]) if found else (written, "")


def _conversation(exhibit: Exhibit, line: _Line, table: _Table, people: _People) -> str:
    """As the table says, else the other on the phone, else the two people, else the whole file."""
    if named := _cell(line, table, "conversation"):
        return named
    if ("way" in table.columns or "sender" not in table.columns) and (other := _cell(line, table, "other")):
        return other
    sender, to = people
    if sender and len(to) == 1:
        return " - ".join(sorted((sender, *to)))
    return exhibit.name.rpartition(".")[0] or exhibit.name
