"""Skype, as the account page exports it: ``messages.json`` with all conversations, alone or in a tar archive."""

from collections.abc import Iterator
from html.parser import HTMLParser

import msgspec

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, oldest_first, unique
from belisha.chats.times import iso
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message

_SYSTEM = ("ThreadActivity/", "Notice", "PopCard", "Control/", "EndToEndEncryption/", "InviteFree", "Signal/")
_MEDIA = ("RichText/Media_", "RichText/UriObject", "RichText/Files")
_GROUP, _PERSON, _BOT = "19:", "8:", "28:"
_BREAKS = ("p", "div", "li")
_EMPTY = ("br", "meta", "originalname", "filesize", "img", "e_m", "c", "swift")
_APART = ("initiator", "target", "name", "value", "id")
_SKIPPED = ("legacyquote", "eventtime", "title", "description", "script", "style", "ums", "duration", "part")


class SkypeExport(Format):
    """Conversations as exported from 2019 on; the markup of messages is made plain text, quotations are left out.

    Teams for home exports the same layout.
    """

    app = "Skype"
    found_in = ("*export*/messages.json",)
    checked_on = (Checked("export of all conversations", "2025", 13),)

    def recognises(self, exhibit: Exhibit) -> bool:
        if b'"conversations"' not in exhibit.head:
            return False
        tree = exhibit.json
        conversations = tree.get("conversations") if isinstance(tree, dict) else None
        return isinstance(conversations, list) and any(
            isinstance(c, dict) and "MessageList" in c for c in conversations
        )

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        top = Loose(exhibit.json, exhibit, "")
        owner = top.text("userId") or None
        named: set[str] = set()
        for each in top.objects("conversations"):
            said = list(each.objects("MessageList"))
            facts = _conversation(each, said, owner)
            yield facts
            for account, name in _names(each, said).items():
                if account not in named and name != account:
                    named.add(account)
                    yield AccountFacts(account, self.app, name)
            taken: set[str] = set()
            yield from oldest_first([self._message(one, facts, taken) for one in said])

    def _message(self, said: Loose, facts: ConversationFacts, taken: set[str]) -> Message:
        stated = said.text("messagetype") or ""
        content = _Content(said.text("content") or "", markup=stated != "Text")
        kind = _kind(stated)
        sender = None if kind is Kind.SYSTEM else said.text("from") or None
        return Message(
            id=unique(said.text("id"), said.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=sender,
            text=_text(kind, stated, content),
            sent_at=iso(said.text("originalarrivaltime")),
            provenance=self.found(said.exhibit, said.place),
            kind=kind,
            recipients=addressed_to(sender, facts),
            attachments=content.files if kind is Kind.MEDIA else (),
            reply_to=content.quoted,
            deleted="deletetime" in _properties(said),
        )


def _conversation(raw: Loose, said: list[Loose], owner: str | None) -> ConversationFacts:
    """Ids begin with 8: for a person, 28: for a bot and 19: for a group."""
    own = raw.text("id") or raw.text("displayName") or raw.place
    members = [one.text("from") or "" for one in said if not (one.text("messagetype") or "").startswith(_SYSTEM)]
    of_two = own.startswith((_PERSON, _BOT))
    members = [own, owner or ""] if of_two else [*_listed(raw), *members]
    group = False if of_two else True if own.startswith(_GROUP) else None
    title = raw.inner("threadProperties").text("topic") or raw.text("displayName") or ""
    return ConversationFacts(own, SkypeExport.app, title, tuple(dict.fromkeys(name for name in members if name)), group)


def _listed(raw: Loose) -> list[str]:
    """Members of a group, which the export writes as a JSON list inside a string."""
    members = raw.inner("threadProperties").raw.get("members")
    if isinstance(members, str):
        try:
            members = msgspec.json.decode(members)
        except (msgspec.DecodeError, RecursionError):
            return []
    return [each for each in members if isinstance(each, str)] if isinstance(members, list) else []


def _names(raw: Loose, said: list[Loose]) -> dict[str, str]:
    """The name that people see, for each account that has one here."""
    named = {one.text("from") or "": one.text("displayName") or "" for one in said if "displayName" in one}
    named.setdefault(raw.text("id") or "", raw.text("displayName") or "")
    return {a: name for a, name in named.items() if a and name and not a.startswith(_GROUP)}


def _properties(said: Loose) -> Loose:
    return Loose(said.raw.get("properties"), said.exhibit, said.place)


def _kind(stated: str) -> Kind:
    if stated == "Event/Call":
        return Kind.CALL
    if stated.startswith(_SYSTEM):
        return Kind.SYSTEM
    return Kind.MEDIA if stated.startswith(_MEDIA) else Kind.TEXT


def _text(kind: Kind, stated: str, content: "_Content") -> str:
    if kind is Kind.CALL:
        return content.call
    if kind is Kind.SYSTEM:
        return f"{stated.rpartition('/')[2]}: {' '.join(content.text.split())}".strip(": ")
    return "" if kind is Kind.MEDIA else content.text


class _Content(HTMLParser):
    """The markup of one message taken apart.

    Attributes:
        quoted: id of the message that it quotes, or None.
    """

    def __init__(self, content: str, *, markup: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._names: list[str] = []
        self._sort = ""
        self.quoted: str | None = None
        self._said: list[str] = []
        self._cited: list[str] = []
        self._state, self._seconds = "", 0.0
        self._open: list[str] = []
        if markup:
            self.feed(content)
            self.close()
        else:
            self._said.append(content)

    @property
    def files(self) -> tuple[str, ...]:
        """Names of what was sent along, or what sort of thing it was."""
        return tuple(dict.fromkeys(name for name in self._names if name)) or ((self._sort,) if self._sort else ())

    @property
    def text(self) -> str:
        """What was written; what it quotes only when nothing was added to it."""
        return "".join(self._said).strip() or "".join(self._cited).strip()

    @property
    def call(self) -> str:
        """The state of a call and how long it took, in seconds."""
        lasted = f", {self._seconds:.0f} s" if self._seconds else ""
        return f"call {self._state}{lasted}".replace("call ended", "call").strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("quote", "partlist", "uriobject", "originalname", "meta"):
            self._note(tag, given)
        elif tag == "c" and "s" in given:
            self._said.append(f"{given.get('f', '')} {given['s']}".strip())
        elif tag == "br":
            self._said.append("\n")
        if tag not in _EMPTY:
            self._open.append(tag)

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "quote":
            self.quoted = given.get("messageid") or None
        elif tag == "partlist":
            self._state = given.get("type", "")
        elif tag != "uriobject":
            self._names.append(given.get("v") or given.get("originalname") or "")
        else:
            self._sort = given.get("type", "").partition(".")[0].lower()
            self._said.append(given.get("title", "") if self._sort == "poll" else "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in (*_APART, *_BREAKS):
            self._said.append(" " if tag in _APART else "\n")

    def handle_data(self, data: str) -> None:
        if "duration" in self._open:
            self._seconds = max(self._seconds, _number(data))
        elif any(tag in _SKIPPED for tag in self._open) or "uriobject" in self._open:
            return
        elif "quote" in self._open:
            self._cited.append(data)
        else:
            self._said.append(data)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
