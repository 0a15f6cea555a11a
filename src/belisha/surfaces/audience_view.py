"""What a surface needs to speak to an audience: its words, the clues' words, the help contacts, and its report."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

from belisha import plugins
from belisha.clues import AccountClue, Clue
from belisha.concern.weigh import STARTING_POINT
from belisha.findings import Findings
from belisha.lights import Audience
from belisha.model import Light
from belisha.response.help import contacts, country, country_from_locale
from belisha.response.reports.page import write_pages
from belisha.response.reports.reader import Contact, Reader
from belisha.stream.lanes import named_audience
from belisha.text_model import TextModel
from belisha.weights import Weights

_MOST_CONTACTS = 4


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


def chosen_country(code: str | None) -> str | None:
    """The country that was asked for, else the one of the locale.

    Raises:
        Unusable: for a code that is not known.
    """
    if code is not None:
        country(code)
        return code
    return country_from_locale(os.environ)


def help_lines(audience: str, code: str | None) -> Iterator[str]:
    """The most useful help contacts, a line each, and the emergency number."""
    place = country(chosen_country(code))
    if place.emergency:
        yield f"In danger now: {place.emergency} ({place.country})"
    for each in contacts(chosen_country(code), audience)[:_MOST_CONTACTS]:
        phone = f"{each.phone} ({each.hours})" if each.phone and each.hours else each.phone
        yield " · ".join(part for part in (each.name, phone, each.site, each.what) if part)


def write_report(findings: Findings, folder: Path, code: str | None) -> Path:
    """Writes the HTML report for the audience of the findings and returns its first page."""
    return write_pages(findings, _reader(findings.audience, code), folder)


def _reader(audience: str, code: str | None) -> Reader:
    shown_to = named_audience(audience)
    amber, red = shown_to.shown_from(Light.AMBER), shown_to.shown_from(Light.RED)
    place = country(chosen_country(code))
    found = contacts(chosen_country(code), audience)
    return Reader(
        audience=audience,
        words=dict(shown_to.words),
        amber_from=amber,
        red_from=red,
        clue_words=clue_words(audience),
        innocent=innocent_words(),
        contacts=[
            Contact(each.meant_for, each.name, each.phone or "", each.site, each.what, each.hours) for each in found
        ],
        generated_at=datetime.now(UTC),
        version=version("belisha"),
        country=place.country,
        emergency=place.emergency,
        settings=(
            f"Lights for {shown_to.who}: amber from concern {amber:g}, red from {red:g}.",
            f"Starting point: {STARTING_POINT:g} decibans. Clues: {len(_clues())}.",
            "Text model: "
            + ", ".join(f"{key} {value}" for key, value in TextModel.load().header.made_with.items())
            + ".",
            f"Weights of clues: learned from {Weights.load().learned_from}.",
            "All times are in UTC.",
        ),
    )


def _clues() -> tuple[Clue | AccountClue, ...]:
    clues = plugins.find("belisha.clues", Clue)
    return *clues, *plugins.find("belisha.clues", AccountClue)
