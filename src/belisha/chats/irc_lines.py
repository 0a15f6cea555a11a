"""Lines of IRC (RFC 1459, modern.ircdocs.horse) with the tags of IRCv3, taken apart."""

import re
from datetime import datetime
from typing import NamedTuple

from belisha.chats.times import iso

_LINE = re.compile(
    r"(?:@(?P<tags>[^ ]+) +)?(?::(?P<source>[^ ]+) +)?(?P<command>[A-Za-z]+|[0-9]{3})(?P<rest>(?: .*)?)", re.DOTALL
)
_ESCAPES = {":": ";", "s": " ", "r": "\r", "n": "\n"}
_STYLES = re.compile(r"\x03(?:\d{1,2}(?:,\d{1,2})?)?|\x04(?:[0-9A-Fa-f]{6})?|[\x02\x0f\x11\x16\x1d\x1e\x1f]")
_ACTION, _COMMAND = "\x01ACTION ", "\x01"
_CHANNEL_MARKS = "#&+!"
_STATUS_MARKS = "~&@%+"
"""Before a channel's name: only those with this status are told."""


class Line(NamedTuple):
    """One line.

    Attributes:
        tags: of IRCv3, without their escapes.
        source: ``nick!user@host``, or the server.
        command: in upper case, or three digits.
        words: its parameters; the last may hold spaces.
    """

    tags: dict[str, str]
    source: str
    command: str
    words: list[str]

    @property
    def nick(self) -> str:
        """Who sent it; empty for the server itself."""
        nick, mark, _host = self.source.partition("!")
        return nick if mark else ""

    @property
    def target(self) -> str:
        """Whom it is for; names of channels in lower case, since case does not matter to them."""
        target = self.words[0] if self.words else ""
        bare = target.lstrip(_STATUS_MARKS)
        target = bare if bare.startswith("#") else target
        return target.lower() if is_channel(target) else target

    @property
    def is_said(self) -> bool:
        """Whether a person said something with it: not a server's notice, not a question from program to program."""
        if self.command not in ("PRIVMSG", "NOTICE") or not self.nick or len(self.words) < 2:  # noqa: PLR2004 - to, what
            return False
        return self.words[1].startswith(_ACTION) or not self.words[1].startswith(_COMMAND)

    @property
    def text(self) -> str:
        """What was said, without colours; what somebody does as it is typed, ``/me waves``."""
        written = self.words[-1]
        if written.startswith(_ACTION):
            written = f"/me {written.removeprefix(_ACTION).removesuffix(_COMMAND)}"
        return _STYLES.sub("", written)

    @property
    def sent_at(self) -> datetime | None:
        """When the server took it in, where it says so."""
        return iso(self.tags.get("time"))


def is_channel(target: str) -> bool:
    """Whether a name is that of a channel."""
    return target[:1] in set(_CHANNEL_MARKS)


def line_in(text: str) -> Line | None:
    """A line taken apart; None when it is none."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    before, mark, last = found["rest"].partition(" :")
    words = before.split(" ") if before else []
    words = [word for word in words if word] + ([last] if mark else [])
    return Line(_tags(found["tags"] or ""), found["source"] or "", found["command"].upper(), words)


def _tags(written: str) -> dict[str, str]:
    pairs = (each.partition("=") for each in written.split(";") if each)
    return {name: re.sub(r"\\(.?)", _unescaped, value, flags=re.DOTALL) for name, _, value in pairs}


def _unescaped(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[1], found[1])
