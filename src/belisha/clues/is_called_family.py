"""The account bears a family name in the owner's contacts: mum, dad, gran."""

import re
from collections.abc import Iterator

from belisha.clues import Clue, Occasion, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Scene

_NAME = re.compile(
    r"(?:my |our |the )?(?:mum|mummy|mom|mommy|mam|mama|ma|mother|dad|daddy|da|papa|pa|father|mum (?:and|&|n) dad|"
    r"(?:grand?|great |step)?(?:ma|mum|mom|mother|dad|pa|father|gran|nan)|nan|nana|nanny|nanna|gran|granny|grandad|"
    r"granddad|grandpa|gramps|(?:nan|gran|grandma) (?:and|&|n) (?:grandad|grandpa)|oma|opa|mutti|papi|maman|abuela|"
    r"abuelo|(?:auntie|aunty|aunt) \w+|(?:(?:big|little|my) )?(?:bro|brother|sis|sister)(?! [a-z]{2,})|"
    r"(?:big|little|my) (?:bro|brother|sis|sister) \w+)"
    r"(?: (?:mobile|mob|cell|home|work|new|\w+))?\W*$"
)


class IsCalledFamily(Clue):
    """Innocence: the name under which somebody is saved."""

    family = Family.INNOCENCE
    decibans = -12
    means = "The sender is saved, or signs, as one of the family."
    told = "You seem to be of one family."
    innocent = "It is the innocent explanation itself; names that people choose for themselves can be feigned."
    wakes_on = Occasion.FIRST
    examples = (
        seen("Mum: Are you home yet?", "kid: yes"),
        seen("Dad: pick you up at six", "kid: ok"),
        unseen("mumsie99: are you home yet", "kid: yes"),
        unseen("kim: are you home yet", "kid: yes"),
        unseen("Brother Matthias: are you home yet", "kid: yes"),
    )
    sources = ("Field note: contacts are saved by what they are to the owner",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """At the first message of somebody who is called so."""
        if scene.sender is None or scene.conversation.is_group or scene.tally(scene.sender).messages:
            return
        facts = scene.accounts.get(scene.sender)
        names = [scene.sender, facts.title if facts else ""]
        if any(_NAME.match(re.sub(r"[^\w&\s]", "", name).strip().lower()) for name in names if name):
            yield self.sighting(scene)
