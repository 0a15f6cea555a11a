"""Wants to go on in another app or in private messages."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_APP = (
    r"(?:snap ?chat|snap|snp|insta(?:gram)?|[i1]nsta|ig|discord|disc|dc|telegram|tele|tg|whats ?app|whats ?up app|"
    r"wats ?app|wapp|wa|kik|skype|viber|wickr|signal|messenger|msn|aim|yahoo|yim|omegle|facetime|facebook|fb|"
    r"tik ?tok|hangouts|wire|session|zangi|line app|wechat|imo|threema|imessage|zoom|teams)"
)
_EVERYDAY = (
    (
        r"\b(?:dm|pm|priv|private message|pvt|prvt|inbox) me\b|\b(?:check|look at|open|read|answer|reply to|"
        r"see) (?:[a-z]+ )?(?:your |ur |my |the )?(?:dms?|pms?|private messages?)\b"
    ),
    (
        r"\b(?:this|here|chat here|dis|the) (?:app|site|game|chat|place|thing)? ?(?:is|iz|s|keeps?|"
        r"just)? ?(?:[a-z]+ ){0,2}(?:trash|laggy|censors?|censored|filters?|filtered|blocks|bans|tags|too public|"
        r"being watched|monitored|moderated) ?(?:everything|words|u\b|you|us|my|it|lol|here|$)"
    ),
    (
        rf"\b(?:do|d|are|r) ?{_YOU} (?:[a-z]+ ){{0,2}}(?:have|got|use|hav|on) (?:a |an |any )?(?:fb|facebook|facetime|"
        r"zoom|msn|yahoo|aim|messenger)\b"
    ),
)


class MovesToOtherApp(PhraseClue):
    """Approach: away from where others might look."""

    family = Family.MOVING
    decibans = 5
    means = "The sender wants to go on in another app or in private."
    told = "They want to chat with you in another app or in private."
    innocent = "Groups that change their messenger, and friends who use several apps."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:do|d|have|are|r) ?{_YOU} (?:[a-z]+ ){{0,2}}(?:have|got|use|hav|on|gt) (?:a |an |any |"
            rf"ur own )?{_APP}\b|\bhave ?{_YOU} (?:got )?{_APP}\b"
        ),
        (
            rf"\b{_YOU} (?:got|have|on|use|hav|gt|using) (?:a |an |any |on )?{_APP}\b|^\W*(?:got|have|on|any|hav|"
            rf"use) (?:a |any )?{_APP}\W*\??\W*$"
        ),
        (
            r"\b(?:add|hmu|hit me up|find|text|msg|message|call|write|contact|talk to|chat to|reach|dm|ring|catch|"
            r"follow|meet|see|video call|vc)(?: with)? me (?:[a-z]+ ){0,2}(?:on|at|through|via|over|"
            rf"in) (?:[a-z]+ )?{_APP}\b"
        ),
        (
            r"\b(?:lets|let us|can we|could we|cud we|we can|we could|we should|shall we|wanna|want to|rather|prefer|"
            r"better|easier|switch|move|go|hop|jump|come|chat|talk|carry on|continue|join|speak|meet|use|try|"
            rf"get) (?:[a-z]+ ){{0,4}}(?:to|on|over to|onto|over|in|via|through|2|by|use) (?:[a-z]+ )?(?:{_APP}|dms?|"
            r"pms?|private chat|priv)\b"
        ),
        (
            r"\b(?:lets|can we|shall we|wanna|rather|just|u can|you can|better|pls|please) (?:use|switch to|"
            rf"try) {_APP}\b|\bk use that\b|\b{_APP} (?:is|iz|would be|wud be) (?:[a-z]+ )?(?:better|safer|easier|"
            r"more private)\b"
        ),
        (
            r"\b(?:on|to|use|try|join|in|move to|go to|onto) (?:an ?other|a different|some other|a (?:more )?private|"
            r"a safer|my (?:own |private )|other) (?:app|site|server|platform|game|place|chat|room|website|page|"
            r"link)\b|\b(?:another|other|different) (?:app|site|platform)\b(?: [a-z]+){0,3} (?:ill|i will|send|"
            r"safer|better|easier|private)\b|\bthats why (?:another|a different|the other) (?:app|site)\b"
        ),
        (
            r"\b(?:go|chat|talk|speak|msg|message|write|call|meet|be|do this|this) (?:[a-z]+ ){0,3}(?:somewhere|"
            r"some place|in|more) (?:more )?(?:private|privately|pvt)\b|\b(?:talk|chat|speak|message|"
            r"msg) (?:[a-z]+ )?privately\b|\bgo private\b|\bsomewhere more private\b|\b(?:private|secret) (?:chat|"
            r"room|server|call|voice|dm|channel)\b(?! (?:rule|setting))"
        ),
        (
            r"\b(?:make|create|download|install|get|set up|sign up (?:for|to|on)|dl) (?:[a-z]+ )?(?:an? |the |"
            rf"ur own |your own |a new |a second )?(?:new |second |secret |fake )?(?:{_APP}|account (?:on|4|"
            rf"for) {_APP}|acc on)\b"
        ),
        (
            r"\b(?:just|u can|you can|can u|can you|could u|could you) (?:just )?(?:make|download|install|create|"
            r"get) (?:one|it|an account|an acc|the app)\b.{0,30}\b(?:wont|will|know|min|easy|secret|notice|tonight|"
            r"free|takes?|see)\b"
        ),
        (
            r"\b(?:in|to|into|slide into|hop in|come to|come in|jump in|move to|go to|over in) (?:my |the |your |"
            r"ur )?(?:dms|pms)\b|\bdm (?:voice|call|chat)\b|\bjoin my (?:discord|server|discord server|telegram|"
            r"group)\b|\b(?:talk|chat|speak|message) (?:to me )?(?:somewhere else|on there|over there|elsewhere)\b|"
            r"\bwhats ?app me\b|\btext me instead\b"
        ),
    )
    examples = (
        seen("u got snap?"),
        seen("lets talk on telegram instead"),
        seen("can we go somewhere more private"),
        seen("message me on whatsapp"),
        seen("get discord, its easier"),
        unseen("oh snap, that was close"),
        unseen("the signal is bad on this train"),
        unseen("i saw it on tiktok yesterday"),
    )
    sources = ("Thorn 2022: two thirds were asked to move to another platform", "Lorenzo-Dus 2016 (approach)")
