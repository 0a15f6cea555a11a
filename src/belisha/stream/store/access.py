"""Platforms and the keys by which their programs reach the interface. Of a key only a hash is kept."""

import hashlib
import hmac
import secrets
import time

import msgspec
from sqlalchemy import Connection, insert, select, update

from belisha.errors import Unusable
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
    unknown = scopes - SCOPES.keys()
    if unknown or not scopes:
        raise Unusable(f"no such scope: {', '.join(sorted(unknown)) or '(none)'}; there are {', '.join(SCOPES)}.")
    add_platform(connection, platform)
    identity, secret = secrets.token_hex(6), secrets.token_urlsafe(_SECRET_BYTES)
    connection.execute(
        insert(api_keys).values(
            id=identity,
            platform=platform,
            title=title,
            scopes=" ".join(sorted(scopes)),
            hashed=_hash(secret),
            created_at=time.time(),
            expires_at=expires_at,
        )
    )
    return f"{_PREFIX}_{identity}_{secret}"


def revoke_api_key(connection: Connection, identity: str) -> bool:
    """Ends a key at once; False when there is no such key."""
    done = connection.execute(
        update(api_keys)
        .where(api_keys.c.id == identity, api_keys.c.revoked_at.is_(None))
        .values(revoked_at=time.time())
    )
    return bool(done.rowcount)


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
    if row.revoked_at is not None or (row.expires_at is not None and row.expires_at <= now):
        return None
    return ApiKey(row.id, row.platform, row.title, frozenset(row.scopes.split()))


def _hash(secret: str) -> bytes:
    """A plain hash is enough: the secret is 24 random bytes, which nobody can guess from it."""
    return hashlib.sha256(secret.encode()).digest()
