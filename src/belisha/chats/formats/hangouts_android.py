"""Google Hangouts on Android: ``babel0.db``, ``babel1.db`` and so on, one for each account."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.times import unix
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

_SAID = (None, 1, 2)
"""Values of ``messages.type``: sent and received; others are what Hangouts says of members, names and calls."""
_GROUP = 2
"""The ``conversation_type`` of a conversation of more than two."""


class _Known(NamedTuple):
    """What messages refer to: names by account, conversations by id, further files by message."""

    names: dict[str, str]
    rooms: dict[str, ConversationFacts]
    files: dict[str, tuple[str, ...]]


class HangoutsAndroid(SqliteFormat[_Known]):
    """Messages of Hangouts 2 to 20; times are microseconds, people are their Google account numbers."""

    app = "Hangouts"
    found_in = ("/com.google.android.talk/databases/babel*.db", "/babel*.db")
    checked_on = (Checked("20, plaso's babel.db", "2017", 14),)
    tables: ClassVar[dict[str, tuple[str, ...]]] = {
        "messages": ("conversation_id", "author_chat_id", "text", "timestamp"),
        "conversations": ("conversation_id", "conversation_type"),
    }
    spoken = ("messages",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:  # noqa: ARG002 - nothing lies beside it
        accounts: dict[int, str] = {}
        names: dict[str, str] = {}
        for row in database.rows("participants"):
            account = row.text("gaia_id") or row.text("chat_id") or row.text("phone_id")
            if account:
                accounts[row.key("_id") or 0] = account
                names[account] = row.text("full_name") or row.text("fallback_name") or ""
        within: dict[str, list[str]] = {}
        for row in database.rows("conversation_participants"):
            member = accounts.get(row.whole("participant_row_id") or 0)
            if member:
                within.setdefault(row.text("conversation_id") or "", []).append(member)
        rooms: dict[str, ConversationFacts] = {}
        for row in database.rows("conversations"):
            room = row.text("conversation_id") or ""
            title = row.text("name") or row.text("generated_name") or ""
            group = row.whole("conversation_type") == _GROUP
            rooms[room] = ConversationFacts(room, self.app, title, tuple(within.get(room, ())), group)
        files: dict[str, tuple[str, ...]] = {}
        for row in database.rows("multipart_attachments"):
            message = row.text("message_id") or ""
            files[message] = (*files.get(message, ()), row.text("content_type") or "file")
        return _Known(names, rooms, files)

    def facts(self, known: _Known) -> Iterator[Fact]:
        for account, name in known.names.items():
            if name:
                yield AccountFacts(account, self.app, name)
        yield from known.rooms.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        number = row.text("message_id")
        room = known.rooms.get(row.text("conversation_id") or "")
        room = room or ConversationFacts(row.text("conversation_id") or "unknown conversation", self.app)
        system = row.whole("type") not in _SAID
        sender = None if system else row.text("author_gaia_id") or row.text("author_chat_id")
        sent = row.text("attachment_name") or row.text("attachment_content_type")
        files = known.files.get(number or "", ()) or ((sent,) if sent else ())
        renamed = row.text("new_conversation_name")
        told = f"the conversation was named: {renamed}" if renamed else f"event of type {row.whole('type')}"
        return Message(
            id=number or provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=row.text("text") or (told if system else ""),
            sent_at=unix(row.number_in("timestamp")),
            provenance=provenance,
            kind=Kind.SYSTEM if system else Kind.MEDIA if files else Kind.TEXT,
            recipients=addressed_to(sender, room),
            attachments=files,
        )
