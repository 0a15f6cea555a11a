"""Conversations as a reviewer reads them: messages in pages around a place, opened by the vault, with what was noticed.

Text that was deleted, or never kept, is None; its place and hash stay.
"""

import msgspec
from sqlalchemy import Connection

from belisha.findings import Point
from belisha.model import Message, Reading, Sighting
from belisha.stream.store.lights_on import Turned
from belisha.stream.store.vault import Vault


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
    raise NotImplementedError


def messages_around(
    connection: Connection, vault: Vault, platform: str, key: str, positions: tuple[int, int]
) -> MessagesPage:
    """The messages from one position to another, both included; at most 200."""
    raise NotImplementedError


def evidence_of(connection: Connection, platform: str, key: str) -> list[int]:
    """The positions of messages in which something was noticed, oldest first."""
    raise NotImplementedError


def course_of(connection: Connection, platform: str, key: str, most: int = 2_000) -> list[tuple[float, Point]]:
    """Each reading with its time (seconds since 1970): concern over time, oldest first, the last ``most`` of them."""
    raise NotImplementedError
