"""What a child is told in the chat when a light turns, and after that: short, calm, without blame, one thing to do.

The words themselves are in ``notice_words/``, a file per language (``notice_languages``). A notice names nobody
and quotes nothing: it says what was noticed as something that *can* be a trick, so that somebody who looks over the
child's shoulder reads no accusation.
"""

from collections.abc import Sequence
from types import MappingProxyType
from typing import Literal

from belisha.errors import Unusable
from belisha.model import Family, Light
from belisha.notices import Answer, Choice, Notice
from belisha.response import help as help_contacts
from belisha.response.notice_languages import ELSE, Band, Tongue, spoken, tongues

KEYS = MappingProxyType({Answer.FINE: "1", Answer.KNOWN: "2", Answer.HELP: "3"})
"""What a child can type instead of each answer, in the order in which they are offered."""

CANNOT_BE_UNDONE = (Family.THREAT, Family.MEETING, Family.PICTURES)
"""Told before stronger tactics, the first of these first: what is paid, sent or met cannot be taken back."""

ALWAYS_ANSWERED = "day and night"
"""``HelpContact.hours`` of a helpline that needs no second try."""


def compose(  # noqa: PLR0913 - a notice is for one child in one conversation, in its words
    *,
    notice: str,
    app: str,
    account: str,
    conversation: str,
    light: Light,
    language: str,
    age: int | None,
    families: Sequence[Family],
    country: str | None,
) -> Notice:
    """What a child is told when a light turns.

    Args:
        notice: id of the notice.
        app: as in ``Notice``.
        account: the child.
        conversation: what it is about.
        light: amber or red.
        language: of the child, as a language tag; English where it has no words.
        age: of the child in years, or None.
        families: the tactics that were noticed, the strongest first; may be empty.
        country: of the child, or None; one without help contacts counts as None.

    Raises:
        ValueError: for green, which says nothing.
    """
    if light is Light.GREEN:
        raise ValueError("a green light is not told: use amber or red")
    code, red = spoken(language), light is Light.RED
    words = tongues()[code]
    band, told = words.band(age), _told(families, words.band(age))
    actions = band.red if red else band.amber
    person, place = band.red_help if red else band.amber_help, _place(country)
    return Notice(
        id=notice,
        app=app,
        account=account,
        conversation=conversation,
        light=light,
        language=code,
        noticed=band.noticed[told],
        action=actions.get(told, actions[ELSE]),
        help=" ".join([person, _call(words, place), *([_danger(words, place)] if red else [])]),
        comfort=band.red_comfort if red else band.amber_comfort,
        choices=tuple(Choice(answer, words.choices[answer], key) for answer, key in KEYS.items()),
    )


def after(answer: Answer, language: str, age: int | None, country: str | None, *, reviewers_told: bool = False) -> str:
    """What a child is told after an answer.

    Args:
        answer: what the child said.
        language: as in ``compose``.
        age: as in ``compose``.
        country: as in ``compose``.
        reviewers_told: True only when the people who look after the chat have been told; it is then said.
    """
    words, place = tongues()[spoken(language)], _place(country)
    band = words.band(age)
    if answer is not Answer.HELP:
        reply = band.after_fine if answer is Answer.FINE else band.after_known
        return reply.format(key=KEYS[Answer.HELP])
    helpline, told = _helpline(words, place), words.told if reviewers_told else words.not_told
    later = [words.later] if helpline.phone and helpline.hours != ALWAYS_ANSWERED else []
    return " ".join([band.after_help, told, band.red_help, _call(words, place), *later, _danger(words, place)])


def pause(what: Literal["picture", "address"], language: str, age: int | None) -> str:
    """One sentence to a child who is about to send a photo or an address."""
    band = tongues()[spoken(language)].band(age)
    return band.pause_picture if what == "picture" else band.pause_address


def _told(families: Sequence[Family], band: Band) -> str:
    """Which tactic the child is told of: what cannot be undone, else the strongest that has words, else ``ELSE``."""
    ordered = [*(each for each in CANNOT_BE_UNDONE if each in families), *families]
    return next((each.value for each in ordered if each.value in band.noticed), ELSE)


def _place(country: str | None) -> str | None:
    """The country, or None where it has no help contacts."""
    try:
        help_contacts.country(country)
    except Unusable:
        return None
    return country


def _helpline(words: Tongue, place: str | None) -> help_contacts.HelpContact:
    """The helpline to name: one that speaks the language, else the first for children with a number, else the first."""
    found = help_contacts.contacts(place, "children")
    wanted = words.helplines.get((place or "").strip().upper())
    fitting = [*(each for each in found if each.name == wanted), *(each for each in found if each.phone)]
    return next(iter(fitting), found[0])


def _call(words: Tongue, place: str | None) -> str:
    helpline = _helpline(words, place)
    if helpline.phone:
        return words.call.format(name=helpline.name, phone=helpline.phone)
    return words.look.format(site=helpline.site.removeprefix("https://"))


def _danger(words: Tongue, place: str | None) -> str:
    number = help_contacts.country(place).emergency
    return words.danger.format(number=number) if number else words.danger_anywhere
