"""Gives the other a lie to tell, or hides behind one."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_ADULT = (
    r"(?:parents?|rents|folks|mums?|moms?|mam|mummy|mommy|mama|dads?|daddy|mother|father|nan|gran|family|"
    r"teachers?|step ?(?:dad|mum|mom))"
)
_LIE = r"(?:say|tell|im |i am|its|lie|pretend|deny)"


class GivesCoverStory(PhraseClue):
    """Secrecy: what the child shall say when somebody asks."""

    family = Family.SECRECY
    decibans = 7
    means = "The sender tells the other what to pretend, or to hide who he is."
    told = "They told you what to say so that nobody finds out about them."
    innocent = "Surprise parties, and pupils who plan an excuse."
    phrases = (
        (
            rf"\bif (?:{_YOUR} {_ADULT}|she|he|they|any ?(?:one|body)|mum|mom|dad|some ?(?:one|"
            rf"body)) (?:[a-z]+ )?asks?"
            r"(?: (?:you|u|me|us|about|who|where|what|why|i|am|is|it|this|was|were|r|ur|your|we|im))*"
            rf"\W{{0,3}}(?:(?:just |then |{_YOU} |u can )?{_LIE}\b|\?)"
        ),
        (
            rf"\b(?:tell|say to|just tell) (?:{_YOUR} )?{_ADULT} (?:that )?(?:(?:{_YOU}|ur|youre|ull|"
            rf"youll)(?: are| r|"
            r" were)? (?:at|going|gonna|staying|with|sleeping|doing|out|have|got|need)\b|its (?:for |a |"
            r"just )?[a-z]+)"
        ),
        (
            rf"\b(?:tell|say to) (?:them|her|him|{_YOUR} {_ADULT}) (?:that )?(?:im|i am) "
            r"(?:a (?:friend|girl|boy|mate)|your|ur|from)\b"
        ),
        (
            r"\b(?:pretend|say|act like) (?:that )?(?:(?:im|i am) (?:your|ur|a (?:friend|girl|boy|cousin)|from)|"
            r"(?:you|u) dont know me)\b"
        ),
        (
            rf"\b(?:tell|say to) (?:them|her|him|{_YOUR} {_ADULT}) (?:that )?(?:{_YOU} (?:won|found|"
            rf"got given|borrowed|bought|swapped)|"
            r"my (?:mum|mom|dad|sister|parents|wife|mums|moms|dads)s? (?:is |are |be |will |"
            r"ll )?(?:\w+ )?(?:home|there|here|in|driving|coming|"
            r"taking)|(?:the )?(?:club|school|coach|minibus|team) (?:\w+ ){0,2}(?:is|has|drop\w*|tak\w*|"
            r"driv\w*)|(?:theres|there is|its) "
            r"(?:an? )?(?:extra|late|special) \w+|(?:a|your|ur) (?:friend|mate|cousin) gave)|"
            r"\bjust say (?:\w+ )?(?:minibus|practice|training|rehearsal|homework|a (?:friend|mate|girl|boy|"
            r"giveaway))\b|"
            r"\bwhat (?:will|would|are|do) (?:you|u) (?:gonna |going to )?(?:say|tell \w+) if\b"
        ),
        rf"\b(?:tell|lie to) (?:{_YOUR} )?{_ADULT} when\b|\b(?:make|think) up (?:an excuse|a story) (?:for|to tell)\b",
        r"\b(?:save|saved|put|store|list) me (?:[a-z]+ ){0,3}(?:as|under)\b|\bam i saved as\b",
        r"\bchange my (?:name|contact) (?:in|on|to)\b|\b(?:save|put) my number (?:as|under)\b",
    )
    examples = (
        seen("if ur mum asks say im from school"),
        seen("just tell your dad you're at a friends"),
        seen("save me under a girls name"),
        seen("pretend im your cousin"),
        unseen("tell your mum i said hi"),
        unseen("if anyone asks for the ball its in the shed"),
        unseen("dad asked if you are coming"),
    )
    sources = ("NSPCC: secrets and lies as warning signs", "Lorenzo-Dus 2016 (isolation)")
