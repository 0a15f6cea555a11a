"""Asks about boyfriends, girlfriends and kisses."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_LOVE = r"(?:boy ?friends?|girl ?friends?|bf|gf|bfs|gfs|bae|crush|other half|partner)"
_EVERYDAY = (
    (
        rf"\b(?:do|d|does|have|got) ?{_YOU} (?:[a-z]+ )?(?:have |got |hav )?(?:a |any )?crush\b|\b(?:is|was) (?:he|"
        rf"she|that) {_YOU}r? {_LOVE}\b|\b(?:whats|wats|what is) (?:your|ur) type\b"
    ),
    (
        rf"\bdo ?{_YOU} (?:like|fancy) (?:any ?(?:one|body)|boys|girls|guys)\b|\b(?:hows|how is) {_YOU}?r? ?(?:your |"
        rf"ur )?love life\b|\bwhy did {_YOU} (?:two |guys )?(?:break up|split)\b|\bever been in love\b"
    ),
)


class AsksRelationshipHistory(PhraseClue):
    """Finding out: how experienced the child is."""

    family = Family.SELECTION
    decibans = 4
    means = "The sender asks about the other's boyfriends, girlfriends or kisses."
    told = "They asked if you have a boyfriend or girlfriend or have kissed someone."
    innocent = "Gossip among classmates, and flirting between people of one age."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:do|d|does|have|got|havent) ?{_YOU} (?:[a-z]+ ){{0,2}}(?:have|got|hav|a|any|has) (?:a |any |"
            rf"ur )?(?:[a-z]+ )?{_LOVE}\b"
        ),
        (
            rf"\b{_YOU} (?:got|have|hav|gt|has) (?:a |an |any )(?:[a-z]+ )?{_LOVE}\b|^\W*(?:so |and )?(?:got |have |"
            rf"any |hav |no )?(?:a |any )?{_LOVE}\W*\?|^\W*(?:so )?{_YOU} single\b|\bhow come {_YOU} (?:dont|do not|"
            rf"havent) (?:have|got) a {_LOVE}\b"
        ),
        (
            rf"\b(?:are|r) ?{_YOU} (?:[a-z]+ )?(?:single|taken|seeing (?:any ?(?:one|body)|some ?one)|dating|"
            rf"in a relationship|with any ?one|going out with)\b|\b(?:{_YOU}|ur|youre|still) single\W*\?|"
            r"^\W*single\W*\?"
        ),
        (
            rf"\b(?:have|did|had|has|hav|uve|youve)? ?(?:{_YOU} )?ever (?:been |even )?(?:kissed|kiss|french kissed|"
            rf"made out|snogged|dated|been with|had a (?:{_LOVE}|kiss|date|first kiss|guy|girl)|gone out with|"
            r"hooked up|been on a date|done (?:anything|stuff) with)\b"
        ),
        (
            rf"\bhow many (?:{_LOVE}|guys|boys|girls|people|lads|"
            rf"ppl)(?: [a-z]+){{0,2}} {_YOU} (?:[a-z]+ )?(?:been with|had|kissed|dated|gone out|slept|have|"
            rf"made out)\b|\bhow many {_LOVE} (?:have|did|do) {_YOU}\b"
        ),
        (
            rf"\b(?:when|who|whens|whos|how long) (?:was|is|did|were) (?:{_YOU}r? |ur |your |the |since )?(?:last |"
            rf"first |ex )?(?:time {_YOU} had a )?(?:{_LOVE}|kiss|date)\b|\b(?:your|ur) (?:last|ex|first) (?:{_LOVE}|"
            r"kiss)\b.{0,25}\?"
        ),
        (
            rf"\b(?:never|not|havent) (?:been |had )?(?:kissed|a (?:{_LOVE}|kiss))(?: before| yet| ever)?\W*\?|"
            rf"\b(?:first|1st) kiss\W*\?|\b(?:your|ur) (?:{_LOVE}) (?:treat|know about|mind|jealous|there|there\?|"
            rf"older|live)\b.{{0,20}}\?|\bdoes (?:your|ur) (?:{_LOVE})\b"
        ),
        (
            rf"\b(?:what|how) (?:far|much) (?:have|did|has) {_YOU} (?:[a-z]+ )?(?:gone|done|"
            rf"go)\b(?: [a-z]+){{0,3}} (?:guy|boy|girl|him|her|{_LOVE})|\bhow far have {_YOU} (?:ever )?gone with\b|"
            r"\b(?:like|into|prefer|date) (?:older (?:guys|men|boys|girls|women)|guys or girls|boys or girls)\b"
        ),
    )
    examples = (
        seen("do u have a bf"),
        seen("are you single"),
        seen("have you ever kissed anyone"),
        seen("got a boyfriend?"),
        unseen("my boyfriend is picking me up"),
        unseen("we kissed the trophy after the match"),
        unseen("every single time"),
    )
    sources = ("ChatCoder 2 (relationship exchange)", "O'Connell 2003 (relationship forming)")
