"""Offers a lift, pays a ticket or books a room."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class ArrangesTravel(PhraseClue):
    """Approach: bringing the child to the place, or himself to the child."""

    family = Family.MEETING
    decibans = 6
    means = "The sender offers to fetch the other, to pay the journey, or a place to stay."
    told = "They offered to pick you up, to pay your travel or to give you a place to stay."
    innocent = "Parents, relatives and teams arrange lifts; friends share rides."
    everyday = (
        (
            r"\b(?:ill|i will|i can|i could|im gonna|can i|let me|want me to|shall i|should i|i) (?:\w+ )?(?:pick|"
            r"scoop|collect|fetch|get|grab) (?:you|u|ya) ?(?:up\b|from|outside|at \w+|after school)"
        ),
        (
            r"\b(?:give|gave|giving|offer|need|want) (?:you |u |ya )?(?:a )?(?:lift|ride)\b(?! (?:to the (?:game|"
            r"match|practice|training)|home from))|\b(?:ill|i will|i can|i could) (?:drop|drive|run|take) (?:you|"
            r"u) (?:off|home|back|there)\b"
        ),
        (
            r"\b(?:ive|i have|i got|ill have|i will have|got|in|with) (?:the|my|a) (?:car|van)\b.{0,20}\b(?:drive|"
            r"pick|come|get|u|you|we)\b|\b(?:we|u and me) (?:can |could )?(?:go|going) for a (?:little |"
            r"nice )?drive\b|\bgo for a drive\b"
        ),
    )
    phrases = (
        (
            r"\b(?:ill|i will|i can|i could|ive|i have|let me|id|i) (?:\w+ ){0,2}(?:pay|buy|bought|get|got|book|"
            r"booked|send|sent|cover|paid) (?:for )?(?:you|u|ya|your|ur|us) (?:\w+ ){0,2}(?:train|bus|coach|plane|"
            r"flight|taxi|cab|uber|tickets?|fare|travel|journey|lyft|greyhound)\b(?! (?:for|to) the (?:match|gig|"
            r"concert|trip|team|class))"
        ),
        (
            r"\b(?:train|bus|coach|plane|flight) tickets? (?:is|are|will be|in|to|for you|for u|on|"
            r"there)\b.{0,30}\b(?:your|ur|you|u|me|email|e mail|inbox)\b|\btickets? (?:is|are) in (?:your|"
            r"ur) (?:email|e mail|inbox)\b"
        ),
        (
            r"\b(?:send|get|order|book|call) (?:(?:you|u|ya) )?(?:an? )?(?:uber|taxi|cab|lyft)\b(?! (?:home|for me|"
            r"to get home))|\b(?:send|get|book|buy) (?:you|u|ya) (?:a )?(?:ticket|car)\b|\b(?:uber|taxi|cab|"
            r"lyft) (?:for|to get|to pick) (?:you|u|ya)\b|\b(?:get|take|catch|hop on|jump on) (?:the|a) (?:train|bus|"
            r"coach|taxi|uber) (?:\w+ ){0,4}(?:and |n )?(?:ill|to me|to mine|to my)\b"
        ),
        (
            r"\b(?:ive|i have|ill|i will|i can|i could|i)(?: \w+)? (?:book|booked|got|get|rent|rented|reserved|"
            r"reserve|pay for|paid for|a) (?:\w+ ){0,3}(?:hotel|motel|airbnb)\b|\b(?:we|us|lets|you|"
            r"u) (?:\w+ ){0,3}(?:in |at |to )?(?:a |an |the )(?:hotel|motel|airbnb|air bnb|room at|hostel|"
            r"premier inn|"
            r"travelodge|b ?n ?b)\b(?! (?:for the (?:choir|team|class|trip|parents)))|\broom at (?:the|a) (?:hotel|"
            r"motel)\b"
        ),
        (
            r"\b(?:stay|sleep|crash|spend the night) (?:over )?(?:at|with) (?:me|mine|my (?:place|flat|house|"
            r"apartment)|us tonight)\b|\b(?:you|u) (?:can|could) (?:stay|sleep|crash) (?:over|here|at mine|"
            r"with me)\b|"
            r"\bits? only (?:for )?one night\b"
        ),
        (
            r"\b(?:park|parked|wait|waiting|be) (?:\w+ )?(?:round|around|by|behind|outside|near|down|at) (?:the |ur |"
            r"your )?(?:corner|garages|gates?|school|bus stop|back|end of (?:ur|your|the)|station|platform|"
            r"alley)\b.{0,30}\b(?:car|van|no ?one|nobody|get in|just you|u|you|see)\b|\b(?:get|hop|jump|"
            r"climb) in(?:to|side)? (?:the|my) (?:car|van)\b|\bmy (?:car|van) (?:is|will be|s) (?:parked|by|round|"
            r"outside|behind|waiting)\b"
        ),
        (
            r"\b(?:i|ill|i will|ill be) (?:\w+ )?(?:on|at) the (?:platform|station)\b|\b(?:look for|its|ill be in|"
            r"im in) (?:a |the |my )?(?:black|white|blue|red|grey|gray|silver|green) (?:car|van|golf|bmw|audi|ford|"
            r"truck|corsa|polo|civic|fiesta)\b|\bget (?:u|you) (?:from )?outside the (?:school |ur |your )?gates?\b"
        ),
        (
            r"\b(?:pick|scoop) (?:you|u|my girls?|the girls?|all my \w+) up (?:\w+ ){0,3}(?:school|station|corner|"
            r"bus stop|park|road|street|home|myself|nobody)\b|\bhave (?:you|u) (?:back|home) (?:before|by)\b|"
            r"\b(?:ill|i will|i can|i could) (?:drop|run|drive|take) (?:you|u) (?:home|back|"
            r"there|to (?:mine|ur|your))(?: (?:my ?self|after|before|later))?\b|\b(?:show|give|"
            r"got) (?:\w+ ){1,4}in my (?:car|van)\b|"
            r"\b(?:get|sit|hop) in the back\b.{0,15}\b(?:tint|car|van|down|its)|\b(?:for|just) a (?:drive|ride|"
            r"spin)(?: with me)?"
            r"\W*$|\bgo for a (?:drive|ride|spin)\b|\bi drive a (?:\w+ )?(?:car|van|civic|corsa|golf|bmw|audi|"
            r"ford|fiesta|polo|"
            r"truck|toyota|honda)\b"
        ),
        *everyday,
    )
    examples = (
        seen("i can pick you up after school"),
        seen("ill pay for your train ticket"),
        seen("I'll send you an uber"),
        seen("ive booked us a hotel for saturday"),
        unseen("who has the train tickets?"),
        unseen("my mum can take 4 of us in her car"),
        unseen("i missed the bus again"),
    )
    sources = ("O'Connell 2003 (conclusion)", "Lorenzo-Dus 2016 (approach)")

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weak in groups, where lifts are shared."""
        yield self.sighting(scene, self.strength(scene) * (0.35 if scene.conversation.is_group else 1))
