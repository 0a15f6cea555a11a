"""One way to fold text before anything looks for phrases in it: evasive and careless spelling come out plain.

Folding lowers case, strips accents and zero-width characters, replaces look-alike letters and digits that stand for
letters, joins letters that were spaced out, puts spaces where other signs stand for them, drops apostrophes (``don't``
is ``dont``), and shortens runs of one letter. Phrases are written in that form.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from belisha import leet

_APOSTROPHES = re.compile(r"(?<=\w)['`´‘’ʼ](?=\w)(?!(?<=\d.)\d)")  # noqa: RUF001 - the signs themselves; but not in a height: 5'7 is no age
_RUN = re.compile(r"([a-z])\1{2,}")
_FOR_SPACE = re.compile(r"(?<=[^\W_])[^\w\s'’&]+(?=[^\W_])|(?<=[^\W_])_+(?=[^\W_])")  # noqa: RUF001 - the sign itself
_ADDRESS = re.compile(r"[/@]|www\.|\.(?:com|net|org|gg|tv|co|de|nl|fr|es|it|pt|pl|uk|eu)\b")
_ALL_QUOTED = re.compile(r"\s*[\"\u201c][^\"\u201c\u201d]*[\"\u201d]\s*")
_SPACES = re.compile(r"\s{2,}|[^\S ]")
_has_three_alike = re.compile(r"([a-z])\1\1").search
_MIXED = re.compile(r"(?<!\w)\w*[a-z]\w*")  # only from the start of a word, or long runs take their square
_INVISIBLE = {"Cf", "Mn", "Me"}
_WORDS_WITHOUT_SPACES = 9
"""Characters for each space from which on something else stands for spaces."""

# Cyrillic, Greek and other letters that look like Latin ones; applied only to words that also hold Latin letters, or
# that hold nothing else in a message with Latin words.
_LOOK_ALIKES = str.maketrans(
    "абвгеёзикмнопрстухѕіјԁһԛԝɡɑοαεικνρτυχωсүʏɪβγηλμζоօսհոցɩᴀʙᴄᴅᴇꜰɢʜᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡᴢ",
    "a6bree3ukmhonpctyxsijdhqwgaoaeikvptuxwcyyibynlmzoouhngiabcdefghjklmnoprstuvwz",
)
_ONLY_LOOK_ALIKES = re.compile(r"(?<!\w)[асеорхуіѕјһԁԛԝɡοανυωɪɴʀꜱʏʙɢʜʟꜰᴀ-ᴢ]+(?!\w)")  # noqa: RUF001 - the letters themselves
_PLAIN_LETTERS = {
    **dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800")),  # blank, though no space
    **dict(zip(map(ord, "łøđðħŧıæœþ"), ("l", "o", "d", "d", "h", "t", "i", "ae", "oe", "th"), strict=True)),
    **{first + place: chr(ord("a") + place) for first in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)},
}
"""Letters that no decomposition makes plain, and those on coloured squares and flags."""
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
        needed: whether a text is changed at all; often only a quick look that spares most texts the search.
    """

    pattern: re.Pattern[str]
    change: Callable[[re.Match[str]], str]
    needed: Callable[[str], object] = lambda _text: True


