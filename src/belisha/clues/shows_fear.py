"""Begs, panics or gives in out of fear."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_THREATS = {
    "blackmails",
    "threatens",
    "demands_payment",
    "sets_deadline",
    "threatens_self_harm",
    "guilt_and_pressure",
    "persists_after_refusal",
} | {"sneaking_out", "arranges_travel", "asks_for_webcam", "asks_for_picture", "jealous_control"}


class ShowsFear(PhraseClue):
    """The child's side: the panic that follows a threat."""

    family = Family.CHILD
    decibans = 8
    of_child = True
    means = "The other shows fear or begs the sender to stop."
    told = "You sound scared. You are not to blame, and somebody can help you now."
    innocent = "Fear of tests, films and spiders; playful begging."
    everyday = (
        (
            r"\bi (?:cant|can not|cannot|can barely|literally cant) (?:breathe?|stop (?:crying|shaking)|"
            r"sleep because|"
            r"take (?:this|it) any)|\bi want to die\b|\b(?:my life is over|im dead if|gonna be sick|feel sick|"
            r"going to be sick)\b.{0,25}\b(?:please|pls|you|u|they|see|out|if|send|this)\b|\bpanic attack\b"
        ),
        (
            r"\bi (?:dont|do not|havent|only) (?:\w+ )?(?:have|got|got any|have any|"
            r"have that much) (?:\w+ )?(?:money|"
            r"cash|\d+|\$|£)\b.{0,30}\b(?:please|pls|swear|im (?:only )?1\d|all|dollars|pounds|left)\b|\b(?:i have|"
            r"ive got|i only have|i got) \d+ (?:thats|that is|its) all\b|\bi (?:already )?(?:paid|sent) (?:you|u|it|"
            r"the money)\b.{0,40}\b(?:said|promised|delete|stop|alone|you|u)\b|\bi (?:paid|sent) (?:you|u|"
            r"the money)\b"
        ),
        (
            r"\b(?:im|i am|i m|am|makes me|making me|ur making me) (?:\w+ ){0,2}(?:scared|frightened|terrified|"
            r"afraid|"
            r"crying|shaking|panicking|freaking out|nervous)\b(?! (?:of (?:spiders|heights|the dark|dogs|clowns|"
            r"the test|flying)|laughing|about (?:the|my) (?:test|exam|game|match)|for (?:the|my|tomorrow)))"
        ),
        (
            r"\b(?:please|pls|plz|bro|omg|i beg|begging|im begging)\W+(?:\w+ )?(?:no|dont|do not|stop|wait|just stop|"
            r"leave|i beg)\b|^\W*no (?:pls|please|plz|wait)\b|^\W*wait+\W*$"
        ),
        (
            r"^\W*(?:omg |oh god )?no+(?: no+)+\b|^\W*(?:stop|please|pls)(?: (?:stop|please|pls))*\W*$|"
            r"\b(?:thats|that is|it is|its) "
            r"(?:my whole card|all (?:i have|ive got|i got|my (?:money|savings)))\b|\b(?:take|took|taken|steal|"
            r"stole|get|got) (?:it |\d+ |the "
            r"money )?(?:from|out of) my (?:mum|mom|mother|dad|father|nan)\w*|\bwhen will (?:it|this) (?:end|"
            r"stop|be over)\b|\bi can "
            r"(?:pay|do|send|give) (?:you |u )?\d+ (?:every|a|per|each)\b"
        ),
        (
            r"\bim (?:so |really )?sorry (?:ok|please|pls|i|dont|for)\b|\b(?:my )?(?:mum|mom|dad|parents) (?:will|"
            r"would|is gonna|are gonna|gonna) (?:literally |actually |so )?(?:kill|hate|disown|murder) me\b"
        ),
    )
    phrases = (
        (
            r"\b(?:please|pls|plz|i beg (?:you|u)|dont|do not|u cant|you cant)\b.{0,25}\b(?:dont|do not|not|"
            r"just)? ?(?:send|post|show|share|leak|upload|tell) (?:it|them|that|this|the|those|my|any ?one|any ?body|"
            r"every ?one|to (?:any|my|every))\b.{0,4}(?:\b(?:please|pls|plz|any ?one|to any ?one|to (?:my|every\w*)|"
            r"i beg|my (?:mum|mom|dad|family|friends|school|parents))\b|$)"
        ),
        (
            r"\b(?:ill|i will|i would|id|i can) do (?:any ?thing|whatever|what ?ever|what (?:you|u) (?:want|say)|"
            r"it (?:just|if you|please))\b(?! (?:for (?:a )?(?:pizza|food|chocolate)|to (?:help|win)))"
        ),
        (
            r"\b(?:please|pls|plz|just) (?:\w+ )?leave (?:me|my \w+|us) (?:alone|out)\b|\bleave me alone (?:please|"
            r"pls|plz|i beg|or)\b|\b(?:im|i am|i) (?:literally |actually )?beg(?:ging)? (?:you|u)\b|\b(?:please|pls|"
            r"plz) (?:\w+ )?(?:stop (?:it|this|doing|threatening|messaging|texting)|let me go|go away|delete (?:it|"
            r"them|the))\b"
        ),
        (
            r"\b(?:you|u) (?:\w+ )?(?:scare|scaring|frighten|terrify) me\b|\b(?:youre|ur|your|you are|"
            r"u r) (?:scaring|"
            r"frightening|threatening|blackmailing|hurting) me\b|\bwhy (?:are|r) (?:you|u) (?:doing this|"
            r"being like this)(?: to me)?\b|\bwhat did i (?:ever )?do to (?:you|u)\b"
        ),
        (
            r"\b(?:you|u) (?:said|promised) (?:you|u)?d? ?(?:would|wouldnt|will|wont|never)? ?(?:\w+ )?(?:delete|"
            r"deleted|stop|not show|show|leave|keep it|send|post)\b|\b(?:please|pls) (?:im|i am) (?:only |"
            r"just )?(?:\d\d|a kid|a child)\b"
        ),
        *everyday,
    )
    examples = (
        seen("b: pay me or i post it", "a: please dont send it to anyone"),
        seen("b: you have 10 minutes", "a: ill do anything please"),
        seen("b: unblock me now", "a: please just leave me alone"),
        unseen("a: im scared of spiders"),
        unseen("a: please dont be late"),
        unseen("a: pls wait for me at the gate lol"),
    )
    sources = ("NCMEC and Thorn 2024 (panic and bargaining)", "detection notes 4.3 (read both sides)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Everyday begging counts only after a threat or pressure of the other; jests do not count."""
        if scene.said.is_jest or not any(scene.by_other(said) for said in scene.before(6)):
            return
        strength = self.strength(scene)
        threatened = any(scene.by_other(said) and not _THREATS.isdisjoint(said.clues) for said in scene.before(12))
        if strength < 1 and not threatened:
            if "scared" not in scene.said.text:
                return
            strength = 0.5
        yield self.sighting(scene, max(strength, 0.7) if threatened else strength * 0.8)
