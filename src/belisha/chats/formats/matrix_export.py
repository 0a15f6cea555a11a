"""Matrix rooms: Element's "Export chat" in JSON, and lists of raw events from any client or server."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, unique
from belisha.chats.times import unix
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message

_MEDIA = ("m.image", "m.video", "m.audio", "m.file")
_LISTS = ("messages", "events", "chunk", "timeline")
_POLLS = ("m.poll.start", "org.matrix.msc3381.poll.start")
_STATE = {"m.room.name": "name", "m.room.topic": "topic", "m.room.encryption": "algorithm"}
_WORDLESS = {"m.room.encrypted": (Kind.TEXT, ""), "m.sticker": (Kind.MEDIA, ""), "m.call.invite": (Kind.CALL, "call")}
_UNREADABLE = "m.bad.encrypted"


class _Room(NamedTuple):
    """What other events say about a message.

    Attributes:
        events: all of them, by place.
        edits: latest content of an edited event, by (sender, event id).
        removed: ids of events that someone took back.
    """

    events: list[Loose]
    edits: dict[tuple[str, str], Loose]
    removed: set[str]


class MatrixExport(Format):
    """Messages with their last wording; edits, reactions and redactions are no messages of their own.

    Client-server API, r0 to v1.11. What could not be decrypted when it was exported is counted and reported.
    """

    app = "Matrix"
    found_in = ("/matrix*export*.json", "*Chat Export*/export.json")
    checked_on = (Checked("Element 1.11 export", "2025", 11), Checked("raw events, of /messages or by line", "2024", 7))

    def recognises(self, exhibit: Exhibit) -> bool:
        if b'"origin_server_ts"' not in exhibit.head and b'"event_id"' not in exhibit.head:
            return b'"room_creator"' in exhibit.head and b'"exported_by"' in exhibit.head
        return any(_is_event(event) for _, event in _raw_events(exhibit))

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        by_room: dict[str, list[Loose]] = {}
        title = "" if _is_by_line(exhibit) else Loose(exhibit.json, exhibit, "").text("room_name") or ""
        for place, raw in _raw_events(exhibit):
            event = Loose(raw, exhibit, place)
            if event.raw:
                by_room.setdefault(event.text("room_id") or title or exhibit.name, []).append(event)
            else:
                exhibit.report("not an event", place=place)
        for own, events in by_room.items():
            yield from self._read_room(own, title, events)

    def _read_room(self, own: str, title: str, events: list[Loose]) -> Iterator[Fact]:
        room = _Room(events, _edits(events), {gone for event in events if (gone := _taken_back(event))})
        names = {
            person: event.inner("content").text("displayname") or "" for event in events if (person := _joined(event))
        }
        facts = self._facts(own, title, events, names)
        yield facts
        yield from (AccountFacts(person, self.app, name) for person, name in names.items() if name)
        taken: set[str] = set()
        for event in room.events:
            message = self._message(event, room, facts, taken)
            if message is not None:
                yield message
        locked = sum(_is_locked(event) for event in events)
        if locked:
            events[0].exhibit.report(
                f"encrypted messages that could not be read: {locked}",
                place=own,
                advice="export again from a session that holds the keys",
            )

    def _facts(self, own: str, title: str, events: list[Loose], names: dict[str, str]) -> ConversationFacts:
        """Two people make a conversation of two only if the room was made for it, or is called like one of them."""
        renamed = (event.inner("content").text("name") for event in events if event.text("type") == "m.room.name")
        title = title or next((name for name in renamed if name), "")
        members = tuple(dict.fromkeys([*names, *(event.text("sender") or "" for event in events)]))
        direct = any(event.inner("content").flag("is_direct") for event in events)
        of_two = len(members) == 2 and (direct or title in (*names, *names.values()))  # noqa: PLR2004 - two people
        group = True if len(members) > 2 else False if of_two else None  # noqa: PLR2004 - two people
        return ConversationFacts(own, self.app, title, tuple(name for name in members if name), group)

    def _message(self, event: Loose, room: _Room, facts: ConversationFacts, taken: set[str]) -> Message | None:
        own, sender = event.text("event_id"), event.text("sender")
        relation = event.inner("content").inner("m.relates_to")
        original = relation.text("event_id") or ""
        if relation.text("rel_type") == "m.replace" and any(each.text("event_id") == original for each in room.events):
            return None
        content = _latest(event, room.edits.get((sender or "", own or "")))
        deleted = "redacted_because" in event.inner("unsigned") or own in room.removed
        kind, text = _said(event, content)
        if kind is None or (_is_locked(event) and not deleted):
            return None
        reply = relation.inner("m.in_reply_to").text("event_id")
        return Message(
            id=unique(own, event.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=None if kind is Kind.SYSTEM else sender,
            text=_without_fallback(text) if reply else text,
            sent_at=unix(event.number("origin_server_ts"), 1e3),
            provenance=self.found(event.exhibit, event.place),
            kind=kind,
            recipients=addressed_to(sender, facts) if facts.group is False and kind is not Kind.SYSTEM else (),
            attachments=_attachments(content) if kind is Kind.MEDIA else (),
            reply_to=None if relation.flag("is_falling_back") else reply,
            deleted=deleted,
        )


def _is_by_line(exhibit: Exhibit) -> bool:
    """Whether each line is an event, and not the whole file a tree."""
    first, _, rest = exhibit.head.strip().partition(b"\n")
    return bool(rest) and _is_event(_decoded(first))


def _decoded(line: bytes | str) -> object:
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeError):
        return None


def _raw_events(exhibit: Exhibit) -> Iterator[tuple[str, object]]:
    """Events as they stand in the file, each with its place."""
    if _is_by_line(exhibit):
        lines = enumerate(exhibit.text().split("\n"), start=1)
        yield from ((f"line {number}", _decoded(line)) for number, line in lines if line.strip())
        return
    tree, where = exhibit.json, ""
    if isinstance(tree, dict):
        where = next((key for key in _LISTS if isinstance(tree.get(key), list)), "")
        tree = tree.get(where)
    for number, event in enumerate(tree if isinstance(tree, list) else []):
        yield f"{where}[{number}]", event


def _is_event(raw: object) -> bool:
    return (
        isinstance(raw, dict)
        and isinstance(raw.get("type"), str)
        and isinstance(raw.get("content"), dict)
        and ("origin_server_ts" in raw or "event_id" in raw)
    )


def _joined(event: Loose) -> str | None:
    """Whom an event of membership is about."""
    return (event.text("state_key") or event.text("sender")) if event.text("type") == "m.room.member" else None


def _taken_back(event: Loose) -> str | None:
    if event.text("type") != "m.room.redaction":
        return None
    return event.text("redacts") or event.inner("content").text("redacts")


def _is_locked(event: Loose) -> bool:
    content = event.inner("content")
    return content.text("msgtype") == _UNREADABLE or (event.text("type") == "m.room.encrypted" and bool(content.raw))


def _edits(events: list[Loose]) -> dict[tuple[str, str], Loose]:
    """The last wording of each edited message; only the writer's own edits count, as in every client."""
    found: dict[tuple[str, str], Loose] = {}
    for event in sorted(events, key=lambda event: event.number("origin_server_ts") or 0):
        relation = event.inner("content").inner("m.relates_to")
        target = relation.text("event_id")
        if target and relation.text("rel_type") == "m.replace":
            found[event.text("sender") or "", target] = event.inner("content").inner("m.new_content")
    return found


