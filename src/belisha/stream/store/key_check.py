"""Whether the key that is given is the one under which the database was written: asked before anything is taken in.

With another key no conversation can be gone on with: its messages would be refused, one by one, until somebody saw it.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from belisha.errors import Unreadable, Unusable
from belisha.stream.store.tables import conversations, messages, platforms
from belisha.stream.store.vault import Vault

_LOOKED_AT = 20
"""Newest texts, and newest conversations of each platform: a damaged one among them is no other key."""


def refuse_another_key(connection: Connection, vault: Vault, place: str) -> None:
    """Does nothing when the newest of what is sealed opens, or nothing is sealed.

    Args:
        connection: for questions.
        vault: with the key that is given, or none.
        place: where the key stands, for the person who reads the error.

    Raises:
        Unusable: when none of it opens.
    """
    shut = False
    for sealed, key in _newest(connection):
        if not Vault.is_encrypted(sealed):
            continue
        try:
            vault.open(sealed, key)
        except Unreadable:
            shut = True
        else:
            return
    if shut:
        what = "this is another key than the one" if vault.encrypts else "no key is given, and there is one"
        raise Unusable(
            f"{place}: {what} under which this database was written. Put that key back, or name another database. "
            "Nothing was changed."
        )


def _newest(connection: Connection) -> Iterator[tuple[bytes, bytes]]:
    kept = select(messages.c.sealed, messages.c.key).where(messages.c.sealed.is_not(None))
    yield from _sealed(connection, kept.order_by(messages.c.received_at.desc()))
    for platform in list(connection.execute(select(platforms.c.id)).scalars()):
        own = select(conversations.c.sealed, conversations.c.key).where(conversations.c.platform == platform)
        yield from _sealed(connection, own.order_by(conversations.c.last_at.desc()))
    yield from _sealed(connection, select(conversations.c.sealed, conversations.c.key))


def _sealed(connection: Connection, question: Any) -> Iterator[tuple[bytes, bytes]]:  # noqa: ANN401 - a question
    for sealed, key in connection.execute(question.limit(_LOOKED_AT)):
        yield bytes(sealed), bytes(key)
