"""Brothers, sisters, cousins and other relatives write to each other."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene


class SpeaksAsFamily(PhraseClue):
    """Innocence: both speak of the same family."""

    family = Family.INNOCENCE
    decibans = -6
    means = "Both sides speak of one family as theirs."
    told = "This looks like somebody of your family."
    innocent = "It is the innocent explanation itself; it counts only where both sides bear it out."
    phrases = (
        (
            r"\b(?:mum|mom|dad|nan|nana|gran|grandma|grandad|grandpa) (?:\w+ )?(?:made|is making|says (?:hi|dinner|"
            r"tea|you (?:have|need|should)|u (?:have|need)|come|hurry|we)|wants us|needs us|told us|said we|"
            r"asked (?:me|you|us)|cooked|ordered|bought us)\b|\b(?:tell|ill tell|telling|im telling|told) (?:mum|mom|"
            r"dad|nan) (?:u|you|i|about|on|what|that you|that u|yet|im|ill)\b(?! (?:youre|ur) (?:at|staying))"
        ),
        (
            r"\bour (?:mum|mom|dad|nan|gran|grandma|grandad|parents|house|cousins?|auntie|uncle)\b|\b(?:mum and dad|"
            r"mom and dad|nan and grandad|grandma and grandpa|me and mum|mum and i|me and your (?:mum|mom|dad)|"
            r"uncle \w+|auntie \w+|aunty \w+|cousin \w+)\b"
        ),
        (
            r"\bfamily (?:chat|dinner|holiday|group|party|bbq|reunion)\b|\b(?:in the )?next room\b|\bcome (?:down|"
            r"downstairs)\b.{0,20}\b(?:mum|mom|dad|dinner|food|tea|lasagne|pizza)?|\bget out of (?:my room|"
            r"the bathroom)\b|\b(?:the|our) (?:wifi|remote|xbox|charger)\b.{0,20}\b(?:downstairs|upstairs|my room|"
            r"your room|ur room|mum|mom|dad|living room|back)\b"
        ),
        (
            r"\b(?:lil|little|big) (?:bro|sis|cuz)\b|\b(?:cuz|sis|sissy)\b\W*$|\bhappy (?:birthday|"
            r"bday) (?:\w+ )?(?:cuz|cousin|sis|bro|brother|sister|niece|nephew|grandson|granddaughter|mum|mom|dad|nan|"
            r"gran)\b|\b(?:youre|ur|you are) my (?:own |little |big )?(?:brother|sister|cousin|niece|nephew)\b"
        ),
    )
    examples = (
        seen("a: ill tell mum u broke the lamp", "b: come down mum made lasagne"),
        seen("a: grandma says you have to ring her", "b: ok is uncle dave coming too"),
        seen("a: get out of my room", "b: telling dad on you"),
        unseen("a: tell your mum youre at a friends", "b: my mum says no"),
        unseen("a: what does your brother do", "b: he is at uni"),
        unseen("a: come down to the park", "b: ok"),
    )
    sources = ("layout 8.5 (spotting and excusing are separate)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Where both sides do."""
        if self.is_borne_out(scene):
            yield self.sighting(scene)
