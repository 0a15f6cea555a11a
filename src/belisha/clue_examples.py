"""Short invented chats with which each clue says where it must be seen, and where not."""

from typing import NamedTuple


class Example(NamedTuple):
    """A short invented chat in which a clue must be seen, or must not be.

    Attributes:
        lines: the chat. A line is ``speaker: text``; the first speaker is who the clue should be about unless the clue
            says otherwise. ``21:05 speaker: text`` gives a time of day (later lines without one follow by 30 seconds),
            ``+3d 21:05 speaker: text`` a later day, ``#name speaker: text`` another conversation. A line without a
            speaker is written by ``a``.
        seen: whether the clue must be seen somewhere in it.
    """

    lines: tuple[str, ...]
    seen: bool


def seen(*lines: str) -> Example:
    """A chat in which the clue must be seen."""
    return Example(lines, seen=True)


def unseen(*lines: str) -> Example:
    """A chat in which the clue must not be seen: the innocent one that looks alike."""
    return Example(lines, seen=False)
