"""Instagram, as "Download your information" gives it in JSON, in today's layout and in that of 2018 to 2020."""

from collections.abc import Iterator

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, loose_objects, oldest_first
from belisha.chats.meta_export import is_instagram, read_thread, repaired, thread_in
from belisha.chats.times import iso
from belisha.model import ConversationFacts, Fact, Kind, Message

_FILES = (
    "media",
    "media_url",
    "media_share_url",
    "voice_media",
    "animated_media_images",
    "story_share",
    "live_video_share",
)
_WORDS = ("text", "link", "heart", "profile_share_username", "action", "video_call_action")


class InstagramJson(Format):
    """Today's threads (``message_N.json``), and the single ``messages.json`` with all conversations of 2018 to 2020."""

    app = "Instagram"
    found_in = (
        "/your_instagram_activity/messages/inbox/*/message_*.json",
        "/your_instagram_activity/messages/message_requests/*/message_*.json",
    )
    checked_on = (Checked("export", "2025", 7), Checked("export with one messages.json", "2019", 6))

    def recognises(self, exhibit: Exhibit) -> bool:
        if _conversations(exhibit) is not None:
            return True
        tree = thread_in(exhibit)
        return tree is not None and is_instagram(exhibit, tree)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        conversations = _conversations(exhibit)
        if conversations is None:
            yield from read_thread(exhibit, self.app, lambda place: self.found(exhibit, place))
            return
        taken: set[str] = set()
        for each in loose_objects(conversations, exhibit, ""):
            yield from self._conversation(each, taken)

    def _conversation(self, raw: Loose, taken: set[str]) -> Iterator[Fact]:
        """One conversation of the old layout, which has no id: it is named by who is in it."""
        said = list(raw.objects("conversation"))
        senders = [each.text("sender") or "" for each in said]
        members = tuple(dict.fromkeys(repaired(name) for name in (*raw.strings("participants"), *senders) if name))
        own = ", ".join(sorted(members))
        own = own if own and own not in taken else f"{own} {raw.place}".strip()
        taken.add(own)
        group = len(members) > 2 if len(members) > 1 else None  # noqa: PLR2004 - two people
        facts = ConversationFacts(own, self.app, members=members, group=group)
        yield facts
        yield from oldest_first([self._message(each, facts) for each in said])

    def _message(self, said: Loose, facts: ConversationFacts) -> Message:
        sender = repaired(said.text("sender") or "") or None
        kind, text = _kind(said), said.text(*_WORDS) or ""
        return Message(
            id=said.place,
            app=self.app,
            conversation=facts.conversation,
            sender=None if kind is Kind.SYSTEM else sender,
            text=repaired(text),
            sent_at=iso(said.text("created_at")),
            provenance=self.found(said.exhibit, said.place),
            kind=kind,
            recipients=addressed_to(sender, facts),
            attachments=tuple(_file(said.raw[key], key) for key in _FILES if key in said),
        )


def _conversations(exhibit: Exhibit) -> list[object] | None:
    """The list of conversations of the old layout, or None when the file is not of it."""
    if b'"conversation"' not in exhibit.head or b'"participants"' not in exhibit.head:
        return None
    tree = exhibit.json
    if not isinstance(tree, list) or not tree or not isinstance(tree[0], dict):
        return None
    is_old = isinstance(tree[0].get("conversation"), list) and isinstance(tree[0].get("participants"), list)
    return tree if is_old else None


def _kind(said: Loose) -> Kind:
    if "video_call_action" in said:
        return Kind.CALL
    if "action" in said and "text" not in said:
        return Kind.SYSTEM
    return Kind.MEDIA if any(key in said for key in _FILES) else Kind.TEXT


def _file(value: object, key: str) -> str:
    """An address as it is written; for anything more than an address (moving pictures) what it is."""
    return repaired(value) if isinstance(value, str) else key
