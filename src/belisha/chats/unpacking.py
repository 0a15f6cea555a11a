"""Streams over parts of a file, packed or not: they give what is there, and tell where it breaks off."""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, Protocol, cast

_PIECE = 1024 * 1024
_PACKED_PIECE = 4096
"""Small, since a piece may unpack to 20,000 times its size."""
_ADVICE = "get a complete copy"


class Unpacker(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end of the packed data was reached."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind that end."""

    def decompress(self, data: bytes, /) -> bytes:
        """The next piece unpacked."""


NOT_PACKED, DEFLATED, BZIPPED = 0, 8, 12
"""How members of a zip archive are packed (APPNOTE 4.4.5)."""
OF_ZIP: dict[int, Callable[[], Unpacker]] = {
    DEFLATED: lambda: zlib.decompressobj(-zlib.MAX_WBITS),
    BZIPPED: bz2.BZ2Decompressor,
}
BY_MARK: dict[bytes, Callable[[], Unpacker]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    b"BZh": bz2.BZ2Decompressor,
    b"\xfd7zXZ\x00": lzma.LZMADecompressor,
}
"""How compressed files begin."""


def part(stream: BinaryIO, start: int, size: int, piece: int = _PIECE) -> Iterator[bytes]:
    """The bytes of a part of a stream that others read from, too; fewer where the stream ends early."""
    while size > 0:
        stream.seek(start)
        found = stream.read(min(size, piece))
        if not found:
            return
        start += len(found)
        size -= len(found)
        yield found


def packed_part(stream: BinaryIO, start: int, size: int) -> Iterator[bytes]:
    """The same in pieces small enough to be unpacked."""
    return part(stream, start, size, _PACKED_PIECE)


def unpacked(pieces: Iterable[bytes], make: Callable[[], Unpacker], *, many: bool) -> Iterator[bytes]:
    """What the pieces unpack to, as far as they go.

    Args:
        pieces: packed data.
        make: begins to unpack.
        many: another packed stream may follow where one ends, as in files of gzip.

    Raises:
        EOFError: where the packed data end early, after everything before was given; also zlib.error, OSError and
            LZMAError where they are damaged.
    """
    unpacker = make()
    for piece in pieces:
        given = piece
        while given:
            yield unpacker.decompress(given)
            if not unpacker.eof:
                break
            given = unpacker.unused_data.lstrip(b"\0") if many else b""
            if not many:
                return
            unpacker = make() if given else unpacker
    if not unpacker.eof:
        raise EOFError("it ends early")


def with_checksum(pieces: Iterable[bytes], expected: int) -> Iterator[bytes]:
    """The pieces as they are.

    Raises:
        ValueError: behind the last one, when they are not what was packed (CRC-32).
    """
    found = 0
    for piece in pieces:
        found = zlib.crc32(piece, found)
        yield piece
    if found != expected:
        raise ValueError("its checksum does not agree")


class Pieces(io.RawIOBase):
    """A stream over pieces; where they are damaged or too few it ends, and says so.

    Args:
        pieces: in order.
        size: how many bytes there should be; never more are given.
        report: called with (what, place=, advice=).
    """

    def __init__(self, pieces: Iterator[bytes], size: int, report: Callable[..., None]) -> None:
        super().__init__()
        self._pieces = pieces
        self._size = size
        self._report = report
        self._given = 0
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - whatever has room for bytes
        target = memoryview(buffer).cast("B")
        while not self._rest and self._given < self._size:
            piece = self._next()
            if piece is None:
                return 0
            self._rest = memoryview(piece)[: self._size - self._given]
            self._given += len(self._rest)
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        if self._given >= self._size and not self._rest:
            self._end()
        return count

    def _end(self) -> None:
        """Looks behind the last byte, where a wrong checksum shows."""
        if not self.closed:
            self._next(last=True)
            self._pieces = iter(())

    def _next(self, *, last: bool = False) -> bytes | None:
        what = ""
        try:
            piece = next(self._pieces, None)
        except (OSError, EOFError, ValueError, zlib.error, lzma.LZMAError) as error:
            piece, what = None, f"damaged in its archive: {error}"
        if piece is None and not last and not what:
            what = f"only {self._given} of {self._size} bytes of it are left in its archive"
        if what:
            self._size = self._given
            self._report(what, place=f"byte {self._given}", advice=_ADVICE)
        return piece


def opened(pieces: Iterator[bytes], size: int, report: Callable[..., None]) -> BinaryIO:
    """A stream over pieces, with a buffer."""
    return cast("BinaryIO", io.BufferedReader(Pieces(pieces, size, report), _PIECE))
