"""Mends JSON that breaks off: keeps every element that is complete and closes the brackets after it."""

import codecs
import re
from typing import NamedTuple

_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+', re.DOTALL)
_CLOSER = {b"{": b"}", b"[": b"]"}
_SURROGATE = re.compile(
    rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_LONE = 6


class Mended(NamedTuple):
    """A JSON text that parses, and the byte after which the original was left out."""

    content: bytes
    cut_at: int


def mend(content: bytes) -> Mended | None:
    """The longest beginning of ``content`` that ends after a complete array element, closed; None if there is none.

    Only elements of arrays are kept whole: an object that breaks off would give a message with fields missing.
    """
    open_brackets: list[bytes] = []
    end, pending = 0, b""
    position = 0
    for token in _TOKEN.finditer(content):
        # Whatever the pattern had to skip (an unclosed string, say) is damage: nothing after it can be trusted.
        if content[position : token.start()].strip():
            break
        position = token.end()
        word = token.group()
        if word in _CLOSER:
            open_brackets.append(word)
            continue
        if word in (b"}", b"]"):
            if not open_brackets or _CLOSER[open_brackets.pop()] != word:
                break
            if not open_brackets or open_brackets[-1] == b"[":
                end, pending = (
                    position,
                    b"".join(_CLOSER[bracket] for bracket in reversed(open_brackets)),
                )
    return Mended(content[:end] + pending, end) if end else None


def without_broken_characters(content: bytes) -> bytes:
    """The same JSON and as long, with bytes that are no UTF-8 and halves of surrogate pairs made question marks."""
    text = content.decode("utf-8", "belisha question marks").encode()
    return _SURROGATE.sub(lambda found: rb"\u003f" if _is_lone(found.group()) else found.group(), text)


def _is_lone(escape: bytes) -> bool:
    return len(escape) == _LONE


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """One mark for each byte that cannot be decoded, so that places in the file stay the same."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - only decoding uses it
    return "?" * (error.end - error.start), error.end


codecs.register_error("belisha question marks", _question_marks)
