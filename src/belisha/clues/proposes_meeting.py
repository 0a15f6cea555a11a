"""Proposes to meet face to face."""

import re
from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Scene

_ABOUT_OTHERS = re.compile(
    r"\b(?:shed|shell|theyd|theyll|hed|they|she|he|mum|mom|dad|parents|nan) (?:\w+ )?(?:want|wants|like|need|needs|"
    r"have|has|love) to (?:\w+ )?meet\b"
)


class ProposesMeeting(PhraseClue):
    """Approach: from the chat to a place."""

    family = Family.MEETING
    decibans = 6
    means = "The sender proposes to meet the other in person."
    told = "They want to meet you in real life."
    innocent = "Friends, families and clubs arrange meetings all the time."
    everyday = (
        (
            r"\b(?:wanna|want to|wan to|fancy|lets|we could|we can|can we|shall we|we should|u up for|you up for|"
            r"down to|u free to|you free to) (?:\w+ )?(?:hang|hang out|chill|link up|link|go out|go for a|go town|"
            r"go to the|do something|get (?:a |some )?(?:food|coffee|ice ?cream|milkshake|bubble tea))\b"
        ),
        (
            r"\b(?:come|cum|pop|go) (?:over|round|around|by|to mine|to my (?:house|place|flat|room|car)|to yours)\b|"
            r"\b(?:i|ill|i can|i could|i might|can i|could i|let me) (?:come|pop|drop|swing) (?:over|round|around|by|"
            r"to (?:yours|your|ur))\b"
        ),
        (
            r"\b(?:meet|meeting) (?:me|you|u|ya|up|us)? ?(?:at|outside|by|behind|near|in|after) (?:the |ur |"
            r"your |my |"
            r"a )?\w+\b"
        ),
        (
            r"\b(?:when|what day|what time) (?:can|could|shall|should|do) (?:i|we) (?:see|meet|hang)\b|\b(?:are|"
            r"r) (?:you|u) (?:free|around|about|busy) (?:on |this |at the |the )?(?:weekend|sat|saturday|sun|sunday|"
            r"fri|friday|tomorrow|tmrw|tonight|after school|half term)\b|\b(?:you|u) free (?:at the |this |"
            r"on )?(?:weekend|sat|sun|saturday|sunday|tmrw|tomorrow|tonight)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:wanna|want to|wan to|want 2|wana|would like to|id like to|would love to|id love to|love to|"
            r"like to|"
            r"lets|can we|could we|we should|we could|shall we|we can|u wanna|can i|could i|i could|gonna|going to|"
            r"have to|need to|get to|can finally|finally|when (?:can|do|will) we) (?:\w+ )?(?:meet|meetup|meet up|"
            r"m33t)\b(?! (?:the (?:deadline|target|criteria|teacher|parents)|(?:your|ur) (?:mum|mom|dad|parents|"
            r"teacher|family)))"
        ),
        (
            r"\bmeet(?:ing)? (?:(?:up|with|me|you|u|ya) ){0,2}(?:irl|in person|in real life|in rl|face to face|"
            r"for real|offline|alone|secretly|in secret|some ?time|some ?day|one day|tonight|tmrw|tomorrow|"
            r"this weekend|on (?:sat|sun|mon|tue|wed|thu|fri)\w*|after school|half ?way)\b"
        ),
        (
            r"\b(?:see|hang out with|cuddle|hug|hold|visit|be with) (?:you|u|ya) (?:\w+ )?(?:irl|in person|"
            r"in real life|in rl|face to face|for real|offline|alone|secretly)\b|\b(?:finally|really want to|"
            r"cant wait to) (?:see|meet|hold|hug) (?:you|u)\b"
        ),
        (
            r"\b(?:i|ill|i can|i could|id|i would|i might) (?:\w+ )?(?:drive|travel|get the (?:train|bus)|"
            r"catch the (?:train|bus)|fly) (?:up|down|over|out|across|round|to (?:you|u|yours|ur|your))\b|\b(?:im|"
            r"i am|ill be) (?:down|up|round|in|near) (?:your|ur) (?:way|area|town|city|neck)\b"
        ),
        (
            r"\b(?:can|could|may|should|let me|ill|i will) (?:i )?(?:\w+ )?come (?:and )?(?:see|visit|meet) (?:you|"
            r"u)\b|\bi(?:ll| will| might| may| could)? (?:just )?come (?:and |over and |by and )?(?:say (?:hi|hello)|"
            r"watch you|watch u|find you|find u|surprise (?:you|u))\b|\b(?:ill|i will) (?:be |"
            r"wait )(?:\w+ )?(?:there |for (?:you|u) )?(?:\w+ )?(?:by|at|behind|round|around|near|"
            r"in|outside) (?:the|ur|your) (?:\w+ )?(?:gates?|corner|fence|path|bench|bridge|bus ?stop|car ?park|"
            r"park|postbox|"
            r"bins?|shops?|spar|woods?|swings?|station|alley|back)\b"
        ),
        (
            r"\b(?:lets|we could|we can|wanna|we|u and me|you and me|its?) (?:\w+ ){0,4}just (?:the two of us|us two|"
            r"us 2|u and me|you and me|me and you|me and u|2 of us)\b(?! (?:in this|playing|on the team))"
        ),
        (
            r"\b(?:our|a|the) (?:first |secret |little )?(?:date|meet|meet ?up|rendezvous)\b.{0,15}\b(?:with (?:you|"
            r"u)|irl|alone|secret|tonight|weekend|saturday|sat|us)\b|\bgo on a date\b"
        ),
        *everyday,
    )
    examples = (
        seen("wanna meet up sometime"),
        seen("I could drive over on saturday"),
        seen("i'll be there tomorrow by the blue gate"),
        seen("can we meet irl one day"),
        unseen("nice to meet you"),
        unseen("we have to meet the deadline"),
        unseen("i was alone in the park with my dog"),
    )
    sources = ("O'Connell 2003 (conclusion)", "Lorenzo-Dus 2016 (approach)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Strong towards a child by one who is not known to be one; weak in groups."""
        if _ABOUT_OTHERS.search(scene.said.text):
            return
        strength = self.strength(scene)
        if scene.conversation.is_group:
            strength *= 0.35
        elif min(scene.ages_of(scene.other), default=YOUNG) >= YOUNG:
            strength *= 0.5
        yield self.sighting(scene, strength)
