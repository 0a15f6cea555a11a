"""A parent knows of it, was asked, or is to be told: what secrecy is the opposite of."""

from collections.abc import Iterator

from belisha.clues import PhraseClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_HIDING = ("asks_for_secrecy", "gives_cover_story", "threatens", "blackmails", "sneaking_out", "asks_if_alone")


class ParentsKnow(PhraseClue):
    """Innocence: nobody is kept out."""

    family = Family.INNOCENCE
    decibans = -5
    means = "A parent knows of it, agreed, or is to be told or asked."
    told = "Your parents know about it."
    innocent = "It is the innocent explanation itself; somebody whom the family trusts can say the same and mean harm."
    phrases = (
        (
            r"\b(?:my|our) (?:mum|mom|mam|dad|nan|gran|parents?|mother|father) (?:obvs |already |also |both )?(?:knows|"
            r"know|knew|guessed|agreed|said yes|said ok)\b(?! (?:nothing|where|who|what|that|if|when|how))"
        ),
        (
            r"\b(?:mum|mom|mam|dad|nan|gran|grandma|grandad|parents?|mother|father) (?:says?|said) (?:u|you|i|we|he|"
            r"she|they) (?:can|could|may|are welcome)\b"
        ),
        r"\b(?:ask|check with) (?:your|ur) (?:mum|mom|mam|dad|nan|gran|parents?) (?:first|if|whether)\b",
        (
            r"(?:^ ?|[.,!?] ?|\b(?:and|ok|so|please|pls|also) )tell (?:your|ur) (?:mum|mom|mam|dad|nan|gran|grandma|"
            r"parents?|mother|father) (?:i can|i could|ill|i will|thanks?|thank (?:you|u)|hi|hello|"
            r"to (?:call|ring|text))\b"
        ),
        (
            r"\bwake (?:your|ur) (?:mum|mom|mam|dad|parents?)\b|\b(?:tell|talk to|speak to) (?:your (?:mum|mom|mam|dad|"
            r"parents?)|a (?:grown ?up|teacher|parent)|an adult|someone) (?:\w+ ){0,2}(?:you trust|at home)\b"
        ),
    )
    examples = (
        seen("b: hey", "a: wanna come to mine? mum says u can stay for tea"),
        seen("b: u sure?", "a: my mum knows obvs, i tell her everything"),
        seen("b: how do we get home", "a: tell ur dad i can pick you both up at the station"),
        seen("b: i cant sleep", "a: what would it be like to wake your mum"),
        unseen("wanna come to mine? mum says u can stay for tea"),
        unseen("does your mum know that we talk"),
        unseen("my mum knows nothing"),
        unseen("dont tell your mum i gave it to you"),
        unseen("ill tell ur mum i have it"),
        unseen("tell your mum im a friend from school"),
    )
    sources = (
        "layout 8.5 (spotting and excusing are separate)",
        "O'Connell 2003 (secrecy and isolation, their opposite)",
    )

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """Weaker where only one side says so, and nothing beside what hides, threatens or finds out."""
        if scene.has_seen(*_HIDING) or not any(scene.by_other(said) for said in scene.before()):
            return  # nobody answers: one side can feign anything
        yield self.sighting(scene, 1.0 if self.is_borne_out(scene, last=80) else 0.6)
