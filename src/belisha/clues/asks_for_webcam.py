"""Asks to be seen live on camera."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya|the)"
_CAM = r"(?:web ?cam|web ?camera|face ?cam|cams?|camera)"
_CALL = (
    r"(?:video ?(?:call|chat)|vid ?(?:call|chat)|video|vc|ft|face ?time|skype|cam|webcam|cam ?2 ?cam|c2c|facecam|"
    r"cam to cam)"
)
_EVERYDAY = (
    (
        r"\b(?:video|vid|face ?time|skype) ?(?:call|chat) (?:me|with me|later|tonight|tmrw|tomorrow|soon|now|"
        r"sometime)\b|\b(?:face ?time|skype|ft) me\b"
    ),
    (
        r"^\W*(?:face ?time|ft|cam|skype|video call|vc)\W*(?:pls|plz|now|me|tonight)?\W*\?|\b(?:hop|get|jump|"
        r"come) on (?:a )?call\b|\b(?:lets|let us|we could|we can|can we|wanna) (?:[a-z]+ )?(?:do a call|"
        r"voice (?:call|chat)|wifi call)\b|\b(?:wifi|voice) call\b.{0,10}\b(?:min|just|now)"
    ),
)


class AsksForWebcam(PhraseClue):
    """Pictures: asking to be seen live."""

    family = Family.PICTURES
    decibans = 6
    means = "The sender asks the other to come on camera."
    told = "They asked you to turn on your camera."
    innocent = "Families and friends far apart, school lessons and team calls."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:do|d|does|have|got) ?(?:{_YOU} |ur |your )(?:[a-z]+ ){{0,3}}(?:have|got|hav|own|with|has)? ?(?:a |"
            rf"any |ur )?{_CAM}\b|\b{_YOU} (?:got|have|hav|gt) (?:a |ur |any |your )?{_CAM}\b|^\W*(?:got|any|have|"
            rf"hav) (?:a )?{_CAM}\W*\?"
        ),
        (
            rf"\b(?:turn|put|switch|get|flip|pop|have|keep) (?:{_YOUR} |that )?(?:[a-z]+ )?(?:{_CAM}|video|"
            rf"vid) (?:back )?on\b|\b(?:turn|put|switch) on {_YOUR} (?:{_CAM}|video)\b|\b{_CAM} on\b(?! (?:my|the|"
            r"this|your|ur|a|it|at|for the))"
        ),
        (
            rf"\b(?:go|get|come|hop|jump|be|see {_YOU}|see ur face|show (?:me|yourself|urself)|watch {_YOU}|meet|"
            rf"let me see {_YOU}|chat|talk|look at {_YOU}|play) (?:[a-z]+ ){{0,2}}(?:on|in|over|via|thru|by) (?:your |"
            rf"ur |the )?(?:{_CAM}|video|vid|skype|facetime|ft)\b"
        ),
        (
            rf"\b(?:wanna|want to|lets|can we|can i|could we|shall we|will {_YOU}|would {_YOU}|can {_YOU}|"
            rf"could {_YOU}|do {_YOU}|pls|please|just one|one|just|then|have to|do a|for a|"
            rf"gonna) (?:[a-z]+ ){{0,2}}{_CALL}\b(?! (?:game|editing|of|is|was|shop|about|games))"
        ),
        (
            r"\bcam ?(?:2|to|4) ?cam\b|\bc2c\b|\bcam (?:with|for|4) me\b|\bweb ?cam (?:with|for|4) me\b|\b(?:can|"
            r"could|wanna|want to|let me|lemme) (?:i )?(?:see|watch|c) (?:you|u|ya|it|that|ur face) (?:live|"
            r"on there)\b"
        ),
        (
            r"\bshow (?:me |us )?(?:your|ur) (?:pretty |cute |lovely |beautiful )?(?:face|self|bed ?room|smile|"
            r"outfit)\b|\bshow (?:yourself|urself)\b"
        ),
        (
            r"\b(?:private|facecam|face cam|live) (?:stream|live|show|video|call)\b(?: [a-z]+){0,3} (?:me|you|u|us|"
            r"just|only|later|tonight)\b|\bfacecam and\b|\bprivate (?:stream|show)\b"
        ),
        (
            rf"\bis (?:your|ur) (?:{_CAM}|video) (?:on|working|ready|broken)\b|\bwhy (?:is|s|isnt|aint) (?:your|"
            rf"ur) (?:{_CAM}|video) (?:off|on|not|covered)\b|\bwhen (?:are|r) (?:{_YOU}) (?:gonna|going to|"
            r"ever gonna) (?:video|cam|ft|facetime|skype)\b"
        ),
    )
    examples = (
        seen("put ur cam on"),
        seen("do you have a webcam"),
        seen("wanna video call tonight"),
        seen("show me ur face"),
        unseen("the security camera caught the fox"),
        unseen("my camera lens is scratched"),
        unseen("watch this video of a panda"),
    )
    sources = ("Lorenzo-Dus 2016 (sexual gratification, compliance testing)", "IWF: children alone with a webcam")
