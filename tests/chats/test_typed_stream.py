"""The text in Apple's archives of attributed strings, whole, damaged or hostile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.typed_stream import written_in

START = (
    b"\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\x00\x84\x84\x08NSObject\x00\x85\x92"
    b"\x84\x84\x84\x08NSString\x01\x94\x84\x01+"
)
END = b"\x86\x84\x02iI\x01\x04\x92\x84\x84\x84\x0cNSDictionary\x00\x94\x84\x01i\x00\x86\x86"


def archived(text: str) -> bytes:
    """A string as Messages archives it; its length is one byte, or 0x81 and two, or 0x82 and four."""
    content = text.encode()
    size = len(content)
    if size < 0x80:
        return START + bytes([size]) + content + END
    if size < 0x8000:
        return START + b"\x81" + size.to_bytes(2, "little") + content + END
    return START + b"\x82" + size.to_bytes(4, "little") + content + END


@given(st.text(min_size=1, alphabet=st.characters(codec="utf-8")))
def test_it_gives_back_what_was_written(text: str) -> None:
    assert written_in(archived(text)) == text


@pytest.mark.parametrize("size", [127, 128, 255, 256, 0x7FFF, 0x8000, 70_000])
def test_it_knows_every_width_of_length(size: int) -> None:
    assert written_in(archived("a" * size)) == "a" * size


def test_what_follows_the_text_does_not_matter() -> None:
    assert written_in(archived("still here")[: -len(END)]) == "still here"
    assert written_in(archived("still here")[: -len(END)] + b"\xff" * 9) == "still here"


def test_a_damaged_beginning_does_not_hide_the_text() -> None:
    assert written_in(b"\x04\x0bstreamtyped\x99\x99" + archived("found by its shape")[16:]) == "found by its shape"


@given(st.binary(max_size=200))
def test_no_archive_gives_none_and_never_an_error(junk: bytes) -> None:
    written_in(junk)
    written_in(START + junk)
    assert written_in(junk.replace(b"NSString", b"")) is None


def test_a_length_beyond_the_end_takes_no_more_than_there_is() -> None:
    assert written_in(START + b"\x82\xff\xff\xff\x7f" + b"short") == "short"
