"""Ordinary chats of many kinds: private messages, chat rooms by age, IRC, social sites, flirting, bullying, plays."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from belisha.study.corpora import Corpus, LabelledConversation, Turn

_PART = re.compile(r"(?:-\d+|_\d+posts)$")
_NAMED_BY_PART = (
    "nus_sms",
    "irc_ubuntu",
    "nps",
)  # ids end in the offset or size of the part; a sender or day stays together
_ROOM_NOTICES = frozenset({"JOIN", "PART"})


class _Turn(msgspec.Struct):
    speaker: str | None
    text: str


class _Row(msgspec.Struct):
    id: str
    source: str
    turns: list[_Turn]


class OrdinaryChats(Corpus):
    """`LabelledConversation.source` names the part: ``nus_sms_16-20``, ``nps_teens``, ``irc_ubuntu`` and so on."""

    licence = (
        "mixed: CC BY 4.0 (IRC), BSD-3 (self_dialogue), CC BY-NC-ND (SAMSum), non-commercial (NPS), others none stated"
    )
    cite = (
        "NUS SMS, NPS Chat, Ubuntu IRC, SAMSum, Self-dialogue, ConvAI2, MELD, Twitter, Formspring and flirting corpora"
    )
    file = "ordinary.jsonl.gz"

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        for row in self.rows(folder, _Row):
            case = _PART.sub("", row.id) if row.source.startswith(_NAMED_BY_PART) else row.id
            turns = tuple(Turn(turn.speaker, turn.text) for turn in row.turns if turn.text not in _ROOM_NOTICES)
            yield LabelledConversation(row.id, case, row.source, label=False, turns=turns)
