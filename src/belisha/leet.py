"""Letters that are written as digits ("h0w 0ld"), and words whose letters are written apart ("h o w o l d").

Digits are letters only where they stand in or beside letters; numbers, ages, times and scores stay what they are.
``belisha.text`` calls this while it folds; everything here takes folded text: lower case, without accents.
"""

import re
from functools import lru_cache

_LETTERS = str.maketrans("013457@$!", "oieastasi")
_RARER_LETTERS = str.maketrans("01345789@$!6", "oieastbgasig")
_LIKE_LETTERS = "013457@$"

is_mixed = re.compile(r"[0-9@$](?:[a-z]|(?<=[a-z].))|![a-z]").search
"""Whether a digit stands beside a letter; a quick look."""
IN_WORD = re.compile(
    r"(?<=[a-z])[013457@$!]{1,3}(?=[a-z])|(?<!\w)(?!0(?:am|pm|km|kg|cm|ft|mins?|hrs?|gb|mb|st|th)\b)[0@$](?=[a-z]{2})"
)
"""Digits between letters, and a sign before some that begins no number."""
_COUNTED = r"(?!(?:year|night|under|u)\d)"
"""Numbers that stand at their word: school years, teams below an age."""
_SPELT = (
    rf"(?<![\w@$.,:/-]){_COUNTED}"
    r"(?=[a-z]*[013457@$])(?=[013457@$]*[a-z])(?![0-9]+(?:[bcdfghklmpqruwxyz]|am|pm|yo|yrs?|st|nd|rd|th|"
    r"min|mins|km|kg|cm|ft|hrs?|gb|mb|ever|real)\b)(?![a-z]+(?!00\b|33\b)[0-9]{2,}(?!\w)|b4\b)[a-z013457@$]+(?![\w@$])"
)
_spelt = re.compile(_SPELT).findall
SPELT = re.compile(
    rf"{_SPELT}|(?<![^ ])1(?= [a-z0-9]*[a-z])(?! (?:am|pm|mins?|hrs?|hours?|more|of|km|day|week|month|year)\b)"
)
"""In a text that is written in digits: a word with some at its edges too, and an "i"; not a number with its unit, nor a
name with a number behind it."""
KNOWN = re.compile(
    rf"(?<![\w@$.,:/-]){_COUNTED}(?=[a-z0-9@$]{{3}}|[a-z]0\b)(?=[a-z]*[0-9@$])(?=[0-9@$]*[a-z])[a-z0-9@$]+(?![\w@$])"
)
"""What may be a known word with digits at its edges: ``5end``, ``pic5``, ``t0``."""
ONE_FOR_L = re.compile(
    r"(?<=[a-z])1(?=[a-z]|(?!\w))|(?<!\w)1(?!(?:am|pm|km|kg|cm|ft|mins?|hrs?|gb|mb|st|th)\b)(?=[a-z]{2})"
)

SPACED = re.compile(r"(?<![^\W_])[a-z0-9@$]([ .\-_*]{1,3})[a-z0-9@$](?:\1[a-z0-9@$])*(?![^\W_])")
"""Single letters and digits with the same space or sign between them."""
_is_spaced = re.compile(r"[ .\-_*](?:[a-z][ .\-_*]{1,3}[a-z0-9@$]|[0-9@$][ .\-_*]{1,3}[a-z])(?:[ .\-_*]|$)").search
_ALL_SPACED = re.compile(r"(?:(?<!\S)\S +){5}\S(?!\S)")
_ALWAYS_JOINED = 4
"""Spaced-out letters from which on they are one word; three are so in a second reading only."""
_BETWEEN = re.compile(r"[ .\-_*]")
_MOST_PARTED = 200
"""Letters up to which a run is looked through for words; more is no sentence."""
_AGE = re.compile(r"(?P<before>[a-z]{2,})?(?P<age>1[0-9]|[7-9])(?P<unit>y[o0]|yrs?|[fm])?")
AGE_APART = re.compile(r"(?:(?<=\bim )|(?<=\bi am )|(?<=\bi m )|(?<=\byoure )|(?<=\bur ))1 [0-9](?!\w| \d)")
"""An age of two digits that are written apart."""

