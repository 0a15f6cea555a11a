"""The help contacts, and the page ``docs/lights.md`` that shows them and the words of the lights."""

import re
from collections.abc import Iterator

import pytest

from belisha import plugins
from belisha.errors import Unusable
from belisha.lights import Audience
from belisha.model import Light
from belisha.response.help import (
    INTERNATIONAL,
    Country,
    HelpContact,
    contacts,
    countries,
    country,
    country_from_locale,
)
from tests.conftest import ROOT

REQUIRED = ("GB", "US", "CA", "AU", "IE", "NZ", "DE", "FR", "NL", "ES", "IT")
AUDIENCES = ("children", "parents", "moderators", "police")
PAGE = ROOT / "docs" / "lights.md"
EVERY_CONTACT = [(code, contact) for code, each in countries().items() for contact in each.contacts]
OWN_COUNTRIES = [code for code in countries() if code != INTERNATIONAL]


def test_the_required_countries_are_there() -> None:
    assert set(REQUIRED) < set(countries())
    assert INTERNATIONAL in countries()


@pytest.mark.parametrize("code", OWN_COUNTRIES)
def test_every_country_has_a_childrens_helpline_a_reporting_route_and_an_emergency_number(code: str) -> None:
    found = country(code)
    assert re.fullmatch("[A-Z]{2}", code)
    assert any(contact.meant_for == "child" and contact.phone for contact in found.contacts)
    assert any(contact.reports for contact in found.contacts)
    assert re.fullmatch(r"\d{2,3}", found.emergency)


@pytest.mark.parametrize("code", countries())
def test_every_country_says_when_it_was_checked(code: str) -> None:
    found = country(code)
    assert found.country
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", found.checked)
    names = [contact.name for contact in found.contacts]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("code", "contact"), EVERY_CONTACT, ids=lambda value: getattr(value, "name", value))
def test_every_contact_can_be_reached_and_says_what_it_is_for(code: str, contact: HelpContact) -> None:
    assert re.fullmatch(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?", contact.site), code
    assert contact.phone is None or re.fullmatch(r"\+?\d[\d -]*", contact.phone), code
    assert contact.what.endswith(".")
    assert len(contact.what) <= 140
    assert contact.name.strip() == contact.name != ""
    assert contact.phone or not contact.hours
    assert re.fullmatch(r"(https://[a-z0-9.-]+\.[a-z]{2,}/\S*)?", contact.confirmed_on), code


@pytest.mark.parametrize("code", countries())
def test_a_child_sees_first_what_is_for_children_and_nothing_for_others(code: str) -> None:
    seen = [contact.meant_for for contact in contacts(code, "children")]
    assert seen[0] == "child"
    assert set(seen) <= {"child", "everyone"}
    assert seen == sorted(seen)  # "child" comes before "everyone"


@pytest.mark.parametrize("code", OWN_COUNTRIES)
@pytest.mark.parametrize("audience", ["moderators", "police", "teachers"])
def test_those_who_report_see_first_where_to_report_and_then_all_the_rest(code: str, audience: str) -> None:
    seen = contacts(code, audience)
    assert seen[0].reports
    reports = [contact.reports for contact in seen]
    assert reports == sorted(reports, reverse=True)
    assert set(country(code).contacts) <= set(seen)


def test_parents_see_their_own_contacts_first() -> None:
    seen = contacts("GB", "parents")
    assert seen[0].name == "NSPCC Helpline"
    assert {contact.meant_for for contact in seen} == {"parents", "everyone", "child"}


@pytest.mark.parametrize("code", countries())
def test_every_child_is_shown_how_to_stop_a_picture_once(code: str) -> None:
    assert [contact.name for contact in contacts(code, "children")].count("Take It Down") == 1


def test_without_a_country_the_international_contacts_are_given() -> None:
    assert country(None) is countries()[INTERNATIONAL]
    assert set(contacts(None, "moderators")) == set(countries()[INTERNATIONAL].contacts)


@pytest.mark.parametrize("code", ["gb", " GB ", "uk", "UK"])
def test_a_code_may_be_written_as_people_write_it(code: str) -> None:
    assert country(code) is countries()["GB"]


@pytest.mark.parametrize("code", ["XX", "England", "gbr", "../GB"])
def test_an_unknown_code_is_refused_and_the_known_ones_are_listed(code: str) -> None:
    with pytest.raises(Unusable, match=r"known are AT, AU, .*, international") as caught:
        contacts(code, "children")
    assert code in str(caught.value)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "de_AT@euro"}, "AT"),
        ({"LANG": "nl_NL"}, "NL"),
        ({"LC_ALL": "fr_FR.UTF-8", "LANG": "en_GB.UTF-8"}, "FR"),
        ({"LC_MESSAGES": "it_IT", "LANG": "en_GB.UTF-8"}, "IT"),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_GB.UTF-8"}, "GB"),
        ({"LC_ALL": "", "LANG": "es_ES.UTF-8"}, "ES"),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}, None),
        ({"LANG": "C"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "en"}, None),
        ({"LANG": "_"}, None),
        ({"LANG": "en_international"}, None),
        ({}, None),
    ],
)
def test_the_country_of_a_locale(environment: dict[str, str], expected: str | None) -> None:
    found = country_from_locale(environment)
    assert found == expected
    assert country(found).contacts


