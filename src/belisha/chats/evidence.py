"""Walks through files, folders and archives, nested too, and gives every file in them as an exhibit."""

import io
import os
import posixpath
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from belisha.chats.archive import (
    DEEPEST,
    Budget,
    Member,
    Opening,
    Report,
    decompressed,
    is_compressed,
    is_tar,
    is_zip,
    spooled,
    tar_members,
    zip_members,
)
from belisha.chats.exhibit import Exhibit
from belisha.chats.unpacking import opened, part
from belisha.errors import Unreadable

_Opener = Callable[[Opening], Iterator[Member]]
_LEFT_OUT = "links are not followed, and devices and pipes not opened"


def exhibits(paths: Iterable[Path]) -> Iterator[Exhibit]:
    """Every file under ``paths``, each once, in a stable order. A file that cannot be opened carries its problem.

    Archives are opened, and given themselves only when they could not be. Links are not followed, devices not opened.
    An exhibit from an archive can be read only until the next one is asked for.
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for file in _files(path):
            if isinstance(file, Exhibit):
                yield file
                continue
            try:
                status = file.stat()
            except OSError as error:
                yield _failed(str(file), error)
                continue
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            yield from _open_all(_on_disk(file, status.st_size, path if path.is_dir() else path.parent), 0)


def _files(path: Path) -> Iterator[Path | Exhibit]:
    """The files under a path; for folders that cannot be listed, and for what is no file, an exhibit that says so."""
    if path.is_file() or not path.exists():
        yield path
        return
    if not path.is_dir():
        yield _failed(str(path), Unreadable("neither a file nor a folder"))
        return
    failures: list[OSError] = []
    others: list[str] = []
    for folder, folders, names in os.walk(path, onerror=failures.append):
        folders.sort()
        others += [str(link) for name in folders if (link := Path(folder, name)).is_symlink()]
        for name in sorted(names):
            file = Path(folder, name)
            if file.is_file() and not file.is_symlink():
                yield file
            else:
                others.append(str(file))
    yield from (_failed(str(error.filename), error) for error in failures)
    if others:
        remark = _failed(str(path), None)
        remark.report(f"{_LEFT_OUT}: {len(others)}", place=others[0], lost=False)
        yield remark


def _on_disk(path: Path, size: int, given: Path) -> Exhibit:
    def beside(name: str) -> Exhibit | None:
        other = path.parent / name
        return _on_disk(other, other.stat().st_size, given) if "/" not in name and other.is_file() else None

    def within(name: str) -> Exhibit | None:
        other = Path(os.path.normpath(path.parent / name))
        inside = other.resolve().is_relative_to(given.resolve()) and other.is_file()
        return _on_disk(other, other.stat().st_size, given) if inside else None

    exhibit = Exhibit(str(path), size, lambda: path.open("rb"), beside)
    exhibit.within = within
    return exhibit


def _open_all(exhibit: Exhibit, depth: int, outer: Budget | None = None) -> Iterator[Exhibit]:
    """The exhibit itself, or what is in it if it is an archive."""
    try:
        kind = _kind(exhibit.head)
    except (OSError, Unreadable) as error:
        yield _failed(exhibit.path, error)
        return
    if kind is None:
        yield exhibit
        return
    exhibit.taken_apart = True
    if depth >= DEEPEST:
        exhibit.report(f"archives nested more than {DEEPEST} deep", advice="unpack it by hand and scan the folder")
    else:
        yield from _open_archive(exhibit, kind, depth, outer)
    if exhibit.problems:
        yield exhibit


def _kind(head: bytes) -> _Opener | None:
    """How to open an archive that begins so; None for what is no archive."""
    if is_zip(head):
        return zip_members
    if is_tar(head):
        return tar_members
    return _single if is_compressed(head) else None


def _open_archive(exhibit: Exhibit, opener: _Opener, depth: int, outer: Budget | None) -> Iterator[Exhibit]:
    budget = Budget(exhibit.size, outer)
    try:
        with ExitStack() as closing:
            stream = _seekable(closing.enter_context(exhibit.open()), closing)
            members = list(opener(Opening(stream, exhibit.size, budget, exhibit.report, closing)))
            by_path = {member.path: member for member in members}
            for member in members:
                yield from _open_all(_in_archive(exhibit.path, member, by_path), depth + 1, budget)
    except Unreadable as error:
        exhibit.report(error.what, place=error.place, advice=error.advice)
    except OSError as error:
        exhibit.report(f"cannot be read ({error})")


def _single(given: Opening) -> Iterator[Member]:
    """The one file in compressed data, which may be a tar archive in turn."""
    spool = decompressed(given)
    size = spool.seek(0, os.SEEK_END)

    def reopen(report: Report) -> BinaryIO:
        return opened(part(spool, 0, size), size, report)

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
    exhibit = Exhibit(f"{archive}!/{inner}", member.size, lambda: member.open(exhibit.report), beside)
    exhibit.within = within
    return exhibit


def _seekable(source: BinaryIO, closing: ExitStack) -> BinaryIO:
    """The stream itself when it can be read from the middle, else a copy that can."""
    if source.seekable():
        return source
    spool = spooled(closing)
    while piece := source.read(1024 * 1024):
        spool.write(piece)
    spool.seek(0)
    return spool


def _failed(path: str, error: Exception | None) -> Exhibit:
    """An exhibit without content, with its problem."""
    exhibit = Exhibit(path, 0, io.BytesIO)
    exhibit.taken_apart = True
    if error is not None:
        what = error.what if isinstance(error, Unreadable) else f"cannot be read ({error})"
        exhibit.report(what, advice="check that the path exists and may be read")
    return exhibit
