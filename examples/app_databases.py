"""Writes the databases that WhatsApp, Kik and the telephone itself keep on an Android phone."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from examples.chat_sources import HERE, Chat, Line, Person

_WHATSAPP_TEXT, _WHATSAPP_IMAGE = 0, 1
_SMS_RECEIVED, _SMS_SENT = 1, 2


@contextmanager
def _database(path: Path, schema: str) -> Iterator[sqlite3.Connection]:
    """A new database with the app's own tables."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / "schemas" / f"{schema}.sql").read_text("utf-8"))
        yield connection
        connection.commit()


def _insert(connection: sqlite3.Connection, table: str, **row: object) -> int:
    marks = ", ".join("?" * len(row))
    statement = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - names of ours
    return connection.execute(statement, tuple(row.values())).lastrowid or 0


def _in_order(chats: Iterable[Chat]) -> list[tuple[Line, int, Chat]]:
    """All lines of all chats by time, each with the number of its chat, from 1."""
    said = [(line, number, chat) for number, chat in enumerate(chats, 1) for line in chat.lines]
    return sorted(said, key=lambda entry: (entry[0].at, entry[1]))


def whatsapp_android(chats: list[Chat], folder: Path) -> None:
    """``msgstore.db`` with the chats, ``wa.db`` with the names."""
    everybody = sorted({person for chat in chats for person in chat.others}, key=lambda person: person.nr)
    with _database(folder / "msgstore.db", "msgstore") as store:
        jids = {person: _jid(store, person.number.removeprefix("+"), "s.whatsapp.net", 0) for person in everybody}
        _insert(store, "message", _id=1, chat_row_id=-1, from_me=0, key_id="-1", message_type=-1)
        for number, chat in enumerate(chats, 1):
            jid = jids[chat.others[0]]
            if chat.title:
                jid = _jid(store, f"1203630000000000{number:02}", "g.us", 1)
                for member in chat.others:
                    _insert(store, "group_participant_user", group_jid_row_id=jid, user_jid_row_id=jids[member], rank=0)
            created = chat.lines[0].unix * 1000
            _insert(store, "chat", _id=number, jid_row_id=jid, subject=chat.title or None, created_timestamp=created)
        for line, number, chat in _in_order(chats):
            _whatsapp_message(store, line, number, chat, jids)
    with _database(folder / "wa.db", "wa") as contacts:
        for person in everybody:
            written = {"number": person.number, "display_name": person.name, "given_name": person.name}
            _insert(contacts, "wa_contacts", jid=person.jid, is_whatsapp_user=1, **written)


def _jid(store: sqlite3.Connection, user: str, server: str, kind: int) -> int:
    return _insert(store, "jid", user=user, server=server, agent=0, device=0, type=kind, raw_string=f"{user}@{server}")


def _whatsapp_message(store: sqlite3.Connection, line: Line, number: int, chat: Chat, jids: dict[Person, int]) -> None:
    mine = line.sender == chat.owner
    row = _insert(
        store,
        "message",
        chat_row_id=number,
        from_me=int(mine),
        key_id=f"3EB0{number:02X}{line.unix:X}",
        sender_jid_row_id=0 if mine or not chat.title else jids[line.sender],
        status=13 if mine else 0,
        timestamp=line.unix * 1000,
        received_timestamp=line.unix * 1000 + 400,
        message_type=_WHATSAPP_IMAGE if line.attachment else _WHATSAPP_TEXT,
        text_data=line.text or None,
    )
    if line.attachment:
        path = f"Media/WhatsApp Images/{line.attachment}"
        _insert(store, "message_media", message_row_id=row, chat_row_id=number, file_path=path, mime_type="image/jpeg")


def android_sms(chats: list[Chat], folder: Path) -> None:
    """``mmssms.db``: one thread to a chat."""
    with _database(folder / "mmssms.db", "mmssms") as store:
        _insert(store, "android_metadata", locale="en_GB")
        for number, chat in enumerate(chats, 1):
            _insert(store, "canonical_addresses", _id=number, address=chat.others[0].number)
            last = chat.lines[-1].unix * 1000
            _insert(store, "threads", _id=number, date=last, message_count=len(chat.lines), recipient_ids=str(number))
        for line, number, chat in _in_order(chats):
            mine = line.sender == chat.owner
            _insert(
                store,
                "sms",
                thread_id=number,
                address=chat.others[0].number,
                date=line.unix * 1000,
                date_sent=0 if mine else line.unix * 1000 - 900,
                read=1,
                type=_SMS_SENT if mine else _SMS_RECEIVED,
                body=line.text,
                seen=1,
            )


def kik_android(chats: list[Chat], folder: Path) -> None:
    """``<account>.kikDatabase.db``: contacts and messages."""
    with _database(folder / "1a2b3c4d-0000-4000-8000-000000000101.kikDatabase.db", "kik") as store:
        jids = {chat.name: f"{chat.others[0].handle}_{chat.others[0].nr:03x}@talk.kik.com" for chat in chats}
        for chat in chats:
            other = chat.others[0]
            names = {"display_name": other.name, "user_name": other.handle}
            _insert(store, "KIKcontactsTable", jid=jids[chat.name], is_group=0, in_roster=1, **names)
        for line, number, chat in _in_order(chats):
            _insert(
                store,
                "messagesTable",
                body=line.text,
                partner_jid=jids[chat.name],
                was_me=int(line.sender == chat.owner),
                read_state=500,
                uid=f"00000000-0000-4000-{0x8000 + number:x}-0000{line.unix:08x}",
                length=len(line.text),
                timestamp=line.unix * 1000,
                bin_id=jids[chat.name],
            )
