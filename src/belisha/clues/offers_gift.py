"""Offers or gives presents: game currency, money, phones, vapes."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family

_YOU = r"(?:you|u|ya)"
_GAME = (
    r"(?:robux|bobux|v ?bucks|vbux|skins?|nitro|gems|diamonds|minecoins|battle ?pass|game ?pass|gamepass|pickaxe|"
    r"emotes?|boosts?|riot points|rp)"
)
_THING = (
    rf"(?:{_GAME}|gift ?cards?|steam cards?|cash|money|iphone|phone|fone|airpods|headset|controller|console|xbox|"
    r"ps[45]|playstation|switch|laptop|tablet|ipad|web ?cam|mic|vapes?|alcohol|ciggies|cigs|weed|vodka|beers?|booze|"
    r"drinks|clothes|shoes|trainers|sneakers|dress|perfume|necklace|ring|bracelet|jewellery|jewelry|presents?|gifts?|"
    r"surprise|credit|top ?up|tickets?|anything|whatever|things|stuff|something (?:nice|special|pretty)|[£$€] ?\d+|"
    r"\d+ ?(?:quid|bucks|dollars|pounds|euros|usd))"
)
_GIVE = (
    r"(?:buy|get|give|gift|send|order|pay|spoil|treat|mail|post|bring|top|load|cashapp|venmo|paypal|transfer|donate)"
)
_GAVE = r"(?:bought|gave|gifted|sent|got|ordered|paid)"
_EVERYDAY = (
    (
        rf"\b(?:i|ive|i have) (?:just |already |also )?(?:got|have|bought) {_YOU} (?:a |an |some |"
        r"another )?(?:little |small )?(?:something|present|gift|surprise)\b"
    ),
    rf"\b(?:what|which) (?:{_GAME}) (?:do )?{_YOU} want\b|\b(?:free|some|more) {_GAME}\b|\b{_GAME} (?:for|4) free\b",
    (
        rf"\b(?:what|wat) (?:do|would|shall|should|can|could) (?:{_YOU}|i) (?:like |want )?(?:[a-z]+ )?(?:(?:for|"
        rf"4) (?:your|ur) (?:birthday|bday|xmas|christmas|setup|room)|(?:bring|get|buy) {_YOU})\b"
    ),
)


class OffersGift(PhraseClue):
    """Reward: presents that make a child feel grateful or in debt."""

    family = Family.REWARD
    decibans = 5
    means = "The sender offers or gives a present, such as game currency, money or a phone."
    told = "They offered you a present, like game money or a phone."
    innocent = "Birthdays, relatives, fair trades between players, and friends who lend each other money."
    everyday = _EVERYDAY
    phrases = (
        *_EVERYDAY,
        (
            r"\b(?:ill|i will|i can|i could|i would|id|let me|lemme|im gonna|im going to|i wanna|i want to|imma|ima|"
            rf"we can|happy to|gonna|i might) (?:[a-z]+ ){{0,2}}{_GIVE} (?:for )?(?:{_YOU}|ur|"
            rf"your)\b(?: [a-z0-9]+){{0,5}} {_THING}\b"
        ),
        (
            r"\b(?:i|ive|i have|i just|already|just)(?: just| already|"
            rf" even)? {_GAVE} (?:for )?{_YOU} (?:[a-z0-9]+ ){{0,5}}{_THING}\b"
        ),
        (
            rf"\b(?:do|does|would|want|wanna) ?{_YOU} (?:want|like|need|wanna have) (?:some |any |a |an |free |more |"
            rf"\d+ |new |me to (?:buy|get) {_YOU} )*(?:the )?(?:{_GAME}|gift ?cards?|vapes?|airpods|iphone)\b|"
            r"\b(?:want|need) (?:a |some )?(?:new phone|credit|cash|money|vapes?|alcohol)\W*\?? ?(?:i can|ill|"
            r"i could)\b"
        ),
        (
            rf"\b(?:want|need|wanna) (?:some |a |free |\d+ )+(?:{_GAME}|gift ?cards?|vapes?)\b.{{0,10}}\?|"
            rf"\b{_YOU} (?:want|need) (?:some |a |the |free |\d+ )*(?:{_GAME}|gift ?cards?|vapes?)\b"
        ),
        (
            rf"\b(?:sent|gifted|gave|sending|gifting) {_YOU} (?:the |a |an |some |that |ur |your |"
            rf"\d+ )?(?:[a-z]+ )?{_GAME}\b|\bcheck (?:your|ur) (?:account|inventory|donations?|balance)\b"
        ),
        (
            r"\b(?:ill|i will|i can|id|i would|let me|lemme) (?:[a-z]+ )?(?:buy|get|give|gift|"
            rf"send) {_YOU} (?:[a-z]+ )?(?:{_GAME}|anything|whatever|loads|lots|something|more|a new (?:phone|one)|"
            rf"nice things)\b|\b(?:buy|get) {_YOU} (?:anything|whatever|all the) \b|\b(?:ill|let me|i can|"
            rf"lemme) (?:spoil|treat) {_YOU}\b"
        ),
        (
            rf"\bill get {_YOU} (?:the|a|an|that|some|more) (?:[a-z]+ )?(?:{_GAME}|too|one)\b|\b(?:with|"
            rf"bring) that (?:[a-z]+ )?(?:controller|headset|phone|game|skin) {_YOU} want"
        ),
        (
            rf"\b(?:what|wat) (?:do|would) {_YOU} (?:want|like)\b.{{0,30}}\bname it\b|\b(?:anything|"
            rf"whatever) {_YOU} (?:want|like|need)[ ,.]{{1,3}}(?:ill|i will|i can|id) (?:buy|get|pay)\b"
        ),
        (
            rf"\b(?:ive got|i got|i have|got) (?:loads|lots|plenty|tons|so much) (?:of )?(?:money|cash|{_GAME})\b|"
            r"\bmoney(?:s| is)? (?:not|no) (?:a |an )?(?:problem|issue|object)\b"
        ),
        (
            r"\bill (?:pay|cover) (?:for )?(?:it all|everything|(?:your|ur) (?:[a-z]+ )?(?:ticket|train|taxi|uber|"
            r"bus|phone|credit|drinks|food))\b|\b(?:put|add|send) (?:some )?(?:credit|money) (?:on|to) (?:your|ur)\b"
        ),
        rf"\b(?:made|got|bought|have) {_YOU} (?:a |an |some )?(?:[a-z]+ )?[a-z]+[., ]{{1,3}}just (?:for|4) {_YOU}\b",
    )
    examples = (
        seen("do u want 400 robux"),
        seen("i can buy you a new phone"),
        seen("sent u the dragon skin"),
        seen("ill get you some vbucks tonight"),
        unseen("trade u my sword for ur shield"),
        unseen("my skin is so dry in winter"),
        unseen("can i borrow 5 quid till monday"),
    )
    sources = (
        "Olson 2007 (deceptive trust: gifts)",
        "NCMEC and Thorn 2024: offers of game currency",
        "IWF: grooming through games",
    )
