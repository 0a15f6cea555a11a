"""The words of the notices to children: one file per language in ``notice_words/``, named by its two-letter code.

Another language is another file with the same keys, and nothing else. It is written as somebody would say it to a child
in that language: informal, short, without blame, and for every gender where the language allows.
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from belisha.notices import Answer

FALLBACK = "en"
"""The language for a child whose own has no file."""

ELSE = "anything else"
"""The key of the sentence that is said where no other one fits."""

BANDS_FROM = (12, 15)
"""The ages in years at which the second and the third age band begin."""


class Band(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words for one age band.

    Attributes:
        noticed: one sentence by ``Family`` value, and one for ``ELSE``.
        amber, red: the one thing to do, by the same keys.
        amber_help, red_help: which person to turn to.
        amber_comfort, red_comfort: that it is not the child's fault.
        after_fine, after_known, after_help: replies to the answers; ``{key}`` is what to type to ask for help later.
        pause_picture, pause_address: one sentence before a photo or an address is sent.
    """

    noticed: dict[str, str]
    amber: dict[str, str]
    red: dict[str, str]
    amber_help: str
    red_help: str
    amber_comfort: str
    red_comfort: str
    after_fine: str
    after_known: str
    after_help: str
    pause_picture: str
    pause_address: str


class Tongue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language.

    Attributes:
        name: how its speakers call it.
        choices: what a child can answer.
        call, look: a helpline with a number (``{name}``, ``{phone}``), and one that has only a page (``{site}``).
        later: what to do when it does not answer.
        danger, danger_anywhere: whom to call in danger, with the police's ``{number}`` or without.
        told, not_told: whether people have been told, honestly.
        helplines: by country, the name of the helpline that speaks this language where the first one does not.
        up_to_11, from_12, from_15: the words of each age band.
    """

    name: str
    choices: dict[Answer, str]
    call: str
    look: str
    later: str
    danger: str
    danger_anywhere: str
    told: str
    not_told: str
    helplines: dict[str, str]
    up_to_11: Band
    from_12: Band
    from_15: Band

    def band(self, age: int | None) -> Band:
        """The words for an age in years; those from 12 where it is not known."""
        if age is None:
            return self.from_12
        return [self.up_to_11, self.from_12, self.from_15][bisect_right(BANDS_FROM, age)]


@cache
def tongues() -> Mapping[str, Tongue]:
    """All languages by code, from ``notice_words/``."""
    folder = files("belisha.response").joinpath("notice_words")
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".json")), key=lambda each: each.name)
    decode = msgspec.json.Decoder(Tongue).decode
    return MappingProxyType({each.name.removesuffix(".json"): decode(each.read_bytes()) for each in found})


def spoken(language: str) -> str:
    """The code of the language that is used for a language tag (``pt-BR``, ``de_AT``): its own, or ``FALLBACK``."""
    code = language.strip().replace("_", "-").partition("-")[0].lower()
    return code if code in tongues() else FALLBACK
