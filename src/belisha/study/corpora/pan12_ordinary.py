"""Ordinary conversations of PAN 2012, one flat string each: adult strangers and IRC, the hardest negatives of all."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from belisha.study.corpora import Corpus, LabelledConversation, Turn


class _Row(msgspec.Struct):
    id: str
    text: str


class Pan12Ordinary(Corpus):
    """Speakers and line breaks are lost, so a conversation is one turn of nobody."""

    licence = "research use"
    cite = "Inches, Crestani: Overview of the International Sexual Predator Identification Competition at PAN-2012"
    file = "pan12_ordinary.jsonl.gz"

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        for row in self.rows(folder, _Row):
            yield LabelledConversation(row.id, row.id, self.name, label=False, turns=(Turn(None, row.text),))
