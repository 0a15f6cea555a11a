"""Threatens to hurt, to find, to tell or to punish."""

import re
from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_GENERIC = re.compile(r"\b(?:kill|murder|smash|batter|regret|sorry|where (?:you|u) live)\b")


class Threatens(PhraseClue):
    """Threats: what happens to the other who does not obey."""

    family = Family.THREAT
    decibans = 12
    means = "The sender threatens the other."
    told = "They threatened you. You did nothing wrong, and you can get help."
    innocent = "Rough jokes between friends and siblings, games and stories."
    everyday = (
        (
            r"\b(?:dont|do not) (?:you|u|ya) (?:ever |even )?dare\b|\b(?:you|u)(?:d)? (?:had )?better (?:not|do|"
            r"answer|send|call|reply|listen|unblock|say yes)\b"
        ),
        (
            r"\bor else\b\W*$|\bwatch (?:your|ur) back\b|\b(?:you|u) (?:really )?(?:dont|do not) want to (?:see|make|"
            r"get) me (?:angry|mad|upset)\b"
        ),
        (
            r"\b(?:i|we) (?:will|can|could|ll)? ?(?:always )?(?:know|knows) where (?:you|u|ur|your) (?:live|house|"
            r"school|family|go|stay|r|are)\b"
        ),
        (
            r"\b(?:ill|i will|im gonna|im going to|imma|i m gonna|gonna) (?:\w+ )?(?:kill|murder|smash|batter|beat|"
            r"punch|stab|hurt) (?:you|u|ya|him|her|(?:your|ur) \w+)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:make|making) (?:you|u) (?:\w+ )?(?:regret|pay|suffer|sorry)\b|\b(?:dont|do not) make me (?:come|do|"
            r"get|hurt|angry|mad|tell)\b|\b(?:ill|i will|im gonna|imma) (?:come (?:and )?)?find (?:you|u)\W*$|"
            r"\bwait (?:till|until) i (?:come|get|find|see|tell)\b.{0,25}\b(?:you|u|your|ur)\b"
        ),
        (
            r"\b(?:ill|i will|i can|i could|im gonna|im going to|imma|gonna|then i|i|and i|we will|well) (?:just |"
            r"easily |always |still )?(?:come|turn up|show up|be|wait|drive|walk) (?:\w+ )?(?:to|at|outside|by|round|"
            r"around|near|past) (?:your|ur) (?:house|home|door|school|place|street|gate|bus stop|work)\b"
        ),
        (
            r"\b(?:ill|i will|i can|im gonna|imma) (?:always |easily |just |still |come )?(?:and )?(?:find (?:you|u|"
            r"out where (?:you|u)) ?(?:live|anyway|wherever|irl|and|if|$)|hunt (?:you|u)|track (?:you|u) down|"
            r"get (?:you|u) back)"
        ),
        (
            r"\b(?:youll|you will|u will|ull|you are gonna|ur gonna|youre gonna|youre going to) (?:really |soon |"
            r"so )?(?:regret|be sorry|pay for (?:this|that|it)|wish (?:you|u)|suffer|get hurt)\b"
        ),
        (
            r"\b(?:ill|i will|i can|im gonna|im going to|imma|ima|i might|i could) (?:just |always |go )?(?:tell|show|"
            r"call|ring|text|message|contact) (?:all )?(?:your|ur) (?:mum|mom|mam|mother|dad|father|parents?|family|"
            r"school|teachers?|head ?teacher|principal|coach|brother|sister|boyfriend|girlfriend|friends)\b(?! (?:to|"
            r"that (?:im|ill|we)|when|about the (?:lift|trip|time)|for|and ask|im|well|thanks|thank|hi|hello|"
            r"what time)\b)"
        ),
        (
            r"\b(?:ill|i will|i can|im gonna|i could|i know how to) (?:get )?(?:your|ur|you|u)r? ?(?:whole |"
            r"entire )?(?:account |acc )?(?:hacked|banned|deleted|hack|ban|report|reported|terminated|arrested|"
            r"expelled|in (?:big |so much )?trouble)\b"
        ),
        (
            r"\b(?:hack|ddos|dox+|swat) (?:you|u|ur|your)\b|\b(?:make|making) (?:your|ur) life (?:hell|a misery|"
            r"miserable)\b|\bgot (?:your|ur) (?:ip|address)\b"
        ),
        (
            r"\b(?:something|smth|bad things?) (?:bad |terrible )?(?:will|is gonna|might|can|could) happen to (?:you|"
            r"u|your|ur)\b|\b(?:hurt|kill) (?:your|ur) (?:mum|mom|dad|family|brother|sister|dog|cat|parents)\b"
        ),
        (
            r"\b(?:if|unless) (?:you|u) (?:block|tell|report|leave|ignore|say|dont|do not|ever)\b.{0,40}\b(?:ill|"
            r"i will|im gonna|i swear|i know|i show|i tell|i come|(?:you|u)(?:ll| will)|ull) (?:\w+ )?(?:find|hurt|"
            r"kill|come|regret|be sorry|show|tell|ruin|hack|get you|get u|make)\b"
        ),
        *everyday,
    )
    examples = (
        seen("ill come to your house"),
        seen("if you block me i will find you"),
        seen("you will regret this"),
        seen("I can tell your parents what you did"),
        unseen("whoever snitches dies lol"),
        unseen("ill come to your house after school if mum says yes", "b: ok cool"),
        unseen("i will tell your mum that we are running late"),
        unseen("mr tate is gonna kill us"),
    )
    sources = ("Thorn 2024 (sextortion threats)", "Cook 2022 (message-level behaviours)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Jests count little, and so do general threats in groups."""
        text = scene.said.text
        if re.search(r"\b(?:if|when) .{0,10}\b(?:mum|mom|dad|parents|they) (?:says?|lets?|is ok|are ok)\b", text):
            return
        strength = self.strength(scene)
        if scene.said.is_jest:
            if _GENERIC.search(text):
                return
            strength *= 0.4
        if scene.conversation.is_group:
            strength *= 0.4
        yield self.sighting(scene, strength)
