"""Tells the child to slip out, to let him in, or to lie about where it is."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class SneakingOut(PhraseClue):
    """Approach: past the parents."""

    family = Family.MEETING
    decibans = 8
    means = "The sender wants the other to slip out, to let him in, or to lie about where he or she is."
    told = "They want you to sneak out, to let them in, or to lie about where you are."
    innocent = "Pranks and surprise parties; lyrics and stories."
    everyday = (
        (
            r"\b(?:skip|bunk|ditch|mitch|wag|bunk off|skive) (?:off )?(?:school|class|lessons?|pe|last period|"
            r"tomorrow|tmrw)\b"
        ),
        r"\b(?:let|lemme) me in\b|\b(?:slip|sneak) (?:away|off)\b",
    )
    phrases = (
        (
            r"\bsneak (?:\w+ )?(?:out|over|in|me in|round|away to|past)\b(?! (?:of the (?:movie|film)|peek))|"
            r"\b(?:slip|creep|get) (?:\w+ )?(?:away|out)(?: of the house| for a bit| the back| tonight| after| when|"
            r" while| without| and meet)\b"
        ),
        (
            r"\b(?:climb|get|go|come) (?:\w+ )?(?:out|through|in) (?:of |through )?(?:the |ur |your |my )?window\b|"
            r"\bleave (?:the |your |ur )?(?:\w+ )?(?:door|window|gate) (?:open|unlocked|on the latch)\b|"
            r"\bunlock (?:the|ur|your) (?:\w+ )?(?:door|window)\b"
        ),
        (
            r"\b(?:tell|say to|told|just tell|lie to) (?:(?:your|ur|yr|the) )?(?:mum|mom|mam|dad|parents?|mother|"
            r"father|them|her|him|nan|folks|family) (?:that )?(?:its|it is|youre|ur|you are|u r|you|u|were|"
            r"your) (?:\w+ ){0,2}(?:at|staying|going|with|sleeping|have|had|need|got|netball|football|a friend|study|"
            r"homework|training|practice|club|detention|extra|late|round|out with)\b"
        ),
        (
            r"^\W*that (?:youre|ur|you are) (?:at|staying|going|with) (?:a |ur |your )?(?:friends?|mates?|cousins?)|"
            r"\b(?:just )?say (?:that )?(?:you|u) (?:have|had|got|need to|stayed|are staying|are going|"
            r"were) .{0,15}\b(?:club|training|practice|homework|detention|rehearsal|friends?|library|revision|"
            r"late)\b|"
            r"\bsay (?:youre|ur|u r|you are) (?:\w+ )?(?:at|round|staying) \w+s?\W*$|"
            r"\b(?:just )?say (?:that )?(?:youre|ur|you are|u r|your|you|u|its) (?:\w+ )?(?:at|staying at|"
            r"sleeping at|"
            r"going to|with|round) (?:a |ur |your |the )?(?:friends?|mates?|cousins?|library|school|\w+s house|"
            r"sleep ?over|cinema|shops?)\b"
        ),
        (
            r"\b(?:without|dont let|before|so) (?:your |ur |the )?(?:mum|mom|dad|parents?|them|they|anyone|any ?body|"
            r"family)(?:s)? (?:\w+ )?(?:knowing|noticing|hearing|finding out|seeing|notices?|hears?|wakes?|"
            r"sees?) (?:you|u|me|us)?\b.{0,20}\b(?:leave|out|go|come|meet|us|me|you|u)\b"
        ),
        (
            r"\b(?:when|after|once|while) (?:\w+ ){1,3}(?:asleep|sleeping|in bed|at work|out)\b.{0,20}\b(?:come|meet|"
            r"sneak|slip|get|go) (?:\w+ )?(?:out|outside|me|over|round|down)\b|\b(?:meet|"
            r"come) (?:me )?(?:\w+ )?(?:after|once|when) (?:\w+ ){1,3}(?:asleep|sleep|in bed)\b"
        ),
        (
            r"\b(?:can|could|would|will) (?:you|u) (?:\w+ )?(?:get|come) out (?:of the house |without |at night|"
            r"tonight|late|later)|\b(?:dont|no need to) ask (?:them |her |him |(?:your|ur) \w+ )?(?:then )?(?:theyre|"
            r"they are|shes|hes|they) (?:not|wont|never|only|just|ll)\b|\bdont (?:ask|tell) .{0,12}\bsay no\b"
        ),
        (
            r"\brun away (?:with|to) me\b(?! tonight nobody)|\b(?:leave|run away from) (?:your|ur|that) (?:home|"
            r"family|house|parents)\b.{0,20}\b(?:me|us|together)\b"
        ),
        (
            r"\bnot (?:at |by |near |in front of |from )?(?:the|ur|your) (?:front )?(?:gates?|front door|door|"
            r"house|school|"
            r"entrance|main road)\b(?=\W*$|.{0,6}\b(?:round|so|just|where|they|people))|\b(?:dont|"
            r"do not) (?:talk|speak|wave|"
            r"look|say (?:hi|hello|anything|bye)) (?:at |to )?(?:me|any ?one|any ?body|the (?:girls|boys|others|"
            r"teacher)) ?"
            r"(?:if|when|until|till|while|in front|there|at school|$)|\b(?:come|go|leave|get|"
            r"slip) (?:\w+ )?(?:out )?(?:of |by |"
            r"through |out )?(?:the )?(?:fire|back|side) (?:door|exit|gate|entrance)\b|\bhood up\b|"
            r"\bwhere (?:nobody|no one|"
            r"noone|they|she|he) (?:can|will|ll|cant|wont) (?:see|spot|notice)\b|\b(?:ill|i will) (?:follow|"
            r"walk behind)\b"
        ),
        (
            r"\b(?:text|message|tell|ring) (?:her|him|them|(?:your|ur) \w+) (?:that )?(?:its|it is|youre|ur|"
            r"practice|training|"
            r"rehearsal|club|the \w+ is) (?:\w+ )?(?:running )?(?:late|over|longer|cancelled|later)\b|"
            r"^\W*(?:that )?(?:youre|ur|"
            r"you are) (?:at|round|with) (?:\w+s|a friends?|ur mates?) (?:for|doing|to do|house|revising|"
            r"studying|helping)\b|"
            r"\b(?:tell|say to) (?:em|them|her|him) (?:that )?(?:your|ur|youre|you are) (?:stopping|kipping|"
            r"stoppin|crashing|over|"
            r"out|at) \b|\bsay (?:you|u) (?:forgot|lost|missed|fell) (?:it|the|ur|your|asleep)\b"
        ),
        *everyday,
    )
    examples = (
        seen("dont talk to me if theres people about"),
        seen("text her its running late"),
        seen("can u sneak out tonight"),
        seen("leave the back door open for me"),
        seen("just tell your mum youre at a friends"),
        seen("say ur at a sleepover"),
        unseen("the cat got out of the window"),
        unseen("tell your mum i said hi"),
        unseen("here is a sneak peek of the trailer"),
    )
    sources = ("Lorenzo-Dus 2016 (approach)", "O'Connell 2003 (conclusion)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups, where surprises are planned."""
        yield self.sighting(scene, self.strength(scene) * (0.35 if scene.conversation.is_group else 1))
