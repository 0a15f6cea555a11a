"""Stage 4: who is shown what; one file per audience.

Subclass ``Audience``: from which concern each light is shown, and in which words. Green means *nothing noticed*, never
*safe*; a light that was shown never goes down by itself.
"""

from abc import ABC
from functools import cached_property
from typing import ClassVar, NamedTuple

from belisha.model import Light, Reading
from belisha.plugins import name_of
from belisha.weights import Weights


class Words(NamedTuple):
    """What an audience is told about a light.

    Attributes:
        headline: a few words.
        meaning: one or two sentences in plain language.
        action: the one clear thing to do; empty for green.
    """

    headline: str
    meaning: str
    action: str


class Audience(ABC):
    """Some people who can act, and what they are shown.

    Attributes:
        who: how the audience is called in a sentence.
        amber_from, red_from: concern, 0-1, from which the light is shown, where nothing was learned (``shown_from``).
        false_ambers, false_reds: share of harmless chats for which they can bear such a light, or a worse one.
        of_strangers: True when that is meant of chats with strangers, not of chats of all kinds.
        words: for each light.
        to_child: True when reasons are given in the words meant for a child.
    """

    who: ClassVar[str]
    amber_from: ClassVar[float]
    red_from: ClassVar[float]
    false_ambers: ClassVar[float]
    false_reds: ClassVar[float]
    of_strangers: ClassVar[bool] = False
    words: ClassVar[dict[Light, Words]]
    to_child: ClassVar[bool] = False

    @cached_property
    def name(self) -> str:
        """The audience's name: that of its file."""
        return name_of(type(self))

    def shown_from(self, light: Light) -> float:
        """Concern, 0-1, from which a light is shown: as learned, or as stated where nothing was learned."""
        stated = {Light.AMBER: self.amber_from, Light.RED: self.red_from}.get(light, 0.0)
        learned = Weights.load().lights.get(self.name)
        return learned.get(light.word, stated) if learned else stated

    def light(self, reading: Reading | None, shown: Light = Light.GREEN) -> Light:
        """The light for a reading, never below the one already shown."""
        if reading is None:
            return shown
        brighter = (light for light in (Light.RED, Light.AMBER) if light > shown)
        return next((light for light in brighter if reading.concern >= self.shown_from(light)), shown)
