"""Asks to keep the chat or the friendship secret."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_ADULT = (
    r"(?:parents?|rents|folks|mums?|moms?|mam|mummy|mommy|mama|dads?|daddy|mother|father|nan|gran|family|teachers?|"
    r"step ?(?:dad|mum|mom))"
)
_NOT = (
    r"(?:dont|do not|dnt|dun|never|cant|cannot|mustnt|must not|better not|wouldnt|wont|shouldnt|no need to|not to|"
    r"please not|plz not|not|dont you dare|dont ever|without|instead of)"
)
_TELL = r"(?:tell|tellin|telling|mention|show|let|inform|say|talk|bother|worry|ask|speak|involve)"
_EVERYDAY = (
    (
        rf"\b{_NOT} (?:[a-z]+ )?(?:tell|telling|show|mention) (?:this |it |that |about it )?(?:to )?(?:any ?(?:one|"
        r"body)|ppl|people|no ?(?:one|body)|others|a soul)\b"
    ),
    (
        rf"\b(?:did|have) {_YOU} (?:tell|told|tell any|mention|say) (?:any ?(?:one|body)|"
        rf"(?:{_YOUR} )?{_ADULT})\b.{{0,6}}\b(?:about (?:me|us|this)|that we)\b|\b{_YOU} (?:didnt|havent|"
        rf"never) (?:tell|told) (?:any ?(?:one|body)|(?:{_YOUR} )?{_ADULT})\b|\b(?:get|in|into) (?:me |us )?(?:big |"
        r"so much |loads of )?trouble if (?:any ?(?:one|body)|they|your|ur|some)|\bdont get me in(?:to)? trouble\b|"
        rf"\b{_YOU} (?:mustnt|must not|cant|better not) tell\b|\b{_NOT} (?:tell|show|bother|ask) (?:mum|mom|mummy|"
        r"mommy|dad|daddy|nan|gran|them|her|him)\b"
    ),
    (
        r"\b(?:keep|kept|keeping|stay|stays|its|it is|thats|this is|be) (?:it |this |that |us |me |things )?(?:a |"
        r"kinda |so |all |just |totally |top )?(?:secret|hush|on the (?:down )?low|on the dl|quiet|low ?key|"
        r"confidential|private)\b(?! (?:santa|sauce|agent|service|level|weapon|to))|\bshh\b"
    ),
    (
        r"\b(?:not a word|dont breathe a word|say nothing|tell no ?(?:one|body)|keep your mouth shut|"
        r"keep ur mouth shut|hush hush|mums the word|lips (?:are )?sealed|shush)\b|"
        r"\bpromise(?: me)?(?: [a-z]+){0,2} (?:not to|wont|never|dont|to keep|to not)(?: [a-z]+){0,3} (?:tell|"
        r"say|show|secret|quiet|mention)\b"
    ),
)


class AsksForSecrecy(PhraseClue):
    """Secrecy: the child shall keep quiet towards those who could protect it."""

    family = Family.SECRECY
    decibans = 8
    means = "The sender asks to keep the chat or the friendship secret."
    told = "They asked you to keep something secret."
    innocent = "Presents, surprise parties and small secrets among friends."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:specially|especially|definitely|defo|and|just) not (?:(?:{_YOUR}|to) )?(?:{_ADULT}|mummy|"
            rf"mommy|daddy)\b|"
            r"\b(?:she|he|they)(?: will|ll)? only (?:knows?|finds? out|find|sees?) (?:\w+ )?if (?:you|u)\b|"
            r"\bthis stays (?:with|w|between|here)\b|"
            r"\b(?:dont|do not) (?:say|mention|put|post|share|wave|show) (?:it|this|that|"
            r"them)(?: \w+){0,2} (?:in|on|to|round|around|about) (?:the |"
            r"ur |your )?(?:lounge|chat|group|main|general|stream|story|server|others|team|mates|school|yeah|"
            r"ok)\b|\bkeep (?:it|this|our \w+) "
            r"off (?:the|ur|your)\b|\bwhat .{1,20} does in private\b"
        ),
        (
            rf"\b{_NOT} (?:[a-z]+ ){{0,2}}{_TELL}\b(?: [a-z]+){{0,4}} {_YOUR} (?:{_ADULT}|friends?|mates?|sister|"
            r"brother|sis|bro|class ?mates?|girls|boys)\b"
        ),
        (
            rf"\b{_NOT} (?:[a-z]+ )?(?:tell|telling|show|mention|let) (?:[a-z]+ ){{1,3}}(?:about|bout) (?:me|us|this|"
            rf"our|ur|your)\b|\b{_NOT} (?:[a-z]+ )?(?:mention|post) (?:me|us|this|it to)\b|"
            rf"\b{_NOT} say (?:[a-z]+ )?(?:who|that|where|what|anything|nothing|my name|about)\b.{{0,25}}\b(?:{_YOU}|"
            r"me|us|ur|to (?:any|your|ur|her|him|them))"
        ),
        (
            rf"\b{_TELL} (?:mum|mom|mummy|mommy|dad|daddy|mother|mam) about (?:me|us|this)\b.{{0,8}}(?<!ill)$|"
            rf"\b{_NOT} (?:[a-z]+ )?(?:ask|bother|worry|involve) (?:{_YOUR} {_ADULT}|(?:them|her|him|mum|mom|"
            r"dad) (?:with|then|about))"
        ),
        (
            r"\b(?:our|are|r|arr|ar) (?:own |little |lil |big |special |wee |dirty |private )*secret\b|"
            r"\bsecret (?:between|only for|just for) (?:us|you and me|u and me)\b"
        ),
        (
            r"\b(?:keep|kept|keeping|stay|stays|staying|just|only|its|is|be|strictly|this|thats|that|remain|remains|"
            r"stuff|private|secret) (?:[a-z]+ ){0,2}(?:between (?:us|u and me|you and me|me and (?:you|u)|u n me|"
            r"you n me|me n u|the two of us|ourselves|us two|u and i|you and i)|(?:to|2) (?:yourself|urself|ur self|"
            r"ourselves)|private (?:between|ok|k\b|yeah|just))\b|^\W*between (?:us|you and me|u and me)\b"
        ),
        (
            r"\b(?:nobody|no ?one|no1|none of them) (?:else )?(?:[a-z]+ )?(?:has to|have to|needs to|need to|can|"
            r"must|should|will|ever|is gonna|gonna|would) (?:ever |even )?(?:know|find out|notice|suspect|see (?:it|"
            r"this|us|these))\b(?! (?:me|the answer|how|why|if|when|all))|\b(?:they|she|he|your [a-z]+|ur [a-z]+|mum|"
            r"mom|dad|people|any ?(?:one|body)) (?:else )?(?:cant|cannot|can never|must not|mustnt|shouldnt|"
            r"should not|must never|wont|will never|dont need to|doesnt need to|doesnt have to|dont have to|"
            r"wouldnt) (?:ever |even )?(?:know|find out|notice|suspect|realise|realize|see (?:it|this|us|these|that|"
            r"what))\b(?! (?:me|the answer|how|why|if|when|all))"
        ),
        (
            r"\bwho(?:s| is)? (?:gonna|going to|ever gonna|will|would|to) (?:ever )?(?:know|find out|tell)\b|"
            r"\bmake sure (?:that )?(?:no ?(?:one|body)|they|your [a-z]+|ur [a-z]+|she|he) (?:doesnt |dont |"
            r"cant )?(?:sees?|knows?|hears?|finds?)\b|\b(?:parents|mum|mom|dad|they|any ?(?:one|body)|she|"
            r"he) (?:dont|doesnt|never|cant|didnt) (?:find out|know about (?:us|me|this))\b|\bwhat (?:they|she|he|"
            r"(?:your|ur) (?:mum|mom|dad|parents)) (?:dont|doesnt) know\b"
        ),
        (
            r"\bpromise(?: me)?(?: [a-z]+){0,2} (?:not to|wont|never|dont|to keep|"
            rf"to not)\b(?: [a-z]+){{0,3}} (?:{_YOUR} {_ADULT}|about (?:me|us|this))\b|\b(?:can|could|are|r|"
            rf"will) {_YOU} (?:[a-z]+ )?(?:good at |able to )?(?:keep|keeping|hold) (?:a |our |this |my |the |"
            r"any )?(?:secrets?|it (?:secret|quiet|private)|things (?:confidential|private|quiet|secret))\b"
        ),
        (
            r"\bkeep (?:things|us|me|everything) (?:private|confidential|hidden|secret|quiet)\b|"
            rf"\b(?:not a word|say nothing|dont say anything) (?:of this |about this )?to {_YOUR} {_ADULT}\b"
        ),
        (
            rf"\bif (?:{_YOUR} {_ADULT}|she|he|they|any ?(?:one|body)) (?:ever )?(?:knew|found out|finds? out|"
            r"saw)\b.{0,60}\b(?:lose my job|lose everything|(?:get|be|end up) (?:fired|arrested|in (?:big |"
            r"so much )?trouble)|go to (?:jail|prison)|never see (?:you|u|each other)|split us up)\b"
        ),
    )
    examples = (
        seen("if she knew who was texting u id lose my job"),
        unseen("if he knew the answer he would be in the next round"),
        seen("dont tell ur mum about us"),
        seen("this stays between you and me ok"),
        seen("its our little secret"),
        seen("can u keep a secret"),
        seen("not a word to your dad"),
        unseen("whats the difference between us and them"),
        unseen("tell your mum i said hi"),
    )
    sources = (
        "O'Connell 2003 (risk assessment and exclusivity)",
        "NSPCC: secrets as a warning sign",
        "Lorenzo-Dus 2016 (isolation)",
    )
