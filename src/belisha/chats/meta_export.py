"""What Messenger and Instagram share: Meta's "Download your information" writes both apps' threads alike.

Two layouts. ``message_N.json`` in a folder per thread (2018 to today; up to 10,000 messages a file, newest first) has
strings that are UTF-8 bytes written as if each were a character. ``<name>_<number>.json`` of the download of end-to-end
encrypted chats (2023 to today) is plain UTF-8.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

from belisha.chats.exhibit import Exhibit
from belisha.chats.loose_json import Loose, loose_objects, oldest_first
from belisha.chats.times import unix
from belisha.model import ConversationFacts, Fact, Kind, Message, Provenance

_MARKS = (b'"sender_name"', b'"senderName"', b'"thread_path"', b'"threadName"')
_PLAIN = {"sender_name", "timestamp_ms"}
_SECURE = {"senderName", "timestamp"}
_INSTAGRAM = re.compile(r"your_instagram_activity|^instagram([-_ ]|$)")
_FACEBOOK = re.compile(
    r"your_(facebook_activity|activity_across_facebook)|^(facebook|messenger)([-_ ]|$)|^e2ee_cutover$"
)
_MEDIA = ("photos", "videos", "audio_files", "gifs", "files", "media")
_COMING_AND_GOING = ("subscribe", "unsubscribe")


def thread_in(exhibit: Exhibit) -> dict[str, Any] | None:
    """The tree of a thread in either layout, or None when the file is none."""
    if not any(mark in exhibit.head for mark in _MARKS):
        return None
    tree = exhibit.json
    if not isinstance(tree, dict) or not isinstance(tree.get("messages"), list):
        return None
    named = {"participants", "thread_path"} <= tree.keys() or {"participants", "threadName"} <= tree.keys()
    spoken = any(
        isinstance(said, dict) and (said.keys() >= _PLAIN or said.keys() >= _SECURE) for said in tree["messages"]
    )
    return tree if named or spoken else None


def is_instagram(exhibit: Exhibit, tree: dict[str, Any]) -> bool:
    """Whether the thread is Instagram's: by the innermost telling folder, else by the paths of its media.

    The layout itself is the same in both apps. A file torn out of its folder, without media, counts as Messenger's.
    """
    for part in reversed(exhibit.parts[:-1]):
        if _INSTAGRAM.search(part.lower()) or _FACEBOOK.search(part.lower()):
            return bool(_INSTAGRAM.search(part.lower()))
    for said in tree["messages"]:
        for files in said.values() if isinstance(said, dict) else ():
            for file in files if isinstance(files, list) else [files]:
                uri = file.get("uri") if isinstance(file, dict) else None
                if isinstance(uri, str) and uri.startswith("your_"):
                    return uri.startswith("your_instagram")
    return False


def repaired(text: str) -> str:
    """Text whose characters are really UTF-8 bytes, put right; any other text as it is."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def read_thread(exhibit: Exhibit, app: str, found: Callable[[str], Provenance]) -> Iterator[Fact]:
    """The facts of one thread file, oldest message first.

    Args:
        exhibit: for which ``thread_in`` gave a tree.
        app: as people know it.
        found: makes a provenance of a place.
    """
    tree = thread_in(exhibit) or {}
    thread = Loose(tree, exhibit, "")
    said = list(loose_objects(tree.get("messages", []), exhibit, "messages"))
    facts = _conversation(thread, said, app)
    yield facts
    yield from oldest_first([_message(each, facts, found(each.place)) for each in said])


def _conversation(thread: Loose, said: list[Loose], app: str) -> ConversationFacts:
    """Names and members; the last piece of ``thread_path`` names a thread, whatever inbox it was moved to."""
    path = thread.text("thread_path") or ""
    stem = thread.exhibit.name.removesuffix(".json")
    secure = "threadName" in thread or any("senderName" in each for each in said)
    own = (
        thread.text("threadName") or stem
        if secure
        else repaired(path).rpartition("/")[2] or thread.exhibit.folder or stem
    )
    listed = [*thread.strings("participants"), *(each.text("name") or "" for each in _people(thread))]
    senders = [each.text("sender_name", "senderName") or "" for each in said]
    members = tuple(dict.fromkeys(repaired(name) for name in (*listed, *senders) if name))
    title = re.sub(r"_\d+$", "", own) if secure else repaired(thread.text("title") or "")
    return ConversationFacts(own, app, title, members, _is_group(thread, len(members)))


def _people(thread: Loose) -> Iterator[Loose]:
    """Participants written as objects; the oldest exports and the encrypted ones list bare names instead."""
    listed = thread.raw.get("participants")
    for raw in listed if isinstance(listed, list) else ():
        yield Loose(raw, thread.exhibit, "participants")


def _is_group(thread: Loose, members: int) -> bool | None:
    of_a_type = "group" in (thread.text("thread_type") or "").lower()
    if members > 2 or "joinable_mode" in thread or of_a_type:  # noqa: PLR2004 - two people are no group
        return True
    return False if members == 2 else None  # noqa: PLR2004 - two people


def _message(said: Loose, facts: ConversationFacts, provenance: Provenance) -> Message:
    sender = repaired(said.text("sender_name", "senderName") or "") or None
    attachments = _attachments(said) or _shared(said)
    kind = _kind(said, attachments)
    of_two = facts.group is False and sender in facts.members
    return Message(
        id=f"{said.exhibit.name} {said.place}",
        app=facts.app,
        conversation=facts.conversation,
        sender=None if kind is Kind.SYSTEM else sender,
        text=_text(said, kind),
        sent_at=unix(said.number("timestamp_ms"), 1e3) or unix(said.number("timestamp")),
        provenance=provenance,
        kind=kind,
        recipients=tuple(name for name in facts.members if name != sender) if of_two else (),
        attachments=attachments,
        deleted=bool(
            said.flag("is_unsent") or said.flag("isUnsent") or said.flag("is_unsent_image_by_messenger_kid_parent")
        ),
    )


def _attachments(said: Loose) -> tuple[str, ...]:
    files = [file for key in _MEDIA for file in said.objects(key)]
    files += [said.inner("sticker")] if "sticker" in said else []
    uris = [repaired(file.text("uri") or "") for file in files]
    return tuple(uri.rpartition("/")[2] or uri for uri in uris if uri)


def _shared(said: Loose) -> tuple[str, ...]:
    """A link shared beside words of its own (also of Instagram's own, "sent an attachment"); alone it is the text."""
    link = repaired(said.inner("share").text("link") or "")
    written = repaired(said.text("content") or "")
    return (link,) if link and written and link not in written else ()


def _kind(said: Loose, attachments: tuple[str, ...]) -> Kind:
    stated = (said.text("type") or "").lower()
    if "call_duration" in said or stated == "call":
        return Kind.CALL
    if stated in _COMING_AND_GOING or "users" in said:
        return Kind.SYSTEM
    return Kind.MEDIA if attachments else Kind.TEXT


def _text(said: Loose, kind: Kind) -> str:
    """What was written; for a shared link alone the link, for a call how long it took, for newcomers who they are."""
    written = said.text("content", "text")
    if written:
        return repaired(written)
    if kind is Kind.CALL:
        seconds = said.number("call_duration")
        return "missed call" if said.flag("missed") else f"call, {seconds or 0:.0f} s"
    if kind is Kind.SYSTEM:
        names = ", ".join(repaired(user.text("name") or "?") for user in said.objects("users"))
        return f"{said.text('type') or 'members'}: {names}"
    share = said.inner("share")
    return repaired(share.text("link", "share_text") or "")
