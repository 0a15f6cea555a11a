"""Whom a child can talk to, and where grooming is reported, country by country (``help_contacts.json``).

Names, numbers and addresses change: ``Country.checked`` says when they were last gone through, and
``HelpContact.confirmed_on`` which of them were then found on a public page (``docs/lights.md``). Nobody was called.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import msgspec

from belisha.errors import Unusable

INTERNATIONAL = "international"
"""The key of the contacts that are shown where the country is not known."""

For = Literal["child", "parents", "everyone", "professionals"]
"""Whom a contact is meant for."""


class HelpContact(msgspec.Struct, frozen=True, rename={"meant_for": "for"}, forbid_unknown_fields=True):
    """One place to turn to.

    Attributes:
        meant_for: who is meant to use it.
        name: as people in the country know it.
        phone: as it is dialled inside the country; None when there is none.
        site: ``https`` address.
        what: one short plain sentence.
        hours: when the phone is answered, local time; empty when it is not known.
        reports: whether it takes reports of grooming, threats or blackmail.
        everywhere: whether it is shown after the contacts of every country.
        confirmed_on: a public page that names it with this number (without a phone: that names what it does); empty
            when none was found, and the entry rests on what is generally known.
    """

    meant_for: For
    name: str
    phone: str | None
    site: str
    what: str
    hours: str = ""
    reports: bool = False
    everywhere: bool = False
    confirmed_on: str = ""


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The contacts of one country.

    Attributes:
        country: its name in English.
        emergency: number of the police when somebody is in danger now; empty where it differs by country.
        contacts: in the order in which a child should see them.
        checked: year and month in which they were last gone through; it does not say that each was confirmed.
    """

    country: str
    emergency: str
    contacts: tuple[HelpContact, ...]
    checked: str


_ORDER: Mapping[str, tuple[For, ...]] = {
    "children": ("child", "everyone"),
    "parents": ("parents", "everyone", "child"),
}
_REPORTS_FIRST: tuple[For, ...] = ("professionals", "everyone", "child", "parents")


@cache
def countries() -> Mapping[str, Country]:
    """All countries by ISO 3166-1 code, and ``INTERNATIONAL``."""
    content = files("belisha.response").joinpath("help_contacts.json").read_bytes()
    return MappingProxyType(msgspec.json.decode(content, type=dict[str, Country]))


def country(code: str | None) -> Country:
    """One country, in any case, UK for GB too; the international contacts for None.

    Raises:
        Unusable: for a code that is not known.
    """
    plain = (code or INTERNATIONAL).strip()
    known = countries()
    found = known.get({"UK": "GB"}.get(plain.upper(), plain.upper())) or known.get(plain.lower())
    if found is None:
        raise Unusable(f"no help contacts for country {plain!r}; known are {', '.join(sorted(known))}")
    return found


def contacts(code: str | None, audience: str) -> tuple[HelpContact, ...]:
    """The contacts that an audience should see, the most useful first.

    Args:
        code: the country, or None for the international contacts.
        audience: ``children`` see what is for them and for everyone, ``parents`` their own first; everybody else
            (``moderators``, ``police``) sees where to report first, then the rest, to be passed on.

    Raises:
        Unusable: for a code that is not known.
    """
    own = country(code).contacts
    found = [*own, *(each for each in countries()[INTERNATIONAL].contacts if each.everywhere and each not in own)]
    order = _ORDER.get(audience)
    if order is None:
        return tuple(sorted(found, key=lambda each: (not each.reports, _REPORTS_FIRST.index(each.meant_for))))
    meant = [each for each in found if each.meant_for in order]
    return tuple(sorted(meant, key=lambda each: order.index(each.meant_for)))


def country_from_locale(environment: Mapping[str, str]) -> str | None:
    """The country that the locale names (``en_GB.UTF-8``); None when it names none, or one without contacts."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(variable, "").partition(".")[0].partition("@")[0]
        territory = locale.partition("_")[2].upper()
        if territory:
            return territory if territory in countries() else None
    return None
