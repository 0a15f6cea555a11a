"""Speaks of the other's young age."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Scene

_AGE = r"(?:[7-9]|1[0-5]|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)"
_NO_UNIT = r"(?! ?(?:mins?|minutes?|hours?|miles?|km|%|pounds|quid|dollars|points|pts|kills|times|days|weeks|months)\b)"
_TOLD = (
    rf"\b(?:ur|youre|you are|u r|u are|(?:you|u) being|now (?:that )?(?:ur|youre)|since (?:ur|youre)) (?:only |"
    rf"just |nearly |almost |"
    rf"like |barely )?{_AGE}\b{_NO_UNIT}|\b(?:smart|clever|mature|wise|grown up|old soul|tall|pretty|beautiful|"
    rf"cute|big|funny|"
    rf"sensible) (?:\w+ )?for (?:an? )?{_AGE}\b{_NO_UNIT}|\b(?:smart|little|clever|cute|sweet) {_AGE} ?(?:yo|"
    rf"yr old|year old)\b|"
    rf"\b(?:you|u) said (?:\w+ ){{0,3}}{_AGE}\b{_NO_UNIT}|\b(?:as|like) an? {_AGE} ?(?:yo|yr old|"
    rf"year old) (?:girl|boy|like (?:you|u))|"
    r"\b(?:your|ur|for|the) (?:year|yr) [4-9] (?:homework|class|friends|teacher)|\b(?:you|u) use for (?:year|"
    r"yr) [4-9]\b"
)
_BIRTHDAY = r"\b(?:happy|bday|birthday|congrats)\b"


class KnowsYoungAge(Clue):
    """Selection: the sender knows that he writes to a child."""

    family = Family.SELECTION
    decibans = 4
    means = "The sender speaks of the other's young age: he knows that he writes to a child."
    told = "They know how young you are."
    innocent = "Parents, friends of the same age, and birthday wishes."
    marks = {"told": _TOLD, "birthday": _BIRTHDAY}  # noqa: RUF012 - read only
    wakes_on = Occasion(0)
    examples = (
        seen("b: hi again", "a: ur only 13 but u get me"),
        seen("b: what", "a: so whats a smart 11yo doing up"),
        seen("b: hi", "a: youre an old soul for 13"),
        unseen("b: hi", "a: im 13 too and ur 13"),
        unseen("b: hi", "a: ur 15 mins late"),
        unseen("b: hi", "a: happy bday, ur 13 now"),
    )
    sources = (
        "Lorenzo-Dus 2016 (access and assessment)",
        "Winters, Kaylor and Jeglic 2017 (offenders who know the age)",
    )

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Once for each sender, who is not known to be young himself; weak in groups."""
        if scene.sender is None or self.name in scene.tally(scene.sender).clues:
            return
        facts = scene.accounts.get(scene.sender)
        is_young = min(scene.ages_of(scene.sender), default=YOUNG) < YOUNG or (
            facts is not None and facts.role == "child"
        )
        if self.has_mark(scene.said, "told") and not self.has_mark(scene.said, "birthday") and not is_young:
            yield self.sighting(scene, 0.35 if scene.conversation.is_group else 1.0)
