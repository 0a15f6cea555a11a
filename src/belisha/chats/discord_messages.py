"""What Discord's gateway and REST interface say about messages (discord.com/developers, API version 10)."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from belisha.chats.shapes import shaped
from belisha.chats.times import iso
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

APP = "Discord"
_SAID = {0, 19, 20, 23}
"""Types of messages that a person wrote: plain, reply, slash command, context menu command."""
_CALL = 3
_WRITTEN_IN = {0, 2, 5, 10, 11, 12, 13}
"""Types of channels that hold messages: text, voice, announcements, their threads, stage."""


class _Author(msgspec.Struct):
    id: str
    username: str = ""
    global_name: str | None = None


class _Named(msgspec.Struct):
    """An attachment or a sticker."""

    filename: str = ""
    name: str = ""


class _Reference(msgspec.Struct):
    message_id: str | None = None
    type: int = 0


class _Place(msgspec.Struct):
    """Where a message of the gateway was said; without a guild it is a conversation of two with the bot."""

    channel_id: str
    guild_id: str | None = None


class _Copied(msgspec.Struct):
    """What a forwarded message says."""

    content: str = ""
    attachments: tuple[_Named, ...] = ()
    sticker_items: tuple[_Named, ...] = ()


class _Snapshot(msgspec.Struct):
    message: _Copied


class _PollText(msgspec.Struct):
    text: str | None = None


class _PollAnswer(msgspec.Struct):
    poll_media: _PollText


class _Poll(msgspec.Struct):
    question: _PollText
    answers: tuple[_PollAnswer, ...] = ()

    @property
    def text(self) -> str:
        """The question and the answers to choose from, each on a line of its own."""
        asked = (self.question, *(answer.poll_media for answer in self.answers))
        return "\n".join(each.text for each in asked if each.text)


class _Message(msgspec.Struct):
    id: str
    channel_id: str
    author: _Author | None = None
    content: str | None = None
    timestamp: str | None = None
    edited_timestamp: str | None = None
    type: int = 0
    attachments: tuple[_Named, ...] = ()
    sticker_items: tuple[_Named, ...] = ()
    message_reference: _Reference | None = None
    message_snapshots: tuple[_Snapshot, ...] = ()
    poll: _Poll | None = None

    @property
    def text(self) -> str:
        """What was written; for a poll what it asks, for a forwarded message what that one says."""
        asked = self.poll.text if self.poll else ""
        return self.content or asked or "\n".join(each.message.content for each in self.message_snapshots)

    @property
    def files(self) -> tuple[str, ...]:
        """Names of files and stickers, also of forwarded ones."""
        copied = [snapshot.message for snapshot in self.message_snapshots]
        named = [*self.attachments, *self.sticker_items]
        named += [file for each in copied for file in (*each.attachments, *each.sticker_items)]
        return tuple(file.filename or file.name for file in named)


class _Deleted(msgspec.Struct):
    """One message that was deleted, or several at once."""

    channel_id: str
    id: str | None = None
    ids: tuple[str, ...] = ()


class Channel(msgspec.Struct):
    """A channel or thread of a guild; ``last_message_id`` may be of a message that was deleted since."""

    id: str
    type: int = 0
    name: str | None = None
    last_message_id: str | None = None

    @property
    def is_written_in(self) -> bool:
        """Whether it holds messages."""
        return self.type in _WRITTEN_IN


class Guild(msgspec.Struct):
    """A guild as it is told after connecting; one that is out of order tells only its id."""

    id: str
    name: str = ""
    channels: tuple[Channel, ...] = ()
    threads: tuple[Channel, ...] = ()

    @property
    def written_in(self) -> Iterator[Channel]:
        """Its channels and threads that hold messages."""
        return (channel for channel in (*self.channels, *self.threads) if channel.is_written_in)


def whole(number: Any) -> int:  # noqa: ANN401 - any JSON
    """A number of Discord's, which it writes as text; 0 where there is none."""
    return int(number) if isinstance(number, str) and re.fullmatch("[0-9]{1,20}", number) else 0


