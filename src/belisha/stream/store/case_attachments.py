"""Files that belong to cases: sealed by the vault, and checked against their hash whenever they are opened."""

import hashlib
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from belisha.errors import Unreadable, Unusable
from belisha.stream.store.audit import record
from belisha.stream.store.case_books import add_entry
from belisha.stream.store.cases import CaseRead, refuse_unless_open
from belisha.stream.store.database import key_of
from belisha.stream.store.desk_tables import attachments, cases
from belisha.stream.store.roles import Person
from belisha.stream.store.vault import Vault

_LONGEST_NAME = 200


class FileRead(msgspec.Struct, frozen=True):
    """An attached file without its bytes; ``added_at`` in seconds since 1970."""

    number: int
    name: str
    media: str
    size: int
    sha256: str
    added_at: float


def attach(  # noqa: PLR0913, PLR0917 - which file, to which case, by whom, when
    connection: Connection, vault: Vault, case: CaseRead, person: Person, file: tuple[str, str, bytes], now: float
) -> FileRead:
    """Seals a file (name, media type, bytes) and adds it to an open case.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when the case is not open any more, or the file has no name.
    """
    refuse_unless_open(connection, case, person)
    name, media, content = file
    name = name.replace("\\", "/").rpartition("/")[2].strip()[:_LONGEST_NAME]
    if not name:
        raise Unusable("A file needs a name.")
    digest = hashlib.sha256(content)
    values = {"case": case.number, "name": name, "media": media or "application/octet-stream", "size": len(content)}
    sealed = vault.seal(content, _belongs_to(case.number, digest.digest()))
    done = connection.execute(insert(attachments).values(**values, hashed=digest.digest(), sealed=sealed, added_at=now))
    assert done.inserted_primary_key is not None  # noqa: S101 - one row was inserted
    number = int(done.inserted_primary_key[0])
    said = {"at": now, "what": "added file", "note": "", "file": number, "sha256": digest.hexdigest()}
    add_entry(connection, case.number, person, said)
    record(connection, person, "added file", now, platform=case.platform, case=case.number, file=number)
    return FileRead(number, name, str(values["media"]), len(content), digest.hexdigest(), now)


def files_of(connection: Connection, platform: str, number: int) -> list[FileRead]:
    """The files of a case."""
    return [_file(row) for row in connection.execute(_question(platform, number))]


def file_content(
    connection: Connection, vault: Vault, platform: str, case: int, number: int
) -> tuple[FileRead, bytes] | None:
    """One file with its bytes; None when this case of this platform has none.

    Raises:
        Unreadable: when its bytes are not those that were added.
    """
    question = _question(platform, case, attachments.c.sealed).where(attachments.c.number == number)
    row = connection.execute(question).first()
    if row is None:
        return None
    if not row.sealed:
        raise Unreadable("this file was deleted when its time to be kept had passed; its hash stays", place=row.name)
    content = vault.open(row.sealed, _belongs_to(case, bytes(row.hashed)))
    if hashlib.sha256(content).digest() != bytes(row.hashed):
        raise Unreadable("this file is not the one that was added", place=row.name)
    return _file(row), content


def _question(platform: str, case: int, *more: Any) -> Any:  # noqa: ANN401 - columns, and a question with them
    names = ("number", "name", "media", "size", "hashed", "added_at")
    question = select(*(attachments.c[name] for name in names), *more).join(cases, cases.c.number == attachments.c.case)
    return question.where(cases.c.platform == platform, cases.c.number == case).order_by(attachments.c.number)


def _file(row: Any) -> FileRead:  # noqa: ANN401 - a row
    return FileRead(row.number, row.name, row.media, row.size, bytes(row.hashed).hex(), row.added_at)


def _belongs_to(case: int, hashed: bytes) -> bytes:
    return key_of("attachment", str(case), hashed.hex())
