"""An adult, or nobody known, writes on to a child whose age is known to him or to the platform."""

import re
from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import AccountFacts, Family, Sighting
from belisha.scene import YOUNG, Scene

_GROWN = 18
_AGE = r"(?:only |just |nearly |almost |like |about |gonna be |still ){0,2}"
_YOURE = r"(?:ur|youre|you are|u r|u are|your|(?:you|u|ya) being|(?:you|u) turn)"
_BOTH = (
    rf"\b{_YOURE} {_AGE}\d\d\b(?! ?(?:mins?|minutes?|hours?|miles?|km|%|st|nd|rd|th)\b).{{0,15}}\b(?:im|i am|"
    rf"me) {_AGE}\d\d\b|"
    rf"\b(?:im|i am|me being|me) {_AGE}\d\d\b.{{0,15}}\b{_YOURE} {_AGE}\d\d\b"
)


class AdultWritesToChild(Clue):
    """Selection: going on although the other is a child."""

    family = Family.SELECTION
    decibans = 5
    means = "The sender is an adult or unknown, and writes to an account that is known to be a child's."
    told = "They are grown up, or we do not know who they are, and they write to you although you are young."
    innocent = "Relatives, teachers and helpers whom nobody has told the platform about."
    marks = {"both_ages": _BOTH}  # noqa: RUF012 - read only
    wakes_on = Occasion.YOUNG | Occasion.FACTS
    examples = (
        seen("a: im 24 btw", "b: im 12", "a: cool"),
        seen("a: how old r u, im 31", "b: im 13", "a: youre mature"),
        seen("b: i like talking to u", "a: ur 23 tho and im 12"),
        seen("b: hi again", "a: u cant tell, im 31 and ur only 13"),
        unseen("a: how old r u", "b: im 12", "a: same"),
        unseen("a: im 13 and ur 12 lol"),
        unseen("a: im 24", "b: im 26", "a: nice"),
        unseen("a: im 12", "b: im 12", "a: nice"),
    )
    sources = ("Meta 2020 (adults writing to minors)", "NSPCC 2018 (no mutual friends)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Once for each sender in a conversation of two."""
        if scene.sender is None or scene.other is None or self.name in scene.tally(self._about(scene)).clues:
            return
        own, other = scene.accounts.get(scene.sender), scene.accounts.get(scene.other)
        if self._have_met(scene, own, other):
            return
        if self.has_mark(scene.said, "both_ages"):
            if _are_far_apart(scene.said.text):
                yield self.sighting(scene)
            return
        ages = scene.ages_of(scene.other)
        is_known_child = other is not None and _is_child(other)
        if _is_trusted(own) or (not is_known_child and min(ages, default=YOUNG) >= YOUNG):
            return
        if max(scene.ages_of(scene.sender), default=0) >= _GROWN or (own is not None and own.role == "adult"):
            yield self.sighting(scene)
        elif is_known_child and not scene.ages_of(scene.sender):
            yield self.sighting(scene, 0.6)

    def _about(self, scene: Scene) -> str | None:
        """The elder: where both ages are named the younger may have written it."""
        is_young = self.has_mark(scene.said, "both_ages") and (scene.said.age or _GROWN) < YOUNG
        return scene.other if is_young else scene.sender

    @staticmethod
    def _have_met(scene: Scene, own: AccountFacts | None, other: AccountFacts | None) -> bool:
        """Whether the platform knows the two as real-life contacts, in either direction."""
        if other is not None and scene.sender in other.known_by:
            return True
        return own is not None and scene.other in own.known_by


def _is_trusted(own: AccountFacts | None) -> bool:
    """Whether the platform knows the sender as a child or a moderator."""
    return own is not None and (_is_child(own) or own.role == "moderator")


def _are_far_apart(text: str) -> bool:
    """Whether a message with two ages names a child's and a grown person's."""
    ages = [int(age) for age in re.findall(r"\b\d\d\b", text)]
    return min(ages) < YOUNG and max(ages) >= _GROWN


def _is_child(facts: AccountFacts) -> bool:
    return facts.role == "child" or (facts.age is not None and facts.age < YOUNG)
