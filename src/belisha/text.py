"""One way to fold text before anything looks for phrases in it: evasive and careless spelling come out plain.

Folding lowers case, strips accents and zero-width characters, replaces look-alike letters and digits that stand for
letters, drops apostrophes (``don't`` is ``dont``), and shortens runs of one letter. Phrases are written in that form.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

_APOSTROPHES = re.compile(r"(?<=\w)['`´‘’ʼ](?=\w)(?!(?<=\d.)\d)")  # noqa: RUF001 - the signs themselves; but not in a height: 5'7 is no age
_RUN = re.compile(r"([a-z])\1{2,}")
_DIGIT_IN_WORD = re.compile(r"(?<=[a-z])[013457@$!](?=[a-z])|(?<![\w])[0@$](?=[a-z]{2})")
_ONE_IN_WORD = re.compile(r"(?<=[a-z])1(?=[a-z])")
_SPACED = re.compile(r"(?<![^\W_])(?:[a-z]([ .\-_*]{1,3}))(?:[a-z]\1){1,}[a-z](?![^\W_])")
_MIXED = re.compile(r"(?<!\w)\w*[a-z]\w*")  # only from the start of a word, or long runs take their square
_INVISIBLE = {"Cf", "Mn", "Me"}

# What stands for a letter inside a word; 1 is read as i, and as l in a second reading.
_DIGITS = str.maketrans("013457@$!", "oieastasi")
# Cyrillic, Greek and other letters that look like Latin ones; applied only to words that also hold Latin letters.
_LOOK_ALIKES = str.maketrans(
    "абвгеёзикмнопрстухѕіјԁһԛԝɡɑοαεικνρτυχωсүʏɪ",
    "a6bree3ukmhonpctyxsijdhqwgaoaeikvptuxwcyyi",
)
_SIGNS = {
    "🤫": " shh ",
    "🤐": " shh ",
    "📷": " pic ",
    "📸": " pic ",
    "🤳": " selfie ",
    "🎁": " gift ",
    "💰": " money ",
    "💵": " money ",
    "💸": " money ",
    "👻": " snap ",
    "📍": " location ",
}

class Edit(NamedTuple):
    """One step of folding.

    Attributes:
        pattern: what is replaced.
        change: by what.
        needed: whether a text may hold it at all; a quick look that spares most texts the search.
    """

    pattern: re.Pattern[str]
    change: Callable[[re.Match[str]], str]
    needed: Callable[[str], bool] = lambda _text: True


class Folded:
    """A folded text that can say where its characters stood before.

    Attributes:
        text: the folded form.
    """

    def __init__(self, original: str, edits: Sequence[Edit]) -> None:
        self._original = original
        self._edits = edits
        self.text = _edited(original, edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text that became ``text[start:end]``."""
        origins = self._origins
        if start >= end:
            return (0, 0)
        return origins[start], origins[end - 1] + 1

    @cached_property
    def _origins(self) -> list[int]:
        """For every folded character the index of the original one; worked out only when a span is wanted."""
        text, origins = "", []
        for index, character in enumerate(self._original):
            plain = _plain(character)
            text += plain
            origins += [index] * len(plain)
        for edit in self._edits:
            text, origins = _tracked(text, origins, edit)
        return origins


def fold(text: str) -> Folded:
    """The usual reading of a text."""
    return Folded(text, _USUAL)


def readings(text: str) -> list[Folded]:
    """All readings of a text that should be searched: nearly always one.

    A text with spaced-out letters is also read with them joined, one with a 1 in a word also with an l there.
    """
    usual = fold(text)
    found = [usual]
    if _SPACED.search(usual.text):
        found.append(Folded(text, (*_USUAL, Edit(_SPACED, _joined))))
    if "1" in text and _ONE_IN_WORD.search(_plain(text)):
        found.append(Folded(text, (Edit(_ONE_IN_WORD, lambda _match: "l"), *_USUAL)))
    return found


def _plain(text: str) -> str:
    """Lower case without accents, marks and invisible characters."""
    if text.isascii():
        return text.lower()
    for sign, word in _SIGNS.items():
        if sign in text:
            text = text.replace(sign, word)
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    if decomposed.isascii():
        return decomposed
    return "".join(c for c in decomposed if c.isascii() or unicodedata.category(c) not in _INVISIBLE)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    text = _plain(text)
    for edit in edits:
        if edit.needed(text):
            text = edit.pattern.sub(edit.change, text)
    return text


def _tracked(text: str, origins: list[int], edit: Edit) -> tuple[str, list[int]]:
    pieces, kept, position = [], [], 0
    for match in edit.pattern.finditer(text):
        start, end = match.span()
        new = edit.change(match)
        pieces += [text[position:start], new]
        kept += origins[position:start]
        # A replacement points at the characters it came from, as far as they go.
        kept += [origins[min(start + offset, end - 1)] for offset in range(len(new))]
        position = end
    return "".join([*pieces, text[position:]]), kept + origins[position:]


def _unlike(match: re.Match[str]) -> str:
    word = match.group()
    return word if word.isascii() else word.translate(_LOOK_ALIKES)


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"[ .\-_*]", "", match.group())


def _shortened(match: re.Match[str]) -> str:
    letter = match.group(1)
    return letter * 2 if letter in "eo" else letter


_USUAL: tuple[Edit, ...] = (
    Edit(_MIXED, _unlike, lambda text: not text.isascii()),
    Edit(_APOSTROPHES, lambda _match: "", lambda text: not text.isascii() or "'" in text or "`" in text),
    Edit(_DIGIT_IN_WORD, lambda match: match.group().translate(_DIGITS)),
    Edit(_RUN, _shortened),
)

