"""A chain of hashes over entries that are only ever added: a changed, removed or inserted entry is noticed.

Each link is the SHA-256 of the link before it and of the entry written as JSON with sorted keys.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

BEGINNING = "0" * 64
"""What stands in place of the link before the first."""


def link(before: str, entry: Mapping[str, Any]) -> str:
    """The link of an entry.

    Args:
        before: the link of the entry before it, or ``BEGINNING``.
        entry: what is recorded; anything that can be written as JSON.
    """
    written = msgspec.json.encode(dict(entry), order="sorted")
    return hashlib.sha256(before.encode("ascii") + b"\n" + written).hexdigest()


def first_broken(entries: Iterable[tuple[Mapping[str, Any], str]], before: str = BEGINNING) -> int | None:
    """The 0-based position of the first entry whose link is not what it must be, or None when all hold.

    Args:
        entries: each entry with the link that was stored beside it, oldest first.
        before: the link before the first of them.
    """
    for position, (entry, stored) in enumerate(entries):
        if link(before, entry) != stored:
            return position
        before = stored
    return None


class Linked(msgspec.Struct, frozen=True):
    """An entry as it is handed to somebody who verifies it elsewhere.

    Attributes:
        entry: what was recorded.
        link: its link.
    """

    entry: dict[str, Any]
    link: str


def what_is_broken(entries: Sequence[Linked], expected: str = "") -> str:
    """What is wrong with a whole chain that was handed over, or an empty text.

    Args:
        entries: all of it, oldest first.
        expected: a link that was noted elsewhere: it must be among them.
    """
    position = first_broken((each.entry, each.link) for each in entries)
    if position is not None:
        return f"entry {position + 1} was changed, or an entry before it was removed or inserted"
    if expected not in {"", BEGINNING, *(each.link for each in entries)}:
        return "the expected link is not among them: entries up to it are not what they were, or were cut off"
    return ""
