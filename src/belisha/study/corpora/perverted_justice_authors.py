"""Perverted-Justice cases, one row for all that one speaker of a case wrote; who answered whom is lost."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from belisha.study.corpora import Corpus, LabelledConversation, Turn


class _Row(msgspec.Struct):
    id: str
    case: str
    role: str
    lines: list[str]


class PervertedJusticeAuthors(Corpus):
    """Each row is given as a conversation of one speaker; rows of one `case` belong together."""

    licence = "none stated: research use, no redistribution"
    cite = (
        "Perverted-Justice Foundation, chats of adults convicted in the USA, 2004-2012; the children are adult decoys"
    )
    file = "pj_authors.jsonl.gz"

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        for row in self.rows(folder, _Row):
            turns = tuple(Turn(row.role, line) for line in row.lines)
            yield LabelledConversation(row.id, row.case, self.name, label=True, turns=turns, groomer="predator")
