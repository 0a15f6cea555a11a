"""Demands money or gift cards for silence."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_SWEETS = r"\b(?:cookies?|twix|snickers|chocolate|biscuits?|crisps|pizza|cake|sweets|candy|ice ?cream|lunch|rent|bus)\b"
_NEAR = {
    "blackmails",
    "threatens",
    "demands_payment",
    "asks_for_picture",
    "sexual_solicitation",
    "sets_deadline",
    "shows_fear",
}


class DemandsPayment(PhraseClue):
    """Threats: the price of silence, from the gift card to the second payment."""

    family = Family.THREAT
    decibans = 9
    means = "The sender demands money, gift cards or a favour for keeping silent or deleting something."
    told = "They want money or gift cards from you. Do not pay: whoever pays is asked for more."
    innocent = "Shared bills, sales and bets between friends."
    everyday = (
        (
            r"\b(?:buy|get|send|pay|need|want|scratch|give)\b.{0,25}\b(?:gift|steam|itunes|apple|google play|amazon|"
            r"razer|paysafe)\s?(?:gift )?cards?\b|\b(?:steam|itunes|apple|razer) card\W*$"
        ),
        (
            r"\b(?:then|just|so|must|gotta|(?:you|u) (?:have|need) to|better) pay\b(?! (?:for|attention|the|by|my|at|"
            r"rent|more|less))|^\W*pay (?:me|now|up)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:pay|send|give)(?: me| us)?\b.{0,20}\d+.{0,30}\b(?:or (?:i|it|ill|everyone|else|your|ur)|unless|"
            r"otherwise)\b|\b(?:unless|until|if) (?:you|u) (?:dont )?pay\b"
        ),
        (
            r"\b(?:pay|send|call|do (?:it|this|what i say)|code|pic|money)\b.{0,25}\b(?:and|then|n) (?:i|ill|i will|"
            r"i can) (?:will )?(?:delete|leave (?:you|u)|forget|go away|wont post|dont post|let (?:you|u) go)\b|"
            r"\b(?:another|\d+) more and (?:its|it is) over\b|\banother \d+ and\b"
        ),
        (
            r"\b(?:you|u) (?:still )?(?:have to|need to|must|gotta|will|better) (?:pay|send) (?:me |"
            r"us )?(?:the )?(?:\w+ )?(?:money|\d+|cash|rest|more|code|codes)\b|\b(?:need|want) (?:\d+|more money|"
            r"another \d+|the rest) (?:\w+ ){0,2}(?:or|by|today|tonight|now|more)\b"
        ),
        (
            r"\b(?:use|take|steal|borrow|ask) (?:it )?(?:your|ur|from your|from ur) (?:mum|mom|dad|parents|brother|"
            r"sister|savings)s? ?(?:card|money|bank|savings|wallet|purse)?\b.{0,20}\b(?:card|money|pay|bank|wallet|"
            r"purse|savings)\b|\b(?:cash ?app|paypal|venmo|zelle|bitcoin|btc|crypto|revolut|western union) (?:me|us|"
            r"or|now|it|tag)\b"
        ),
        (
            r"\b\d+ (?:more )?(?:upi|gpay|paytm|phonepe|btc|usdt)\b|\bbalance (?:by|before|tonight|tomorrow|"
            r"evening|today)\b|"
            r"\bno instal\w+\b|\bshare (?:the )?(?:screenshot|receipt|proof) (?:after|of|when) (?:the )?pay\w*|"
            r"\bthat was (?:only )?"
            r"for the (?:first|last|1st|one)\b"
        ),
        *everyday,
    )
    marks = {"sweets": _SWEETS}  # noqa: RUF012 - read only
    examples = (
        seen("send the code and i delete it"),
        seen("pay me 50 or everyone gets it"),
        seen("a: i post it to your whole school unless you listen", "b: please", "a: buy a steam card"),
        unseen("how much do i owe you for lunch"),
        unseen("i had a gift card on my account"),
        unseen("pay attention in class"),
    )
    sources = ("NCMEC and Thorn 2024 (financial sextortion)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Everyday wording counts little unless threats, pictures or fear stand nearby."""
        strength = self.strength(scene)
        if strength < 1:
            near = any(not _NEAR.isdisjoint(said.clues) for said in scene.before(14, minutes=2_880))
            strength = 0.9 if near or "blackmails" in scene.said.clues else 0.2
        if scene.said.is_jest or self.has_mark(scene.said, "sweets"):
            strength *= 0.2
        yield self.sighting(scene, strength * (0.5 if scene.conversation.is_group else 1))
