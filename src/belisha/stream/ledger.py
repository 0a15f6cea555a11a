"""The evidence kept of one conversation, by the account that it is about; bounded, and never forgetful of the worst."""

from collections.abc import Iterable

import msgspec

from belisha.model import Family, Light, Reading, Sighting
from belisha.scene import Conversation

MOST_PER_CLUE = 12
"""Sightings kept per clue and account. Repeats count half each time: a thirteenth adds less than a thousandth."""
_SHARED_IN_GROUP = 0.5
"""In a group it cannot be told to whom a child answers: what it says counts half, towards everybody else."""


class Ledger(msgspec.Struct):
    """Sightings by account, the highest readings, and the lights shown.

    Attributes:
        sightings: by account; those about nobody known under the empty string.
        highest: the highest decibans read so far, by account; nobody known under the empty string.
        shown: the light that each audience was shown for the conversation.
        set_aside: audiences whose light a person turned off and that has not turned on again.
    """

    sightings: dict[str, list[Sighting]] = {}
    highest: dict[str, float] = {}
    shown: dict[str, Light] = {}
    set_aside: list[str] = []

    def enter(self, sightings: Iterable[Sighting], conversation: Conversation) -> dict[str | None, Sighting]:
        """Takes in what was seen in one message.

        Returns:
            The accounts whose reading may have changed (None for unknown speakers), each with the latest sighting.
        """
        touched: dict[str | None, Sighting] = {}
        for sighting in sightings:
            kept = sighting
            if _is_to_a_group(sighting, conversation):
                kept = msgspec.structs.replace(sighting, strength=sighting.strength * _SHARED_IN_GROUP)
            self._add(kept)
            for account in self._concerned(kept):
                touched[account] = kept
                if account is not None:
                    tally = conversation.tallies.get(account)
                    if tally is not None:
                        tally.clues[kept.clue] = tally.clues.get(kept.clue, 0) + 1
        return touched

    def about(self, account: str | None) -> list[Sighting]:
        """All evidence about an account: its own, and what was seen on nobody known but not from its own hand."""
        shared = self.sightings.get("", [])
        if account is None:
            return shared
        own = self.sightings.get(account, [])
        return [*own, *(each for each in shared if each.sender != account or each.family is Family.INNOCENCE)]

    def untouched_by(self, sightings: Iterable[Sighting]) -> list[str]:
        """Audiences to whom these turn nothing on again: likeness, read anew at each message, is no news."""
        if self.set_aside and all(each.family is Family.LIKENESS for each in sightings):
            return self.set_aside
        return []

    def keep_highest(self, reading: Reading) -> None:
        """Remembers a reading if it is the highest about its account."""
        account = reading.about or ""
        self.highest[account] = max(self.highest.get(account, reading.decibans), reading.decibans)

    def _concerned(self, sighting: Sighting) -> list[str | None]:
        if sighting.about is not None:
            return [sighting.about]
        if sighting.sender is None:
            return [None]
        return [account for account in self.sightings if account not in ("", sighting.sender)]

    def _add(self, sighting: Sighting) -> None:
        kept = self.sightings.setdefault(sighting.about or "", [])
        kept.append(sighting)
        same = [each for each in kept if each.clue == sighting.clue]
        if len(same) > MOST_PER_CLUE:
            kept.remove(_least(same))


def _is_to_a_group(sighting: Sighting, conversation: Conversation) -> bool:
    known = sighting.about is None and sighting.sender is not None
    return known and sighting.family is not Family.INNOCENCE and conversation.is_group


def _least(same: list[Sighting]) -> Sighting:
    """The weakest sighting, and among equals the oldest, which has faded most; what excuses stays as it began."""
    if same[0].family is Family.INNOCENCE:
        return min(same[1:], key=lambda each: each.strength)
    return min(same, key=lambda each: (each.strength, each.index))
