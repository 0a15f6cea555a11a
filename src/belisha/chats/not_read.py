"""Says of a file that no format reads what it seems to be, so that no chat is passed over in silence.

A line here is no reader: it names what stands in the file and how to get at it. Once a format reads it, that comes
first.
"""

import re
import zlib
from collections.abc import Callable
from fnmatch import fnmatch
from typing import NamedTuple

from belisha.chats.column_names import role_of
from belisha.chats.database import MAGIC
from belisha.chats.exhibit import Exhibit

_JSONL = "make it messages.jsonl (docs/messages-jsonl.md) or a CSV table with a header"


class Unread(NamedTuple):
    """What a file seems to be, and what to do about it."""

    what: str
    advice: str


_MARKS = {
    b"Rar!\x1a\x07": Unread("a RAR archive, which is not opened", "unpack it and scan the folder"),
    b"7z\xbc\xaf\x27\x1c": Unread("a 7-Zip archive, which is not opened", "unpack it and scan the folder"),
    b"\x28\xb5\x2f\xfd": Unread("compressed with Zstandard, which is not opened", "unpack it and scan the folder"),
    b"ANDROID BACKUP\n": Unread("an Android backup, which is not opened", "turn it into a tar archive and scan that"),
    b"EVF\x09": Unread("a disk image, which is not opened", "mount it read-only and scan the folder"),
}
_ENCRYPTED = {
    "*.crypt[0-9]*": "WhatsApp",
    "signal-*.backup": "Signal",
    "signal.db": "Signal",
    "signal.sqlite": "Signal",
    "enmicromsg*.db": "WeChat",
    "threema*.db": "Threema",
    "session.db": "Session",
    "wickr*.db": "Wickr",
}
"""Names of files that the app itself encrypts."""
_DATABASES = ("*.db", "*.sqlite", "*.sqlite3", "*.db3", "*.sqlitedb")
_ARCHIVES = ("*.zip", "*.tar", "*.tgz", "*.gz", "*.ufdr")
_RANDOM = 0.99
"""What encrypted bytes still measure, compressed."""
_GLANCE, _LEAST = 4096, 512
_PAGES = {
    "Telegram": (b"page_wrap", b"history"),
    "Facebook or Instagram": (b"_a6-g", b"_a6-p"),
    "Discord": (b"chatlog__message",),
    "Snapchat": (b"snapchat", b"chat history"),
}
"""What stands in the web pages of exports; the first that has both counts."""
_TREES = {
    b"pa.cellebrite.com": "a Cellebrite report",
    b"<conversations": "conversations in XML",
}
_TABLE = re.compile("messag|chat|^msg|sms|conversation", re.IGNORECASE)
_WORDS = re.compile("text|body|content|message|msg|data", re.IGNORECASE)
_SAID = re.compile(rb'"(?:text|body|content|message|msg)"\s*:\s*"')
_WHO = re.compile(rb'"(?:from|sender|author|user|username|from_id|senderName|sender_id)"\s*:')
_WHEN = re.compile(rb'"(?:date|time|timestamp|created_?at|sent_?at|ts|createdTime)"\s*:')
_LINE = re.compile(
    r"(?:^[^\w<]{0,2}\d[\d:./ \-]{3,20}[^\w<]{0,3}|^)<?[^\W\d][\w .'+-]{0,30}>?(?: ?\([^)]{3,25}\))?[:>] \S"
)
_CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")
_OFTEN, _FEW = 0.6, 3


def seems_to_be(exhibit: Exhibit) -> Unread | None:
    """What a file seems to be, for one that no format recognised; None for what seems to be no chat at all."""
    marked = next((unread for mark, unread in _MARKS.items() if exhibit.head.startswith(mark)), None)
    if marked is not None:
        return marked
    ways: tuple[Callable[[Exhibit], Unread | None], ...] = (_store, _cipher, _page, _tree, _json, _table, _lines)
    return next((unread for way in ways if (unread := way(exhibit))), None)


