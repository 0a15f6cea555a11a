"""WhatsApp on Android: ``msgstore.db``, in today's layout, in that of before 2022, and with both in one file."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.times import unix
from belisha.chats.whatsapp_msgstore import Msgstore, look_up
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

_OLD: dict[str, tuple[str, ...]] = {"messages": ("key_remote_jid", "key_id", "data")}
_CALLS = (8, 10, 90)
_PLACEHOLDER = 11
"""A message that could not be decrypted yet; the message itself replaces it."""
_REVOKED = (15, 64)
"""Taken back by its writer; by an administrator of the group."""
_SYSTEM = (7, 36)
_CONTROL = 6
"""The ``status`` of what WhatsApp itself says, in the old table."""
_MEDIA = {
    1: "image", 2: "audio", 3: "video", 4: "contact card", 5: "location", 9: "document", 13: "GIF", 14: "contact cards",
    16: "live location", 20: "sticker", 42: "image to view once", 43: "video to view once", 66: "poll",
    81: "video note", 82: "audio to hear once",
}  # fmt: skip
_ACTIONS = {
    1: "the group was named", 4: "someone was added", 5: "someone left", 6: "the group picture changed",
    7: "the owner of this device was removed", 10: "a number changed", 11: "the group was created",
    12: "someone was added", 13: "someone left", 14: "someone was removed", 18: "the security code changed",
    19: "messages are end-to-end encrypted", 20: "someone joined by a link", 27: "the group description changed",
    56: "the message timer changed", 57: "the security code changed", 58: "the contact was blocked or unblocked",
}  # fmt: skip


class _Said(NamedTuple):
    """One message in the terms that both layouts share; ``sort`` is WhatsApp's number for what it is."""

    key: str | None
    sort: int
    words: str | None
    attached: str | None
    from_me: int | None
    writer: str | None
    answered: str | None


class WhatsappAndroid(SqliteFormat[Msgstore]):
    """Messages, calls and groups; names of contacts come from ``wa.db`` beside it.

    Layout by the CREATE statements of versions 2.11 to 2.25. The owner is not named in the file. Backups (``.crypt12``,
    ``.crypt14``, ``.crypt15``) are encrypted: decrypt them first with the key file of the device.
    """

    app = "WhatsApp"
    found_in = ("/msgstore.db", "/msgstore*.db", "/msgstore*.crypt[0-9]*", "/wa.db.crypt[0-9]*")
    checked_on = (
        Checked("tables of 2.24, invented rows", "2024", 16),
        Checked("tables of 2.12, invented rows", "2016", 8),
    )
    tables: ClassVar[dict[str, tuple[str, ...]]] = {
        "message": ("chat_row_id", "key_id", "text_data"),
        "chat": ("jid_row_id",),
        "jid": ("user",),
    }
    spoken = ("message", "messages", "call_log")

    def recognises(self, exhibit: Exhibit) -> bool:
        database = exhibit.database
        return database is not None and (database.has(self.tables) or database.has(_OLD))

    def look_up(self, database: Database, exhibit: Exhibit) -> Msgstore:
        return look_up(database, exhibit, self.app)

    def facts(self, known: Msgstore) -> Iterator[Fact]:
        for account, name in known.names.items():
            yield AccountFacts(account, self.app, name)
        yield from known.rooms.values()

    def message(self, row: Row, provenance: Provenance, known: Msgstore) -> Message | None:
        table = row.table.lower()
        if table == "call_log":
            return self._call(row, provenance, known)
        said, room = (_of_old_table if table == "messages" else _of_new_table)(row, known)
        mark = (room.conversation, said.from_me == 1, said.key or "")
        repeated = table == "messages" and mark in known.told
        if repeated or said.key == "-1" or said.sort == _PLACEHOLDER or (said.sort in _CALLS and known.calls):
            return None
        known.told.add(mark)
        attached = _attached(said)
        sender = None if said.sort in _SYSTEM else _sender(said.from_me, said.writer, room)
        return Message(
            id=said.key or provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=f"{said.words or ''} call".strip() if said.sort in _CALLS else said.words or "",
            sent_at=unix(row.number_in("timestamp")),
            provenance=provenance,
            kind=_kind(said.sort, attached),
            recipients=addressed_to(sender, room),
            attachments=attached,
            reply_to=said.answered,
            deleted=said.sort in _REVOKED,
        )

    def _call(self, row: Row, provenance: Provenance, known: Msgstore) -> Message:
        group = known.accounts.get(row.whole("group_jid_row_id") or 0)
        person = known.accounts.get(row.whole("jid_row_id") or 0)
        room = known.room(group or person)
        sender = _sender(row.whole("from_me"), person, room)
        return Message(
            id=provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=f"{'video' if row.whole('video_call') else 'voice'} call, {row.whole('duration') or 0} seconds",
            sent_at=unix(row.number_in("timestamp")),
            provenance=provenance,
            kind=Kind.CALL,
            recipients=addressed_to(sender, room),
        )


def _of_new_table(row: Row, known: Msgstore) -> tuple[_Said, ConversationFacts]:
    number, sort, chat = (row.key("_id") or 0, row.whole("message_type") or 0, row.whole("chat_row_id"))
    words = row.text("text_data") or known.elsewhere.get(number)
    said = _Said(
        key=row.text("key_id"),
        sort=sort,
        words=_announced(known.actions.get(number), words) if sort in _SYSTEM else words,
        attached=known.attached.get(number),
        from_me=row.whole("from_me"),
        writer=known.accounts.get(row.whole("sender_jid_row_id") or 0),
        answered=known.answered.get(number),
    )
    return said, known.chats.get(chat or 0) or ConversationFacts(f"chat {chat}", known.app)


def _of_old_table(row: Row, known: Msgstore) -> tuple[_Said, ConversationFacts]:
    data = row.get("data")
    # Early versions keep small pictures in the same column, as bytes.
    words = data if isinstance(data, str) and data else row.text("media_caption")
    announced = row.whole("status") == _CONTROL
    said = _Said(
        key=row.text("key_id"),
        sort=_SYSTEM[0] if announced else row.whole("media_wa_type") or 0,
        words=_announced(row.whole("media_size"), words) if announced else words,
        attached=row.text("media_name") or row.text("media_mime_type"),
        from_me=row.whole("key_from_me"),
        writer=known.person(row.text("remote_resource")),
        answered=known.answered_old.get(row.whole("quoted_row_id") or 0),
    )
    return said, known.room(known.person(row.text("key_remote_jid")))


def _announced(action: int | None, words: str | None) -> str:
    said = _ACTIONS.get(action or 0, f"system message {action}")
    return f"{said}: {words}" if words else said


def _sender(from_me: int | None, writer: str | None, room: ConversationFacts) -> str | None:
    if from_me == 1:
        return OWNER
    return room.conversation if from_me == 0 and room.group is False else writer


def _attached(said: _Said) -> tuple[str, ...]:
    if said.sort in _REVOKED + _SYSTEM + _CALLS:
        return ()
    name = said.attached or _MEDIA.get(said.sort)
    if name is None and said.sort and not said.words:
        name = f"message of type {said.sort}"
    return () if name is None else (name,)


def _kind(sort: int, attached: tuple[str, ...]) -> Kind:
    if sort in _SYSTEM:
        return Kind.SYSTEM
    if sort in _CALLS:
        return Kind.CALL
    return Kind.MEDIA if attached else Kind.TEXT
