"""Sets the child against its friends."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOUR = r"(?:your|ur|yr|ya)"
_FRIENDS = (
    r"(?:friends?|mates?|bestie|besties|bffs?|class ?mates?|girls|boys|kids|lads|group|crew|squad|so called friends)"
)
_THEM = (
    r"(?:him|her|them|others?|other (?:boys|girls|guys|people|lads|kids)|any ?(?:one|body) else|"
    rf"{_YOUR} (?:[a-z]+ )?(?:{_FRIENDS}|bf|boyfriend|gf|girlfriend)|those (?:girls|boys|people)|that (?:boy|girl|guy|"
    r"lad|kid))"
)
_EVERYDAY = (
    (
        r"\b(?:shes|hes|theyre|they are|she is|he is|they r) (?:[a-z]+ ){0,2}(?:not (?:a |your |ur )?real friends?|"
        r"poison|toxic|fake|using (?:you|u)|jealous of (?:you|u|us)|a bad influence|shallow|immature|childish)\b"
    ),
    (
        r"\b(?:they|she|he)(?:ll| will| would|d) (?:[a-z]+ ){0,2}(?:drop|dump|ditch|betray|hurt|laugh at|turn on|"
        rf"turn against|ruin|spoil) (?:{_YOU}|it|this|us)\b"
    ),
    (
        r"\b(?:people|ppl|girls|friends|mates) (?:always |just |only |will |would )?(?:get jealous|ruin (?:things|it|"
        r"everything)|gossip|talk too much|spread (?:it|rumours|rumors))\b"
    ),
    (
        rf"\bforget (?:about )?(?:them|those (?:girls|boys|people)|{_YOUR} friends)\b|\b{_YOU} (?:spend|"
        rf"waste) (?:too much|so much|all {_YOUR}) time with (?:them|him|her)\b|\breal friends (?:wouldnt|dont|"
        r"would never)\b|\bstop (?:talking|chatting|hanging|speaking|messaging|texting|playing|"
        rf"sitting)(?: out)? (?:to|with|w) {_THEM}\b"
    ),
)


class IsolatesFromFriends(PhraseClue):
    """Isolation: nobody else shall matter."""

    family = Family.ISOLATION
    decibans = 7
    means = "The sender runs down the other's friends or wants them out of the way."
    told = "They want you to have less to do with your friends."
    innocent = "Quarrels in a class, and friends who comfort each other after one."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:your|ur|those|these|them|so called) (?:so called |school |little |other |"
            rf"real )?{_FRIENDS} (?:[a-z]+ ){{0,2}}(?:dont|doesnt|arent|isnt|aint|never|wont|"
            rf"cant) (?:[a-z]+ ){{0,3}}(?:understand|get {_YOU}|care|real|like {_YOU}|trust|deserve|there|good|worth|"
            rf"know {_YOU}|matter)\b"
        ),
        (
            rf"\b(?:your|ur|those|these|them) (?:so called |school |little |other )?{_FRIENDS} (?:are|r|is|will|would|"
            r"sound|seem|only|just) (?:[a-z]+ ){0,3}(?:fake|using|jealous|bad|idiots|stupid|immature|shallow|"
            r"losers|poison|toxic|childish|mean|liars?|boring|kids|babies|drop|leave|spoil|hurt)\b"
        ),
        (
            r"\b(?:[a-z]+s|[a-z]+ is|[a-z]+ r|[a-z]+ are) (?:just |only |such |still )?a (?:little |silly |"
            r"stupid )?kid[ ,.]{1,3}(?:and )?(?:ur|youre|you are|u r|you|u) (?:not|different|more)\b|"
            r"\bworth (?:ten|a hundred|more than|twice) (?:of |all )?(?:them|those)\b"
        ),
        (
            rf"\b(?:(?:want|need|have|told|tell) {_YOU} to |why dont {_YOU} |{_YOU} (?:should|need to|have to|gotta|"
            r"better|must) |i said |just )(?:stop|quit|not) (?:[a-z]+ )?(?:talk|talking|chat|chatting|hang|hanging|"
            rf"see|seeing|sit|sitting|speak|speaking|text|texting)(?: out)? (?:to |with |w )?{_THEM}\b"
        ),
        (
            r"\b(?:dont|do not|dnt|never) (?:[a-z]+ )?(?:talk|chat|hang|hang out|speak|text|snap|sit|play|"
            rf"listen) (?:to|with|w) {_THEM}\b|\bstay away from (?:{_THEM}|that (?:boy|girl))\b"
        ),
        (
            rf"\b(?:unadd|unfriend|unfollow|ditch|get rid of|cut off) (?:him|her|them|{_YOUR} (?:[a-z]+ )?{_FRIENDS}|"
            r"all (?:of )?(?:them|your|ur))\b|\b(?:unadd|unfriend|cut off) (?!me\b|you\b|"
            r"u\b)[a-z]+[ ,.]{1,2}(?:shes|hes|she|he|theyre)\b"
        ),
        (
            rf"\b(?:her|him|them|{_YOUR} {_FRIENDS}) or me\b|\b(?:its )?me or (?:her|him|them|{_YOUR} {_FRIENDS})\b|"
            r"\b(?:choose|pick|decide) .{0,12}\b(?:me or|or me|between me)\b"
        ),
        (
            rf"\b{_YOU} (?:dont|do not) (?:really |even )?need (?:any |those |other |them |{_YOUR} )?(?:{_FRIENDS}|"
            rf"any ?(?:one|body) else|them|him|her|other people)\b(?! (?:to|for|number))|\b{_YOU} (?:only|"
            rf"just) need me\b|\ball {_YOU} need is me\b|\bwho needs (?:friends|them|any ?(?:one|body))\b|"
            rf"\bwhen {_YOU}(?:ve| have)? (?:got |have )?me\b|\bi (?:dont|hate|do not) (?:like|want|it when|"
            rf"like it when) {_YOU} (?:to )?(?:talk|talking|hang|hanging|chat|chatting|being|texting|sitting|"
            rf"going out)(?: out)?(?: to| with)? (?:{_THEM}|boys|guys|girls)\b|\b{_YOU}ve (?:still )?got me\b"
        ),
        (
            r"\b(?:dont|do not|dnt|without) (?:[a-z]+ )?(?:bring|bringing|invite|take|involve|"
            rf"let) (?:[a-z]+ )?(?:{_FRIENDS}|any ?(?:one|body)|no ?(?:one|body))\b(?! (?:else )?(?:down|else in|food|"
            rf"know))|\bwithout (?:{_YOUR} )(?:friends|mates|bestie)\b|\b(?:leave|"
            rf"keep) (?:{_YOUR} )?(?:[a-z]+ )?{_FRIENDS} (?:out|at home|behind)\b"
        ),
        (
            r"\b(?:why|y|were|are|r|have|did) (?:are |r |were |did |do |u |you |have ){0,4}(?:talk|talking|speak|"
            rf"speaking|tell|telling|told|chatting|told)(?: to)? (?:{_YOUR} [a-z]+|[a-z]+) about (?:us|me|our|this|"
            rf"the game)\b|\bglad its me {_YOU} [a-z]+ to\b.{{0,10}}\bnot them\b"
        ),
    )
    examples = (
        seen("ur friends dont really care about you"),
        seen("its me or her"),
        seen("you don't need anyone else"),
        seen("dont bring your mates"),
        seen("why are you talking to your friends about us"),
        unseen("my friends are so annoying lol"),
        unseen("bring your friends to the party"),
        unseen("are your friends coming to practice"),
    )
    sources = ("Olson 2007 (isolation)", "Lorenzo-Dus 2016 (isolation)", "NSPCC and Swansea: TIME (isolate)")
