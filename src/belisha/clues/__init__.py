"""Stage 2: what is noticed; one file per clue, named after it.

Subclass ``PhraseClue`` for what stands in the words of one message, ``Clue`` for what needs the conversation around it,
``AccountClue`` for what shows only over several conversations. A clue keeps no state and changes nothing it looks at.
Phrases are written for folded text (``belisha.text``): lower case, no accents, no apostrophes, no look-alikes.
"""

import enum
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from belisha.clue_examples import Example, seen, unseen
from belisha.model import Family, Sighting
from belisha.plugins import name_of
from belisha.scene import Said, Scene, Trail
from belisha.text import is_quoted

__all__ = ["EVERYDAY_MARK", "AccountClue", "Clue", "Example", "Occasion", "PhraseClue", "seen", "unseen"]


class _AnyClue(ABC):
    """What every clue says of itself.

    Attributes:
        family: the tactic it belongs to; two families are a combination, two clues of one family are not.
        decibans: weight of evidence at full strength, stated from experience; ``concern/weights.json`` holds what was
            learned instead. Negative for what makes a pattern innocent.
        means: one sentence for a moderator, with the writer as ``the sender``.
        told: the same to a child, in simple words, with the writer as ``they``.
        innocent: when it means nothing bad.
        examples: chats both ways.
        sources: where it is known from.
    """

    family: ClassVar[Family]
    decibans: ClassVar[float]
    means: ClassVar[str]
    told: ClassVar[str]
    innocent: ClassVar[str]
    examples: ClassVar[tuple[Example, ...]]
    sources: ClassVar[tuple[str, ...]]

    @cached_property
    def name(self) -> str:
        """The clue's name: that of its file."""
        return name_of(type(self))


class Occasion(enum.IntFlag):
    """What there may be about a message that a clue waits for."""

    EVERY = enum.auto()
    """Any message."""
    FIRST = enum.auto()
    """The first message of its writer in the conversation, or one of nobody known."""
    AGAIN = enum.auto()
    """Its writer wrote the message before it too."""
    AGE = enum.auto()
    """Its writer states his age in it."""
    QUESTION = enum.auto()
    """It asks something."""
    PHRASES = enum.auto()
    """Phrase clues were found in it."""
    FACTS = enum.auto()
    """Something is known of an account that is present."""
    YOUNG = enum.auto()
    """Somebody has stated an age below ``scene.YOUNG`` before it."""
    REFUSED = enum.auto()
    """Something was refused in the last messages before it."""
    GROUP = enum.auto()
    """It is written in a group."""


QUOTED = 0.4
"""Share of its strength that a phrase between quotation marks has: news, lessons, lyrics and stories quote."""


class Clue(_AnyClue):
    """Something seen in a message and the conversation before it.

    Attributes:
        of_child: True when the message that shows it is the child's, so that it is evidence about the other person.
        marks: wordings that the clue asks for in this message and in earlier ones, by name: regular expressions over
            folded text. The scanner finds them with the phrases of all clues, so that looking back costs nothing.
        unlike: wording, as a regular expression, at which what the tactic model reads is not this clue.
        wakes_on: occasions without any of which there is nothing to see: the clue is asked to look at a message only on
            one of them, or where one of its ``marks`` stands or the tactic model reads it.
    """

    of_child: ClassVar[bool] = False
    marks: ClassVar[Mapping[str, str]] = {}
    unlike: ClassVar[str] = ""
    wakes_on: ClassVar[Occasion] = Occasion.EVERY

    @abstractmethod
    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where the clue is seen in this scene; nothing when it is not."""

    def is_unlike(self, text: str) -> bool:
        """Whether a folded message holds wording that rules this clue out."""
        return bool(self.unlike) and re.search(self.unlike, text) is not None

    def has_mark(self, said: Said, mark: str) -> bool:
        """Whether one of this clue's ``marks`` stands in a message."""
        return bool(said.marks) and f"{self.name}:{mark}" in said.marks

    def sighting(
        self, scene: Scene, strength: float = 1.0, because: str = "", span: tuple[int, int] | None = None
    ) -> Sighting:
        """A sighting in the message of this scene, about its sender or, for the child's side, about the other one."""
        message = scene.message
        place = span or scene.spans.get(self.name)
        if place is None:
            strength *= self.certainty(scene)
        if place is not None and self.family is not Family.INNOCENCE and is_quoted(message.text, place):
            strength *= QUOTED
        return Sighting(
            clue=self.name,
            family=self.family,
            decibans=self.decibans,
            strength=strength,
            message=message.id,
            index=scene.said.index,
            sender=message.sender,
            about=self._about(scene),
            because=because or self.means,
            at=message.sent_at,
            span=place,
        )

    def certainty(self, scene: Scene) -> float:  # noqa: ARG002 - what was looked up is certain
        """How sure it is, 0-1, that the message says what was seen in it."""
        return 1.0

    def _about(self, scene: Scene) -> str | None:
        """What excuses holds for everybody in the conversation; the child's words are evidence about the other."""
        if self.family is Family.INNOCENCE:
            return None
        return scene.other if self.of_child else scene.sender


