"""The plain text in Apple's ``typedstream`` archives, in which Messages keeps what was written since iOS 16."""

import re
from itertools import islice

from typedstream.stream import SingleClass, TypedStreamReader

_EARLIEST_EVENTS = 64
"""How far into the archive its string may stand; in real ones it is the 13th event, before any attribute."""
_LONGEST_HEADER = 512
_STRING = re.compile(rb"NSString\x01[\x84-\xff]\x84\x01\+")
_WIDTH = {0x81: 2, 0x82: 4}
"""How many bytes of length follow these first bytes; a smaller byte is the length itself."""


def written_in(archive: bytes) -> str | None:
    """What an archived attributed string says, without its attributes; None when no string is found in it.

    Only the beginning is read: the string stands before its attributes, so damaged or unknown attributes do not matter
    and a hostile archive cannot make us build anything large.
    """
    try:
        return _read(archive)
    except Exception:  # noqa: BLE001 - on damaged archives the library raises whatever its innards raise
        return _searched(archive)


def _read(archive: bytes) -> str | None:
    string_begun = False
    for event in islice(TypedStreamReader.from_data(archive), _EARLIEST_EVENTS):
        if isinstance(event, SingleClass):
            string_begun = string_begun or event.name == b"NSString"
        elif string_begun and isinstance(event, bytes):
            return event.decode("utf-8")
    return _searched(archive)


def _searched(archive: bytes) -> str | None:
    """The first string by its byte pattern, for archives whose beginning is damaged or newer than the library."""
    start = _STRING.search(archive, 0, _LONGEST_HEADER)
    if start is None:
        return None
    at = start.end()
    width = _WIDTH.get(archive[at], 0) if at < len(archive) else 0
    length = int.from_bytes(archive[at + 1 : at + 1 + width] if width else archive[at : at + 1], "little")
    begin = at + 1 + width
    return archive[begin : begin + length].decode("utf-8", "replace") or None
