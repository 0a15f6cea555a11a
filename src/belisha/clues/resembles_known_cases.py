"""The talk as a whole resembles known cases of grooming, by the learned text model."""

from collections.abc import Iterator
from math import e, log10

from belisha.clues import Clue, seen, unseen
from belisha.model import Family, Kind, Sighting
from belisha.scene import Said, Scene
from belisha.text_model import TextModel

_STRETCH = 40
"""Messages that are looked at together."""
_STEPS = 15
"""A new sighting is made when the likeness has risen by one of so many steps."""
_ORDINARY = 10
"""Decibans of likeness that ordinary talk reaches at times; only what lies above is evidence."""
_FULL = 40
"""Decibans of likeness that count in full; ordinary talk hardly passes 25."""
_AGAIN = 25
"""Messages after which the same likeness is sighted again, since older evidence fades."""
_ENOUGH = 6
"""Messages from which the likeness counts in full."""
_POINTED_AT = 3
_ROUNDING = 0.001
"""By how much running sums may be off; more than they are."""


class ResemblesKnownCases(Clue):
    """Likeness: hashed word and letter sequences of the last messages, weighed by what known cases taught."""

    family = Family.LIKENESS
    decibans = 38
    means = "The talk as a whole resembles known cases of grooming."
    told = "The way they talk is like the way people talk who trick children."
    innocent = "Adults or teenagers who flirt, and long private talk among friends, can sound alike to the model."
    examples = (
        seen(
            "a: hi asl?",
            "b: 13 f you?",
            "a: older than you lol. is that ok? do you have a pic",
            "b: ya its ok, i dont have a pic",
            "a: do you have a boyfriend? are your parents home, do they check your computer",
            "b: no my mom is at work",
            "a: maybe we can meet sometime if you want, but you cant tell anyone, i could get in trouble",
        ),
        unseen(
            "a: did you finish the maths sheet",
            "b: nearly, question four is horrible",
            "a: you have to factor it first, then it is easy",
            "b: oh right thanks! see you at the bus",
        ),
        unseen("kannst du mir bitte die Hausaufgaben schicken"),
    )
    sources = ("Hashed n-gram model, docs/model-card.md",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        if scene.said.kind is Kind.SYSTEM or not scene.said.mass:
            return
        if not self._may_resemble(scene):
            return
        stretch = self._stretch(scene)
        now = self._decibans([*stretch, scene.said])
        step = self._step(now)
        if step < 1:
            return
        recently = stretch[-_AGAIN:]
        known = [said for said in recently if self.name in said.clues]
        if known and step <= self._step(self._decibans(stretch)):
            return
        if self._leader(scene, stretch) in {scene.sender, None}:
            yield self.sighting(scene, self._strength(now), self._because([*stretch, scene.said]))

    def _may_resemble(self, scene: Scene) -> bool:
        """A quick look that spares most messages the sums: what the running ones say, rounded in favour of looking."""
        said, recent = scene.said, scene.conversation.recent
        if scene.conversation.is_group or not recent:
            return True
        likeness, mass = said.likeness_so_far, said.mass_so_far
        if len(recent) >= _STRETCH:
            likeness -= recent[-_STRETCH].likeness_so_far
            mass -= recent[-_STRETCH].mass_so_far
        if likeness < -_ROUNDING:
            return False
        return self._of_sums(likeness, mass, len(recent) + 1) > _ORDINARY + (_FULL - _ORDINARY) / _STEPS - _ROUNDING

    def _stretch(self, scene: Scene) -> list[Said]:
        """The messages that count: of both in a conversation of two, of the sender alone in a group."""
        earlier = scene.conversation.recent[-_STRETCH + 1 :]
        if scene.conversation.is_group:
            sender = scene.sender
            return [said for said in earlier if said.sender == sender] if sender is not None else []
        return earlier

    def _decibans(self, stretch: list[Said]) -> float:
        likeness, mass = sum([said.likeness for said in stretch]), sum([said.mass for said in stretch])
        return self._of_sums(likeness, mass, len(stretch))

    @staticmethod
    def _of_sums(likeness: float, mass: float, messages: int) -> float:
        model = TextModel.load()
        decibans = 10 * log10(e) * (model.stretch(likeness, mass) - model.prior)
        # A line or two can sound like anything: the first few messages count for less.
        return decibans * min(1.0, messages / _ENOUGH)

    def _step(self, decibans: float) -> int:
        return int(self._strength(decibans) * _STEPS)

    def _strength(self, decibans: float) -> float:
        return min(1.0, max(0.0, (decibans - _ORDINARY) / (_FULL - _ORDINARY)))

    def _leader(self, scene: Scene, stretch: list[Said]) -> str | None:
        """Who of the two sounds like the one who leads; None when it cannot be told."""
        sums: dict[str, float] = {}
        for said in [*stretch, scene.said]:
            if said.sender is not None:
                sums[said.sender] = sums.get(said.sender, 0.0) + said.role
        return max(sums, key=lambda sender: sums[sender]) if len(sums) > 1 else None

    def _because(self, stretch: list[Said]) -> str:
        strongest = sorted(stretch, key=lambda said: -said.likeness)[:_POINTED_AT]
        places = ", ".join(
            str(said.index) for said in sorted(strongest, key=lambda said: said.index) if said.likeness > 0
        )
        return f"The talk up to here resembles known cases of grooming, most of all message {places}."
