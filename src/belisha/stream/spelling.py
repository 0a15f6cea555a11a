"""Reads words of the phrases that were mistyped, by hurry or on purpose: "sceret", "paretns", "snd".

A word that is not known and differs by one letter from one of the phrases' words is read as that: a letter left out,
added, exchanged with its neighbour or mistaken; and any number of letters doubled. The first letter must be right, as
it nearly always is. Known words are never changed: "sand me a pic" stays as it is.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from belisha import plugins
from belisha.clues import Clue, PhraseClue
from belisha.clues.languages import ENGLISH, detect
from belisha.tactic_model import TacticModel
from belisha.text import Edit, Folded, fold

_SHORTEST_WORD = 4
_SHORTEST_MISTAKE = 3
_MOST_REMEMBERED = 100_000
_WORD = re.compile(r"[a-z]{3,}")
_ESCAPES = re.compile(r"\\w[*+?]?|\\w\{[^}]*\}")
_SYNTAX = re.compile(r"\\[a-zA-Z]|\(\?<?[:!=]|\{\d*,?\d*\}")
_WHOLE_WORD = re.compile(r"(?<![a-z~\])])([a-z]{4,})(\??)(?![a-z~\[(*+])")
_TWICE = re.compile(r"([a-z])\1")


class Spelling:
    """The words of the phrases of these clues, however they are mistyped.

    Args:
        clues: the clues.
        knows: whether a folded word is a word of English; what is one is not taken for a mistake.
    """

    def __init__(self, clues: Iterable[Clue], knows: Callable[[str], bool]) -> None:
        words = Counter(word for clue in clues for word in _words_of(clue, knows))
        self._words = words
        self._knows = knows
        self._near: dict[str, list[str]] = {}
        self._without_doubles: dict[str, str] = {}
        for word in sorted(words, key=lambda each: (-words[each], each)):
            for form in (word, *_shortened(word)):
                self._near.setdefault(form, []).append(word)
            self._without_doubles.setdefault(_TWICE.sub(r"\1", word), word)
        self._read_as: dict[str, str] = {}

    def mended(self, texts: list[Folded]) -> list[Folded]:
        """The readings of a message, and before them one with mistyped words put right where there are any."""
        text = texts[0].text
        words = _WORD.findall(text)
        if list(map(self._read_as.get, words)) == words:  # all met before, and right: nearly always so
            return texts
        if all(self._mend(word) == word for word in words) or detect(text) not in {None, ENGLISH}:
            return texts
        return [texts[0].changed(Edit(_WORD, lambda match: self._mend(match.group()))), *texts]

    def _mend(self, word: str) -> str:
        """What a word is read as: itself unless it is a mistake."""
        found = self._read_as.get(word)
        if found is None:
            if len(self._read_as) >= _MOST_REMEMBERED:
                self._read_as.clear()
            found = self._read_as[word] = self._nearest(word)
        return found

    def _nearest(self, word: str) -> str:
        if word in self._words or self._knows(word):
            return word
        near = {each for form in (word, *_shortened(word)) for each in self._near.get(form, ())}
        close = [each for each in near if each[0] == word[0] and _is_one_mistake(each, word)]
        if close:
            return min(close, key=lambda each: (each[-1] != word[-1], -self._words[each], each))
        single = self._without_doubles.get(_TWICE.sub(r"\1", word), word)
        return single if _TWICE.search(word) else word


@cache
def spelling() -> Spelling:
    """The spelling of the phrases of all clues, made once in a process."""
    return Spelling(plugins.find("belisha.clues", Clue), TacticModel.load().knows)


def _words_of(clue: Clue, knows: Callable[[str], bool]) -> Iterator[str]:
    """Whole words of a clue's expressions and examples; a part of a word is none."""
    expressions = [*clue.marks.values(), *(clue.phrases if isinstance(clue, PhraseClue) else ())]
    for expression in expressions:
        for word, is_optional in _WHOLE_WORD.findall(_SYNTAX.sub(" ", _ESCAPES.sub("~", expression))):
            for form in (word, word[:-1]) if is_optional else (word,):
                if len(form) >= _SHORTEST_WORD and knows(form):
                    yield form
    for example in clue.examples:
        if example.seen:
            for line in example.lines:
                yield from re.findall(r"\b[a-z]{4,}\b", fold(line.rpartition(": ")[2]).text)


def _shortened(word: str) -> Iterator[str]:
    """The word without one of its letters, never the first."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _is_one_mistake(word: str, written: str) -> bool:
    """Whether one letter too many or too few, another letter, or two exchanged ones make the difference."""
    if abs(len(word) - len(written)) > 1 or len(written) < _SHORTEST_MISTAKE:
        return False
    same = 0
    while same < min(len(word), len(written)) and word[same] == written[same]:
        same += 1
    rest, other = word[same:], written[same:]
    is_exchanged = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or is_exchanged
