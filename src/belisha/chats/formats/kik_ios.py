"""Kik on iPhone: ``kik.sqlite``."""

import re
from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.kik_accounts import conversation, is_group
from belisha.chats.times import cocoa
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

_RECEIVED, _SENT = 1, 2
"""Values of ``ZTYPE``; 3 and 4 are what Kik itself says of groups."""


class _Known(NamedTuple):
    """What messages refer to, by ``Z_PK``: jids of users, conversations by their user, users of chats, and so on."""

    users: dict[int, str]
    names: dict[str, str]
    rooms: dict[int, ConversationFacts]
    users_of: dict[int, list[int]]
    files: dict[int, tuple[str, ...]]
    drafts: set[int]
    report: Callable[..., None]


class KikIos(SqliteFormat[_Known]):
    """Messages with people and groups; files are named by the id under which Kik keeps them.

    Core Data numbers the tables that join chats and messages by version (``Z_3MESSAGES``), so they are found by shape.
    The owner is not named in the file.
    """

    app = "Kik"
    found_in = ("/kik.sqlite",)
    checked_on = (Checked("8, plaso's kik.sqlite", "2015", 60), Checked("tables of 16, invented rows", "2022", 5))
    tables: ClassVar[dict[str, tuple[str, ...]]] = {"ZKIKMESSAGE": ("ZBODY", "ZTYPE", "ZUSER")}
    spoken = ("ZKIKMESSAGE",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:
        rows = [(row.key("z_pk") or 0, row) for row in database.rows("ZKIKUSER")]
        users = {number: row.text("zjid") or f"user {number}" for number, row in rows}
        titles = {users[number]: _title(row) for number, row in rows}
        within: dict[int, list[str]] = {}
        for group, member in _joined(database, "members", "membersinverse", "members"):
            if member in users:
                within.setdefault(group, []).append(users[member])
        rooms = {
            number: conversation(jid, titles[jid], (*within.get(number, ()), OWNER)) for number, jid in users.items()
        }
        chats = {row.key("z_pk") or 0: row.whole("zuser") or 0 for row in database.rows("ZKIKCHAT")}
        users_of: dict[int, list[int]] = {}
        for chat, message in _joined(database, "messages", "chat", "messages"):
            if chat in chats:
                users_of.setdefault(message, []).append(chats[chat])
        files: dict[int, tuple[str, ...]] = {}
        for row in database.rows("ZKIKATTACHMENT"):
            message = row.whole("zmessage") or 0
            files[message] = (*files.get(message, ()), row.text("zcontent") or "file")
        return _Known(
            users=users,
            names={jid: title for jid, title in titles.items() if title and not is_group(jid)},
            rooms=rooms,
            users_of=users_of,
            files=files,
            drafts={row.whole("zdraftmessage") or 0 for row in database.rows("ZKIKCHAT")} - {0},
            report=exhibit.report,
        )

    def facts(self, known: _Known) -> Iterator[Fact]:
        for jid, name in known.names.items():
            yield AccountFacts(jid, self.app, name)
        talked_with = {user for users in known.users_of.values() for user in users}
        yield from (known.rooms[user] for user in sorted(talked_with) if user in known.rooms)

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        number, sort = row.key("z_pk") or 0, row.whole("ztype")
        if number in known.drafts or row.whole("zdraftmessagechat"):
            known.report("a draft that was never sent was left out", place=row.place, lost=False)
            return None
        user = row.whole("zuser") or 0
        # A message to a group whose sender has a chat of their own can be listed in both; its own user decides then.
        listed = known.users_of.get(number, [user])
        room = known.rooms.get(user if user in listed else listed[0]) or conversation(None)
        writer = known.users.get(user)
        sender = OWNER if sort == _SENT else writer if sort == _RECEIVED and writer and not is_group(writer) else None
        files = known.files.get(number, ())
        system = sort not in (_RECEIVED, _SENT, None)
        return Message(
            id=row.text("zstanzaid") or provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=row.text("zbody") or "",
            # The first is when the server took it, the second when this phone got it.
            sent_at=cocoa(row.number_in("ztimestamp")) or cocoa(row.number_in("zreceivedtimestamp")),
            provenance=provenance,
            kind=Kind.SYSTEM if system else Kind.MEDIA if files else Kind.TEXT,
            recipients=addressed_to(sender, room),
            attachments=files,
        )


def _title(user: Row) -> str:
    return user.text("zdisplayname") or user.text("zusername") or user.text("zgrouptag") or ""


def _joined(database: Database, table: str, one: str, other: str) -> Iterator[tuple[int, int]]:
    """Pairs of a many-to-many table of Core Data: ``Z_3MESSAGES`` with ``Z_3CHAT`` and ``Z_5MESSAGES``."""
    for name in (name for name in database.tables if re.fullmatch(rf"z_\d+{table}", name)):
        for row in database.rows(name):
            first = next((column for column in row if re.fullmatch(rf"z_\d+{one}\d*", column)), "")
            second = next((column for column in row if re.fullmatch(rf"z_\d+{other}\d*", column)), "")
            yield row.whole(first) or 0, row.whole(second) or 0
