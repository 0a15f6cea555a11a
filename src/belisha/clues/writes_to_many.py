"""Writes to many different people within a day."""

from collections.abc import Iterator

from belisha.clues import AccountClue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import Contact, Trail

_DAY = 86_400
_MANY = 5
_VERY_MANY = 15


class WritesToMany(AccountClue):
    """Contact pattern: casting a wide net."""

    family = Family.CONTACTS
    decibans = 8
    means = "The sender wrote to many people in a short time, most of them young or not answering."
    told = "They write to many people at once, not only to you."
    innocent = "Organisers, sellers and new members who introduce themselves."
    examples = (
        seen(*(f"#c{number} a: hi {number}" for number in range(6))),
        seen("#v a: hi", "#w a: hi", "#w c: im 11", "#x a: hi", "#x d: im 12", "#y a: hi", "#z a: hi"),
        unseen("#v a: hi", "#w a: hi", "#x a: hi"),
        unseen(*(line for number in range(6) for line in (f"#c{number} a: hi", f"#c{number} p{number}: hello there"))),
    )
    sources = ("NSPCC 2018 (contact pattern)", "Meta 2020", "Thorn 2021 (a thousand requests, 999 refusals)")

    def look(self, trail: Trail) -> Iterator[Sighting]:
        """The busiest day; young and silent contacts count in full, those who answer hardly."""
        timed = [(contact.first, _weight(contact)) for contact in trail.contacts if contact.first and contact.sent]
        timed = [(first, weight) for first, weight in timed if weight > 0]
        most, begin, total = 0.0, 0, 0.0
        for first, weight in timed:
            total += weight
            while first - timed[begin][0] > _DAY:
                total -= timed[begin][1]
                begin += 1
            most = max(most, total)
        if most >= _MANY - 0.01:
            strength = min(1.0, 0.4 + 0.6 * (most - _MANY) / (_VERY_MANY - _MANY))
            yield self.sighting(trail, strength, f"Wrote to about {most:.0f} young or silent people within a day.")


def _weight(contact: Contact) -> float:
    if contact.group:
        return 0.0
    if contact.other_is_young or contact.received == 0 or "refuses" in contact.clues:
        return 1.0
    return 0.2
