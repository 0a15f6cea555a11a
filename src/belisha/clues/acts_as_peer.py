"""Claims to be of the age or the class of a child who has told how young it is."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_CHILD = 16
_OLDEST_PEER = 17
_NEAR = 2
_SAME = (
    r"\b(?:im|i am|i m|me|am) (?:also |only |just )?(?:1\d|[89]) (?:too|to|2|as well|aswell|also)\b|\bme (?:too|2|"
    r"as well)[ ,!.]{1,3}(?:im |i am |also )?(?:1\d|[89])\b|\bsame[ ,!]{1,3}(?:here )?(?:im |i am )?(?:1\d|"
    r"[89])\b|\b(?:the |exact |exactly )?same (?:age|year|grade|class|school year|yr)\b(?! (?:group|gap|limit))|"
    r"\bno way im (?:1\d|[89])\b|\bim (?:about |around |basically |nearly |the )?(?:your|ur) age\b|\b(?:youre|ur|"
    r"you are) my age\b|\bim in (?:year|yr|grade|y|[5-9]th|1[0-2]th) ?(?:\d{1,2} |grade )?(?:too|2|as well|aswell|"
    r"also)\b|\bim (?:new|starting|the new (?:girl|boy|kid)) (?:there|at (?:your|ur) school|in (?:your|ur) (?:year|"
    r"class|school))\b"
)
_ONLY_SAME = r"^\W*(?:omg |oh |no way |haha |lol |cool )?(?:same|same here|me too|me 2|snap)\W*(?:lol|haha|x)?\W*$"


class ActsAsPeer(Clue):
    """Deception: presents itself as a child of the same age."""

    family = Family.DECEPTION
    decibans = 2.5
    means = "The sender claims to be of the same age or class as a child who told its age first."
    told = "They said they are the same age as you, after you told them yours."
    innocent = "Nearly always true: children do write with children of their age."
    marks = {"same": _SAME, "only_same": _ONLY_SAME}  # noqa: RUF012 - read only
    wakes_on = Occasion.YOUNG
    examples = (
        seen("b: im 12", "a: me too im 12 as well"),
        seen("a: how old r u", "b: 13", "a: omg same"),
        seen("b: im in year 7 lol", "a: im new in your school"),
        unseen("b: im 34", "a: im 34 too"),
        unseen("a: same age as my cousin"),
        unseen("b: im 12", "a: im 41 and i run the club"),
    )
    sources = (
        "Field note: identity deception in 5-33 % of cases (Broome and Izura)",
        "Sextortion pattern: the false peer (NCMEC)",
    )

    def look(self, scene: Scene) -> Iterator[Sighting]:
        ages = self._ages_of_others(scene)
        if not ages or min(ages) >= _CHILD or max(scene.ages_of(scene.sender), default=0) > _OLDEST_PEER:
            return
        if self.has_mark(scene.said, "same") or self._echoes(scene):
            yield self.sighting(scene)
        elif scene.said.age is not None and self._is_first_age(scene) and abs(scene.said.age - min(ages)) <= _NEAR:
            yield self.sighting(scene, 0.6)

    def _ages_of_others(self, scene: Scene) -> list[int]:
        tallies = scene.conversation.tallies
        return [age for name in tallies if name != (scene.sender or "") for age in tallies[name].ages]

    def _echoes(self, scene: Scene) -> bool:
        """A bare "same" right after the other's age."""
        last = next(scene.before(1), None)
        return (
            last is not None
            and last.age is not None
            and scene.by_other(last)
            and self.has_mark(scene.said, "only_same")
        )

    def _is_first_age(self, scene: Scene) -> bool:
        return not scene.tally(scene.sender).ages
