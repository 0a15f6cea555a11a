"""Asks about the daily routine: ways, times, and when the parents are away or asleep."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class AsksRoutine(PhraseClue):
    """Selection: learning when and where the child can be reached unseen."""

    family = Family.SELECTION
    decibans = 6
    means = "The sender asks about the other's daily ways and times, or when the parents are away or asleep."
    told = "They asked about your day: your way to school, your times, or when your parents are out."
    innocent = "Families, sitters and classmates need such times to plan."
    everyday = (
        (
            r"\b(?:what time|when) (?:do|does|did|will|r|are) (?:you|u|ya|school) (?:\w+ )?(?:finish|get (?:out|home|"
            r"back|in|off)|home|end|leave|done|finished|let out)\b|\bwhat time (?:you|u) (?:finish|get|home|done|out|"
            r"back|leave|in bed|go to bed)\b"
        ),
        (
            r"\b(?:what|which|wot) (?:bus|train|way|route|stop) (?:do|does|did|r|are|u|you) (?:\w+ )?(?:get|take|"
            r"catch|go|use|walk|on)\b|\bhow (?:do|are|r) (?:you|u) (?:get|getting) (?:home|to school|back)\b"
        ),
        (
            r"\b(?:what time|when) (?:do|does|r|are) (?:you|u) (?:\w+ )?(?:go to bed|sleep|go bed|bedtime|go to sleep|"
            r"train|practice|online|usually on)\b|\b(?:u|you) usually (?:on|online|home|free)\b|\bwhats (?:your|"
            r"ur) (?:day|schedule|routine|week) (?:like|look)\b"
        ),
    )
    phrases = (
        (
            r"\b(?:what time|when|wen|what days?|how late) (?:do|does|did|will|is|are|r|s) (?:(?:your|ur|yr|"
            r"the) )?(?:mum|mom|mam|mother|dad|father|parents?|mums|moms|dads|folks|family|step ?dad|step ?mum|nan|"
            r"gran|brother|sister|they|she|he|every(?:one|body)) (?:\w+ ){0,2}(?:get|gets|come|comes|be|back|home|"
            r"leave|leaves|go|goes|finish|work|works|asleep|sleep|sleeps|bed|out|away|in|at work)\b"
        ),
        (
            r"\b(?:which|what|wat|wot) (?:way|route|street|road) (?:do|did|does) (?:you|u|ya) (?:\w+ )?(?:walk|go|"
            r"come|take)\b|\b(?:do|did) (?:you|u) (?:always |usually )?walk (?:home|to school|back|"
            r"there)?.{0,12}\b(?:alone|on (?:your|ur) own|by (?:your|ur)self|every ?day|past)\b"
        ),
        (
            r"\b(?:do|does|is|are|r|will) (?:your |ur |yr )(?:mum|mom|mam|dad|parents?|folks|family|step ?dad|nan|"
            r"gran) (?:\w+ ){0,2}(?:work|works|working|out|away|go out|go to bed|asleep|sleeping|in bed|late|nights?|"
            r"heavy sleepers?)\b|\b(?:is|when is|whens|are) (?:mum|mom|dad|mummy|daddy|they|she|"
            r"he) (?:\w+ )?(?:at work|asleep|out|away|in bed|working)\b|\b(?:mum|mom|dad|they|she) works? (?:a lot|"
            r"late|nights|away|weekends?)\W*\?"
        ),
        (
            r"\bwho (?:\w+ )?(?:lets|picks|collects|looks after|watches|drops) (?:you|u|ya)\b|\b(?:so )?(?:ur|youre|"
            r"you are|u r|home|r u|are you) (?:\w+ )?alone (?:till|til|until|after|from) (?:when|what|how)\b|"
            r"\bhow long (?:is|are|will|s) (?:she|he|they|(?:ur|your) \w+)(?: \w+){0,3}\W*$"
        ),
        (
            r"\b(?:does|do|will) (?:any ?one|any ?body|(?:your|ur) (?:mum|mom|dad|parents)|they|she|"
            r"he) (?:\w+ )?(?:check|come in|look in|notice|go through|read|hear|wake|see)\b.{0,25}(?:\b(?:you|u|phone|"
            r"room|night|screen|tablet|messages)\b|$)|\bneighbou?rs? (?:that|who) (?:look|watch|check)|"
            r"\bany neighbou?rs\b"
        ),
        (
            r"\b(?:is|are|r) (?:it|the|ur|your) (?:\w+ )?(?:the )?(?:house|street|road|flat|window|bedroom) (?:with|"
            r"next to|near|at the|on the|by)\b|\b(?:which|what) (?:floor|window|room|house number|number) (?:is|do|"
            r"are) (?:you|u|ur|your|it|urs|yours)\b|\bis (?:your|ur) (?:bed)?room (?:\w+ )?(?:upstairs|downstairs|"
            r"near|next|on the)\b"
        ),
        (
            r"\bwhere (?:do|does) (?:your|ur) (?:mum|mom|dad|parents?) work\b|\bwait (?:till|til|"
            r"until) (?:\w+ ){1,3}(?:asleep|sleeping|in bed|gone|out|left)\b|\bhour by hour\b|\b(?:once|when|"
            r"after) (?:your|ur) (?:mum|mom|dad|parents?|family)(?:s|re)? (?:\w+ )?(?:asleep|in bed|"
            r"go(?:es)? to (?:bed|sleep|work)|out|gone|left|leaves?)\b"
        ),
        *everyday,
    )
    examples = (
        seen("what time does your mum get home"),
        seen("which way do u walk home?"),
        seen("when are ur parents asleep"),
        seen("so ur alone till when"),
        unseen("what time is the match"),
        unseen("my mum works at the hospital"),
        unseen("which way is the station"),
    )
    sources = ("O'Connell 2003 (risk assessment)", "ChatCoder 2 (personal information exchange)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups, where plans are made."""
        yield self.sighting(scene, self.strength(scene) * (0.35 if scene.conversation.is_group else 1))
