"""The table of lights that are still turned when somebody writes around the detector."""

from collections.abc import Sequence

from belisha.study.attack_figures import OPENING, UnderAttack
from belisha.study.report.writing import Table, number, share


def attack_table(figures: Sequence[UnderAttack]) -> Table:
    """One row for each attack."""
    return Table(
        "Under attack: the same cases, written so that a program does not notice",
        f"Of the cases that moderators are shown a light for as they are, those that keep it when the groomer's own "
        f"messages are rewritten. The first {OPENING} messages of each case; a person can still read all of them.",
        ["Attack", "Amber kept", "Red kept", "Median decibans"],
        [[each.attack, share(each.amber), share(each.red), number(each.median, 1)] for each in figures],
    )
