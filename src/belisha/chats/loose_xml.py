"""XML that is a row of elements with attributes, read a piece at a time and forgivingly: apps write what is no XML.

A strict reader gives up at the first emoji that was written as two halves. This one knows the five names of XML and
numbers, expands nothing that a file declares, and holds no more than the attributes that are asked for. After damage
it goes on with the next element.
"""

import codecs
import re
from collections.abc import Collection, Iterator
from typing import BinaryIO, NamedTuple

_PIECE = 1 << 16
_MOST = 1 << 20
"""Characters kept of one attribute: a text of many pages."""
_LONGEST_MARK = 16
"""No mark that is searched for is longer, so that none is missed between two pieces."""
_NAME_LENGTH = 64
_OPEN, _SLASH = re.compile("<"), re.compile("/")
_NAME_ENDS, _ATTRIBUTE_ENDS = re.compile(r"[\s/<>]"), re.compile("[=<>]")
_SPECIAL_ENDS = {"!--": re.compile("-->"), "?": re.compile(r"\?>"), "!": re.compile(">")}
_QUOTE = re.compile("[\"'<>]")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,8})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_LAST_CHARACTER = 0x10FFFF


class Element(NamedTuple):
    """A start tag, or an end tag.

    Attributes:
        name: as written; an end tag has a slash before it.
        attributes: those that were asked for, decoded; of one that is longer than a megabyte only the beginning.
        line: where it begins, counted from 1.
        whole: False when it was damaged or broke off: some attributes may be missing.
        empty: it ends itself (``/>``), and no end tag follows.
    """

    name: str
    attributes: dict[str, str]
    line: int
    whole: bool = True
    empty: bool = False


def elements(stream: BinaryIO, names: Collection[str], wanted: Collection[str]) -> Iterator[Element]:
    """The elements of a file in their order.

    Args:
        stream: at its start; UTF-8, or UTF-16 with a byte order mark.
        names: of the elements in the file: where one begins, an attribute before it that never ended ends.
        wanted: names of the attributes to keep.
    """
    text = _Text(stream)
    begins = "|".join(map(re.escape, sorted(names)))
    value_ends = {quote: re.compile(rf"{quote}|<(?=/?(?:{begins})[\s/>])") for quote in "\"'"}
    while text.until(_OPEN)[1]:
        special = next((end for start, end in _SPECIAL_ENDS.items() if text.begins_with(start)), None)
        if special is None:
            yield _element(text, value_ends, wanted)
        else:
            text.until(special)


def plain(written: str) -> str:
    """What an attribute says: references made characters, and emoji made whole that were written as two halves.

    Half an emoji alone and what is no character are shown as U+FFFD; a name that XML does not know stays as it is.
    """
    if "&" not in written:
        return written
    text = _REFERENCE.sub(_character, written)
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(found: re.Match[str]) -> str:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(number) if 0 < number <= _LAST_CHARACTER else "\ufffd"


def _element(text: "_Text", value_ends: dict[str, re.Pattern[str]], wanted: Collection[str]) -> Element:
    line, whole, before = text.line, True, ""
    slash = "/" if text.begins_with("/") else ""
    if slash:
        text.until(_SLASH)
    name, mark = text.until(_NAME_ENDS, _NAME_LENGTH)
    attributes: dict[str, str] = {}
    while mark not in ("", "<", ">"):
        before = mark
        attribute, mark = text.until(_ATTRIBUTE_ENDS, _NAME_LENGTH)
        before = attribute.strip() or before
        if mark == "=":
            attribute = attribute.strip(" \t\r\n/")
            value, mark = _value(text, value_ends, _MOST if attribute in wanted else 0)
            whole = whole and value is not None
            if value is not None and attribute in wanted:
                attributes[attribute] = plain(value)
    if mark == "<":  # the next element has begun
        text.step_back()
    return Element(slash + name, attributes, line, whole and mark == ">", before == "/")


def _value(text: "_Text", value_ends: dict[str, re.Pattern[str]], keep: int) -> tuple[str | None, str]:
    """An attribute's value, as far as it goes, or None where there is none; and how it ended."""
    gap, quote = text.until(_QUOTE, _LONGEST_MARK)
    if quote not in value_ends:
        return None, quote
    value, mark = text.until(value_ends[quote], keep)
    return None if gap.strip() else value, mark


class _Text:
    """The text of a file, forward only; bytes that are none are shown as U+FFFD."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        start = stream.read(_PIECE)
        wide = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        self._decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")("replace")
        self._held = self._decoder.decode(start)
        self._at = 0
        self._ended = False
        self.line = 1

    def until(self, mark: re.Pattern[str], keep: int = 0) -> tuple[str, str]:
        """Goes behind the next mark.

        Returns:
            As much as is to be kept of what lies before it, and the mark; an empty mark at the end of the file.
        """
        kept: list[str] = []
        while True:
            found = mark.search(self._held, self._at)
            sure = len(self._held) if self._ended else max(self._at, len(self._held) - _LONGEST_MARK)
            is_found = found is not None and found.start() <= sure
            passed = self._pass(found.start() if found and is_found else sure)
            kept.append(passed[:keep])
            keep -= len(kept[-1])
            if found and is_found:
                self._pass(found.end())
                return "".join(kept), found.group()
            if self._ended:
                return "".join(kept), ""
            self._read_on()

    def begins_with(self, start: str) -> bool:
        """Whether this comes next."""
        while len(self._held) - self._at < len(start) and not self._ended:
            self._read_on()
        return self._held.startswith(start, self._at)

    def step_back(self) -> None:
        """Takes back the one character that was passed last."""
        self._at -= 1

    def _pass(self, end: int) -> str:
        passed = self._held[self._at : end]
        self._at = end
        self.line += passed.count("\n")
        return passed

    def _read_on(self) -> None:
        piece = self._stream.read(_PIECE)
        self._ended = not piece
        self._held = self._held[self._at :] + self._decoder.decode(piece, self._ended)
        self._at = 0
