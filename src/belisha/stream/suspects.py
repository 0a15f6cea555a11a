"""Who else in a chat is suspected, beside the account that its light is about."""

from belisha.concern.weigh import as_concern
from belisha.lights.children import Children
from belisha.model import Light
from belisha.scene import Conversation
from belisha.stream.ages_known import is_known_child
from belisha.stream.store.memories import Memories

_CHILDREN = Children()


def is_suspected(memories: Memories, conversation: Conversation, account: str, about: str) -> bool:
    """Whether a chat holds evidence about an account that would turn the child's light by itself.

    What the account says of its own age does not count. In a chat of two the one with less evidence is not suspected.

    Args:
        memories: with the conversation and its accounts.
        conversation: the chat.
        account: who might be told of its light.
        about: the account that the light is about.
    """
    if is_known_child(memories, conversation, account):
        return False
    highest = memories.memory.ledger(conversation.app, conversation.id).highest
    own = highest.get(account)
    if own is None or as_concern(own) < _CHILDREN.shown_from(Light.AMBER):
        return False
    return conversation.is_group or own >= highest.get(about, own)
