"""Talks the child out of a rule that it was given."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_WHO = r"(?:mum|mom|mam|mummy|mommy|ma|dad|daddy|parents?|nan|gran|auntie?|teacher|school|coach|they|she|he)"
_RULE = (
    rf"\b(?:my |ma |the )?{_WHO}s? (?:\w+ )?(?:says?|said|told me) (?:no\b|not to|i (?:cant|shouldnt|mustnt|"
    rf"have to|am not|"
    rf"need)|im not|never|to (?:never|be careful))|\b{_WHO}s? (?:wont|wouldnt|doesnt|dont|never) (?:\w+ )?(?:let|"
    rf"like it|"
    r"allow|want) ?(?:me|us|it|that)?\b|\b(?:im|i am|am|were|we are) (?:not|n t|nt) (?:\w+ )?(?:allowed|aloud|"
    r"alowed|meant|"
    r"supposed) (?:to|2|on|the|out|in|anything|any)?\b|\bnever (?:meet|talk to|go with|share|tell|trust) (?:\w+ )?"
    r"(?:strangers?|people (?:from )?online|any ?one (?:from )?online)\b|\b(?:she|he|they|mum|mom|dad)(?:d|"
    r" would|ll| will) "
    r"(?:be|go|get|have|freak) (?:\w+ )?(?:mad|angry|mental|cross|upset|furious|crazy|a go)\b|"
    rf"\b{_WHO}s? (?:is |are )?(?:in the (?:\w+ )?(?:room|kitchen|house)|next door|nxt door|downstairs|"
    rf"right here|home)\b"
)
_PAST = (
    r"\b(?:do|take|send|come|call|go) (?:it |that |this )?(?:when|while|before|after|once) (?:\w+ ){0,2}(?:shes|"
    r"hes|theyre|"
    r"she|he|they|your|ur|everyone)\b|\b(?:she|he|they)(?:ll| will)? (?:only |never |wont |doesnt |"
    r"dont )?(?:knows?|find|"
    r"finds|need|needs|notice|see|sees|have)\b.{0,18}\b(?:if|know|out|unless|tell|anything|it)\b|\b(?:who|"
    r"what) (?:\w+ )?"
    r"(?:gonna|going to|will|does|would) (?:know|tell|care)\b|\b(?:about|for|thats|says that about|means) (?:\w+ )?"
    r"(?:randoms?|strangers|other people|weirdos|creeps|little kids|babies)\b|\b(?:im|i am|were|we are) not "
    r"(?:a |like )?(?:strangers?|randoms?|people|like (?:them|that)|some (?:random|stranger|weirdo))\b|"
    r"\b(?:rules?|mums?|moms?|"
    r"parents?|she|they) (?:are|is|r|say|always|just|worry|worries|dont|doesnt) (?:\w+ ){0,2}(?:silly|stupid|"
    r"boring|strict|"
    r"that|understand|get it|too much|for)\b|\b(?:its|it is|thats|dont be) (?:\w+ )?(?:silly|fine|ok|safe|"
    r"daytime|nothing|"
    r"just me|only me|different)\b|\bwho cares what\b|\b(?:you|u)(?:re| are|r)? (?:\w+ )?(?:old enough|"
    r"not a (?:baby|kid|"
    r"little)|big (?:girl|boy)|grown)\b|\bdont (?:tell|ask) (?:her|him|them)\b|\b(?:i wont|wont) (?:tell|say)\b"
)
_LAST = 3


class TalksPastARule(Clue):
    """Pressure: the rule that should have kept the child safe is talked away."""

    family = Family.PRESSURE
    decibans = 7
    means = "The other named a rule of a parent or a school, and the sender talked it away."
    told = "You told them about a rule, and they talked it away. The rule is on your side."
    innocent = "Friends who plead for a film or a party."
    marks = {"rule": _RULE, "past": _PAST}  # noqa: RUF012 - read only
    wakes_on = Occasion(0)
    examples = (
        seen("b: my mum says no pics online", "a: mums say that about randoms"),
        seen("b: im not aloud the camera up here", "a: do it when shes cooking"),
        seen("b: mum says not to its got no lights", "a: its daytime silly"),
        unseen("b: my mum says no pics online", "a: fair enough"),
        unseen("b: the bus was late", "a: its fine"),
    )
    sources = ("Lorenzo-Dus 2016 (compliance testing)", "O'Connell 2003 (risk assessment)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """A rule of the other in the last messages, and words that talk it away now; weak in groups."""
        if not self.has_mark(scene.said, "past") or scene.said.is_jest:
            return
        if any(scene.by_other(said) and self.has_mark(said, "rule") for said in scene.before(_LAST, minutes=2_880)):
            yield self.sighting(scene, 0.35 if scene.conversation.is_group else 1.0)
