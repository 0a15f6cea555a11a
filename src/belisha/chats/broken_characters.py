"""JSON with characters that are none: apps cut emoji in half, and damage flips single bytes."""

import codecs
import re

_ESCAPES = re.compile(
    rb"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[dD][89a-fA-F][0-9a-fA-F]{2}"
)
_TELEGRAM = re.compile(rb'(\\\\)|\\x([0-9A-Fa-f]{2})|(?<="document_id": )((?:\w+/|\(File)[^"\n]*?)(?=\r?\n)')
_LONE = 6
"""Length in bytes of an escape that is half a surrogate pair; a whole pair is longer, a backslash shorter."""


def without_broken_characters(content: bytes) -> bytes:
    """The same JSON and as long, with bytes that are no UTF-8 and halves of surrogate pairs made question marks."""
    text = content.decode("utf-8", "belisha question marks").encode()
    return _ESCAPES.sub(lambda found: rb"\u003f" if len(found.group()) == _LONE else found.group(), text)


def as_meant(content: bytes) -> bytes:
    """The same JSON without the faults of Telegram Desktop.

    It writes control characters as in C (issue 27571), and wrote the files of custom emoji without quotes (4.1, issue
    24961).
    """
    if b"\\x" not in content and b'"document_id": ' not in content:
        return content
    return _TELEGRAM.sub(_mended, content)


def _mended(fault: re.Match[bytes]) -> bytes:
    backslashes, control, unquoted = fault.groups()
    return bytes(backslashes) if backslashes else rb"\u00" + control if control else b'"' + unquoted + b'"'


def _question_marks(error: UnicodeError) -> tuple[str, int]:
    """One mark for each byte that cannot be decoded, so that places in the file stay the same."""
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - only decoding uses it
    return "?" * (error.end - error.start), error.end


codecs.register_error("belisha question marks", _question_marks)
