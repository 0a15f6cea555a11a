"""WhatsApp's text export cut into messages: where they begin, whose they are, and what the whole file tells."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from belisha.chats.whatsapp_dates import DATE_FIRST, TIME_FIRST, Look, Numbers, half_of, look_of, numbers
from belisha.chats.whatsapp_words import LRM, is_encryption_notice, understood, unmarked
from belisha.model import Kind

_HEAD = 65_536
_LONGEST_REST = 30
_OFTEN = 3
"""So many messages make it believable that a name contains a colon."""
_NAME = re.compile(r'[^\n"\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]{1,100}?(?=: |:\r?\n|:\Z)')
_QUOTED_NAME = re.compile(r"[^\n]{1,100}?(?=: |:\r?\n|:\Z)")
_QUOTES = re.compile('["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d]')
_GROUP = re.compile(
    "group|gruppe|grupo|groupe|gruppo|groep|grup|групп|груп|群組|群组|グループ|그룹|مجموعة|קבוצה", re.IGNORECASE
)
_LOG = re.compile(
    r"\b(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|NOTICE|TRACE|SEVERE)\b|\[\d+\]|\.(?:py|java|js|go|c)\b|::|\w+\(\)"
)
_PLAIN_LOG = frozenset(("debug", "info", "warn", "warning", "error", "fatal", "critical", "notice", "trace"))
_MOST_LINES_BEFORE, _FEW, _MANY = 20, 3, 10
_MOST_NAMES, _LEAST_NAMED = 0.7, 0.2


class Layout(NamedTuple):
    """What all heads of one export have in common.

    Attributes:
        pattern: finds a head.
        iphone: the moment stands in brackets.
        sep: stands between the numbers of a date.
        returns: messages end with carriage return and line feed, the lines inside them with a line feed alone.
    """

    pattern: re.Pattern[str]
    iphone: bool
    sep: str
    returns: bool


class Survey(NamedTuple):
    """What a first pass over the whole file finds out.

    Attributes:
        first: where the first message begins.
        dates: the dates in the file's order, runs of equal ones once.
        people: by the name as written up to the first colon, in the order of their first messages: the name without
            marks, and the length of the whole name as written.
        title: the contact or group that an iPhone names in the notice at the start.
        notice: where that notice stands, or -1.
        look: how the dates are written.
        halves: words for halves of the day.
        strange: where text looks like heads of another layout.
        group: whether a line of the app speaks of a group.
    """

    first: int
    dates: list[Numbers]
    people: dict[str, tuple[str, int]]
    title: str
    notice: int
    look: Look
    halves: set[str]
    strange: list[int]
    group: bool


def layout_of(text: str) -> Layout | None:
    """The layout of the first head in the text; None when there is none near its start.

    Args:
        text: with a line feed before the first line.
    """
    start = text[:_HEAD]
    firsts = [found for pattern in (DATE_FIRST, TIME_FIRST) if (found := pattern.search(start))]
    if not firsts:
        return None
    first = min(firsts, key=lambda found: found.start())
    later = [found.start() for found in first.re.finditer(start, first.end())]
    returned = sum(start[at - 1] == "\r" for at in later)
    return Layout(first.re, bool(first["open"]), first["sep"], bool(later) and returned * 2 > len(later))


def bodies(text: str, layout: Layout, strange: list[int] | None = None) -> Iterator[tuple[re.Match[str], int]]:
    """The head of every message, and where the message ends.

    Args:
        text: with a line feed before the first line.
        layout: of the first head; what looks like a head but differs from it is pasted text.
        strange: gets the positions of such text.
    """
    before: re.Match[str] | None = None
    for head in layout.pattern.finditer(text):
        start = head.start()
        if (
            (head["open"] is None) is layout.iphone
            or head["sep"] != layout.sep
            or (layout.returns and start and text[start - 1] != "\r")
        ):
            if strange is not None:
                strange.append(start)
            continue
        if before is not None:
            yield before, start
        before = head
    if before is not None:
        yield before, len(text)


def name_at(text: str, start: int) -> str | None:
    """The name between the head and the message, as it is written; None for a line of the app."""
    if found := _NAME.match(text, start):
        return found[0]
    found = _QUOTED_NAME.match(text, start)
    # In the line: Anna changed the subject to "Trip: Rome", the second quotation mark is missing before the colon.
    return found[0] if found and len(_QUOTES.findall(found[0])) % 2 == 0 else None


def body_of(text: str, head: re.Match[str], end: int, found: Survey) -> tuple[str | None, str]:
    """The name, without marks, and what stands after it."""
    raw = name_at(text, head.end())
    if raw is None:
        return None, body_in(text, head.end(), end)
    shown, length = found.people.get(raw) or (unmarked(raw), len(raw))
    return shown, body_in(text, head.end() + length + 1, end)


def body_in(text: str, start: int, end: int) -> str:
    """What stands between two places, without what separates it from what stands around it."""
    body = text[start:end].removeprefix(" ").rstrip("\r\n")
    return body.replace("\r\n", "\n") if "\r" in body else body


def survey(text: str, layout: Layout) -> Survey:
    """Looks once over the whole file."""
    dates: list[Numbers] = []
    halves: set[str] = set()
    looks: set[Look] = set()
    names: Counter[str] = Counter()
    rests: dict[str, str] = {}
    strange: list[int] = []
    first, title, notice, group = -1, "", -1, False
    for head, end in bodies(text, layout, strange):
        if not dates or dates[-1] != (head["a"], head["b"], head["c"]):
            dates.append(numbers(head))
            halves.add(half_of(head))
            looks.add(look_of(head))
        raw = name_at(text, head.end())
        at = head.end() + len(raw) + 1 if raw is not None else head.end()
        if first < 0:
            first = head.start()
            if raw is not None and is_encryption_notice(body_in(text, at, end)):
                title, notice = unmarked(raw), first
                continue
        if raw is None or (layout.iphone and text.startswith(LRM, at + 1) and _is_of_app(body_in(text, at, end))):
            group = group or _GROUP.search(text, at, min(end, at + 300)) is not None
            continue
        names[raw] += 1
        if (rest := rests.get(raw)) is None:
            rests[raw] = _rest(text, at + 1)
        elif rest and not text.startswith(f"{rest}: ", at + 1):
            rests[raw] = ""
    full = {raw: f"{raw}: {rests[raw]}" if rests[raw] and n >= _OFTEN else raw for raw, n in names.items()}
    people = {raw: (unmarked(name), len(name)) for raw, name in full.items()}
    look = Look.AMERICAN if looks == {Look.AMERICAN} else min(looks - {Look.AMERICAN}, key=lambda each: each.value)
    return Survey(first, dates, people, title, notice, look, halves, strange, group=group)


def looks_like_a_chat(text: str, *, named_so: bool) -> bool:
    """Whether the start of a file is an exported chat, and not a log or notes with dates.

    Args:
        text: the start of the file, with a line feed before the first line.
        named_so: the file bears a name that WhatsApp gives.
    """
    layout = layout_of(text)
    if layout is None:
        return False
    heads = list(bodies(text, layout))
    if not heads:
        return False
    names = [name for head, _ in heads if (name := name_at(text, head.end()))]
    before = sum(bool(line.strip(f"{LRM}\ufeff\r ")) for line in text[: heads[0][0].start()].split("\n"))
    if any(_LOG.search(name) or name.casefold() in _PLAIN_LOG for name in names):
        return False
    if before:
        return before <= _MOST_LINES_BEFORE and len(names) >= _FEW and len(set(names)) < len(names)
    scattered = len(names) >= _MANY and len(set(names)) > _MOST_NAMES * len(names)
    return named_so or (bool(names) and not scattered and len(names) >= _LEAST_NAMED * len(heads))


def _is_of_app(body: str) -> bool:
    return understood(body, named=True, iphone=True).kind is Kind.SYSTEM


def _rest(text: str, start: int) -> str:
    """What stands up to the next colon, where it may belong to the name; empty when nothing does."""
    piece = text[start : start + _LONGEST_REST + 2]
    rest, colon, _ = piece.partition(": ")
    named = any(letter.isalnum() for letter in rest)
    return rest if named and colon and "\n" not in rest and not rest.startswith(LRM) else ""
