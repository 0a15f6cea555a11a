"""Bounds what is remembered of crowds: rooms in which thousands write, and accounts that write to thousands.

All of it is gone through at every message, so without a bound each message of such a room, or of an account that greets
everybody, would take longer than the one before. Trails stay whole in the database; what is let go here begins anew.
"""

from belisha.scene import Contact, Conversation
from belisha.stream.ledger import Ledger

MOST_WRITERS, WRITERS_LEFT = 1_000, 800
"""People who wrote in one conversation beyond which some are let go, and how many are left then."""
MOST_CONTACTS, CONTACTS_LEFT = 1_000, 800
"""The same for the conversations of one account."""


def thin_out_writers(conversation: Conversation, ledger: Ledger) -> None:
    """Lets go of those who wrote longest ago, but of nobody about whom there is evidence, where there are too many."""
    tallies = conversation.tallies
    if len(tallies) <= MOST_WRITERS:
        return
    lately = {said.sender for said in conversation.recent}

    def weight(name: str) -> tuple[bool, bool, float]:
        return name in ledger.sightings, name in lately, tallies[name].last or 0.0

    gone = set(sorted(tallies, key=weight)[:-WRITERS_LEFT]) - ledger.sightings.keys()
    conversation.tallies = {name: tally for name, tally in tallies.items() if name not in gone}
    conversation.members = [name for name in conversation.members if name not in gone]


def thin_out_contacts(contacts: dict[str, Contact]) -> None:
    """Lets go of the contacts with least concern, of those the older ones, where there are too many."""
    if len(contacts) <= MOST_CONTACTS:
        return

    def weight(key: str) -> tuple[float, bool, float]:
        contact = contacts[key]
        return contact.decibans, contact.other_is_young, contact.last or 0.0

    for key in sorted(contacts, key=weight)[:-CONTACTS_LEFT]:
        del contacts[key]
