"""Reads lines that are pieces of one sentence together: "how" / "old" / "r u" sent as three messages."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from belisha.model import Kind, Message
from belisha.scene import Conversation
from belisha.stream.memory import Memory
from belisha.text import Continued, Folded

_MOST_WORDS = 4
"""Words of a line up to which it may be a piece: one that is longer says something by itself."""
_MOST_CHARACTERS = 100
_MOST_SECONDS = 60
_ENDS = (".", "?", "!")
_NEARLY_SURE = 0.95
_UNFINISHED = re.compile(
    r"\b(?:a|an|the|to|of|in|on|at|for|with|from|by|and|or|but|if|when|that|than|then|so|because|i|im|ill|we|u|you|your|"
    r"ur|my|he|she|they|his|her|their|its|is|are|was|be|been|do|dont|can|cant|will|wont|would|could|should|have|has|had|"
    r"just|not|no|really|very|some|any|about|as|into|like|want|wanna|gonna|going|get|got|make|need|let|lets)$"
)
"""Words that hardly ever end a sentence."""


class _Line(NamedTuple):
    """The line before: who wrote it, what was read up to it, its own words, and when it came."""

    sender: str | None
    text: str
    words: int
    at: float | None


def continued(batch: Sequence[Message], texts: Iterable[list[Folded]], memory: Memory) -> list[list[Folded]]:
    """The readings of each message; before them one with the same writer's line before it, where it goes on from that.

    Args:
        batch: messages in the order of their conversations.
        texts: their readings.
        memory: what is remembered of the conversations before this batch.
    """
    lines: dict[tuple[str, str], _Line | None] = {}
    found = []
    for message, own in zip(batch, texts, strict=True):
        key = message.app, message.conversation
        last = lines[key] if key in lines else _last(memory.conversation(*key))
        at = message.sent_at.timestamp() if message.sent_at else None
        words = len(own[0].text.split())
        line = _Line(message.sender, own[0].text, words, at)
        if message.kind is Kind.TEXT and last is not None and _goes_on(last, line):
            own = [Continued(last.text, own[0]), *own]  # noqa: PLW2901 - the same, read with more
        lines[key] = line._replace(text=own[0].text)
        found.append(own)
    return found


def read_in_pieces(text: str, read: Mapping[str, float], before: Collection[str]) -> dict[str, float]:
    """What the tactic model may be believed of a sentence that came in pieces.

    Half a sentence sounds like anything: only what it is nearly sure of counts, and nothing where the end is missing.
    What the pieces before did already is not done again by the rest.

    Args:
        text: the sentence as far as it has come, folded.
        read: the tactics that the model reads in it, with their probabilities.
        before: clues seen in the piece before.
    """
    if _UNFINISHED.search(text):
        return {}
    return {tactic: sure for tactic, sure in read.items() if sure >= _NEARLY_SURE and tactic not in before}


def _last(conversation: Conversation) -> _Line | None:
    if not conversation.recent:
        return None
    said = conversation.recent[-1]
    return _Line(said.sender, said.text, said.words, said.at)


def _goes_on(last: _Line, line: _Line) -> bool:
    if line.sender is None or line.sender != last.sender or not line.text or not last.text:
        return False
    if max(line.words, last.words) > _MOST_WORDS or len(last.text) + len(line.text) > _MOST_CHARACTERS:
        return False
    if last.text.endswith(_ENDS):
        return False
    return line.at is None or last.at is None or 0 <= line.at - last.at <= _MOST_SECONDS
