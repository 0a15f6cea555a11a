"""Mistyped words of the phrases are read right, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.stream.spelling import spelling
from belisha.text import readings

SPELLING = spelling()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("its our sceret", "its our secret"),
        ("where do you lvie", "where do you live"),
        ("nevr tell your mum", "never tell your mum"),
        ("keep this betwween us", "keep this between us"),
        ("dont tell your paremts", "dont tell your parents"),
        ("hhelllooo", "hello"),
    ],
)
def test_one_mistake_in_a_word_is_put_right(written: str, read: str) -> None:
    assert read in {reading.text for reading in SPELLING.mended(readings(written))}


@pytest.mark.parametrize(
    "written",
    [
        "sand me a pic",
        "wenn kommst du nach hause",
        "the cellar is cold",
        "add xlena05 there",
        "nehmen wir den bus",
        "",
        "thats shes theyd wasnt",
        "two pics and ten mins",
        "my charger and my router",
        "the counsellor and the donuts",
    ],
)
def test_known_words_endings_other_languages_and_names_stay(written: str) -> None:
    texts = readings(written)
    assert SPELLING.mended(texts) == texts


def test_the_usual_reading_stays_and_spans_lead_back() -> None:
    written = "Its our  SCERET ok"
    mended = SPELLING.mended(readings(written))
    assert [reading.text for reading in mended] == ["its our secret ok", "its our sceret ok"]
    at = mended[0].text.index("secret")
    assert written[slice(*mended[0].span(at, at + 6))] == "SCERET"


@given(st.text(alphabet="abcdeiorst nlmu", max_size=60))
def test_it_answers_the_same_twice_and_keeps_the_number_of_words(written: str) -> None:
    first, again = SPELLING.mended(readings(written)), SPELLING.mended(readings(written))
    assert [reading.text for reading in first] == [reading.text for reading in again]
    assert len(first[0].text.split()) == len(first[-1].text.split())
