"""Somebody of a help line or a counselling service listens and asks what such people ask."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_LAST = 40
_HIDING = {"asks_for_secrecy", "asks_for_picture", "blackmails", "threatens", "moves_to_other_app", "offers_gift"}


class Counsels(PhraseClue):
    """Innocence: questions about age, place and being alone that keep somebody alive."""

    family = Family.INNOCENCE
    decibans = -9
    means = "The sender asks and answers as a help line or a counsellor does."
    told = "You talk to somebody whose work it is to help."
    innocent = "It is the innocent explanation itself; it can be played, so it counts only where nothing is hidden."
    phrases = (
        (
            r"\b(?:reached|welcome to|here at|writing to|volunteer (?:at|with|for)|from) (?:the |our |a )?(?:\w+ )?(?:"
            r"text|chat|help|crisis|child|support|listening|counselling) ?line\b|\bi(?:m| am) (?:a|your) (?:trained )?"
            r"(?:counsellor|counselor|volunteer|listener|youth worker)\b"
        ),
        (
            r"\b(?:are|were|have) you (?:been )?(?:thinking|thought) (?:about|of) (?:ending|killing|hurting|harming|"
            r"suicide|dying)\b|\bend(?:ing)? your life\b|\bto hurt yourself\b|\bthoughts of suicide\b"
        ),
        r"\b(?:somewhere|are you) safe (?:right now|at the moment|tonight|just now)\b|\bin (?:immediate|any) danger\b",
        (
            r"\bthank(?:s| you) for (?:telling|trusting|sharing|reaching out)\b|\bthat sounds (?:so |really |very )?(?:"
            r"heavy|hard|painful|frightening|lonely|tough)\b|\btook (?:a lot of )?courage\b"
        ),
        r"\b(?:what|which) support (?:fits|you|there)\b|\b(?:wake|call|tell) (?:\w+ ){0,2}(?:you trust|an ambulance)\b",
    )
    examples = (
        seen("a: hi, youve reached the text line", "b: hi", "a: are you somewhere safe right now"),
        seen("a: thank you for telling me, that sounds so heavy", "b: yeah", "a: are you thinking of ending your life"),
        unseen("a: that sounds really hard"),
        unseen(
            "a: thanks for telling me", "b: ok", "a: dont tell anybody, send me a pic", "b: no", "a: that sounds hard"
        ),
        unseen("a: i work for a phone line"),
    )
    sources = ("invented scenes of help lines", "layout 8.5 (spotting and excusing are separate)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """At the second such message of one speaker, where he has asked for nothing that is hidden."""
        before = list(scene.before(_LAST))
        own = [said for said in before if scene.by_sender(said)]
        if len(own) == len(before):
            return  # nobody answers: one side can feign anything
        if any(self.name in said.clues for said in own) and not any(_HIDING & set(said.clues) for said in own):
            yield self.sighting(scene)
