"""Controls whom the other sees, where he is and how fast he answers."""

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family


class JealousControl(PhraseClue):
    """Isolation: jealousy that watches and forbids."""

    family = Family.ISOLATION
    decibans = 6
    means = "The sender jealously controls the other's contacts, whereabouts or time."
    told = "They try to control who you talk to or where you are. You may talk to whoever you like."
    innocent = "Parents ask where a child is and with whom; couples of one age can be jealous too."
    everyday = (
        (
            r"\bwho(?:s| is| are|re| r| were| was)? (?:(?:you|u|ya|ur|youre) )?(?:even |always |"
            r"still )?(?:been )?(?:(?:talking|speaking|chatting|sat|sitting|hanging out|online|playing) (?:to|with)|"
            r"texting|snapping|messaging|dming)\b"
        ),
        (
            r"\b(?:why|how come) (?:didnt|dont|havent|wont|did|do) (?:you|u) (?:not )?(?:answer|reply|respond|pick up|"
            r"text back|open|message me)\b|\bwhere (?:were|was|have|hav) (?:you|u) (?:been )?(?:all (?:day|night)|"
            r"last night)\b"
        ),
        (
            r"\b(?:send|share|turn on|drop)(?: me)? (?:your|ur|the) (?:live )?(?:location|pin)\b|\bwho(?:s| is) (?:he|"
            r"she|that (?:guy|boy|girl|lad))\b|\bwho(?:s| is| was) that (?:guy|boy|girl|lad)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:youre|ur|you are|u r|your|u are) (?:all |only |just )?(?:mine|my (?:girl|boy|"
            r"property)(?! ?friend))\b(?! (?:that|who|is|now\?))|\b(?:you|u) belong to me\b|"
            r"\bnobody (?:else )?(?:talks|speaks|touches) (?:to )?(?:my|you|u)\b"
        ),
        (
            r"\b(?:dont|do not|stop|quit) (?:you )?(?:talk|talking|speak|speaking|text|texting|snap|snapping|hang|"
            r"hanging|playing|play|going out|seeing|sit|sitting)(?: out)? (?:to|with) (?:him|her|them|other|any|boys|"
            r"girls|guys|those|that|(?:your|ur) \w+)\b(?! about (?:this|us))"
        ),
        (
            r"\b(?:block|unadd|unfriend|remove|unfollow|drop|delete) (?:him|her|them|that (?:guy|boy|girl|kid)|"
            r"(?:all )?(?:those|the|other|your|ur) (?:guys|boys|girls|lads|friends|mates))\b(?! (?:and|"
            r"then)? ?(?:report|tell))"
        ),
        (
            r"\b(?:give|tell|send|gimme|show)(?: me| us)? (?:your|ur|the) (?:\w+ )?(?:password|passcode|login|log in|"
            r"passwords|phone code)\b|\bcouples share\b|\b(?:screenshot|ss|show me) (?:your|ur) (?:chats?|dms?|"
            r"messages|convos?|friends list)\b"
        ),
        (
            r"^\W*(?:its )?(?:her|him|them|(?:your|ur) (?:friends?|mates|family|mum|mom)) or me\b|\b(?:choose|"
            r"pick) (?:between )?(?:me or|me and|him or me|her or me|them or me)\b"
        ),
        (
            r"\b(?:online|active) (?:and|but|n) (?:not|ignoring|didnt|wont|wouldnt) (?:\w+ )?(?:me|reply\w*|answer\w*|"
            r"talk\w*)\b|\bi (?:dont|do not|hate) (?:like |want |it when )?(?:you|u|ur|your|youre) (?:talking|"
            r"speaking|talk|hanging|being|texting|going out|sitting)\b.{0,12}\b(?:to|with|out|boys|guys|others?|him|"
            r"her|them|friends)\b|\b(?:you|u) (?:\w+ )?spend (?:too much|more|all ur|all your) time (?:with|"
            r"on) (?:them|him|her|your|ur|those|other)\b|\b(?:jealous|hate it|mad|angry|hurts?|dont like it|pissed|"
            r"upset) (?:when|if|that|cos|because) (?:you|u|ur|youre) (?:talk|speak|talking|hang|are with|r with|with|"
            r"sit|online|playing|play|dont answer|dont reply|go out)"
        ),
        (
            r"\b(?:you|u) (?:only|just) (?:need|have|got) me\b(?! to)|\ball (?:you|u) need is me\b|\b(?:you|"
            r"u) dont need (?:them|anyone|any friends|friends|other)\b|\b(?:you|u) (?:are|"
            r"r)(?:nt)? (?:not )?(?:allowed|supposed) to (?:talk|speak|see|have|go|text)\b.{0,20}\b(?:other|boys|guys|"
            r"him|her|anyone|without me)\b"
        ),
        (
            r"\b(?:i saw|i see|i can see) (?:you|u|that you|that u)(?: were|r|re| are|ve been)? (?:online|active|"
            r"on)\b(?! (?:tv|stage|the|a|saturday|monday))"
        ),
        (
            r"\b(?:tell|ask) me (?:before|every ?time|whenever) (?:you|u) (?:go|leave|talk|speak|are going)\b|"
            r"\b(?:send|give) (?:me )?(?:a )?(?:pic|photo|proof)\b.{0,15}\bof where (?:you|u) (?:are|r)\b"
        ),
        *everyday,
    )
    examples = (
        seen("who are you talking to"),
        seen("youre mine"),
        seen("block him now"),
        seen("send a photo of where u are"),
        unseen("youre my best friend"),
        unseen("who is talking at assembly tomorrow"),
        unseen("block him and report it to mods"),
    )
    sources = ("NSPCC/Swansea TIME (isolate)", "Olson 2007 (isolation)")
