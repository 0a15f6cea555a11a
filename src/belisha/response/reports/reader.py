"""Who reads a report: everything about the audience that the pages need and that no finding says."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from belisha.model import Light

Words = tuple[str, str, str]
"""Headline, meaning and the one thing to do (empty for green)."""


class Contact(NamedTuple):
    """Somebody who helps.

    Attributes:
        who: whom it is for: ``child``, ``parents``, ``everyone``, ``professionals``.
        name: what it is called.
        reach: phone number or another way, as people write it; may be empty.
        site: https address; may be empty.
        purpose: one short sentence of what it is for.
        hours: when the phone is answered; may be empty.
    """

    who: str
    name: str
    reach: str
    site: str
    purpose: str
    hours: str = ""


class Reader(NamedTuple):
    """The audience of a report.

    Attributes:
        audience: name of the audience: ``children``, ``parents``, ``moderators``, ``police``.
        words: what the audience is told about each light.
        amber_from, red_from: concern, 0-1, from which each light is shown.
        clue_words: one sentence for each clue, in the words of this audience.
        innocent: for each clue, when it means nothing bad.
        contacts: who helps, the most important first.
        generated_at: when the scan was made, aware.
        version: of the program.
        country: whose contacts these are, as people call it; may be empty.
        emergency: the emergency number; may be empty.
        settings: lines that say how the scan was made, for whoever repeats it.
    """

    audience: str
    words: Mapping[Light, Words]
    amber_from: float
    red_from: float
    clue_words: Mapping[str, str]
    innocent: Mapping[str, str]
    contacts: Sequence[Contact]
    generated_at: datetime
    version: str
    country: str = ""
    emergency: str = ""
    settings: Sequence[str] = ()

    @property
    def is_child(self) -> bool:
        """Whether a child reads this: simple words, help first, no sums."""
        return self.audience == "children"

    @property
    def is_plain(self) -> bool:
        """Whether the reasons come in a few plain sentences, before the figures."""
        return self.audience in {"children", "parents"}

    @property
    def own_contacts(self) -> list[Contact]:
        """The contacts that are meant for a child; all of them where there is none."""
        return [each for each in self.contacts if each.who == "child"] or [*self.contacts]

    @property
    def further_contacts(self) -> list[Contact]:
        """The contacts that are not among ``own_contacts``."""
        own = self.own_contacts
        return [each for each in self.contacts if each not in own]

    @property
    def is_lab(self) -> bool:
        """Whether the place of every message is shown from the start."""
        return self.audience == "police"
