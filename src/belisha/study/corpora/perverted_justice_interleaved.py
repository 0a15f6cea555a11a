"""Perverted-Justice cases as whole chats, both speakers in order with clock times: kept for judging early warning."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from belisha.study.corpora import Corpus, LabelledConversation, Turn

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])m", re.IGNORECASE)
_DAY = 24 * 60.0


class _Turn(msgspec.Struct):
    role: str
    text: str
    time: str | None = None


class _Row(msgspec.Struct):
    id: str
    case: str
    turns: list[_Turn]


class PervertedJusticeInterleaved(Corpus):
    """The only corpus with the true order of both speakers; too small to train on, so all of it is held out."""

    licence = "none stated: research use, no redistribution"
    cite = "Perverted-Justice Foundation, whole chats of adults convicted in the USA; the children are adult decoys"
    file = "pj_interleaved.jsonl.gz"

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        for row in self.rows(folder, _Row):
            minutes = elapsed(turn.time for turn in row.turns)
            turns = tuple(Turn(turn.role, turn.text, at) for turn, at in zip(row.turns, minutes, strict=True))
            yield LabelledConversation(
                row.id,
                row.case,
                self.name,
                label=True,
                turns=turns,
                groomer="predator",
                held_out=True,
            )


def elapsed(clocks: Iterable[str | None]) -> Iterator[float | None]:
    """Minutes since the first clock time; a clock that runs back means the next day, for dates are mostly missing.

    Pauses of more than a day are therefore counted too short. Unreadable clocks give None.
    """
    first: float | None = None
    before = days = 0.0
    for clock in clocks:
        found = _CLOCK.search(clock or "")
        if found is None:
            yield None
            continue
        hour = int(found[1]) % 12 + (12 if found[4].lower() == "p" else 0)
        now = hour * 60 + int(found[2]) + int(found[3] or 0) / 60
        if now < before - 5:  # a few minutes back are two clocks that differ, not a day
            days += _DAY
        before = now
        first = now if first is None else first
        yield max(0.0, now + days - first)
