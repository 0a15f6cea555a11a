"""Lets the other know that he has seen, followed or looked up him or her in real life."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class WatchesFromAfar(PhraseClue):
    """Approach: knowing where the child is without having been told."""

    family = Family.MEETING
    decibans = 5
    means = "The sender knows or finds out where the other is, goes or lives, from watching or from pictures."
    told = "They seem to know where you are or where you go."
    innocent = "Friends and neighbours see each other in the street."
    everyday = (
        (
            r"\b(?:i|just) (?:saw|seen|spotted|noticed) (?:you|u|ya) (?:\w+ ){0,2}(?:at|by|outside|walking|in|on|with|"
            r"near|today|earlier)\b"
        ),
        (
            r"\bwas that (?:you|u) (?:at|by|in|outside|near|on|walking|with)\b|\bi (?:drove|walked|went) past (?:your|"
            r"ur) (?:house|school|street|road|home)\b"
        ),
    )
    phrases = (
        (
            r"\bi (?:already )?know (?:that )?(?:when|where|which (?:school|bus|class|team|club|street|gym)|what|how|"
            r"what time) (?:you|u|ur|your) (?:\w+ )?(?:train|trains|practice|finish|walk|go|live|school|bus|house|"
            r"street|work|play|sleep|dance|swim|sit|hang)\b"
        ),
        (
            r"\bi know (?:that )?(?:you|u) (?:\w+ )?(?:train|practice|walk|finish|dance|swim|play|go|are|"
            r"r) (?:\w+ )?(?:on (?:mon|tue|wed|thu|fri|sat|sun)\w*|alone|at \d|after school|past|every)\b"
        ),
        (
            r"\b(?:recogni[sz]ed?|found|worked out|figured out|looked up|google[d]?) (?:your|ur|the|where (?:you|"
            r"u)) (?:\w+ )?(?:house|street|school|road|address|uniform|badge|live|go|park|estate)\b"
        ),
        (
            r"\b(?:i saw|seen|from|in|on) (?:it |that )?(?:on |in )?(?:your|ur) (?:video|vid|pic|photo|story|live|"
            r"post|profile|school jumper|uniform|badge)\b.{0,30}\b(?:live|street|house|school|road|near|town)\b"
        ),
        (
            r"\b(?:been |was |im |i am )?(?:watching|following|waiting for) (?:you|u) (?:\w+ )?(?:walk|at|outside|"
            r"from|after|home|leave|in the)\b|\b(?:im|i am|i was|ill be) (?:\w+ )?outside (?:your|"
            r"ur) (?:\w+ )?(?:house|school|home|window|door|gate|flat|club)\b"
        ),
        *everyday,
    )
    examples = (
        seen("i know where you train on tuesdays"),
        seen("was that you by the track? on your own too"),
        seen("im outside your school"),
        seen("i recognised your street from the video"),
        unseen("i know where you are coming from with that argument"),
        unseen("was that your bag"),
        unseen("i saw a fox outside"),
    )
    sources = ("Cook 2022 (message-level behaviours)", "O'Connell 2003 (risk assessment)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups."""
        yield self.sighting(scene, self.strength(scene) * (0.4 if scene.conversation.is_group else 1))
