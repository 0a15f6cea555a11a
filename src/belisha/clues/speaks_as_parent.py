"""A parent or grandparent and a child of the family write to each other."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_KIN = (
    r"(?:mum|mom|mummy|mommy|mam|ma|dad|nan|nana|nanny|gran|granny|grandma|grandad|grandpa|auntie|aunty|"
    r"uncle)\b(?! (?:says?|said|is|was|has|wont|will|and|works?|wants?|took|made|lets|doesnt|would|can|are|gets?|"
    r"comes?|just|at|always|never|might|thinks|s\b))"
)
_VOCATIVES = (
    rf"^{_KIN}",
    (
        r"\b(?:ok|okay|yes|yeah|no|thanks|thank you|thx|ty|hi|hey|hello|love (?:you|u)|pls|please|i know|but|sorry|"
        r"still|ugh|omg|"
        rf"bye|night|chill|stop|seriously) (?:\w+ )?{_KIN}"
    ),
    rf"^\d+ {_KIN}|\blove (?:you|u) (?:too |2 )?{_KIN}",
)
_CALLED = "|".join(_VOCATIVES)


class SpeaksAsParent(PhraseClue):
    """Innocence: the child calls the other by the family name, and the other talks of home."""

    family = Family.INNOCENCE
    decibans = -8
    means = "One side writes as a parent or grandparent, and the other side bears it out."
    told = "This looks like somebody of your family."
    innocent = "It is the innocent explanation itself; a stranger can only feign one half of it."
    marks = {"called": _CALLED}  # noqa: RUF012 - read only
    phrases = (
        *_VOCATIVES,
        (
            r"\b(?:dinner|tea|lunch|supper|food)(?:s| is|ll be| will be)? (?:\w+ )?(?:ready|on the table|"
            r"in the (?:oven|fridge)|at (?:\d|six|five|seven|half)|going cold)\b|\b(?:theres|leave|"
            r"left) .{0,20}\b(?:in the (?:fridge|oven|freezer)|on the (?:side|table|stove))\b"
        ),
        (
            r"\b(?:ill|i will|can|shall i|im coming to) (?:\w+ )?(?:pick (?:you|u) up|collect you|fetch you|drop you|"
            r"get you)\b.{0,30}\b(?:practice|training|school|nans?|grans?|club|football|swimming|dance|netball|"
            r"rehearsal|party|\d|mum|dad)\b|\bdoor locked\b|\bdont open (?:the door )?(?:for|to) anyone\b"
        ),
        (
            r"\b(?:homework|spellings|chores|bins|dishwasher|hoover|your room|tidy|laundry|washing|packed lunch|"
            r"pe kit|teeth|feed the (?:dog|cat)|walk the dog|bedtime|shoes on|coat|dentist|"
            r"doctors? appointment)\b.{0,25}\b(?:first|done|please|pls|remember|before|dont forget|now|yet|took?|"
            r"bring|at \d)\b|\b(?:dont forget|remember|have you (?:done|got|fed|eaten|brushed)|did you (?:eat|feed|"
            r"take|brush|do your)) .{0,20}\b(?:homework|lunch|kit|coat|keys?|dinner|breakfast|dog|cat|teeth|medicine|"
            r"inhaler|bag|bins)\b"
        ),
        (
            r"\blove (?:from )?(?:mum|mom|dad|nan|nana|gran|granny|grandma|grandad|grandpa)\b|\b(?:mum|mom|dad|nan|"
            r"nana) x+\W*$"
        ),
        (
            r"\bhappy birthday (?:my )?(?:darling|love|sweetheart|dear|poppet)\b|\b(?:my darling|sweetheart|darling|"
            r"poppet|sweetie|love|son|my boy|my girl)\b.{0,20}\b(?:love you|be home by|back at \d|im back|mum|dad|"
            r"nana|home by)\b|\bim back (?:at|by) \d|\bbe (?:home|back) by \d|\btea at (?:\d|five|six)"
        ),
    )
    examples = (
        seen("a: dinners ready in ten minutes", "b: ok mum"),
        seen("a: dont forget your pe kit please", "b: thanks dad x"),
        seen("a: love from nana", "b: thank you nana"),
        unseen("a: im your dad now lol", "b: who is this"),
        unseen("a: dinner is ready at my place", "b: my mum says no"),
        unseen("a: mum is at work", "b: is mum home"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where one side calls the other by a family name and the other side talks of home."""
        called = self.has_mark(scene.said, "called")
        for said in scene.before(30):
            if self.name in said.clues and scene.by_other(said) and self.has_mark(said, "called") != called:
                yield self.sighting(scene)
                return
