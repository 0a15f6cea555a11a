"""Both are adults."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_OF_AGE = 18
_GROWN_LIFE = (
    r"\b(?:my|our|the|mine) (?:\w+ )?(?:mortgage|husband|wife|ex(?: ?(?:husband|wife))?|fiancee?|kids?|toddler|"
    r"daughter|son|grandson|granddaughter|grandkids|landlord|tenant|divorce|pension|in laws|other half|hubby|missus|"
    r"lad|little one|boss|colleague|allotment|bad knee|year old)s?\b|\bmortgage\b|\b(?:i|we) (?:have|ve|"
    r"got) (?:\w+ )?(?:\w+ ){0,2}(?:kids|children|teenagers|grandchildren|a mortgage|year old)\b|"
    r"\bwith a \w+.year.old\b|\btwo teenagers\b|\b(?:council|income) tax\b|\bwhen i was at uni\b|\b(?:shift|office|"
    r"work)s? (?:at|till|until|tomorrow|finish\w*|is|was|drinks|do)\b.{0,15}|\b(?:is|are) (?:he|she|yours|mine|they|"
    r"millie|poppy|ours) (?:ok|free|still|\w+ing|turning)\b|\b(?:yours|mine)s? (?:is )?(?:four|five|six|seven|eight|"
    r"nine|ten|eleven|twelve|\d+)\b|\b(?:glass of wine|pint|beers?)\b"
)


class AdultsBoth(Clue):
    """Innocence: between adults this is nobody's business."""

    family = Family.INNOCENCE
    decibans = -9
    means = "Both are adults, by what is known, by what they say, or by the life that both speak of."
    told = "You seem to be adults."
    innocent = "It is the innocent explanation itself; children say that they are older than they are."
    marks = {"grown_life": _GROWN_LIFE}  # noqa: RUF012 - read only
    wakes_on = Occasion.AGE | Occasion.FACTS
    examples = (
        seen("a: im 36 with a mortgage", "b: im 39"),
        seen("a: my husband is away", "b: mine too, the kids drive me mad", "b: my daughter most of all"),
        seen("a: im 22", "b: im 20"),
        unseen("a: im 36", "b: im 13"),
        unseen("a: im 36", "b: cool"),
        unseen("a: my wife left me", "b: my mum says hi"),
    )
    sources = ("PAN 2012 (ordinary chats of adults)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """When an age is stated, at a first message with known ages, or when both speak of a grown-up life."""
        sender, other = scene.sender, scene.other
        if sender is None or other is None:
            return
        own, theirs = scene.ages_of(sender), scene.ages_of(other)
        if min([*own, *theirs], default=_OF_AGE) < _OF_AGE or self._has_child(scene):
            return
        is_news = scene.said.age is not None or not scene.tally(sender).messages
        if own and theirs and is_news:
            yield self.sighting(scene, 1.0 if self._are_known(scene) else 0.7)
        elif self.has_mark(scene.said, "grown_life"):
            others = sum(1 for said in scene.before(40) if self.has_mark(said, "grown_life") and scene.by_other(said))
            if others:
                yield self.sighting(scene, 0.5 if others == 1 else 0.8)

    @staticmethod
    def _has_child(scene: Scene) -> bool:
        if any(facts.role == "child" for facts in scene.accounts.values()):
            return True
        return scene.conversation.has_seen("states_young_age", len(scene.conversation.recent))

    @staticmethod
    def _are_known(scene: Scene) -> bool:
        facts = (scene.accounts.get(scene.sender or ""), scene.accounts.get(scene.other or ""))
        return all(each is not None and each.age is not None for each in facts)
