"""Several different tactics within half an hour of the first message."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_TACTICS = (
    {
        "asks_age",
        "asks_location",
        "asks_routine",
        "asks_if_alone",
        "asks_about_supervision",
        "asks_relationship_history",
    },
    {"flattery", "special_bond"},
    {"offers_gift", "money_or_job_offer", "reward_for_compliance"},
    {"asks_for_secrecy", "asks_to_delete", "sneaking_out"},
    {"isolates_from_family", "isolates_from_friends", "jealous_control"},
    {"moves_to_other_app", "exchanges_handle"},
    {"asks_for_picture", "asks_for_webcam"},
    {"sexual_solicitation"},
    {"guilt_and_pressure", "persists_after_refusal", "sets_deadline"},
    {"threatens", "blackmails", "demands_payment"},
    {"proposes_meeting", "arranges_travel"},
)
_MINUTES = 30
_MANY, _VERY_MANY = 3, 5


class EscalatesFast(Clue):
    """Pace: from hello to demands within minutes."""

    family = Family.PACE
    decibans = 5
    means = "The sender used several different tactics within half an hour of the first message."
    told = "They went very fast, from hello to asking for a lot."
    innocent = "Old friends on a new account, and dating adults, go fast too."
    wakes_on = Occasion.PHRASES
    examples = (
        seen("a: hi", "b: hello", "a: how old r u", "b: 12", "a: if u loved me u would", "a: wanna meet up irl"),
        unseen("a: how old r u", "b: 12", "+3d a: wanna meet up irl", "+5d a: after all i did for you"),
        unseen("a: hi", "b: hi", "a: how old r u"),
    )
    sources = ("Crisp in WeProtect 2023 (19 seconds, on average 45 minutes)", "Winters 2017")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where this message brings the third, or the fifth, kind of tactic."""
        if not scene.said.clues or scene.conversation.is_group:
            return
        first = scene.conversation.first
        if first is None or scene.said.at is None or scene.said.at - first > _MINUTES * 60:
            return
        before = {clue for said in scene.conversation.recent if said.sender == scene.sender for clue in said.clues}
        earlier, now = _kinds(before), _kinds(before | set(scene.said.clues))
        if earlier < _VERY_MANY <= now:
            yield self.sighting(scene)
        elif earlier < _MANY <= now:
            yield self.sighting(scene, 0.6)


def _kinds(clues: set[str]) -> int:
    return sum(1 for tactic in _TACTICS if not tactic.isdisjoint(clues))
