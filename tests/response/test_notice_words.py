"""What children are told in the chat: in every language, for every light, age and tactic."""

import re
import unicodedata
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.model import Family, Light
from belisha.notices import Answer, Notice, answer_of
from belisha.response.help import contacts, countries
from belisha.response.notice_languages import BANDS_FROM, ELSE, Tongue, tongues
from belisha.response.notice_words import CANNOT_BE_UNDONE, after, compose, pause

LANGUAGES = sorted(tongues())
AGES = (8, 13, 16)
"""One of each band."""
LIGHTS = (Light.AMBER, Light.RED)
LONGEST, LONGEST_SENTENCE, HIGHEST_GRADE = 60, 12, 5
FAULT = {
    "en": "fault",
    "de": "schuld",
    "nl": "schuld",
    "fr": "faute",
    "es": "culpa",
    "it": "colpa",
    "pt": "culpa",
    "pl": "wina",
}
PERHAPS = {
    "en": "looks? like|can be|sometimes|may |not always",
    "de": "sieht so aus|sieht nach|kann|manchmal|vielleicht|nicht immer",
    "nl": "lijkt erop|lijken op|kan |soms|misschien|niet altijd",
    "fr": "on dirait|parfois|peut-être|ressemblent|pas toujours",
    "es": "parece|a veces|no siempre",
    "it": "sembra|a volte|somigliano|non sono sempre",
    "pt": "parece|às vezes|nem sempre",
    "pl": "wygląda|czasem|przypominają|nie zawsze",
}
"""How each language says that it is not certain; a language that is not listed is read by people only."""


def _notice(  # noqa: PLR0913, PLR0917 - what a notice is made of
    language: str = "en",
    light: Light = Light.AMBER,
    age: int | None = 13,
    families: tuple[Family, ...] = (),
    country: str | None = "GB",
    account: str = "zora-the-child",
) -> Notice:
    return compose(
        notice="n-1",
        app="Example Chat",
        account=account,
        conversation="room-77",
        light=light,
        language=language,
        age=age,
        families=families,
        country=country,
    )


def _said(notice: Notice) -> str:
    return f"{notice.noticed} {notice.action} {notice.help} {notice.comfort}"


def _sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.?])\s+", text) if each]


