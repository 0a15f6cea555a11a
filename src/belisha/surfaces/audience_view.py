"""What a surface needs to speak to an audience: its words, the clues' words, the help contacts, and its report."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from belisha import plugins
from belisha.clues import AccountClue, Clue
from belisha.findings import Findings
from belisha.lights import Audience
from belisha.stream.lanes import named_audience


@cache
def clue_words(audience: str) -> dict[str, str]:
    """For each clue the sentence that this audience is given."""
    to_child = named_audience(audience).to_child
    return {clue.name: clue.told if to_child else clue.means for clue in _clues()}


@cache
def innocent_words() -> dict[str, str]:
    """For each clue when it means nothing bad."""
    return {clue.name: clue.innocent for clue in _clues()}


def audience_named(name: str) -> Audience:
    """The audience of this name."""
    return named_audience(name)


def _clues() -> tuple[Clue | AccountClue, ...]:
    clues = plugins.find("belisha.clues", Clue)  # type: ignore[type-abstract]
    return *clues, *plugins.find("belisha.clues", AccountClue)  # type: ignore[type-abstract]
