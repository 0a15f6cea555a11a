"""Tells what there is about a message that clues wait for, so that only those are asked which may see something."""

from belisha.clues import Occasion
from belisha.scene import YOUNG, Scene

REFUSED_WITHIN = 12
"""Messages for which a refusal is an occasion."""

# Plain numbers: joining flags one by one costs more than all else here.
_EVERY, _FIRST, _AGAIN, _AGE, _QUESTION, _PHRASES, _FACTS, _YOUNG, _REFUSED, _GROUP = map(int, Occasion)


def occasions(scene: Scene) -> int:
    """The ``Occasion``s of a message, as one number."""
    said, conversation, sender = scene.said, scene.conversation, scene.message.sender
    if sender is None or sender not in conversation.tallies:
        found = _EVERY | _FIRST
    else:
        found = _EVERY | _AGAIN if conversation.speaking == sender else _EVERY
    if said.age is not None:
        found |= _AGE
    if said.question:
        found |= _QUESTION
    if said.clues:
        found |= _PHRASES
    if scene.accounts:
        found |= _FACTS
    if conversation.youngest is not None and conversation.youngest < YOUNG:
        found |= _YOUNG
    if "refuses" in conversation.latest and conversation.has_seen("refuses", REFUSED_WITHIN):
        found |= _REFUSED
    return found | _GROUP if conversation.is_group else found
