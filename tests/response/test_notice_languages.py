"""The files of words for children: the same keys in every language, different texts, calm and without gaps."""

import re
from itertools import combinations

import msgspec
import pytest

from belisha.model import Family
from belisha.response.notice_languages import ELSE, FALLBACK, spoken, tongues

LANGUAGES = sorted(tongues())
REQUIRED = {"en", "de", "nl", "fr", "es", "it", "pt", "pl"}
TOLD = {
    *(Family.SELECTION, Family.TRUST, Family.REWARD, Family.SECRECY, Family.ISOLATION, Family.MOVING, Family.PICTURES),
    *(Family.SEXUAL, Family.PRESSURE, Family.THREAT, Family.MEETING, Family.DECEPTION, Family.PACE),
}


def _texts(language: str) -> dict[str, str]:
    """Every text of a language by its place in the file."""
    found: dict[str, str] = {}
    to_read: list[tuple[str, object]] = [("", msgspec.to_builtins(tongues()[language]))]
    while to_read:
        place, value = to_read.pop()
        if isinstance(value, dict):
            to_read += [(f"{place}/{key}", each) for key, each in value.items() if key != "helplines"]
        else:
            found[place] = str(value)
    return found


def test_the_required_languages_are_there() -> None:
    assert set(LANGUAGES) >= REQUIRED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_a_language_has_the_same_keys_and_its_own_bands(language: str) -> None:
    assert set(_texts(language)) == set(_texts(FALLBACK))
    tongue = tongues()[language]
    bands = (tongue.up_to_11, tongue.from_12, tongue.from_15)
    for band in bands:
        assert set(band.noticed) == {family.value for family in TOLD} | {ELSE}
        assert set(band.amber) == set(band.red) <= set(band.noticed)
    for one, other in combinations(bands, 2):
        assert sum(one.noticed[key] != other.noticed[key] for key in one.noticed) > len(one.noticed) // 2


@pytest.mark.parametrize(("one", "other"), list(combinations(LANGUAGES, 2)))
def test_languages_are_different_texts(one: str, other: str) -> None:
    first, second = _texts(one), _texts(other)
    assert [place for place in first if first[place] == second[place]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_calm_typographic_and_leave_no_gap(language: str) -> None:
    allowed = {"name", "phone", "site", "number", "key"}
    for place, text in _texts(language).items():
        assert text.strip() == text != "", place
        assert not re.search("[!\"'`´\u2600-\U0001faff]", text), f"{place}: {text}"
        assert set(re.findall(r"\{(.*?)\}", text)) <= allowed, place
        assert text[0].isupper(), place
        assert text[-1] in ".?" or place.startswith(("/choices/", "/name")), f"{place}: {text}"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("de-AT", "de"), ("pt_BR", "pt"), ("FR", "fr"), (" nl ", "nl"), ("xx", "en"), ("", "en"), ("../de", "en")],
)
def test_the_language_of_a_tag(tag: str, expected: str) -> None:
    assert spoken(tag) == expected
