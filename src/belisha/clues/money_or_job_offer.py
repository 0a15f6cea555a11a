"""Offers modelling, fame, a job or easy money."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_EVERYDAY = (
    (
        r"\bphoto ?shoot\b|\b(?:audition|portfolio|casting)\b(?: [a-z]+){0,4} (?:you|u|your|ur|saturday|sunday|"
        r"tomorrow|hotel|studio|room)\b|\b(?:paid|pay) (?:collab|gig|promo)\b"
    ),
    r"\b(?:need|want|looking for) (?:a |some )?(?:job|extra (?:cash|money)|money|cash)\W*\?|\bcash in hand\b",
    (
        r"\b(?:make|made|making|turn) (?:you|u) (?:famous|rich|a star|go viral|big)\b|\bbrand ambassador\b|"
        r"\bfresh faces?\b"
    ),
)


class MoneyOrJobOffer(PhraseClue):
    """Reward: a career or quick money as the bait."""

    family = Family.REWARD
    decibans = 6
    means = "The sender offers modelling, fame, a job or easy money."
    told = "They offered you modelling, fame, a job or easy money."
    innocent = "Real jobs with papers and parents, school plays, and babysitting for neighbours."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:thought (?:about|of)|considered|tried|interested in|think about|into|fancy|like|love|done any|"
            r"do some|do) (?:ever )?(?:being a |becoming a |doing |some |a bit of |to try |to do )?(?:child |teen |"
            r"part ?time )?(?:model|modell?ing|acting|influencer)\b(?!(?: [a-z]+){0,2} (?:train|kit|class|club|"
            r"lesson))"
        ),
        (
            rf"\b(?:be|become|work as|start as|make {_YOU}|book {_YOU}|sign {_YOU}(?: up)?|represent {_YOU}|"
            rf"scout(?:ed|ing)? {_YOU}) (?:as )?(?:a |an |our |my )?(?:[a-z]+ )?model\b(?! (?:student|pupil|citizen|"
            r"for others))|\bmodell? for (?:me|us|our|my)\b|\bmodell?ing (?:agency|job|work|contract|career|gig|"
            r"scout|opportunity|shoot|agent)s?\b"
        ),
        (
            r"\b(?:we|i|i am|im|we are) (?:[a-z]+ )?(?:scout|scouting|casting|recruiting|represent|"
            r"looking for) (?:for )?(?:new |fresh |young |pretty |some |more |a few |any |child |teen )*(?:faces?|"
            r"models?|talents?|girls|boys|teens|artists?|actors?|singers?|dancers?|influencers?|streamers?)\b"
        ),
        (
            r"\b(?:talent|model|modelling|modeling|casting|music|football) (?:agency|agent|scout|director|"
            r"manager)\b(?! (?:is|was) (?:on|coming|called))|\b(?:work for|run|own|from) (?:a|an|the|"
            r"my) (?:[a-z]+ )?(?:modell?ing|talent|casting) "
        ),
        (
            r"\b(?:exactly|just|perfect|right|got|have|the) (?:the |that |exactly the )?look (?:we|i|for (?:it|us|"
            r"our|this|the)|they|clients|brands)\b|\bexactly the look\b|\bperfect (?:for|4) (?:our|my|the|"
            r"a) (?:campaign|brand|agency|shoot|show|film|label|advert|ad)\b|\b(?:photographer|director|"
            r"producer) (?:looking|searching|who needs|and i need)\b|\b(?:run|own|from|at) (?:a|my own|"
            r"the) (?:music |record |fashion )?(?:label|agency|brand)\b|\bwant to sign (?:you|u)\b|\b(?:you|u|youd|"
            r"ud) (?:could|would|should|can) (?:easily |totally |really )?(?:be|make) (?:a |an )?(?:great |good |"
            r"amazing |perfect )?(?:model|star|actress|influencer)\b"
        ),
        (
            r"\btest ?shoot\b|\bclosed set\b|\b(?:send|need|want) (?:[a-z]+ ){0,4}(?:for|4) (?:the |your |ur |my |"
            r"our )?(?:portfolio|agency|casting|client|boss|brand)\b|\b(?:private|one to one|1 to 1|"
            r"1 on 1) (?:audition|casting|shoot)\b"
        ),
        (
            rf"\b(?:easy|quick|fast|good|extra|serious|big|real|free) (?:money|cash)\b(?: [a-z]+){{0,5}} (?:{_YOU}|"
            rf"pics?|photos?|just|for|online|dm|home|simple)\b|\b(?:make|earn|making|get|got) (?:{_YOU} )?(?:some |"
            r"a bit of |loads of )?(?:easy|quick|fast|extra|serious|good) (?:money|cash)\b|"
            r"\bearn (?:some )?money (?:from|at|online|by)\b|\b(?:want to|wanna|u|you|could|can) (?:make|"
            r"earn) \d{2,} ?(?:a|per|each|every|quid|bucks|dollars)\b|\b(?:wanna|want to) (?:make|earn) (?:some |"
            r"easy |quick |extra )*(?:money|cash)\b"
        ),
        (
            r"\b(?:pay|pays|paid|earn|earns|make|get|get paid|offer|is) (?:[a-z]+ ){0,3}(?:[£$€] ?\d+|\d+ ?(?:quid|"
            r"bucks|dollars|pounds|euros)) ?(?:a|an|per|each|every|/) ?(?:day|hour|week|shoot|photo|pic|video|month|"
            r"set|hr)\b"
        ),
        (
            r"\bsugar ?(?:daddy|baby|mama|mummy|momma)\b|\b(?:weekly|monthly) allowance\b|\b(?:can|could|ill|"
            r"will) (?:get|give|find|offer|have) (?:you|u) (?:a |some |easy )+(?:job|work|audition|contract|"
            r"modell?ing)\b"
        ),
    )
    examples = (
        seen("have you ever thought about modelling?"),
        seen("we are scouting new faces for a brand"),
        seen("wanna make some easy money"),
        seen("it pays £300 a day"),
        unseen("my model train set is huge"),
        unseen("i got a job at the bakery"),
        unseen("the scouts are camping this weekend"),
    )
    sources = (
        "UK Safer Internet Centre and police warnings: false model scouts",
        "Interpol and UNICEF: Disrupting Harm (offers of money)",
    )