def _store(exhibit: Exhibit) -> Unread | None:
    """A database with a table of messages, of an app that is not known."""
    database = exhibit.database if exhibit.head.startswith(MAGIC) else None
    for table, columns in database.tables.items() if database else ():
        if _TABLE.search(table) and any(_WORDS.search(column) for column in columns):
            rows = sum(1 for _ in zip(range(1000), database.rows(table), strict=False)) if database else 0
            if rows:
                what = f"a database with a table of messages ({table}, {rows} rows or more)"
                return Unread(f"{what} of an app or version not known", _JSONL)
    return None


def _cipher(exhibit: Exhibit) -> Unread | None:
    """An encrypted store, by its name or by bytes without any order; or an archive that is none."""
    name = exhibit.name.lower()
    app = next((app for pattern, app in _ENCRYPTED.items() if fnmatch(name, pattern)), "")
    if exhibit.head.startswith(MAGIC) or not exhibit.size:
        return None
    glance = exhibit.head[:_GLANCE]
    disordered = len(glance) >= _LEAST and len(zlib.compress(glance)) > _RANDOM * len(glance)
    if app and disordered:
        what = f"an encrypted store or backup of {app}"
    elif disordered and any(fnmatch(name, pattern) for pattern in _DATABASES):
        what = "looks like an encrypted database"
    elif any(fnmatch(name, pattern) for pattern in _ARCHIVES):
        return Unread("named like an archive, but damaged or none", "get a complete copy")
    else:
        return None
    return Unread(what, "decrypt it with the key of the device or its owner, and scan the result")


def _page(exhibit: Exhibit) -> Unread | None:
    head = exhibit.head.lower()
    if b"<html" not in head and b"<!doctype html" not in head:
        return None
    app = next((app for app, marks in _PAGES.items() if all(mark.lower() in head for mark in marks)), None)
    advice = "export it again and choose JSON (or text) in place of HTML"
    return Unread(f"looks like a chat of {app} as a web page, which is not read", advice) if app else None


def _tree(exhibit: Exhibit) -> Unread | None:
    if not exhibit.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return None
    sort = next((sort for mark, sort in _TREES.items() if mark in exhibit.head), None)
    return Unread(f"looks like {sort}, which is not read", _JSONL) if sort else None


def _json(exhibit: Exhibit) -> Unread | None:
    """JSON in which people say things, in a layout that is not known, or too damaged to be read."""
    if exhibit.json_failed:
        what = "looks like an export in JSON, but cannot be read as JSON"
        return Unread(what, "it is damaged or nested too deep: export it again, or look for a complete copy")
    if not exhibit.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return None
    said, who, when = (len(pattern.findall(exhibit.head)) for pattern in (_SAID, _WHO, _WHEN))
    if min(said, who, when) >= _FEW:
        return Unread("looks like messages in JSON, in a layout that is not known", _JSONL)
    return None


def _table(exhibit: Exhibit) -> Unread | None:
    """A table whose header names some of what messages need, but not enough."""
    if not exhibit.name.lower().endswith((".csv", ".tsv")) or not exhibit.looks_like_text():
        return None
    header = exhibit.beginning.lstrip().partition("\n")[0]
    roles = {role_of(cell.strip(" \"'\r")) for cell in re.split("[,;\t|]", header)}
    if "text" in roles or ("sender" in roles and not roles.isdisjoint(("time", "date"))):
        return Unread(
            "a table that may hold messages, but without a header that names text, and sender or time", _JSONL
        )
    return None


def _lines(exhibit: Exhibit) -> Unread | None:
    """Lines in which names, times and words follow each other."""
    if not exhibit.looks_like_text() or exhibit.head.startswith((b"{", b"[{", b"<")):
        return None
    lines = [line for line in exhibit.beginning.split("\n")[:200] if line.strip()]
    alike = [line for line in lines if _LINE.match(line)]
    speakers = {re.split("[:>] ", _CLOCK.sub("", line), maxsplit=1)[0] for line in alike}
    timed = sum(_CLOCK.search(line) is not None for line in alike)
    if (
        len(alike) >= _FEW
        and len(alike) >= _OFTEN * len(lines)
        and timed >= _OFTEN * len(alike)
        and _repeat(speakers, alike)
    ):
        return Unread("looks like a chat in plain text, in a layout that is not known", _JSONL)
    return None


def _repeat(speakers: set[str], lines: list[str]) -> bool:
    """Whether the same few people speak again and again."""
    return 1 < len(speakers) < len(lines)