def _latest(event: Loose, edit: Loose | None) -> Loose:
    bundled = event.inner("unsigned").inner("m.relations").inner("m.replace").inner("content")
    own = event.inner("content")
    versions = (edit, bundled.inner("m.new_content"), own.inner("m.new_content"), own)
    return next((version for version in versions if version is not None and version.raw), own)


def _said(event: Loose, content: Loose) -> tuple[Kind | None, str]:
    """What sort of message an event is, and its words; None for what says nothing (reactions, receipts, keys)."""
    stated = event.text("type") or ""
    if stated == "m.room.message":
        return _spoken(content)
    if stated in _WORDLESS:
        return _WORDLESS[stated]
    if stated in _POLLS:
        question = content.inner(_POLLS[1]) if _POLLS[1] in content else content.inner("m.poll")
        return Kind.TEXT, question.inner("question").text("body") or content.text(
            "body", "org.matrix.msc1767.text"
        ) or ""
    if stated == "m.room.member":
        return Kind.SYSTEM, f"{_joined(event)}: {content.text('membership') or '?'}"
    if stated in _STATE:
        return Kind.SYSTEM, f"{stated.removeprefix('m.room.')}: {content.text(_STATE[stated]) or ''}"
    return None, ""


def _spoken(content: Loose) -> tuple[Kind | None, str]:
    stated, body = content.text("msgtype") or "", content.text("body") or ""
    if stated.startswith("m.key.verification"):
        return None, ""
    if stated in _MEDIA:
        # Since v1.10 the body is a caption when the name stands beside it; before, it was the name.
        return Kind.MEDIA, body if content.text("filename") not in (None, body) else ""
    return Kind.TEXT, body


def _attachments(content: Loose) -> tuple[str, ...]:
    name = content.text("filename", "body") or content.text("url")
    return (name,) if name else ()


def _without_fallback(text: str) -> str:
    """A reply without the quoted lines that old clients put before it."""
    if not text.startswith("> "):
        return text
    quoted, gap, rest = text.partition("\n\n")
    return rest if gap and all(line.startswith(">") for line in quoted.split("\n")) else text
