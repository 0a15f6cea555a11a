"""WhatsApp's "Export chat": one text file for each conversation, in the language and the date order of the phone."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.whatsapp_dates import Order, is_half, order_of, reader
from belisha.chats.whatsapp_heads import Layout, Survey, bodies, body_of, layout_of, looks_like_a_chat, survey
from belisha.chats.whatsapp_words import understood, unmarked
from belisha.model import OWNER, ConversationFacts, Fact, Kind, Message

_OTHER_ENDINGS = (".log", ".csv", ".tsv", ".md", ".html", ".xml", ".json", ".srt", ".vtt")
_WITH = "with|mit|con|avec|com|met|med|dengan|cu|с контактом|с|з|z|s|مع|עם|-"  # noqa: RUF001 - Cyrillic
_TITLE = re.compile(
    rf"^.*?(?:whats\s?app|واتساب)\S*(?:.*?\s(?:{_WITH})|\schat[_:]?)\s(?P<after>.+)$|^与(?P<between>.+)的\s?whatsapp|"
    r"^(?P<first>.+?) (?:ile|के साथ|-) .*whatsapp",
    re.IGNORECASE,
)
"""What WhatsApp calls its exports, with the name of the contact or group in it."""
_COPY = re.compile(r"(?:\s*\(\d+\))?(?:\.txt|\.zip)?$", re.IGNORECASE)
_LINE, _MOST_CACHED = "\n", 4096
_BOTH = 2
_COMPLETE = "export the chat again"
_COMPARE = "compare with the phone or with another export"


class _File(NamedTuple):
    """One export, surveyed; ``others`` says whom a member addresses."""

    exhibit: Exhibit
    text: str
    layout: Layout
    found: Survey
    order: Order
    conversation: str
    others: dict[str, tuple[str, ...]]


class WhatsappText(Format):
    """``_chat.txt`` from iPhones, ``WhatsApp Chat with <name>.txt`` from Android, in any locale and either clock.

    The export has names only: they are the accounts, and the title is the conversation. It states no time zone, so that
    its times are taken as UTC; minutes are the finest unit on Android.
    """

    app = "WhatsApp"
    found_in = (
        "/_chat.txt",
        "/WhatsApp Chat *.txt",
        "/WhatsApp-Chat *.txt",
        "/Chat de WhatsApp con *.txt",
        "/Chat WhatsApp con *.txt",
        "/Discussion WhatsApp avec *.txt",
        "/Conversa do WhatsApp com *.txt",
        "/WhatsApp Chat - *.zip/_chat.txt",
    )
    checked_on = (Checked("iPhone, brackets", "2025", 16), Checked("Android, dashes", "2025", 14))

    def recognises(self, exhibit: Exhibit) -> bool:
        if not exhibit.looks_like_text() or exhibit.name.lower().endswith(_OTHER_ENDINGS):
            return False
        return looks_like_a_chat("\n" + exhibit.beginning, named_so=bool(_title(exhibit)))

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        text = "\n" + exhibit.text()
        layout = layout_of(text)
        if layout is None:
            return
        found = survey(text, layout)
        facts = self._facts(exhibit, found)
        yield facts
        order = order_of(found.dates, found.look)
        _remark(exhibit, text, found, order)
        others = {member: addressed_to(member, facts) for member in facts.members}
        yield from self._said(_File(exhibit, text, layout, found, order, facts.conversation, others))

    def _facts(self, exhibit: Exhibit, found: Survey) -> ConversationFacts:
        """A chat of two bears the name of the other; where only that one wrote, the owner is the second."""
        names = tuple(dict.fromkeys(shown for shown, _ in found.people.values()))
        title = _title(exhibit) or found.title
        title = title or exhibit.name.removesuffix(".txt").removeprefix("_chat") or exhibit.folder or " & ".join(names)
        group = True if len(names) > _BOTH or found.group else None
        if group is None and _bare(title) in map(_bare, names):
            group = False
            names = names if len(names) == _BOTH else (*names, OWNER)
        return ConversationFacts(title, self.app, title, names, group)

    def _said(self, file: _File) -> Iterator[Message]:
        read, moments = reader(file.order), dict[str, datetime | None]()
        line, last, undated = 0, 0, list[str]()
        for head, end in bodies(file.text, file.layout):
            if head[0] not in moments:
                moments = {} if len(moments) > _MOST_CACHED else moments
                moments[head[0]] = read(head)
            line += file.text.count("\n", last, head.start() + 1)
            last = head.start() + 1
            if moments[head[0]] is None:
                undated.append(f"line {line}")
            yield self._message(file, head, end, f"line {line}", moments[head[0]])
        if undated:
            file.exhibit.report(
                f"dates that cannot be read: {len(undated)}; those messages have no time",
                place=undated[0],
                advice="they may be of a calendar that is not known here",
            )

    def _message(self, file: _File, head: re.Match[str], end: int, place: str, moment: datetime | None) -> Message:
        name, body = body_of(file.text, head, end, file.found)
        said = understood(body, named=name is not None, iphone=file.layout.iphone)
        kind = Kind.SYSTEM if head.start() == file.found.notice else said.kind
        sender = None if kind is Kind.SYSTEM else name
        return Message(
            id=place,
            app=self.app,
            conversation=file.conversation,
            sender=sender,
            text=said.text,
            sent_at=moment,
            provenance=self.found(file.exhibit, place),
            kind=kind,
            recipients=file.others.get(sender, ()) if sender else (),
            attachments=said.attachments,
            deleted=said.deleted,
        )


def _title(exhibit: Exhibit) -> str:
    """The contact or group in the name that WhatsApp gave to the file, its folder or its archive; empty without one."""
    for piece in exhibit.parts[-1:-4:-1]:
        name = unmarked(_COPY.sub("", piece))
        found = _TITLE.match(name if " " in name else name.replace("_", " "))
        if found:
            return next(part for part in found.groups() if part).strip()
    return ""


def _bare(name: str) -> str:
    """Letters and digits alone: file names lack what file systems forbid."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _remark(exhibit: Exhibit, text: str, found: Survey, order: Order) -> None:
    """Says what is uncertain about the file as a whole."""
    exhibit.report("the export states no time zone; its times are taken as UTC", lost=False)
    if text[: found.first].strip("\ufeff\r\n "):
        exhibit.report("what stands before the first date belongs to no message", place="line 1", advice=_COMPLETE)
    if order.doubtful:
        read = ", ".join(sorted(("day", "month", "year"), key=lambda part: int(getattr(order, part))))
        exhibit.report(f"the order of the dates is not certain; read as {read}", advice=_COMPARE, lost=False)
    if unknown := sorted(half for half in found.halves if half and not is_half(half)):
        exhibit.report(f"{', '.join(unknown)!r} beside the time is not known; times may be off by 12 hours", lost=False)
    if found.strange:
        exhibit.report(
            f"lines that begin like messages of another layout, and were kept as text: {len(found.strange)}",
            place=f"line {text.count(_LINE, 0, found.strange[0] + 1)}",
            lost=False,
        )
