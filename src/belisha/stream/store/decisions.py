"""What reviewers decide about a light, and what follows from it, in one transaction of the writer.

A page calls ``writer.run(platform, deciding(decision, outbox, now))``. Acknowledging and dismissing turn the light off: it
starts again from what comes then; a dismissal also weighs as evidence. A restriction begins 1 to 12 hours later, by
chance, so that nobody can tell from it what was noticed when.
"""

import enum
from collections.abc import Callable

import msgspec
from sqlalchemy import Connection

from belisha.stream.outbox import Outbox
from belisha.stream.store.memories import Memories
from belisha.stream.store.roles import Person
from belisha.stream.watch import Watch


class What(enum.StrEnum):
    """What can be decided."""

    ACKNOWLEDGE = "acknowledge"
    """Seen; nothing to do now. New evidence turns the light on again."""
    DISMISS = "dismiss"
    """Nothing wrong; needs a reason, and weighs against the next alarm."""
    ESCALATE = "escalate"
    """Somebody with more experience is to look; the light stays."""
    WARN = "warn"
    """The child is told again; the light stays."""
    RESTRICT = "restrict"
    """The account is to be kept from writing; needs the right to."""
    LIFT = "lift"
    """Ends a restriction."""
    REPORT = "report"
    """Handed to the police or a hotline; needs a case that two people released."""


REASONS = {
    "known": "they know each other in real life",
    "family": "family, teacher, coach or another adult with a reason",
    "peers": "two young people of one age",
    "game": "a game, a role or song lyrics",
    "misread": "the words mean something else here",
    "test": "a test or a demonstration",
    "other": "something else, said in the note",
}
"""Reasons for a dismissal."""


class Decision(msgspec.Struct, frozen=True):
    """What somebody decides.

    Attributes:
        platform: whose.
        key: hexadecimal key of the subject.
        what: the decision.
        person: who.
        reason: one of ``REASONS``, for a dismissal.
        note: in the person's own words.
        audience: whose light.
    """

    platform: str
    key: str
    what: What
    person: Person
    reason: str = ""
    note: str = ""
    audience: str = "moderators"


def deciding(decision: Decision, outbox: Outbox, now: float) -> Callable[[Connection, Memories, Watch], int]:
    """What ``Writer.run`` is to run; it gives the number of the decision.

    Raises, when run:
        NotAllowed: when the person may not.
        Unusable: for a subject without a light, a dismissal without a reason, a report without a released case.
    """
    raise NotImplementedError


def confirm(connection: Connection, platform: str, number: int, person: Person, now: float) -> None:
    """A second person agrees with a decision: only then may anything be learned from it.

    Raises:
        NotAllowed: when the person may not, or decided it itself.
        Unusable: when there is no such decision, or a second person agreed already.
    """
    raise NotImplementedError
