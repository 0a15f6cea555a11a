"""Messages on iPhone and Mac (SMS, iMessage, RCS): ``sms.db``, on the Mac ``chat.db``."""

import plistlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.times import cocoa
from belisha.chats.typed_stream import written_in
from belisha.model import OWNER, ConversationFacts, Fact, Kind, Message, Provenance

_REACTIONS = range(2000, 5000)
"""Values of ``associated_message_type``: hearts, thumbs and so on, taken back from 3000 on; votes from 4000 on."""
_GROUP = 43
"""The ``style`` of a chat of more than two."""
_IN_PLACE_OF_A_FILE = "\ufffc"
_IN_PLACE_OF_AN_APP = "\ufffd"
_EVENTS = {
    (1, 0): "{who} was added", (1, 1): "{who} was removed", (2, 0): "the group was named {title}",
    (3, 0): "{who} left", (3, 1): "the group picture changed", (3, 2): "the group picture was taken away",
    (4, 0): "location sharing changed", (5, 0): "an audio message was kept", (6, 0): "FaceTime",
}  # fmt: skip
"""What happened, by ``item_type`` and ``group_action_type``; the phone words it only when it shows it."""


class _Known(NamedTuple):
    """What messages refer to, by ROWID.

    Attributes:
        chats: conversations.
        chat_of: the chat of a message, also of one in Recently Deleted.
        discarded: messages in Recently Deleted (iOS 16 and later).
        deleted: guids of messages that were deleted, some of them perhaps still there.
        handles: phone numbers and mail addresses.
        files: names or types of what was sent with a message.
        report: notes a problem.
    """

    chats: dict[int, ConversationFacts]
    chat_of: dict[int, int]
    discarded: set[int]
    deleted: set[str]
    handles: dict[int, str]
    files: dict[int, tuple[str, ...]]
    report: Callable[..., None]


