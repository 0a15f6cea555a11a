"""Ties a reward to doing what is asked, or calls in the debt for earlier presents."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_DO = (
    r"(?:send|show|do|come|call|meet|let|take|add|say|keep|promise|wear|turn|put|stay|agree|behave|listen|delete|"
    r"go on|make|video|ft|facetime|skype|cam|pose|be good|be nice|be a good|help me)"
)
_GIVE = r"(?:buy|get|give|gift|pay|top|reward|venmo|cashapp|paypal|spoil|treat|donate|tip|send)"
_IS = r"(?:ill|i will|i can|id|i would|imma|ima|im gonna|i might)"
_PICTURE = r"(?:pics?|photos?|pictures?|selfies?|videos?|vids?|calls?|stream|show)"
_MONEY = r"(?:[£$€] ?\d+|\d+ ?(?:quid|bucks|dollars|pounds|euros|robux|v ?bucks|gems))"
_EVERYDAY = (
    (
        r"\b(?:you|u) (?:still |kinda |really |do |now |def |totally )?owe me\b(?! (?:a |an |one\b|\d|big|lunch|"
        r"dinner|money|like \d))"
    ),
    (
        r"\bnothing(?:s| is) free\b|\bearn it\b|\bwhat (?:will|would) (?:you|u) do (?:for|4) (?:it|them|that|me)\b|"
        r"\bdo me a favou?r and (?:ill|i will|i can)\b|\b(?:need|want|ask|do me|just) (?:[a-z]+ ){0,3}(?:small|"
        r"little|tiny|quick) (?:[a-z]+ )?favou?r\b"
    ),
    (
        r"\b(?:and|n|but|what do i get|something|get) in (?:return|exchange)\b|\bin (?:return|"
        r"exchange)[ ,]{1,2}(?:you|u|i want|id like|send|show)\b"
    ),
)


class RewardForCompliance(PhraseClue):
    """Reward: a present becomes a price, and then a debt."""

    family = Family.REWARD
    decibans = 7
    means = "The sender ties a reward to doing something, or calls in a debt for earlier presents."
    told = "They want you to do something in return for a present or money."
    innocent = "Chores and pocket money, fair trades between players, and joking debts among friends."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\bif {_YOU} (?:just |only |ever |can |will |would |really |"
            rf"do )?{_DO}\b.{{0,40}}\b{_IS} (?:[a-z]+ )?{_GIVE} (?:{_YOU}|for|ur|your|it)\b"
        ),
        (
            rf"\b{_IS} (?:[a-z]+ )?{_GIVE} {_YOU}\b.{{0,30}}\b(?:if|when|once|as soon as|after|but only if|"
            rf"but) {_YOU} (?:just |only |can |have to |gotta |must |need to )?{_DO}\b"
        ),
        (
            rf"\b{_GIVE} {_YOU} .{{0,30}}\b(?:for|4) (?:a|an|one|some|ur|your|every|each|1|"
            rf"\d) (?:[a-z]+ )?{_PICTURE}\b|\b{_MONEY} (?:for|4|per|each|a) (?:a |an |one |ur |"
            rf"your )?(?:[a-z]+ )?{_PICTURE}\b"
        ),
        (
            rf"\b{_DO} (?:[a-z]+ ){{1,6}}(?:and|n|then) (?:{_IS} (?:[a-z]+ )?{_GIVE} {_YOU}\b|{_YOU} (?:can |"
            r"will )?(?:get|have) (?:it|the|them|\d|more|another)|(?:its|theyre|it is) (?:all )?(?:yours|urs)\b|"
            rf"{_YOU}ll get\b|{_YOU} will get\b)"
        ),
        (
            rf"\bpay {_YOU} (?:for|4) (?:[a-z]+ )?{_PICTURE}\b|\bno {_PICTURE}[ ,]{{1,2}}no [a-z]+|\b{_PICTURE} (?:=|"
            rf"for|4) ?{_MONEY}|\b(?:pay|tip|cashapp|venmo|paypal) {_YOU} (?:[a-z0-9£$]+ ){{0,3}}(?:to (?:send|show|"
            r"do|come|call|meet|be|go|talk)|if|per|(?:for|4) (?:a|an|one|some|it|ur|your|every|each)\b)"
        ),
        (
            r"\b(?:one|1|a|do a|do one) (?:[a-z]+ )?(?:private )?(?:stream|call|video|vid|pic|photo|show|"
            rf"cam)\b.{{0,20}}{_MONEY}|\bhow much (?:would|do|for|4|to) (?:{_YOU} )?(?:want )?(?:for |4 )?(?:a |ur |"
            rf"your |one )?{_PICTURE}\b"
        ),
        (
            r"\b(?:you|u) (?:just )?(?:have to|gotta|need to|must|can|could) do (?:something|one thing|a thing|"
            r"1 thing) (?:for|4) me\b|\bdo something (?:for|4) me\b|\bleast (?:you|u) (?:can|could) do\b|"
            r"\bi gave (?:you|u) (?:[a-z0-9]+ ){1,3}so (?:you|u)\b|\b(?:after|with|for|is this how) (?:all|"
            r"everything|what) (?:that )?(?:ive|i have|i|we|weve) (?:[a-z]+ )?(?:done|did|do|bought|given|gave|got|"
            r"spent|paid|sent)\b"
        ),
        (
            rf"\bi(?:ve| have|) (?:already |just |only )?(?:bought|given|gave|spent|paid) (?:{_YOU} |"
            rf"on {_YOU} )?(?:like |about |over |all |so |those |that |them |this )?(?:[a-z]+ )?{_MONEY}"
        ),
        (
            rf"\b(?:ive |i have |i )(?:already )?(?:bought|given|gave|got|spent|sent) {_YOU} (?:so much|all (?:that|"
            rf"this|those|them)|loads|everything|lots)\b|\bi spent (?:[a-z]+ ){{0,3}}(?:on|for) {_YOU}\b"
        ),
        (
            r"\bowe me (?:that|this|for|after|now|it|big time|at least|a (?:pic|photo|call|selfie|video))\b|"
            r"\b(?:pay me back|make it up to me|repay me|thank me) (?:by|with|somehow|properly|later)\b|"
            r"\bthen (?:were|we are) (?:even|quits)\b|\band were (?:even|quits)\b"
        ),
        (
            rf"\b\d{{2,5}} if (?:i get|{_YOU} {_DO})\b|\b{_PICTURE} first(?: and|,)? then (?:i|ill|{_YOU})\b|"
            rf"\b(?:give|gift) it to "
            rf"(?:some ?(?:one|body)|another|the next) (?:else|girl|boy|kid)\b|\b(?:did|"
            rf"have) {_YOU} get (?:todays|ur|your) (?:\d+|robux|"
            r"v ?bucks|gift|present)\b"
        ),
        (
            rf"\b(?:{_YOU} )?(?:have|gotta|got|need) to (?:earn|work for|deserve) (?:it|them|that|more|the|this|ur|"
            rf"your)\b|\bif {_YOU} (?:really )?want (?:it|them|more|the (?:robux|skin|money|"
            rf"phone))[ ,]{{1,2}}(?:{_YOU} )?(?:have|gotta|got|need|just|{_DO})\b"
        ),
    )
    examples = (
        seen("if u send one ill give you another 500"),
        seen("ill buy you the skin when you call me"),
        seen("after everything ive done for you"),
        seen("one call and were even"),
        unseen("if you want i can get you a coffee"),
        unseen("u owe me a dungeon run"),
        unseen("if it rains ill send the list tomorrow"),
    )
    sources = ("Lorenzo-Dus 2016 (compliance testing)", "Olson 2007 (gifts and debt)", "IWF: grooming through games")
