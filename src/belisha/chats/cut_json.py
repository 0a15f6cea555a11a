"""Mends JSON that breaks off: keeps every message that is complete and closes the brackets after it."""

import re
from collections import Counter
from typing import NamedTuple

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_CLOSER = {b"{": b"}", b"[": b"]"}
_MOST_OF_THE_FILE = 0.75


class Mended(NamedTuple):
    """A JSON text that parses, and the byte after which the original was left out."""

    content: bytes
    cut_at: int


class _Open:
    """A bracket that is open: where it began, and where its last complete object or list ended (0 for none)."""

    def __init__(self, bracket: bytes, start: int) -> None:
        self.bracket = bracket
        self.start = start
        self.kept_to = 0


def mend(content: bytes) -> Mended | None:
    """The longest beginning of ``content`` that ends after a complete element, closed; None if there is none.

    Elements are the members of the deepest list that holds most of the file: the messages, not the parts of one
    message, which would come out with its end missing.
    """
    brackets: list[_Open] = []
    held: Counter[int] = Counter()
    position = 0
    for token in _TOKEN.finditer(content):
        # Whatever the pattern had to skip (an unclosed string, say) is damage: nothing after it can be trusted.
        if content[position : token.start()].strip():
            break
        position = token.end()
        word = token.group()
        if word in _CLOSER:
            brackets.append(_Open(word, token.start()))
        elif word in (b"}", b"]"):
            if not brackets or _CLOSER[brackets[-1].bracket] != word:
                break
            closed = brackets.pop()
            if not brackets:
                return Mended(content[:position], position)
            if brackets[-1].bracket == b"[":
                brackets[-1].kept_to = position
                held[len(brackets)] += position - closed.start
    return _closed(content, brackets, held)


def _closed(content: bytes, brackets: list[_Open], held: Counter[int]) -> Mended | None:
    lists = [depth for depth, each in enumerate(brackets, start=1) if each.bracket == b"[" and each.kept_to]
    if not lists:
        return None
    largest = max(held[depth] for depth in lists)
    depth = max(depth for depth in lists if held[depth] >= _MOST_OF_THE_FILE * largest)
    end = brackets[depth - 1].kept_to
    closers = b"".join(_CLOSER[each.bracket] for each in reversed(brackets[:depth]))
    return Mended(content[:end] + closers, end)
