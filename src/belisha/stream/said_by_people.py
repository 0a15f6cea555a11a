"""What a child or a reviewer says about a conversation, as evidence with a stated weight.

A child can be made to say that all is well, so that takes little; a call for help is never doubted.
"""

from datetime import UTC, datetime

from belisha.model import Family, Sighting
from belisha.notices import Answer

_OF_CHILD = {
    Answer.FINE: (Family.INNOCENCE, -2.0, "The child said that all is fine; it may have been told to."),
    Answer.KNOWN: (Family.INNOCENCE, -5.0, "The child said that this is someone it knows."),
    Answer.HELP: (Family.CHILD, 30.0, "The child asked for help."),
}
_DISMISSED = -12.0
"""Decibans: more evidence than this must come before a conversation that a person looked at alarms again."""


def answer_as_sighting(answer: Answer, about: str | None, message: str, index: int, at: float) -> Sighting:
    """The evidence in a child's answer to a notice.

    Args:
        answer: what the child said.
        about: the account that the notice was about.
        message: the last message of the conversation then.
        index: its position.
        at: when, seconds since 1970.
    """
    family, decibans, because = _OF_CHILD[answer]
    when = datetime.fromtimestamp(at, UTC)
    return Sighting(f"child_says_{answer}", family, decibans, 1.0, message, index, None, about, because, when)


def dismissal_as_sighting(reason: str, about: str | None, message: str, index: int, at: float) -> Sighting:
    """The evidence in a reviewer's decision that nothing is wrong.

    Args:
        reason: as it was chosen.
        about: the account that was looked at.
        message: the last message of the conversation then.
        index: its position.
        at: when, seconds since 1970.
    """
    because = f"A reviewer looked at it and dismissed it: {reason}."
    when = datetime.fromtimestamp(at, UTC)
    return Sighting("reviewer_dismissed", Family.INNOCENCE, _DISMISSED, 1.0, message, index, None, about, because, when)
