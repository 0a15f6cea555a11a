"""Finds the phrases of all clues in one pass over a message.

Hyperscan reads every phrase at once and says which clues may have been seen; the clue's own expression then confirms
and finds the place. Without hyperscan each expression is tried in turn: slower, and the same hits. As compiling takes
some seconds, hyperscan is used only from the message on at which it begins to pay.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from belisha.clues import EVERYDAY_MARK, Clue, PhraseClue
from belisha.clues.languages import MARKS, languages
from belisha.text import Folded, readings

try:
    import hyperscan
except ImportError:  # no wheel for this machine
    hyperscan = None  # type: ignore[assignment]

Span = tuple[int, int]
EVERYDAY_ENDING = f":{EVERYDAY_MARK}"

STRETCH = 2_000
"""Longest stretch of a message, in characters, in which phrases are looked for at once: some expressions take time that
grows with the square of the text, and evidence may hold messages made to be slow."""
WORTH_COMPILING = 5_000
"""Messages after which the seconds that hyperscan takes to compile are won back."""
OVERLAP = 200
"""Characters that two stretches share, so that a phrase on the seam is seen; no phrase is as long."""


class _Wanted(NamedTuple):
    """What one hit is called, the expression that decides on it, and those that hyperscan looks for."""

    name: str
    pattern: re.Pattern[str]
    expressions: Sequence[str]


class Scanner:
    """All phrases and marks of these clues, compiled once: those of the clues themselves, and those of each language.

    Args:
        clues: the clues whose phrases and marks are looked for.
        compile_after: messages after which hyperscan is used where it is installed; None for never.
    """

    def __init__(self, clues: Iterable[Clue], *, compile_after: int | None = WORTH_COMPILING) -> None:
        wanted = [wanted for clue in clues for wanted in _wanted(clue)]
        wanted += [_Wanted(mark, re.compile(expression), (expression,)) for mark, expression in MARKS.items()]
        self._names = {each.name for each in wanted}
        self._compile_after = compile_after
        self._finder = _Finder(wanted, compile_after)
        self._of_language: dict[str, _Finder] = {}

    def hits(self, texts: Sequence[Folded], spoken: Iterable[str] = ()) -> dict[str, Span]:
        """Clues whose phrases stand in a message, and marks as ``clue:mark``, with the first place in the original.

        Args:
            texts: the readings of one message, as ``belisha.text.readings`` gives them.
            spoken: codes of the languages whose phrases are looked for beside those of the clues.
        """
        found = self._finder.hits(texts)
        for code in spoken:
            if code in languages():
                found = {**_graded(self._in(code).hits(texts)), **found}
        return found

    def scan(self, text: str, spoken: Iterable[str] = ()) -> dict[str, Span]:
        """The hits in one message as it was written."""
        return self.hits(readings(text), spoken)

    def _in(self, code: str) -> "_Finder":
        """The finder of a language, made when the language is first met."""
        if code not in self._of_language:
            table = languages()[code].phrases
            wanted = [
                _Wanted(name, re.compile("|".join(f"(?:{phrase})" for phrase in phrases)), phrases)
                for name, phrases in table.items()
                if name.removesuffix(EVERYDAY_ENDING) in self._names
            ]
            self._of_language[code] = _Finder(wanted, self._compile_after)
        return self._of_language[code]


class _Finder:
    """Finds one set of expressions.

    Args:
        wanted: the expressions.
        compile_after: as for ``Scanner``.
    """

    def __init__(self, wanted: Sequence[_Wanted], compile_after: int | None) -> None:
        self._wanted = wanted
        self._left = compile_after if hyperscan is not None else None
        self._candidates: Callable[[str], Sequence[int]] = self._all

    def hits(self, texts: Sequence[Folded]) -> dict[str, Span]:
        """As ``Scanner.hits``."""
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                self._candidates, self._left = self._filter(), None
        found: dict[str, Span] = {}
        for folded in texts:
            for index in self._candidates(folded.text):
                wanted = self._wanted[index]
                place = _search(wanted.pattern, folded.text) if wanted.name not in found else None
                if place is not None and place[1] > folded.begins:
                    found[wanted.name] = folded.span(*place)
        return found

    def _all(self, _text: str) -> Sequence[int]:
        return range(len(self._wanted))

    def _filter(self) -> Callable[[str], Sequence[int]]:
        expressions = tuple(
            (index, expression) for index, wanted in enumerate(self._wanted) for expression in wanted.expressions
        )
        database = hyperscan.loadb(_compiled(expressions), hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
        hits: set[int] = set()

        def add(index: int, *_: object) -> None:
            hits.add(index)

        def candidates(text: str) -> Sequence[int]:
            hits.clear()
            database.scan(text.encode(), match_event_handler=add)
            return sorted(hits)

        return candidates


def _graded(found: dict[str, Span]) -> dict[str, Span]:
    """The hits of a language, with the clues of which only everyday wording was found; their mark tells them apart."""
    everyday = [name for name in found if name.endswith(EVERYDAY_ENDING)]
    for name in everyday:
        clue = name.removesuffix(EVERYDAY_ENDING)
        if clue in found:
            del found[name]
        else:
            found[clue] = found[name]
    return found


def _wanted(clue: Clue) -> Iterator[_Wanted]:
    if isinstance(clue, PhraseClue):
        yield _Wanted(clue.name, clue.pattern, clue.phrases)
    for mark, expression in clue.marks.items():
        yield _Wanted(f"{clue.name}:{mark}", re.compile(expression), (expression,))


def _search(pattern: re.Pattern[str], text: str) -> Span | None:
    """Where the expression first stands, looked for in one stretch after the other."""
    for start in range(0, max(1, len(text) - OVERLAP), STRETCH - OVERLAP):
        match = pattern.search(text, start, start + STRETCH)
        if match is not None:
            return match.span()
    return None


_BOUNDED_GAP = re.compile(r"\.\{\d+,\d+\}|\(\?:\\w\+ \)(?:\{\d,\d\}|\?)")


def _loosened(phrase: str) -> str:
    """An expression that finds at least what the phrase finds, and that hyperscan compiles fast.

    Hyperscan unrolls every bounded gap, and its Unicode classes of letters are large: with both, six hundred phrases
    take minutes. Gaps of any length and simpler classes take a second or two, and the phrase itself decides later.
    """
    loose = _BOUNDED_GAP.sub(".*", phrase)
    if not phrase.isascii():
        loose = loose.replace(r"\b", "")
    return loose.replace(r"\b\w", r"\S").replace(r"\b(?:\w", r"(?:\S").replace(r"\w", r"\S")


@cache
def _compiled(expressions: tuple[tuple[int, str], ...]) -> bytes:
    """The compiled expressions, made once in a process; each scanner works on its own copy."""
    # Prefilter mode takes what hyperscan cannot express (look-around) as a looser expression; the clue's own
    # expression decides afterwards, so that both roads give the same hits.
    flags = hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_PREFILTER | hyperscan.HS_FLAG_SINGLEMATCH
    database = hyperscan.Database()
    database.compile(
        expressions=[_loosened(phrase).encode() for _, phrase in expressions],
        ids=[index for index, _ in expressions],
        elements=len(expressions),
        flags=[flags] * len(expressions),
    )
    return bytes(hyperscan.dumpb(database))
