"""Says that the talk feels wrong."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class ShowsDiscomfort(PhraseClue):
    """The child's side: unease and doubt."""

    family = Family.CHILD
    decibans = 5
    of_child = True
    means = "The other shows that the talk feels wrong."
    told = "You said that it feels wrong. Trust that feeling."
    innocent = "Teasing between friends about odd tastes and jokes."
    everyday = (
        (
            r"\b(?:thats|that is|its|it is|this is|ur|youre|you are|u r|ok|bit|kinda|sounds|feels|thats kinda|"
            r"u sound) (?:\w+ ){0,2}(?:weird|wierd|creepy|sus|odd|strange|cringe)\b|^\W*(?:weird|creepy|sus|ew+|eww|"
            r"wtf)\W*$"
        ),
        (
            r"\bwhy (?:do|would|did) (?:you|u|ya) (?:even |always |keep )?(?:want|need|ask|asking|care|wanna)\b|"
            r"^\W*(?:y|why) (?:do|r|are) u (?:want|asking)|\bwhat for\W*$|\bhow (?:do|did) (?:you|u) (?:know|"
            r"get) (?:that|my|me|where)\b"
        ),
        (
            r"\bdo i know (?:you|u)\b|\b(?:thats|its|bit|too|very|kinda|really) (?:a )?(?:\w+ )?personal\b|"
            r"\bcan (?:you|u) (?:please |pls |just )?stop\W*$|\bi (?:dont|do not|dnt) (?:even |really )?know (?:you|u|"
            r"who (?:you|u|this))\b|\bwho (?:are|r) (?:you|u) (?:really|even)\b|\bwho(?:s| is) this really\b"
        ),
    )
    phrases = (
        (
            r"\b(?:youre|ur|you are|u r|your|thats|this is|its) (?:\w+ )?(?:creeping|freaking|weirding|scaring|"
            r"grossing) me(?: out)?\b|\b(?:creeps?|freaks?|weirds?|grosses) me out\b"
        ),
        (
            r"\b(?:i|im|i am) (?:\w+ )?(?:dont|not|do not|never|un) ?(?:\w+ )?(?:feel |feeling )?(?:comf(?:y|"
            r"ortable)?|safe|right|good|ok) (?:with|about|doing|talking|sending|telling)\b|\bi (?:\w+ )?(?:dont|"
            r"do not|not) feel (?:\w+ )?(?:comf|comfy|comfortable|safe)\b|\buncomf(?:y|ortable)\b|"
            r"\bfeels? (?:\w+ )?(?:wrong|weird|off|uncomfortable|dodgy)\b"
        ),
        (
            r"\b(?:please |pls |plz |can (?:you|u) |just )?stop (?:asking|texting|messaging|msging|calling|writing to|"
            r"talking to|bothering|following|spamming|pressuring) (?:me|for|to me)\b|\b(?:please |pls |"
            r"plz )stop (?:asking|texting|messaging|doing (?:this|that)|being weird)\b|^\W*stop asking\b|"
            r"\bstop being (?:weird|creepy)\b"
        ),
        (
            r"\b(?:are|r|is|ur|youre|u) (?:you|u|this)? ?(?:a |an |some )?(?:\w+ )?(?:pedo|paedo|peado|pedophile|"
            r"paedophile|predator|groomer|creep|perv|nonce|catfish|catfishing|old man|grooming)\b|\b(?:you|u) (?:pedo|"
            r"paedo|perv|creep|nonce)\b"
        ),
        (
            r"\b(?:youre|ur|you are|u r|thats|your|isnt that|arent u|arent you|ur like) (?:\w+ ){0,2}too (?:old|"
            r"young)\b(?! for (?:school|that))|\b(?:you|u) (?:seem|sound|look) (?:\w+ )?(?:old|older|like an adult|"
            r"like a grown)\b|\bu talk like (?:my|a|an) (?:grand\w+|old|adult|dad|teacher)\b"
        ),
        (
            r"\bi (?:shouldnt|should not|probably shouldnt|dont think i should|dont think im|dont think i am|"
            r"am not meant to|shouldnt rly|prob shouldnt) (?:\w+ )?(?:talk|be talking|tell|send|say|do|meet|allowed|"
            r"supposed|chat|be doing|give|share)\b|\bi dont like (?:this|that|it when|lying|how|keeping|secrets|"
            r"where this)\b|\b(?:mum|mom|dad|parents|teacher|school) (?:\w+ )?(?:says?|said|"
            r"told me) (?:\w+ ){0,3}(?:not to|never|dont) (?:talk|speak|tell|send|give|share|meet)\b"
        ),
        (
            r"\b(?:you|u) (?:keep|kept|always|only ever) (?:on )?(?:asking (?:me|for|about|that|the same)|"
            r"messaging me|texting me|bothering|pressuring)\b|\bim (?:\w+ )?(?:blocking|reporting|gonna block|"
            r"gonna report|going to block|telling) (?:you|u|my (?:mum|mom|dad|parents)|the)\b|\bill (?:block|"
            r"report) (?:you|u)\b|\bleave (?:me|my \w+) (?:alone|out of)\b"
        ),
        *everyday,
    )
    examples = (
        seen("b: hi again", "a: youre creeping me out"),
        seen("b: where do you live", "a: i dont feel comfortable with this"),
        seen("b: send it", "a: please stop asking me that"),
        unseen("a: that cat is so weird lol"),
        unseen("a: stop talking in class sir will see"),
        unseen("a: the film was creepy haha"),
    )
    sources = ("Morris and Hirst 2012 (the partner's words)", "NSPCC/Swansea TIME")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Jests do not count where the wording is everyday; nothing to answer, nothing felt."""
        strength = self.strength(scene)
        if not any(scene.by_other(said) for said in scene.before(6)):
            return
        yield self.sighting(scene, strength * (0.5 if scene.said.is_jest else 1))
