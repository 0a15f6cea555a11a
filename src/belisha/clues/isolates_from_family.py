"""Sets the child against its family, or itself in the family's place."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_ADULT = (
    r"(?:parents?|rents|folks|mum|mom|mam|mummy|mommy|dad|daddy|mother|father|family|step ?(?:dad|mum|mom|father|"
    r"mother))"
)
_EVERYDAY = (
    (
        rf"\b(?:they|she|he) (?:just |only )?wants? to control {_YOU}\b|\bbetter (?:dad|mum|mom|father|brother|"
        r"parent) than\b|\b(?:theyll|they will|they|she|he) (?:will )?never (?:understand|accept) us\b|"
        rf"\b{_YOUR} {_ADULT} (?:is|are|r) out of order\b|\b(?:they|she|he) (?:[a-z]+ )?(?:doesnt|dont|never|wont|"
        r"cant|didnt) (?:[a-z]+ ){0,2}(?:understands?|get|care about|loved?|listens? to|deserve|appreciates?|trust|"
        rf"treat) {_YOU}\b"
    ),
    (
        r"\b(?:mums|moms|parents|mothers|dads|families|grown ?ups|adults) (?:[a-z]+ ){0,2}(?:kill|ruin|spoil|panic|"
        r"overreact|over react|interfere|get (?:[a-z]+ )?(?:greedy|weird|jealous|nervous|mad|upset|angry|in the way|"
        r"funny)|dont (?:get|understand)|think the worst|hold)\b"
    ),
    (
        r"\b(?:he|she|they) (?:shouldnt|should not|has no right|have no right)\b.{0,30}\b(?:you|u|that)\b|\b(?:run|"
        r"runaway|ran|get) away (?:with|from) (?:me|there|them|home|all)\b|\bcome (?:and )?live with me\b"
    ),
)


class IsolatesFromFamily(PhraseClue):
    """Isolation: the parents are made out to be against the child."""

    family = Family.ISOLATION
    decibans = 7
    means = "The sender runs down the other's family or puts himself in its place."
    told = "They said bad things about your family or want to be more important than them."
    innocent = "Friends who comfort each other after a row at home."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b{_YOUR} {_ADULT} (?:[a-z]+ ){{0,2}}(?:doesnt|dont|does not|do not|didnt|never|wont|cant|isnt|arent|"
            r"aint|wouldnt) (?:[a-z]+ ){0,2}(?:understands?|get|gets|cares?|loved?|loves?|listens?|trust|trusts|"
            rf"deserve|appreciates?|respect|treat|want|see|notice|there for|giving|know (?:{_YOU}|whats|"
            r"what))\b(?! (?:it|the|to know|home))"
        ),
        (
            rf"\b{_YOUR} {_ADULT} (?:is|are|r|iz|sounds?|seems?) (?:just |being |so |too |way |really |such |a |an |"
            r"always |all |very |2 ){0,3}(?:strict|mean|controlling|crazy|unfair|stupid|dumb|horrible|awful|"
            r"over ?protective|evil|abusive|wrong|lying|liars?|jealous|ridiculous|toxic|the problem|clueless|selfish|"
            r"greedy|harsh|nasty|cruel|idiots?|boring|uptight)\b"
        ),
        (
            rf"\b{_YOUR} {_ADULT} (?:just |only |always |really |obviously )?(?:treats?|hates?|controls?|wants? (?:to|"
            rf"{_YOU} to)|lies?|ignores?|shouts?|yells?)(?: to| at)? (?:control|ruin|keep|spoil|{_YOU}|us|like a)\b"
        ),
        rf"\btreats? {_YOU} like a (?:kid|child|baby|little)\b",
        (
            rf"\b{_YOU} (?:dont|do not|dnt) (?:really |even )?(?:need|have|gotta|owe)(?: to)? (?:listen to |obey |"
            rf"tell |do (?:everything )?(?:what )?|ask |trust |let )?{_YOUR} {_ADULT}\b|\b(?:dont|do not|dnt|"
            rf"never) (?:listen to|trust|obey|believe|mind|need) (?:what )?{_YOUR} {_ADULT}\b|"
            rf"\b{_YOU} dont need (?:{_YOUR} {_ADULT}s?|their|her|his) permission\b"
        ),
        (
            rf"\b(?:{_YOU} are|youre|ur|u r) (?:[a-z]+ )?(?:old enough|grown ?up enough|mature enough|"
            rf"big enough)\b.{{0,20}}\b(?:decide|own|choose|without|{_ADULT}|permission|yourself|urself)\b"
        ),
        (
            r"\b(?:i|ill|i can|i could|id|see me|think of me|im|i am|ill be)(?: [a-z]+){0,3} (?:like|as|"
            rf"more of) (?:a |an |{_YOUR} |the )?(?:real |big |better |second |older )?(?:dad|daddy|father|mum|mom|"
            rf"family|brother|sister|uncle)\b(?: [a-z]+){{0,2}}? (?:to (?:{_YOU})|{_YOU} never|than|lol|for {_YOU})"
        ),
        (
            rf"\b(?:not|unlike|nothing) like {_YOUR} (?:step ?)?(?:dad|mum|mom|parents|father|mother|family)\b|"
            rf"\b(?:better|more) than (?:that |what )?{_YOUR} (?:step ?)?{_ADULT} (?:ever|does|do|did|could|will|"
            r"can)\b"
        ),
        (
            rf"\b(?:leave|keep|leaving|keeping) (?:{_YOUR} )?{_ADULT} out\b|\b(?:get|come|move) (?:away|"
            rf"out) from (?:{_YOUR} {_ADULT}|that (?:house|place|family))\b|\bchoose between me and {_YOUR} {_ADULT}\b"
        ),
        (
            rf"\b(?:told me|said)(?: [a-z]+){{0,2}} (?:she|he|they|{_ADULT}) (?:[a-z]+ )?(?:never|dont|"
            r"doesnt) (?:listens?|cares?|understands?|love|get)\b|\bi(?:d| would|ll| will) never (?:shout|yell|treat|"
            rf"hurt|hit|ignore|leave)(?: at)? {_YOU}\b"
        ),
    )
    examples = (
        seen("ur mum doesnt understand you"),
        seen("your parents are way too strict"),
        seen("u dont need to listen to ur dad"),
        seen("i could be like a dad to you"),
        seen("lets leave your mum out of this"),
        unseen("my mum is so strict"),
        unseen("your mum is so nice"),
        unseen("you look like your dad"),
    )
    sources = (
        "Olson 2007 (isolation)",
        "Lorenzo-Dus 2016 (isolation: mental and physical)",
        "NSPCC and Swansea: TIME (isolate)",
    )
