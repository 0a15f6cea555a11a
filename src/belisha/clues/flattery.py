"""Pays compliments, above all on looks and on being so grown up."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOURE = (
    r"(?:youre|ur|you are|u r|u are|you r|ya|your|you look|u look|you seem|u seem|you sound|u sound|you must be|"
    r"u must be)"
)
_VERY = (
    r"(?:(?:so|sooo|really|actually|very|rly|such|a|an|too|the|literally|super|way|dead|just|truly|like|absolutely|"
    r"proper|insanely|all|also|one|most|quite|my|that|bloody|real) ){0,3}"
)
_LOVELY = (
    r"(?:gorgeous|stunning|beautiful|stunner|hottie|cutie|adorable|princess|angel|goddess|doll|sexy|pretty|handsome|"
    r"goodlooking)"
)
_EVERYDAY = (
    (
        rf"\b{_YOURE} {_VERY}(?:cute|sweet|lovely|amazing|perfect|funny|smart|clever|talented|kind|cool|brave|awesome|"
        r"precious|brilliant|pretty|handsome|genius|interesting)\b(?! (?:much|good|bad|sure|long|late|far|old|tired|"
        r"busy|from|to ))"
    ),
    (
        r"\b(?:you|u) look(?:ed)? (?:so |really |very |proper |absolutely )?(?:lovely|nice|good|amazing|great|cute|"
        r"well|sweet|fine)\b"
    ),
    (
        r"^\W*(?:hey|hi|hello|hiya|heya|morning|good morning|gm|gn|night|good night|goodnight|yo|well hello|"
        r"oi) (?:there |my |lil |little |baby )?(?:lovely|hun|hunny|honey|babe|baby|babygirl|baby girl|darling|"
        r"sweetie|sweetheart|love|dear|kiddo)\b"
    ),
)


class Flattery(PhraseClue):
    """Winning trust: compliments that make a child feel noticed and older than it is."""

    family = Family.TRUST
    decibans = 3
    means = "The sender flatters the other, on looks or on seeming older."
    told = "They said very nice things about how you look or how grown-up you are."
    innocent = "Kind words among friends and relatives, and flirting between people of one age."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:mature|grown ?up|wise|smart|clever|sensible|deep|advanced|tall|cool|good|developed|"
            r"intelligent) (?:for|4) (?:your|ur|yr|a|an|some ?one|being|such a|only) (?:[a-z]+ )?(?:age|\d\d?|young|"
            r"kid|girl|boy|teen|lad|only|years?)\b"
        ),
        (
            r"\b(?:you|u|youre|ur) (?:[a-z]+ ){0,3}(?:talk|talks|sound|seem|look|looks|act|think|come across|write|"
            r"chat|are|r|so|much|way|very|really|too) (?:[a-z]+ ){0,2}(?:older|mature|grown ?up|"
            r"an adult)\b(?! by\b)"
        ),
        (
            r"\b(?:thought|assumed|figured|guessed|wouldve said|would have said|could (?:easily )?pass for) (?:you|u|"
            r"youre|ur)?\b.{0,20}\b(?:older|1[6-9]|2\d)\b|\bcant believe (?:youre|ur|you are|u r) (?:only |"
            r"just )?1\d\b|\b(?:you|u) (?:look|seem|sound) (?:like )?(?:at least |about |like )*(?:1[6-9]|"
            r"2\d)\b(?!\d)|\b(?:smarter|cleverer|wiser|more mature) than (?:most|lots of|many|all|any|girls|guys|"
            r"women|people|adults)\b|\b(?:you|u) (?:could|can) (?:easily )?pass (?:for|as) (?:1[6-9]|2\d|older)"
        ),
        (
            r"\b(?:you|u) (?:dont|do not|dnt|never) (?:[a-z]+ )?(?:look|seem|act|sound|talk|"
            r"come across) (?:like )?(?:a |an |your age|ur age|only )?(?:1\d|[89]\b|your age|ur age|kid|child|twelve|"
            r"thirteen|eleven|ten\b|fourteen)|\b(?:you|u)(?:re|r| are| r|ve got| have)? (?:such )?an old soul\b"
        ),
        (
            r"(?<!im )(?<!i am )\b(?:not|nothing|arent|unlike) (?:[a-z]+ )?(?:like )?(?:the |most |"
            r"all )?(?:the )?(?:other|others|most) (?:girls|boys|kids|lads|teens|people|guys|ppl|\d\d)\b|"
            r"\bother (?:girls|kids|boys|lads|teens)(?: [a-z]+){0,4} (?:annoying|immature|boring|silly|childish|"
            r"shallow|stupid)\b"
        ),
        (
            r"\bmost (?:kids|girls|boys|teens|people|lads)(?: [a-z]+){0,4} (?:are|r) (?:[a-z]+ ){0,2}(?:annoying|"
            r"immature|boring|silly|childish|shallow)\b"
        ),
        (
            rf"\b{_YOURE} {_VERY}(?:gorgeous|stunning|beautiful|a stunner|hottie|cutie|fit|angel|attractive|"
            r"good looking|goodlooking|hot|sexy|perfect girl)\b(?! (?:for work|day|weather|out|in here))"
        ),
        (
            r"^\W*(?:(?:hey|hi|hello|hiya|heya|morning|good morning|gm|gn|night|good night|goodnight|yo|well|ok|oi|"
            rf"thanks|done) ){{1,2}}(?:there |my |lil |little |baby )?{_LOVELY}\b|\bwell done (?:princess|beautiful|"
            r"gorgeous|angel)\b"
        ),
        (
            r"\b(?:your|ur|such|really|with those|those|have|got|with that) (?:[a-z]+ ){0,2}(?:pretty|beautiful|"
            r"gorgeous|lovely|cute|amazing|sexy|hot|unusual|stunning) (?:eyes|smile|face|lips|hair|legs|body|figure|"
            r"voice|girl|young (?:lady|woman|man))\b"
        ),
        (
            r"\b(?:bet|sure|imagine|picture) (?:that )?(?:you|u|ur|youre)(?: are| r|"
            r" look)? (?:[a-z]+ ){0,2}(?:pretty|cute|beautiful|gorgeous|hot|fit|lovely|handsome|sexy|stunning)\b|"
            r"\bcu(?:z|s|o?s) (?:your|ur|youre) pretty\b|\bpretty i bet\b"
        ),
    )
    examples = (
        seen("ur so mature for ur age"),
        seen("you don't seem like a 12 year old"),
        seen("hey gorgeous"),
        seen("bet ur really pretty"),
        seen("you have beautiful eyes"),
        unseen("that sunset is beautiful"),
        unseen("im older than u by 2 months"),
        unseen("you look like a drowned rat"),
        unseen("your pretty late, hurry"),
    )
    sources = (
        "ChatCoder 1 and 2 (compliments)",
        "Black and others 2015 (flattery and exclusivity)",
        "Olson 2007 (deceptive trust)",
    )
