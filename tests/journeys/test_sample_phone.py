"""The shipped phone is what its sources say, and gets the lights that they expect."""

import io
import sqlite3
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from examples.build_phone import build
from examples.chat_sources import Chat, chats
from tests.journeys.command_line import PHONE, belisha, findings

CHATS = chats()
ONE_MEGABYTE = 1_000_000


def _content(name: str, content: bytes, scratch: Path) -> Iterator[tuple[str, Any]]:
    """A file's content apart from how SQLite and zlib of this machine lay it out."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.namelist():
                yield from _content(f"{name}!/{member}", archive.read(member), scratch)
    elif name.endswith(".tar.gz"):
        with tarfile.open(fileobj=io.BytesIO(content)) as packed:
            for entry in packed:
                stream = packed.extractfile(entry)
                assert stream is not None
                yield from _content(f"{name}!/{entry.name}", stream.read(), scratch)
    elif content.startswith(b"SQLite format 3"):
        database = scratch / "one.db"
        database.write_bytes(content)
        with closing(sqlite3.connect(database)) as connection:
            yield name, list(connection.iterdump())
    else:
        yield name, content


def _contents(folder: Path, scratch: Path) -> dict[str, Any]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = (_content(path.relative_to(folder).as_posix(), path.read_bytes(), scratch) for path in files)
    return {name: content for each in found for name, content in each}


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = tmp_path_factory.mktemp("scanned") / "findings.json"
    result = belisha("scan", PHONE, "--json", file, "--jobs", 1)
    assert result.exit_code == 0, result.output
    return findings(file)


def test_the_shipped_files_are_what_the_sources_say(tmp_path: Path) -> None:
    build(tmp_path / "phone")
    assert _contents(PHONE, tmp_path) == _contents(tmp_path / "phone", tmp_path), "run python -m examples.build_phone"
    assert sum(path.stat().st_size for path in PHONE.rglob("*") if path.is_file()) < ONE_MEGABYTE


def test_every_message_of_every_chat_is_read(scanned: dict[str, Any]) -> None:
    notices = sum(chat.app == "whatsapp_text" for chat in CHATS)
    read = sum(each["messages"] for each in scanned["conversations"])
    assert read == sum(len(chat.lines) for chat in CHATS) + notices
    assert len(scanned["conversations"]) == len(CHATS)
    assert not [problem for file in scanned["input"] for problem in file["problems"] if problem["lost"]]


def _cases() -> Iterator[Any]:
    for chat in CHATS:
        marks = [pytest.mark.xfail(reason=chat.misses, strict=True)] if chat.misses else []
        yield pytest.param(chat, id=chat.name, marks=marks)


def _finding(chat: Chat, scanned: dict[str, Any]) -> dict[str, Any]:
    """The conversation that began in the same minute: no two chats of the phone do."""
    minute = chat.lines[0].at.isoformat()[:16]
    (found,) = (each for each in scanned["conversations"] if each["first"][:16] == minute)
    return dict(found)


@pytest.mark.parametrize("chat", list(_cases()))
def test_light_is_the_expected_one(chat: Chat, scanned: dict[str, Any]) -> None:
    assert _finding(chat, scanned)["light"] == chat.light


@pytest.mark.parametrize(
    "chat", [each for each in CHATS if each.subject and not each.misses], ids=lambda chat: chat.name
)
def test_concern_is_about_the_stranger_and_never_about_the_child(chat: Chat, scanned: dict[str, Any]) -> None:
    assert chat.subject is not None
    subject = _finding(chat, scanned)["subject"]
    plain = {chat.subject.name, chat.subject.handle, chat.subject.jid, f"1{chat.subject.nr:017}"}
    assert subject in plain or subject.startswith(f"{chat.subject.handle}_")


def test_who_writes_to_two_children_is_shown_as_one_account(scanned: dict[str, Any]) -> None:
    several = [each for each in scanned["accounts"] if each["light"] != "green" and len(each["conversations"]) > 1]
    assert [each["title"] for each in several] == ["PixelRaven"]
