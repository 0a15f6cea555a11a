"""What Messenger and Instagram share live: Meta's webhooks have one envelope, one signature and one way to subscribe.

By developers.facebook.com, "Webhooks" and "Messenger Platform", Graph interface 23. A conversation is of two: the page
or professional account that the webhook belongs to, and a person, who has another number for every page.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from belisha.chats.shapes import json_in, shaped
from belisha.chats.signatures import is_signed_by_meta, same_text
from belisha.chats.times import unix
from belisha.errors import Unreadable
from belisha.model import ConversationFacts, Fact, Kind, Message, Provenance


class _Account(msgspec.Struct):
    id: str


class _Attachment(msgspec.Struct):
    type: str = ""


class _Answered(msgspec.Struct):
    mid: str | None = None


class _Said(msgspec.Struct):
    mid: str
    text: str | None = None
    attachments: tuple[_Attachment, ...] = ()
    reply_to: _Answered | None = None
    is_deleted: bool = False
    is_unsupported: bool = False


class _Edit(msgspec.Struct):
    mid: str
    text: str = ""
    num_edit: int = 1


class _Event(msgspec.Struct):
    sender: _Account
    recipient: _Account
    timestamp: float = 0
    message: _Said | None = None
    message_edit: _Edit | None = None


class _Entry(msgspec.Struct):
    id: str
    messaging: tuple[Any, ...] = ()
    standby: tuple[Any, ...] = ()


class _Envelope(msgspec.Struct):
    entry: tuple[_Entry, ...]


def challenge_in(query: Mapping[str, str], token: str) -> bytes | None:
    """What Meta wants to hear when a webhook is set up; None when it does not know our verify token."""
    right = query.get("hub.mode") == "subscribe" and same_text(query.get("hub.verify_token", ""), token)
    return query.get("hub.challenge", "").encode() if right else None


def events_in(body: bytes, signature: str, secret: str) -> tuple[tuple[str, Any], ...] | None:
    """The events of a pushed body, each with its place; None when the signature is wrong.

    A body that is signed and yet not what Meta sends is one event, which ``facts_of_event`` then refuses.
    """
    if not is_signed_by_meta(body, signature, secret):
        return None
    try:
        envelope = shaped(json_in(body, "body"), _Envelope, "body")
    except Unreadable:
        return (("body", body.decode("utf-8", "backslashreplace")),)
    # Standby holds what another app of the page answers: said to the same person all the same.
    return tuple(
        (f"entry {entry.id} event {number}", event)
        for entry in envelope.entry
        for number, event in enumerate((*entry.messaging, *entry.standby))
    )


def facts_of_event(event: Any, app: str, provenance: Provenance) -> Iterator[Fact]:  # noqa: ANN401 - any JSON
    """What one event says; nothing for reactions, read marks and buttons.

    Raises:
        Unreadable: when it is not what Meta sends.
    """
    told = shaped(event, _Event, provenance.place)
    if told.message is None and told.message_edit is None:
        return
    members = tuple(sorted((told.sender.id, told.recipient.id)))
    conversation = " ".join(members)
    yield ConversationFacts(conversation, app, members=members, group=False)
    said = told.message or _Said(told.message_edit.mid if told.message_edit else "")
    yield _message(told, said, ConversationFacts(conversation, app), provenance)


def _message(told: _Event, said: _Said, place: ConversationFacts, provenance: Provenance) -> Message:
    """A message, its deletion, or its new wording: the latter two refer to the first by ``reply_to``."""
    edit = told.message_edit
    attachments = tuple(each.type or "media" for each in said.attachments)
    attachments = ("not supported",) if said.is_unsupported and not attachments else attachments
    number, answers = said.mid, said.reply_to.mid if said.reply_to else None
    if edit is not None:
        number, answers = f"{edit.mid} edit {edit.num_edit}", edit.mid
    elif said.is_deleted:
        number, answers = f"{said.mid} deleted", said.mid
    return Message(
        id=number,
        app=place.app,
        conversation=place.conversation,
        sender=told.sender.id,
        text=edit.text if edit is not None else said.text or "",
        sent_at=unix(told.timestamp, 1e3),
        provenance=provenance,
        kind=Kind.SYSTEM if said.is_deleted else Kind.MEDIA if attachments else Kind.TEXT,
        recipients=(told.recipient.id,),
        attachments=attachments,
        reply_to=answers,
        deleted=said.is_deleted,
    )
