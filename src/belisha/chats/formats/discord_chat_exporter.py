"""Discord channels as the tool DiscordChatExporter saves them, in JSON and in CSV."""

import csv
import io
import re
from collections.abc import Iterator

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, unique
from belisha.chats.times import iso
from belisha.chats.written_times import moment, order_of
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message

_HEADER = re.compile(rb'(?:\xef\xbb\xbf)?"?AuthorID"?,"?Author"?,"?Date"?,"?Content"?,"?Attachments"?')
_PREFACE = 4096
"""Bytes: guild and channel stand at the beginning, before any message."""
_NAMED = re.compile(r"(?P<title>.*?)\s*\[(?P<id>\d{5,20})\](?:\s*\[part \d+\])?(?:\s*\(.*\))?\.csv$", re.IGNORECASE)
_TWO, _SOME = "DirectTextChat", "DirectGroupTextChat"
_DIRECT = "Direct Messages"
_SYSTEM = (
    "RecipientAdd", "RecipientRemove", "ChannelNameChange", "ChannelIconChange", "ChannelPinnedMessage",
    "GuildMemberJoin", "ThreadCreated",
)  # fmt: skip
_REPLY = "Reply"
_BOTH = 2


class DiscordChatExporter(Format):
    """One channel, thread or direct conversation to a file, by the source of the tool (2.0 to 2.46).

    Who saved it is not stated. The CSV has no message ids and, before 2.41, times of the local zone and order.
    """

    app = "Discord"
    found_in = ("/Direct Messages - * [[]*].json", "/Direct Messages - * [[]*].csv")
    checked_on = (Checked("2.44, JSON", "2025", 9), Checked("2.36, JSON", "2022", 2), Checked("CSV", "2025", 6))

    def recognises(self, exhibit: Exhibit) -> bool:
        if _HEADER.match(exhibit.head):
            return True
        start = exhibit.head[:_PREFACE]
        if b'"guild"' not in start or b'"channel"' not in start:
            return False
        tree = exhibit.json
        return (
            isinstance(tree, dict) and isinstance(tree.get("channel"), dict) and isinstance(tree.get("messages"), list)
        )

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        if _HEADER.match(exhibit.head):
            yield from self._table(exhibit)
        else:
            yield from self._tree(Loose(exhibit.json, exhibit, ""))

    def _tree(self, top: Loose) -> Iterator[Fact]:
        entries = list(top.objects("messages"))
        names = {account: _shown(author) for author in map(_author, entries) if (account := author.text("id"))}
        facts = _conversation(top, names)
        yield facts
        yield from (AccountFacts(account, self.app, name) for account, name in names.items() if name)
        taken: set[str] = set()
        for raw in entries:
            yield self._message(raw, facts, taken)

    def _message(self, raw: Loose, facts: ConversationFacts, taken: set[str]) -> Message:
        attachments = _attachments(raw) + _attachments(raw.inner("forwardedMessage"))
        sort = raw.text("type") or ""
        kind = (
            Kind.CALL
            if sort == "Call"
            else Kind.SYSTEM
            if sort in _SYSTEM
            else Kind.MEDIA
            if attachments
            else Kind.TEXT
        )
        author = _author(raw)
        sender = None if kind is Kind.SYSTEM else author.text("id", "name")
        text = raw.text("content") or raw.inner("forwardedMessage").text("content") or _embedded(raw)
        sent_at = iso(raw.text("timestamp"))
        if sent_at is None:
            raw.exhibit.report(f"the time {raw.text('timestamp')!r} cannot be read", place=raw.place, lost=False)
        return Message(
            id=unique(raw.text("id"), raw.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=sender,
            text=f"{_shown(author)}: {text}" if kind is Kind.SYSTEM and _shown(author) else text,
            sent_at=sent_at,
            provenance=self.found(raw.exhibit, raw.place),
            kind=kind,
            recipients=addressed_to(sender, facts),
            attachments=attachments,
            reply_to=raw.inner("reference").text("messageId") if sort == _REPLY else None,
        )

    def _table(self, exhibit: Exhibit) -> Iterator[Fact]:
        reader = csv.DictReader(io.StringIO(exhibit.text(), newline=""))
        rows: list[tuple[str, dict[str, str | None]]] = []
        ended = reader.line_num if reader.fieldnames else 0
        try:
            for row in reader:
                rows.append((f"line {ended + 1}", row))
                ended = reader.line_num
        except csv.Error as error:
            exhibit.report(f"the table breaks off ({error})", place=f"line {reader.line_num}", advice="export it again")
        names = {account: row.get("Author") or "" for _, row in rows if (account := row.get("AuthorID"))}
        named = _NAMED.search(exhibit.name)
        title = named["title"] if named else exhibit.name.removesuffix(".csv")
        two = title.startswith(_DIRECT) and len(names) <= _BOTH
        group = False if two else True if named else None
        facts = ConversationFacts(named["id"] if named else title, self.app, title, tuple(names), group)
        yield facts
        yield from (AccountFacts(account, self.app, name) for account, name in names.items() if name)
        order = order_of(row.get("Date") or "" for _, row in rows)
        for place, row in rows:
            sent_at = moment(row.get("Date") or "", order)
            if sent_at is None:
                exhibit.report(f"the time {row.get('Date')!r} cannot be read", place=place, lost=False)
            sender = row.get("AuthorID") or row.get("Author") or None
            attachments = tuple(filter(None, map(_file_name, (row.get("Attachments") or "").split(","))))
            yield Message(
                id=place,
                app=self.app,
                conversation=facts.conversation,
                sender=sender,
                text=row.get("Content") or "",
                sent_at=sent_at,
                provenance=self.found(exhibit, place),
                kind=Kind.MEDIA if attachments else Kind.TEXT,
                recipients=addressed_to(sender, facts),
                attachments=attachments,
            )


def _conversation(top: Loose, names: dict[str, str]) -> ConversationFacts:
    """The channel; of two people, the one whose name it bears is the other, and the owner need not have written."""
    channel, guild = top.inner("channel"), top.inner("guild")
    sort, name = channel.text("type") or "", channel.text("name") or ""
    members, group = tuple(names), True
    if sort == _TWO:
        group = False
        wrote = [_author(each) for each in top.objects("messages")]
        programs = {author.text("id") for author in wrote if author.flag("isBot")}
        people = tuple(member for member in members if member not in programs)
        members = people if len(people) == _BOTH else members
        named_so = any(name in (author.text("name"), author.text("nickname")) for author in wrote)
        members = (*members, OWNER) if len(members) == 1 and named_so else members
    title = (
        name
        if sort in (_TWO, _SOME)
        else " / ".join(filter(None, (guild.text("name"), channel.text("category"), name)))
    )
    number = channel.text("id") or title or top.exhibit.name
    return ConversationFacts(number, DiscordChatExporter.app, title, members, group)


def _author(raw: Loose) -> Loose:
    return raw.inner("author")


def _shown(author: Loose) -> str:
    return author.text("nickname") or author.text("name") or ""


def _attachments(raw: Loose) -> tuple[str, ...]:
    files = tuple(each.text("fileName") or _file_name(each.text("url") or "") for each in raw.objects("attachments"))
    stickers = tuple(f"sticker {each.text('name') or ''}".strip() for each in raw.objects("stickers"))
    return (*filter(None, files), *stickers)


def _file_name(url: str) -> str:
    return url.strip().rpartition("/")[2].partition("?")[0]


def _embedded(raw: Loose) -> str:
    """What programs write instead of a text: title and description of a card."""
    parts = (each.text(key) for each in raw.objects("embeds") for key in ("title", "description"))
    return "\n".join(part for part in parts if part)
