"""Text comes out as it was written, whatever its encoding, and damage stays where it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.encodings import decoded, narrow


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=4))
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_wide_text_becomes_narrow(encoding: str, text: str) -> None:
    assert narrow(text.encode(encoding)).decode("utf-8") == text


@given(st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"])).filter(lambda text: "\0" not in text))
def test_other_text_stays_as_it_is(text: str) -> None:
    content = text.encode()
    assert narrow(content) == content


def test_a_damaged_byte_does_not_cost_the_other_characters() -> None:
    text, doubt = decoded("schön und größer".encode() + b"\xff!")
    assert text == "schön und größer\ufffd!"
    assert "1 characters are damaged" in doubt


def test_old_encodings_are_read_as_such() -> None:
    assert decoded("schön".encode("latin-1")) == ("schön", "not UTF-8; read as Windows-1252")
