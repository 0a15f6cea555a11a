"""Threatens to harm himself if the other leaves, tells or refuses."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_LEVERAGE = (
    r"\b(?:if|unless|when|because of|cos of|coz of|without|cause of) (?:you|u|ya)\b|\b(?:your|ur) (?:fault|hands|"
    r"conscience)\b|\b(?:you|u)(?:ll| will)? (?:chose|choose|did|made|never see|be (?:sorry|the reason))\b|"
    r"\bonly (?:one|person|reason|thing)\b|\b(?:dont|do not) (?:leave|go|block)\b"
)


class ThreatensSelfHarm(PhraseClue):
    """Pressure: making a child answer for the sender's life."""

    family = Family.PRESSURE
    decibans = 9
    means = "The sender speaks of harming himself, so that the other stays, gives in or keeps silent."
    told = "They said they would hurt themselves if you do not obey. That is not your fault."
    innocent = "Real despair: then it is a cry for help, and a reason to care for the sender too."
    phrases = (
        (
            r"\b(?:ill|i will|im gonna|im going to|imma|i might|i swear ill|id|i would|gonna|i should|i wanna|"
            r"i want to|make me) (?:\w+ ){0,2}(?:kill|hurt|cut|harm|off|unalive|end) (?:my ?self|it all|my life)\b"
        ),
        (
            r"\b(?:if|unless) (?:you|u|ya) .{0,40}\b(?:ill|i will|im|i might|i swear|id|i would) (?:\w+ ){0,2}(?:die|"
            r"dead|gone|jump|end it|do it|kms|overdose|od|not (?:be )?(?:here|alive))\b"
        ),
        (
            r"\b(?:ill|i will|id|i would|i might|im gonna) (?:just |literally |actually |prob |probably )?(?:die|jump|"
            r"overdose|kms) .{0,12}\b(?:without|if) (?:you|u)\b"
        ),
        (
            r"\b(?:i) (?:cant|cannot|wont|dont want to|couldnt) (?:live|go on|carry on|survive|exist)(?: any ?more|"
            r" this life)? (?:without|if) (?:you|u)\b|\bnothing to live for\b.{0,20}\b(?:without|if|but|"
            r"except) (?:you|u)\b"
        ),
        (
            r"\b(?:you|u|youre|ur|your) .{0,12}only (?:one|person|reason|thing) .{0,20}\b(?:alive|live|living|going|"
            r"here|breathing)\b"
        ),
        (
            r"\b(?:my (?:blood|death)) .{0,12}\b(?:on|hands?|fault|you|u)\b|\bi wont be (?:here|alive|"
            r"around) (?:tomorrow|tmrw|tonight|any ?more|much longer|in the morning)\b"
        ),
        (
            r"\b(?:you|u)(?:ll| will)? never (?:see|hear from) me again\b.{0,20}\b(?:ever|bye|goodbye|fault|dead|die|"
            r"alive)\b|\bgoodbye\b.{0,25}\b(?:you|u) (?:chose|did|made|wanted) (?:this|it)\b"
        ),
        (
            r"\b(?:do )?(?:you|u) want me (?:to die|dead|to (?:kill|hurt) myself)\b|\bi swear (?:\w+ )?(?:ill|"
            r"i will) do it if (?:you|u)\b|\b(?:you|u) know what (?:happens|ill do|i do|i did|i might do) (?:when|if|"
            r"last time)\b"
        ),
    )
    marks = {"leverage": _LEVERAGE}  # noqa: RUF012 - read only
    unlike = r"\bim (?:so |literally )?(?:dead|dying)\b"
    examples = (
        seen("ill kill myself if you leave me"),
        seen("if u tell anyone im gone for real i will do it", "i cant live without you"),
        seen("you are the only person keeping me alive"),
        unseen("i will kill myself laughing lol"),
        unseen("the film was so long i nearly died"),
        unseen("i cut myself on the can opener"),
    )
    sources = ("NSPCC/Swansea TIME", "Thorn 2024 (sextortion and self-harm)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Without the other as the reason it is a worry about the sender, and weak as evidence."""
        if scene.said.is_jest:
            return
        is_lever = self.name in scene.said.read or self.has_mark(scene.said, "leverage")
        yield self.sighting(scene, 1.0 if is_lever else 0.3)
