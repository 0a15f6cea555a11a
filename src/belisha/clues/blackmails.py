"""Threatens to show pictures or chats of the other to people who matter to him."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_SWEETS = r"\b(?:cookies?|twix|snickers|choc\w*|biscuits?|crisps|pizza|cake|sweets|candy|ice ?cream|a hug)\b"
_NEAR = {"blackmails", "demands_payment", "threatens", "asks_for_picture", "sexual_solicitation", "sets_deadline"}


class Blackmails(PhraseClue):
    """Threats: sextortion, from the list of followers to the class chat."""

    family = Family.THREAT
    decibans = 14
    means = "The sender threatens to show or post something about the other."
    told = "They threatened to share something about you. This is blackmail: do not pay, and tell somebody you trust."
    innocent = "Joking blackmail for a biscuit between siblings and friends; lessons that quote it."
    everyday = (
        (
            r"\b(?:ill|i will|im gonna|imma|i can) (?:just )?(?:put|post|upload) (?:it|them|this|everything|"
            r"these) (?:all )?(?:online|up|everywhere|out there|on (?:insta|ig|snap|fb|facebook|tiktok|the internet|"
            r"reddit|your|ur|discord))\b"
        ),
        (
            r"\b(?:i|ill|i will|i can|i could|im gonna|im going to|imma|i might)(?: just| now)? (?:post|send|share|"
            r"show|upload|forward|put) (?:it|them|this|that|these|everything) (?:all )?(?:to|with|on|in|"
            r"online)\b.{0,12}\b(?:everyone|everybody|every one|public|internet|whole|online|everywhere)\b"
        ),
        (
            r"\b(?:everyone|everybody|(?:ur|your) (?:friends|family|whole school|mum|mom|school)) (?:will|is gonna|"
            r"is going to|are gonna|gonna|would) (?:see|know|get|find out|hate|laugh)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:its|it is|this is|theyre|your (?:pic|face|nudes?|video)s? (?:is|are)) (?:all )?(?:going|gonna go|"
            r"gonna be|about to be|getting) (?:(?:on|to|in) (?:your|ur|every\w+|all)|posted|all over (?:your|ur|the|"
            r"school|insta)|viral|everywhere|sent to)\b|\bor (?:its|they get|it gets|its getting) (?:posted|sent|"
            r"leaked|shared|uploaded|out)\b|\b(?:want|wanna|shall|should) (?:me to |i |us to )(?:send|show|post|"
            r"share) (?:it|this|that|them|these) (?:to|on|with) (?:all )?(?:your|ur|every|the whole)\b"
        ),
        (
            r"\b(?:ill|i will|i can|i could|i|im gonna|im going to|imma|i might|gonna)(?: just| now)? (?:post|send|"
            r"share|leak|show|upload|publish|expose|forward|spread) (?!(?:\w+ ){0,3}(?:link|invite|invitation|"
            r"details|"
            r"news|notes|recipe|address|homework|list|email|info|card|present|gift)s?\b).{0,30}\b(?:to|with|"
            r"on) (?:all )?(?:of )?(?:your|ur|them all|all of them|everyone (?:in|at|on|(?:you|u) know|(?:your|"
            r"ur|her|"
            r"his))|everybody (?:in|at|(?:you|u) know))\b(?! (?:email|e mail|phone|number|inbox|dm|account|side|"
            r"address))"
        ),
        (
            r"\b(?:or|unless|otherwise|if (?:you|u) (?:dont|do not|tell|block|leave|report|ignore|stop|"
            r"refuse)).{0,40}\b(?:(?:i|ill|i will|im|i m|gonna)(?: \w+)? (?:post|leak|expose|share|publish|upload)|"
            r"i (?:send|show) (?:it|them|this|everyone|all|ur|your)|ill (?:send|show) (?:it|them|everyone|ur|your)|"
            r"it (?:goes|is going|gets) (?:out|public|viral|online|everywhere|to|on|in)|its (?:going|on|all over)|"
            r"everyone .{0,25}(?:sees?|gets?|knows?|finds? out)|(?:your|ur) .{0,20}(?:sees?|gets? (?:it|the|this)|"
            r"finds? out))\b"
        ),
        (
            r"\bi(?:ll| will| m gonna|m gonna)? (?:post|leak|send|share|show|expose)\b.{0,40}\b(?:unless|if (?:you|"
            r"u) (?:dont|do not|tell|block|leave|ignore|report|say))\b|\b(?:ruin|destroy|end) (?:your|ur|you|"
            r"u)(?:r)?(?: \w+)?\b.{0,10}\b(?:life|reputation|future|name|career)\b|\b(?:your|ur) (?:life|reputation|"
            r"future) (?:will be|is|is gonna be|gonna be) (?:over|finish(?:ed)?|ruined|done|destroyed)\b"
        ),
        (
            r"\b(?:i|ive|i have|i got|i ve)(?: \w+){0,2} (?:your|ur|all your|all ur) (?:\w+ )?(?:followers?|"
            r"friends? ?list|friendlist|contacts?|following|family members|friends and family)\b|\b(?:have|got|made?|"
            r"make) (?:a |the )?list\b.{0,30}\b(?:mum|mom|mother|family|school|class|coach|squad|team|friends|"
            r"followers)\b"
        ),
        (
            r"\b(?:i|ive|i have)(?: already| just| also)? (?:saved|screenshotted|recorded|screen ?recorded|"
            r"screen ?shot|kept)\b.{0,20}\b(?:pics?|photos?|vids?|videos?|face|everything|call|nudes?|images?|cam)\b|"
            r"\bnow i have (?:your|ur) (?:pics?|photos?|vids?|videos?|face|nudes?)\b|\bgoes (?:out|public|viral|live|"
            r"online|everywhere|to every\w+|(?:in|on|to) (?:the|your|ur|my) (?:group|family|class|school|story|"
            r"whole)\w*)\b.{0,15}(?:now|tonight|if|unless|chat|$)|\b(?:everyone|everybody) (?:in|at) (?:your|"
            r"ur) (?:class|school|year|team).{0,10}\b(?:gets?|sees?|knows?)\b"
        ),
        (
            r"\b(?:imagine|think) (?:what|how) (?:your|ur) (?:mum|mom|dad|parents|friends|school|family|teachers?|"
            r"coach).{0,20}\b(?:say|think|see|feel|react|know)|\bi (?:show|send|tell) (?:it to )?(?:everyone|"
            r"everybody) (?:at|in)\b|\b(?:ill|i will|imma|im gonna|i already) (?:typed?|wrote|made) (?:the |"
            r"a )?(?:message|post|group)(?: chat)? (?:to|with|for) (?:him|her|them|your|ur|all)\b|\bexpose (?:you|"
            r"u)\b|\bleak (?:it|them|ur|your|the)\b"
        ),
        (
            r"\b(?:want|wanna|shall|should) (?:me to |i )(?:hit|press|tap|click) (?:send|post|upload|share)\b|"
            r"\bim (?:already )?in "
            r"(?:it|(?:your|ur) (?:\w+ )?(?:group|class|chat|server|school|form)\w*)(?: \w+)? (?:now|too|"
            r"already)\b|\bthen (?:its|it is|it "
            r"goes|it will be) (?:up )?on my (?:story|page|insta|snap|tiktok)\b|\b(?:father|mother|mum|mom|dad|"
            r"parents|they) (?:will|ll|"
            r"is gonna|gonna) see (?:it|this|them|then|everything)\b|\bthen (?:father|mother|mum|mom|dad|"
            r"your \w+|ur \w+) (?:will|ll) see\b|"
            r"\bi(?:ve)? still (?:got|have) (?:the|that|those|your|ur) (?:\w+ )?(?:pics?|photos?|vids?|videos?|"
            r"voice ?notes?|screenshots?)\b|"
            r"\bor i upload\b"
        ),
        *everyday,
    )
    marks = {"sweets": _SWEETS}  # noqa: RUF012 - read only
    examples = (
        seen("unblock me or i post it everywhere"),
        seen("I have your followers list"),
        seen("i will send this to all your friends"),
        seen("its going on your school page"),
        unseen("ill send the photo to your email"),
        unseen("i will share the link with everyone in the club"),
        unseen("i saved the recipe you sent"),
    )
    sources = ("NCMEC and Thorn 2024 (financial sextortion)", "Thorn 2022 (sextortion survey)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Jests and sweets as ransom count little; everyday wording counts more beside other threats."""
        strength = self.strength(scene)
        nearby = any(
            scene.by_sender(said) and not _NEAR.isdisjoint(said.clues) for said in scene.before(14, minutes=2_880)
        )
        if strength < 1 and nearby:
            strength = 0.8
        if scene.said.is_jest or self.has_mark(scene.said, "sweets"):
            strength *= 0.25
        elif scene.conversation.is_group:
            strength *= 0.5
        yield self.sighting(scene, strength)
