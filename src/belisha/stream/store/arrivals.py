"""Writes what arrived and what was noticed in it, and tells whether a message was here before."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, case, insert, update

from belisha.model import Change, Light, Message, Reading, Sighting
from belisha.stream.store.database import key_of, passing_key_of
from belisha.stream.store.rows import rows_with, upsert
from belisha.stream.store.tables import changes, lights, messages
from belisha.stream.store.vault import Vault
from belisha.stream.watch import Noticed

_DAY, _QUARTER_OF_AN_HOUR = 86_400.0, 900.0


class Seen(msgspec.Struct, array_like=True, frozen=True):
    """What was noticed in one message, as it is stored beside it."""

    sightings: list[Sighting]
    readings: list[Reading]


class Subject(msgspec.Struct, frozen=True):
    """What a light is about: a conversation or an account of one platform.

    Attributes:
        key: 16 bytes that stand for it.
        platform, app, kind, id: its parts; kind is ``conversation`` or ``account``.
        source: label of the live source that it came by, or ``api``.
    """

    key: bytes
    platform: str
    app: str
    kind: str
    id: str
    source: str = ""


def time_to_act(concern: float) -> float:
    """Seconds within which somebody should look: a day divided by the odds, between a quarter of an hour and a day."""
    odds = concern / max(1.0 - concern, 1e-6)
    return min(max(_DAY / max(odds, 1.0), _QUARTER_OF_AN_HOUR), _DAY)


def subject_of(platform: str, app: str, kind: str, name: str, source: str = "") -> Subject:
    """The subject of these parts."""
    return Subject(key_of(kind, platform, app, name), platform, app, kind, name, source)


def message_key(platform: str, message: Message) -> bytes:
    """What makes a message the same message when it comes again."""
    return passing_key_of("message", platform, message.app, message.conversation, message.id)


def positions_of(connection: Connection, keys: Sequence[bytes]) -> dict[bytes, int]:
    """For those of these messages that were stored before: their positions in their conversations."""
    return {bytes(key): position for key, position in rows_with(connection, messages, ("key", "position"), "key", keys)}


def store_messages(
    connection: Connection, platform: str, noticed: Sequence[Noticed], vault: Vault | None, now: float
) -> None:
    """Writes messages.

    Args:
        connection: with an open transaction.
        platform: whose.
        noticed: the messages and what was noticed in each.
        vault: seals their text, or None to keep only its hash.
        now: when they arrived, seconds since 1970.
    """
    rows = []
    for each in noticed:
        message = each.message
        key = message_key(platform, message)
        text = message.text.encode("utf-8", "surrogatepass")
        seen = msgspec.msgpack.encode(Seen(each.sightings, each.readings)) if each.sightings else None
        rows.append(
            {
                "key": key,
                "conversation": key_of("conversation", platform, message.app, message.conversation),
                "position": each.index,
                "id": message.id,
                "sender": message.sender,
                "sent_at": message.sent_at.timestamp() if message.sent_at else None,
                "received_at": now,
                "hashed": hashlib.sha256(text).digest(),
                "about": msgspec.msgpack.encode(msgspec.structs.replace(message, text="")),
                "sealed": vault.seal(text, key) if vault is not None else None,
                "seen": seen,
            }
        )
    upsert(connection, messages, rows)


def store_changes(connection: Connection, turned: Iterable[tuple[Subject, Change]], now: float) -> None:
    """Writes lights that turned into the log of changes, and opens them in the queue."""
    log, queue = [], {}
    for subject, change in turned:
        reading = change.reading
        log.append(
            {
                **_parts_of(subject),
                "subject": subject.key,
                "audience": change.audience,
                "before": int(change.before),
                "after": int(change.after),
                "about": reading.about,
                "concern": reading.concern,
                "position": reading.index,
                "message": reading.message,
                "at": now,
                "reading": msgspec.msgpack.encode(reading),
            }
        )
        queue[subject.key, change.audience] = {
            **_parts_of(subject),
            "subject": subject.key,
            "audience": change.audience,
            "light": int(change.after),
            "concern": reading.concern,
            "highest": reading.concern,
            "about": reading.about,
            "turned_at": now,
            "read_at": now,
            "act_by": now + time_to_act(reading.concern),
            "state": "open",
            "reviewer": None,
            "source": subject.source,
        }
    if log:
        connection.execute(insert(changes), log)
        upsert(connection, lights, list(queue.values()), ("subject", "audience"))


def follow_concern(connection: Connection, readings: Mapping[bytes, Reading], now: float) -> None:
    """Keeps the concern of lights that are on up to date, by subject; others have no row and none is made."""
    for key, reading in readings.items():
        concern, act_by = reading.concern, now + time_to_act(reading.concern)
        values: dict[str, Any] = {
            "concern": concern,
            "highest": case((lights.c.highest < concern, concern), else_=lights.c.highest),
            "act_by": case((lights.c.act_by > act_by, act_by), else_=lights.c.act_by),
            "read_at": now,
        }
        connection.execute(
            update(lights).where(lights.c.subject == key, lights.c.light > int(Light.GREEN)).values(**values)
        )


def _parts_of(subject: Subject) -> dict[str, str]:
    return {"platform": subject.platform, "app": subject.app, "kind": subject.kind, "id": subject.id}
