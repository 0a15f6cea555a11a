"""Two children of one age write to each other."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_YOUNGEST, _OF_AGE = 7, 18
_YEARS_APART = 2
_CONTRADICTIONS = {"age_contradiction", "age_gap_acknowledged"}


class PeersOfOneAge(Clue):
    """Innocence: what is odd between an adult and a child is daily life between children."""

    family = Family.INNOCENCE
    decibans = -6
    means = "Both are young and of about the same age, by what is known or, less surely, by what they say."
    told = "You seem to be of the same age."
    innocent = "It is the innocent explanation itself; an age that is only stated can be a lie, so it counts little."
    wakes_on = Occasion.AGE | Occasion.FACTS
    examples = (
        seen("a: how old r u", "b: im 12", "a: im 13"),
        seen("a: im 15", "b: im 14"),
        seen("a: im in year 8", "b: im in year 7"),
        unseen("a: im 13", "b: im 17"),
        unseen("a: im 24", "b: im 25"),
        unseen("a: im 13", "b: cool"),
        unseen("a: im 31", "a: lol im 13", "b: im 12"),
    )
    sources = ("Broome and Izura 2023 (age deception by 5-33 %)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """When an age is stated, or at a first message where the platform knows both ages."""
        sender, other = scene.sender, scene.other
        if sender is None or other is None:
            return
        own, theirs = scene.accounts.get(sender), scene.accounts.get(other)
        if own and theirs and own.age is not None and theirs.age is not None:
            if not scene.tally(sender).messages and _are_peers([own.age], [theirs.age]):
                yield self.sighting(scene, because="Both are young and of about the same age, as the platform knows.")
            return
        if scene.said.age is None or self._is_contradicted(scene) or (own and own.role == "adult"):
            return
        if _are_peers(scene.ages_of(sender), scene.ages_of(other)):
            yield self.sighting(scene, 0.25, "Both say that they are young and of about the same age.")

    @staticmethod
    def _is_contradicted(scene: Scene) -> bool:
        clues = {clue for tally in scene.conversation.tallies.values() for clue in tally.clues}
        return not _CONTRADICTIONS.isdisjoint(clues)


def _are_peers(ages: list[int], others: list[int]) -> bool:
    known = [*ages, *others]
    if not ages or not others or min(known) < _YOUNGEST or max(known) >= _OF_AGE:
        return False
    return max(known) - min(known) <= _YEARS_APART
