"""Opens zip and tar archives as hostile input: bounded in depth, in number and in unpacked size."""

import lzma
import stat
import struct
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import BinaryIO, NamedTuple, cast

from belisha.chats.unpacking import BY_MARK, NOT_PACKED, OF_ZIP, opened, packed_part, part, unpacked, with_checksum
from belisha.errors import Unreadable

DEEPEST = 6
MOST_MEMBERS = 1_000_000
LARGEST_RATIO = 250
RATIO_APPLIES_FROM = 64 * 1024**2
Report = Callable[..., None]
"""Called with (what, place=, advice=)."""
_SPOOL = 32 * 1024**2
_TAR_HEADER, _TAR_MARK, _TAR_SUM = 512, slice(257, 262), slice(148, 156)
_ZIP_HEADER = struct.Struct("<4s5H3I2H")
"""Local file header (APPNOTE 4.3.7)."""
_ZIP_MARK, _SIZES_FOLLOW, _IN_UTF_8, _ENCRYPTED = b"PK\x03\x04", 8, 0x800, 1
_COMPLETE = "get a complete copy"
_ADVICE = "unpack it by hand where that is safe, and scan the folder"


class Member(NamedTuple):
    """A file in an archive: its path inside, its unpacked size in bytes, and how to open it from its start.

    ``open`` takes what it calls when the member turns out to be damaged.
    """

    path: str
    size: int
    open: Callable[[Report], BinaryIO]


class Budget:
    """How much may come out of an archive and of those in it: what a bomb exceeds.

    Args:
        packed: size of the archive in bytes.
        outer: the budget of the archive that it lies in.
    """

    def __init__(self, packed: int, outer: "Budget | None" = None) -> None:
        self._packed = packed
        self._outer = outer
        self._bytes = self._members = 0

    def take(self, size: int, members: int = 0) -> None:
        """Counts what came or is to come out.

        Raises:
            Unreadable: when it is too much.
        """
        self._bytes += size
        self._members += members
        if self._members > MOST_MEMBERS:
            raise Unreadable(f"more than {MOST_MEMBERS:,} files in one archive", advice=_ADVICE)
        if self._bytes > max(RATIO_APPLIES_FROM, LARGEST_RATIO * self._packed):
            what = f"would unpack to {self._bytes / 1e6:,.0f} MB from {self._packed / 1e6:,.1f} MB, as a zip bomb does"
            raise Unreadable(what, advice=_ADVICE)
        if self._outer is not None:
            self._outer.take(size, members)


class Opening(NamedTuple):
    """What opening an archive needs: its bytes, what may come out, where damage is told, and what closes it all."""

    stream: BinaryIO
    size: int
    budget: Budget
    report: Report
    closing: ExitStack


def is_zip(head: bytes) -> bool:
    """Whether a file begins as a zip archive does."""
    return head.startswith((_ZIP_MARK, b"PK\x05\x06"))


def is_tar(head: bytes) -> bool:
    """Whether a file begins as a plain tar archive does, those of before 1988 included: by mark or checksum."""
    header = head[:_TAR_HEADER]
    if header[_TAR_MARK] == b"ustar":
        return True
    try:
        stated = int(header[_TAR_SUM].strip(b" \0"), 8)
    except ValueError:
        return False
    # The checksum itself counts as eight spaces.
    return stated == sum(header) - sum(header[_TAR_SUM]) + 8 * ord(" ")


def is_compressed(head: bytes) -> bool:
    """Whether a file begins as one compressed with gzip, bzip2 or xz does."""
    return head.startswith(tuple(BY_MARK))


def decompressed(given: Opening) -> BinaryIO:
    """A spooled copy of a compressed stream; what comes before damage is kept, and the damage reported.

    Raises:
        Unreadable: for a bomb.
    """
    head = next(part(given.stream, 0, given.size), b"")
    make = next(make for mark, make in BY_MARK.items() if head.startswith(mark))
    spool = spooled(given.closing)
    count = 0
    try:
        for piece in unpacked(packed_part(given.stream, 0, given.size), make, many=True):
            count += len(piece)
            given.budget.take(len(piece))
            spool.write(piece)
    except (EOFError, OSError, ValueError, zlib.error, lzma.LZMAError) as error:
        given.report(f"the compressed data break off: {error}", place=f"byte {count} unpacked", advice=_COMPLETE)
    return spool


def spooled(closing: ExitStack) -> BinaryIO:
    """A place for bytes: in memory while they are few."""
    return cast("BinaryIO", closing.enter_context(tempfile.SpooledTemporaryFile(_SPOOL)))


