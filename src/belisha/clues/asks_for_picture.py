"""Asks for pictures of the other."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya|yourself|urself|ur self|your self)"
_BODY = (
    r"(?:your|ur) (?:[a-z]+ )?(?:face|body|self|outfit|hair|legs|feet|smile|eyes|lips|abs|clothes|dress|uniform|kit|"
    r"pyjamas|pjs|swimsuit|costume|bikini|room|bedroom)"
)
_PIC = r"(?:pics?|piccy|piccies|picz|pix|pictures?|pictires?|photos?|fotos?|selfies?|selfy|snaps?|vids?|videos?)"
_STILL = r"(?:pics?|piccy|picz|pix|pictures?|photos?|fotos?|selfies?)"
_OF_THINGS = (
    rf"(?! (?:[a-z]+ )?(?:of|from|for|4) (?!(?:[a-z]+ )?(?:{_YOU}\b|me\b|what (?:{_YOU}|ur|youre)|where {_YOU}|"
    rf"{_BODY})))(?! (?:day|album|frame|quality|project|folder|editor|perfect))"
)
_EVERYDAY = (
    (
        r"\b(?:send|snd|sned|post|upload|share) (?:the|that|those|some|these|more|a few more|few more|over the|"
        rf"all the) (?:[a-z]+ )?{_PIC}\b{_OF_THINGS}"
    ),
    (
        rf"^\W*(?:more|one more|another|any|1 more) {_STILL}\W*(?:pls|plz|please|now)?\W*$|\bsend another\b|\b(?:any|"
        rf"more|got|have|hav|recent) (?:any |more |a |some )?(?:[a-z]+ )?{_STILL}\W*\?"
    ),
    (
        r"\b(?:what|wat) (?:do|does|d) (?:you|u|ya) look like\b|\bdescribe (?:yourself|urself)\b|\bwhat (?:you|"
        r"u) look like\b"
    ),
)


class AsksForPicture(PhraseClue):
    """Pictures: asking for an image of the child."""

    family = Family.PICTURES
    decibans = 6
    means = "The sender asks for a picture of the other."
    told = "They asked for a picture of you."
    innocent = "Families, friends who share pictures of the day, and homework pages."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:send|sned|snd|show|gimme|give|text|email|shoot|drop|get|share with) (?:me|us) (?!to\b)(?:(?!you\b|"
            rf"u\b|the\b|him\b|her\b|them\b)[a-z]+ ){{0,4}}{_PIC}\b{_OF_THINGS}"
        ),
        (
            r"(?<!want to )(?<!wanna )(?<!ill )(?<!\bi )(?<!not )(?<!dont )(?<!cant )(?<!wont )(?<!never )\b(?:send|"
            r"sned|snd|gimme|gib|upload) (?:a |an |one |another |ur |your |1 |me |over |back |just one |just a |"
            rf"couple |a couple (?:of )?|recent |new |nice |cute |face |little ){{0,3}}{_STILL}\b{_OF_THINGS}"
        ),
        (
            r"\b(?:send|take|want|need|got|any|show|share|post|like|love|for|give|see|u have|you have|do you have|"
            r"do u have|have you got|more|another) (?:me |us |a |an |any |some |more |another |one |just |to see |"
            rf"little ){{0,3}}(?:[a-z]+ )?{_STILL} of (?:just )?(?:{_YOU}\b|what (?:{_YOU}|ur|youre)\b|"
            rf"{_BODY}\b)(?! (?:and your (?:mum|family)|asleep|all|guys|two))"
        ),
        (
            r"\b(?:can|could|may|cud|lemme|let me|wanna|want to|i want|id love|i would love|would love|hope) (?:i |"
            r"2 )?(?:to )?(?:[a-z]+ )?(?:see|c|have|get|hav) (?:a |an |some |ur |your |any |more |another |one |new |"
            rf"recent ){{0,2}}(?:[a-z]+ )?{_STILL}\b{_OF_THINGS}"
        ),
        (
            r"\b(?:do|d|have) ?(?:you|u|ya) (?:[a-z]+ ){0,2}(?:have|got|hav|send|take|want to trade|"
            rf"wanna trade) (?:a |an |any |some |more |other |me ){{0,2}}(?:[a-z]+ )?{_STILL}\b{_OF_THINGS}"
        ),
        (
            rf"\b(?:you|u) (?:got|have|hav|gt) (?:a |an |any |some |more |other )(?:[a-z]+ )?{_STILL}\b{_OF_THINGS}|"
            rf"\bgot (?:a |any )?{_STILL} of (?:you|u)\b|^\W*{_STILL} of (?:you|u|ur|your)\b.{{0,10}}\?|"
            rf"\b{_STILL} (?:for|4) {_STILL}\b|\b(?:lemme|let me|wanna|can i) (?:see|c) (?:u|ya)\W*$"
        ),
        (
            rf"^\W*(?:ur |your |a |any |face |new |just 1 |1 |one )?{_STILL}\W*(?:(?:pls|plz|please|first|now|rn|"
            rf"then|"
            rf"4 me|for me)\W*)*\?|^\W*(?:face ?)?{_STILL} (?:pls|plz|please|first|now|rn)\b|\b{_STILL} by \d|\b(?:i|"
            r"we) (?:just |only |also |still )?need (?:some|a few|your|ur|more|"
            rf"new) (?:[a-z]+ )?{_STILL}\b{_OF_THINGS}"
        ),
        (
            rf"\b(?:trade|swap|exchange) (?:[a-z]+ )?{_STILL}\b|\b(?:you|u|ya) (?:send|show) (?:me )?(?:a |one |ur |"
            rf"your )?{_STILL}[ ,.]{{1,3}}(?:and |then |n )?(?:i|ill)\b|\b(?:ill|i will|i can) (?:send|show) (?:you |"
            rf"u )?(?:one|mine|a {_STILL}|my {_STILL})(?: [a-z]+){{0,3}} (?:if (?:you|u)|first|after|back)\b"
        ),
        (
            r"\btake (?:a |one |some |another |me a |a quick |a few |it |"
            rf"1 )(?:[a-z]+ )?(?:{_STILL} )?(?:[a-z]+ )?(?:for me|4 me|of (?:yourself|urself)|of you|yourself|"
            r"urself)\b|\bpose for me\b|\btake it (?:yourself|urself)\b"
        ),
        (
            rf"\b(?:one|another|1|just one|a new one|new one|something|a {_STILL}) (?:more |last )?(?:just )?(?:for|"
            rf"4) (?:my eyes|me only|just me)\b|\b(?:new|special) (?:one|{_STILL}) just (?:for|4) me\b|"
            rf"\bowe me (?:[a-z]+ ){{0,3}}{_STILL}\b|\bsend (?:me )?(?:one|1)(?: of (?:you|u|urself|"
            r"yourself))?(?: (?:now|first|pls|please|plz|then|back|too))?\W*$"
        ),
        (
            r"\bnot (?:just|only) (?:ur|your) face\b|\b(?:see|show me|c) all of (?:you|u)\b|\b(?:a |"
            r"one )?(?:better|clearer|closer) "
            rf"(?:one|{_STILL})\W*$|\bif i get (?:a|one|another) (?:\w+ )?(?:one|{_STILL})\b|\b(?:face|"
            rf"real face) {_STILL}\b|"
            rf"\bno (?:silly )?(?:ur |your )?real face\b|\b(?:stand up|turn round|turn around|"
            rf"step back) so i (?:can )?see\b|"
            rf"\b(?:yh|yes|now|rn) ?(?:rn|now)? no filters?\b|\bno filters?\b.{{0,12}}\b(?:just|u|you|of)\b|"
            rf"\bshow me (?:ur|your) "
            r"(?:\w+ )?(?:face|smile|room|outfit)\b|\bwanna see who im talking to\b"
        ),
        (
            r"\b(?:see|c|know|wonder|seen|curious|show me|find out) (?:[a-z]+ )?(?:what|wat) (?:you|u|ya) (?:really |"
            r"actually )?look like\b|\b(?:can|could|lemme|let me|wanna) (?:i )?(?:see|c) (?:(?:ur|your) (?:face|"
            r"smile)|(?:you|u|ya)(?: (?:pls|please|plz|now|rn|first))?\W*\?)"
        ),
    )
    unlike = (
        r"\b(?:pics?|photos?|pictures?|snaps?) of (?:the|ur|your|that|my|a|his|her|it|this|page|question|q|what) ?"
        r"(?:\w+ ){0,2}"
        r"(?:worksheets?|homework|hw|page|questions?|notes|board|book|rash|cut|bruise|dog|puppy|cat|bunny|"
        r"hamster|pony|cake|"
        r"dinner|food|receipt|ticket|pass|badge|certificate|medal|trophy|dress|shoes|trainers|kit|car|bike|room|"
        r"view|sunset|"
        r"menu|list|sign|timetable|score|screen|router|meter|form|letter|parcel|box|part|label|drawing|model|"
        r"costume|map)\b"
    )
    examples = (
        seen("send me a pic of u"),
        seen("can i see a photo"),
        seen("pic?"),
        seen("u got any selfies"),
        seen("take one for me now"),
        unseen("send me a pic of the worksheet"),
        unseen("i took a photo of the sea"),
        unseen("the picture on page 9 is funny"),
    )
    sources = ("O'Connell 2003 (relationship forming)", "Black and others 2015", "Thorn 2022")
