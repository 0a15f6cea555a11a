"""How evidence fades: with time, and with the amount of other talk since.

A hint among ten messages is another matter than the same hint among ten thousand: in long friendships every phrase is
used some day. So evidence halves with every ``MESSAGES`` further messages, and with every ``DAYS`` days.
"""

from datetime import datetime

DAYS = 60.0
MESSAGES = 150.0


def fade(since: datetime | None, now: datetime | None, messages: int) -> float:
    """The share of its weight, 0-1, that evidence still has.

    Args:
        since: when it was seen; unknown times do not fade.
        now: time of the reading.
        messages: how many messages of the conversation have come since.
    """
    days = 0.0
    if since is not None and now is not None:
        days = max(0.0, (now - since).total_seconds() / 86_400)
    return float(2.0 ** -(days / DAYS + max(0, messages) / MESSAGES))
