"""WhatsApp on iPhone and Mac: ``ChatStorage.sqlite``."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import PurePosixPath
from typing import ClassVar, NamedTuple

from belisha.chats.database import Database, Row
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, SqliteFormat, addressed_to
from belisha.chats.times import cocoa
from belisha.chats.whatsapp_accounts import account_of, is_group
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message, Provenance

_SYSTEM = (6, 10)
"""Events of a group; notices such as that of encryption."""
_REVOKED = 14
_CALL = 59
_MEDIA = {
    1: "image", 2: "video", 3: "audio", 4: "contact card", 5: "location", 8: "document", 11: "GIF", 15: "sticker",
    38: "image to view once", 39: "video to view once", 46: "poll", 53: "audio to hear once", 54: "video note",
}  # fmt: skip
_WORDS_ONLY = (0, 7)
"""Plain text; text with a link."""
_QUOTED = b"\x2a"
"""The Protocol Buffers tag (field 5, bytes) with which the metadata of an answer begin: the id of what it answers."""


class _Known(NamedTuple):
    """What messages refer to, by ``Z_PK`` where a number is the key.

    Attributes:
        shown: hidden ids (``@lid``) and the numbers that they belong to.
        names: address book or profile names by account.
        rooms: conversations.
        members: accounts of group members.
        media: media items, by ``item`` and their own number and by ``message`` and that of the message.
    """

    shown: dict[str, str]
    names: dict[str, str]
    rooms: dict[int, ConversationFacts]
    members: dict[int, str]
    media: dict[tuple[str, int], Row]

    def person(self, jid: str | None) -> str | None:
        """The account behind a jid."""
        account = account_of(jid)
        return None if account is None else self.shown.get(account, account)


class WhatsappIos(SqliteFormat[_Known]):
    """Messages and groups; names come from ``ContactsV2.sqlite``, hidden ids from ``LID.sqlite`` beside it.

    Layout of the versions from 2.12 to 25; the numbers for sorts of message are observed, not documented by WhatsApp.
    """

    app = "WhatsApp"
    found_in = ("/ChatStorage.sqlite", "/7c/7c7fba66680ef796b916b067077cc246adacf01d")
    checked_on = (Checked("tables of 23.8, invented rows", "2023", 12),)
    tables: ClassVar[dict[str, tuple[str, ...]]] = {
        "ZWAMESSAGE": ("ZTEXT", "ZMESSAGEDATE"),
        "ZWACHATSESSION": ("ZCONTACTJID",),
    }
    spoken = ("ZWAMESSAGE",)

    def look_up(self, database: Database, exhibit: Exhibit) -> _Known:
        known = _Known(shown={}, names={}, rooms={}, members={}, media={})
        known.shown.update(_shown(database, exhibit))
        for jid, name in _names(database, exhibit):
            account = known.person(jid)
            if account and name and is_group(account) is False:
                known.names[account] = name
        within: dict[int, list[str]] = {}
        for row in database.rows("ZWAGROUPMEMBER"):
            account = known.person(row.text("zmemberjid"))
            if account:
                known.members[row.key("z_pk") or 0] = account
                within.setdefault(row.whole("zchatsession") or 0, []).append(account)
        for row in database.rows("ZWACHATSESSION"):
            account = known.person(row.text("zcontactjid"))
            if account:
                number = row.key("z_pk") or 0
                group = is_group(account)
                people = (account, OWNER) if group is False else tuple(dict.fromkeys(within.get(number, ())))
                known.rooms[number] = ConversationFacts(
                    account, self.app, row.text("zpartnername") or "", people, group
                )
        for row in database.rows("ZWAMEDIAITEM"):
            known.media["item", row.key("z_pk") or 0] = known.media["message", row.whole("zmessage") or 0] = row
        return known

    def facts(self, known: _Known) -> Iterator[Fact]:
        for account, name in known.names.items():
            yield AccountFacts(account, self.app, name)
        yield from {room.conversation: room for room in known.rooms.values()}.values()

    def message(self, row: Row, provenance: Provenance, known: _Known) -> Message | None:
        sort = row.whole("zmessagetype") or 0
        room = self._room(row, known)
        media = known.media.get(("item", row.whole("zmediaitem") or 0))
        media = media or known.media.get(("message", row.key("z_pk") or 0))
        sender = None if sort in _SYSTEM else _sender(row, room, known)
        attached = _attached(sort, row, media)
        return Message(
            id=row.text("zstanzaid") or provenance.place,
            app=self.app,
            conversation=room.conversation,
            sender=sender,
            text=_words(sort, row, media),
            sent_at=cocoa(row.number_in("zmessagedate")),
            provenance=provenance,
            kind=_kind(sort, attached),
            recipients=addressed_to(sender, room),
            attachments=attached,
            reply_to=_answered(media),
            deleted=sort == _REVOKED,
        )

    def _room(self, row: Row, known: _Known) -> ConversationFacts:
        number = row.whole("zchatsession")
        if number in known.rooms:
            return known.rooms[number]
        # A deleted chat leaves the other's jid in the message itself.
        account = known.person(row.text("ztojid") if row.whole("zisfromme") == 1 else row.text("zfromjid"))
        if account is None:
            return ConversationFacts(f"chat {number}", self.app)
        group = is_group(account)
        return ConversationFacts(account, self.app, members=(account, OWNER) if group is False else (), group=group)


def _shown(database: Database, exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    """Hidden ids and the accounts that they belong to: from this database or those beside it, by version."""
    for row in database.rows("ZWACHATSESSION"):
        jid, other = (account_of(row.text("zcontactjid")), account_of(row.text("zcontactidentifier")))
        if jid and other and jid.endswith("@lid") and other.endswith("@s.whatsapp.net"):
            yield jid, other
    for row in [
        *database.rows("ZWAPHONENUMBERLIDPAIR"),
        *_beside(exhibit, "LID.sqlite", "ZWAPHONENUMBERLIDPAIR"),
        *_beside(exhibit, "ContactsV2.sqlite", "ZWAADDRESSBOOKCONTACT"),
    ]:
        hidden, number = (row.text("zlid"), row.text("zwhatsappid") or row.text("zphonenumber"))
        if hidden and number:
            yield _with_server(hidden, "lid"), _with_server(number, "s.whatsapp.net")


def _names(database: Database, exhibit: Exhibit) -> Iterator[tuple[str | None, str | None]]:
    """Later names hold: people's own profile names, then the chat list's, then the address book's."""
    for row in database.rows("ZWAPROFILEPUSHNAME"):
        yield row.text("zjid"), row.text("zpushname")
    for row in database.rows("ZWAGROUPMEMBER"):
        yield row.text("zmemberjid"), row.text("zcontactname")
    for row in database.rows("ZWACHATSESSION"):
        yield row.text("zcontactjid"), row.text("zpartnername")
    for row in _beside(exhibit, "ContactsV2.sqlite", "ZWAADDRESSBOOKCONTACT"):
        yield (_with_server(row.text("zwhatsappid") or "", "s.whatsapp.net"), row.text("zfullname"))


