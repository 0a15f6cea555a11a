"""Asks whether the other is alone, or tells it to be."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family
from belisha.scene import Scene

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_ALONE = r"(?:alone|by (?:yourself|urself|ur self|your self|yaself)|on (?:your|ur|yr|ya) own|on (?:your|ur) tod)"
_EVERYDAY = (
    (
        r"^\W*(?:no ?(?:one|body)|any ?(?:one|body)) (?:else )?(?:home|in|around)\b.{0,15}\?|"
        r"^\W*alone\b.{0,15}\?|^\W*(?:so )?(?:is it )?just (?:you|u)\W*\?"
    ),
    (
        rf"\b(?:go|get|come|run|be) (?:[a-z]+ )?(?:to|in|into|up to) {_YOUR} (?:own )?(?:bed ?)?room\b|\b(?:go|get|"
        r"lock yourself|lock urself|hide) (?:to|in|into) the (?:bathroom|toilet|loo)\b|\bso (?:that )?(?:no ?(?:one|"
        r"body)|they|she|he) (?:can |will |could |cant )?(?:hears?|sees?)\b"
    ),
    (
        rf"\b(?:do|does|d|have|got|u|you) (?:[a-z]+ ){{0,2}}{_YOUR} own (?:bed ?)?room\b|\bdo ?{_YOU} share (?:a|"
        rf"{_YOUR}) (?:bed ?)?room\b"
    ),
)


class AsksIfAlone(PhraseClue):
    """Risk assessment: making sure that nobody else is there."""

    family = Family.SELECTION
    decibans = 7
    means = "The sender asks whether the other is alone, or tells the other to be."
    told = "They asked if you are alone."
    innocent = "Parents who look after a child from afar, and friends who plan a visit."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:are|r|is|were) ?(?:you|u|ya) (?:[a-z]+ ){{0,3}}{_ALONE}(?! (?:in (?:this|that|feeling|thinking)|"
            r"with (?:that|this)))"
        ),
        rf"\b(?:will|would) ?{_YOU} be (?:[a-z]+ ){{0,2}}{_ALONE}|\b{_YOU} (?:gonna|going to) be (?:[a-z]+ )?{_ALONE}",
        (
            rf"^\W*(?:so |and |r )?(?:{_YOU}|ur|youre) (?:(?:all|home|at home|there|in|still|on|now|"
            rf"rn) ){{0,2}}{_ALONE}(?! in\b)"
        ),
        rf"\b(?:home|house|all|on here|in|here|left) {_ALONE}\W*(?:(?:rn|now|tonight|today|again|then|yet|or)\W*)*\?",
        (
            rf"\b{_ALONE}\W*(?:rn|now|tonight|then|or (?:what|is|are))?\W*\?|\b(?:alone|on ur own|"
            r"on your own) (?:till|til|until) (?:when|what|wat)\b"
        ),
        rf"\b(?:when|how often|how long|what days?|what time) .{{0,14}}\b{_YOU} .{{0,14}}\b(?:home |left )?{_ALONE}",
        rf"\bdo ?{_YOU} .{{0,10}}\b(?:left|stay|get|have|spend|sit) .{{0,12}}\b{_ALONE}",
        (
            r"\b(?:got|have|has|having|get|had|with) (?:the |ur |your )?(?:[a-z]+ )?(?:house|place|flat|gaff|home|"
            r"room|crib|apartment) (?:all )?to (?:yourself|urself|ur self|your self|yourselves)\b"
        ),
        (
            rf"\bis it (?:just|only) {_YOU}\b|\b(?:just|only) {_YOU} (?:there|home|in|at home|in the house|rn|"
            r"right now|on (?:ur|your) own)\b.{0,8}\?"
        ),
        (
            rf"\b(?:are|r|is) ?{_YOU} in (?:{_YOUR} )?(?:own )?(?:bed ?room|room|bed)\b|"
            rf"^\W*(?:{_YOU} )?in {_YOUR} (?:own )?(?:bed ?)?room\W*\?"
        ),
        (
            rf"\b(?:is|got|got ur|keep) {_YOUR} (?:bed ?room |room )?door (?:shut|closed|locked|open)\b|"
            rf"\bdoor (?:shut|closed|locked)\W*\?|\b(?:shut|close|lock) (?:{_YOUR}|the) (?:bed ?room |"
            r"room )?door\b(?! (?:when|on the way|behind|properly|after))"
        ),
        (
            r"\b(?:no ?(?:one|body)) else (?:in|around|there|near)\b.{0,20}(?:please|pls|ok|yeah|room|\?)|"
            r"^\W*so (?:really |its |literally )?"
            r"no ?(?:one|body)(?: (?:there|home|in|around|else|at all))*\W*(?:\?|$)"
        ),
        (
            r"\b(?:go|get|come|be|find) (?:[a-z]+ )?(?:somewhere|some where|someplace) (?:[a-z]+ )?(?:private|quiet|"
            r"alone|no ?(?:one|body))\b"
        ),
    )
    examples = (
        seen("r u home alone"),
        seen("so youve got the house to yourself"),
        seen("on ur own?"),
        seen("is your door shut"),
        seen("go somewhere private"),
        unseen("you are not alone in this, loads of people fail it"),
        unseen("i did the whole puzzle on my own"),
        unseen("leave me alone"),
    )
    sources = ("O'Connell 2003 (risk assessment)", "Black and others 2015 (risk assessment early in the chat)")

    def strength(self, scene: Scene) -> float:
        """Half, where the same question was already counted as one about who watches."""
        share = 0.5 if scene.has_seen("asks_about_supervision") else 1.0
        return share * super().strength(scene)
