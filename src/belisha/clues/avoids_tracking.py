"""Sees to it that nobody can tell where the child is."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_YOUR = r"(?:your|ur|yr|ya|the|that)"
_PHONE = r"(?:phone|mobile|fone|cell|tablet|ipad|watch|air ?tag|tracker)"
_SHARED = r"(?:location(?: thing| sharing| services)?|snap ?maps?|find my(?: \w+)?|life ?360|family link|gps|tracker)"
_BEHIND = (
    r"(?:at home|at (?:a |ur |your )?(?:friends?|mates?|\w+s)|in (?:ur|your) (?:locker|room|bag|bed)|at school|"
    r"behind|"
    r"home|there|in the house|with (?:her|him|\w+))"
)
_EVERYDAY = (
    rf"\b(?:put|keep|have) {_YOUR} {_PHONE} (?:on )?(?:off|airplane|flight mode|silent)\b",
    rf"\b(?:leave|left) {_YOUR} {_PHONE} {_BEHIND}\b",
)


class AvoidsTracking(PhraseClue):
    """Approach: the phone stays behind, or no longer tells where the child is."""

    family = Family.MEETING
    decibans = 9
    means = "The sender wants the other's phone to stay behind, or not to tell where he or she is."
    told = "They want nobody to be able to see where you are. Do not go: tell somebody you trust."
    innocent = "Surprises, tests and hikes without a phone; advice on privacy among friends."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:turn|switch|put|take|keep|shut|get|click) (?:off )?{_YOUR} (?:\w+ )?{_SHARED}(?: \w+)? (?:off|on "
            rf"ghost|down|away)\b|\b(?:turn|switch|shut|take) off {_YOUR} (?:\w+ )?{_SHARED}\b|\bghost mode (?:on|"
            rf"first|before|pls|please|when)\b|\b(?:turn|go|put (?:it|snap|ur snap) on) (?:on )?ghost mode\b"
        ),
        (
            rf"\b(?:dont|do not|no) (?:have|leave|bring|take|carry|share)\b (?:\w+ ){{0,2}}(?:{_SHARED}|"
            rf"{_PHONE})\b.{{0,25}}\b(?:on\b|track\w*|follow|see|find|with (?:you|u)|leave it|shes?|they|mum|mom|dad)"
        ),
        (
            rf"\b(?:leave|ditch|forget|hide|lose|dump) {_YOUR} {_PHONE}\b.{{0,45}}\b(?:track|follow|find (?:you|"
            rf"u|out)|"
            r"see where|location|say (?:you|u) forgot|say it|so (?:she|he|they|nobody|no one|noone)|cant (?:see|ring|"
            r"call)|wont (?:see|know))"
        ),
        (
            rf"\b(?:say|tell (?:her|him|them|(?:your|ur) \w+)) (?:that )?(?:{_YOUR}|it) ?(?:{_PHONE}|battery|charge)?"
            r" ?(?:just )?(?:died|ran out|is dead|was dead|broke|s broke|has no|had no|was off|got wet|was in)\b"
        ),
        (
            rf"\b(?:leave|put|switch|turn) {_YOUR} {_PHONE} (?:\w+ )?off\b.{{0,40}}\b(?:location|track|til|till|"
            r"until|when|before|bus|train|from|off the|so)\b"
        ),
        (
            r"\b(?:she|he|they|(?:your|ur) (?:mum|mom|dad|parents|folks)) (?:can|could|will|ll) (?:\w+ )?(?:track|"
            r"trace) (?:you|u|ur|your)\b.{0,40}\b(?:off|leave|delete|so|turn)\b|\b(?:so|then) (?:\w+ ){1,2}(?:cant|"
            r"wont|doesnt|dont|can not) (?:track|trace|find) (?:you|u|us|where)\b"
        ),
    )
    examples = (
        seen("leave ur phone in ur locker so she cant track it"),
        seen("turn ur location off before u leave"),
        seen("say ur battery died"),
        seen("dont bring the phone its got that tracker your mum put on"),
        unseen("leave your phone on the desk, the test begins"),
        unseen("my battery died sorry"),
        unseen("turn the light off"),
        unseen("my phone has no gps"),
    )
    sources = ("Lorenzo-Dus 2016 (approach)", "O'Connell 2003 (risk assessment, conclusion)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups, where surprises and outings are planned."""
        yield self.sighting(scene, self.strength(scene) * (0.35 if scene.conversation.is_group else 1))
