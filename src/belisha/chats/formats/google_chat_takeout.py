"""Google Chat, as Google Takeout gives it: a folder per conversation, with ``messages.json`` in it."""

from collections.abc import Iterator
from datetime import datetime

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Checked, Format, addressed_to
from belisha.chats.loose_json import Loose, oldest_first, unique
from belisha.chats.written_times import in_words
from belisha.model import AccountFacts, ConversationFacts, Fact, Kind, Message

_MARKS = (b'"created_date"', b'"topic_id"', b'"message_id"', b'"message_state"')
_ADDRESS = "private_do_not_access_or_else_safe_url_wrapped_value"


class GoogleChatTakeout(Format):
    """Direct messages and spaces; people are known by mail address, and by name where the address is missing.

    Dates are written out in the language of the account. An edited message is given as it last was.
    """

    app = "Google Chat"
    found_in = ("/Google Chat/Groups/*/messages.json",)
    checked_on = (
        Checked("Takeout, space, 24 h", "2026", 8),
        Checked("Takeout, direct message, 12 h", "2023", 3),
        Checked("Takeout, nine languages", "2026", 9),
    )

    def recognises(self, exhibit: Exhibit) -> bool:
        if b'"messages"' not in exhibit.head or not any(mark in exhibit.head for mark in _MARKS):
            return False
        tree = exhibit.json
        said = tree.get("messages") if isinstance(tree, dict) else None
        return isinstance(said, list) and any(_is_message(each) for each in said)

    def messages(self, exhibit: Exhibit) -> Iterator[Fact]:
        said = list(Loose(exhibit.json, exhibit, "").objects("messages"))
        info = Loose(_info(exhibit), exhibit, "group_info.json")
        people = _people(info, said)
        facts = _conversation(exhibit, info, said, tuple(people))
        yield facts
        for account, name in people.items():
            yield AccountFacts(account, self.app, name if name != account else "")
        taken: set[str] = set()
        yield from oldest_first([self._message(each, facts, taken) for each in said])

    def _message(self, said: Loose, facts: ConversationFacts, taken: set[str]) -> Message:
        sender = _account(said.inner("creator"))
        text = said.text("text") or ""
        call = _call(said)
        attachments = _attachments(said) or (() if text else _addresses(said))
        return Message(
            id=unique(said.text("message_id"), said.place, taken),
            app=self.app,
            conversation=facts.conversation,
            sender=sender,
            text=text or call,
            sent_at=_time(said),
            provenance=self.found(said.exhibit, said.place),
            kind=Kind.CALL if call else Kind.MEDIA if attachments else Kind.TEXT,
            recipients=addressed_to(sender, facts),
            attachments=attachments,
            reply_to=said.inner("quoted_message_metadata").text("message_id"),
            deleted="deleted_date" in said or "deletion_metadata" in said or said.text("message_state") == "DELETED",
        )


def _is_message(raw: object) -> bool:
    return isinstance(raw, dict) and (
        {"created_date", "message_id"} <= raw.keys()
        or {"creator", "created_date"} <= raw.keys()
        or {"topic_id", "message_id"} <= raw.keys()
    )


def _info(exhibit: Exhibit) -> object:
    beside = exhibit.beside("group_info.json")
    return None if beside is None else beside.json


def _account(person: Loose) -> str | None:
    return person.text("email") or person.text("name") or None


def _people(info: Loose, said: list[Loose]) -> dict[str, str]:
    """Everyone who is a member or wrote, with the name that people see."""
    persons = [*info.objects("members"), *(each.inner("creator") for each in said)]
    return {account: person.text("name") or "" for person in persons if (account := _account(person))}


def _conversation(exhibit: Exhibit, info: Loose, said: list[Loose], members: tuple[str, ...]) -> ConversationFacts:
    """Named as its folder, ``DM ...`` or ``Space ...``; torn out of it, by the first piece of its messages' ids."""
    folder = exhibit.folder
    if not folder.startswith(("DM ", "Space ")):
        ids = (each.text("message_id") or "" for each in said)
        folder = next((own.partition("/")[0] for own in ids if "/" in own), folder or exhibit.name)
    group: bool | None = True
    if not folder.startswith("Space ") and len(members) <= 2:  # noqa: PLR2004 - two people
        group = False if len(members) > 1 else None
    return ConversationFacts(folder, GoogleChatTakeout.app, info.text("name") or "", members, group)


def _time(said: Loose) -> datetime | None:
    written = said.text("created_date")
    moment = in_words(written) if written else None
    if written and moment is None:
        said.exhibit.report(
            f"the date {written[:60]!r} cannot be read",
            place=said.place,
            advice="tell us the language of the account, so that its months can be added",
            lost=False,
        )
    return moment


def _attachments(said: Loose) -> tuple[str, ...]:
    names = (file.text("original_name", "export_name") for file in said.objects("attached_files"))
    return tuple(name for name in names if name)


def _addresses(said: Loose) -> tuple[str, ...]:
    """Addresses of pictures that were sent without a word (GIFs), which stand in annotations only."""
    links = (note.inner("url_metadata") for note in said.objects("annotations"))
    found = (link.text("image_url") or link.inner("url").text(_ADDRESS) for link in links)
    return tuple(address for address in found if address)


def _call(said: Loose) -> str:
    for note in said.objects("annotations"):
        data = note.inner("gsuite_integration_metadata").inner("call_data")
        if status := data.text("call_status"):
            return f"call: {status.removeprefix('CALL_').lower()}"
    return ""
