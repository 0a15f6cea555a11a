"""An adult, or nobody known, writes on to a child whose age is known to him or to the platform."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import AccountFacts, Family, Sighting
from belisha.scene import YOUNG, Scene

_GROWN = 18


class AdultWritesToChild(Clue):
    """Selection: going on although the other is a child."""

    family = Family.SELECTION
    decibans = 5
    means = "The sender is an adult or unknown, and writes to an account that is known to be a child's."
    told = "They are grown up, or we do not know who they are, and they write to you although you are young."
    innocent = "Relatives, teachers and helpers whom nobody has told the platform about."
    wakes_on = Occasion.YOUNG | Occasion.FACTS
    examples = (
        seen("a: im 24 btw", "b: im 12", "a: cool"),
        seen("a: how old r u, im 31", "b: im 13", "a: youre mature"),
        unseen("a: how old r u", "b: im 12", "a: same"),
        unseen("a: im 24", "b: im 26", "a: nice"),
        unseen("a: im 12", "b: im 12", "a: nice"),
    )
    sources = ("Meta 2020 (adults writing to minors)", "NSPCC 2018 (no mutual friends)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Once for each sender in a conversation of two."""
        if scene.sender is None or scene.other is None or self.name in scene.tally(scene.sender).clues:
            return
        ages = scene.ages_of(scene.other)
        own, other = scene.accounts.get(scene.sender), scene.accounts.get(scene.other)
        is_known_child = other is not None and _is_child(other)
        if not is_known_child and min(ages, default=YOUNG) >= YOUNG:
            return
        if self._is_contact(scene, own, other):
            return
        if max(scene.ages_of(scene.sender), default=0) >= _GROWN or (own is not None and own.role == "adult"):
            yield self.sighting(scene)
        elif is_known_child and not scene.ages_of(scene.sender):
            yield self.sighting(scene, 0.6)

    @staticmethod
    def _is_contact(scene: Scene, own: AccountFacts | None, other: AccountFacts | None) -> bool:
        """Whether the platform knows the two as a real-life contact, or the sender as a child or a moderator."""
        if other is not None and scene.sender in other.known_by:
            return True
        return own is not None and (_is_child(own) or own.role == "moderator" or scene.other in own.known_by)


def _is_child(facts: AccountFacts) -> bool:
    return facts.role == "child" or (facts.age is not None and facts.age < YOUNG)
