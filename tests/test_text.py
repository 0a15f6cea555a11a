"""Folding: evasive spelling comes out plain, and spans lead back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.text import Continued, fold, is_quoted, readings, stated_age

ALPHABET = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="aeostl013457@$! .-_'’ѕесо\u200béßİ🤫📷", max_size=40),
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Don't tell", "dont tell"),
        ("don’t tell", "dont tell"),
        ("h0w 0ld r u", "how old r u"),
        ("ѕесrеt", "secret"),
        ("ｓｅｃｒｅｔ", "secret"),
        ("se\u200bcret", "secret"),
        ("sécrèt", "secret"),
        ("heyyyyy sooooo", "hey soo"),
        ("in$ta", "insta"),
        ("привет", "привет"),
        ("im 13 m4m", "im 13 mam"),
        ("2nite 7pm 13yo", "2nite 7pm 13yo"),
        ("h0w 0ld 4r3 y0u", "how old are you"),
        ("k33p 1t s3cr3t", "keep it secret"),
        ("add lena05 on k1k", "add lena05 on kik"),
        ("it is 4 or 5 km, at 7pm", "it is 4 or 5 km, at 7pm"),
        ("h o w   o l d   a r e   y o u", "how old are you"),
        ("how.old.are.you", "how old are you"),
        ("how🙂old🙂are🙂you", "how old are you"),
        ("how_old_are_you", "how old are you"),
        ("lena_the_gamer", "lena_the_gamer"),
        ("how  old\nare you", "how old are you"),
        ("sеnd mе а ріс", "send me a pic"),
        ("sеnd ᴍᴇ ᴀ ᴘɪᴄ", "send me a pic"),
        ("🇸🇪🇳🇩 it", "send it"),
        ("se\u3164cret", "secret"),
        ("łódź ørn đ straße", "lodz orn d strasse"),
    ],
)
def test_folding(written: str, folded: str) -> None:
    assert fold(written).text == folded


def test_spaced_letters_are_read_joined() -> None:
    assert [reading.text for reading in readings("our s e c r e t, ok")] == ["our secret, ok"]
    assert [reading.text for reading in readings("s.n.a.p me")] == ["snap me"]
    assert [reading.text for reading in readings("send a p i c")] == ["send a pic"]
    assert [reading.text for reading in readings("p i c pls")] == ["p i c pls", "pic pls"]
    assert [reading.text for reading in readings("u r ok")] == ["u r ok"]


def test_a_one_in_a_word_is_read_both_ways() -> None:
    assert [reading.text for reading in readings("te1l k1k")] == ["teil kik", "tell klk"]


@given(ALPHABET)
def test_every_span_leads_back_into_the_original(text: str) -> None:
    for reading in readings(text):
        for start in range(len(reading.text)):
            begin, end = reading.span(start, start + 1)
            assert 0 <= begin < end <= len(text)


@given(ALPHABET)
def test_spans_are_in_order(text: str) -> None:
    reading = fold(text)
    begins = [reading.span(start, start + 1)[0] for start in range(len(reading.text))]
    assert begins == sorted(begins)


@given(st.text(alphabet="abcdefgh ijklm", max_size=40))
def test_plain_words_fold_to_themselves_but_for_runs(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


def test_a_span_covers_what_was_written() -> None:
    written = "ok d\u200bon’t téll ur mum"
    reading = fold(written)
    at = reading.text.index("tell")
    assert written[slice(*reading.span(at, at + 4))] == "téll"


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im 13", 13),
        ("i am 12 years old", 12),
        ("im only 11", 11),
        ("i just turned 14", 14),
        ("13 f", 13),
        ("14/f/uk", 14),
        ("m 15 u", 15),
        ("im in year 8", 12),
        ("im almost 16", 16),
        ("im 13 minutes away", None),
        ("im 15 mins late", None),
        ("im 10 levels ahead", None),
        ("im 2nd", None),
        ("see you at 12", None),
        ("im 500", None),
        ("12", None),
    ],
)
def test_stated_age(text: str, age: int | None) -> None:
    assert stated_age(fold(text).text) == age


def test_a_bare_number_is_an_age_only_when_asked() -> None:
    assert stated_age("12 u?", asked=True) == 12
    assert stated_age("12", asked=False) is None
    assert stated_age("13 in yr 8", asked=True) == 13
    assert stated_age("13 in long", asked=True) is None


def test_the_rest_of_a_line_leads_back_to_its_own_message() -> None:
    own = fold("OLD r ü")
    both = Continued("how", own)
    assert both.text == "how old r u"
    assert both.text[both.begins :] == own.text
    assert both.span(0, len(both.text)) == (0, 7)
    assert both.span(both.begins, both.begins + 3) == (0, 3)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('he said "send it" to her', True),
        ("he said \u201csend it\u201d to her", True),
        ('"send it"', False),
        ("\u201csend it\u201d", False),
        ('"send it" and "now"', True),
        ("send it", False),
    ],
)
def test_quotations(text: str, quoted: bool) -> None:
    at = text.index("send")
    assert is_quoted(text, (at, at + 7)) == quoted
