"""Skype for desktop, versions 4 to 7: ``main.db`` in the folder of an account."""

import html
import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.times import unix
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

_SYSTEM = {
    2: "the topic or picture changed", 4: "a conference began", 8: "rights in the conversation changed",
    10: "people were added", 12: "people were removed", 13: "someone left", 51: "the contact was accepted",
    53: "the contact was blocked", 100: "people joined the conversation", 110: "birthday",
}  # fmt: skip
_CALLS = {30: "call begun", 39: "call ended"}
_MEDIA = {
    63: "contact card",
    67: "voice message",
    68: "file",
    70: "video message",
    201: "picture",
    253: "video message",
}
_SMS = 64
_GROUP = 2
"""The ``type`` of a conversation of more than two."""
_QUOTE = re.compile(r'<quote\b[^>]*?(?:\bguid="x?([0-9a-fA-F]+)")?[^>]*>.*?</quote>', re.DOTALL)
_FILE = re.compile(r"<file\b[^>]*>(.*?)</file>", re.DOTALL)
_PICTURE = re.compile(r'<OriginalName v="([^"]*)"')
_WORDS_OF_SMS = re.compile(r'<sms\b[^>]*\balt="([^"]*)"')
_DURATION = re.compile(r"<duration>(\d+)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


class _Known(NamedTuple):
    """What messages refer to.

    Attributes:
        names: display names by Skype name.
        rooms: conversations by number.
        chats: the older chats by name, where they are not parts of a conversation.
    """

    names: dict[str, str]
    rooms: dict[int, ConversationFacts]
    chats: dict[str, ConversationFacts]


class SkypeMainDb(SqliteFormat[_Known]):
    """Messages, calls, files and SMS; text freed of Skype's markup, without what an answer quotes."""

    app = "Skype"
    found_in = ("Skype/*/main.db", "/.Skype/*/main.db")
    checked_on = (Checked("6, plaso's skype_main.db", "2013", 15), Checked("tables of 7, invented rows", "2016", 13))
    tables: ClassVar[dict[str, tuple[str, ...]]] = {
        "Messages": ("author", "body_xml", "timestamp"),
        "Conversations": ("identity",),
    }
    spoken = ("Messages",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:  # noqa: ARG002 - nothing lies beside it
        contacts = [(_skypename(row), row) for row in [*database.rows("Contacts"), *database.rows("Accounts")]]
        names = {name: title for name, row in contacts if name and (title := _title(row)) and title != name}
        owner = next((name for name, row in contacts if name and row.table.lower() == "accounts"), OWNER)
        within: dict[int, list[str]] = {}
        for row in database.rows("Participants"):
            within.setdefault(row.whole("convo_id") or 0, []).append(row.text("identity") or "")
        rooms: dict[int, ConversationFacts] = {}
        for row in database.rows("Conversations"):
            number = row.key("id") or 0
            rooms[number] = _room(row, tuple(filter(None, within.get(number, ()))), owner)
        chats = [_chat(row) for row in database.rows("Chats") if row.whole("conv_dbid") not in rooms]
        return _Known(names, rooms, {chat.conversation: chat for chat in chats})

    def facts(self, known: _Known) -> Iterator[Fact]:
        for account, name in known.names.items():
            yield AccountFacts(account, self.app, name)
        yield from {room.conversation: room for room in (*known.rooms.values(), *known.chats.values())}.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        sort = row.whole("type") or 0
        name = row.text("chatname") or row.text("dialog_partner") or "unknown conversation"
        room = known.rooms.get(row.whole("convo_id") or 0) or known.chats.get(name) or ConversationFacts(name, self.app)
        sender = None if sort in _SYSTEM else row.text("author")
        body = row.text("body_xml") or ""
        quoted = _QUOTE.search(body)
        guid = row.get("guid")
        files = _files(sort, body)
        return Message(
            id=guid.hex() if isinstance(guid, bytes) and guid else provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=_text(sort, row, body),
            sent_at=unix(row.number_in("timestamp"), 1),
            provenance=provenance,
            kind=_kind(sort),
            recipients=addressed_to(sender, room),
            attachments=files,
            reply_to=quoted[1].lower() if quoted and quoted[1] else None,
            deleted=not body and bool(row.whole("edited_timestamp")),
        )


def _skypename(row: Row) -> str | None:
    return row.text("skypename") or row.text("pstnnumber")


def _title(row: Row) -> str | None:
    return row.text("given_displayname") or row.text("displayname") or row.text("fullname")


def _chat(row: Row) -> ConversationFacts:
    people = tuple((row.text("participants") or "").split())
    title = row.text("topic") or row.text("friendlyname") or ""
    group = len(people) > 2 if people else None  # noqa: PLR2004 - more than two people
    return ConversationFacts(row.text("name") or "unknown chat", SkypeMainDb.app, title, people, group)


def _room(row: Row, people: tuple[str, ...], owner: str) -> ConversationFacts:
    identity = row.text("identity") or f"conversation {row.key('id')}"
    group = row.whole("type") == _GROUP
    members = tuple(dict.fromkeys(people if group else (identity, owner)))
    return ConversationFacts(
        identity, SkypeMainDb.app, row.text("meta_topic") or row.text("displayname") or "", members, group
    )


def _kind(sort: int) -> Kind:
    if sort in _SYSTEM:
        return Kind.SYSTEM
    if sort in _CALLS:
        return Kind.CALL
    return Kind.MEDIA if sort in _MEDIA else Kind.TEXT


def _text(sort: int, row: Row, body: str) -> str:
    if sort in _SYSTEM:
        said = " ".join(filter(None, (row.text("identities"), _plain(body))))
        return f"{_SYSTEM[sort]}: {said}" if said else _SYSTEM[sort]
    if sort in _CALLS:
        lasted = _DURATION.search(body)
        return f"{_CALLS[sort]}, {lasted[1]} seconds" if lasted else _CALLS[sort]
    if sort == _SMS:
        words = _WORDS_OF_SMS.search(body)
        return html.unescape(words[1]) if words else _plain(body)
    return "" if sort in _MEDIA else _plain(body)


def _plain(body: str) -> str:
    """Words without markup; what is quoted only where nothing else was written."""
    own = _QUOTE.sub("", body) if "<quote" in body else body
    return html.unescape(_TAG.sub("", own if own.strip() else body))


def _files(sort: int, body: str) -> tuple[str, ...]:
    if sort not in _MEDIA:
        return ()
    names = _FILE.findall(body) or _PICTURE.findall(body)
    return tuple(map(html.unescape, names)) or (_MEDIA[sort],)
