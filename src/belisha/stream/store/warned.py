"""Questions about warned children and restricted accounts, for the platforms that act on them."""

from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from belisha.model import Light
from belisha.stream.ages_known import age_of
from belisha.stream.store.database import key_of
from belisha.stream.store.memories import Memories
from belisha.stream.store.tables import accounts, conversations, lights, notices
from belisha.stream.store.vault import Vault

_MOST = 50


class Warned(msgspec.Struct, frozen=True):
    """A child to whom a pause is to be offered: in which language it chats (or empty), and its age where known."""

    language: str
    age: int | None


class Restriction(msgspec.Struct, frozen=True):
    """Whether an account may write on, and whether it is a child to whom a pause is to be offered."""

    restricted: bool
    warned: Warned | None


def notices_for(connection: Connection, platform: str, app: str, account: str) -> list[dict[str, Any]]:
    """The last notices to one child, the newest first."""
    question = (
        select(notices, conversations.c.id.label("conversation_id"))
        .join(conversations, conversations.c.key == notices.c.conversation)
        .where(notices.c.platform == platform, notices.c.app == app, notices.c.account == account)
        .order_by(notices.c.created_at.desc())
        .limit(_MOST)
    )
    return [
        {
            "id": row.id,
            "account": row.account,
            "conversation": row.conversation_id,
            "light": Light(row.light).word,
            "created_at": row.created_at,
            "answer": row.answer,
        }
        for row in connection.execute(question)
    ]


def restriction_of(
    connection: Connection, vault: Vault, platform: str, place: tuple[str, str], now: float
) -> Restriction:
    """Whether an account is restricted now, and whether a pause is to be offered to it.

    A pause is for the child: it is offered to whoever was warned of a conversation that nobody has looked at yet, and
    never to the account that its light is about.

    Args:
        connection: to ask.
        vault: opens what is remembered of a warned child's conversation.
        platform: whose.
        place: app and account.
        now: seconds since 1970.
    """
    app, account = place
    key = key_of("account", platform, app, account)
    begins = connection.execute(select(accounts.c.restricted_from).where(accounts.c.key == key)).scalar()
    warned = (
        select(conversations.c.key, conversations.c.id)
        .join(notices, notices.c.conversation == conversations.c.key)
        .join(lights, lights.c.subject == notices.c.conversation)
        .where(notices.c.platform == platform, notices.c.app == app, notices.c.account == account)
        .where(lights.c.audience == "children", lights.c.light > 0)
        .where(or_(lights.c.about.is_(None), lights.c.about != account))
        .order_by(notices.c.created_at.desc())
        .limit(1)
    )
    found = connection.execute(warned).first()
    told = None
    if found is not None:
        memories = Memories(platform, vault, 1)
        memories.load_by_key(connection, bytes(found.key), (app, found.id))
        told = _warned(connection, memories, (app, found.id), account)
    return Restriction(begins is not None and begins <= now, told)


def _warned(connection: Connection, memories: Memories, conversation: tuple[str, str], account: str) -> Warned:
    memories.load_accounts(connection, [(conversation[0], account)])
    remembered = memories.memory.conversation(*conversation)
    return Warned(remembered.language, age_of(memories, remembered, account))
