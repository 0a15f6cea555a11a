"""What the tactic model is taught, as numbers: which tactics each message performs, and how far to trust that.

What somebody labelled by hand counts in full; a tactic that nobody named counts as absent, the less the less sure that
is. Lessons are also written otherwise, as people type: that is done here.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from belisha.study.invented import InventedMessage
from belisha.study.talk_lines import TalkLine
from belisha.text import fold

Floats = npt.NDArray[np.float32]

LABELLED = 1.5
"""How much a tactic that was named for a message counts, and one that was named as absent."""
COMPLETE, OF_TACTIC, LOOKS_ALIKE = 1.0, 0.5, 0.3
"""How much the others count: in a scene, where all were named; in a line that performs one; in one that looks alike."""
HINTED = 0.25
"""How much a phrase clue's word counts in a line of the corpora, for and against."""
OFTEN_UNSEEN = 0.1
"""The same against a tactic that ordinary talk is full of, in wordings that no phrase finds."""
OFTEN = frozenset(
    {
        "asks_age",
        "asks_for_picture",
        "asks_location",
        "exchanges_handle",
        "flattery",
        "game_talk",
        "guilt_and_pressure",
        "offers_gift",
        "proposes_meeting",
        "refuses",
        "shares_school_life",
        "speaks_as_family",
        "special_bond",
    }
)

_OTHERWISE, _MISTYPED = 0.15, 0.15
_SPELLINGS = [
    (re.compile(rf"\b{usual}\b"), other)
    for usual, other in (
        *(("you", "u"), ("are", "r"), ("your", "ur"), ("to", "2"), ("please", "pls"), ("because", "cos")),
        *(("people", "ppl"), ("dont", "dnt"), ("photo", "pic"), ("picture", "pic"), ("mum", "mom")),
        *(("someone", "some1"), ("what", "wat"), ("the", "da"), ("pic", "photo"), ("mom", "mum")),
        *(("u", "you"), ("r", "are"), ("ur", "your")),
    )
]
_LEFT_OUT_OF, _LEFT_OUT, _SHORT = 0.25, 0.1, 3


class Lessons(NamedTuple):
    """Messages and what they perform.

    Attributes:
        written: each message as it was written.
        texts: folded; ``same`` and ``other`` the messages before it, folded, or empty.
        wanted: 1 for a tactic that is performed, shape ``(messages, tactics)``.
        weight: how much each of these counts, same shape.
    """

    written: list[str]
    texts: list[str]
    same: list[str]
    other: list[str]
    wanted: Floats
    weight: Floats

    def some(self, places: Sequence[int] | npt.NDArray[np.int64]) -> Self:
        """The lessons at these places."""
        written, texts, same, other = ([column[place] for place in places] for column in self[:4])
        return type(self)(written, texts, same, other, self.wanted[places], self.weight[places])


def tactics_of(messages: Sequence[InventedMessage]) -> tuple[str, ...]:
    """Every tactic that a message is labelled with, in the order of names."""
    return tuple(sorted({tactic for each in messages for tactic in (*each.tactics, *each.not_tactics)}))


def of_invented(messages: Sequence[InventedMessage], tactics: Sequence[str]) -> Lessons:
    """Lessons from the labelled text."""
    column = {tactic: place for place, tactic in enumerate(tactics)}
    wanted = np.zeros((len(messages), len(tactics)), np.float32)
    weight = np.zeros_like(wanted)
    for row, each in enumerate(messages):
        weight[row] = COMPLETE if each.complete else LOOKS_ALIKE if each.not_tactics else OF_TACTIC
        for tactic in each.tactics:
            wanted[row, column[tactic]] = 1.0
        for tactic in (*each.tactics, *each.not_tactics):
            weight[row, column[tactic]] = LABELLED
    written = [each.text for each in messages]
    columns = (written, [each.same for each in messages], [each.other for each in messages])
    texts, same, other = ([fold(text).text for text in column] for column in columns)
    return Lessons(written, texts, same, other, wanted, weight)


def of_talk(lines: Sequence[TalkLine], tactics: Sequence[str]) -> Lessons:
    """Lessons from lines that nobody labelled."""
    column = {tactic: place for place, tactic in enumerate(tactics)}
    wanted = np.zeros((len(lines), len(tactics)), np.float32)
    absent = [OFTEN_UNSEEN if tactic in OFTEN else HINTED for tactic in tactics]
    weight = np.tile(np.array(absent, np.float32), (len(lines), 1))
    for row, line in enumerate(lines):
        hinted = [column[hint] for hint in line.hints if hint in column]
        wanted[row, hinted], weight[row, hinted] = 1.0, HINTED
    empty = [""] * len(lines)
    return Lessons([line.written for line in lines], [line.text for line in lines], empty, empty, wanted, weight)


def typed_otherwise(text: str, chance: np.random.Generator) -> str:
    """A folded message as somebody else might have typed it: other spellings, at times a slip."""
    for usual, other in _SPELLINGS:
        if chance.random() < _OTHERWISE:
            text = usual.sub(other, text)
    if chance.random() < _MISTYPED and len(text) > 2 * _SHORT:
        place = int(chance.integers(1, len(text) - 2))
        slips = ("", text[place] * 2, text[place + 1] + text[place])
        text = text[:place] + slips[int(chance.integers(len(slips)))] + text[place + 1 :]
    return text


def words_left_out(text: str, chance: np.random.Generator) -> str:
    """A folded message, at times with some of its words missing; never with none left."""
    words = text.split()
    if len(words) <= _SHORT or chance.random() >= _LEFT_OUT_OF:
        return text
    return " ".join(word for word in words if chance.random() >= _LEFT_OUT) or text
