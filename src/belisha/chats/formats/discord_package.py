"""Discord's data package, as the app gives it to its user: everything that this one user wrote."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, loose_objects, unique
from belisha.chats.times import iso, unix
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message

_HEADER = re.compile(rb"(?:\xef\xbb\xbf)?ID,Timestamp,Contents,Attachments\r?\n?")
_ACCOUNT_FOLDERS = (
    "account",
    "Account",
    "Compte",
    "Konto",
    "Cuenta",
    "Conta",
    "アカウント",
    "계정",
    "Аккаунт",
    "Hesap",
)
_TWO, _SOME = ("1", "DM"), ("3", "GROUP_DM")
_DIRECT = re.compile(r"(?:Direct Message with |.*\s(?=\S+$))(?P<name>.+?)(?:#0)?")
"""A channel in the package's list, in any language; only in English may the name have spaces."""
_SNOWFLAKE_EPOCH, _SNOWFLAKE_SHIFT = 1_420_070_400_000, 22
"""Discord's ids count milliseconds since 2015 in their upper bits (developer documentation, "Snowflakes")."""


class _Package(NamedTuple):
    """What the package knows apart from messages: whose it is, names by account, titles by channel."""

    owner: str
    names: dict[str, str]
    titles: Loose


class DiscordPackage(Format):
    """``messages.json`` (since 2023) or ``messages.csv`` of one channel, with what stands around it in the package.

    Folders are named in the user's language since 2025. What others wrote is not in it. Without ``user.json`` of the
    account folder, the user is the unnamed owner; what lies outside of the evidence handed over is not looked at.
    """

    app = "Discord"
    found_in = ("/c[0-9]*/messages.json", "/messages/[0-9]*/messages.csv", "/c[0-9]*/messages.csv")
    checked_on = (
        Checked("package, JSON", "2024", 6),
        Checked("package, JSON, in German", "2025", 2),
        Checked("package, CSV", "2021", 4),
    )

    def recognises(self, exhibit: Exhibit) -> bool:
        if _HEADER.match(exhibit.head):
            return True
        start = exhibit.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if start.rstrip() == b"[]":
            return exhibit.name == "messages.json" and {"id", "type"} <= _beside(exhibit, "channel.json").raw.keys()
        if not start.startswith(b"[") or b'"Contents"' not in start or b'"Timestamp"' not in start:
            return False
        tree = exhibit.json
        return isinstance(tree, list) and any(isinstance(e, dict) and {"ID", "Contents"} <= e.keys() for e in tree)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        package = _package(exhibit)
        facts = _conversation(exhibit, package)
        yield facts
        for account in dict.fromkeys((package.owner, *facts.members)):
            if account in package.names:
                yield AccountFacts(account, self.app, package.names[account])
        taken: set[str] = set()
        for raw in _entries(exhibit):
            yield self._message(raw, facts, package.owner, taken)

    def _message(self, raw: Loose, facts: ConversationFacts, owner: str, taken: set[str]) -> Message:
        urls = (raw.text("Attachments") or "").split()
        attachments = tuple(url.rpartition("/")[2].partition("?")[0] or url for url in urls)
        number = raw.text("ID")
        return Message(
            id=unique(number, raw.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=owner,
            text=raw.text("Contents") or "",
            sent_at=_time(raw, number),
            provenance=self.found(raw.exhibit, raw.place),
            kind=Kind.MEDIA if attachments else Kind.TEXT,
            recipients=addressed_to(owner, facts),
            attachments=attachments,
        )


def _entries(exhibit: Exhibit) -> Iterator[Loose]:
    if not _HEADER.match(exhibit.head):
        yield from loose_objects(exhibit.json if isinstance(exhibit.json, list) else [], exhibit, "messages")
        return
    reader = csv.DictReader(io.StringIO(exhibit.text(), newline=""))
    ended = reader.line_num if reader.fieldnames else 0
    try:
        for row in reader:
            yield Loose({key: value for key, value in row.items() if value}, exhibit, f"line {ended + 1}")
            ended = reader.line_num
    except csv.Error as error:
        exhibit.report(f"the table breaks off ({error})", place=f"line {reader.line_num}", advice="request it again")


def _beside(exhibit: Exhibit, name: str) -> Loose:
    """Another JSON file of the package; an empty object when it is not there or not in the evidence."""
    other = exhibit.within(name)
    return Loose(None if other is None else other.json, exhibit, name)


def _package(exhibit: Exhibit) -> _Package:
    user = next(
        (user for folder in _ACCOUNT_FOLDERS if "id" in (user := _beside(exhibit, f"../../{folder}/user.json"))),
        Loose(None, exhibit, ""),
    )
    names = {}
    for person in (user, *(each.inner("user") for each in user.objects("relationships"))):
        account, name = person.text("id"), person.text("global_name") or person.text("username")
        if account and name:
            names[account] = name
    return _Package(user.text("id") or OWNER, names, _beside(exhibit, "../index.json"))


def _conversation(exhibit: Exhibit, package: _Package) -> ConversationFacts:
    """The channel; a conversation of two bears the other's name, from the list of friends or of channels."""
    channel = _beside(exhibit, "channel.json")
    number = channel.text("id") or exhibit.folder.removeprefix("c")
    sort = channel.text("type")
    listed = package.titles.text(number) or ""
    direct = _DIRECT.fullmatch(listed)
    members = tuple(each for each in channel.strings("recipients") if each.isdecimal())
    group = False if sort in _TWO else None if sort is None else True
    if group is False:
        others = [each for each in members if each != package.owner]
        members = (package.owner, *others) if package.owner != OWNER else members
        if direct and package.owner != OWNER:
            package.names.update({other: direct["name"] for other in others if other not in package.names})
        shown = [package.names[each] for each in others if each in package.names]
        title = next(iter(shown), "") if package.owner != OWNER else ""
        title = title or (direct["name"] if direct else listed)
    else:
        parts = (channel.inner("guild").text("name"), channel.text("name"))
        title = " / ".join(part for part in parts if part) or listed
    return ConversationFacts(number, DiscordPackage.app, title, members, group)


def _time(raw: Loose, number: str | None) -> datetime | None:
    """When it was written; the id says so, too, where the time cannot be read."""
    written = raw.text("Timestamp")
    sent_at = iso(written)
    if sent_at is None and number and number.isdecimal():
        sent_at = unix((int(number) >> _SNOWFLAKE_SHIFT) + _SNOWFLAKE_EPOCH, 1e3)
        raw.exhibit.report("no readable time; taken from the id", place=raw.place, lost=False)
    return sent_at
