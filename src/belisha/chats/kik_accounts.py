"""Kik's identifiers of people and groups (jids), as both of its databases write them."""

from belisha.model import OWNER, ConversationFacts


def is_group(jid: str) -> bool:
    """Whether this is a group and not a person."""
    return "@groups.kik.com" in jid


def conversation(jid: str | None, title: str = "", members: tuple[str, ...] = ()) -> ConversationFacts:
    """The conversation with a person or in a group, which has the jid of that person or group."""
    if jid is None:
        return ConversationFacts("unknown chat", "Kik")
    group = is_group(jid)
    return ConversationFacts(jid, "Kik", title, tuple(dict.fromkeys(members)) if group else (jid, OWNER), group)