def test_the_page_shows_the_words_of_the_lights_and_all_contacts(renew: bool) -> None:
    page = PAGE.read_text("utf-8")
    fresh = _filled(_filled(page, "lights", _lights()), "contacts", _contacts())
    if renew:
        PAGE.write_text(fresh, "utf-8")
        return
    assert page == fresh, "docs/lights.md is stale: run pytest tests/response/test_help.py --renew"


def _filled(page: str, part: str, lines: Iterator[str]) -> str:
    """The page with what stands between the marks of a part written anew."""
    marks = re.compile(rf"(<!-- {part}: [^\n]*-->\n).*?(<!-- end -->)", re.DOTALL)
    assert len(marks.findall(page)) == 1
    text = "\n".join(lines)
    return marks.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page)


def _lights() -> Iterator[str]:
    """A table for each audience, in the order in which they are named in the page."""
    found = {audience.name: audience for audience in plugins.find("belisha.lights", Audience)}
    assert set(AUDIENCES) <= set(found)
    for number, name in enumerate(sorted(found, key=lambda each: (*AUDIENCES, each).index(each))):
        audience = found[name]
        shown_from = {light: f"{audience.shown_from(light):g}" for light in Light}
        yield from ("",) if number else ()
        yield from (f"### For {name}", "", "| light | from concern | headline | what it means | what to do |")
        yield "|---|---|---|---|---|"
        for light, words in audience.words.items():
            cells = (light.word, shown_from[light], f"**{words.headline}**", words.meaning, words.action)
            yield _row(*cells)


def _contacts() -> Iterator[str]:
    """A table for each country, by name; the international contacts last."""
    last = countries()[INTERNATIONAL]
    for found in (*sorted(_own(), key=lambda each: each.country), last):
        emergency = f"Emergency: **{found.emergency}**. " if found.emergency else ""
        yield from ("", f"### {found.country}", "", f"{emergency}Gone through {found.checked}.", "")
        yield from ("| for | name | phone | what it is for | confirmed |", "|---|---|---|---|---|")
        for contact in found.contacts:
            name = f"[{contact.name}]({contact.site}){' *' if contact.reports else ''}"
            phone = f"{contact.phone or ''}{f' ({contact.hours})' if contact.hours else ''}"
            confirmed = f"[page]({contact.confirmed_on})" if contact.confirmed_on else "no"
            yield _row(contact.meant_for, name, phone, contact.what, confirmed)


def _own() -> list[Country]:
    return [country(code) for code in OWN_COUNTRIES]


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |".replace("|  |", "| |")
