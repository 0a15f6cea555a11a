"""What Telegram's bot interface says about messages (core.telegram.org/bots/api, version 9)."""

from collections.abc import Iterator
from typing import Any

import msgspec

from belisha.chats.shapes import shaped
from belisha.chats.times import unix
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

APP = "Telegram"
SAID = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_message",
    "edited_business_message",
)
DELETED = "deleted_business_messages"
"""Telegram tells bots about deletions only in the private chats of a business account that they look after."""
_FILES = ("animation", "audio", "document", "video", "video_note", "voice", "photo", "sticker", "story", "paid_media")
_THINGS = ("contact", "location", "venue", "dice", "game", "poll", "invoice", "checklist")
_EVENTS = (
    "new_chat_members",
    "left_chat_member",
    "new_chat_title",
    "pinned_message",
    "group_chat_created",
    "supergroup_chat_created",
    "migrate_to_chat_id",
    "video_chat_started",
    "video_chat_ended",
)
_CHANNEL_SHIFT = -(10**12)
"""Bots see groups as negative numbers, and supergroups and channels below this; exports write the number alone."""


class _Person(msgspec.Struct):
    id: int
    first_name: str = ""
    last_name: str = ""
    username: str = ""


class _Chat(msgspec.Struct):
    id: int
    type: str = ""
    title: str = ""
    first_name: str = ""
    last_name: str = ""


class _Answered(msgspec.Struct):
    message_id: int


class _File(msgspec.Struct):
    file_name: str = ""


class _Poll(msgspec.Struct):
    question: str = ""


class _Message(msgspec.Struct):
    message_id: int
    chat: _Chat
    date: int = 0
    edit_date: int = 0
    from_: _Person | None = msgspec.field(name="from", default=None)
    sender_chat: _Chat | None = None
    text: str = ""
    caption: str = ""
    poll: _Poll | None = None
    reply_to_message: _Answered | None = None


class _Deleted(msgspec.Struct):
    chat: _Chat
    message_ids: tuple[int, ...]


def facts_of_update(update: dict[str, Any], provenance: Provenance) -> Iterator[Fact]:
    """What one update says; nothing for those that are about no message.

    Raises:
        Unreadable: when it is not what Telegram sends.
    """
    for sort in SAID:
        if update.get(sort) is not None:
            yield from _said(update[sort], provenance)
    if update.get(DELETED) is not None:
        gone = shaped(update[DELETED], _Deleted, provenance.place)
        yield from (_deletion(gone.chat, number, provenance) for number in gone.message_ids)


def _said(raw: Any, provenance: Provenance) -> Iterator[Fact]:  # noqa: ANN401 - any JSON
    """A message and what is known of its chat and writer; a changed one has the time of the change in its id."""
    said = shaped(raw, _Message, provenance.place)
    private = said.chat.type == "private"
    title = said.chat.title or _full_name(said.chat)
    yield ConversationFacts(_number(said.chat), APP, title, group=not private if said.chat.type else None)
    sender, name = _writer(said)
    if sender and name:
        yield AccountFacts(sender, APP, name)
    attachments = tuple(_attachments(raw))
    event = next((name for name in _EVENTS if name in raw), None)
    answered = said.reply_to_message
    yield Message(
        id=f"{said.message_id} {said.edit_date}" if said.edit_date else str(said.message_id),
        app=APP,
        conversation=_number(said.chat),
        sender=None if event else sender,
        text=event.replace("_", " ")
        if event
        else said.text or said.caption or (said.poll.question if said.poll else ""),
        sent_at=unix(said.edit_date or said.date, 1),
        provenance=provenance,
        kind=Kind.SYSTEM if event else Kind.MEDIA if attachments else Kind.TEXT,
        attachments=attachments,
        reply_to=str(said.message_id) if said.edit_date else str(answered.message_id) if answered else None,
    )


def _writer(said: _Message) -> tuple[str | None, str]:
    """Account and name of who wrote it: a person, or a channel or group that speaks for itself."""
    if said.sender_chat is not None:
        return f"channel{_number(said.sender_chat)}", said.sender_chat.title
    if said.from_ is None:
        return None, ""
    return f"user{said.from_.id}", _full_name(said.from_) or said.from_.username


def _full_name(person: _Person | _Chat) -> str:
    return " ".join(part for part in (person.first_name, person.last_name) if part)


def _number(chat: _Chat) -> str:
    """The chat's number as Telegram's own exports write it."""
    return str(_CHANNEL_SHIFT - chat.id if chat.id < _CHANNEL_SHIFT else abs(chat.id))


def _attachments(raw: dict[str, Any]) -> Iterator[str]:
    """File names; where a file has none, and for things that are no files, what sort of thing it is."""
    for sort in _FILES:
        if sort in raw:
            file = raw[sort]
            name = file.get("file_name") if isinstance(file, dict) else None
            yield name if isinstance(name, str) and name else sort.replace("_", " ")
    yield from (sort for sort in _THINGS if sort in raw)
    contact = raw.get("contact")
    if isinstance(contact, dict):
        parts = (contact.get(key) for key in ("first_name", "last_name", "phone_number"))
        yield from (part for part in parts if isinstance(part, str) and part)


def _deletion(chat: _Chat, number: int, provenance: Provenance) -> Message:
    """That a message was deleted; Telegram tells neither by whom nor when."""
    return Message(
        id=f"{number} deleted",
        app=APP,
        conversation=_number(chat),
        sender=None,
        text="",
        sent_at=None,
        provenance=provenance,
        kind=Kind.SYSTEM,
        reply_to=str(number),
        deleted=True,
    )
