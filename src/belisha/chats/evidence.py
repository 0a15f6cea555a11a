"""Walks through files, folders and archives, nested too, and gives every file in them as an exhibit."""

import io
import os
import posixpath
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from belisha.chats.archive import (
    DEEPEST,
    Member,
    Unclosed,
    decompressed,
    is_compressed,
    is_tar,
    is_zip,
    tar_members,
    zip_members,
)
from belisha.chats.exhibit import Exhibit
from belisha.errors import Unreadable

_SPOOL = 32 * 1024**2
_Opener = Callable[[BinaryIO, int, Callable[..., None], ExitStack], Iterator[Member]]


def exhibits(paths: Iterable[Path]) -> Iterator[Exhibit]:
    """Every file under ``paths``, each once, in a stable order. A file that cannot be opened carries its problem.

    Archives are opened, and given themselves only when they could not be. Links are not followed, devices not opened. An
    exhibit from an archive can be read only until the next one is asked for.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for file in _files(path):
            try:
                status = file.stat()
            except OSError as error:
                yield _failed(str(file), error)
                continue
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            yield from _open_all(_on_disk(file, status.st_size, path if path.is_dir() else path.parent), 0)


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield file


def _on_disk(path: Path, size: int, given: Path) -> Exhibit:
    def beside(name: str) -> Exhibit | None:
        other = path.parent / name
        return _on_disk(other, other.stat().st_size, given) if "/" not in name and other.is_file() else None

    def within(name: str) -> Exhibit | None:
        other = Path(os.path.normpath(path.parent / name))
        inside = other.resolve().is_relative_to(given.resolve()) and other.is_file()
        return _on_disk(other, other.stat().st_size, given) if inside else None

    exhibit = Exhibit(str(path), size, partial(path.open, "rb"), beside)
    exhibit.within = within
    return exhibit


def _open_all(exhibit: Exhibit, depth: int) -> Iterator[Exhibit]:
    """The exhibit itself, or what is in it if it is an archive."""
    try:
        kind = _kind(exhibit.head)
    except (OSError, Unreadable) as error:
        yield _failed(exhibit.path, error)
        return
    if kind is None:
        yield exhibit
    elif depth >= DEEPEST:
        exhibit.report(f"archives nested more than {DEEPEST} deep", advice="unpack it by hand and scan the folder")
        yield exhibit
    else:
        yield from _open_archive(exhibit, kind, depth)


def _kind(head: bytes) -> _Opener | None:
    """How to open an archive that begins so; None for what is no archive."""
    if is_zip(head):
        return zip_members
    if is_tar(head):
        return tar_members
    return _single if is_compressed(head) else None


def _open_archive(exhibit: Exhibit, opener: _Opener, depth: int) -> Iterator[Exhibit]:
    try:
        with ExitStack() as closing:
            stream = _seekable(closing.enter_context(exhibit.open()), closing)
            members = list(opener(stream, exhibit.size, exhibit.report, closing))
            by_path = {member.path: member for member in members}
            for member in members:
                yield from _open_all(_in_archive(exhibit.path, member, by_path), depth + 1)
    except Unreadable as error:
        exhibit.report(error.what, place=error.place, advice=error.advice)
    except OSError as error:
        exhibit.report(f"cannot be read ({error})")
    if exhibit.problems:
        yield exhibit


def _single(stream: BinaryIO, packed: int, report: Callable[..., None], closing: ExitStack) -> Iterator[Member]:
    """The one file in compressed data, which may be a tar archive in turn."""
    spool = decompressed(stream, packed, report, closing)
    size = spool.seek(0, os.SEEK_END)

    def reopen() -> BinaryIO:
        spool.seek(0)
        return cast("BinaryIO", Unclosed(spool))

    yield Member("", size, reopen)


def _in_archive(archive: str, member: Member, others: dict[str, Member]) -> Exhibit:
    folder = member.path.rpartition("/")[0]

    def beside(name: str) -> Exhibit | None:
        other = others.get(f"{folder}/{name}" if folder else name)
        return None if other is None else _in_archive(archive, other, others)

    def within(name: str) -> Exhibit | None:
        other = others.get(posixpath.normpath(posixpath.join(folder, name)))
        return None if other is None else _in_archive(archive, other, others)

    # Compressed data hold one file without a name of its own: it is the archive's name less the last ending.
    inner = member.path or archive.rpartition("/")[2].rpartition(".")[0]
    exhibit = Exhibit(f"{archive}!/{inner}", member.size, member.open, beside)
    exhibit.within = within
    return exhibit


def _seekable(source: BinaryIO, closing: ExitStack) -> BinaryIO:
    """The stream itself when it can be read from the middle, else a copy that can."""
    if source.seekable():
        return source
    spool = cast("BinaryIO", closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOL)))
    while piece := source.read(1024 * 1024):
        spool.write(piece)
    spool.seek(0)
    return spool


def _failed(path: str, error: Exception) -> Exhibit:
    exhibit = Exhibit(path, 0, _empty)
    what = error.what if isinstance(error, Unreadable) else f"cannot be read ({error})"
    exhibit.report(what, advice="check that the path exists and may be read")
    return exhibit


def _empty() -> BinaryIO:
    return io.BytesIO()
