"""What a copied stanza of XMPP says: RFC 6121, and the extensions that people's clients use.

A copy is a forwarded stanza (XEP-0297) that ``deploy/prosody/mod_belisha.lua`` or ejabberd's ``mod_service_log`` made.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

import msgspec
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from belisha.chats.times import iso, unix
from belisha.errors import Unreadable
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance, Relation, Tie

APP = "XMPP"
UNREADABLE = "encrypted: cannot be read"
"""What stands among the attachments of a message whose words only the people in it can see."""
COPY = "{urn:belisha:copy:1}copy"
FORWARDED = "{urn:xmpp:forward:0}forwarded"
_CLIENT = "{jabber:client}"
_ENCRYPTED = (
    "{eu.siacs.conversations.axolotl}encrypted",
    "{urn:xmpp:omemo:2}encrypted",
    "{urn:xmpp:openpgp:0}openpgp",
    "{jabber:x:encrypted}x",
)
_TIES = {"subscribe": Tie.REQUESTED, "subscribed": Tie.ACCEPTED, "unsubscribed": Tie.REFUSED}
_REFERENCES = (
    "{urn:xmpp:message-correct:0}replace",
    "{urn:xmpp:message-retract:1}retract",
    "{urn:xmpp:message-retract:0}retract",
    "{urn:xmpp:fasten:0}apply-to",
    "{urn:xmpp:reply:0}reply",
)
_RETRACTIONS = _REFERENCES[1:4]
_INVITATIONS = (
    "{jabber:x:conference}x",
    "{http://jabber.org/protocol/muc#user}x/{http://jabber.org/protocol/muc#user}invite",
)
_DELAY = "{urn:xmpp:delay}delay"


class Copy(msgspec.Struct, frozen=True):
    """A stanza that somebody sent, and what the server knows about it.

    Attributes:
        stanza: as it was sent.
        number: unique; the server's own, since a client may give the same number to all that it sends.
        sender, recipient: bare addresses, true ones also where people go by nicknames; empty when unknown.
        room: address of the room that it was said in; empty for a talk of two.
        title, members: of that room.
        at: when the server took it in.
        refers_to: number of the copy that this one answers, corrects or takes back, where the server still knew it.
    """

    stanza: Element
    number: str
    sender: str
    recipient: str
    room: str = ""
    title: str = ""
    members: tuple[str, ...] = ()
    at: datetime | None = None
    refers_to: str = ""


def copy_in(text: object, place: str) -> Copy:
    """The copy in a forwarding stanza.

    Raises:
        Unreadable: when it is none.
    """
    if not isinstance(text, str):
        raise Unreadable("not a stanza", place=place)
    try:
        outer = fromstring(text)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Unreadable(f"not XML: {error}", place=place) from error
    forwarded = outer.find(FORWARDED)
    stanza = next((child for child in forwarded if child.tag != _DELAY), None) if forwarded is not None else None
    if forwarded is None or stanza is None:
        raise Unreadable("no forwarded stanza in it", place=place)
    told = outer.find(COPY)
    copy = _told_by_us(stanza, outer.get("id", ""), told) if told is not None else _seen(stanza, outer.get("from", ""))
    if not copy.room and not (copy.sender and copy.recipient):
        raise Unreadable("a stanza without sender or recipient", place=place)
    delay = forwarded.find(_DELAY)
    return msgspec.structs.replace(copy, at=iso(delay.get("stamp"))) if copy.at is None and delay is not None else copy


def _told_by_us(stanza: Element, number: str, told: Element) -> Copy:
    """A copy of ``mod_belisha``, which says whatever the server knows."""
    facts = told.attrib
    return Copy(
        stanza,
        number=number or _number_of(stanza, facts.get("room", "")),
        sender=facts.get("from", ""),
        recipient=facts.get("to", ""),
        room=facts.get("room", ""),
        title=facts.get("title", ""),
        members=tuple(facts.get("members", "").split()),
        at=_moment(facts.get("at", "")),
        refers_to=facts.get("refers", ""),
    )


def _seen(stanza: Element, host: str) -> Copy:
    """A copy of a server that copies a message when it is sent, and again whenever it is received.

    All of these get one number, so that they count once. In a room, the first tells the true sender.
    """
    sender, recipient, room = bare(stanza.get("from", "")), bare(stanza.get("to", "")), ""
    if stanza.get("type") == "groupchat":
        sent = sender.rpartition("@")[2] == host
        room, sender = (recipient, sender) if sent else (sender, "")
    return Copy(stanza, _number_of(stanza, room), sender, recipient, room)


def _number_of(stanza: Element, room: str) -> str:
    people = [room] if room else [bare(stanza.get("from", "")), bare(stanza.get("to", ""))]
    said = "\n".join([*people, stanza.get("id", ""), words_of(stanza)])
    return hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:24]


def facts_of_copy(copy: Copy, provenance: Provenance) -> Iterator[Fact | Relation]:
    """What a copied stanza says; nothing for what a client tells another by itself."""
    kind = copy.stanza.tag.rpartition("}")[2]
    if kind == "presence":
        tie = _TIES.get(copy.stanza.get("type", ""))
        if tie is not None:
            yield Relation(copy.sender, copy.recipient, tie, APP, copy.at)
    elif kind == "iq":
        for item in copy.stanza.iterfind("{urn:xmpp:blocking}block/{urn:xmpp:blocking}item"):
            yield Relation(copy.sender, bare(item.get("jid", "")), Tie.BLOCKED, APP, copy.at)
    elif kind == "message":
        yield from _said(copy, provenance)


def words_of(stanza: Element) -> str:
    """The words that clients show: the plain ones, and below them the formatted ones where these say something else."""
    bodies = [body.text or "" for body in stanza.iterfind(f"{_CLIENT}body")]
    plain = "\n".join(dict.fromkeys(body for body in bodies if body))
    rich = stanza.find("{http://jabber.org/protocol/xhtml-im}html")
    formatted = " ".join("".join(rich.itertext()).split()) if rich is not None else ""
    return plain if _letters(formatted) in ("", _letters(plain)) else f"{plain}\n{formatted}".strip()


def bare(address: str) -> str:
    """An address without the name of a device, or of an occupant of a room."""
    return address.partition("/")[0]


def _said(copy: Copy, provenance: Provenance) -> Iterator[Fact]:
    message = _message(copy, provenance)
    if message is None:
        return
    members = copy.members if copy.room else tuple(sorted({copy.sender, copy.recipient}))
    yield ConversationFacts(message.conversation, APP, copy.title, members, group=bool(copy.room))
    nick = copy.stanza.get("from", "").partition("/")[2]
    if copy.room and copy.sender and nick:
        yield AccountFacts(copy.sender, APP, nick)
    yield message


def _message(copy: Copy, provenance: Provenance) -> Message | None:
    """A message, or None for one without anything that a client would show."""
    stanza = copy.stanza
    files, text = _files(stanza), words_of(stanza)
    deleted = any(stanza.find(tag) is not None for tag in _RETRACTIONS)
    encrypted = any(stanza.find(tag) is not None for tag in _ENCRYPTED)
    subject = stanza.findtext(f"{_CLIENT}subject") or ""
    invitation = next((found for found in map(stanza.find, _INVITATIONS) if found is not None), None)
    if invitation is not None and not text:
        subject = f"invitation to {invitation.get('jid') or copy.recipient}"
    if not (text or files or encrypted or deleted or subject):
        return None
    return Message(
        id=copy.number,
        app=APP,
        conversation=copy.room or " ".join(sorted({copy.sender, copy.recipient})),
        sender=copy.sender or None,
        # Beside a locked message and a withdrawal stands the client's excuse, or what somebody wants to be overlooked.
        text="" if text in _addresses(stanza) else text or subject,
        sent_at=copy.at,
        provenance=provenance,
        kind=Kind.SYSTEM if deleted and not text else Kind.MEDIA if files else Kind.TEXT,
        recipients=() if copy.room else (copy.recipient,),
        attachments=(UNREADABLE,) if encrypted else files,
        reply_to=copy.refers_to or next((found for tag in _REFERENCES if (found := _number(stanza, tag))), None),
        deleted=deleted,
    )


def _files(stanza: Element) -> tuple[str, ...]:
    """Names of what was uploaded (XEP-0066), and names and sorts of what is shared (XEP-0447)."""
    names = [PurePosixPath(unquote(_path(address))).name or address for address in _addresses(stanza)]
    shared = stanza.iterfind(".//{urn:xmpp:file:metadata:0}file")
    parts = (each.findtext(f"{{urn:xmpp:file:metadata:0}}{part}") for each in shared for part in ("name", "media-type"))
    return tuple(dict.fromkeys(part for part in (*names, *parts) if part))


def _addresses(stanza: Element) -> list[str]:
    return [url.text for url in stanza.iterfind("{jabber:x:oob}x/{jabber:x:oob}url") if url.text]


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _number(stanza: Element, tag: str) -> str | None:
    found = stanza.find(tag)
    return found.get("id") if found is not None else None


def _moment(stated: str) -> datetime | None:
    try:
        return unix(float(stated), 1)
    except ValueError:
        return None


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
