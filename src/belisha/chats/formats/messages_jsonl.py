"""Belisha's own neutral form, for anyone's own data: one JSON object per line (``docs/messages-jsonl.md``)."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Literal

import msgspec

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format
from belisha.chats.times import iso
from belisha.model import AccountFacts, Fact, Message

_NAMES = re.compile(rb'.{0,200}"(?:conversation|account)"\s*:\s*"', re.DOTALL)
"""How a line begins that is too long to be looked at whole."""


class _Line(msgspec.Struct):
    """A message line, as written."""

    conversation: str
    text: str
    sender: str | None = None
    sent_at: str | None = None
    id: str | None = None
    app: str = ""
    recipients: tuple[str, ...] = ()
    deleted: bool = False


class _Facts(msgspec.Struct):
    """A line of account facts, as written."""

    account: str
    age: int | None = None
    known_by: tuple[str, ...] = ()
    role: Literal["child", "adult", "moderator"] | None = None


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
                yield self._fact(line, exhibit, number)
            except (msgspec.DecodeError, ValueError, RecursionError) as error:
                exhibit.report(
                    f"not a message: {error}",
                    place=f"line {number}",
                    advice='a line is {"conversation": ..., "sender": ..., "text": ..., "sent_at": ...}',
                )

    def _fact(self, line: str, exhibit: Exhibit, number: int) -> Fact:
        if '"account"' in line and '"text"' not in line:
            facts = msgspec.json.decode(line, type=_Facts)
            return AccountFacts(facts.account, age=facts.age, known_by=facts.known_by, role=facts.role)
        said = msgspec.json.decode(line, type=_Line)
        place = f"line {number}"
        return Message(
            id=said.id or place,
            app=said.app or self.app,
            conversation=said.conversation,
            sender=said.sender,
            text=said.text,
            sent_at=_time(said.sent_at),
            provenance=self.found(exhibit, place),
            recipients=said.recipients,
            deleted=said.deleted,
        )


def _time(text: str | None) -> datetime | None:
    moment = iso(text)
    if text and moment is None:
        message = f"sent_at {text[:40]!r} is not RFC 3339 (2026-03-02T19:04:00Z)"
        raise ValueError(message)
    return moment


def _is_ours(line: bytes) -> bool:
    try:
        tree = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return False
    return isinstance(tree, dict) and ({"conversation", "text"} <= tree.keys() or "account" in tree)
