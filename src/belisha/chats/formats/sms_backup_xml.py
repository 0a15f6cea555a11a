"""SMS Backup & Restore: SMS and MMS of an Android phone in XML; Signal and Silence wrote their old exports alike."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_xml import Element, elements
from belisha.chats.phone_numbers import APP, account_of, conversation_of, member_of, subject_in
from belisha.chats.times import unix
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message

_RECEIVED, _DRAFT, _FROM_OWNER = "1", "3", ("2", "4", "5", "6")
"""Boxes (``type``, ``msg_box``); the last are sent, waiting in the outbox, failed, queued."""
_FROM, _TO = "137", ("151", "130", "129")
"""Values of ``type`` of an address: from; to, cc, bcc."""
_NOTICE, _SAID = "130", ("", "128", "130", "132")
"""Values of ``m_type``: announced but not fetched; what people sent, and not a delivery or read report."""
_NAMES = ("smses", "sms", "mms", "parts", "part", "addrs", "addr")
_WANTED = {"address", "date", "type", "body", "subject", "contact_name", "msg_box", "sub", "sub_cs", "m_type"}
_OF_A_PART = {"ct", "text", "cl", "fn", "name"}
"""Attributes that say something; ``data``, the files themselves, is passed over unread."""
_NOBODY = ("", "(Unknown)")
_START = re.compile(r"<smses(?=[\s/>])(?:[^<>]*?\scount\s*=\s*[\"'](\d{1,9})[\"'])?")
_GLANCE, _MOST_INSIDE = 4096, 500


class _Entry(NamedTuple):
    """One message as it stands: its own element, and of an MMS those inside of it."""

    number: int
    head: Element
    inside: tuple[Element, ...] = ()
    whole: bool = True

    @property
    def place(self) -> str:
        return f"message {self.number}, line {self.head.line}"

    @property
    def is_mms(self) -> bool:
        return self.head.name == "mms"

    def get(self, name: str) -> str:
        return _value(self.head, name)

    def numbers(self, *sorts: str) -> tuple[str, ...]:
        """The addresses of an MMS of these sorts."""
        found = (account_of(_value(each, "address")) for each in self.inside if _value(each, "type") in sorts)
        return tuple(dict.fromkeys(number for number in found if number))


class SmsBackupXml(Format):
    """Read as a stream: of pictures and films only the names. Drafts were not said: they are reported and left out.

    Conversations are named as in the phone's own store, so that a backup and the store are the same conversation.
    """

    app = APP
    found_in = ("sms-*.xml", "sms.xml", "SignalPlaintextBackup.xml", "SilencePlaintextBackup.xml")
    checked_on = (
        Checked("layout of 10.20, invented messages", "2026", 14),
        Checked("export of Signal 3.25 as reported, invented messages", "2017", 3),
    )

    def recognises(self, exhibit: Exhibit) -> bool:
        start = exhibit.beginning[:_GLANCE]
        return start.lstrip().startswith("<") and _START.search(start) is not None

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        told: set[AccountFacts | ConversationFacts] = set()
        number = 0
        with exhibit.open() as stream:
            for entry in _entries(elements(stream, _NAMES, _WANTED | _OF_A_PART)):
                number = entry.number
                if not entry.whole:
                    exhibit.report("is damaged or breaks off; read as far as it goes", place=entry.place)
                for fact in self._facts(exhibit, entry):
                    if isinstance(fact, Message) or fact not in told:
                        yield fact
                    if not isinstance(fact, Message):
                        told.add(fact)
        start = _START.search(exhibit.beginning)
        if start and start[1] and int(start[1]) > number:
            what = f"says that it holds {start[1]} messages, and {number} were found"
            exhibit.report(what, advice="get a complete copy")

    def _facts(self, exhibit: Exhibit, entry: _Entry) -> Iterator[Fact]:
        box = entry.get("msg_box" if entry.is_mms else "type")
        if box == _DRAFT:
            exhibit.report("a draft that was never sent was left out", place=entry.place, lost=False)
            return
        if entry.is_mms and entry.get("m_type") not in _SAID:
            return
        if box not in (_RECEIVED, *_FROM_OWNER):
            exhibit.report(
                f"box {box or 'none'} is not known: who wrote it is not clear", place=entry.place, lost=False
            )
        thread = _thread(entry)
        yield thread
        if len(thread.members) == 2 and entry.get("contact_name") not in _NOBODY:  # noqa: PLR2004 - one and the owner
            yield AccountFacts(thread.members[0], APP, entry.get("contact_name"))
        writer = next(iter(entry.numbers(_FROM)), None)
        sender = OWNER if box in _FROM_OWNER else member_of(thread, writer) if box == _RECEIVED else None
        files = _files(entry)
        yield Message(
            id=f"message {entry.number}",
            app=APP,
            conversation=thread.conversation,
            sender=sender,
            text=_text(entry),
            sent_at=unix(_number(entry.get("date"))),
            provenance=self.found(exhibit, entry.place),
            kind=Kind.MEDIA if files else Kind.TEXT,
            recipients=addressed_to(sender, thread) or _recipients(entry, thread, sender),
            attachments=files,
        )


def _entries(found: Iterator[Element]) -> Iterator[_Entry]:
    """Messages; an MMS that another one follows before its end was damaged."""
    number, head, inside = 0, None, list[Element]()
    for element in found:
        if head is not None and element.name in ("sms", "mms", "/mms", "/smses"):
            yield _mms(number, head, inside, ended=element.name == "/mms")
            head = None
        if element.name in ("sms", "mms"):
            number += 1
        if element.name == "sms" or (element.name == "mms" and element.empty):
            yield _Entry(number, element, (), element.whole)
        elif element.name == "mms":
            head, inside = element, []
        elif head is not None and element.name in ("part", "addr") and len(inside) <= _MOST_INSIDE:
            inside.append(element)
    if head is not None:
        yield _mms(number, head, inside, ended=False)


def _mms(number: int, head: Element, inside: list[Element], *, ended: bool) -> _Entry:
    whole = ended and head.whole and len(inside) <= _MOST_INSIDE and all(each.whole for each in inside)
    return _Entry(number, head, tuple(inside), whole)


def _value(element: Element, name: str) -> str:
    """An attribute; the app writes ``null`` for what is empty."""
    value = element.attributes.get(name, "")
    return "" if value == "null" else value


def _number(written: str) -> float | None:
    return float(written) if re.fullmatch(r"-?\d{1,18}", written) else None


def _thread(entry: _Entry) -> ConversationFacts:
    """Who is in it: the app joins the numbers of a group with ``~``."""
    given = [account_of(each) for each in entry.get("address").split("~")]
    others = [number for number in given if number] or [*entry.numbers(_FROM, *_TO)]
    return conversation_of(tuple(dict.fromkeys(each for each in others if each != OWNER)), "unknown thread")


def _recipients(entry: _Entry, thread: ConversationFacts, sender: str | None) -> tuple[str, ...]:
    if sender != OWNER:
        return ()
    return tuple(member_of(thread, number) or number for number in entry.numbers(*_TO) if number != OWNER)


def _text(entry: _Entry) -> str:
    if not entry.is_mms:
        return entry.head.attributes.get("body") or entry.get("subject")
    subject = subject_in(entry.get("sub"), 106 if entry.get("sub_cs") == "106" else None)
    texts = (_value(each, "text") for each in entry.inside if _value(each, "ct") == "text/plain")
    return "\n".join(text for text in (subject, *texts) if text)


def _files(entry: _Entry) -> tuple[str, ...]:
    """Names of what is in an MMS besides words and the plan of its page."""
    parts = [each for each in entry.inside if each.name == "part" and _value(each, "ct") != "application/smil"]
    files = tuple(_file_name(each) for each in parts if _value(each, "ct") != "text/plain" or not _value(each, "text"))
    return files or (("multimedia message that was not fetched",) if entry.get("m_type") == _NOTICE else ())


def _file_name(part: Element) -> str:
    named = (_value(part, name) for name in ("cl", "fn", "name", "ct"))
    return next((name for name in named if name), "file")
