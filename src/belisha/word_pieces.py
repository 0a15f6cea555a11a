"""Splits words into the longest known pieces, which stand for them by their hashes: no list of words is stored."""

import re
from collections.abc import Iterator, Mapping

_PIECE_LETTERS = 20
_WORD_PIECES = 8
_WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")


def words(text: str) -> list[str]:
    """The words and signs of a folded text."""
    return _WORD.findall(text)


def split_word(word: str, pieces: Mapping[int, int]) -> list[int]:
    """Rows of the longest known pieces from the start of a word on; 1 for a letter that begins none.

    Args:
        word: a word or a sign.
        pieces: rows of the known pieces by their hashes.
    """
    found: list[int] = []
    start = 0
    while start < len(word) and len(found) < _WORD_PIECES:
        row, stop = 1, start + 1
        for length, value in enumerate(_beginnings(("##" if start else "") + word[start : start + _PIECE_LETTERS])):
            known = pieces.get(value) if length >= (2 if start else 0) else None
            if known is not None:
                row, stop = known, start + length + (-1 if start else 1)
        found.append(row)
        start = stop
    return found


def _beginnings(piece: str) -> Iterator[int]:
    """The hashes of a piece's first letter, its first two letters, and so on."""
    value = 0x811C9DC5
    for letter in piece:
        for byte in letter.encode():
            value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
        yield value


def fnv(piece: str) -> int:
    """The 32-bit FNV-1a hash of a piece's UTF-8 bytes (Fowler, Noll, Vo)."""
    *_, value = _beginnings(piece)
    return value
