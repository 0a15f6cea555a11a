"""Single messages of the corpora, for the tactic model: how people write, and what ordinary talk is full of.

Nobody labelled them. Where a phrase clue finds its words in one, that is taken for a hint; where none does, for a weak
sign that nothing is there. Only the train and validation sides are read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from belisha import plugins
from belisha.clues import Clue, PhraseClue
from belisha.stream.scanner import Scanner
from belisha.study.corpora import LabelledConversation, Turn
from belisha.text import readings

MOST_WORDS = 40
_CUT_WORDS, _CUT_AFTER = 12, 400  # a whole chat in one string: pieces of so many words, of its first words
CASES = "cases"
MOST_LINES = {
    CASES: 70_000,
    "pan12": 25_000,
    "panc": 25_000,
    "labelled": 25_000,
    "nus": 15_000,
    "self": 10_000,
    "formspring": 9_000,
    "nps": 8_000,
    "irc": 8_000,
    "convai2": 8_000,
    "twitter": 8_000,
    "meld": 5_000,
    "samsum": 4_000,
    "flirt": 1_500,
    "": 3_000,
}
"""Different lines that are taken of each source, by the beginning of its name."""


class TalkLine(msgspec.Struct, frozen=True):
    """One message.

    Attributes:
        written: as it was written.
        text: folded.
        hints: phrase clues that find their words in it.
        source: the kind of source that it is from, as in ``MOST_LINES``.
    """

    written: str
    text: str
    hints: tuple[str, ...]
    source: str

    @property
    def ordinary(self) -> bool:
        """Whether it is of an ordinary chat."""
        return self.source != CASES


def talk_lines(conversations: Iterable[LabelledConversation], seed: int) -> list[TalkLine]:
    """Different lines of all sources, in a random order.

    Args:
        conversations: those that may be learned from.
        seed: of the choice and the order.
    """
    by_source: dict[str, dict[str, None]] = defaultdict(dict)
    for conversation in conversations:
        source = CASES if conversation.label else _source(conversation.source)
        by_source[source].update(dict.fromkeys(line for turn in conversation.turns for line in _lines(turn)))
    chance = np.random.default_rng(seed)
    chosen = [(line, source) for source, lines in sorted(by_source.items()) for line in _some(lines, source, chance)]
    scanner = Scanner([clue for clue in plugins.find("belisha.clues", Clue) if isinstance(clue, PhraseClue)])
    return [_read(chosen[place], scanner) for place in chance.permutation(len(chosen))]


def _source(name: str) -> str:
    return max((source for source in MOST_LINES if name.startswith(source)), key=len)


def _lines(turn: Turn) -> Iterator[str]:
    words = turn.text.split()
    if len(words) > MOST_WORDS:
        for start in range(0, min(len(words), _CUT_AFTER), _CUT_WORDS):
            yield " ".join(words[start : start + _CUT_WORDS])
    elif words:
        yield turn.text


def _some(lines: Iterable[str], source: str, chance: np.random.Generator) -> Sequence[str]:
    known = list(lines)
    return [known[place] for place in chance.permutation(len(known))[: MOST_LINES[source]]]


def _read(chosen: tuple[str, str], scanner: Scanner) -> TalkLine:
    line, source = chosen
    folded = readings(line)
    hints = tuple(sorted(name for name in scanner.hits(folded) if ":" not in name))
    return TalkLine(line, folded[0].text, hints, source)
