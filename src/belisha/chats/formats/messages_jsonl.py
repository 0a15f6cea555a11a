"""Belisha's own neutral form, for anyone's own data: one JSON object per line (``docs/messages-jsonl.md``)."""

import re
from collections.abc import Iterator

import msgspec

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format
from belisha.chats.message_line import fact_in
from belisha.errors import Unreadable
from belisha.model import Fact

_NAMES = re.compile(rb'.{0,200}"(?:conversation|account)"\s*:\s*"', re.DOTALL)
"""How a line begins that is too long to be looked at whole."""


class MessagesJsonl(Format):
    """Messages and account facts, one JSON object per line; malformed lines are reported by number and skipped."""

    app = "messages.jsonl"
    found_in = ("/messages.jsonl", "*.jsonl")
    checked_on = (Checked("1", "2026", 8),)
    fallback = True

    def recognises(self, exhibit: Exhibit) -> bool:
        lines = exhibit.head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n")
        if not lines[0].startswith(b"{") or not exhibit.looks_like_text():
            return False
        is_cut = len(lines) == 1 and exhibit.size > len(exhibit.head)
        return any(_is_ours(line) for line in lines[:20]) or (is_cut and _NAMES.match(lines[0]) is not None)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        for number, line in enumerate(exhibit.text().split("\n"), start=1):
            if not line.strip():
                continue
            try:
                yield fact_in(line, self.app, self.found(exhibit, f"line {number}"))
            except Unreadable as error:
                exhibit.report(error.what, place=error.place, advice=error.advice)


def _is_ours(line: bytes) -> bool:
    try:
        tree = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return isinstance(tree, dict) and ({"conversation", "text"} <= tree.keys() or "account" in tree)