class Folded:
    """A folded text that can say where its characters stood before.

    Attributes:
        text: the folded form.
        begins: where the message itself begins in it; what stands before is of an earlier message.
    """

    begins = 0

    def __init__(self, original: str, edits: Sequence[Edit]) -> None:
        self._original = original
        self._edits = edits
        self.text = _edited(original, edits)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text that became ``text[start:end]``."""
        if self._original.isascii() and self._original.lower() == self.text:  # every character stands where it stood
            return (start, end) if start < end else (0, 0)
        origins = self._origins
        if start >= end:
            return (0, 0)
        return origins[start], origins[end - 1] + 1

    def changed(self, edit: Edit) -> "Folded":
        """This reading, changed further."""
        return Folded(self._original, (*self._edits, edit))

    @cached_property
    def _origins(self) -> list[int]:
        """For every folded character the index of the original one; worked out only when a span is wanted."""
        original = self._original
        plain = list(original.lower()) if original.isascii() else [_plain(character) for character in original]
        text, origins = "".join(plain), [index for index, letters in enumerate(plain) for _ in letters]
        for edit in self._edits:
            if edit.needed(text):
                text, origins = _tracked(text, origins, edit)
        return origins


class Continued(Folded):
    """A reading of a message together with the line before it, of which it is the rest.

    Args:
        before: the earlier line, folded.
        own: the reading of the message itself.
    """

    def __init__(self, before: str, own: Folded) -> None:
        self._own = own
        self.begins = len(before) + 1
        self.text = f"{before} {own.text}"

    def span(self, start: int, end: int) -> tuple[int, int]:
        """As of ``Folded``, for the part that stands in the message."""
        return self._own.span(max(0, start - self.begins), end - self.begins)


def fold(text: str) -> Folded:
    """The usual reading of a text."""
    return Folded(text, _USUAL)


def readings(text: str) -> list[Folded]:
    """All readings of a text that should be searched: nearly always one.

    A text with spaced-out letters is also read with three of them joined (more always are) and a first "a" or "i" kept
    apart, one with a 1 in a word also with an l there.
    """
    found = [fold(text)]
    if leet.is_spaced(text.lower()):
        found.append(Folded(text, _LOOSELY_JOINED))
    if "1" in text and leet.ONE_FOR_L.search(_plain(text)):
        found.append(Folded(text, (Edit(leet.ONE_FOR_L, lambda _match: "l"), *_USUAL)))
    return [each for place, each in enumerate(found) if not place or each.text != found[0].text]


def _plain(text: str) -> str:
    """Lower case without accents, marks and invisible characters."""
    if text.isascii():
        return text.lower()
    for sign, word in _SIGNS.items():
        if sign in text:
            text = text.replace(sign, word)
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN_LETTERS)
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


def _is_unspaced(text: str) -> bool:
    """Whether other signs stand for the spaces: hardly any space, several such signs, and no address or name."""
    if len(text) < _WORDS_WITHOUT_SPACES or text.count(" ") * _WORDS_WITHOUT_SPACES >= len(text):
        return False
    return len(_FOR_SPACE.findall(text)) > 1 + ("_" in text) and not _ADDRESS.search(text)


def _shortened(match: re.Match[str]) -> str:
    letter = match.group(1)
    return letter * 2 if letter in "eo" else letter


_USUAL: tuple[Edit, ...] = (
    Edit(_MIXED, _unlike, lambda text: not text.isascii()),
    Edit(_ONLY_LOOK_ALIKES, lambda match: match.group().translate(_LOOK_ALIKES), lambda text: not text.isascii()),
    Edit(leet.SPACED, leet.joined, leet.is_spaced),
    Edit(leet.AGE_APART, leet.together, lambda text: "m 1 " in text or "r 1 " in text or "re 1 " in text),
    Edit(_FOR_SPACE, lambda _match: " ", _is_unspaced),
    Edit(_APOSTROPHES, lambda _match: "", lambda text: "'" in text or "`" in text or not text.isascii()),
    Edit(leet.SPELT, leet.lettered, leet.is_spelt),
    Edit(leet.KNOWN, leet.known, leet.is_mixed),
    Edit(leet.IN_WORD, leet.lettered, leet.is_mixed),
    Edit(_RUN, _shortened, _has_three_alike),
    Edit(_SPACES, lambda _match: " ", lambda text: "  " in text or not text.isprintable()),
)
_LOOSELY_JOINED = tuple(
    Edit(leet.SPACED, leet.loosely_joined) if edit.change is leet.joined else edit for edit in _USUAL
)

_UNITS = (
    r"mins?|minutes?|hours?|hrs?|h\b|days?|weeks?|months?|miles?|km|m (?:away|from|off|tall|long|deep)|"
    r"cm|kg|kilos?|lbs?|pounds?|stone|percent|%|points?|pts|levels?|lvls?|kills?|episodes?|pages?|times|more|of|away|"
    r"late|early|behind|ahead|down|up|in(?! (?:y(?:ea)?r|grade|class|form|school|\d))|out|euros?|dollars?|"
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
    r"|^\W*(?:im |its |i am )?[a-z]{3,12}[.,/ ]{1,2}(1\d)[.,/ ]{1,2}(?:i go|from|[mf]\b|boy|girl|wbu|hbu|u\b)"
    r"|^\W*(?:only |just |nearly )?(\d\d)\W*(?:(?:u|you|hbu|wbu|and you|and u|yrs? old|years? old|yo|lol)\W*)*$"
)
_ANSWERED_AGE = re.compile(
    r"^\W*(?:(?:im|i am|only|just|nearly|almost|like|turned|about|well|um|uh|er|yes|yeah|no) ){0,3}"
    rf"(\d\d?)(?! ?(?:{_UNITS})\b(?! (?:june|july|jan|feb|mar|apr|may|aug|sep|oct|nov|dec|a |\d)))(?!\d|[.:,]\d)\b"
)
_YOUNGEST, _OLDEST = 7, 90
_YEAR_GROUP = 4
_BARE_GROUP = 6


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
    """Whether a part of a message, as it was written, is a quotation; a message that is one as a whole is none."""
    if _ALL_QUOTED.fullmatch(text):
        return False
    before, after = text[: span[0]], text[span[1] - 1 :]
    curly = before.rfind("\u201c") > before.rfind("\u201d") and "\u201d" in after
    opened = before.count('"') % 2 == 1 or text.startswith('"', span[0])
    return curly or (opened and '"' in after)
