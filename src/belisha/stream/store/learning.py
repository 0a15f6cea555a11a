"""What moderators' decisions teach: decided conversations as labelled cases, in the form that ``belisha train`` reads.

Only what two people agreed on is taught: a decision that a second person confirmed, or that stands in a case that two
people released. A conversation of which any text is gone is left out: half a chat would teach something else. Names of
accounts and conversations are replaced; the words are those that were written, so the folder is as secret as the chats.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from belisha.model import Kind
from belisha.stream.store.case_books import entries_of
from belisha.stream.store.conversations_read import MessageRead, message_read
from belisha.stream.store.desk_tables import case_conversations, cases, decisions
from belisha.stream.store.statistics import CONFIRMS, DENIES
from belisha.stream.store.tables import messages
from belisha.stream.store.vault import Vault

FEWEST = 2
"""Messages that a conversation must have to teach anything."""


class Labelled(msgspec.Struct, frozen=True):
    """A conversation that two people agreed on.

    Attributes:
        key: of it.
        grooming: what they agreed on; False for ordinary.
        about: the account that it was about, or None.
    """

    key: bytes
    grooming: bool
    about: str | None


class Exported(msgspec.Struct):
    """What was written: conversations by label, and those left out because text of them is gone."""

    grooming: int = 0
    ordinary: int = 0
    left_out: int = 0


def labelled(connection: Connection, platform: str) -> list[Labelled]:
    """The conversations of a platform that two people agreed on, and that nobody has judged otherwise since."""
    question = select(decisions).where(
        decisions.c.platform == platform,
        decisions.c.kind == "conversation",
        decisions.c.what.in_((*CONFIRMS, DENIES)),
    )
    released = _released(connection, platform)
    agreed: dict[bytes, Labelled] = {}
    for row in connection.execute(question.order_by(decisions.c.number)):
        said = Labelled(bytes(row.subject), row.what != DENIES, row.about)
        if row.second is not None or (said.grooming and said.key in released):
            agreed[said.key] = said
        elif said.key in agreed and agreed[said.key].grooming != said.grooming:
            del agreed[said.key]  # somebody has come to doubt it
    return list(agreed.values())


def _released(connection: Connection, platform: str) -> set[bytes]:
    """The conversations of cases that two people released."""
    question = select(cases.c.number, case_conversations.c.conversation).join(
        case_conversations, case_conversations.c.case == cases.c.number
    )
    held: dict[int, set[bytes]] = {}
    for row in connection.execute(question.where(cases.c.platform == platform, cases.c.status != "open")):
        held.setdefault(row.number, set()).add(bytes(row.conversation))
    return {
        key
        for number, keys in held.items()
        if any(entry.said("what") == "released" for entry in entries_of(connection, number))
        for key in keys
    }


def whole_text(connection: Connection, vault: Vault, key: bytes) -> list[MessageRead]:
    """The messages of a conversation, or nothing where text of any of them is gone."""
    question = select(messages).where(messages.c.conversation == key).order_by(messages.c.position)
    read = [message_read(row, vault) for row in connection.execute(question)]
    read = [each for each in read if each.message.kind is not Kind.SYSTEM]
    return read if all(each.text is not None for each in read) else []


def export_labelled(connection: Connection, vault: Vault, platform: str, folder: Path) -> Exported:
    """Writes ``messages.jsonl`` and ``labels.jsonl`` into a new folder that nobody else can read.

    Raises:
        FileExistsError: when the folder is there already.
    """
    folder.mkdir(mode=0o700, parents=True)
    exported = Exported()
    with _private(folder / "messages.jsonl") as chats, _private(folder / "labels.jsonl") as labels:
        for each in labelled(connection, platform):
            read = whole_text(connection, vault, each.key)
            if len(read) < FEWEST:
                exported.left_out += 1
                continue
            names = _names(read)
            for line in _lines(each, read, names):
                chats.write(msgspec.json.encode(line) + b"\n")
            labels.write(msgspec.json.encode(_label(each, names)) + b"\n")
            exported.grooming += each.grooming
            exported.ordinary += not each.grooming
    return exported


def _names(read: list[MessageRead]) -> dict[str, str]:
    """A letter for each account, in the order in which they wrote."""
    senders = dict.fromkeys(each.message.sender for each in read if each.message.sender is not None)
    return {name: f"account {number}" for number, name in enumerate(senders, start=1)}


def _lines(chat: Labelled, read: list[MessageRead], names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for each in read:
        said = each.message
        yield {
            "id": str(each.position),
            "conversation": chat.key.hex(),
            "sender": None if said.sender is None else names[said.sender],
            "text": said.text,
            "sent_at": said.sent_at.isoformat() if said.sent_at is not None else None,
        }


def _label(chat: Labelled, names: dict[str, str]) -> dict[str, Any]:
    label: dict[str, Any] = {
        "conversation": chat.key.hex(),
        "label": "grooming" if chat.grooming else "ordinary",
        "source": "decisions",
    }
    groomer = names.get(chat.about or "")
    return {**label, "groomer": groomer} if chat.grooming and groomer is not None else label


def _private(path: Path) -> Any:  # noqa: ANN401 - a file opened for bytes
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
