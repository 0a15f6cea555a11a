"""Stage 4: who is shown what; one file per audience.

Subclass ``Audience``: from which concern each light is shown, and in which words. Green means *nothing noticed*, never
*safe*; a light that was shown never goes down by itself.
"""

from abc import ABC
from typing import ClassVar, NamedTuple

from belisha.model import Light, Reading
from belisha.plugins import name_of


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
        amber_from, red_from: concern, 0-1, from which the light is shown.
        words: for each light.
        to_child: True when reasons are given in the words meant for a child.
    """

    who: ClassVar[str]
    amber_from: ClassVar[float]
    red_from: ClassVar[float]
    words: ClassVar[dict[Light, Words]]
    to_child: ClassVar[bool] = False

    @property
    def name(self) -> str:
        """The audience's name: that of its file."""
        return name_of(type(self))

    def light(self, reading: Reading | None, shown: Light = Light.GREEN) -> Light:
        """The light for a reading, never below the one already shown."""
        if reading is None:
            return shown
        turned = Light.GREEN
        if reading.concern >= self.amber_from:
            turned = Light.RED if reading.concern >= self.red_from else Light.AMBER
        return max(shown, turned)
