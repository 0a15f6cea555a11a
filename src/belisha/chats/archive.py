"""Opens zip and tar archives as hostile input: bounded in depth, in number and in unpacked size."""

import bz2
import gzip
import lzma
import stat
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import BinaryIO, NamedTuple, cast

from belisha.errors import Unreadable

DEEPEST = 6
MOST_MEMBERS = 1_000_000
LARGEST_RATIO = 250
RATIO_APPLIES_FROM = 64 * 1024**2
_SPOOL = 32 * 1024**2
_TAR_MARK_AT = 257
_COMPLETE = "get a complete copy"
_COMPRESSIONS: dict[bytes, Callable[[BinaryIO], BinaryIO]] = {
    b"\x1f\x8b": lambda stream: cast("BinaryIO", gzip.open(stream)),
    b"BZh": lambda stream: cast("BinaryIO", bz2.open(stream)),
    b"\xfd7zXZ\x00": lambda stream: cast("BinaryIO", lzma.open(stream)),
}
_LONGEST_MARK = 6
_ADVICE = "unpack it by hand where that is safe, and scan the folder"


class Member(NamedTuple):
    """A file in an archive: its path inside, its unpacked size in bytes, and how to open it from its start."""

    path: str
    size: int
    open: Callable[[], BinaryIO]


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a zip archive does."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(head: bytes) -> bool:
    """Whether a file begins as a plain tar archive does."""
    return head[_TAR_MARK_AT : _TAR_MARK_AT + 5] == b"ustar"


def is_compressed(head: bytes) -> bool:
    """Whether a file begins as one compressed with gzip, bzip2 or xz does."""
    return head.startswith(tuple(_COMPRESSIONS))


def decompressed(stream: BinaryIO, packed: int, report: Callable[..., None], closing: ExitStack) -> BinaryIO:
    """A spooled copy of a compressed stream; what comes before damage is kept, and the damage reported.

    Raises:
        Unreadable: for a bomb.
    """
    head = stream.read(_LONGEST_MARK)
    stream.seek(0)
    opener = next(opener for mark, opener in _COMPRESSIONS.items() if head.startswith(mark))
    spool = cast("BinaryIO", closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOL)))
    unpacked = 0
    try:
        with opener(stream) as source:
            while piece := source.read(1024 * 1024):
                unpacked += len(piece)
                _refuse_bombs(unpacked, packed, 1)
                spool.write(piece)
    except (EOFError, OSError, zlib.error, lzma.LZMAError) as error:
        report(f"the compressed data break off ({error})", place=f"byte {unpacked}", advice=_COMPLETE)
    spool.seek(0)
    return spool


def zip_members(stream: BinaryIO, packed: int, report: Callable[..., None], closing: ExitStack) -> Iterator[Member]:
    """Members of a zip archive; refuses what would unpack to far more than it should.

    Raises:
        Unreadable: when it is no zip archive after all, or a bomb.
    """
    try:
        archive = closing.enter_context(zipfile.ZipFile(stream))
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(f"the zip archive is damaged ({error})", advice=_COMPLETE) from error
    _refuse_bombs(sum(entry.file_size for entry in entries), packed, len(entries))
    for entry in entries:
        if stat.S_ISLNK(entry.external_attr >> 16):
            continue
        if entry.flag_bits & 1:
            report("encrypted", place=entry.filename, advice="unpack it with its password and scan the folder")
            continue
        yield Member(entry.filename, entry.file_size, partial(_open_zip_member, archive, entry))


def tar_members(stream: BinaryIO, packed: int, report: Callable[..., None], closing: ExitStack) -> Iterator[Member]:
    """Members of a plain tar archive that can be read from the middle; damage ends the list and is reported."""
    unpacked = 0
    try:
        archive = closing.enter_context(tarfile.open(fileobj=stream, mode="r:"))
        for count, entry in enumerate(archive):
            _refuse_bombs(unpacked, packed, count)
            unpacked += entry.size
            if entry.isreg():
                yield Member(entry.name, entry.size, partial(_open_tar_member, archive, entry))
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        report(f"the tar archive breaks off ({error})", place=f"byte {unpacked}", advice=_COMPLETE)


def _open_tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> BinaryIO:
    source = archive.extractfile(entry)
    if source is None:
        raise Unreadable("the archive member has no content")
    return cast("BinaryIO", _Bounded(source, entry.size))


def _refuse_bombs(unpacked: int, packed: int, members: int) -> None:
    if members > MOST_MEMBERS:
        raise Unreadable(f"more than {MOST_MEMBERS:,} files in one archive", advice=_ADVICE)
    if unpacked > RATIO_APPLIES_FROM and unpacked > LARGEST_RATIO * max(packed, 1):
        raise Unreadable(
            f"would unpack to {unpacked / 1e6:,.0f} MB from {packed / 1e6:,.1f} MB, as a zip bomb does", advice=_ADVICE
        )


def _open_zip_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> BinaryIO:
    try:
        return cast("BinaryIO", _Bounded(archive.open(entry), entry.file_size))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(f"the archive member cannot be unpacked ({error})") from error


class Unclosed:
    """A stream that outlives those who read it: several readers look at it, one after another."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._stream)

    def close(self) -> None:
        """Does nothing: whoever opened the archive closes it."""

    def __enter__(self) -> "Unclosed":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Bounded:
    """A member that gives no more than its declared size and says so when its data are damaged."""

    def __init__(self, stream: object, size: int) -> None:
        self._stream = cast("BinaryIO", stream)
        self._left = size

    def read(self, size: int = -1) -> bytes:
        wanted = self._left if size < 0 else min(size, self._left)
        try:
            piece = self._stream.read(wanted)
        except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, OSError) as error:
            raise Unreadable(f"the archive member is damaged ({error})", advice=_COMPLETE) from error
        self._left -= len(piece)
        return piece

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def seekable(self) -> bool:
        return False

    def close(self) -> None:
        self._stream.close()

    def __enter__(self) -> "_Bounded":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
