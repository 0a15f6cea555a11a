"""SMS and MMS on Android: ``mmssms.db``, the phone's own store, whatever app shows it."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import ClassVar, NamedTuple

from msgspec.structs import replace

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.phone_numbers import APP, account_of, conversation_of, member_of, subject_in
from belisha.chats.times import unix
from belisha.model import OWNER, ConversationFacts, Fact, Kind, Message, Provenance

_RECEIVED, _DRAFT = 1, 3
_FROM_OWNER = (2, 4, 5, 6)
"""Sent, waiting in the outbox, failed, queued (android.provider.Telephony); pdu knows the first three."""
_FROM, _TO = 137, (151, 130, 129)
"""Values of ``addr.type``: from; to, cc, bcc (PduHeaders)."""
_NOTICE, _SAID = 130, (None, 128, 130, 132)
"""Values of ``pdu.m_type``: announced but not fetched; what people sent, and not a delivery or read report."""


class _Known(NamedTuple):
    """What messages refer to: conversations by thread, and the parts and addresses of MMS by message."""

    threads: dict[int, ConversationFacts]
    parts: dict[int, list[Row]]
    addresses: dict[int, list[Row]]
    report: Callable[..., None]


class AndroidSms(SqliteFormat[_Known]):
    """SMS, MMS and, on Samsung, RCS (``im``) and the spam folder, from Android 4 to 14.

    Drafts were not said: they are reported and left out. Numbers are freed of blanks and signs.
    """

    app = APP
    found_in = ("/com.android.providers.telephony/databases/mmssms.db", "/mmssms.db")
    checked_on = (
        Checked("Android 4, plaso's mmssms.db", "2013", 9),
        Checked("tables of Android 10, invented rows", "2020", 11),
    )
    tables: ClassVar[dict[str, tuple[str, ...]]] = {"sms": ("address", "date", "type", "body")}
    spoken = ("sms", "spam_sms", "im", "pdu")

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:
        numbers = {row.key("_id"): account_of(row.text("address")) for row in database.rows("canonical_addresses")}
        threads: dict[int, ConversationFacts] = {}
        for row in database.rows("threads"):
            ids = [int(each) for each in (row.text("recipient_ids") or "").split() if each.isdigit()]
            others = tuple(dict.fromkeys(number for each in ids if (number := numbers.get(each))))
            threads[row.key("_id") or 0] = _thread(row.key("_id"), others)
        return _Known(threads, _by(database, "part", "mid"), _by(database, "addr", "msg_id"), exhibit.report)

    def facts(self, known: _Known) -> Iterator[Fact]:
        yield from {thread.conversation: thread for thread in known.threads.values()}.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        if (row.whole("msg_box") if row.table.lower() == "pdu" else row.whole("type")) == _DRAFT:
            known.report("a draft that was never sent was left out", place=row.place, lost=False)
            return None
        return (self._mms if row.table.lower() == "pdu" else self._sms)(row, provenance, known)

    def _sms(self, row: Row, provenance: Provenance, known: _Known) -> Message:
        other = account_of(row.text("address"))
        thread = known.threads.get(row.whole("thread_id") or 0) or _thread(
            row.whole("thread_id"), (other,) if other else ()
        )
        box = row.whole("type")
        sender = OWNER if box in _FROM_OWNER else member_of(thread, other) if box == _RECEIVED else None
        if box not in (*_FROM_OWNER, _RECEIVED):
            known.report(f"message box {box} is not known: who wrote it is not clear", place=row.place, lost=False)
        return self._said(row, provenance, thread, sender)

    def _mms(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        if row.whole("m_type") not in _SAID:
            return None
        number = row.key("_id") or 0
        writer, to = _addressed(known.addresses.get(number, []))
        others = tuple(each for each in (writer, *to) if each not in (None, OWNER))
        thread = known.threads.get(row.whole("thread_id") or 0) or _thread(row.whole("thread_id"), others)
        own = writer == OWNER if row.whole("msg_box") is None else row.whole("msg_box") in _FROM_OWNER
        message = self._said(row, provenance, thread, OWNER if own else member_of(thread, writer))
        parts = known.parts.get(number, [])
        texts = [
            subject_in(row.text("sub"), row.whole("sub_cs")),
            *(each.text("text") for each in parts if _is_text(each)),
        ]
        files = tuple(_name(each) for each in parts if not _is_text(each) and each.text("ct") != "application/smil")
        if row.whole("m_type") == _NOTICE and not files:
            files = ("multimedia message that was not fetched",)
        return replace(
            message,
            text="\n".join(filter(None, texts)),
            kind=Kind.MEDIA if files else Kind.TEXT,
            attachments=files,
            recipients=message.recipients or (tuple(member_of(thread, each) or each for each in to) if own else ()),
        )

    def _said(self, row: Row, provenance: Provenance, thread: ConversationFacts, sender: str | None) -> Message:
        number = row.key("_id")
        return Message(
            id=provenance.place if number is None else f"{row.table} {number}",
            app=self.app,
            conversation=thread.conversation,
            sender=sender,
            text=row.text("body") or row.text("subject") or "",
            sent_at=unix(row.number_in("date")),
            provenance=provenance,
            recipients=addressed_to(sender, thread),
        )


def _by(database: Database, table: str, column: str) -> dict[int, list[Row]]:
    rows: dict[int, list[Row]] = {}
    for row in database.rows(table):
        rows.setdefault(row.whole(column) or 0, []).append(row)
    return rows


def _thread(number: int | None, others: tuple[str, ...]) -> ConversationFacts:
    return conversation_of(others, "unknown thread" if number is None else f"thread {number}")


def _addressed(addresses: list[Row]) -> tuple[str | None, tuple[str, ...]]:
    """Who wrote an MMS, and to whom it went."""
    writer: str | None = None
    to: list[str] = []
    for row in addresses:
        account = account_of(row.text("address"))
        if account and row.whole("type") == _FROM:
            writer = account
        elif account and row.whole("type") in _TO:
            to.append(account)
    return writer, tuple(dict.fromkeys(to))


def _is_text(part: Row) -> bool:
    return part.text("ct") == "text/plain" and part.text("text") is not None


def _name(part: Row) -> str:
    path = part.text("_data")
    name = part.text("cl") or part.text("fn") or part.text("name") or (PurePosixPath(path).name if path else None)
    return name or part.text("ct") or "file"