class IosSms(SqliteFormat[_Known]):
    """Messages of iOS 6 to 18 and OS X 10.8 to macOS 15; the chat's identifier is the phone number, address or group.

    Reactions are left out. Edited messages have their last wording; unsent and recently deleted ones are marked.
    """

    app = "iMessage"
    found_in = ("/Library/SMS/sms.db", "/Messages/chat.db", "/3d/3d0d7e5fb2ce288813306e4d4636395e047a3d28")
    checked_on = (
        Checked("OS X 10.11, plaso's imessage_chat.db", "2015", 10),
        Checked("tables of iOS 17, invented rows", "2023", 15),
    )
    tables: ClassVar[dict[str, tuple[str, ...]]] = {
        "message": ("guid", "text", "handle_id", "date", "is_from_me"),
        "handle": ("id",),
    }
    spoken = ("message",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:
        handles = {row.key("rowid") or 0: row.text("id") or "" for row in database.rows("handle")}
        deleted = {row.text("guid") or "" for row in database.rows("deleted_messages")}
        discarded = _pairs(database, "chat_recoverable_message_join", "message_id", "chat_id")
        if deleted:
            exhibit.report(
                f"the phone kept the identifiers of {len(deleted)} deleted messages, but not what they said",
                place="table deleted_messages",
                advice="try recovery",
                lost=False,
            )
        return _Known(
            chats=_chats(database, handles),
            chat_of=dict(discarded) | dict(_pairs(database, "chat_message_join", "message_id", "chat_id")),
            discarded={message for message, _ in discarded},
            deleted=deleted,
            handles=handles,
            files=_files(database),
            report=exhibit.report,
        )

    def facts(self, known: _Known) -> Iterator[Fact]:
        yield from {chat.conversation: chat for chat in known.chats.values()}.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        number = row.key("rowid") or 0
        if (row.whole("associated_message_type") or 0) in _REACTIONS:
            return None
        handle = known.handles.get(row.whole("handle_id") or 0)
        chat = known.chats.get(known.chat_of.get(number, 0)) or _chat_with(handle, row.text("cache_roomnames"))
        system = (row.whole("item_type") or 0) != 0 or row.whole("is_system_message") == 1
        sender = None if system else _sender(row, handle, chat)
        summary = _summary(row)
        text = _event(row, known) if system else _text(row, summary, known)
        files = known.files.get(number, ()) or _app(row, text)
        return Message(
            id=row.text("guid") or provenance.place,
            app=self.app,
            conversation=chat.conversation,
            sender=sender,
            text=text,
            sent_at=cocoa(row.number_in("date")),
            provenance=provenance,
            kind=Kind.SYSTEM if system else Kind.MEDIA if files else Kind.TEXT,
            recipients=addressed_to(sender, chat),
            attachments=files,
            reply_to=row.text("thread_originator_guid"),
            deleted=number in known.discarded or row.text("guid") in known.deleted or _unsent(row, summary),
        )


def _pairs(database: Database, table: str, key: str, value: str) -> list[tuple[int, int]]:
    return [(row.whole(key) or 0, row.whole(value) or 0) for row in database.rows(table)]


def _chats(database: Database, handles: dict[int, str]) -> dict[int, ConversationFacts]:
    within: dict[int, list[str]] = {}
    for chat, handle in _pairs(database, "chat_handle_join", "chat_id", "handle_id"):
        if handles.get(handle):
            within.setdefault(chat, []).append(handles[handle])
    chats: dict[int, ConversationFacts] = {}
    for row in database.rows("chat"):
        number = row.key("rowid") or 0
        identifier = row.text("chat_identifier") or row.text("guid") or f"chat {number}"
        others = tuple(dict.fromkeys(within.get(number, ())))
        style = row.whole("style")
        group = len(others) > 1 if style is None else style == _GROUP
        # Without a member the identifier of two people's chat is still the other's number.
        members = (*(others or (() if group else (identifier,))), OWNER)
        chats[number] = ConversationFacts(identifier, IosSms.app, row.text("display_name") or "", members, group)
    return chats


def _chat_with(handle: str | None, room: str | None) -> ConversationFacts:
    """The conversation of a message whose chat is gone, as far as the message itself tells it."""
    if room:
        return ConversationFacts(room, IosSms.app, group=True)
    if handle:
        return ConversationFacts(handle, IosSms.app, members=(handle, OWNER), group=False)
    return ConversationFacts("unknown chat", IosSms.app)


def _files(database: Database) -> dict[int, tuple[str, ...]]:
    names: dict[int, str] = {}
    for row in database.rows("attachment"):
        path = row.text("filename")
        name = row.text("transfer_name") or (PurePosixPath(path).name if path else None) or row.text("mime_type")
        names[row.key("rowid") or 0] = name or row.text("uti") or "file"
    files: dict[int, tuple[str, ...]] = {}
    for message, attachment in _pairs(database, "message_attachment_join", "message_id", "attachment_id"):
        files[message] = (*files.get(message, ()), names.get(attachment, "file"))
    return files


def _sender(row: Row, handle: str | None, chat: ConversationFacts) -> str | None:
    if row.whole("is_from_me") == 1:
        return OWNER
    others = [member for member in chat.members if member != OWNER]
    return handle or (others[0] if chat.group is False and others else None)


def _text(row: Row, summary: dict[str, Any], known: _Known) -> str:
    """What was written: plain, else from the attributed body, else the last wording of an edited message."""
    body = row.get("attributedbody")
    text = row.text("text")
    if not text and isinstance(body, bytes) and body:
        text = written_in(body)
        if text is None:
            known.report(
                "the text of a message could not be taken from its attributedBody",
                place=row.place,
                advice="please report the version of iOS or macOS",
            )
    text = text or _last_wording(summary) or ""
    if row.text("subject"):
        text = f"{row.text('subject')}\n{text}".strip()
    text = text.replace(_IN_PLACE_OF_A_FILE, "")
    return text.strip(_IN_PLACE_OF_AN_APP) if row.text("balloon_bundle_id") else text


def _event(row: Row, known: _Known) -> str:
    item, action = row.whole("item_type") or 0, row.whole("group_action_type") or 0
    said = _EVENTS.get((item, action)) or _EVENTS.get((item, 0))
    if said is None:
        return row.text("text") or f"system message {item}"
    number = row.whole("other_handle") or row.whole("handle_id") or 0
    return said.format(who=known.handles.get(number, "someone"), title=row.text("group_title") or "nothing")


def _app(row: Row, text: str) -> tuple[str, ...]:
    """The app of a message that is neither words nor file, such as a game or a payment."""
    bundle = row.text("balloon_bundle_id")
    if row.whole("cache_has_attachments") == 1:
        return ("file",)
    return (bundle.rpartition(":")[2],) if bundle and not text else ()


def _summary(row: Row) -> dict[str, Any]:
    """The history of an edited or unsent message (iOS 16 and later)."""
    blob = row.get("message_summary_info")
    if not isinstance(blob, bytes):
        return {}
    try:
        summary = plistlib.loads(blob, fmt=plistlib.FMT_BINARY)
    except (plistlib.InvalidFileException, RecursionError, MemoryError):
        return {}
    return summary if isinstance(summary, dict) else {}


def _last_wording(summary: dict[str, Any]) -> str | None:
    """The newest text in ``ec``: for each part of the message the list of its wordings (``t``), oldest first."""
    parts = summary.get("ec")
    wordings = (
        [each[-1] for each in parts.values() if isinstance(each, list) and each] if isinstance(parts, dict) else []
    )
    texts = [each.get("t") for each in wordings if isinstance(each, dict)]
    return "\n".join(filter(None, (written_in(text) for text in texts if isinstance(text, bytes)))) or None


def _unsent(row: Row, summary: dict[str, Any]) -> bool:
    """Whether its writer took it back: all of it, not one part (``rp``) of several."""
    gone = not row.text("text") and not row.get("attributedbody")
    return (row.whole("date_retracted") or 0) > 0 or (bool(summary.get("rp")) and gone)
