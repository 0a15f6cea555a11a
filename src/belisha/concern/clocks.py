"""The three clocks over which evidence is added up; any of them may ring.

Blackmail for money runs its course in minutes, a bond grows over weeks, and whoever seeks victims writes to many: one
span cannot hold all three.
"""

from collections.abc import Iterable

from belisha.model import Sighting

MINUTES = "within minutes"
CONVERSATION = "whole conversation"
MANY_CONTACTS = "many contacts over weeks"
SPAN_MINUTES = 45
SPAN_MESSAGES = 60


def within_minutes(sightings: Iterable[Sighting], now: Sighting) -> list[Sighting]:
    """The sightings of the last minutes and messages before ``now``; those without a time are not among them."""
    return [each for each in sightings if _is_recent(each, now)]


def _is_recent(sighting: Sighting, now: Sighting) -> bool:
    if sighting.at is None or now.at is None or now.index - sighting.index > SPAN_MESSAGES:
        return False
    return (now.at - sighting.at).total_seconds() <= SPAN_MINUTES * 60
