"""Has private contact with several children."""

from collections.abc import Iterator

from belisha.clues import AccountClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Trail

_STRENGTHS = {2: 0.4, 3: 0.7}


class ApproachesManyYoung(AccountClue):
    """Contact pattern: one person, many children."""

    family = Family.CONTACTS
    decibans = 9
    means = "The sender has private chats with several children."
    told = "They write to other children too."
    innocent = "Children write to many children; so do teachers, coaches and relatives."
    examples = (
        seen("#v a: hi", "#v b: im 12", "#w a: hi", "#w c: im 11"),
        seen("#v a: hi", "#v b: im 12", "#w a: hi", "#w c: im 13", "#x a: hi", "#x d: im 14", "#y a: hi", "#y e: im 9"),
        unseen("#v a: hi", "#v b: im 12", "#w a: hi", "#w c: im 34"),
        unseen("#v a: hi", "#v b: im 32"),
    )
    sources = ("NSPCC 2018 (contact pattern)", "Meta 2020 (messages to minors)")

    def look(self, trail: Trail) -> Iterator[Sighting]:
        """By their number; nothing for one who is known to be a child."""
        facts = trail.account.facts
        if facts is not None and (facts.role in ("child", "moderator") or (facts.age or YOUNG) < YOUNG):
            return
        known = () if facts is None else facts.known_by
        young = [c for c in trail.contacts if c.other_is_young and not c.group and c.sent and c.other not in known]
        if len(young) in _STRENGTHS or len(young) > max(_STRENGTHS):
            strength = _STRENGTHS.get(len(young), 1.0)
            yield self.sighting(trail, strength, f"Private chats with {len(young)} children.")
