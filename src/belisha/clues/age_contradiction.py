"""States ages that cannot both be true, or claims to be a child and lives an adult's life."""

import re
from collections.abc import Iterator
from functools import lru_cache

from belisha.clues import Clue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Said, Scene

_APART = 3
_ADULT = 18
_WORKING = 16
_ATTRIBUTED_WITHIN = 8
"""Messages within which an age that the other repeats counts."""
_BODY = re.compile(r"\b(?:tall|taller|height|weigh|weight|heavy|lbs|pounds)\b")
_ATTRIBUTED = (
    r"\b(?:arent|werent|thought|said|told me|r|are) (?:you|u|ur|youre)(?: (?:you|u))?(?: (?:were|are|was|r|like|only|"
    r"meant to be|supposed to be))* 1[0-7]\b|\b(?:youre|ur) meant to be 1[0-7]\b"
)
_AGE = re.compile(r"\b1[0-7]\b")
_IN_NAME = re.compile(r"(?<!\d)(1[0-7])[_. -]?(?:yo|yrs?|yr_?old|years?)(?![a-z])", re.IGNORECASE)
_FAMILY_LIFE = (
    r"\bmy (?:ex ?)?(?:wife|husband|ex wife|missus|kids?|daughter|son|children|mortgage|landlord|pension|divorce|"
    r"colleagues?|boss|staff|toddler)\b|\bwhen i was (?:your|ur|at|in|a|about|around|back at) ?(?:age|school|a kid|"
    r"kid|young|teenager|high school|college|uni|\d\d?\b)|\bback (?:when i was|in my day|in the (?:80|90)s)\b|"
    r"\b(?:pay(?:ing)? (?:the |my )?(?:rent|mortgage|council tax|bills)|got divorced|my divorce)\b|\b(?:my|"
    r"own) (?:own )?(?:apartment|flat|place|house) (?:tonight|now|is|was)\b|\bin my (?:own )?(?:apartment|flat)\b|"
    r"\blived on my own\b"
)
_WORK_AND_CAR = (
    r"\b(?:im|i was|was|i am|back from|finish(?:ed)?|leaving|off to|going to|home from|still at|just got (?:in|"
    r"home) from|late from|drive to|go) (?:[a-z]+ )?(?:work|the office)\b(?! (?:experience|sheet|out|book|on|it|"
    r"with))|\bon (?:a|my|the|nights?|night) shift\b|\bmy shift\b|\bmy (?:job|office|coworkers?)\b|\bi (?:could|can|"
    r"will|would|just|drove|might|was|ll)? ?(?:drive|drove|driving) (?:over|down|up|there|to|round|past|you|u|my)\b|"
    r"\bmy (?:car|van|truck)\b(?! (?:in|keys? in))|\b(?:in|out of) my (?:car|van|truck)\b|\bhad (?:a few|some|"
    r"a couple) (?:of )?(?:beers|pints|drinks)\b|\bdown the pub\b"
)


class AgeContradiction(Clue):
    """Deception: the age that is claimed does not fit the life that is told."""

    family = Family.DECEPTION
    decibans = 7
    means = "The sender's age does not fit: two ages far apart, or an adult's life with a child's age."
    told = "They said how old they are, but other things they said do not fit."
    innocent = "Jokes, typing errors, role play, and children who first claim to be older."
    marks = {"attributed": _ATTRIBUTED, "family_life": _FAMILY_LIFE, "work": _WORK_AND_CAR}  # noqa: RUF012 - read only
    examples = (
        seen("a: im 14", "b: cool", "a: ok im really 29"),
        seen("a: im 13 m", "b: hi", "a: sorry was putting my kids to bed"),
        seen("a: sorry i was on a shift", "b: arent u 13", "a: quiet in my flat tonight"),
        unseen("a: im 12", "b: when is your birthday", "a: im 13 in june"),
        unseen("a: im 40 and my wife is 38"),
        unseen("a: im 15", "b: my dad is at work", "a: mine too"),
    )
    sources = (
        "Peersman and others 2011 (false profiles)",
        "Broome and Izura 2017 (identity deception in 5-33 % of cases)",
    )

    def look(self, scene: Scene) -> Iterator[Sighting]:
        ages = scene.ages_of(scene.sender)
        if not ages and _age_in_name(scene.sender) is None and not self._is_attributed(scene):
            return
        if self._is_of_a_body(scene):
            return
        if scene.said.age is not None and max(ages) - min(ages) >= _APART and len(ages) > 1:
            young = min(ages) < _ADULT
            before = [age for age in ages if age != scene.said.age]
            because = f"The sender said {scene.said.age}, and before that {before[0] if before else ages[0]}."
            yield self.sighting(scene, 1.0 if young else 0.3, because)
            return
        claims = self._claims(scene, ages)
        if claims and self._is_adults_life(scene.said, min(claims)):
            yield self.sighting(scene, because=f"The sender claims to be {min(claims)} and tells of an adult's life.")
        elif (
            scene.said.age is not None
            and min(claims, default=_ADULT) < _ADULT
            and self._told_before(scene, min(claims))
        ):
            yield self.sighting(
                scene, because=f"The sender claims to be {min(claims)} after telling of an adult's life."
            )

    def _is_of_a_body(self, scene: Scene) -> bool:
        """Whether the number is a height or a weight: "im 57" may be five foot seven."""
        if scene.said.age is None:
            return False
        return any(_BODY.search(text) for text in (scene.said.text, *(said.text for said in scene.before(4))))

    def _claims(self, scene: Scene, ages: list[int]) -> list[int]:
        """Ages below 18 that the sender states, that are in the account's name, or that the other repeats."""
        named = _age_in_name(scene.sender)
        claims = [*ages, *([] if named is None else [named])]
        if max(claims, default=0) >= _ADULT:
            return []
        for said in scene.before(_ATTRIBUTED_WITHIN) if self._is_attributed(scene) else ():
            attributed = _AGE.search(said.text) if self.has_mark(said, "attributed") and scene.by_other(said) else None
            if attributed is not None:
                claims.append(int(attributed.group()))
        return claims

    def _is_attributed(self, scene: Scene) -> bool:
        """Whether somebody spoke of an age of the other a moment ago."""
        return scene.conversation.has_seen(f"{self.name}:attributed", _ATTRIBUTED_WITHIN)

    def _is_adults_life(self, said: Said, claimed: int) -> bool:
        return self.has_mark(said, "family_life") or (claimed < _WORKING and self.has_mark(said, "work"))

    def _told_before(self, scene: Scene, claimed: int) -> bool:
        return any(scene.by_sender(said) and self._is_adults_life(said, claimed) for said in scene.before())


@lru_cache(maxsize=4_096)
def _age_in_name(name: str | None) -> int | None:
    """The age below 18 that an account's name tells."""
    found = _IN_NAME.search(name or "")
    return int(found.group(1)) if found else None
