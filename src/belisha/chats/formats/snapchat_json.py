"""Snapchat, as "My Data" gives it in JSON: saved chats, and the bare traces of snaps."""

import html
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, oldest_first
from belisha.chats.times import iso, unix
from belisha.model import OWNER, ConversationFacts, Fact, Kind, Message

_RECEIVED, _SENT = "Received ", "Sent "
_SYSTEM_TYPES = ("STATUS", "NONPARTICIPANTBOTRESPONSE")
_ERASED = ("STATUSERASEDMESSAGE", "STATUSERASEDSNAPMESSAGE")
_CALL = "STATUSCALL"


class _Entry(NamedTuple):
    """A chat entry, and which way it went where its list says so."""

    raw: Loose
    sent: bool | None


class SnapchatJson(Format):
    """``chat_history.json`` and ``snap_history.json``, in the layout of lists until 2023 and by conversation since.

    What was not saved in the app is listed without its text: it still counts as a message. Text is unescaped, since the
    export writes ``&`` and quotes as in a web page.
    """

    app = "Snapchat"
    found_in = ("/json/chat_history.json", "/json/snap_history.json")
    checked_on = (Checked("My Data, by conversation", "2025", 13), Checked("My Data, received and sent", "2021", 7))

    def recognises(self, exhibit: Exhibit) -> bool:
        if b'"Media Type"' not in exhibit.head or b'"Created' not in exhibit.head:
            return False
        tree = exhibit.json
        return isinstance(tree, dict) and any(
            _is_entry(entry) for entries in tree.values() for entry in _listed(entries)
        )

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        conversations = _conversations(exhibit)
        names = (e.raw.text("From") for entries in conversations.values() for e in entries if _is_sent(e))
        owner = next((name for name in names if name), OWNER)
        for own, entries in conversations.items():
            facts = self._facts(own, entries, owner)
            yield facts
            yield from oldest_first([self._message(entry, facts, owner) for entry in entries])

    def _facts(self, own: str, entries: list[_Entry], owner: str) -> ConversationFacts:
        """Only groups have titles; a conversation of two goes by the other's user name."""
        title = next((t for e in entries if (t := e.raw.text("Conversation Title"))), "")
        others = {name for e in entries if not _is_sent(e) and (name := e.raw.text("From"))} - {owner}
        group = bool(title) or len(others) > 1 or bool(others - {own})
        members = (own, owner) if not group else (*sorted(others), owner)
        return ConversationFacts(own, self.app, html.unescape(title), members, group)

    def _message(self, entry: _Entry, facts: ConversationFacts, owner: str) -> Message:
        raw, stated = entry.raw, (entry.raw.text("Media Type") or "").upper()
        text = html.unescape(raw.text("Content", "Text") or "")
        kind = _kind(stated)
        sender = raw.text("From") or (owner if _is_sent(entry) else None)
        if kind in (Kind.CALL, Kind.SYSTEM) and not text:
            text = f"{stated.lower()} {sender or ''}".strip()
        return Message(
            id=raw.place,
            app=self.app,
            conversation=facts.conversation,
            sender=None if kind is Kind.SYSTEM else sender,
            text=text,
            sent_at=_time(raw),
            provenance=self.found(raw.exhibit, raw.place),
            kind=kind,
            recipients=addressed_to(sender, facts),
            attachments=_attachments(raw, stated) if kind is Kind.MEDIA else (),
            deleted=stated in _ERASED,
        )


def _listed(entries: object) -> list[Any]:
    return entries if isinstance(entries, list) else []


def _is_entry(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and {"Media Type", "Created"} <= entry.keys()
        and not entry.keys().isdisjoint(("From", "To"))
    )


def _conversations(exhibit: Exhibit) -> dict[str, list[_Entry]]:
    """Entries by conversation; the older layout has two or four lists instead, where the other's name says which."""
    found: dict[str, list[_Entry]] = {}
    top = Loose(exhibit.json, exhibit, "")
    for key in top.raw:
        by_way = key.startswith((_RECEIVED, _SENT)) and key.endswith(" History")
        sent = key.startswith(_SENT) if by_way else None
        for raw in top.objects(key):
            own = raw.text("Conversation Title") or raw.text("To" if sent else "From") or key if by_way else key
            found.setdefault(own, []).append(_Entry(raw, sent))
    return found


def _is_sent(entry: _Entry) -> bool:
    return bool(entry.raw.flag("IsSender")) if entry.sent is None else entry.sent


def _kind(stated: str) -> Kind:
    if stated.startswith(_CALL):
        return Kind.CALL
    if stated in ("TEXT", "", *_ERASED):
        return Kind.TEXT
    return Kind.SYSTEM if stated.startswith(_SYSTEM_TYPES) else Kind.MEDIA


def _attachments(raw: Loose, stated: str) -> tuple[str, ...]:
    """Media ids, which the names of the files in ``chat_media`` contain; without any, what sort of thing it was."""
    ids = [part.strip() for part in (raw.text("Media IDs") or "").split("|")]
    return tuple(part for part in ids if part) or (stated.lower(),)


def _time(raw: Loose) -> datetime | None:
    """The number beside the written time where it is there: named after microseconds, but mostly milliseconds."""
    finer = raw.raw.get("Created(microseconds)")
    if finer and (moment := unix(raw.number("Created(microseconds)"))):
        return moment
    written = (raw.text("Created") or "").strip()
    moment = unix(float(written)) if written.isdecimal() else iso(written)
    if written and moment is None:
        raw.exhibit.report(f"the time {written[:40]!r} cannot be read", place=raw.place, lost=False)
    return moment