def _beside(exhibit: Exhibit, name: str, table: str) -> list[Row]:
    beside = exhibit.beside(name)
    if beside is None:
        return []
    with closing(beside):
        return list(beside.database.rows(table)) if beside.database else []


def _with_server(identifier: str, server: str) -> str:
    if "@" in identifier or not identifier:
        return identifier
    return f"{''.join(filter(str.isdigit, identifier))}@{server}"


def _sender(row: Row, room: ConversationFacts, known: _Known) -> str | None:
    if row.whole("zisfromme") == 1:
        return OWNER
    member = known.members.get(row.whole("zgroupmember") or 0)
    if member or room.group is False:
        return member or room.conversation
    writer = known.person(row.text("zfromjid"))
    return None if writer == room.conversation else writer


def _words(sort: int, row: Row, media: Row | None) -> str:
    words = row.text("ztext") or ""
    if sort in _SYSTEM:
        event = f"group event {row.whole('zgroupeventtype')}" if sort == _SYSTEM[0] else "notice"
        return f"{event}: {words}" if words else event
    if media is None or words or sort == _REVOKED:
        return words or ("call" if sort == _CALL else "")
    # Documents keep their file name where pictures keep their caption.
    if _MEDIA.get(sort) == "location":
        return row.text("ztext") or ", ".join(filter(None, map(media.text, ("zlatitude", "zlongitude"))))
    return "" if _MEDIA.get(sort) == "document" else media.text("ztitle") or ""


def _attached(sort: int, row: Row, media: Row | None) -> tuple[str, ...]:
    if sort in (*_WORDS_ONLY, *_SYSTEM, _REVOKED, _CALL):
        return ()
    title = media.text("ztitle") if media and _MEDIA.get(sort) == "document" else None
    path = media.text("zmedialocalpath") if media else None
    sort_name = _MEDIA.get(sort) or (None if row.text("ztext") else f"message of type {sort}")
    name = title or (PurePosixPath(path).name if path else None) or sort_name
    return () if name is None else (name,)


def _kind(sort: int, attached: tuple[str, ...]) -> Kind:
    if sort in _SYSTEM:
        return Kind.SYSTEM
    if sort == _CALL:
        return Kind.CALL
    return Kind.MEDIA if attached else Kind.TEXT


def _answered(media: Row | None) -> str | None:
    metadata = media.get("zmetadata") if media else None
    if not isinstance(metadata, bytes) or not metadata.startswith(_QUOTED):
        return None
    quoted = metadata[2 : 2 + int.from_bytes(metadata[1:2], "big")]
    return quoted.decode("ascii", "replace") if quoted.isalnum() else None
