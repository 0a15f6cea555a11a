"""Telegram Desktop's export in JSON: the whole account, or one chat."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, unique
from belisha.chats.times import iso, unix
from belisha.model import OWNER, AccountFacts, ConversationFacts, Fact, Kind, Message

_TWO = ("personal_chat", "bot_chat")
_GROUPS = ("private_group", "private_supergroup", "public_supergroup", "private_channel", "public_channel")
_TYPES = (*_TWO, *_GROUPS, "saved_messages", "replies", "verify_codes")
_SORTS = ("message", "service", "unsupported")
_CALLS = ("phone_call", "group_call", "conference_call")
_PREFACE = 100
"""Bytes: the export of an account begins with a text about itself."""
_FIRST_GROUP_ID = 2**32
"""Exports until 2021 number people, groups and channels in one row: people come first."""
_FILES = ("photo", "file", "contact_vcard")
_THINGS = {
    "location_information": "location",
    "contact_information": "contact card",
    "game_title": "game",
    "invoice_information": "invoice",
    "giveaway_information": "giveaway",
}
_MEDIA = frozenset((*_FILES, *_THINGS, "media_type", "place_name"))
_DETAILS = ("title", "new_title", "members", "inviter", "duration_seconds", "duration", "discard_reason", "period")


class _Chat(NamedTuple):
    """One chat of the export: its messages, who wrote each, and what they share."""

    messages: list[Loose]
    senders: list[str | None]
    facts: ConversationFacts


class TelegramJson(Format):
    """``result.json`` of Telegram Desktop, by the source of its writer (``export_output_json.cpp``, 1.4 to 5).

    Accounts are written ``user123``, the numbers of older exports too. ``date_unixtime`` gives the time; older exports
    have only a local time without zone. What was forwarded counts as said by who forwarded it.
    """

    app = "Telegram"
    found_in = ("/ChatExport_*/result.json", "/DataExport_*/result.json")
    checked_on = (
        Checked("Telegram Desktop, one chat", "2025", 12),
        Checked("Telegram Desktop, whole account", "2024", 12),
        Checked("Telegram Desktop, older", "2019", 5),
    )

    def recognises(self, exhibit: Exhibit) -> bool:
        head = exhibit.head
        whole = b'"personal_information"' in head or b'"chats"' in head or b'"about"' in head[:_PREFACE]
        if not (whole or (b'"messages"' in head and b'"type"' in head)):
            return False
        return any(_is_chat(chat) for chat in _raw_chats(exhibit.json))

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        top = Loose(exhibit.json, exhibit, "")
        owner = _owner(top)
        names = dict(_known_names(top))
        told: set[str] = set()
        untimed: list[str] = []
        for chat in _chats(top, owner):
            yield chat.facts
            names.update(_names(chat))
            for account in dict.fromkeys((*chat.facts.members, *chat.senders)):
                if account is not None and account not in told and account in names:
                    told.add(account)
                    yield AccountFacts(account, self.app, names[account])
            yield from self._said(chat, untimed)
        if untimed:
            exhibit.report("times without a zone; they are taken as UTC", place=untimed[0], lost=False)

    def _said(self, chat: _Chat, untimed: list[str]) -> Iterator[Message]:
        taken: set[str] = set()
        for raw, sender in zip(chat.messages, chat.senders, strict=True):
            if raw.raw.get("type") == "unsupported":
                raw.exhibit.report(
                    "of a kind that the exporting Telegram did not know",
                    place=raw.place,
                    advice="export with a newer one",
                )
                continue
            if "date_unixtime" not in raw and "date" in raw:
                untimed.append(raw.place)
            yield self._message(raw, sender, chat.facts, taken)

    def _message(self, raw: Loose, writer: str | None, facts: ConversationFacts, taken: set[str]) -> Message:
        kind = _kind(raw)
        sender = None if kind is Kind.SYSTEM else writer
        elsewhere = raw.text("reply_to_peer_id")
        return Message(
            id=unique(raw.text("id"), raw.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=sender,
            text=_event(raw) if kind in (Kind.SYSTEM, Kind.CALL) else _text(raw),
            sent_at=_time(raw),
            provenance=self.found(raw.exhibit, raw.place),
            kind=kind,
            recipients=addressed_to(sender, facts),
            attachments=_attachments(raw) if kind is Kind.MEDIA else (),
            reply_to=raw.text("reply_to_message_id") if elsewhere is None else None,
        )


def _raw_chats(tree: object) -> Iterator[Any]:
    """The chats in a tree: itself, or those in its two lists."""
    if not isinstance(tree, dict):
        return
    if "messages" in tree:
        yield tree
    for key in ("chats", "left_chats"):
        listed = tree.get(key)
        chats = listed.get("list") if isinstance(listed, dict) else None
        yield from chats if isinstance(chats, list) else ()


def _is_chat(chat: object) -> bool:
    if not isinstance(chat, dict) or not isinstance(chat.get("messages"), list):
        return False
    first = next((each for each in chat["messages"] if isinstance(each, dict)), None)
    if first is None:
        return chat.get("type") in _TYPES
    return first.get("type") in _SORTS and {"id", "type"} <= first.keys() and {"id", "type"} & chat.keys() != set()


def _chats(top: Loose, owner: str | None) -> Iterator[_Chat]:
    used: set[str] = set()
    if "messages" in top:
        yield _chat(top, owner, used)
    for key in ("chats", "left_chats"):
        if key in top:
            for raw in top.inner(key).objects("list"):
                yield _chat(raw, owner, used)


def _chat(raw: Loose, owner: str | None, used: set[str]) -> _Chat:
    """A chat; of two people, the other one bears the chat's own number."""
    messages = list(raw.objects("messages"))
    sort, number = raw.text("type") or "", raw.text("id")
    conversation = number or raw.text("name") or raw.place or sort
    # Numbers of people, groups and channels are counted apart, and may meet.
    conversation = f"{conversation} {sort}" if conversation in used else conversation
    used.add(conversation)
    wrote = [_sender(each) for each in messages]
    senders = tuple(sender for sender in dict.fromkeys(wrote) if sender)
    group = True if sort in _GROUPS else False if sort in _TWO else None
    members = senders
    if group is False:
        other = _account(number) or next((each for each in senders if each != owner), None)
        me = owner or next((each for each in senders if each != other), OWNER)
        members = (other, me) if other else (me,)
    elif sort == "saved_messages" and owner:
        members = (owner,)
    title = raw.text("name") or ""
    return _Chat(messages, wrote, ConversationFacts(conversation, TelegramJson.app, title, members, group))


