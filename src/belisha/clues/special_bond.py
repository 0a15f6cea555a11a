"""Says that there is something special between the two, which nobody else can give."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOURE = r"(?:youre|ur|you are|u r|u are|you r)"
_EVERYDAY = (
    rf"\b(?:{_YOU} (?:can|could) (?:always |really |totally )?trust me|trust me (?:on this|k\b|ok|babe|hun))\b",
    (
        r"\btrust me[ ,.]{1,3}(?:ill|id|i) (?:will |would |wont )?never\b|\bwe (?:just |really |"
        rf"totally )?click(?:ed)?\b|\b{_YOU} mean (?:everything|so much|a lot|the world) to me\b|"
        rf"\bim (?:always )?here (?:for|4) {_YOU}\b|\bi (?:really |do |actually )?care (?:about|bout) {_YOU}\b"
    ),
    (
        rf"\b(?:thought|thinking|thinkin|think) (?:of|about|bout) {_YOU} (?:all day|today|when|all the time|a lot|"
        r"all night|last night)\b"
    ),
    (
        r"\b(?:thats|this is|its) (?:why|y) we (?:get (?:on|along)|click)\b|\bwe(?:re| are) (?:so |really |"
        r"very )?(?:alike|the same you and me)\b"
    ),
)


class SpecialBond(PhraseClue):
    """Winning trust: an exclusive bond, the only one who understands."""

    family = Family.TRUST
    decibans = 5
    means = "The sender claims a special bond, or to be the only one who understands the other."
    told = "They said that you two are special together or that only they understand you."
    innocent = "Close friends, couples of one age, song lyrics and helpers who listen."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\bsoul ?mates?\b|\b(?:made|meant) (?:for|4) each other\b|\bmeant to (?:be|meet) (?:together|each other|"
            r"us)?\b|\bfate (?:that )?we\b|\bwe were (?:always )?meant to\b|\bfeel (?:so |really |very )?(?:close|"
            r"connected) to (?:you|u)\b"
        ),
        (
            r"\b(?:special|real|strong|deep|amazing|rare|crazy|unique|such a) (?:bond|connection|relationship|"
            r"friendship)\b|\bwhat we(?:ve| have|ve got| got) (?:is|here is|together is|isnt)\b|\bwe(?:ve|"
            r" have) (?:got )?something (?:special|rare|real|good)\b"
        ),
        (
            r"\b(?:no ?one|nobody|no1|none of them|they) (?:else )?(?:[a-z]+ )?(?:understands?|gets?|knows?|"
            rf"listens? to|cares? (?:about|for)|loves?|will love|appreciates?) (?:{_YOU}|me) (?:like|the way|as much|"
            r"better|how|except)\b"
        ),
        (
            r"\b(?:im|i am|i m|ill be) (?:basically |prob |probably )?(?:the )?(?:only )(?:one|person|friend|guy|"
            r"1) (?:that |who |whos )?(?:really |actually )?(?:understands?|gets?|cares?|listens?|knows?|loves?|"
            rf"likes?|here|there|on {_YOU}|{_YOU}|really)\b"
        ),
        (
            rf"\b{_YOURE} (?:[a-z]+ )?(?:the )?only (?:one|person|girl|boy|friend|thing|1) (?:(?:who|that|in my|i|"
            r"for me|keeping)\b)(?! (?:knows|knew|who knows|has|did|can come|left|here))"
        ),
        (
            rf"\bi (?:do |really |truly |totally |actually )?(?:understand|get|know) {_YOU} (?:better|more|like no)\b|"
            rf"\bi (?:really |truly |totally |do )?understand {_YOU}(?:$|[.!,]| and | more)|"
            rf"\bunderstand {_YOU}[., ]{{1,3}}(?:but )?i do\b|\bi listen\b.{{0,4}}\bdont i\b"
        ),
        (
            rf"\b{_YOU} (?:can|could|know {_YOU} can) (?:always )?(?:tell|talk to|come to|ask|"
            r"say) (?:to )?me (?:about )?(?:anything|any ?time|everything|whatever|any hour)\b|"
            rf"\b{_YOU} can (?:always )?come to me\b|\b(?:tell|trust) me (?:with )?anything\b|\bi can (?:tell|"
            rf"talk to) {_YOU} (?:about )?(?:anything|everything)\b|\b{_YOURE} (?:so |very |"
            r"really )?different (?:from|to|than) (?:every|all|any|other|the)"
        ),
        (
            r"\b(?:doesnt|dont|never|wont|nobody|no ?one) (?:[a-z]+ )?(?:gets?|understands?) (?:people|kids|girls|"
            r"boys|ppl|those) like (?:us|you|u)\b|\b(?:people|ppl|kids) like (?:us|you and me|u and me)\b"
        ),
        (
            r"\b(?:ive |i have |i )?never (?:felt|feel) (?:like this|this way|so close)\b|\bnever (?:met|known|"
            r"talked to|had|meet) (?:any ?(?:one|body)|a (?:girl|boy|person)|some ?one) (?:else )?(?:like|"
            rf"as [a-z]+ as|so) {_YOU}\b|\bfeel(?:s)? like (?:ive|i have|i) (?:always |already )?known? {_YOU}\b"
        ),
        (
            rf"\b{_YOURE} (?:[a-z]+ )?(?:so |very |really )?(?:special|important) to me\b|"
            rf"\b{_YOURE} my (?:[a-z]+ )?(?:favou?rite|fav|fave|everything|world|girl|boy|one and only)\b|"
            rf"\bmy favou?rite (?:[a-z]+ ){{0,2}}(?:year old|girl|boy|person in)\b|\btold {_YOU} {_YOURE} special\b|"
            rf"\b{_YOURE} special\W*$"
        ),
        (
            rf"\b(?:dont|do|does|why dont) ?{_YOU} (?:not )?(?:even )?(?:trust|love) me\b|\b{_YOU} (?:do )?(?:trust|"
            r"love) me (?:yeah|yea|yh|right|dont|or|ye)\b"
        ),
        (
            rf"\bi (?:just |only |will |always |want to |wanna ){{1,3}}(?:protect|look after|take care of) {_YOU}\b|"
            rf"\bid do anything (?:for|4) {_YOU}\b|\b(?:cant|can not) (?:stop|quit) thinki?n?g? (?:of|about|"
            rf"bout) {_YOU}\b|\b(?:our|just our) thing\b"
        ),
    )
    examples = (
        seen("nobody understands you like i do"),
        seen("what we have is rare"),
        seen("you can tell me anything"),
        seen("ur the only one i can talk to"),
        seen("we have such a special connection"),
        unseen("the internet connection is rubbish tonight"),
        unseen("i dont understand you, say it again"),
        unseen("who's the only one in the photo"),
    )
    sources = (
        "O'Connell 2003 (exclusivity)",
        "Olson 2007 (deceptive trust development)",
        "NSPCC and Swansea: TIME (trust)",
    )