def zip_members(given: Opening) -> Iterator[Member]:
    """Members of a zip archive, also of one whose list of contents is lost.

    Raises:
        Unreadable: for a bomb.
    """
    try:
        entries = given.closing.enter_context(zipfile.ZipFile(given.stream)).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        what = f"the zip archive is damaged ({error}); the files that could be found in it were read"
        given.report(what, advice=_COMPLETE)
        entries = list(_found_entries(given.stream))
    given.budget.take(sum(entry.file_size for entry in entries), len(entries))
    for entry in entries:
        if stat.S_ISLNK(entry.external_attr >> 16) or entry.is_dir():
            continue
        if entry.flag_bits & _ENCRYPTED:
            what = "a file in the archive is encrypted"
            given.report(what, place=entry.filename, advice="unpack it with its password and scan the folder")
        elif entry.compress_type != NOT_PACKED and entry.compress_type not in OF_ZIP:
            what = f"a file in the archive is packed in a way that is not read (method {entry.compress_type})"
            given.report(what, place=entry.filename, advice="unpack it by hand and scan the folder")
        else:
            yield Member(entry.filename, entry.file_size, partial(_open_zip_member, given.stream, entry))


def _found_entries(stream: BinaryIO) -> Iterator[zipfile.ZipInfo]:
    """Entries by the header before each of them; sizes that stand behind the data are counted."""
    end, at = stream.seek(0, 2), 0
    while (at := _next_mark(stream, at)) >= 0:
        stream.seek(at)
        fields = stream.read(_ZIP_HEADER.size)
        if len(fields) < _ZIP_HEADER.size:
            return
        _, _, flags, method, _, _, checksum, packed, size, name_length, more = _ZIP_HEADER.unpack(fields)
        entry = zipfile.ZipInfo(stream.read(name_length).decode("utf-8" if flags & _IN_UTF_8 else "cp437", "replace"))
        entry.header_offset, entry.flag_bits, entry.compress_type = at, flags, method
        entry.CRC, entry.compress_size, entry.file_size = checksum, packed, size
        at += _ZIP_HEADER.size + name_length + more
        if flags & _SIZES_FOLLOW and not packed:
            entry.compress_size = end - at
            entry.file_size = _size_of(stream, entry, at)
        else:
            at += packed
        yield entry


def _next_mark(stream: BinaryIO, at: int) -> int:
    """Where the next header begins, or -1."""
    kept = b""
    for piece in part(stream, at, stream.seek(0, 2) - at):
        found = (kept + piece).find(_ZIP_MARK)
        if found >= 0:
            return at - len(kept) + found
        at += len(piece)
        kept = piece[-3:]
    return -1


def _size_of(stream: BinaryIO, entry: zipfile.ZipInfo, start: int) -> int:
    """How much an entry unpacks to, as far as it goes; no more than a bomb would."""
    count, make = 0, OF_ZIP.get(entry.compress_type)
    if make is None:
        return 0
    try:
        for piece in unpacked(packed_part(stream, start, entry.compress_size), make, many=False):
            count += len(piece)
            if count > max(RATIO_APPLIES_FROM, LARGEST_RATIO * entry.compress_size):
                break
    except (EOFError, OSError, ValueError, zlib.error):
        return count
    return count


def _open_zip_member(stream: BinaryIO, entry: zipfile.ZipInfo, report: Report) -> BinaryIO:
    stream.seek(entry.header_offset)
    fields = stream.read(_ZIP_HEADER.size)
    if len(fields) < _ZIP_HEADER.size:
        report("lies behind the end of its archive", advice=_COMPLETE)
        return opened(iter(()), 0, report)
    start = entry.header_offset + _ZIP_HEADER.size + sum(_ZIP_HEADER.unpack(fields)[-2:])
    if entry.compress_type == NOT_PACKED:
        pieces = part(stream, start, entry.file_size)
    else:
        packed = packed_part(stream, start, entry.compress_size)
        pieces = unpacked(packed, OF_ZIP[entry.compress_type], many=False)
    return opened(with_checksum(pieces, entry.CRC) if entry.CRC else pieces, entry.file_size, report)


def tar_members(given: Opening) -> Iterator[Member]:
    """Members of a plain tar archive that can be read from the middle; damage ends the list and is reported.

    Raises:
        Unreadable: for a bomb.
    """
    count = 0
    try:
        archive = given.closing.enter_context(tarfile.open(fileobj=given.stream, mode="r:"))  # noqa: SIM115 - see closing
        for entry in archive:
            given.budget.take(entry.size, 1)
            count += entry.size
            if entry.isreg():
                yield Member(entry.name, entry.size, partial(_open_tar_member, archive, entry))
    except (tarfile.TarError, EOFError, OSError, ValueError) as error:
        given.report(f"the tar archive breaks off ({error})", place=f"byte {count}", advice=_COMPLETE)


def _open_tar_member(archive: tarfile.TarFile, entry: tarfile.TarInfo, report: Report) -> BinaryIO:
    stream = cast("BinaryIO", archive.fileobj)
    if not entry.issparse():
        return opened(part(stream, entry.offset_data, entry.size), entry.size, report)
    source = archive.extractfile(entry)
    if source is None:
        raise Unreadable("the archive member has no content")
    return opened(iter(lambda: source.read(1024 * 1024), b""), entry.size, report)
