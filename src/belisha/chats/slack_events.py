"""What Slack's Events API says about messages (docs.slack.dev, "message event" and its subtypes)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from belisha.chats.shapes import shaped
from belisha.chats.times import unix
from belisha.errors import Unreadable
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

APP = "Slack"
_SAID = {"", "bot_message", "document_mention", "file_share", "me_message", "reply_broadcast", "thread_broadcast"}
"""Subtypes that somebody wrote; every other one tells an event, such as who joined."""
_GONE = "tombstone"
"""Subtype of what stands in the place of a deleted message while a thread hangs on it."""
_OF_TWO = {"im", "app_home"}
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class _File(msgspec.Struct):
    name: str | None = None
    filetype: str = ""


class _Attached(msgspec.Struct):
    """A message that was shared into this one, a preview of a link, or what a bot adds."""

    is_share: bool = False
    text: str | None = None
    fallback: str | None = None
    files: tuple[_File, ...] = ()


class _Edited(msgspec.Struct):
    ts: str


class _Event(msgspec.Struct):
    """A message, or what became of one; ``message`` and ``previous_message`` hold it as it is and as it was."""

    type: str = "message"
    channel: str = ""
    channel_type: str = ""
    subtype: str = ""
    user: str | None = None
    bot_id: str | None = None
    username: str | None = None
    text: str | None = None
    ts: str = ""
    thread_ts: str | None = None
    deleted_ts: str = ""
    files: tuple[_File, ...] = ()
    attachments: tuple[_Attached, ...] = ()
    edited: _Edited | None = None
    message: dict[str, Any] | None = None
    previous_message: dict[str, Any] | None = None

    @property
    def written(self) -> str:
        """What was typed, and what was shared with it; what a bot put beside it only where it wrote nothing else."""
        own = self.text or ""
        beside = (each.text or each.fallback or "" for each in self.attachments if each.is_share or not own)
        return _plain("\n".join(part for part in (own, *beside) if part))

    @property
    def named_files(self) -> tuple[str, ...]:
        """Names of the files in it, or their type where Slack does not tell the name."""
        shared = (file for each in self.attachments for file in each.files)
        return tuple(file.name or file.filetype or "file" for file in (*self.files, *shared))


class Push(msgspec.Struct):
    """What Slack sends; ``minute_rate_limited`` in seconds since 1970."""

    type: str
    challenge: str = ""
    team_id: str = ""
    event_id: str = ""
    minute_rate_limited: float = 0
    event: _Event | None = None


def facts_of_push(body: Any, provenance: Provenance) -> Iterator[Fact]:  # noqa: ANN401 - any JSON
    """What a push says; nothing for reactions and the like.

    A changed or deleted message is told as it was before, too: where we were away when it was written that is all there
    is of it, and otherwise it is known by its id.

    Raises:
        Unreadable: when it is not what Slack sends, or says that messages were held back.
    """
    push = shaped(body, Push, provenance.place)
    if push.type == "app_rate_limited":
        raise _held_back(push, provenance.place)
    event = push.event
    if event is None or event.type != "message":
        return
    if not event.channel or not event.ts:
        raise Unreadable("a message of Slack has a channel and a time", place=provenance.place)
    if event.channel_type:
        yield ConversationFacts(event.channel, APP, group=event.channel_type not in _OF_TWO)
    if event.subtype in ("message_deleted", "message_changed"):
        yield from _become(event, provenance)
    elif event.message is None:  # otherwise a thread got one more answer, which is told by itself
        yield from _said(event, event, provenance)


def _become(event: _Event, provenance: Provenance) -> Iterator[Fact]:
    """What became of a message: it was deleted, or says something else now."""
    before = shaped(event.previous_message, _Event, provenance.place) if event.previous_message else None
    now = shaped(event.message, _Event, provenance.place) if event.message else _Event()
    number = event.deleted_ts or now.ts
    if not number:
        raise Unreadable("Slack does not tell which message was changed or deleted", place=provenance.place)
    if before is not None and before.ts and before.subtype != _GONE:
        yield from _said(event, before, provenance)
    if event.subtype == "message_deleted" or now.subtype == _GONE:
        yield _deletion(event, number, provenance)
    elif now.edited is not None:  # otherwise only a preview or the count of answers changed
        yield from _said(event, now, provenance)


def _said(event: _Event, said: _Event, provenance: Provenance) -> Iterator[Fact]:
    """One message as it stands; a new wording refers to the first one."""
    spoken, files = said.subtype in _SAID, said.named_files
    sender = (said.user or said.bot_id) if spoken else None
    if sender and said.username:
        yield AccountFacts(sender, APP, said.username)
    thread = said.thread_ts if said.thread_ts != said.ts else None
    yield Message(
        id=f"{said.ts} {said.edited.ts}" if said.edited else said.ts,
        app=APP,
        conversation=event.channel,
        sender=sender,
        text=said.written,
        sent_at=_time(said.edited.ts if said.edited else said.ts),
        provenance=provenance,
        kind=(Kind.MEDIA if files else Kind.TEXT) if spoken else Kind.SYSTEM,
        attachments=files,
        reply_to=said.ts if said.edited else thread,
    )


def _deletion(event: _Event, number: str, provenance: Provenance) -> Message:
    """That a message was deleted; Slack does not tell by whom."""
    return Message(
        id=f"{number} deleted",
        app=APP,
        conversation=event.channel,
        sender=None,
        text="",
        sent_at=_time(event.ts),
        provenance=provenance,
        kind=Kind.SYSTEM,
        reply_to=number,
        deleted=True,
    )


def _held_back(push: Push, place: str) -> Unreadable:
    try:
        since = datetime.fromtimestamp(push.minute_rate_limited, UTC).strftime("%Y-%m-%d %H:%M UTC")
    except (OverflowError, OSError, ValueError):
        since = "a time it does not tell"
    what = f"Slack holds back what is said in team {push.team_id} since {since}"
    advice = "there were more than 30,000 events in an hour, or too few were answered: let it listen to fewer channels"
    return Unreadable(what, place=place, advice=advice)


def _plain(text: str) -> str:
    """What was typed: Slack writes three characters as entities, and nothing else."""
    for entity, character in _ENTITIES:
        text = text.replace(entity, character)
    return text


def _time(written: str) -> datetime | None:
    try:
        return unix(float(written), 1)
    except ValueError:
        return None
