"""Who is young and who is grown up, as far as a platform or the chat itself says."""

from belisha.scene import Conversation
from belisha.stream.store.memories import Memories

_GROWN = 18


def _ages(memories: Memories, conversation: Conversation, account: str) -> list[int]:
    facts = memories.memory.facts_of(conversation.app, account)
    known = [facts.age] if facts is not None and facts.age is not None else []
    tally = conversation.tallies.get(account)
    return known or (list(tally.ages) if tally is not None else [])


def age_of(memories: Memories, conversation: Conversation, account: str) -> int | None:
    """The lowest age that is known of an account, by its platform, or else that it stated here."""
    return min(_ages(memories, conversation, account), default=None)


def is_grown(memories: Memories, conversation: Conversation, account: str) -> bool:
    """Whether an account is known to be grown up; unknown is not."""
    facts = memories.memory.facts_of(conversation.app, account)
    if facts is not None and facts.role in {"adult", "moderator"}:
        return True
    return min(_ages(memories, conversation, account), default=0) >= _GROWN


def is_young(memories: Memories, conversation: Conversation, account: str) -> bool:
    """Whether an account is known to be young; unknown is not."""
    facts = memories.memory.facts_of(conversation.app, account)
    if facts is not None and facts.role == "child":
        return True
    return min(_ages(memories, conversation, account), default=_GROWN) < _GROWN


def is_known_child(memories: Memories, conversation: Conversation, account: str) -> bool:
    """Whether its platform says that an account is a child's; what it says itself does not count."""
    facts = memories.memory.facts_of(conversation.app, account)
    return facts is not None and (facts.role == "child" or (facts.age is not None and facts.age < _GROWN))
