"""Stored conversations as chats, to be seen again: those whose text is all kept, the latest first."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from belisha.stream.back_test import Chat
from belisha.stream.store.learning import labelled, whole_text
from belisha.stream.store.memories import Memories
from belisha.stream.store.tables import conversations
from belisha.stream.store.vault import Vault


def stored_chats(connection: Connection, vault: Vault, platform: str, most: int) -> Iterator[Chat]:
    """The last conversations of a platform, with what is known of their accounts and what two people agreed on."""
    agreed = {each.key: each.grooming for each in labelled(connection, platform)}
    columns = conversations.c.key, conversations.c.app, conversations.c.id
    question = select(*columns).where(conversations.c.platform == platform)
    rows = list(connection.execute(question.order_by(conversations.c.last_at.desc()).limit(most)))
    for row in rows:
        key = bytes(row.key)
        read = whole_text(connection, vault, key)
        if not read:
            continue
        memories = Memories(platform, vault, 1)
        memories.load_by_key(connection, key, (row.app, row.id))
        members = memories.memory.conversation(row.app, row.id).members
        memories.load_accounts(connection, [(row.app, member) for member in members])
        facts = list(memories.memory.facts.values())
        yield key.hex(), [each.message for each in read], facts, agreed.get(key)
