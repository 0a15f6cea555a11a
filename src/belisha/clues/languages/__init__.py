"""Phrases of languages beside English for the clues, found by looking in this folder.

Subclass ``Language``; its table lies beside it, in a file of the same name. A table only adds phrases: what a clue
means, what it weighs and when its phrase counts stays with the clue. Phrases are written as those of the clues, for
folded text (``belisha.text``). Example lines for every name of a table lie with the tests, in a file of the same name.
"""

import re
from abc import ABC
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import repeat
from typing import ClassVar

from belisha import plugins
from belisha.scene import IS_JEST, IS_QUESTION, IS_REQUEST

ENGLISH = "en"
"""Code of the language that the clues themselves speak; it needs no table."""
_COMMON_ENGLISH = (
    "i im ive ill you u ur your youre we they he she it its me my mine our their them us is are was were be been am do "
    "does did dont didnt doesnt have has had havent cant wont will would could should the this that these those there "
    "and or but if not no yes yeah of for with from about at by on in to into what how who when where why which "
    "because just like really so too very now then here than want wanna gonna got get know think going some any all "
    "hi hello hey thanks please r"
)
STATED_AGE = "stated_age"
"""The one name of a table that is neither a clue nor a mark."""
MARKS = {
    IS_QUESTION: (
        r"\?|^ ?(?:(?:so|and|but|hey|ok|well|btw|oh) )?(?:how|what|wat|wot|whats|wats|where|wheres|when|who|whos|why|"
        r"which|do (?:you|u|ya|your|ur|they)|are (?:you|u|your|ur|they)|r (?:you|u|ur|they)|did (?:you|u)|"
        r"can (?:you|u|i|we)|could (?:you|u)|will (?:you|u)|would (?:you|u)|have (?:you|u)|"
        r"(?:you|u) (?:got|alone|home|there|single|free|busy|ok|awake)|is (?:your|ur|it|that|there|anyone)|does|wanna|"
        r"u want|you want|hru|wyd|hbu|wbu)\b"
    ),
    IS_REQUEST: (
        r"\b(?:send|show|give|gimme|call|meet|come|add|join|download|install|delete|turn|lemme|let me|share|promise|"
        r"prove|tell me|(?:text|msg|message|dm|pm|ring|phone|facetime|video|kiss) me|put (?:ur|your|on|it)|"
        r"get (?:snap|discord|whatsapp|kik|telegram|skype|out|on)|can (?:i|u|you|we)|could (?:i|u|you|we)|"
        r"will (?:u|you)|would (?:u|you)|"
        r"wanna|want to|lets|pls|plz|please|pics?|photos?|selfies?|cam|snap|number|insta|address|password)\b"
    ),
    IS_JEST: (
        r"\b(?:lo+l|lmf?ao+|rofl|(?:ha){2,}h?|(?:he){2,}|(?:mw?u)(?:ha)+|jk|jks|lovingly)\b|"
        r"(?<!\bnot )(?<!\baint )(?<!\bisnt )(?<!\barent )\b(?:just |only )?(?:kidding|joking)\b|[💀😂🤣😆😹]"
    ),
}
"""What any clue may want to know of a message, in English; the tables have it for theirs."""
_LOOKED_AT = 600
"""Characters of a message that its language is told from."""
_OWN_WORD = 2
"""How much a word counts that is common in one language only; one that several share counts 1."""
_YOUNGEST, _OLDEST = 7, 90
_WORD = re.compile(r"\w+")


class Language(ABC):
    """The phrases of one language.

    Attributes:
        code: two letters of ISO 639-1.
        common: frequent words that tell the language, folded, with spaces between. A word may be common in several
            languages: it then counts for each of them.
    """

    code: ClassVar[str]
    common: ClassVar[str]

    @cached_property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """Regular expressions by the name that the scanner reports; many short ones compile faster than a long one."""
        return {name: tuple(_alternatives(text)) for name, text in self._wordings.items() if name != STATED_AGE}

    @cached_property
    def table(self) -> str:
        """Names at the start of a line, and indented below each of them its wordings, any of which is a hit.

        Wordings are regular expressions over folded text. A line that ends in ``|`` goes on in the next. The names are
        those that the scanner reports: a clue, ``clue:mark`` for one of its marks, or one of ``MARKS``;
        ``clue:everyday`` holds wordings of the clue that harmless talk uses too. A name in capitals is a word with its
        variants, which the wordings below take in as ``<NAME>``; ``stated_age`` has in its one group the age that the
        writer states of himself.
        """
        folder, _, name = type(self).__module__.rpartition(".")
        return (resources.files(folder) / f"{name}.txt").read_text("utf-8")

    def age(self, folded: str) -> int | None:
        """The age in years that the writer of a folded message states of himself, or None."""
        match = self._age.search(folded)
        if match is None:
            return None
        age = int(match.group(1))
        return age if _YOUNGEST <= age <= _OLDEST else None

    @cached_property
    def _age(self) -> re.Pattern[str]:
        return re.compile(self._wordings[STATED_AGE])

    @cached_property
    def _wordings(self) -> dict[str, str]:
        words: dict[str, str] = {}
        wordings: dict[str, str] = {}
        for block in re.split(r"^(?=\S)", self.table, flags=re.MULTILINE)[1:]:
            name, *lines = [line.strip(" ") for line in block.rstrip().split("\n")]
            wording = "\n".join(lines).replace("|\n", "|").replace("\n", "|")
            wording = re.sub(r"<([A-Z]+)>", lambda match: f"(?:{words[match.group(1)]})", wording)
            (words if name.isupper() else wordings)[name] = wording
        return wordings


@cache
def languages() -> Mapping[str, Language]:
    """All languages that have a table, by code."""
    return {language.code: language for language in plugins.find(__name__, Language)}


def detect(folded: str) -> str | None:
    """The code of the language that a folded message is written in; None where its words tell none, or two alike.

    Counts common words, which is right for ordinary chat and says nothing of a message without any.
    """
    return _leading(sum(map(_tells().get, _WORD.findall(folded, 0, _LOOKED_AT), repeat(0))))


@lru_cache(maxsize=4_096)
def _leading(counts: int) -> str | None:
    """The language that most words speak for; None where there is none, or not one alone."""
    places = {code: counts >> shift & _MOST for code, shift in _shifts().items()}
    best = max(places.values())
    leading = [code for code, count in places.items() if count == best]
    return leading[0] if best and len(leading) == 1 else None


_BITS = 12  # more than any count needs, so that one sum holds the counts of all languages side by side
_MOST = (1 << _BITS) - 1


@cache
def _shifts() -> Mapping[str, int]:
    """Where the count of each language stands in a sum."""
    return {code: _BITS * place for place, code in enumerate((ENGLISH, *languages()))}


@cache
def _tells() -> Mapping[str, int]:
    """For every common word how much it counts for each of the languages that it speaks for, side by side."""
    spoken = {ENGLISH: _COMMON_ENGLISH, **{code: language.common for code, language in languages().items()}}
    tells: defaultdict[str, list[str]] = defaultdict(list)
    for code, common in spoken.items():
        for word in dict.fromkeys(common.split()):
            tells[word].append(code)
    shifts = _shifts()
    return {
        word: sum((_OWN_WORD if len(codes) == 1 else 1) << shifts[code] for code in codes)
        for word, codes in tells.items()
    }


_SIGN = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|.")


def _alternatives(expression: str) -> Iterator[str]:
    """The parts of an expression between the bars that stand outside all brackets."""
    depth, part = 0, ""
    for sign in _SIGN.findall(expression):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            yield part
            part = ""
        else:
            part += sign
    yield part