_COMMON = (
    "a about add address after again age all alone always am and another any anyone anything are around ask at away "
    "baby back be because bed been before better between big boy boyfriend bus but call cam camera can car cash cause "
    "chat child class clothes code come cool could cry cute dad dads dare darling day delete did didnt discord do "
    "does dont else even every everyone face fat feel find fine first follow for free friend from fun game get gift "
    "girl give go going gonna good got great guy had hair has hate have hello help her here hey hi him his home house "
    "how hurt i idea if ill im in insta instagram is it its job just keep kid kids kik kiss know leave let lets life "
    "like live location lol lonely long look love made make man many mature maybe me meet message mind miss mom moms "
    "money more much mum mums my name need never new next nice night nights no nobody not now number of off ok old on "
    "one online only open or other our out over own parents park password pay people phone photo photos pic pics "
    "picture place play please pls plz point post pretty private promise prove quick r rather ready real really right "
    "robux room sad safe said same saw say school secret see selfie send sent share she short show sister skype sleep "
    "snap snapchat so soft some someone soon sorry special stay stop sweet swim take talk telegram tell text than "
    "thanks that the them then there they thing think this tho though time tired to today told tomorrow tonight too "
    "top trouble trust turn txt u under until up ur us use very video voice wait walk wanna want was way we webcam "
    "week weird well went what whats whatsapp when where who why will with wont work world would wrong yeah year "
    "years yes yet yo you young your"
)
"""Words that letters written apart are parted into."""
_WORDS = frozenset(_COMMON.split())
_LONGEST = max(map(len, _WORDS))


def lettered(match: re.Match[str]) -> str:
    """The letters that these digits stand for."""
    return match.group().translate(_LETTERS)


def _is_surely_spelt(word: str) -> bool:
    return IN_WORD.search(word) is not None or word.translate(_LETTERS) in _WORDS


def known(match: re.Match[str]) -> str:
    """The known word that is written with digits; itself where there is none."""
    word = match.group().translate(_RARER_LETTERS)
    return word if word in _WORDS else match.group()


def is_spelt(text: str) -> bool:
    """Whether several words of a text are surely written with digits: one alone may be a name."""
    if is_mixed(text) is None:
        return False
    words = _spelt(text)
    return len(words) > 1 and sum(map(_is_surely_spelt, words)) > 1


def is_spaced(text: str) -> bool:
    """Whether letters or digits stand apart in it; a quick look."""
    return _is_spaced(text) is not None


def together(match: re.Match[str]) -> str:
    """The age in digits that stand apart."""
    return match.group().replace(" ", "")


def joined(match: re.Match[str]) -> str:
    """What stands apart, joined where it is surely a word, several, or an age."""
    run = _BETWEEN.sub("", match.group())
    if len(run) < _ALWAYS_JOINED and not _ALL_SPACED.search(match.string):
        return match.group()
    return _known(run) or (run if run.isalpha() else match.group())


def loosely_joined(match: re.Match[str]) -> str:
    """The same for three letters too, for words that are not known, and with a first "a" or "i" kept apart."""
    run = _BETWEEN.sub("", match.group())
    if len(run) < _ALWAYS_JOINED - 1:
        return match.group()
    known = _known(run)
    if known:
        return known
    letters = sum(map(str.isalpha, run))
    if letters < len(run) - letters or not all(sign.isalpha() or sign in _LIKE_LETTERS for sign in run):
        return match.group()
    word = run.translate(_LETTERS)
    is_after_one = word[0] in "aiur" and match.group(1).isspace() and len(word) >= _ALWAYS_JOINED
    return f"{word[0]} {word[1:]}" if is_after_one else word


@lru_cache(maxsize=1_024)
def _known(run: str) -> str:
    """The known words and the age that a run of single letters and digits is; empty where it is none, or a number."""
    if run.isdigit() or len(run) > _MOST_PARTED:
        return ""
    word = run.translate(_LETTERS)
    if word in _WORDS:
        return word
    age = _AGE.fullmatch(run)
    if age is not None and (age["before"] or age["unit"]):
        before = (_parted(age["before"]) or age["before"]) + " " if age["before"] else ""
        return before + age["age"] + (age["unit"] or "").replace("0", "o")
    parts = _parted(word)
    if parts or run.isalpha():
        return parts
    apart = [part if part.isdigit() else _parted(part) for part in re.findall(r"\d+|\D+", run)]
    return " ".join(apart) if all(apart) and sum(map(str.isalpha, run)) > 1 else ""


def _parted(letters: str) -> str:
    """The letters as known words with spaces between them, as few as can be; empty where they are none."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, word = best[start], letters[start:end]
            if before is not None and word in _WORDS:
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = [*before, word]
    return " ".join(best[-1] or ())
