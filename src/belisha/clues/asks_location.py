"""Asks where the other lives, goes to school or can be found."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya|yu)"
_YOUR = r"(?:your|ur|yr|ya)"
_WHAT = r"(?:what|which|wat|wot|whats|wats)"
_ADDRESS = r"(?:address|addy|addres|postcode|post code|zip code|zip|exact location|location|home town|hometown)"
_EVERYDAY = (
    (
        rf"\b(?:where|were|wher|whereabouts|wheres) (?:abouts )?(?:exactly )?(?:are |r |do |d )?{_YOU} (?:abouts|from|"
        r"frm|based|located)\b"
    ),
    (
        rf"\bwhere ?r ?u (?:from|frm)\b|\b(?:whereabouts|where abouts) (?:are|r) ?{_YOU}\b|^\W*{_WHAT} (?:part|bit|"
        rf"side) of [a-z]+\W*$|^\W*(?:so )?(?:{_YOU}|ur) from\b.{{0,20}}\?"
    ),
    (
        rf"\b(?:do|d|did) ?{_YOU} live (?:near|in|close|by|around|far|anywhere|next)\b|"
        rf"^\W*(?:so )?{_YOU} live (?:near|in|close|by|round)\b"
    ),
    (
        rf"\b(?:are|r) ?{_YOU} (?:anywhere )?(?:near|close to|close by|nearby|local)\b|^\W*(?:so )?{_YOU} (?:near|"
        r"close to|local)\b.{0,25}\?"
    ),
)


class AsksLocation(PhraseClue):
    """Selection: finding out where the child lives and how near it can be reached."""

    family = Family.SELECTION
    decibans = 3
    means = "The sender asks where the other lives, goes to school or can be found."
    told = "They asked where you live or where you go to school."
    innocent = "Friends who meet, deliveries, and the small talk of people from different countries."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"(?<!know )(?<!knows )\b(?:where|were|wher|whereabouts|"
            rf"wheres) (?:abouts )?(?:exactly )?(?:in [a-z]+ )?(?:(?:are|r|do|d|did) ?)?{_YOU} (?:all )?(?:live|livin|"
            r"living|stay|staying|go to school|go school|at school)\b"
        ),
        (
            rf"\b(?:where|where ?abouts|whereabouts|{_WHAT} (?:part|bit|end|side)) (?:of |"
            rf"in )(?:the )?[a-z]+ (?:[a-z]+ )?(?:(?:are|r|do|d) ?)?{_YOU}\b"
        ),
        (
            rf"\b{_WHAT} (?:is )?(?:the )?(?:city|town|state|country|county|area|village|street|road|estate|suburb|"
            rf"neighbou?rhood) (?:(?:do|d|are|r|is) )?(?:{_YOU}|{_YOUR}|that|it)\b"
        ),
        (
            rf"\b{_WHAT} (?:city|town|street|road|village|part of town|area|neighbou?rhood|state)\W*(?:(?:tho|though|"
            r"then|exactly|r u|are you|u|in)\W*)*$"
        ),
        (
            rf"\b{_WHAT} (?:[a-z]+ )?(?:school|college|primary|secondary) (?:(?:do|d|are|r|did) ?)?{_YOU} (?:go|at|"
            r"attend|in|goin|from)\b"
        ),
        (
            rf"\b(?:whats|wats|wots|what is|wat is|what) (?:the name of )?{_YOUR} (?:school|schools|"
            r"college)\b(?! (?:like|uniform|rule))"
        ),
        (
            r"\b(?:whats|wats|wots|what is|wat is|what|tell me|give me|gimme|send(?: me)?|text me|share|drop|need|"
            rf"want|got) {_YOUR} (?:home |full |house |street |exact |live )?{_ADDRESS}\b|\b{_YOUR} {_ADDRESS}\W*\?|"
            rf"\bwhere(?:s| is) {_YOUR} (?:house|home|school|flat|place)\b"
        ),
        rf"\bhow (?:far|close|near) (?:away )?(?:are|r|do|is) ?(?:{_YOU}|{_YOUR} (?:house|place|school))\b",
        (
            rf"\b(?:is it|is that|is yours|is {_YOUR} house) (?:the |on |in |at |near |by |opposite )+(?:street|road|"
            r"house|flat|block|estate|one|school|big|corner|park|shop)\b"
        ),
        (
            rf"\b(?:which|what|wat) (?:way|bus|bus stop|stop|route|train) (?:do|d|does) ?{_YOU} (?:walk|get|take|go|"
            r"use|catch|come)\b"
        ),
    )
    examples = (
        seen("where do u live"),
        seen("which town tho"),
        seen("what school u go to"),
        seen("whats ur address"),
        seen("how far r u from leicester"),
        unseen("where do you want to meet"),
        unseen("i live in a tiny flat with two cats"),
        unseen("where are my keys"),
    )
    sources = ("O'Connell 2003 (risk assessment)", "ChatCoder 2 (personal information exchange)")
