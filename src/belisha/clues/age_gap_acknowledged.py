"""Speaks of the difference in age and explains it away."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_YOURE = r"(?:youre|ur|you are|u r|u are|your)"
_EVERYDAY = (
    (
        r"\bi (?:know|no|get that|realise|realize) (?:that )?(?:im|i am) (?:[a-z]+ )?(?:older|old)\b|"
        r"\bmake me feel young\b|\bim not (?:a |some |like (?:a |the |those |these )?)(?:little |silly |"
        r"stupid )?(?:kids?|boys?|girls?)(?: (?:like|at|in|your|ur))\b|\b(?:im|i am|"
        rf"i m) (?:[a-z]+ ){{0,3}}older (?:than|then) (?:{_YOU}|that)\b(?! (?:[a-z]+ )?by\b)"
    ),
    r"\b(?:the|this|big|that|an|a) age (?:gap|difference)\b|\b(?:perfect|ideal|lovely|best) age\b",
    rf"\b{_YOURE} (?:too |so |very |2 )young\b(?! (?:at heart|to remember|people))",
    (
        rf"\b(?:till|til|until|when|once|wait for) (?:{_YOU}|{_YOURE}) (?:turn |r |are |hit )?(?:16|18|sixteen|"
        r"eighteen|legal|of age)\b"
    ),
)


class AgeGapAcknowledged(PhraseClue):
    """Reframing: makes an adult's interest in a child seem harmless."""

    family = Family.TRUST
    decibans = 8
    means = "The sender speaks of being much older and plays the difference down."
    told = "They said that it does not matter how much older they are."
    innocent = "Adult couples, brothers and sisters, and talk about somebody else's relationship."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\bages? (?:is|s|iz|aint|isnt|are)? ?(?:just|only|but|jus|nothing but|nothin but) ?(?:a )?(?:number|nr|"
            r"no\b|#)"
        ),
        (
            r"\bage (?:really |just |so )?(?:doesnt|dont|does not|do not|didnt|wont|shouldnt|isnt|is not|"
            r"aint) (?:really |even )?(?:matter|important|mean|count|bother|that big|a (?:big )?deal|an issue|"
            r"a problem|everything)\b"
        ),
        (
            r"\b(?:doesnt|dont|do not|does not|didnt) (?:[a-z]+ )?(?:care|mind|bother|matter).{0,12}\b(?:about |"
            rf"bout |what |how )?(?:your|ur|our|my|the) age\b|\bdont (?:care|mind) how (?:old|young) {_YOU}|"
            rf"\b(?:mind|"
            r"bothered|ok|okay|matter|care|weird|problem|cool) (?:with it |with that |it |at all )?(?:that |"
            r"if )?(?:im|i am) (?:like |only |[a-z]+ )?(?:[2-7]\d\b|older|an adult|old\b|that old)|\b(?:cool|ok|fine|"
            r"nice|thats ok|thats fine|oh)[ ,.]{1,3}(?:it )?doesnt (?:matter|bother)\W*(?:to )?me\b"
        ),
        (
            rf"\b(?:too|2|way too) old (?:for|4|to be talking to|to talk to|to be with|to date) (?:{_YOU}|some ?one|"
            r"a girl|a boy)\b"
        ),
        (
            rf"\bolder (?:than|then) (?:{_YOU} (?:think|thought|expect|probably)|i (?:look|said|sound|told)|"
            rf"what i)\b|"
            rf"\b(?:a bit |much |way |lot |abit |quite |little |bit )older than {_YOU}\b(?! by\b)|\b(?:like|into|"
            rf"date|"
            r"dated|kiss|talk to|prefer|with|fancy) (?:an |any |some )?older (?:guys?|men|man|blokes?|boys|women|"
            r"girls|people|lads)\b|\bold enough to be (?:your|ur)\b|\b(?:think|mean|say|scared|"
            r"worried) (?:that )?(?:im|i am) (?:[a-z]+ )?too old\b"
        ),
        (
            rf"\b(?:does|do|would|will|is|if|are|r) (?:it|that|this|{_YOU}|my)\b(?: [a-z]+){{0,5}} (?:bother|"
            rf"weird|ok|"
            r"okay|alright|matter|mind|freak|scare|problem|cool|care|put)\b(?: [a-z]+){0,5} (?:im [2-7]\d\b|"
            r"i am [2-7]\d\b|im older|i am older|my age|an older|age (?:gap|difference)|how old i am)"
        ),
        (
            r"\bdoes (?:my|our|the) age\b(?: [a-z]+){0,3} (?:bother|matter|scare|freak|put|worry)|\b(?:bothered|"
            r"scared|freaked|worried|put off) (?:by|about|out by) my age\b"
        ),
        (
            r"\b(?:im|i am|i m) (?:[a-z]+ )?[2-7]\d\b[^a-z]{0,4}(?:[a-z]+ ){0,3}(?:is|u|you|hope|does|that|dont|"
            r"still|too|if)(?: [a-z]+){0,4} (?:ok|okay|alright|too old|weird|problem|mind|bother|care|talk to me|"
            r"cool|fine|old)\b"
        ),
        (
            rf"\b1[0-7] ?\?.{{0,60}}\b(?:im|i am) [2-7]\d\b|\b{_YOURE} (?:only |"
            r"just )?1?\d\b[^a-z]{0,4}(?:[a-z]+ ){0,2}(?:im|i am) (?:only |just )?[2-7]\d\b|\b(?:im|"
            rf"i am) (?:only |just )?[2-7]\d\b[^a-z]{{0,4}}(?:[a-z]+ ){{0,3}}{_YOURE} (?:only |just )?1?\d\b(?!\d)"
        ),
        (
            r"\bget (?:me )?(?:arrested|sent to (?:jail|prison)|locked up) for (?:this|that|us|talking|it)\b|"
            r"\b(?:jail|prison|locked up|arrested)\b.{0,30}\b(?:talking|chatting|with|seeing|meeting|being|for|"
            rf"cuz) (?:[a-z]+ ){{0,3}}(?:{_YOU}|us|a minor|minors|(?:your|ur) age)\b"
        ),
        (
            r"\b(?:i like|i love|i prefer|im into|i dig|like|into|prefer|love|date|dated|"
            r"dating) (?:[a-z]+ )?(?:younger|young) (?:girls?|guys?|boys?|ones|ppl|people)\b|\b(?:because|cuz|cos|"
            r"coz|bc) of our ages?\b|\b(?:people|girls|boys|any ?(?:one|body)|some ?(?:one|"
            rf"body)) as young as {_YOU}\b|\b(?:go out|be|date|talk|kiss|meet|hang|meeting|dating|talking)(?: to|"
            r" with| out)* (?:with |to )?(?:some ?(?:one|body)|a guy|a man|people) (?:of )?my age\b|\b(?:im|"
            r"i am) in my (?:20s|30s|40s|50s|twenties|thirties|forties)\b|\b(?:see|know|knew|find out|told|"
            r"tell) (?:[a-z]+ )?how old i (?:really |actually )?am\b|\byounger the better\b|"
            rf"\blied (?:to {_YOU} )?about my age\b"
        ),
        (
            r"\b(?:bloke|man|guy|men|woman|fella|lad|adult) (?:my age|(?:of|whos|thats|at) (?:[2-7]\d))\b|"
            r"\b(?:people|they|everyone|adults|others|parents|"
            r"grown ?ups|some) (?:[a-z]+ ){0,3}(?:misunderstand|not understand|wouldnt understand|wont understand|"
            r"think the worst|get the wrong idea|judge)(?: (?:us|our|if|this|it|me|that)\b|\W*$)"
        ),
    )
    examples = (
        seen("age is just a number"),
        seen("does it bother you that im older"),
        seen("im 25 is that ok"),
        seen("am i too old for u"),
        seen("12?? wow ok, i'm 27 but you chat like my friends"),
        unseen("im too old for this game lol"),
        unseen("im older than u by 2 months"),
        unseen("how old is your gran"),
    )
    sources = (
        "Olson 2007 (reframing)",
        "McAlinden 2006 (denial of the difference)",
        "Chiang and Grant 2017 (overt persuasion)",
    )
