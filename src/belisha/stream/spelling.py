"""Reads words of the phrases that were mistyped, by hurry or on purpose: "sceret", "paretns", "snd".

A word that is not known and differs by one letter from one of the phrases' words is read as that: a letter left out,
added, exchanged with its neighbour, or mistaken for the key beside it; and any number of letters doubled. The first
and the last letter must be right, as they nearly always are. Known words and their endings are never changed: "sand me
a pic" and "thats" stay as they are.
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
_ENDING = re.compile(r"(?:s|d|ll|ve|re|er|ers|ed|in|ing|y|ie|ies)$")
_SHORTEST_WITH_WRONG_LETTER = 5
_KEYS = (
    "q:wa w:qeas e:wrds r:etdf t:ryfg y:tugh u:yijh i:uokj o:iplk p:ol a:qwsz s:awedxz d:serfcx "
    "f:drtgvc g:ftyhbv h:gyujnb j:huikmn k:jiolm l:kop z:asx x:zsdc c:xdfv v:cfgb b:vghn n:bhjm m:njk"
)
_BESIDE = dict(pair.split(":") for pair in _KEYS.split())
"""For each letter the keys around it."""


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
        self._spoken = frozenset(word for clue in clues for text in _texts_of(clue) for word in _WORD.findall(text))
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
        if self._is_right(word):
            return word
        near = {each for form in (word, *_shortened(word)) for each in self._near.get(form, ())}
        close = [each for each in near if each[0] == word[0] and _is_one_mistake(each, word)]
        if close:
            return min(close, key=lambda each: (-self._words[each], each))
        single = self._without_doubles.get(_TWICE.sub(r"\1", word), word)
        return single if _TWICE.search(word) else word

    def _is_right(self, word: str) -> bool:
        """Whether it is a word, an ending of one, or stands in a phrase or an example as it is."""
        stem = _ENDING.sub("", word)
        is_ending = len(stem) > 2 and stem != word and (self._knows(stem) or stem in self._spoken)  # noqa: PLR2004 - "its", "hed"
        return word in self._spoken or self._knows(word) or is_ending


@cache
def spelling() -> Spelling:
    """The spelling of the phrases of all clues, made once in a process."""
    return Spelling(plugins.find("belisha.clues", Clue), TacticModel.load().knows)


def _texts_of(clue: Clue) -> Iterator[str]:
    """Everything that a clue's expressions and examples hold, folded, with the signs of expressions taken out."""
    for expression in _expressions(clue):
        yield _SYNTAX.sub(" ", _ESCAPES.sub(" ", expression)).replace("?", " ")
    for example in clue.examples:
        for line in example.lines:
            yield fold(line.rpartition(": ")[2]).text


def _expressions(clue: Clue) -> list[str]:
    return [*clue.marks.values(), *(clue.phrases if isinstance(clue, PhraseClue) else ())]


def _words_of(clue: Clue, knows: Callable[[str], bool]) -> Iterator[str]:
    """Whole words of a clue's expressions and examples; a part of a word is none."""
    for expression in _expressions(clue):
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
    """Whether one letter too many or too few, a key beside it, or two exchanged letters make the difference."""
    longer = len(written) - len(word)
    if abs(longer) > 1 or len(written) < _SHORTEST_MISTAKE:
        return False
    same = 0
    while same < min(len(word), len(written)) and word[same] == written[same]:
        same += 1
    rest, other = word[same:], written[same:]
    if not longer and rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return True
    if word[-1] != written[-1]:
        return False
    if longer:
        return rest == other[1:] if longer > 0 else rest[1:] == other
    is_beside = other[:1] in _BESIDE.get(rest[:1], "") and len(word) >= _SHORTEST_WITH_WRONG_LETTER
    return is_beside and rest[1:] == other[1:]
