"""Both sides share a school: teachers, lessons, homework."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class SharesSchoolLife(PhraseClue):
    """Innocence: what both know cannot well be feigned."""

    family = Family.INNOCENCE
    decibans = -6
    means = "Both sides speak of the same school life."
    told = "This looks like somebody from your school."
    innocent = "It is the innocent explanation itself; pupils can harm pupils too."
    phrases = (
        (
            r"\b(?:mr|mrs|ms|mister) [a-z]{3,}\b|\bmiss (?!(?:you|u|ya|me|him|her|it|this|that|the|them|so|out|my|"
            r"your|all|being|ur|those|having|when|how|our|us|going|home)\b)[a-z]{3,}\b|\b(?:miss|sir) (?:said|says|is|"
            r"will|gave|wants|told)\b|\b(?:tell|ask|told|asked|before) (?:miss|sir)\b"
        ),
        (
            r"\b(?:see|c) (?:you|u|ya) (?:in|at|on|before|after) (?:\w+ )?(?:maths?|english|science|chem\w*|biology|"
            r"bio|physics|history|geography|geo|french|spanish|pe|art|class|form|registration|homeroom|school|"
            r"assembly|lunch|break|the bus|practice|training|tutor|period)\b"
        ),
        (
            r"\b(?:did|do|have|done|finish\w*|copy|doing|started) (?:\w+ ){0,3}(?:homework|hw|h w|q ?\d+|question \d+|"
            r"worksheet|essay|coursework|assignment|project|revision|poster|page \d+)\b|"
            r"\bwhats? (?:\w+ )?(?:for )?(?:homework|hw)\b|\b(?:the|that) (?:maths?|science|english|history|french|"
            r"chem\w*|spanish|geo\w*) (?:test|homework|hw|project|teacher|worksheet|lesson|mock|quiz)\b"
        ),
        (
            r"\b(?:sat|sit|sits|sitting) (?:\w+ )?(?:behind|next to|in front of|with) (?:you|u|me|us)\b|\bin (?:our|"
            r"my|ur|your) (?:form|tutor group|set|year group|english class|maths? class|science class|homeroom|"
            r"class)\b|\b(?:period|lesson) [1-6]\b|\bat (?:lunch|break|registration|recess)\b|\bour (?:school|teacher|"
            r"class|year|form)\b"
        ),
        (
            r"\b(?:common denominator|photosynthesis|pythagoras|quadratic|times tables?|spelling test|show and tell|"
            r"sports day|school trip|prom|detention|head ?teacher|assembly|mock exams?|gcses?|a levels?|sats|"
            r"end of year)\b"
        ),
    )
    examples = (
        seen("a: did u do the maths homework", "b: yes see u in form"),
        seen("a: mr odell was so angry", "b: he sits next to me he already knows"),
        seen("a: whats the hw", "b: page 12 miss said"),
        unseen("a: do you have homework", "b: no im 12"),
        unseen("a: how was school", "b: boring we had maths"),
        unseen("a: i miss you", "b: mr bean is on tv"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where both sides do; one shared trait counts half of several."""
        shared = sum(1 for said in scene.before(40) if self.name in said.clues and scene.by_other(said))
        if shared:
            yield self.sighting(scene, 0.6 if shared == 1 else 1.0)
