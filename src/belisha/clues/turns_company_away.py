"""Turns away whoever the child would bring along."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_ONLY = (
    r"^\W*(?:(?:no+|nah|nope|sorry|only|just|babe|pal|silly|well|it|its|has|to|be|got|to|room|for|"
    r"theres) ){0,5}(?:just|only) "
    r"(?:(?:the )?(?:2|two) of us|us|u|you|us (?:2|two)|(?:you|u) (?:and|n) me|me (?:and|n) (?:you|u))\b|"
    r"\b(?:only|just) (?:got )?room for (?:two|2|one|1)\b|\bi(?: only|ve only)? (?:only )?got (?:1|one)\b|"
    r"\b(?:if|when) (?:you|u) bring (?:some|any|him|her|them)\w*\b.{0,15}\b(?:im|i|ill|forget|leav|no)"
)
_BRINGS = (
    r"\b(?:can|could|will|is|should|shall) (?:i bring|my (?:\w+ )?(?:friend|mate|sister|brother|cousin|mum|mom|"
    r"bestie)s? (?:come|join|be)|[a-z]+ (?:come|join|be there|tag along)|any ?(?:one|body) else (?:coming|"
    r"be there|there)|i come with)\b|\b(?:is|are) (?:any ?(?:one|body) else|others|other kids|the others|"
    r"[a-z]+) (?:coming|there|going)\b|\b(?:ill|i will|gonna|can i) bring (?:my|[a-z]+)\b|\bwith (?:my|a) "
    r"(?:friend|mate|mum|mom|sister|brother)\b\W*(?:ok|\?|$)"
)


class TurnsCompanyAway(Clue):
    """Approach: the friend, the sister or the grandmother who might come along may not."""

    family = Family.MEETING
    decibans = 8
    means = "The other would bring somebody along, and the sender does not want it."
    told = "You would have brought somebody, and they did not want it. Whoever means well has nothing against it."
    innocent = "A lift, a ticket or a date that is for two."
    marks = {"only_us": _ONLY, "brings": _BRINGS}  # noqa: RUF012 - read only
    wakes_on = Occasion(0)
    examples = (
        seen("a: saturday at the mall then", "b: can i bring tiana", "a: no just u"),
        seen("a: half six by the shop", "b: can cory come", "a: only room for two pal"),
        seen("a: come to the car", "b: is anyone else coming", "a: only you"),
        unseen("a: i have two tickets", "b: is it cold there", "a: yes just us"),
        unseen("a: see you there", "b: can i bring tiana", "a: course"),
    )
    sources = ("Lorenzo-Dus 2016 (approach)", "Chiang and Grant 2017 (planning a meeting)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """The answer to somebody who would bring another; weak in groups."""
        if not self.has_mark(scene.said, "only_us") or scene.said.is_jest:
            return
        if any(scene.by_other(said) and self.has_mark(said, "brings") for said in scene.before(3, minutes=2_880)):
            yield self.sighting(scene, 0.35 if scene.conversation.is_group else 1.0)
