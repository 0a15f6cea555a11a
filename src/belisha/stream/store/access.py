"""Platforms and the keys by which their programs reach the interface. Of a key only a hash is kept."""

import hashlib
import hmac
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select, update

from belisha.errors import Unusable
from belisha.stream.store.audit import record
from belisha.stream.store.rows import upsert
from belisha.stream.store.tables import api_keys, platforms

SCOPES = {
    "messages:write": "send messages, accounts, relations and children's answers",
    "lights:read": "read lights, their reasons and the events of lights that turn",
    "notices:read": "read what a child is to be told",
    "restrictions:read": "ask whether an account is restricted",
    "appeals:write": "file an appeal for an account",
    "cases:read": "read cases and fetch their exports",
    "data:erase": "have a person's data deleted",
    "metrics:read": "read metrics",
}
"""What a key can be allowed, each said in a few words."""
_LONGEST_NAME = 64
_PREFIX = "belisha"
_SECRET_BYTES = 24


class ApiKey(msgspec.Struct, frozen=True):
    """A key as the service knows it.

    Attributes:
        id: the part that may be shown.
        platform: whose.
        title: what it is for.
        scopes: what it allows.
    """

    id: str
    platform: str
    title: str
    scopes: frozenset[str]


def add_platform(connection: Connection, platform: str, title: str = "") -> None:
    """Makes a platform known; does nothing when it is.

    Raises:
        Unusable: for a name that is not 1-64 letters, digits, ``-`` or ``_``.
    """
    if not (
        0 < len(platform) <= _LONGEST_NAME
        and platform.replace("-", "").replace("_", "").isalnum()
        and platform.isascii()
    ):
        raise Unusable(f"{platform!r} cannot name a platform: use up to 64 letters, digits, - and _.")
    row = {"id": platform, "title": title or platform, "created_at": time.time()}
    upsert(connection, platforms, [row], ("id",), keep=("title", "created_at"))


def is_platform(connection: Connection, platform: str) -> bool:
    """Whether a platform is known."""
    return connection.execute(select(platforms.c.id).where(platforms.c.id == platform)).first() is not None


def new_api_key(
    connection: Connection, platform: str, scopes: frozenset[str], title: str = "", expires_at: float | None = None
) -> str:
    """Makes a key and gives it, for the only time.

    Raises:
        Unusable: for a scope that does not exist.
    """
    _refuse_unknown(scopes)
    add_platform(connection, platform)
    now, identity, secret = time.time(), secrets.token_hex(6), secrets.token_urlsafe(_SECRET_BYTES)
    written = " ".join(sorted(scopes))
    connection.execute(
        insert(api_keys).values(
            id=identity,
            platform=platform,
            title=title,
            scopes=written,
            hashed=_hash(secret),
            created_at=now,
            expires_at=expires_at,
        )
    )
    record(connection, None, "made key", now, platform=platform, key=identity, scopes=written)
    return f"{_PREFIX}_{identity}_{secret}"


def change_api_key(
    connection: Connection, identity: str, more: frozenset[str], less: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Lets a key allow more or less; gives what it allows now. Its secret stays.

    Raises:
        Unusable: for a key that does not work, a scope that does not exist, or when nothing would be left.
    """
    _refuse_unknown(more | less)
    row = _working(connection, identity)
    scopes = (frozenset(row.scopes.split()) | more) - less
    if not scopes:
        raise Unusable("nothing would be left that the key allows: end it with belisha keys revoke instead")
    written = " ".join(sorted(scopes))
    connection.execute(update(api_keys).where(api_keys.c.id == identity).values(scopes=written))
    record(connection, None, "changed key", time.time(), platform=row.platform, key=identity, scopes=written)
    return scopes


def rotate_api_key(connection: Connection, identity: str, old_works_for: float) -> str:
    """Makes a key that allows the same as another one, gives it for the only time, and ends the other one soon.

    Args:
        connection: with a transaction.
        identity: of the old key.
        old_works_for: seconds until the old one ends, so that its program can be given the new one; 0 for at once.

    Raises:
        Unusable: for a key that does not work.
    """
    row, ends = _working(connection, identity), time.time() + old_works_for
    new = new_api_key(connection, row.platform, frozenset(row.scopes.split()), row.title, row.expires_at)
    ends = ends if row.expires_at is None else min(ends, row.expires_at)
    connection.execute(update(api_keys).where(api_keys.c.id == identity).values(expires_at=ends))
    record(connection, None, "replaced key", time.time(), platform=row.platform, key=identity, new=_identity_in(new))
    return new


def revoke_api_key(connection: Connection, identity: str) -> bool:
    """Ends a key at once; False when there is no such key."""
    own, now = (api_keys.c.id == identity, api_keys.c.revoked_at.is_(None)), time.time()
    platform = connection.execute(update(api_keys).where(*own).values(revoked_at=now).returning(api_keys.c.platform))
    found = platform.scalar()
    if found is None:
        return False
    record(connection, None, "revoked key", now, platform=found, key=identity)
    return True


def api_keys_of(connection: Connection, now: float) -> Iterator[tuple[ApiKey, str]]:
    """All keys, the oldest first, each with whether it works, in a few words; times are UTC's."""
    for row in connection.execute(select(api_keys).order_by(api_keys.c.created_at)):
        state = "works" if _works(row, now) else "revoked" if row.revoked_at is not None else "ended"
        if row.revoked_at is None and row.expires_at is not None:
            ends = datetime.fromtimestamp(row.expires_at, UTC).isoformat(" ", "minutes").removesuffix("+00:00")
            state = f"works until {ends}" if state == "works" else f"ended {ends}"
        yield ApiKey(row.id, row.platform, row.title, frozenset(row.scopes.split())), state


def api_key_of(connection: Connection, written: str, now: float) -> ApiKey | None:
    """The key that was presented, or None when it is unknown, revoked or expired."""
    prefix, _, rest = written.partition("_")
    identity, _, secret = rest.partition("_")
    if prefix != _PREFIX or not secret:
        return None
    row = connection.execute(select(api_keys).where(api_keys.c.id == identity)).first()
    known = row.hashed if row is not None else bytes(32)
    if not hmac.compare_digest(bytes(known), _hash(secret)) or row is None:
        return None
    if not _works(row, now):
        return None
    return ApiKey(row.id, row.platform, row.title, frozenset(row.scopes.split()))


def _working(connection: Connection, identity: str) -> Any:  # noqa: ANN401 - a row
    row = connection.execute(select(api_keys).where(api_keys.c.id == identity)).first()
    if row is None or not _works(row, time.time()):
        raise Unusable(f"there is no key {identity} that still works; belisha keys list shows them")
    return row


def _works(row: Any, now: float) -> bool:  # noqa: ANN401 - a row
    return row.revoked_at is None and (row.expires_at is None or row.expires_at > now)


def _refuse_unknown(scopes: frozenset[str]) -> None:
    unknown = scopes - SCOPES.keys()
    if unknown or not scopes:
        raise Unusable(f"no such scope: {', '.join(sorted(unknown)) or '(none)'}; there are {', '.join(SCOPES)}.")


def _identity_in(written: str) -> str:
    return written.split("_")[1]


def _hash(secret: str) -> bytes:
    """A plain hash is enough: the secret is 24 random bytes, which nobody can guess from it."""
    return hashlib.sha256(secret.encode()).digest()
