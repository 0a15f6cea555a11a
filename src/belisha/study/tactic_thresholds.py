"""From which probability a tactic counts as seen, and what that gives on scenes that were kept from learning.

A tactic is seen from where ordinary talk that was not learned from reaches it hardly ever: how much a sighting
says depends on how often it is wrong, not on how sure the model feels.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.study.lessons import Lessons
from belisha.study.talk_lines import TalkLine
from belisha.tactic_model import Floats, TacticModel

RARE, EVERYDAY_RATE = 0.0015, 0.004
"""Share of the ordinary messages of any source in which a tactic may be seen, and the same for what everybody says at
times. Of any, not of all: private messages are nearer to what is looked for than talk about computers."""
FEWEST_LINES = 600
"""Messages that a source must have to set thresholds; where none has, all together set them."""
EVERYDAY = frozenset(
    {
        "asks_age",
        "asks_location",
        "exchanges_handle",
        "flattery",
        "game_talk",
        "known_in_real_life",
        "offers_gift",
        "proposes_meeting",
        "refuses",
        "shares_school_life",
        "speaks_as_family",
        "speaks_as_parent",
        "states_young_age",
        "support_desk",
    }
)
LEAST, MOST = 0.3, 0.97


class TacticFigures(msgspec.Struct, frozen=True):
    """How one tactic is read.

    Attributes:
        tactic: its name.
        seen_from: the probability from which it is seen.
        held_out: messages of the kept scenes that perform it.
        found: those of them in which it is seen.
        seen: messages of the kept scenes in which it is seen, rightly or not.
        ordinary: share of ordinary messages, without those that hold its phrases, in which it is seen.
    """

    tactic: str
    seen_from: float
    held_out: int
    found: int
    seen: int
    ordinary: float

    @property
    def precision(self) -> float | None:
        """Share of what is seen that is there; None where nothing is seen."""
        return self.found / self.seen if self.seen else None

    @property
    def recall(self) -> float | None:
        """Share of what is there that is seen; None where nothing is there."""
        return self.found / self.held_out if self.held_out else None


def figures(model: TacticModel, kept: Lessons, ordinary: Sequence[TalkLine]) -> tuple[TacticFigures, ...]:
    """Thresholds and what they give, in the order of the model's tactics.

    Args:
        model: as it is shipped, its own thresholds disregarded.
        kept: messages of scenes that it did not learn from.
        ordinary: lines of ordinary chats that it did not learn from.
    """
    empty = [""] * len(ordinary)
    met = model.read([line.text for line in ordinary], empty, empty)
    read = model.read(kept.texts, kept.same, kept.other)
    groups = _groups([line.source for line in ordinary])
    result = []
    for column, tactic in enumerate(model.header.tactics):
        hinted = np.array([tactic in line.hints for line in ordinary], dtype=np.bool_)
        without = met[~hinted, column]
        rate = EVERYDAY_RATE if tactic in EVERYDAY else RARE
        threshold = max(seen_from(met[group & ~hinted, column], rate) for group in groups)
        seen, there = read[:, column] >= np.float32(threshold), kept.wanted[:, column] > 0
        result.append(
            TacticFigures(
                tactic,
                threshold,
                held_out=int(there.sum()),
                found=int((seen & there).sum()),
                seen=int(seen.sum()),
                ordinary=float((without >= np.float32(threshold)).mean()) if len(without) else 0.0,
            )
        )
    return tuple(result)


def _groups(sources: Sequence[str]) -> list[npt.NDArray[np.bool_]]:
    """Which messages are of each source that has enough of them; all, where none has."""
    named = np.array(sources, dtype=np.str_)
    groups = [named == source for source in sorted(set(sources))]
    return [group for group in groups if group.sum() >= FEWEST_LINES] or [np.full(len(named), fill_value=True)]


def seen_from(ordinary: Floats, rate: float) -> float:
    """The lowest hundredth that no more than this share of ordinary messages reaches, within ``LEAST`` and ``MOST``.

    Above ``MOST`` a tactic would never be seen: there more ordinary messages than wanted reach it, which the figures
    say.
    """
    hundredths = np.round(ordinary * 100).astype(np.int64)
    reaching = np.cumsum(np.bincount(hundredths, minlength=101)[::-1])[::-1]
    allowed = np.flatnonzero(reaching <= rate * len(ordinary))
    lowest = int(allowed[0]) if len(allowed) else 101
    return min(max(lowest / 100, LEAST), MOST)
