"""What somebody does to his messages so that a program does not notice them while a person still reads them.

Each attack rewrites one message into one or more, the same way for the same seed. Only what the groomer writes is
rewritten: he is the one with something to hide. ``attack_figures`` measures how many lights are still turned.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from belisha.study.chats_shown import Chat, with_turns
from belisha.study.corpora import Turn

Chance = np.random.Generator
Rewrite = Callable[[str, Chance], list[str]]


class Attack(NamedTuple):
    """One way to write around a detector.

    Attributes:
        name: as the report shows it.
        rewrite: one message as the one or more that are sent in its place.
    """

    name: str
    rewrite: Rewrite


_SECONDS_BETWEEN_LINES = 4
_KEYS = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        ("wa es dr ft gy hu ji ko lp op sq da fs gd hf jg kh lj k xz cx vc bv nb mn n").split(),  # noqa: SIM905 - shorter
        strict=True,
    )
)
_LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7", "l": "1"}
_LOOK_ALIKE = dict(zip("aceopxyisjhkm", "асеорхуіѕјһкм", strict=True))
_INVISIBLE = "\u200b\u200c\u200d\u2060\u00ad\ufeff"
_SEPARATORS = (" ", ".", "-", "_", "*")
_FOREIGN = {
    "you": "tu", "your": "tu", "and": "y", "but": "pero", "please": "porfa", "me": "me", "with": "con", "for": "para",
    "my": "mi", "is": "es", "the": "la", "are": "eres", "if": "si", "because": "porque", "like": "como", "not": "no",
    "at": "en", "in": "en", "very": "muy", "so": "asi", "u": "tu", "ur": "tu", "to": "a", "of": "de", "it": "lo",
}  # fmt: skip
_FOREIGN_ENDS = ("vale?", "jaja", "amor", "verdad", "oye", "anda")
_SONG = (
    "over the hills the morning rides again",
    "and the radio plays our summer, oh oh",
    "rain on the roof and a train far away",
    "we were dancing on the edge of the bay",
    "la la la, the lights of the harbour",
    "count the stars and count them over, yeah",
)


def attacked(chat: Chat, attack: Attack, chance: Chance) -> Chat:
    """The chat with the groomer's messages rewritten; everybody's where it is not known who he is."""
    turns: list[Turn] = []
    for turn in chat.turns:
        if chat.groomer is not None and turn.speaker != chat.groomer:
            turns.append(turn)
            continue
        for place, text in enumerate(attack.rewrite(turn.text, chance)):
            minutes = None if turn.minutes is None else turn.minutes + place * _SECONDS_BETWEEN_LINES / 60
            turns.append(Turn(turn.speaker, text, minutes))
    return with_turns(chat, turns, attack.name)


def typing_mistakes(text: str, chance: Chance) -> list[str]:
    """Every third longer word has two letters exchanged, one left out, one doubled, or the key beside it."""

    def mistaken(word: str) -> str:
        at = int(chance.integers(1, len(word) - 1))
        before, letter, after = word[:at], word[at], word[at + 1 :]
        beside = _KEYS.get(letter.lower(), letter)
        choices = (
            before + after[0] + letter + after[1:],
            before + after,
            before + 2 * letter + after,
            before + beside[int(chance.integers(len(beside)))] + after,
        )
        return choices[int(chance.integers(len(choices)))]

    return [_in_words(text, lambda word: mistaken(word) if len(word) > 3 and chance.random() < 1 / 3 else word)]  # noqa: PLR2004 - longer than three letters


def missing_letters(text: str, chance: Chance) -> list[str]:
    """Every second longer word loses a letter inside, a vowel where it has one."""

    def shorter(word: str) -> str:
        inside = range(1, len(word) - 1)
        vowels = [at for at in inside if word[at] in "aeiou"] or list(inside)
        at = vowels[int(chance.integers(len(vowels)))]
        return word[:at] + word[at + 1 :]

    return [_in_words(text, lambda word: shorter(word) if len(word) > 3 and chance.random() < 1 / 2 else word)]  # noqa: PLR2004 - longer than three letters


def doubled_letters(text: str, chance: Chance) -> list[str]:
    """Every second word has one letter two to four times."""

    def longer(word: str) -> str:
        at = int(chance.integers(len(word)))
        return word[:at] + word[at] * int(chance.integers(2, 5)) + word[at + 1 :]

    return [_in_words(text, lambda word: longer(word) if len(word) > 1 and chance.random() < 1 / 2 else word)]


def digits_for_letters(text: str, chance: Chance) -> list[str]:
    """Half of the letters that look like a digit are written as one."""
    return ["".join(_LEET.get(c, c) if chance.random() < 1 / 2 else c for c in text)]


def look_alike_letters(text: str, chance: Chance) -> list[str]:
    """Half of the letters that other alphabets draw alike are taken from there."""
    return ["".join(_LOOK_ALIKE.get(c, c) if chance.random() < 1 / 2 else c for c in text)]


def styled_letters(text: str, chance: Chance) -> list[str]:
    """Every second word in letters of another shape: bold, in circles, wide, or with marks above."""

    def styled(word: str) -> str:
        style = int(chance.integers(4))
        if style == 3:  # noqa: PLR2004 - the last of the four
            return "".join(c + "\u0301" for c in word)
        first = (0x1D41A, 0x24D0, 0xFF41)[style]
        return "".join(chr(first + ord(c) - ord("a")) if "a" <= c <= "z" else c for c in word)

    return [_in_words(text, lambda word: styled(word) if chance.random() < 1 / 2 else word)]


def invisible_characters(text: str, chance: Chance) -> list[str]:
    """Characters without width stand between a third of all letters."""
    return ["".join(c + _INVISIBLE[int(chance.integers(len(_INVISIBLE)))] * (chance.random() < 1 / 3) for c in text)]


def spaced_letters(text: str, chance: Chance) -> list[str]:
    """Every third word of three letters or more has a space or a sign between its letters."""

    def spaced(word: str) -> str:
        return _SEPARATORS[int(chance.integers(len(_SEPARATORS)))].join(word)

    return [_in_words(text, lambda word: spaced(word) if len(word) > 2 and chance.random() < 1 / 3 else word)]  # noqa: PLR2004 - three letters or more


def all_letters_spaced(text: str, _chance: Chance) -> list[str]:
    """A space between all letters, and three between words."""
    return ["   ".join(" ".join(word) for word in text.split())]


def signs_for_spaces(text: str, chance: Chance) -> list[str]:
    """Points, dashes, or small pictures stand where spaces were."""
    sign = (".", "-", "_", "  ", "🙂", "...")[int(chance.integers(6))]
    return [sign.join(text.split(" "))]


def split_lines(text: str, chance: Chance) -> list[str]:
    """Each message comes as lines of one to three words, a few seconds apart."""
    words = text.split()
    lines = []
    while words:
        size = int(chance.integers(1, 4))
        lines.append(" ".join(words[:size]))
        words = words[size:]
    return lines or [text]


def odd_case(text: str, chance: Chance) -> list[str]:
    """Capitals anywhere."""
    return ["".join(c.upper() if chance.random() < 1 / 2 else c for c in text)]


def mixed_languages(text: str, chance: Chance) -> list[str]:
    """A third of the small words are Spanish, and every third message ends in Spanish."""
    words = [_FOREIGN.get(w.lower(), w) if chance.random() < 1 / 3 else w for w in text.split(" ")]
    end = [_FOREIGN_ENDS[int(chance.integers(len(_FOREIGN_ENDS)))]] if chance.random() < 1 / 3 else []
    return [" ".join([*words, *end])]


def quoted(text: str, _chance: Chance) -> list[str]:
    """Every message stands between quotation marks, as if somebody else had said it."""
    return [f'"{text}"']


def among_song_lines(text: str, chance: Chance) -> list[str]:
    """A line of a song follows every second message."""
    return [text, *([f"♪ {_SONG[int(chance.integers(len(_SONG)))]} ♪"] if chance.random() < 1 / 2 else [])]


ATTACKS = (
    Attack("typing mistakes", typing_mistakes),
    Attack("missing letters", missing_letters),
    Attack("doubled letters", doubled_letters),
    Attack("digits for letters", digits_for_letters),
    Attack("look-alike letters", look_alike_letters),
    Attack("styled letters", styled_letters),
    Attack("invisible characters", invisible_characters),
    Attack("spaced letters", spaced_letters),
    Attack("all letters spaced", all_letters_spaced),
    Attack("signs for spaces", signs_for_spaces),
    Attack("split lines", split_lines),
    Attack("odd case", odd_case),
    Attack("mixed languages", mixed_languages),
    Attack("quoted", quoted),
    Attack("among song lines", among_song_lines),
)
"""All attacks, in the order of the report."""


def _in_words(text: str, change: Callable[[str], str]) -> str:
    """The text with each run of letters changed and everything else as it was."""
    return "".join(change(part) if part.isalpha() else part for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Runs of letters, and what stands between them."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or text[end].isalpha() != text[start].isalpha():
            yield text[start:end]
            start = end
