"""Wants the child to come alone."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class WantsNobodyAlong(PhraseClue):
    """Approach: nobody else shall be there."""

    family = Family.MEETING
    decibans = 7
    means = "The sender wants the other to come alone."
    told = "They want you to come alone. Whoever means well has nothing against your bringing somebody."
    innocent = "Dates, and a lift or a ticket that is for two."
    everyday = (
        r"\b(?:just|only) (?:the )?(?:2|two) of us\b|\bjust us (?:2|two)\b",
        r"\bjust (?:you|u) (?:and|n) me\b|\bjust me (?:and|n) (?:you|u)\b",
    )
    phrases = (
        *everyday,
        (
            r"\b(?:come|cum|go|meet me|be (?:there|out)|b there|turn up) (?:there |out )?(?:alone|on (?:your|ur) own|"
            r"by (?:your|ur|you|u)r? ?self)\b(?! (?:with (?:that|this|it)|in this|to the (?:nurse|office)|"
            r"and ?your))|"
            r"\bcome without (?:your|ur)\b|^\W*(?:and )?alone "
            r"(?:ok|yeah|yh|remember|pls|please)\b"
        ),
        (
            r"\b(?:dont|do not|no need to|never|without) (?:bring|bringing|take|invite|inviting) (?:any ?(?:one|"
            r"body)|a friend|(?:your|ur|any) (?:friends?|mates?|sister|brother|cousin)|[a-z]+ along)\b"
            r"(?!.{0,12}\b(?:gifts?|presents?|food|drinks?)\b)"
        ),
        (
            r"\b(?:nobody|no one|noone|no friends|no mates) (?:else )?(?:with (?:you|u)|comes|can come|coming|"
            r"along)\b.{0,15}(?:ok|just|promise|only|$)|\bif (?:you|u) bring (?:some|any)(?:one|body)\b"
        ),
    )
    examples = (
        seen("meet me there, come alone ok"),
        seen("dont bring anyone with you"),
        unseen("i went there on my own"),
        unseen("dont bring anything, we have food"),
        unseen("you are not alone with that"),
    )
    sources = ("Lorenzo-Dus 2016 (approach)", "Chiang and Grant 2017 (planning a meeting)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups."""
        yield self.sighting(scene, self.strength(scene) * (0.35 if scene.conversation.is_group else 1))
