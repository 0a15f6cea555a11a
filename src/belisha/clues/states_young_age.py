"""Says that he or she is a child."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Scene

_CHILD = (
    r"\b(?:im|i am|i m) (?:\w+ )?(?:(?:just|only|still|like|basically|literally) )?(?:a (?:kid|child|minor|"
    r"little (?:kid|girl|boy)|schoolgirl|schoolboy|preteen|pre teen)|underage|a freshman|too young)\b(?! (?:at heart|"
    r"inside|again|for (?:this|that)))|\bim in (?:the )?(?:[4-9](?:th)?|fourth|fifth|sixth|seventh|eighth|"
    r"ninth) grade\b|\bim in (?:primary|middle|junior|elementary|prep) school\b|\bim (?:still )?in (?:reception|"
    r"kindergarten)\b|\bim in (?:year|yr|y) ?[2-9]\b|^\W*(?:y|yr|year) ?[3-9]\b\W*(?:u|you|wbu|hbu)?\W*$|"
    r"^\W*[4-9]th(?: grade)?\W*(?:u|you|wbu|hbu)?\W*$|\b(?:my|for my|got it for my|its my) (?:\w+ ){0,2}(?:[7-9]|"
    r"1[0-5])(?:th) (?:birthday|bday)\b"
)
_STRENGTHS = {15: 0.6, 14: 0.8, 13: 0.9}


class StatesYoungAge(Clue):
    """The child's side: from here on the other knows that it is a child."""

    family = Family.CHILD
    decibans = 5
    of_child = True
    means = "The other has said that he or she is a child."
    told = "You told them that you are young. Think about whether they should know."
    innocent = "Children say their age to children all day."
    unlike = r"\b(?:kid|child) (?:at heart|inside|again)\b"
    marks = {"child": _CHILD}  # noqa: RUF012 - read only
    wakes_on = Occasion.AGE
    examples = (
        seen("a: how old r u", "b: im 12"),
        seen("a: hi", "b: im only a kid"),
        seen("a: what grade are you in", "b: im in 7th grade"),
        unseen("a: how old r u", "b: im 34"),
        unseen("a: im 12 minutes late"),
        unseen("a: im a kid at heart"),
    )
    sources = ("Morris and Hirst 2012 (the partner's words)", "detection notes 8.5 (read both sides)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Stronger the younger; nothing where the platform knows the writer as an adult."""
        if any(age >= 18 for age in scene.ages_of(scene.sender)[:1]) and self._is_known(scene):  # noqa: PLR2004 - of age
            return
        age = scene.said.age
        if age is not None and age < YOUNG:
            yield self.sighting(scene, _STRENGTHS.get(age, 1.0))
        elif age is None and (self.has_mark(scene.said, "child") or self.name in scene.said.read):
            yield self.sighting(scene, 0.9)

    @staticmethod
    def _is_known(scene: Scene) -> bool:
        facts = scene.accounts.get(scene.sender or "")
        return facts is not None and facts.age is not None