_HINTS_COUNT_LESS = 1.3
"""Power of the tactic model's probability: with it a long family chat no longer adds up hints to a light."""
EVERYDAY = 0.4
"""Strength of a phrase clue of which only everyday wording was found."""
EVERYDAY_MARK = "everyday"
"""The mark of a message in which only everyday wording of a clue was found, in another language than English."""


class PhraseClue(Clue):
    """Something seen in the words of one message, or in its meaning where the tactic model knows a clue of this name.

    Attributes:
        phrases: expressions over folded text, any of which is a sighting; one scanner looks for those of all clues.
        everyday: those of ``phrases`` that harmless talk uses too: alone they count ``EVERYDAY``.
    """

    phrases: ClassVar[tuple[str, ...]]
    everyday: ClassVar[tuple[str, ...]] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All phrases as one expression."""
        return re.compile("|".join(f"(?:{phrase})" for phrase in self.phrases))

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """One sighting for a message that holds a phrase. Overridden where the scene decides what a phrase means."""
        yield self.sighting(scene, self.strength(scene))

    def strength(self, scene: Scene) -> float:
        """1, or ``EVERYDAY`` where nothing but everyday wording was found."""
        if self.has_mark(scene.said, EVERYDAY_MARK):
            return EVERYDAY
        text = scene.said.text
        is_everyday = self.everyday and self._everyday.search(text) and not self._telling.search(text)
        return EVERYDAY if is_everyday else 1.0

    def certainty(self, scene: Scene) -> float:
        """What the tactic model is sure of, where it was the model that saw it; a hint counts less than its share."""
        return float(scene.said.read.get(self.name, 1.0) ** _HINTS_COUNT_LESS)

    def is_borne_out(self, scene: Scene, last: int = 40) -> bool:
        """Whether somebody else's earlier message holds a phrase of this clue: what one side says can be feigned."""
        if not scene.conversation.has_seen(self.name, last):
            return False
        return any(self.name in said.clues and scene.by_other(said) for said in scene.before(last))

    @cached_property
    def _everyday(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{phrase})" for phrase in self.everyday))

    @cached_property
    def _telling(self) -> re.Pattern[str]:
        telling = [phrase for phrase in self.phrases if phrase not in self.everyday]
        return re.compile("|".join(f"(?:{phrase})" for phrase in telling) or r"(?!)")


class AccountClue(_AnyClue):
    """Something that shows only in several conversations of one account."""

    @abstractmethod
    def look(self, trail: Trail) -> Iterator[Sighting]:
        """Where the clue is seen in this trail; nothing when it is not."""

    def sighting(self, trail: Trail, strength: float, because: str) -> Sighting:
        """A sighting about the account."""
        return Sighting(
            clue=self.name,
            family=self.family,
            decibans=self.decibans,
            strength=strength,
            message="",
            index=0,
            sender=trail.account.id,
            about=trail.account.id,
            because=because,
        )
