"""Questions about warned children and restricted accounts, for the platforms that act on them."""

from typing import Any

from sqlalchemy import Connection, select

from belisha.model import Light
from belisha.stream.store.database import key_of
from belisha.stream.store.tables import accounts, conversations, lights, notices

_MOST = 50


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


def restriction_of(connection: Connection, platform: str, app: str, account: str, now: float) -> dict[str, Any]:
    """Whether an account is restricted now, and before what a pause is to be offered to it.

    A pause is for the child: it is offered to whoever was warned of a conversation that nobody has looked at yet.
    """
    key = key_of("account", platform, app, account)
    begins = connection.execute(select(accounts.c.restricted_from).where(accounts.c.key == key)).scalar()
    warned = (
        select(notices.c.id)
        .join(lights, lights.c.subject == notices.c.conversation)
        .where(notices.c.platform == platform, notices.c.app == app, notices.c.account == account)
        .where(lights.c.audience == "children", lights.c.light > 0)
        .limit(1)
    )
    pause = ["picture", "address"] if connection.execute(warned).first() is not None else []
    return {"restricted": begins is not None and begins <= now, "pause_before": pause}
