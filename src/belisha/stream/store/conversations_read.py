"""Conversations as a reviewer reads them: messages in pages around a place, opened by the vault, with what was noticed.

Text that was deleted, or never kept, is None; its place and hash stay.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from belisha.findings import Point
from belisha.model import Message, Reading, Sighting
from belisha.stream.store.arrivals import Seen
from belisha.stream.store.lights_on import Turned, turned_of
from belisha.stream.store.memories import Memories
from belisha.stream.store.queue import key_in
from belisha.stream.store.tables import conversations, messages
from belisha.stream.store.vault import Vault

MOST_AT_ONCE = 200
"""Messages in one page."""


class MessageRead(msgspec.Struct, frozen=True):
    """A message as it is read.

    Attributes:
        position: 1-based in its conversation.
        message: as it came; its ``text`` is empty where ``text`` is None.
        text: what was written, or None when it is not kept any more.
        text_sha256: of the text as it came in.
        received_at: seconds since 1970.
        cleared_at: when the text was deleted, or None.
        sightings, readings: what was noticed in it.
    """

    position: int
    message: Message
    text: str | None
    text_sha256: str
    received_at: float
    cleared_at: float | None
    sightings: tuple[Sighting, ...]
    readings: tuple[Reading, ...]


class MessagesPage(msgspec.Struct, frozen=True):
    """Some messages in order, and whether there are more before and after them."""

    messages: tuple[MessageRead, ...]
    more_before: bool
    more_after: bool


class ConversationRead(msgspec.Struct, frozen=True):
    """A conversation without its messages.

    Attributes:
        key: hexadecimal.
        platform, app, id, title, source: what it is.
        members: accounts known to be in it.
        group: whether it is one.
        language: that was last told, or empty.
        count: messages.
        first_at, last_at: seconds since 1970, or None.
        tallies: messages by account.
        turned: each turn of the audience's light, oldest first.
    """

    key: str
    platform: str
    app: str
    id: str
    title: str
    source: str
    members: tuple[str, ...]
    group: bool
    language: str
    count: int
    first_at: float | None
    last_at: float | None
    tallies: dict[str, int]
    turned: tuple[Turned, ...]


def conversation_with(
    connection: Connection, vault: Vault, platform: str, key: str, audience: str = "moderators"
) -> ConversationRead | None:
    """The conversation with a hexadecimal key; None when this platform has none."""
    row = _row(connection, platform, key)
    if row is None:
        return None
    memories = Memories(platform, vault, 1)
    memories.load_by_key(connection, bytes(row.key), (row.app, row.id))
    remembered = memories.memory.conversation(row.app, row.id)
    return ConversationRead(
        key=key,
        members=tuple(remembered.members),
        group=remembered.is_group,
        language=remembered.language,
        tallies={name: tally.messages for name, tally in remembered.tallies.items()},
        turned=tuple(turned_of(connection, row.key, audience)),
        **{
            name: getattr(row, name)
            for name in ("platform", "app", "id", "title", "source", "count", "first_at", "last_at")
        },
    )


def messages_around(
    connection: Connection, vault: Vault, platform: str, key: str, positions: tuple[int, int]
) -> MessagesPage:
    """The messages from one position to another, both included; at most ``MOST_AT_ONCE``."""
    row = _row(connection, platform, key)
    if row is None:
        return MessagesPage((), more_before=False, more_after=False)
    first, last = max(1, positions[0]), min(positions[1], row.count, max(1, positions[0]) + MOST_AT_ONCE - 1)
    question = select(messages).where(
        messages.c.conversation == row.key, messages.c.position >= first, messages.c.position <= last
    )
    found = tuple(message_read(each, vault) for each in connection.execute(question.order_by(messages.c.position)))
    return MessagesPage(found, more_before=first > 1, more_after=last < row.count)


def evidence_of(connection: Connection, platform: str, key: str) -> list[int]:
    """The positions of messages in which something was noticed, oldest first."""
    return [row.position for row in _noticed(connection, platform, key, None)]


def course_of(connection: Connection, platform: str, key: str, most: int = 2_000) -> list[tuple[float, Point]]:
    """Each reading with its time (seconds since 1970), oldest first, of the last ``most`` messages that gave one."""
    course = []
    for row in _noticed(connection, platform, key, most):
        at = row.received_at if row.sent_at is None else row.sent_at
        course += [
            (at, Point(reading.index, reading.about, reading.decibans, reading.concern))
            for reading in msgspec.msgpack.decode(row.seen, type=Seen).readings
        ]
    return course


def message_read(row: Any, vault: Vault) -> MessageRead:  # noqa: ANN401 - a row of messages
    """The message of a row, opened."""
    text = None
    if row.sealed is not None:
        text = vault.open(row.sealed, row.key).decode("utf-8", "surrogatepass")
    seen = msgspec.msgpack.decode(row.seen, type=Seen) if row.seen is not None else Seen([], [])
    message = msgspec.msgpack.decode(row.about, type=Message)
    return MessageRead(
        position=row.position,
        message=msgspec.structs.replace(message, text=text or ""),
        text=text,
        text_sha256=bytes(row.hashed).hex(),
        received_at=row.received_at,
        cleared_at=row.cleared_at,
        sightings=tuple(seen.sightings),
        readings=tuple(seen.readings),
    )


def _row(connection: Connection, platform: str, key: str) -> Any:  # noqa: ANN401 - a row of conversations
    own = conversations.c.key == key_in(key), conversations.c.platform == platform
    return connection.execute(select(conversations).where(*own)).first()


def _noticed(connection: Connection, platform: str, key: str, most: int | None) -> Iterable[Any]:
    row = _row(connection, platform, key)
    if row is None:
        return []
    columns = messages.c.position, messages.c.sent_at, messages.c.received_at, messages.c.seen
    question = select(*columns).where(messages.c.conversation == row.key, messages.c.seen.is_not(None))
    found = list(connection.execute(question.order_by(messages.c.position.desc()).limit(most)))
    return found[::-1]
