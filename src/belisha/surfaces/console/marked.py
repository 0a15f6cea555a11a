"""Messages with what was noticed in them marked in the text, ready to be drawn."""

from collections.abc import Sequence

import msgspec

from belisha.model import Sighting
from belisha.stream.store.conversations_read import MessageRead


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text, and whether something was noticed in it."""

    text: str
    is_marked: bool


class Marked(msgspec.Struct, frozen=True):
    """A message to be drawn.

    Attributes:
        read: the message itself.
        pieces: its text, in order; empty when it is not kept any more.
        notes: one sentence for each thing noticed, the strongest first, each once.
    """

    read: MessageRead
    pieces: tuple[Piece, ...]
    notes: tuple[Sighting, ...]


def marked(messages: Sequence[MessageRead]) -> list[Marked]:
    """Each message with its marks."""
    return [Marked(read, _pieces(read.text or "", read.sightings), _notes(read.sightings)) for read in messages]


def _notes(sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    strongest = sorted(sightings, key=lambda each: -abs(each.decibans * each.strength))
    return tuple({each.because: each for each in reversed(strongest)}.values())[::-1]


def _pieces(text: str, sightings: Sequence[Sighting]) -> tuple[Piece, ...]:
    """The text cut where marks begin and end; marks that touch or overlap become one."""
    spans = sorted(
        (max(0, start), min(end, len(text)))
        for start, end in (each.span for each in sightings if each.span is not None)
        if start < end and start < len(text)
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    pieces, at = [], 0
    for start, end in joined:
        pieces += [Piece(text[at:start], is_marked=False), Piece(text[start:end], is_marked=True)]
        at = end
    pieces.append(Piece(text[at:], is_marked=False))
    return tuple(piece for piece in pieces if piece.text)
