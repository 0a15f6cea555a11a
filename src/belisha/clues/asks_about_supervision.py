"""Asks who watches over the other, and when nobody does."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_ADULT = (
    r"(?:parents?|rents|folks|mums?|moms?|mam|mummy|mommy|mama|ma|dads?|daddy|papa|mother|father|nan|gran|grandma|"
    r"family|(?:step ?|foster ?)(?:dad|mum|mom|parents)|guardian|carer)"
)
_KIN = rf"(?:{_ADULT}|sister|sis|brother|bro)"
_NEAR = (
    r"(?:home|there|around|round|in|asleep|out|away|watching|watchin|near|nearby|at work|still up|awake|with (?:you|"
    r"u)|w u|gone|back|about|in bed|in the (?:room|house)|downstairs|upstairs|next (?:door|to)|behind|looking|"
    r"listening)"
)
_DEVICE = (
    r"(?:phone|fone|cell|mobile|ipad|tablet|computer|pc|laptop|messages?|msgs|texts?|chats?|account|history|password|"
    r"passcode|dms?|stuff|online|screen|what (?:you|u))"
)
_EVERYDAY = (
    (
        r"^\W*(?:is |are )?(?:mum|mom|dad|parents|ur mum|ur dad) (?:home|in|there|around|asleep|out)\W*\?|"
        rf"\bwill {_YOUR} {_ADULT} (?:notice|see|know|hear|mind)\b|\bwhere(?:s| is| are|"
        rf" r) {_YOUR} {_ADULT}\W*(?:now|"
        r"rn|then|tonight|at|today)?\W*$"
    ),
    (
        rf"\b(?:when|what time|wat time|how long) (?:is|are|r|do|does|will) (?:the )?{_ADULT} .{{0,15}}\b(?:home|"
        rf"back|"
        r"out|work|away)\b"
    ),
    r"\b(?:what|wat) time (?:do|does) (?:she|he|they) (?:go|get|come|leave|finish|sleep|wake)\b",
    (
        rf"\bwho (?:do|does) ?{_YOU} live with\b|\bhow many (?:of {_YOU} )?(?:live |are |r )?(?:at|in) (?:home|"
        r"the house)\b"
    ),
    (
        rf"\bwhos (?:with {_YOU}|at home|home|in with {_YOU}|in the house)\b|\b(?:mum|mom|dad|she|he|"
        r"they) works? (?:a lot|late|nights|long hours)\W*\?"
    ),
)


class AsksAboutSupervision(PhraseClue):
    """Risk assessment: finding out who might see, and when nobody would."""

    family = Family.SELECTION
    decibans = 7
    means = "The sender asks who is near the other, who looks at the phone, or when the parents are away."
    told = "They asked if a grown-up is near you or looks at your phone."
    innocent = "Friends who plan a visit, and relatives who want to reach the parents."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            rf"\b(?:is|are|r|iz|was) {_YOUR} {_KIN} (?:[a-z]+ ){{0,2}}{_NEAR}\b|\b(?:is|are|"
            rf"r) {_YOUR} {_ADULT} (?:[a-z]+ )?(?:strict|cool|ok) ?(?:\?|$|with|about|bout)"
        ),
        rf"\b{_YOUR} {_ADULT} (?:[a-z]+ )?{_NEAR}\W*(?:(?:now|rn|yet|tonight|too|or|u|today)\W*)*(?:\?|$)",
        (
            r"\b(?:when|what time|wat time|till when|how long|what days?) (?:is|are|r|do|does|"
            rf"will) {_YOUR} {_ADULT} (?:[a-z]+ ){{0,3}}(?:home|back|get|getting|go|going|leave|leaving|work|working|"
            r"asleep|sleep|bed|out|in|finish|away|gone)\b|\bwhen (?:is|are) (?:mom|mum|dad) (?:at work|working|"
            r"asleep)"
        ),
        (
            rf"^\W*(?:so |and |ur |your )?(?:{_ADULT}|mum and dad|mum n dad|mom and dad) (?:around|about|home|in|"
            rf"there|not strict|strict|asleep|out)"
            r"\W*\?|\b(?:so )?who (?:looks after|minds|babysits|watches) (?:you|u|ya)\b|\bwhat (?:you|u|"
            r"ya) (?:doing|up to).{0,6}"
            rf"{_ADULT} (?:about|around|home|in)\b|\b(?:doesnt|without) (?:need )?(?:ing )?(?:permission|"
            rf"a parent|parental|approval|the code)\b|"
            rf"\b{_ADULT} (?:just |only |always )?(?:slow|slows|hold|holds) (?:it|things|everything|you|"
            rf"u) (?:down|up|back)\b"
        ),
        (
            r"\b(?:when|till|til|until|once|after|if) (?:they|theyre|she|shes|he|hes|every ?(?:one|body)|everyones|"
            rf"(?:{_YOUR} )?{_ADULT}) (?:is |are |r |has |have |all )?(?:goes? |gone |fall )?(?:asleep|sleeping|"
            r"in bed|to (?:bed|sleep)|not (?:home|there|around|in))\b"
        ),
        (
            rf"\b(?:do|does|can|will|would|did|could) (?:{_YOUR} {_KIN}|any ?(?:one|body)(?: else)?|they|she|"
            r"he) (?:ever |always |still |also )?(?:check|look|read|go|see|monitor|use|track|watch|have|get|control|"
            rf"know)\b(?: [a-z]+){{0,3}} {_DEVICE}\b"
        ),
        (
            r"\bwho (?:else )?(?:can |could )?(?:uses?|sees?|checks?|reads?|looks?|has|have|"
            rf"knows?)\b(?: [a-z]+){{0,3}} {_YOUR} {_DEVICE}\b|\bwho else (?:can )?sees? (?:this|these|our|it|"
            rf"what)\b|"
            r"\bis (?:your|ur) (?:phone|fone|computer) (?:checked|monitored|private)\b"
        ),
        (
            rf"\b(?:do|does|did|would) {_YOUR} {_ADULT} (?:[a-z]+ )?(?:know|mind|care|notice|"
            rf"let)\b(?: [a-z]+)? ?(?:{_YOU}|ur|youre|that|about (?:me|us|this)|who|where|if)\b"
        ),
        rf"\b(?:is|was|are|r) (?:there )?(?:any ?(?:one|body)|some ?(?:one|body)) (?:else )?(?:[a-z]+ )?{_NEAR}\b",
        (
            r"^\W*(?:any ?(?:one|body)|some ?(?:one|body)) (?:else )?(?:there with (?:you|u)|with (?:you|u)|(?:there|"
            r"around|in the room|home|near|watching)\b.{0,12}\?)"
        ),
        (
            r"\b(?:who|whos|who is) (?:else )?(?:is |s )?(?:there |here |sat |in the (?:room|house) )(?:in the room |"
            rf"with )(?:{_YOU})\b|\bwho(?:s| is) (?:else )?in the (?:room|house)\b|\bwho(?:s|"
            r" is)? else (?:is )?(?:at )?(?:home|there|in)\b|\bwho lets (?:you|u) in\b"
        ),
        (
            rf"\b(?:can|could|will) (?:{_YOUR} {_KIN}|any ?(?:one|body)|they|she|he) (?:else )?(?:hear|see|"
            rf"overhear) (?:{_YOU}|us|me|this|it)\b|\b(?:any|do the|nosy) neighbou?rs\b.{{0,15}}\b(?:look|see|watch|"
            rf"notice|in|around)\b|\b{_YOUR} {_ADULT} watch(?:ing|in|es)\b"
        ),
    )
    examples = (
        seen("r ur parents home"),
        seen("does your mum check your phone"),
        seen("is anyone else in the room with u"),
        seen("when does ur dad get back from work"),
        seen("log on again once they're asleep"),
        unseen("my mum is home early today"),
        unseen("who's in for football later"),
        unseen("can anyone help me with question 3"),
    )
    sources = (
        "O'Connell 2003 (risk assessment)",
        "Field experiment 2023: offenders persist less when a guardian seems near",
    )