def number_at(moment: float) -> int:
    """The number that a message of this moment would have: milliseconds since 2015 in the upper bits.

    Args:
        moment: seconds since 1970.
    """
    return (int(moment * 1000) - 1_420_070_400_000) << 22


def facts_of_event(name: str, data: Any, provenance: Provenance) -> Iterator[Fact]:  # noqa: ANN401 - any JSON
    """What an event of the gateway says.

    Raises:
        Unreadable: when it is not what Discord sends under this name.
    """
    if name in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
        place = shaped(data, _Place, provenance.place)
        if place.guild_id is None:
            yield ConversationFacts(place.channel_id, APP, group=False)
        yield from facts_of_message(data, provenance)
    elif name in ("MESSAGE_DELETE", "MESSAGE_DELETE_BULK"):
        gone = shaped(data, _Deleted, provenance.place)
        for number in (gone.id, *gone.ids) if gone.id else gone.ids:
            yield _deletion(gone.channel_id, number, provenance)
    else:
        yield from _places(name, data, provenance)


def _places(name: str, data: Any, provenance: Provenance) -> Iterator[ConversationFacts]:  # noqa: ANN401 - any JSON
    """Names of the channels and threads that an event tells of; one that is new comes without its guild's name."""
    if name == "GUILD_CREATE":
        guild = shaped(data, Guild, provenance.place)
        channels = [(channel, guild.name) for channel in guild.written_in]
    elif name in ("CHANNEL_CREATE", "THREAD_CREATE"):
        new = shaped(data, Channel, provenance.place)
        channels = [(new, "")] if new.is_written_in else []
    else:
        channels = []
    for channel, guild_name in channels:
        title = " / ".join(part for part in (guild_name, channel.name) if part)
        yield ConversationFacts(channel.id, APP, title, group=True)


def facts_of_message(data: Any, provenance: Provenance) -> Iterator[Fact]:  # noqa: ANN401 - any JSON
    """A message, new or changed, from the gateway or from the channel's history.

    A changed message is one more message, with the time of the change in its id and the first one as what it answers,
    so that what stood there before is kept. What was forwarded counts as said by who forwarded it.

    Raises:
        Unreadable: when it is no message.
    """
    said = shaped(data, _Message, provenance.place)
    author = said.author
    if author is None and said.content is None:
        return
    title = (author.global_name or author.username) if author else ""
    if author and title:
        yield AccountFacts(author.id, APP, title)
    kind = _kind(said.type, said.files)
    forwarded = said.message_reference is not None and said.message_reference.type != 0
    answers = said.message_reference.message_id if said.message_reference and not forwarded else None
    yield Message(
        id=f"{said.id} {said.edited_timestamp}" if said.edited_timestamp else said.id,
        app=APP,
        conversation=said.channel_id,
        sender=author.id if author and kind is not Kind.SYSTEM else None,
        text=said.text,
        sent_at=iso(said.edited_timestamp) or iso(said.timestamp),
        provenance=provenance,
        kind=kind,
        attachments=said.files,
        reply_to=said.id if said.edited_timestamp else answers,
    )


def _kind(sort: int, attachments: tuple[str, ...]) -> Kind:
    if sort == _CALL:
        return Kind.CALL
    if sort not in _SAID:
        return Kind.SYSTEM
    return Kind.MEDIA if attachments else Kind.TEXT


def _deletion(channel: str, number: str, provenance: Provenance) -> Message:
    """That a message was deleted; Discord tells neither by whom nor when."""
    return Message(
        id=f"{number} deleted",
        app=APP,
        conversation=channel,
        sender=None,
        text="",
        sent_at=None,
        provenance=provenance,
        kind=Kind.SYSTEM,
        reply_to=number,
        deleted=True,
    )
