"""What no format reads is named when it seems to be a chat, and passed over when it seems to be none."""

import os
import sqlite3
from pathlib import Path

import pytest

from belisha.chats.reading import read

CHAT = "Anna (19:04): hello\nBen (19:05): hi\nAnna (19:06): how are you\nBen (19:07): fine\n"
IRC = "[19:04] <anna> hello\n[19:05] <ben> hi\n[19:06] <anna> ok\n[19:07] <ben> bye\n"
JSON = '[{"author": "a", "when": 1, "content": "hi", "timestamp": 1},' * 4
SEEMS = {
    "msgstore.db.crypt15": (os.urandom(9000), "encrypted store or backup of WhatsApp"),
    "signal.sqlite": (os.urandom(9000), "encrypted store or backup of Signal"),
    "store.db": (os.urandom(9000), "encrypted database"),
    "phone.rar": (b"Rar!\x1a\x07\x01\0" + os.urandom(99), "RAR"),
    "backup.zip": (b"no archive at all", "named like an archive"),
    "messages.html": (b'<!DOCTYPE html><html><div class="page_wrap"><div class="history">', "Telegram as a web page"),
    "chat.txt": (CHAT.encode(), "chat in plain text"),
    "irc.log": (IRC.encode(), "chat in plain text"),
    "talk.json": (JSON.encode(), "layout that is not known"),
    "deep.json": (b'{"type": "personal_chat", "id": 1, "messages": ' + b"[" * 100_000, "cannot be read as JSON"),
    "list.csv": (b"From,Date,Colour\na,2026-03-02,red\n", "a table that may hold messages"),
    "msgstore.db": (b"", "empty"),
}


@pytest.mark.parametrize("name", SEEMS)
def test_what_seems_to_be_a_chat_is_named(name: str, tmp_path: Path) -> None:
    content, what = SEEMS[name]
    (tmp_path / name).write_bytes(content)
    (found,) = read([tmp_path])
    assert what in found.problems[0].what
    assert found.problems[0].advice
    assert found.problems[0].lost
    assert found.facts == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notes.txt", b"shopping: milk\neggs\nat 10:15 call the school\n"),
        ("photo.jpg", b"\xff\xd8\xff\xe0" + os.urandom(9000)),
        ("page.html", b"<!doctype html><html><body>the weather</body></html>"),
        ("settings.json", b'{"theme": "dark", "message": "hi"}'),
        ("stock.csv", b"item,price\nball,3\n"),
        ("server.log", b"2026-03-02 10:15:20 start\n2026-03-02 10:15:21 stop\n"),
    ],
)
def test_what_seems_to_be_none_is_passed_over(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert list(read([tmp_path])) == []


def test_a_table_of_messages_in_an_unknown_database_is_named(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "store")
    connection.executescript("CREATE TABLE chat_messages (body TEXT); INSERT INTO chat_messages VALUES ('hi');")
    connection.close()
    (found,) = read([tmp_path])
    assert "chat_messages, 1 rows" in found.problems[0].what
