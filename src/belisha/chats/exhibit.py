"""One file of the evidence: opened read-only, hashed, and looked at without trusting anything in it."""

import hashlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from belisha.chats.broken_characters import as_meant, without_broken_characters
from belisha.chats.cut_json import mend
from belisha.chats.database import MAGIC, Database
from belisha.chats.encodings import decoded, narrow
from belisha.errors import Unreadable
from belisha.model import Problem

HEAD = 65_536
LARGEST_TEXT = 2 * 1024**3
_SIDE_FILES = ("-wal", "-journal")
_MARK = b"\xef\xbb\xbf"
"""The byte order mark of UTF-8."""
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
"""Characters that no text has; NULs do stand in text that was copied from a damaged disk."""
_RARELY = 100
"""So seldom they are damage, and oftener the file is no text."""


class Exhibit:
    """A file, or a member of an archive, with its path, its hash and what went wrong while reading it.

    Args:
        path: as it is shown to people; members of archives as ``phone.zip!/chats/result.json``.
        size: in bytes.
        opener: opens the content for reading from its start; called as often as needed.
        beside: gives another file of the same folder by name, or None.
    """

    def __init__(
        self,
        path: str,
        size: int,
        opener: Callable[[], BinaryIO],
        beside: "Callable[[str], Exhibit | None]" = lambda _name: None,
    ) -> None:
        self.path = path
        self.size = size
        self.open = opener
        self.beside = beside
        self.within: Callable[[str], Exhibit | None] = lambda _name: None
        """Gives a file by its path from this one's folder (``../index.json``), or None; never one from outside of the
        folder or the archive that was handed over."""
        self.taken_apart = False
        """An archive, whose members are exhibits of their own, or what cannot be opened: nothing for a format."""
        self.problems: list[Problem] = []
        self._told: set[Problem] = set()
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The path in pieces, archives counted as folders."""
        return tuple(part for part in re.split(r"!?[/\\]", self.path) if part)

    @property
    def name(self) -> str:
        """The last piece of the path."""
        return self.parts[-1] if self.parts else self.path

    @property
    def folder(self) -> str:
        """The last but one piece of the path, or empty."""
        return self.parts[-2] if len(self.parts) > 1 else ""

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB; of text in UTF-16 the same in UTF-8."""
        with self.open() as stream:
            return narrow(stream.read(HEAD))

    @cached_property
    def beginning(self) -> str:
        """The head as text, without NULs; undecodable bytes left out."""
        return self.head.removeprefix(_MARK).decode("utf-8", "ignore").replace("\0", "")

    @cached_property
    def sha256(self) -> str:
        """Of the whole content, hexadecimal."""
        with self.open() as stream:
            return hashlib.file_digest(cast("io.BufferedIOBase", stream), "sha256").hexdigest()

    def report(self, what: str, *, place: str = "", advice: str = "", lost: bool = True) -> None:
        """Notes a problem, once; reading goes on."""
        problem = Problem(self.path, place, what, advice, lost)
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)

    def content(self) -> bytes:
        """Everything in the file; of text in UTF-16 the same in UTF-8.

        Raises:
            Unreadable: when it is too large to be held in memory.
        """
        if self.size > LARGEST_TEXT:
            raise Unreadable(f"larger than {LARGEST_TEXT // 1024**3} GiB", advice="split the export into smaller files")
        with self.open() as stream:
            return narrow(stream.read())

    def text(self) -> str:
        """The content as text: UTF-8, also where some of it is damaged; else Windows-1252. NULs are left out."""
        content = self.content().removeprefix(_MARK)
        if b"\0" in content:
            count = content.count(b"\0")
            self.report(f"{count} NUL characters were left out", place=f"byte {content.index(0)}", lost=False)
            content = content.replace(b"\0", b"")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            text, doubt = decoded(content)
            self.report(doubt, place=f"byte {error.start}", lost=False)
            return text

    def looks_like_text(self) -> bool:
        """Whether the head holds text and not binary data."""
        odd = len(_CONTROL.findall(self.head))
        return bool(self.beginning) and not self.head.startswith(MAGIC) and odd * _RARELY <= len(self.head)

    @cached_property
    def json(self) -> Any:  # noqa: ANN401 - foreign JSON has no type until a format gives it one
        """The content as a JSON tree, parsed once; None when it is not JSON. A cut-off tree is mended and reported."""
        start = self.head[:64].removeprefix(_MARK).lstrip(b" \t\r\n")
        if not start.startswith((b"{", b"[")):
            return None
        content = self.content().removeprefix(_MARK)
        try:
            return msgspec.json.decode(content)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
            return self._forgiven(content)

    @property
    def json_failed(self) -> bool:
        """Whether some format took the content for its JSON, and it could not be read."""
        return self.__dict__.get("json", self) is None and self.head.lstrip(_MARK + b" \t\r\n").startswith((b"{", b"["))

    @cached_property
    def database(self) -> Database | None:
        """The content as an SQLite database, or None; opened on a copy so that the evidence cannot change."""
        if not self.head.startswith(MAGIC):
            return None
        self._folder = tempfile.TemporaryDirectory(prefix="belisha-")
        copy = Path(self._folder.name) / "database"
        self._copy_to(copy)
        for suffix in _SIDE_FILES:
            side = self.beside(self.name + suffix)
            if side is not None:
                side._copy_to(Path(f"{copy}{suffix}"))  # noqa: SLF001 - of the same class
        return Database(copy, self.report)

    def close(self) -> None:
        """Lets go of what was parsed or copied."""
        database = self.__dict__.pop("database", None)
        if database is not None:
            database.close()
        self.__dict__.pop("json", None)
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _copy_to(self, path: Path) -> None:
        with self.open() as stream, path.open("wb") as copy:
            shutil.copyfileobj(stream, copy, 1024 * 1024)

    def _forgiven(self, content: bytes) -> Any:  # noqa: ANN401 - see json
        """The tree of JSON with broken characters, which apps do write (half an emoji), or of a cut-off one."""
        meant = as_meant(content)
        whole = without_broken_characters(meant)
        try:
            tree = json.loads(whole, strict=False)
        except (ValueError, RecursionError):
            return self._mended(whole)
        if whole != meant:
            self.report("some characters are no valid text; they are shown as ?", lost=False)
        return tree

    def _mended(self, content: bytes) -> Any:  # noqa: ANN401 - see json
        mended = mend(content)
        if mended is None:
            return None
        try:
            tree = json.loads(mended.content, strict=False)
        except (ValueError, RecursionError):
            return None
        self.report(
            "the JSON breaks off or is damaged; everything before that place was read",
            place=f"byte {mended.cut_at}",
            advice="export it again, or look for a complete copy",
        )
        return tree