_UNITS = (
    r"mins?|minutes?|hours?|hrs?|h\b|days?|weeks?|months?|miles?|km|m (?:away|from|off|tall|long|deep)|"
    r"cm|kg|kilos?|lbs?|pounds?|stone|percent|%|points?|"
    r"pts|levels?|lvls?|kills?|episodes?|pages?|times|more|of|away|late|early|behind|ahead|down|up|in|out|euros?|dollars?|"
    r"quid|bucks?|st|nd|rd|th|am|pm|[.:,]\d|[-/]\d|st\b|feet|ft|foot|inch|games?|wins?|goals?|subs?|followers|weeks|x"
)
_STATED_AGE = re.compile(
    r"\b(?:im|i am|i m|ive turned|i (?:just |only )?turned|me[: ]|i (?:just |will )?turn|im turning|"
    r"i was born .{0,20}so im)"
    r" (?:(?:only|just|nearly|almost|still|like|about|actually|really|now|a|an|already|gonna be|going to be) ){0,3}"
    rf"(\d\d?)(?! ?(?:{_UNITS})\b)(?!\d)"
    r"|^\W*(\d\d?) ?[/,. ]? ?(?:[mf]|male|female|girl|boy|guy)\b"
    r"|^\W*[mf] ?[/,. ]? ?(\d\d)\b"
    r"|\bim in (?:year|yr) (\d\d?)\b"
    r"|^\W*(?:only |just |nearly )?(\d\d)\W*(?:(?:u|you|hbu|wbu|and you|and u|yrs? old|years? old|yo|lol)\W*)*$"
)
_ANSWERED_AGE = re.compile(
    r"^\W*(?:(?:im|i am|only|just|nearly|almost|like|turned|about|well|um|uh|er|yes|yeah|no) ){0,3}"
    rf"(\d\d?)(?! ?(?:{_UNITS})\b(?! (?:june|july|jan|feb|mar|apr|may|aug|sep|oct|nov|dec|a |\d)))(?!\d|[.:,]\d)\b"
)
_YOUNGEST, _OLDEST = 7, 90
_YEAR_GROUP = 4
_BARE_GROUP = 5


def stated_age(folded: str, *, asked: bool = False) -> int | None:
    """The age in years that a writer states of himself, or None.

    Args:
        folded: the folded message.
        asked: whether somebody has just asked for it; a bare number then is an answer.
    """
    match = _STATED_AGE.search(folded)
    if match is not None and match.lastindex == _BARE_GROUP:
        match = None
    if match is None and asked:
        match = _ANSWERED_AGE.search(folded)
    if match is None:
        return None
    age = int(match.group(match.lastindex or 0))
    # British school years begin at the age of five (Year 1): Year 8 is twelve or thirteen.
    age += 4 if match.lastindex == _YEAR_GROUP else 0
    return age if _YOUNGEST <= age <= _OLDEST else None


def is_quoted(text: str, span: tuple[int, int]) -> bool:
    """Whether a part of a message, as it was written, stands between quotation marks."""
    before, after = text[: span[0]], text[span[1] - 1 :]
    curly = before.rfind("\u201c") > before.rfind("\u201d") and "\u201d" in after
    opened = before.count('"') % 2 == 1 or text.startswith('"', span[0])
    return curly or (opened and '"' in after)


def is_question(folded: str) -> bool:
    """Whether a message asks something, also where the question mark is left out."""
    return "?" in folded or _QUESTION.match(folded) is not None


_QUESTION = re.compile(
    r"(?:(?:so|and|but|hey|ok|well|btw|oh) )?(?:how|what|wat|wot|whats|wats|where|wheres|when|who|whos|why|which|"
    r"do (?:you|u|ya|your|ur|they)|are (?:you|u|your|ur|they)|r (?:you|u|ur|they)|did (?:you|u)|can (?:you|u|i|we)|"
    r"could (?:you|u)|will (?:you|u)|would (?:you|u)|have (?:you|u)|"
    r"(?:you|u) (?:got|alone|home|there|single|free|busy|ok|awake)|is (?:your|ur|it|that|there|anyone)|does|wanna|"
    r"u want|you want|hru|wyd|hbu|wbu)\b"
)


def is_request(folded: str) -> bool:
    """Whether a message asks the other to do or to give something."""
    return _REQUEST.search(folded) is not None


_REQUEST = re.compile(
    r"\b(?:send|show|give|gimme|call|meet|come|add|join|download|install|delete|turn|lemme|let me|share|promise|prove|"
    r"tell me|(?:text|msg|message|dm|pm|ring|phone|facetime|video|kiss) me|put (?:ur|your|on|it)|get (?:snap|discord|"
    r"whatsapp|kik|telegram|skype|out|on)|can (?:i|u|you|we)|could (?:i|u|you|we)|will (?:u|you)|would (?:u|you)|wanna|"
    r"want to|lets|pls|plz|please|pics?|photos?|selfies?|cam|snap|number|insta|address|password)\b"
)


def is_jest(folded: str) -> bool:
    """Whether a message is marked as not meant seriously."""
    return _JEST.search(folded) is not None


_JEST = re.compile(
    r"\b(?:lo+l|lmf?ao+|rofl|(?:ha){2,}h?|(?:he){2,}|(?:mw?u)(?:ha)+|jk|jks|just kidding|kidding|joking|only joking|"
    r"lovingly)\b|[💀😂🤣😆😹]"
)
