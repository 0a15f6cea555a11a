"""Writes on and on without an answer, or demands one."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Said, Scene

_INSISTS = (
    r"^\W*(?:hell+o+|hey+|helo+|oi|yo+|bro|u there|you there|are you there|r u there|are u there)\W*\?+\W*$|"
    r"^\W*\?+\W*$|\b(?:answer|reply|respond)(?: to)? me\b|\b(?:you|u) (?:ignoring|blanking|airing|ghosting|"
    r"avoiding) me\b|\b(?:dont|do not|stop|quit|why) (?:\w+ )?(?:ignore|ignoring|blank|blanking|airing|ghost|"
    r"ghosting) (?:me|us)\b|\bwhy (?:are|r|did|do|didnt|dont|arent|wont|havent) (?:you|u) (?:\w+ )?(?:ignor\w+|"
    r"reply\w*|answer\w*|respond\w*|talk\w*|not|leave me on|left me on)\b|\b(?:left|leave|leaving) me on (?:read|seen|"
    r"delivered|open)\b|\bi (?:can )?(?:see|know|saw) (?:that )?(?:you|u)(?:ve|re| have| are)? (?:\w+ )?(?:read|seen|"
    r"online|active|opened)\b|\b(?:rude|mean) not to (?:answer|reply)\b|\bsay something\b|\btalk to me\b|"
    r"\bwhere (?:are|r|did) (?:you|u)(?: go| gone)?\W*\?+|\bplease (?:answer|reply|respond|talk)\b|"
    r"\bat least (?:answer|reply)\b|\bdont be shy\b"
)
_IN_A_ROW = (4, 8, 14)
_WAITED_MINUTES = 20


class WritesUnanswered(Clue):
    """Pace: not taking silence for an answer."""

    family = Family.PACE
    decibans = 4
    means = "The sender writes again and again without an answer, or demands one."
    told = "They keep writing although you do not answer. You do not owe anybody an answer."
    innocent = "Worried parents and excited friends; people who write one thought in many lines."
    marks = {"insists": _INSISTS}  # noqa: RUF012 - read only
    wakes_on = Occasion.AGAIN
    examples = (
        seen("a: hi", "a: u there?", "a: hello??", "a: why are you ignoring me"),
        seen("a: hello", "12:00 a: nice photo", "+1d 12:00 a: morning", "+1d 12:00 a: dont be shy"),
        unseen("a: so i went", "a: to the shop", "a: and guess what", "a: they had it"),
        unseen("a: hello?", "b: hi sorry", "a: all good"),
    )
    sources = ("NSPCC 2018 (contact pattern)", "detection notes 4.4")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """At the fourth, eighth and fourteenth message in a row: where insistence or hours stand among them."""
        if scene.conversation.is_group or scene.sender is None:
            return
        if scene.said.at is None and len(scene.conversation.tallies) < 2:  # noqa: PLR2004 - half a chat, without times
            return
        if scene.tally(scene.sender).unanswered + 1 not in _IN_A_ROW and not self.has_mark(scene.said, "insists"):
            return
        row = self._row(scene)
        count = len(row) + 1
        insists = sum(1 for said in (scene.said, *row) if self.has_mark(said, "insists"))
        if count in _IN_A_ROW:
            waited = scene.minutes_since(row[-1]) if row else 0.0
            if insists > 1 or (insists and waited >= _WAITED_MINUTES):
                yield self.sighting(scene)
            elif waited >= 10 * _WAITED_MINUTES:
                yield self.sighting(scene, 0.5)
        elif count > 1 and self.has_mark(scene.said, "insists") and (insists > 1 or count > _IN_A_ROW[0]):
            yield self.sighting(scene, 0.5)

    @staticmethod
    def _row(scene: Scene) -> list[Said]:
        row: list[Said] = []
        if scene.conversation.speaking != scene.sender:
            return row
        for said in scene.before(_IN_A_ROW[-1]):
            if not scene.by_sender(said):
                break
            row.append(said)
        return row