@cache
def _every(language: str, *places: str | None) -> tuple[Notice, ...]:
    families = ((), *((family,) for family in Family))
    return tuple(_notice(language, *each) for each in product(LIGHTS, AGES, families, places))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_says_what_to_do_who_helps_and_whose_fault_it_is_not(language: str) -> None:
    for notice in _every(language, "GB", None):
        assert notice.noticed
        assert notice.action
        assert FAULT.get(language, "") in notice.comfort.casefold()
        assert notice.language == language
        assert not re.search(r"[{}!]|  ", notice.text.partition("\n\n1  ")[0])
        assert [choice.key for choice in notice.choices] == ["1", "2", "3"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_is_read_in_ten_seconds_in_every_country(language: str) -> None:
    for notice in _every(language, *countries(), None):
        said = _said(notice)
        assert len(said.split()) <= LONGEST, said
        assert len(said.split()) / len(_sentences(said)) <= LONGEST_SENTENCE, said
        assert len(_sentences(notice.noticed)) == 1, notice.noticed


def _syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end: what English readability formulas count."""
    plain = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", plain))
    silent = plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def test_a_child_of_ten_can_read_the_english_words() -> None:
    grades = []
    for notice in _every("en", "GB", "US", "IE"):
        said = _said(notice)
        words = said.split()
        grades.append(
            0.39 * len(words) / len(_sentences(said)) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
        )
    assert max(grades) <= HIGHEST_GRADE


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) & set(PERHAPS)))
def test_what_was_noticed_is_never_said_as_certain(language: str) -> None:
    for notice in _every(language, None):
        assert re.search(PERHAPS[language], notice.noticed, flags=re.IGNORECASE), notice.noticed


@pytest.mark.parametrize("language", LANGUAGES)
def test_amber_and_red_ask_for_different_things(language: str) -> None:
    for age in AGES:
        for family in Family:
            amber, red = (_notice(language, light, age, (family,)) for light in LIGHTS)
            assert amber.action != red.action
            assert amber.help != red.help
            assert "999" in red.help
            assert "999" not in amber.help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("age", AGES)
def test_what_cannot_be_undone_has_an_action_of_its_own_and_is_told_first(language: str, age: int) -> None:
    for light in LIGHTS:
        actions = [_notice(language, light, age, (family,)).action for family in CANNOT_BE_UNDONE]
        assert len({*actions, _notice(language, light, age).action}) == len(actions) + 1
        mixed = _notice(language, light, age, (Family.TRUST, Family.SECRECY, *reversed(CANNOT_BE_UNDONE)))
        assert mixed.action == actions[0]


@pytest.mark.parametrize("age", [None, *AGES])
@pytest.mark.parametrize("light", LIGHTS)
def test_in_english_the_actions_say_not_to_pay_not_to_send_and_not_to_go(light: Light, age: int | None) -> None:
    threats, meeting, pictures = (_notice("en", light, age, (each,)).action for each in CANNOT_BE_UNDONE)
    assert "Do not pay, do not send anything, and keep the messages" in threats
    assert "Do not go" in meeting
    assert "Do not send" in pictures


def test_the_strongest_tactic_that_has_words_is_told_and_something_else_where_none_has() -> None:
    words = tongues()["en"].from_12.noticed
    assert _notice(families=(Family.CHILD, Family.SECRECY, Family.PACE)).noticed == words["secrecy"]
    assert _notice(families=(Family.CONTACTS, Family.LIKENESS)).noticed == words[ELSE]
    assert _notice(families=()).noticed == words[ELSE]


def test_green_says_nothing() -> None:
    with pytest.raises(ValueError, match="use amber or red"):
        _notice(light=Light.GREEN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_named(language: str) -> None:
    for notice in _every(language, None):
        assert "zora" not in notice.text
        assert "room-77" not in notice.text
    assert _notice(language, account="somebody-else").text == _notice(language).text


@pytest.mark.parametrize(("age", "band"), [(5, 0), (11, 0), (12, 1), (14, 1), (15, 2), (17, 2), (None, 1)])
def test_each_age_is_told_in_the_words_of_its_band(age: int | None, band: int) -> None:
    assert BANDS_FROM == (12, 15)
    for language in LANGUAGES:
        tongue = tongues()[language]
        words = (tongue.up_to_11, tongue.from_12, tongue.from_15)[band]
        assert _notice(language, age=age, families=(Family.SECRECY,)).noticed == words.noticed["secrecy"]
        assert pause("picture", language, age) == words.pause_picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_helplines_that_speak_a_language_are_among_the_contacts_and_are_named(language: str) -> None:
    for country, name in tongues()[language].helplines.items():
        assert name in {contact.name for contact in contacts(country, "children")}
        assert name in _notice(language, country=country).help
        assert name in _notice(language, country=country.lower()).help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(countries()))
def test_the_helpline_of_the_country_is_named_with_its_number(language: str, code: str) -> None:
    place = countries()[code]
    phones = [each.phone for each in place.contacts if each.meant_for == "child" and each.phone]
    for light in LIGHTS:
        told = _notice(language, light, country=code).help
        assert any(phone in told for phone in phones) if phones else "childhelplineinternational.org" in told
    assert place.emergency in _notice(language, Light.RED, country=code).help


@pytest.mark.parametrize("country", ["XX", "England", "", " ", "../GB"])
def test_an_unknown_country_is_told_as_no_country(country: str) -> None:
    assert _notice(light=Light.RED, country=country).help == _notice(light=Light.RED, country=None).help
    assert after(Answer.HELP, "en", 9, country) == after(Answer.HELP, "en", 9, None)


@given(
    tag=st.text(), country=st.none() | st.text(), families=st.lists(st.sampled_from(Family)), age=st.integers(0, 120)
)
def test_whatever_is_known_of_a_child_it_is_told_something_whole(
    tag: str, country: str | None, families: list[Family], age: int
) -> None:
    notice = _notice(tag, Light.RED, age, tuple(families), country)
    assert all((notice.noticed, notice.action, notice.help, notice.comfort))
    assert "{" not in notice.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_understood_by_key_and_by_words(language: str) -> None:
    offered = _notice(language).choices
    assert [choice.answer for choice in offered] == list(Answer)
    for choice in offered:
        for typed in (choice.key, choice.words, choice.words.upper(), f" {choice.words}. ", choice.answer.value):
            assert answer_of(typed, offered) is choice.answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("age", AGES)
def test_each_answer_has_a_reply_of_its_own(language: str, age: int) -> None:
    fine, known, helped = (after(answer, language, age, "GB") for answer in Answer)
    assert len({fine, known, helped}) == len(Answer)
    assert "3" in fine
    assert "3" in known
    assert "0800 1111" in helped
    assert "999" in helped
    assert not any("{" in reply for reply in (fine, known, helped))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_people_were_told_is_said_only_when_they_were(language: str) -> None:
    tongue: Tongue = tongues()[language]
    alone, told = (after(Answer.HELP, language, 10, "GB", reviewers_told=each) for each in (False, True))
    assert tongue.told in told
    assert tongue.not_told not in told
    assert tongue.not_told in alone
    assert tongue.told not in alone
    assert after(Answer.FINE, language, 10, "GB", reviewers_told=True) == after(Answer.FINE, language, 10, "GB")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_helpline_that_sleeps_is_to_be_tried_again(language: str) -> None:
    later = tongues()[language].later
    assert later in after(Answer.HELP, language, 10, "DE")
    assert later not in after(Answer.HELP, language, 10, "GB")
    assert later not in after(Answer.HELP, language, 10, None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("age", [None, *AGES])
def test_a_pause_is_one_sentence_and_differs_for_a_picture_and_an_address(language: str, age: int | None) -> None:
    picture, address = pause("picture", language, age), pause("address", language, age)
    assert picture != address
    for text in (picture, address):
        assert len(_sentences(text)) == 1
        assert len(text.split()) <= 20, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_is_understood_without_accents_and_punctuation(language: str) -> None:
    choices = _notice(language).choices
    for choice in choices:
        letters = unicodedata.normalize("NFKD", choice.words.replace("ł", "l"))
        bare = "".join(each for each in letters if each.isalnum() or each == " ")
        for typed in (bare, bare.upper(), f" {choice.words}!! ", choice.words.replace("'", "’"), f"{choice.key}."):
            assert answer_of(typed, choices) is choice.answer
    assert answer_of("!?", choices) is None
