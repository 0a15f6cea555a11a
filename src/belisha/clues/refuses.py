"""Refuses a request."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import GRAVE_REQUESTS, IS_REQUEST, Scene

_GRAVE = GRAVE_REQUESTS | {"persists_after_refusal"}


class Refuses(PhraseClue):
    """The child's side: a no to what the other wants."""

    family = Family.CHILD
    decibans = 3
    of_child = True
    means = "The other refused what the sender asked for."
    told = "You said no. That is good, and it counts."
    innocent = "People refuse small things all the time."
    everyday = (
        (
            r"^\W*(?:no+|nah+|nope|naw|never|nty|no ty|no thx|no way|no thanks?|no thank (?:you|u)|absolutely not|"
            r"not gonna happen|not happening|maybe (?:another time|later|one day|not)|im good|hell no|nuh uh|"
            r"id rather not|rather not|(?:i )?(?:cant|cannot)(?! (?:believe|wait|remember|even|tell|sleep|stand|see|"
            r"hear|find|we|you|u|i|lie|complain|decide|stop)\b)|sorry no|um no|uh no|idk|not really)\b"
        ),
        (
            r"\bi (?:really |rly |just )?(?:dont|do not|dnt|didnt) (?:really |rly )?(?:wanna|want to|want|feel like|"
            r"like that|do that|think so|think i (?:should|can|want))\b|\b(?:im|i am) (?:not sure|busy)\b"
        ),
    )
    phrases = (
        (
            r"\bi (?:already )?(?:said|told (?:you|u)) (?:no|i (?:dont|cant|wont|didnt))\b|\bno means no\b|"
            r"\bi said no\b|\bstop asking\b|\bi (?:really |rly )(?:dont|do not|dnt) (?:want|wanna)\b"
        ),
        (
            r"\b(?:im|i am|am) (?:so |really |def |defo )?not (?:gonna|going to|sending|doing|giving|telling|showing|"
            r"meeting|comfortable|allowed|supposed|taking|turning|coming|calling|adding|downloading|sharing)\b|"
            r"^\W*not (?:allowed|telling|sending|doing|comfortable|happening)\b"
        ),
        (
            r"\b(?:i|we) (?:wont|will not|refuse to|cant|cannot|dont) (?:\w+ )?(?:send|do that|show|meet|tell you|"
            r"tell u|give|share|turn|add|call|come|lie|sneak|talk|keep)\b|\bno (?:more )?(?:pics?|photos?|way|video|"
            r"calls?)\b"
        ),
        (
            r"\b(?:my )?(?:mum|mom|mam|dad|parents?|nan|mother|father|family|they|she|he) (?:\w+ )?(?:says? (?:no|"
            r"i cant|im not|not to|never)|said (?:no|i cant|im not|not to|never)|wont let|doesnt let|dont let|"
            r"wouldnt (?:like|let|want)|dont (?:like|want|allow))\b|\b(?:not|isnt|arent|wasnt) allowed\b"
        ),
        (
            r"\bi (?:only|just) (?:use|do|have|talk|share|play)\b.{0,25}\b(?:with|family|friends|people i know|"
            r"here)\b|\b(?:thats|its|is) (?:private|personal|too personal|none of (?:your|ur))\b|\bnone of (?:your|"
            r"ur) business\b|\b(?:id|i would|i) (?:have to|need to|gotta|got to|want to|will|ll) ask (?:my )?(?:mum|"
            r"mom|mam|dad|parents?|them)\b|\bill ask (?:my )?(?:mum|mom|dad|parents)\b"
        ),
        *everyday,
    )
    examples = (
        seen("b: send me a pic", "a: no thanks"),
        seen("b: wanna meet up", "a: im not allowed"),
        seen("b: come on just do it please", "a: i said no"),
        unseen("b: is it raining there", "a: no"),
        unseen("b: did you like the film", "a: not really"),
        unseen("no way that is so funny"),
    )
    sources = ("Lorenzo-Dus 2016 (compliance testing)", "Morris and Hirst 2012 (the partner's words)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Only after a request of the other; a plain no to an ordinary request counts little."""
        asked = [said for said in scene.before(4, minutes=2_880) if scene.by_other(said)][:3]
        grave = any(not _GRAVE.isdisjoint(said.clues) for said in asked)
        if not grave and not any(IS_REQUEST in said.marks for said in asked[:2]):
            return
        yield self.sighting(scene, (1.0 if grave else 0.45) * max(self.strength(scene), 0.6))
