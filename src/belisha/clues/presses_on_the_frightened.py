"""Presses on although the other is afraid or begs."""

from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Said, Scene

_PRESSES = (
    r"\b(?:not enough|no (?:excuses?|instal\w+|more (?:time|chances?|excuses))|tick ?tock|too late|i (?:said|"
    r"want|need) "
    r"(?:\d+|more|it|the|now)|i dont care|dont (?:cry|beg|care|test me|play)|stop (?:crying|begging|wasting)|"
    r"crying wont|"
    r"when i say|do (?:what i|as i|it|the)|then (?:do|send|pay|get|find|sell|take|borrow|ask|father|mother|they|your|"
    r"ur|its|you|u)|or (?:i|it|its|ill|they|everyone|the|your|ur|whole)|how much (?:have|do|can|u|you)|"
    r"(?:\d+|more|another) (?:more|by|now|today|tonight|tomorrow|upi|quid|dollars|mins?|minutes|hours?|secs?)|"
    r"by (?:tonight|tomorrow|midnight|\d+)|(?:you|u) (?:have|got|ve got) (?:till|til|until|\d+)|last chance|"
    r"(?:shall|should|want me to|ready to|about to|gonna) (?:i )?(?:hit |press )?(?:send|post|upload)|"
    r"typing it|uploading|posting|hurry|quick|pay|ask (?:your|ur)|(?:your|ur) (?:mum|mom|dad|father|mother|parents|"
    r"savings|card))\b|^\W*how much\W*$|^\W*[1-9]\d{0,5}\W*$"
)
_AFRAID = (
    r"\b(?:omg|no+|please|pls|plz|stop|wait|dont)(?: (?:omg|no+|please|pls|plz|stop|wait|dont)){1,}\b|"
    r"^\W*(?:please+|pls+|plz+|stop|no+|wait)\W*$|\b(?:gonna|going to) be sick\b|\b(?:crying|shaking|panicking)\b|"
    r"\bill do (?:any ?thing|what ?ever|it|the)\b|\b(?:thats|that is|its|it is) (?:all i (?:have|got)|my whole|"
    r"all my|"
    r"all\b)|\b(?:swear|promise) (?:i )?(?:ill?|il|i will) (?:get|pay|send|find)\b|\b(?:take|took|taken|steal|"
    r"stole|get|"
    r"got) (?:it |\d+ |the money )?(?:from|out of) my (?:mum|mom|mother|dad|father|nan|parent|sister|brother)\w*|"
    r"\b(?:can|ill|i will|give me time) (?:\w+ )?(?:pay|send|do) \d+ (?:every|a|per|each|on|next)\b|"
    r"\bi (?:already )?(?:sent|paid) (?:you |u |it )?\d+|\bwhen will (?:it|this) (?:end|stop)\b|\bkill me\b|"
    r"\bplease (?:mam|maam|miss|sir|bro|man|dont|delete|leave|stop|just|ill|im|my|i)\b"
)
_HARSH = frozenset({"blackmails", "threatens", "demands_payment", "sets_deadline", "threatens_self_harm"})
_LAST = 4
_TWICE = 2


class PressesOnTheFrightened(Clue):
    """Threats: the other begs, pays or cries, and the demand goes on."""

    family = Family.THREAT
    decibans = 8
    means = "The other begs or is afraid, and the sender goes on demanding."
    told = "You asked them to stop and they went on. Stop answering, keep everything, and tell somebody you trust."
    innocent = "Games against the clock, siblings who bargain, and friends who tease."
    marks = {"presses": _PRESSES, "afraid": _AFRAID}  # noqa: RUF012 - read only
    wakes_on = Occasion(0)
    examples = (
        seen(
            "a: i am in your class group now",
            "b: omg no no no",
            "b: please ill do anything",
            "a: not enough",
            "b: stop",
            "a: 3",
        ),
        seen(
            "a: pay me or i post it",
            "b: please dont",
            "a: tick tock",
            "b: i only have 20 thats all i have",
            "a: get more",
        ),
        unseen("a: guess what", "b: omg no no no", "a: we won the cup"),
        unseen("a: 5 more laps", "b: please no", "a: haha"),
        unseen("a: hurry up", "b: ok", "a: quick"),
    )
    sources = ("NCMEC and Thorn 2024 (panic and bargaining)", "detection notes 4.3 (read both sides)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """From the second time on, where the other has begged twice or the sender has threatened."""
        if not self.has_mark(scene.said, "presses") or scene.said.is_jest or scene.sender is None:
            return
        before = list(scene.before(24, minutes=2_880))
        afraid = [place for place, said in enumerate(before) if scene.by_other(said) and self._is_afraid(said)]
        if not afraid or afraid[0] >= _LAST:
            return
        own = [said for said in before if scene.by_sender(said)]
        harsh = any(not _HARSH.isdisjoint(said.clues) for said in own) or not _HARSH.isdisjoint(scene.said.clues)
        pressed = sum(self.has_mark(said, "presses") for said in own)
        if not harsh and (len(afraid) < _TWICE or not pressed):
            return
        sure = harsh + (len(afraid) > 1) + (pressed > 1)
        strength = (0.4, 0.6, 0.8, 1.0)[sure]
        yield self.sighting(scene, strength * (0.5 if scene.conversation.is_group else 1))

    def _is_afraid(self, said: Said) -> bool:
        return self.has_mark(said, "afraid") or "shows_fear" in said.clues
