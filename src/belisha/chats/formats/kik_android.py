"""Kik on Android: ``kikDatabase.db``."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.kik_accounts import conversation, is_group
from belisha.chats.times import unix
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance


class _Known(NamedTuple):
    """What messages refer to: names and conversations by jid, content by its id."""

    names: dict[str, str]
    rooms: dict[str, ConversationFacts]
    content: dict[str, str]


class KikAndroid(SqliteFormat[_Known]):
    """Messages with people and groups; what was sent is named by its content id or the name that it was given.

    Layout by the CREATE statements of versions 7 to 15. The owner is not named in the file.
    """

    app = "Kik"
    found_in = ("/kik.android/databases/*kikDatabase.db", "/kikDatabase.db")
    checked_on = (Checked("tables of 15, invented rows", "2019", 9),)
    tables: ClassVar[dict[str, tuple[str, ...]]] = {"messagesTable": ("body", "partner_jid", "was_me", "timestamp")}
    spoken = ("messagesTable",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:  # noqa: ARG002 - nothing lies beside it
        within: dict[str, list[str]] = {}
        for row in database.rows("memberTable"):
            group, member = row.text("group_id"), row.text("member_jid")
            if group and member and not row.whole("is_banned"):
                within.setdefault(group, []).append(member)
        contacts = {row.text("jid") or "": row for row in database.rows("KIKcontactsTable")}
        titles = {jid: name for jid, row in contacts.items() if jid and (name := _title(row))}
        talked_with = (row.text("bin_id") or row.text("partner_jid") for row in database.rows("messagesTable"))
        rooms = dict.fromkeys([*filter(is_group, titles), *filter(None, talked_with)])
        return _Known(
            names={jid: name for jid, name in titles.items() if not is_group(jid)},
            rooms={jid: conversation(jid, titles.get(jid, ""), tuple(within.get(jid, ()))) for jid in rooms},
            content=_content(database),
        )

    def facts(self, known: _Known) -> Iterator[Fact]:
        for jid, name in known.names.items():
            yield AccountFacts(jid, self.app, name)
        yield from known.rooms.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        jid = row.text("bin_id") or row.text("partner_jid")
        room = known.rooms.get(jid or "") or conversation(jid)
        told = row.text("sys_msg") or row.text("stat_msg")
        content = row.text("content_id")
        files = (known.content.get(content, "content"),) if content else ()
        text = row.text("body") or told or ""
        if not text and not files:
            return None
        system = told is not None and row.text("body") is None and not files
        sender = None if system else _sender(row, room)
        return Message(
            id=row.text("uid") or provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=text,
            sent_at=unix(row.number_in("timestamp")),
            provenance=provenance,
            kind=Kind.SYSTEM if system else Kind.MEDIA if files else Kind.TEXT,
            recipients=addressed_to(sender, room),
            attachments=files,
        )


def _title(contact: Row) -> str | None:
    return contact.text("display_name") or contact.text("user_name") or contact.text("group_hashtag")


def _sender(row: Row, room: ConversationFacts) -> str | None:
    mine = row.whole("was_me")
    if mine is None:
        return None
    return OWNER if mine else row.text("partner_jid") or (None if room.group else room.conversation)


def _content(database: Database) -> dict[str, str]:
    """What was sent, by content id: its file name, else the app that sent it (Camera, Gallery, Sticker)."""
    names: dict[str, dict[str, str]] = {}
    for row in database.rows("KIKContentTable"):
        content, key, value = row.text("content_id"), row.text("content_name"), row.text("content_string")
        if content:
            names.setdefault(content, {})[key or ""] = value or row.text("content_type") or ""
    return {
        content: known.get("file-name") or known.get("app-name") or known.get("title") or content
        for content, known in names.items()
    }
