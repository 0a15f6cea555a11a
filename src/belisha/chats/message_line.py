"""One line of Belisha's own neutral form (``docs/messages-jsonl.md``), from a file, a broker or a post."""

from datetime import datetime
from typing import Literal

import msgspec

from belisha.chats.times import iso
from belisha.errors import Unreadable
from belisha.model import AccountFacts, Fact, Message, Provenance

_ADVICE = 'a line is {"conversation": ..., "sender": ..., "text": ..., "sent_at": ...}'


class _Line(msgspec.Struct):
    """A message line, as written."""

    conversation: str
    text: str
    sender: str | None = None
    sent_at: str | None = None
    id: str | None = None
    app: str = ""
    recipients: tuple[str, ...] = ()
    deleted: bool = False


class _Facts(msgspec.Struct):
    """A line of account facts, as written."""

    account: str
    age: int | None = None
    known_by: tuple[str, ...] = ()
    role: Literal["child", "adult", "moderator"] | None = None


def fact_in(line: str, app: str, provenance: Provenance) -> Fact:
    """What a line says.

    Args:
        line: one JSON object.
        app: of messages that name none.
        provenance: where the line stands; its place is the id of a message that has none.

    Raises:
        Unreadable: saying what is wrong with the line.
    """
    try:
        return _fact(line, app, provenance)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise Unreadable(f"not a message: {error}", place=provenance.place, advice=_ADVICE) from error


def _fact(line: str, app: str, provenance: Provenance) -> Fact:
    if '"account"' in line and '"text"' not in line:
        facts = msgspec.json.decode(line, type=_Facts)
        return AccountFacts(facts.account, age=facts.age, known_by=facts.known_by, role=facts.role)
    said = msgspec.json.decode(line, type=_Line)
    return Message(
        id=said.id or provenance.place,
        app=said.app or app,
        conversation=said.conversation,
        sender=said.sender,
        text=said.text,
        sent_at=_time(said.sent_at),
        provenance=provenance,
        recipients=said.recipients,
        deleted=said.deleted,
    )


def _time(text: str | None) -> datetime | None:
    moment = iso(text)
    if text and moment is None:
        message = f"sent_at {text[:40]!r} is not RFC 3339 (2026-03-02T19:04:00Z)"
        raise ValueError(message)
    return moment
