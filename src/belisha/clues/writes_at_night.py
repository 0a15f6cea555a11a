"""Writes between eleven at night and five in the morning."""

from collections.abc import Iterator
from datetime import datetime

from belisha.clues import Clue, seen, unseen
from belisha.model import Family, Sighting
from belisha.scene import YOUNG, Scene

_FROM, _UNTIL = 23, 5
_ONE_NIGHT_MINUTES = 6 * 60


class WritesAtNight(Clue):
    """Pace: hours at which nobody looks over the child's shoulder. Says something only beside other clues."""

    family = Family.PACE
    decibans = 2
    means = "The sender writes late at night."
    told = "They write to you very late."
    innocent = "Time zones, holidays, shift work, sleepless friends; clocks of exports can be off by hours."
    examples = (
        seen("23:30 a: you still up", "23:31 b: yeah"),
        seen("02:10 a: cant sleep either?"),
        seen("+1d 00:20 a: hey"),
        unseen("22:10 a: night"),
        unseen("06:30 a: morning"),
        unseen("a: see you at midnight"),
    )
    sources = ("detection notes 5.2 (time of day in safety products)",)

    def look(self, scene: Scene) -> Iterator[Sighting]:
        """The first message of a sender in each night; more where the other is a child."""
        sent_at = scene.message.sent_at
        if sent_at is None or not _is_night(sent_at) or scene.conversation.is_group:
            return
        tally = scene.tally(scene.sender)
        if (
            tally.last is not None
            and scene.said.at is not None
            and scene.said.at - tally.last < _ONE_NIGHT_MINUTES * 60
        ):
            last = datetime.fromtimestamp(tally.last, sent_at.tzinfo)
            if _is_night(last):
                return
        young = min(scene.ages_of(scene.other), default=YOUNG) < YOUNG
        yield self.sighting(scene, 0.7 if young else 0.4)


def _is_night(moment: datetime) -> bool:
    return moment.hour >= _FROM or moment.hour < _UNTIL
