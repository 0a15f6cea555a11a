"""Promises to keep the chat secret, or says that it is deleted."""

import re
from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_ASKED = {"asks_for_secrecy", "asks_to_delete", "sneaking_out"}
_WISH = (
    r"\b(?:secret|between (?:us|you)|dont (?:tell|say|mention|show)|not a word|delete|deleted|wipe|hide|nobody|no one|"
    r"keep (?:it|this)|private|if (?:your|ur) (?:mum|mom|dad))\b"
)
_BARE = re.compile(r"^\W*(?:(?:i|ok|yes|yeah) )?(?:promise|swear|done|wont)\b")


class PromisesSecrecy(PhraseClue):
    """The child's side: the secret is accepted."""

    family = Family.CHILD
    decibans = 6
    of_child = True
    means = "The other promises to keep the contact secret or says that messages are deleted."
    told = "You promised to keep it secret. You may break such a promise, and nobody should be angry with you."
    innocent = "Surprises, presents and small secrets between friends."
    phrases = (
        (
            r"\b(?:i|we) (?:\w+ )?(?:wont|will not|wouldnt|would never|will never|havent|didnt|never|dont|"
            r"aint) (?:\w+ )?(?:tell|told|say|said|mention|show|snitch)(?:ed)? ?(?:any ?thing|any ?one|any ?body|"
            r"no ?one|nobody|them|her|him|my (?:mum|mom|dad|parents|family|friends|sister|brother)|about (?:you|u|us|"
            r"this)|a soul|a word)?\W*(?:$|\b(?:promise|i promise|ok|dont worry|about|i swear|x|tho)\b)"
        ),
        (
            r"\bi (?:already |just )?(?:deleted|cleared|wiped|erased|hid|renamed|archived) (?:it|them|all|everything|"
            r"the|our|this|that|my (?:messages|chat|history)|u as|you as)\b|^\W*(?:ok |yeah |yes |"
            r"yh )?(?:i )?(?:have )?deleted(?: it| them| all| everything| our)?\b(?! from (?:the )?(?:server|game|"
            r"cart))"
        ),
        (
            r"\b(?:my |your |ur )?lips? (?:are |r )?sealed\b|\b(?:i )?(?:promise|swear)\b.{0,20}\b(?:secret|tell|say|"
            r"anyone|nobody|no one|word)\b|\b(?:ill|i will|i can|il) keep (?:it|this|us|that|quiet|your|ur|"
            r"our) ?(?:a |our |as a )?(?:secret|secrets|quiet|private|between|to my ?self|hidden)?\b|"
            r"\bi can keep (?:a )?secrets?\b"
        ),
        (
            r"\b(?:no ?one|nobody|she|he|they|mum|mom|my mum|my mom) (?:\w+ )?(?:knows?|doesnt know|dont know|"
            r"will know|suspects?|has (?:no|not)) (?:\w+ )?(?:about|idea|anything|were|we|that (?:we|i)|"
            r"i)\b.{0,20}(?:\b(?:us|you|u|this|we|talk|talking|it)\b|$)"
        ),
        (
            r"^\W*(?:i wont|i wouldnt|ok i wont|wont|i promise|promise|ok promise|i swear|done|all gone|ok done|"
            r"yes deleted|ok i will|ofc i wont|just us|only us|ok secret|ok its a secret|"
            r"(?:ok )?our (?:little )?secret)\b\W*(?:promise|i promise|ok|x+|dont worry|lol|haha)?\W*$"
        ),
    )
    marks = {"wish": _WISH}  # noqa: RUF012 - read only
    examples = (
        seen("b: dont tell anyone about us", "a: i wont tell anyone"),
        seen("b: delete this chat", "a: ok i deleted it"),
        seen("b: keep it between us ok", "a: i promise"),
        unseen("a: i promise to bring the ball"),
        unseen("b: is the homework finished", "a: done"),
        unseen("a: i deleted the game to make space"),
    )
    sources = ("Lorenzo-Dus 2016 (isolation)", "Thorn 2022 (secrecy)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Full only after the other wished for secrecy; without any such wish only plain promises, and weakly."""
        earlier = [said for said in scene.before(8, minutes=2_880) if scene.by_other(said)]
        if any(not _ASKED.isdisjoint(said.clues) for said in earlier):
            strength = 0.6 if _BARE.search(scene.said.text) else 1.0
            yield self.sighting(scene, strength * (0.5 if scene.conversation.is_group else 1))
        elif any(self.has_mark(said, "wish") for said in earlier[:4]):
            yield self.sighting(scene, 0.3 if scene.conversation.is_group else 0.6)