def _owner(top: Loose) -> str | None:
    return _account(top.inner("personal_information").text("user_id"))


def _account(number: str | None) -> str | None:
    """An account as newer exports write it; the numbers of groups in older ones stay as they are."""
    if not number:
        return None
    return f"user{number}" if number.isdecimal() and int(number) < _FIRST_GROUP_ID else number


def _sender(raw: Loose) -> str | None:
    """Who wrote or did it; exports of 2018 have only names."""
    return _account(raw.text("from_id", "actor_id")) or raw.text("from", "actor")


def _names(chat: _Chat) -> Iterator[tuple[str, str]]:
    """What the export calls the accounts; deleted ones have no name."""
    for raw, sender in zip(chat.messages, chat.senders, strict=True):
        name = raw.text("from", "actor") if sender else None
        if sender and name and sender != name:
            yield sender, name
    if chat.facts.group is False and chat.facts.title:
        yield chat.facts.members[0], chat.facts.title


def _known_names(top: Loose) -> Iterator[tuple[str, str]]:
    """Names of the owner and of the contacts."""
    for person in (top.inner("personal_information"), *top.inner("contacts").objects("list")):
        account = _account(person.text("user_id"))
        name = " ".join(part for part in (person.text("first_name"), person.text("last_name")) if part)
        if account and name:
            yield account, name


def _kind(raw: Loose) -> Kind:
    if raw.raw.get("type") == "service":
        return Kind.CALL if raw.text("action") in _CALLS else Kind.SYSTEM
    if _MEDIA.isdisjoint(raw.raw):
        return Kind.TEXT
    return Kind.MEDIA if any(key in raw for key in _MEDIA) else Kind.TEXT


def _text(raw: Loose) -> str:
    """The text, put together from its parts; of a poll, the question and the answers."""
    parts = raw.raw.get("text")
    said = _joined(parts if parts not in (None, "", []) else raw.raw.get("text_entities"))
    if "poll" in raw and not said:
        poll = raw.inner("poll")
        said = "\n".join(
            _joined(each) for each in (poll.raw.get("question"), *(a.raw.get("text") for a in poll.objects("answers")))
        )
    return said


def _joined(parts: object) -> str:
    if isinstance(parts, str):
        return parts
    if isinstance(parts, dict):
        return _joined(parts.get("text"))
    if isinstance(parts, list):
        return "".join(map(_joined, parts))
    return "" if parts is None else str(parts)


def _event(raw: Loose) -> str:
    """What happened, in the export's own words: who, what, and the details that it gives."""
    details = [value for key in _DETAILS if key in raw and (value := _detail(raw, key))]
    words = [raw.text("actor") or "", (raw.text("action") or "").replace("_", " "), ", ".join(details)]
    return " ".join([*filter(None, words), raw.text("information_text") or "", _text(raw)]).strip()


def _detail(raw: Loose, key: str) -> str:
    value = raw.raw[key]
    if isinstance(value, list):
        return ", ".join(str(each) for each in value if each)
    return f"{value} s" if key.startswith(("duration", "period")) else str(value)


def _attachments(raw: Loose) -> tuple[str, ...]:
    """File names; for what was not exported, the name it had or what sort of thing it was."""
    found = []
    for key in _FILES:
        path = raw.text(key)
        if path is not None:
            left_out = "(File" in path or not path
            found.append(
                (raw.text("file_name", "media_type", "mime_type") or key) if left_out else path.rpartition("/")[2]
            )
    found += [name for key, name in _THINGS.items() if key in raw]
    if "contact_information" in raw:
        person = raw.inner("contact_information")
        found += [part for key in ("first_name", "last_name", "phone_number") if (part := person.text(key))]
    found += [place for key in ("place_name", "address") if (place := raw.text(key))]
    return tuple(found) or (raw.text("media_type") or "media",)


def _time(raw: Loose) -> datetime | None:
    written = raw.text("date")
    moment = unix(raw.number("date_unixtime"), 1) or iso(written)
    if moment is None and (written or "date_unixtime" in raw):
        raw.exhibit.report(f"the time {(written or '')[:40]!r} cannot be read", place=raw.place, lost=False)
    return moment
