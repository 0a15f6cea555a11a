"""Talks about grooming: news, lessons, warnings, quotations."""

import re
from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_OF_ONESELF = re.compile(
    r"\b(?:im|i am|am i|r u|are you|are u|ur|youre|u) (?:not |no |like |def |a |an |some ){0,2}(?:groom|predator|pedo|"
    r"paedo)"
)


class TalksAboutGrooming(PhraseClue):
    """Innocence: naming the tactics to warn of them."""

    family = Family.INNOCENCE
    decibans = -6
    means = "Grooming and safety are themselves what the talk is about."
    told = "You talk about staying safe."
    innocent = (
        "It is the innocent explanation itself; offenders joke about it too, so it counts only where others join in."
    )
    phrases = (
        (
            r"\b(?:groomers?|groomed|online grooming|grooming (?:case|gang|trial|children|kids|online|warning|talk|"
            r"lesson|victims?)|about grooming|child abuse|sextortion|stranger danger|predators? (?:online|on|in)|"
            r"online predators?|online safety|internet safety|e safety|safer internet|ceop|nspcc|internet watch)\b"
        ),
        (
            r"\b(?:warning|red) (?:signs?|flags?)\b|\b(?:tell|told|show) (?:a |an |your |ur )?(?:trusted |grown ?up|"
            r"trusted adult|adult)\b|\bgrown ?up anyway\b|\b(?:screenshot|block)(?:,| and| then)? (?:block|report|"
            r"tell)\b|\bnever in trouble\b|\breport (?:that|the|this|his|her) account\b|\bhelpline\b"
        ),
        (
            r"\b(?:the|an?|this) (?:article|piece|news|reporter|documentary|court|judge|assembly|police (?:officer|"
            r"woman|man)|teacher) (?:\w+ )?(?:says?|said|about|told|showed|heard|put|on)\b|\bthe trial\b|\bjailed\b|"
            r"\b(?:victims|arrested|charged with|sentenced)\b"
        ),
        (
            r"\b(?:what|which) (?:\w+ )?(?:do|would|should|if) (?:you|u|she|he|they|we)? ?(?:do|say|someone|"
            r"somebody)\b.{0,20}\b(?:if (?:some ?one|somebody|a stranger)|online|asks?|says|said)\b|\bif (?:someone|"
            r"somebody|a stranger) (?:\w+ )?(?:asks?|says|said|wants|sends|online)\b|\bsome ?one (?:\w+ )?(?:asked|"
            r"told|sent) (?:my|him|her) (?:\w+ )?.{0,20}\b(?:game|chat|online|login|old|skins)\b"
        ),
    )
    examples = (
        seen("a: did you read about the grooming trial", "b: yes the article says he was jailed"),
        seen("a: what do you do if someone asks for a photo", "b: tell a grown up anyway"),
        seen("a: online safety lesson today", "b: stranger danger again"),
        unseen("a: im not a groomer lol", "b: ok"),
        unseen("a: the dog needs grooming", "b: yes"),
        unseen("a: are you a predator", "b: no lol"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where somebody else does too; never where it is denied of oneself."""
        if not _OF_ONESELF.search(scene.said.text) and self.is_borne_out(scene, 20):
            yield self.sighting(scene)
