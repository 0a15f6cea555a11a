"""Sexual talk addressed to the other. Bare terms only, as a filter needs them."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_BODY = (
    r"(?:boobs?|boobies|tits?|titties|breasts?|nipples?|pussy|vagina|dick|cock|penis|willy|ass|arse|bum|butt|booty|"
    r"cum|pubes|privates|private parts)"
)
_BARE = r"(?:nudes?|naked|nakey|topless|undressed|no clothes on|without (?:any |ur |your )?clothes|n00ds|noods)"
_ACT = (
    r"(?:sex|have sex|make love|done it|make out|oral|blow ?job|bj|hand ?job|masturbate|wank|finger|69|cyber|"
    r"cybersex|sext|sexting)"
)
_EVERYDAY = (
    (
        r"\b(?:youre|ur|you are|u r|you look|u look|you sound|u sound|so|hey|hi) (?:so |very |really |damn )?sexy\b|"
        r"\bsexy (?:girl|boy|voice|body)\b"
    ),
    (
        r"\b(?:i (?:wanna|want to|would love to|could|will)|ill|id|let me|can i|"
        rf"wish i could) (?:[a-z]+ ){{0,2}}(?:kiss|cuddle|hold|snuggle|touch|spoon) (?:{_YOU}|{_YOUR})\b|\b(?:wanna|"
        r"want to|would you|would u|like to|let me) (?:kiss|cuddle|make out|snuggle)\b"
    ),
)


class SexualSolicitation(PhraseClue):
    """Sexual talk: questions and requests of a sexual kind."""

    family = Family.SEXUAL
    decibans = 9
    means = "The sender talks to the other about sexual things or asks for them."
    told = "They said or asked something about bodies or sex."
    innocent = "Adult couples, rude jokes, and lessons about health."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:what|wat|wot|wht|whatcha|watcha|whatchu) (?:are |r |is |do |u |you |ya ){0,2}(?:you |u |"
            r"ya )?(?:wearing|wearin|have on)\b(?! (?:to|for|tomorrow|tmrw|sat|on (?:sat|fri|sun)|2))|\b(?:what|"
            rf"wat) colou?r (?:is |are |r )?{_YOUR} (?:bra|pants|panties|undies|knickers|underwear|boxers|thong)\b"
        ),
        (
            rf"\b(?:are|r) ?{_YOU} (?:[a-z]+ ){{0,2}}(?:a virgin|virgin|horny|wet|hard|turned on|naked|nude|topless|"
            rf"kinky|experienced|into older)\b|\b{_YOU} (?:still )?(?:a )?virgin\b|\b(?:lost|lose|take|"
            rf"took) {_YOUR} virginity\b"
        ),
        (
            r"\b(?:im|i am|i m|so|getting|makes? me|made me|making me|got me|get) (?:[a-z]+ )?(?:horny|turned on|"
            r"so hard|hard (?:for|thinking)|wet for)\b|\b(?:turns?|turning|turned) me on\b|\bmorning wood\b"
        ),
        (
            r"\b(?:send|show|see|trade|want|got|have|share|take|more|any|ur|your|some|sent|gimme) (?:me |us |a |an |"
            rf"some |ur |your |any |more |of |to see ){{0,3}}(?:[a-z]+ )?{_BARE}\b|\b{_BARE} (?:pics?|photos?|"
            rf"pictures?|selfies?|videos?)\b|\bsee {_YOU} (?:[a-z]+ )?{_BARE}\b|\bdick ?pics?\b"
        ),
        (
            r"\b(?:show|see|touch|rub|suck|lick|kiss|feel|grab|squeeze|play with|eat|finger|shave|size are|big are|"
            rf"big is|flash)(?: me| us)? (?:{_YOUR}|my|those|them|that|the) (?:[a-z]+ )?{_BODY}\b|\b(?:do|are|is|"
            rf"how big|hows?) (?:{_YOU} )?(?:{_YOUR} )?(?:have )?(?:big |small |nice )?{_BODY} (?:big|small|growing|"
            r"grown|yet|like)\b"
        ),
        (
            rf"\b(?:take|get|strip|slip|pull|keep) (?:it|them|{_YOUR} (?:[a-z]+ )?(?:top|shirt|clothes|bra|pants|"
            r"panties|underwear|shorts|knickers|t ?shirt|skirt|dress)|off)(?: all)? (?:off|down|up)\b(?: for me| now|"
            r" slowly|\W*$)|\b(?:get undressed|strip for|undress for|strip naked)\b"
        ),
        (
            rf"\b(?:touch|play with|rub|feel|finger|pleasure)(?:ing|in)? (?:your ?self|urself|ur self|{_YOUR}self|"
            r"myself|my self|down there)\b|\bdown there\b.{0,15}\b(?:hair|touch|feel|wet|shave)\b|\b(?:hair|"
            r"shave[nd]?|touch|feel) (?:[a-z]+ )?down there\b"
        ),
        (
            r"\b(?:do|did|have|would|will|ever|want|wanna|like|can|could|r|are|had|u|you|we|let|lets|gonna|going to|"
            rf"i wanna|i want to) (?:{_YOU} |us |we |to |ever |like |even |had |have |having |done |do |try |give |"
            rf"gave |want ){{0,4}}{_ACT}\b(?! (?:ed|education|offender|and the city|up|off|sake|out of|with my mind|"
            r"that|this|it|this up|over))"
        ),
        (
            rf"\b(?:sleep|in bed|in the shower|shower|bath|lie|lay) with (?:me|{_YOU})\b(?! (?:tonight\?$))|\b(?:join|"
            rf"with) (?:me|{_YOU}) in (?:the shower|the bath|bed)\b|\bfriends with benefits\b|\b(?:cum|jerk|jack|"
            r"jerking|wanking) (?:off|for me|on|in|4)\b|\b(?:ever|do you|do u|you|u) (?:seen|seen a|watch|like|"
            r"watched) (?:porn|a (?:dick|cock|penis|naked))\b"
        ),
        (
            r"\b(?:bra|cup) size\b|\b(?:wanna|want to|gonna|let me|like to|love to|wants to|lets|"
            rf"want {_YOU} to) (?:fuck|bang|shag|lick|finger|spank|suck)\b(?! (?:up|off|with|around|this|that|them|"
            r"him|her|it up))|\b(?:wet|naughty|dirty) (?:dreams?|pics?|talk|thoughts|photos|girl)\b|\btalk dirty\b|"
            r"\bsit on my (?:lap|face)\b|\bbe my (?:sex|fuck|little slut)\b"
        ),
    )
    examples = (
        seen("are u a virgin"),
        seen("what r u wearing rn"),
        seen("wanna make out"),
        seen("ur so sexy"),
        unseen("we had sex education today, so awkward"),
        unseen("what are you wearing to the party"),
        unseen("that exam was hard"),
    )
    sources = (
        "O'Connell 2003 (sexual stage)",
        "Winters and others 2017: sexual intent mostly within 30 minutes",
        "PAN12",
    )
