"""Is refused by several people."""

from collections.abc import Iterator

from belisha.clues import AccountClue, seen, unseen
from belisha.model import Family, Sighting, Tie
from belisha.scene import Trail

_STRENGTHS = {2: 0.4, 3: 0.7}
_SIGNS = ("refuses", "shows_discomfort", "shows_fear")


class RefusedByMany(AccountClue):
    """Contact pattern: refused here, tried there."""

    family = Family.CONTACTS
    decibans = 9
    means = "Several people refused the sender or were uneasy."
    told = "Other people have said no to them too."
    innocent = "Clumsy people, sellers and campaigners are refused as well."
    examples = (
        seen("#v a: send me a pic", "#v b: no thanks", "#w a: wanna meet up", "#w c: im not allowed"),
        seen(
            "#v a: give me ur number",
            "#v b: i said no",
            "#w a: send a pic",
            "#w c: no way",
            "#x a: come on cam",
            "#x d: please stop asking",
        ),
        unseen("#v a: send me a pic", "#v b: no thanks", "#w a: wanna meet up", "#w c: ok cool"),
        unseen("#v a: hi", "#v b: hi", "#w a: hi", "#w c: hi"),
    )
    sources = ("Snap 2023 (blocked or reported by others)", "NSPCC 2018 (rejected requests)")

    def look(self, trail: Trail) -> Iterator[Sighting]:
        """By the number of people who said no, were uneasy, blocked the account or refused to be its friend."""
        ties = trail.account.ties
        refused = {*ties.get(Tie.BLOCKED, []), *ties.get(Tie.REFUSED, [])}
        for contact in trail.contacts:
            if not contact.group and any(sign in contact.clues for sign in _SIGNS):
                refused.add(contact.other or f"in {contact.conversation}")
        if len(refused) in _STRENGTHS or len(refused) > max(_STRENGTHS):
            strength = _STRENGTHS.get(len(refused), 1.0)
            yield self.sighting(trail, strength, f"{len(refused)} people refused, blocked or were uneasy.")
