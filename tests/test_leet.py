"""Digits for letters and letters written apart: words come out plain, numbers stay numbers."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from belisha.text import fold, readings, stated_age

WORDS = ("secret", "photo", "alone", "parents", "meet", "discord", "please", "selfie", "tonight", "between")
STANDS_FOR = {"o": "0", "i": "1", "e": "3", "a": "4", "s": "5", "t": "7"}
UNITS = ("", "", "", "am", "pm", "km", "h", "min", "m", "kg", "st", "th", "x", "%")
BETWEEN = (" ", " / ", "/", "-", " - ", ", ", ":", ".", " + ", " vs ", " or ")


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("h 0 w 0 l d", "how old"),
        ("h o w o l d r u", "how old r u"),
        ("h 0 w  0 l d  4 r 3  y 0 u", "how old are you"),
        ("k 3 3 p 1 t s 3 c r 3 t", "keep it secret"),
        ("1 3 y 0", "13yo"),
        ("1 2 y o", "12yo"),
        ("i m 1 3", "im 13"),
        ("im 1 3", "im 13"),
        ("s-3-n-d", "send"),
        ("win 5 m o r e", "win 5 more"),
        ("5n4pch4t", "snapchat"),
        ("ph0t0", "photo"),
        ("p1c5", "pics"),
        ("5end me 4 pic", "send me 4 pic"),
        ("7ell me y0ur a9e", "tell me your age"),
        ("t0 8e 4lone", "to 8e alone"),
        ("c4n 1 s33 y0u", "can i see you"),
    ],
)
def test_words_are_read(written: str, folded: str) -> None:
    assert fold(written).text == folded


@pytest.mark.parametrize(
    "written",
    [
        "13 / 14 / 15",
        "1 2 3 4 5",
        "5 4 3 2 1 liftoff",
        "my pin is 4 5 3 1",
        "room 1 0 4",
        "2 + 2 = 4",
        "kick off at 5pm, bus 3 or 4",
        "a 4 paper",
        "e 4 e 5 n f 3",
        "r 2 d 2 and c 3 p 0",
        "its 1 3 0 p m",
        "lena05 and tom2009",
        "1 v 1 me",
        "the u5 team and year5 play at 4 or 5pm",
        "a ps5, an mp3 and 4k for 1s",
        "v.1.0.4",
    ],
)
def test_numbers_stay_numbers(written: str) -> None:
    assert fold(written).text == written


def test_a_word_that_is_not_known_is_read_apart_in_a_second_reading() -> None:
    assert {reading.text for reading in readings("p 4 r 3 n t 5 h 1 p")} == {"p 4 r 3 n t 5 h 1 p", "parentship"}
    assert {reading.text for reading in readings("k 1 k me")} == {"k 1 k me", "kik me"}


@pytest.mark.parametrize(
    ("written", "age"), [("i m 1 3", 13), ("im 1 4", 14), ("i m 1 2 y 0", 12), ("im 1 2 3 go", None)]
)
def test_an_age_apart_is_an_age(written: str, age: int | None) -> None:
    assert stated_age(fold(written).text) == age


@given(st.sampled_from(WORDS), st.lists(st.booleans(), min_size=9, max_size=9), st.sampled_from([" ", "-", ".", " . "]))
def test_known_words_apart_and_in_digits_are_read(word: str, swapped: list[bool], between: str) -> None:
    signs = [STANDS_FOR.get(letter, letter) if swap else letter for letter, swap in zip(word, swapped, strict=False)]
    assume(2 * sum(map(str.isalpha, signs)) >= len(signs))
    assert word in {reading.text for reading in readings(between.join(signs))}


@given(
    st.lists(st.tuples(st.integers(0, 2_500), st.sampled_from(UNITS), st.sampled_from(BETWEEN)), min_size=1, max_size=8)
)
def test_numbers_with_units_keep_their_digits_in_every_reading(parts: list[tuple[int, str, str]]) -> None:
    written = "".join(f"{number}{unit}{between}" for number, unit, between in parts)
    for reading in readings(written):
        assert re.sub(r"\D", "", reading.text) == re.sub(r"\D", "", written)


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12), st.sampled_from([" ", "-", ".", "  "]))
def test_digits_apart_never_become_letters(digits: list[int], between: str) -> None:
    for reading in readings(between.join(map(str, digits))):
        assert not re.search(r"[a-z]", reading.text)


@given(st.text(alphabet="aiou1340 5.-@$", max_size=60))
def test_every_span_leads_back(text: str) -> None:
    for reading in readings(text):
        for start in range(len(reading.text)):
            begin, end = reading.span(start, start + 1)
            assert 0 <= begin < end <= len(text)
