"""Finds the conversations that an account is in, also where it never wrote: was only addressed, or told as a member.

Who is in a conversation stands in what is remembered of it, which is sealed: all of the platform's are opened. That
takes seconds for each ten thousand, so it is done beside the writer; what came in meanwhile is looked through by the
erasure itself.
"""

import logging
import zlib
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from belisha.errors import Unreadable
from belisha.model import Message
from belisha.stream.memory import MOST_MEMBERS
from belisha.stream.nameless import Nameless
from belisha.stream.store.arrivals import Subject
from belisha.stream.store.memories import Remembered
from belisha.stream.store.tables import conversations, messages
from belisha.stream.store.vault import Vault

_LOG = logging.getLogger(__name__)
_AT_ONCE = 500
_LONGEST_TRANSACTION = 60.0
"""Seconds before a search in which something may have begun that it could not see yet."""


class Found(msgspec.Struct, frozen=True):
    """Where an account is.

    Attributes:
        keys: of the conversations.
        until: what was written before this moment was looked through, in seconds since 1970; 0 for nothing.
        unreadable: conversations that could not be opened, because they are damaged.
    """

    keys: frozenset[bytes] = frozenset()
    until: float = 0.0
    unreadable: int = 0


NOTHING_YET = Found()
"""Nothing was looked through yet."""


class _Members(msgspec.Struct):
    members: list[str] = []


class _WithMembers(msgspec.Struct, array_like=True):
    """Of ``Remembered``, what tells whether all of it must be read: decoding this skips the rest."""

    conversation: _Members


_members_of = msgspec.msgpack.Decoder(_WithMembers).decode
_read = msgspec.msgpack.Decoder(Remembered).decode
_read_message = msgspec.msgpack.Decoder(Message).decode


def look_for(connection: Connection, vault: Vault, account: Subject, now: float, before: Found = NOTHING_YET) -> Found:
    """The conversations that an account is in.

    Args:
        connection: to ask.
        vault: opens what is remembered of them.
        account: who.
        now: seconds since 1970.
        before: what an earlier search found; only what was written after it is looked through.
    """
    nameless, name = Nameless(account.id), account.id.encode()
    found, unreadable = set(before.keys), before.unreadable
    for row in _changed(connection, account, before.until):
        try:
            opened = vault.open(row.sealed, row.key)
            is_in = False
            if name in opened or nameless.names(row.id):
                is_in = _is_in(_read(opened), row.id, account.id, nameless)
            if not is_in and len(_members_of(opened).conversation.members) >= MOST_MEMBERS:
                is_in = _was_addressed(connection, bytes(row.key), account.id)
            if is_in:
                found.add(bytes(row.key))
        except (Unreadable, msgspec.DecodeError, msgspec.ValidationError, zlib.error):
            _LOG.exception("What is remembered of one conversation is damaged; an erasure cannot look through it.")
            unreadable += 1
    return Found(frozenset(found), now - _LONGEST_TRANSACTION, unreadable)


def _changed(connection: Connection, account: Subject, since: float) -> Iterator[Any]:
    of_app = conversations.c.platform == account.platform, conversations.c.app == account.app
    question = select(conversations.c.key, conversations.c.id, conversations.c.sealed).where(*of_app)
    if since:
        question = question.where(conversations.c.last_at >= since)
    with connection.execute(question.execution_options(yield_per=_AT_ONCE)) as rows:
        yield from rows


def _is_in(remembered: Remembered, written: str, account: str, nameless: Nameless) -> bool:
    """Whether somebody is in a conversation, or is the one of two whom only its id names."""
    conversation, ledger = remembered.conversation, remembered.ledger
    if account in conversation.members or account in ledger.sightings or account in ledger.highest:
        return True
    return len(conversation.members) <= 1 and not conversation.is_group and nameless.names(written)


def _was_addressed(connection: Connection, conversation: bytes, account: str) -> bool:
    """Whether a message names somebody who is in no list of members, because so many are in the conversation."""
    name = account.encode()
    question = select(messages.c.about).where(messages.c.conversation == conversation)
    with connection.execute(question.execution_options(yield_per=_AT_ONCE)) as rows:
        return any(name in bytes(about) and account in _read_message(about).recipients for (about,) in rows)
