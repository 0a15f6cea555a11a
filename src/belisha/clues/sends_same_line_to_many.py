"""Sends the same line to several people."""

from collections import defaultdict
from collections.abc import Iterator

from belisha.clues import AccountClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Contact, Trail

_SEVERAL = 3
_MANY = 8


class SendsSameLineToMany(AccountClue):
    """Contact pattern: an opening that is copied."""

    family = Family.CONTACTS
    decibans = 9
    means = "The sender sent the same line to several people."
    told = "They sent the same words to other people too."
    innocent = "Invitations, season's greetings, chain letters and shop replies."
    examples = (
        seen(*(f"#c{number} a: hey your profile is so cool wanna be friends" for number in range(3))),
        seen(*(f"#c{number} a: you look like a model how old are you" for number in range(5))),
        unseen(*(f"#c{number} a: happy new year" for number in range(4))),
        unseen(
            "#v a: hey your profile is so cool",
            "#w a: are you coming to the game on sunday",
            "#x a: what was the homework for maths",
        ),
    )
    sources = ("NSPCC 2018 (contact pattern)", "detection notes 1.5 (mass sending is a signal)")

    def look(self, trail: Trail) -> Iterator[Sighting]:
        """The line that went to most; young and silent contacts make it stronger."""
        senders: dict[int, list[Contact]] = defaultdict(list)
        for contact in trail.contacts:
            if not contact.group:
                for line in contact.lines:
                    senders[line].append(contact)
        widest = max(senders.values(), key=len, default=[])
        if len(widest) < _SEVERAL:
            return
        share = sum(1 for each in widest if each.other_is_young or each.received == 0 or each.clues) / len(widest)
        spread = min(1.0, 0.4 + 0.6 * (len(widest) - _SEVERAL) / (_MANY - _SEVERAL))
        yield self.sighting(trail, spread * (0.3 + 0.7 * share), f"Sent the same line in {len(widest)} conversations.")
