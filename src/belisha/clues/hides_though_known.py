"""Somebody known in real life hides from the family what he writes."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Scene

_HIDES = frozenset({"asks_for_secrecy", "asks_to_delete", "gives_cover_story", "sneaking_out", "avoids_tracking"})
_DRAWS_NEAR = frozenset(
    {
        "arranges_travel",
        "asks_for_picture",
        "flattery",
        "isolates_from_family",
        "isolates_from_friends",
        "moves_to_other_app",
        "offers_gift",
        "proposes_meeting",
        "special_bond",
        "turns_company_away",
        "wants_nobody_along",
        "writes_at_night",
    }
)
_KINDS = 3
_GROWN = 18


class HidesThoughKnown(Clue):
    """Secrecy: most who abuse a child are known to it, and what is harmless need not be hidden from its parents."""

    family = Family.SECRECY
    decibans = 9
    means = "The two know each other in real life, and the sender draws the other close and wants it hidden."
    told = "You know them, and still they want it kept from others. Tell somebody you trust."
    innocent = "Presents and parties that relatives keep secret together."
    wakes_on = Occasion.PHRASES
    examples = (
        seen(
            "a: see you at practice, im 34 and still sore",
            "b: ok see u at training coach said 6",
            "a: you are so much wiser than the others, so special to me",
            "a: got you a little present, i bought you new goggles",
            "a: dont tell your mum about our chats, delete this",
        ),
        unseen(
            "a: see you at practice", "b: ok see u at training coach said 6", "a: dont tell your mum, its a surprise"
        ),
        unseen("a: you are so special to me", "a: i bought you a present", "a: dont tell your mum about our chats"),
    )
    sources = ("Lanning 2010 (acquaintance molesters)", "NSPCC: secrets and lies as warning signs")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Once: at the third kind of hiding and drawing near, hiding among them, of a known contact who is no child."""
        sender = scene.sender
        if sender is None or not scene.conversation.has_seen("known_in_real_life", scene.conversation.count):
            return
        earlier = scene.tally(sender).clues
        if self.name in earlier or not self._may_be_grown(scene, sender):
            return
        kinds = (earlier.keys() | set(scene.said.clues)) & (_HIDES | _DRAWS_NEAR)
        if len(kinds) >= _KINDS and not _HIDES.isdisjoint(kinds):
            yield self.sighting(scene)

    @staticmethod
    def _may_be_grown(scene: Scene, sender: str) -> bool:
        """Whether the sender is known to be grown up, or is not known to be young and writes to one who is."""
        own, other = scene.accounts.get(sender), scene.accounts.get(scene.other or "")
        if own is not None and own.role in {"adult", "moderator"}:
            return True
        ages = scene.ages_of(sender)
        if ages:
            return max(ages) >= _GROWN
        is_child = other is not None and (other.role == "child" or (other.age is not None and other.age < YOUNG))
        return is_child and (own is None or own.role != "child")
