"""Finds the phrases of all clues in one pass over a message.

Hyperscan reads every phrase at once and says which clues may have been seen; the clue's own expression then confirms
and finds the place. Without hyperscan each expression is tried in turn: slower, and the same hits. What was compiled
once is kept (``phrase_database``); where nothing is kept, compiling takes some seconds, and begins, beside the work, at
the message from which on it pays.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from threading import Thread

from belisha.clues import EVERYDAY_MARK, Clue, PhraseClue
from belisha.clues.languages import MARKS, languages
from belisha.stream.phrase_database import AVAILABLE, compiled, load, stored
from belisha.text import Folded, readings

Span = tuple[int, int]
EVERYDAY_ENDING = f":{EVERYDAY_MARK}"

STRETCH = 2_000
"""Longest stretch of a message, in characters, in which phrases are looked for at once: some expressions take time that
grows with the square of the text, and evidence may hold messages made to be slow."""
WORTH_COMPILING = 5_000
"""Messages after which the seconds that hyperscan takes to compile are won back."""
OVERLAP = 200
"""Characters that two stretches share, so that a phrase on the seam is seen; no phrase is as long."""


class _Wanted:
    """What one hit is called, and the expressions that hyperscan looks for and that decide on it."""

    def __init__(self, name: str, expressions: Sequence[str]) -> None:
        self.name, self.expressions = name, expressions

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All of them as one; made when it is first needed, since most messages need none."""
        return re.compile("|".join(f"(?:{expression})" for expression in self.expressions))


class Scanner:
    """All phrases and marks of these clues, compiled once: those of the clues themselves, and those of each language.

    Args:
        clues: the clues whose phrases and marks are looked for.
        compile_after: messages after which hyperscan is used where it is installed; 0 for at once, None for never.
    """

    def __init__(self, clues: Iterable[Clue], *, compile_after: int | None = WORTH_COMPILING) -> None:
        wanted = [wanted for clue in clues for wanted in _wanted(clue)]
        wanted += [_Wanted(mark, (expression,)) for mark, expression in MARKS.items()]
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

    def get_ready(self) -> None:
        """Compiles at once, so that no message has to wait for it; those of a language follow when it is first met."""
        self._finder.get_ready()

    def scan(self, text: str, spoken: Iterable[str] = ()) -> dict[str, Span]:
        """The hits in one message as it was written."""
        return self.hits(readings(text), spoken)

    def _in(self, code: str) -> "_Finder":
        """The finder of a language, made when the language is first met."""
        if code not in self._of_language:
            table = languages()[code].phrases
            wanted = [
                _Wanted(name, phrases)
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
        self._compile_after = self._left = compile_after if AVAILABLE else None
        self._candidates: Callable[[str], Sequence[int]] = self._all
        if self._left is not None:
            kept = stored(self._expressions)
            if kept is not None:
                self._use(kept)

    def hits(self, texts: Sequence[Folded]) -> dict[str, Span]:
        """As ``Scanner.hits``."""
        if self._left is not None:
            self._count_down(self._left)
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

    def get_ready(self) -> None:
        """Compiles what is not compiled yet, and uses it from then on."""
        if AVAILABLE and self._candidates == self._all:
            self._use(compiled(self._expressions))
        for wanted in self._wanted:
            _ = wanted.pattern

    def _count_down(self, left: int) -> None:
        self._left = left - 1
        if self._left < 0:
            self._left = None
            if self._compile_after:
                Thread(target=self.get_ready, name="compiling phrases").start()
            else:
                self.get_ready()

    @cached_property
    def _expressions(self) -> tuple[tuple[int, str], ...]:
        return tuple((index, each) for index, wanted in enumerate(self._wanted) for each in wanted.expressions)

    def _use(self, content: bytes) -> None:
        self._left = None
        database = load(content)
        hits: set[int] = set()

        def add(index: int, *_: object) -> None:
            hits.add(index)

        def candidates(text: str) -> Sequence[int]:
            hits.clear()
            database.scan(text.encode(), match_event_handler=add)
            return sorted(hits)

        self._candidates = candidates


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
        yield _Wanted(clue.name, clue.phrases)
    for mark, expression in clue.marks.items():
        yield _Wanted(f"{clue.name}:{mark}", (expression,))


def _search(pattern: re.Pattern[str], text: str) -> Span | None:
    """Where the expression first stands, looked for in one stretch after the other."""
    for start in range(0, max(1, len(text) - OVERLAP), STRETCH - OVERLAP):
        match = pattern.search(text, start, start + STRETCH)
        if match is not None:
            return match.span()
    return None
