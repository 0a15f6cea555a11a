"""What one event of Matrix says, by the client-server API v1.11 (spec.matrix.org); used where events come live.

What a server writes around an event is held to its shape; what a person's client put inside is read leniently, because
a message that is spoilt on purpose is still shown by somebody's client.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from belisha.chats.shapes import shaped
from belisha.chats.times import unix
from belisha.errors import Unreadable
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance, Relation, Tie

APP = "Matrix"
UNREADABLE = "encrypted: cannot be read"
"""What stands among the attachments of a message whose words only the people in it can see."""
_MEDIA = ("m.image", "m.video", "m.audio", "m.file")
_PLAIN = ("m.text", "org.matrix.msc1767.text", "body")
_POLL = ("m.poll", "m.poll.start", "org.matrix.msc3381.poll.start")
_STATE = {"m.room.name": "name", "m.room.topic": "topic", "m.room.encryption": "algorithm"}
_ANSWERED = {"join": Tie.ACCEPTED, "leave": Tie.REFUSED}
_BREAK = re.compile(r"</?(?:br|p|div|li|tr|td|h[1-6]|blockquote|pre)\b[^<>]*>", re.IGNORECASE)
_MARK = re.compile(r"<[^<>]*>")


class Event(msgspec.Struct):
    """An event as a server sends it, as far as it is used here."""

    type: str
    room_id: str
    sender: str
    event_id: str
    origin_server_ts: float = 0
    state_key: str | None = None
    content: dict[str, Any] = {}
    redacts: str | None = None
    unsigned: dict[str, Any] = {}


def event_in(value: Any, place: str) -> Event:  # noqa: ANN401 - any JSON
    """An event, of which the room, the sender and the number are there.

    Raises:
        Unreadable: when it is none.
    """
    event = shaped(value, Event, place)
    if not (event.room_id and event.sender and event.event_id):
        raise Unreadable("an event without room, sender or number", place=place)
    return event


def facts_of_event(event: Event, provenance: Provenance) -> Iterator[Fact | Relation]:
    """What an event says; nothing for reactions, receipts, calls' inner workings and keys.

    Raises:
        Unreadable: when it is a message in which there is nothing that a client could show.
    """
    if event.type == "m.room.member":
        yield from _membership(event)
        if event.content.get("membership") == _before(event).get("membership"):
            return  # somebody took another name or picture
    elif event.type == "m.room.name":
        yield ConversationFacts(event.room_id, APP, _text(event.content, "name"))
    message = _message(event, provenance)
    if message is not None:
        yield message


def said_in(event: Event) -> str:
    """The words of a message, of a reaction, or of the new wording of a message."""
    content, relation = event.content, _inner(event.content, "m.relates_to")
    if event.type == "m.reaction":
        return _text(relation, "key")
    if relation.get("rel_type") == "m.replace":
        content = _inner(content, "m.new_content") or content
    return _shown(content, replies="m.in_reply_to" in relation)


def refers_to(event: Event) -> str | None:
    """The event that this one answers, replaces, takes back or reacts to."""
    relation = _inner(event.content, "m.relates_to")
    answered = _text(_inner(relation, "m.in_reply_to"), "event_id")
    if relation.get("is_falling_back") is True:
        answered = ""  # in a thread, only for clients that do not know threads
    replaced = _text(relation, "event_id") if relation.get("rel_type") in {"m.replace", "m.annotation"} else ""
    return replaced or answered or event.redacts or _text(event.content, "redacts") or None


def _membership(event: Event) -> Iterator[Fact | Relation]:
    who, membership = event.state_key or event.sender, event.content.get("membership")
    if membership in {"join", "invite"}:
        of_two = False if event.content.get("is_direct") is True else None
        yield ConversationFacts(event.room_id, APP, members=(who,), group=of_two)
    if title := _text(event.content, "displayname"):
        yield AccountFacts(who, APP, title)
    asked_by, at = _text(event.unsigned, "prev_sender"), unix(event.origin_server_ts, 1e3)
    if membership == "invite" and who != event.sender:
        yield Relation(event.sender, who, Tie.REQUESTED, APP, at)
    elif _before(event).get("membership") == "invite" and asked_by and who == event.sender and membership in _ANSWERED:
        yield Relation(who, asked_by, _ANSWERED[membership], APP, at)


def _message(event: Event, provenance: Provenance) -> Message | None:
    kind, text, attachments = _content(event)
    deleted = event.type == "m.room.redaction" or "redacted_because" in event.unsigned
    if kind is None and not deleted:
        return None
    if kind is Kind.TEXT and not (text or attachments or deleted):
        raise Unreadable("a message without words", place=provenance.place)
    return Message(
        id=event.event_id,
        app=APP,
        conversation=event.room_id,
        sender=None if kind is Kind.SYSTEM else event.sender,
        text=text,
        sent_at=unix(event.origin_server_ts, 1e3),
        provenance=provenance,
        kind=Kind.SYSTEM if kind is None else kind,
        attachments=attachments,
        reply_to=refers_to(event),
        deleted=deleted,
    )


def _content(event: Event) -> tuple[Kind | None, str, tuple[str, ...]]:
    """Sort, words and attachments of an event; no sort for what says nothing."""
    content = event.content
    if event.type == "m.room.encrypted":
        return Kind.TEXT, "", (UNREADABLE,)
    if event.type in {"m.room.message", "m.sticker"}:
        return _spoken(event)
    if event.type == "m.call.invite":
        return Kind.CALL, "call", ()
    if event.type == "m.room.member":
        return Kind.SYSTEM, f"{event.state_key or event.sender}: {_text(content, 'membership') or '?'}", ()
    if event.type in _STATE:
        return Kind.SYSTEM, f"{event.type.removeprefix('m.room.')}: {_text(content, _STATE[event.type])}", ()
    question = _text(_inner(next((_inner(content, key) for key in _POLL if key in content), {}), "question"), *_PLAIN)
    words = question or (_text(content, *_PLAIN) if event.state_key is None else "")
    return (Kind.TEXT, words, ()) if words else (None, "", ())


def _spoken(event: Event) -> tuple[Kind | None, str, tuple[str, ...]]:
    content = event.content
    if _inner(content, "m.relates_to").get("rel_type") == "m.replace":
        content = _inner(content, "m.new_content") or content
    stated, text = _text(content, "msgtype"), said_in(event)
    if stated.startswith("m.key.verification"):
        return None, "", ()
    if event.type == "m.sticker" or stated in _MEDIA:
        name, own = _text(content, "filename"), _text(content, "body")
        media = _text(_inner(content, "info"), "mimetype")
        # Since v1.10 the body is a caption when the name stands beside it; before, it was the name.
        caption = text if name and name != own else ""
        return Kind.MEDIA, caption, tuple(part for part in (name or own or stated, media) if part)
    return Kind.TEXT, text, tuple(part for part in (_text(content, "geo_uri"),) if part)


def _shown(content: dict[str, Any], *, replies: bool) -> str:
    """The words that clients show: the plain ones, and below them the formatted ones where these say something else."""
    plain = _text(content, "body")
    plain = _without_fallback(plain) if replies else plain
    formatted = _without_marks(_text(content, "formatted_body"))
    return plain if _letters(formatted) in ("", _letters(plain)) else f"{plain}\n{formatted}".strip()


def _without_fallback(text: str) -> str:
    """A reply without the quoted lines that old clients put before it."""
    quoted, gap, rest = text.partition("\n\n")
    return rest if gap and all(line.startswith(">") for line in quoted.split("\n")) else text


def _without_marks(formatted: str) -> str:
    """Words of a formatted message; those of the message that it quotes stand in front, in a mark of their own."""
    if formatted.startswith("<mx-reply>"):
        quoted, end, rest = formatted.partition("</mx-reply>")
        formatted = rest if end else quoted
    return " ".join(html.unescape(_MARK.sub("", _BREAK.sub(" ", formatted))).split())


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _before(event: Event) -> dict[str, Any]:
    return _inner(event.unsigned, "prev_content")


def _inner(content: dict[str, Any], key: str) -> dict[str, Any]:
    value = content.get(key)
    return value if isinstance(value, dict) else {}


def _text(content: dict[str, Any], *keys: str) -> str:
    values = (content.get(key) for key in keys)
    return next((value for value in values if isinstance(value, str) and value), "")
