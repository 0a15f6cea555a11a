"""XML as apps write it: emoji in halves, files inside of attributes, damage; and attacks on who reads it."""

import io
import tracemalloc
from collections.abc import Iterator
from typing import BinaryIO, cast
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.loose_xml import Element, elements, plain

NAMES, WANTED = ("texts", "text", "part"), ("who", "said")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)


def read(content: str | bytes) -> list[Element]:
    plain_bytes = content if isinstance(content, bytes) else content.encode()
    return list(elements(io.BytesIO(plain_bytes), NAMES, WANTED))


def said(content: str | bytes) -> list[str | None]:
    return [each.attributes.get("said") for each in read(content) if each.name == "text"]


def as_the_app_writes(text: str) -> str:
    """With everything beyond the first plane in two halves, as Android's serializer did."""
    halves = text.encode("utf-16-be")
    units = [int.from_bytes(halves[at : at + 2]) for at in range(0, len(halves), 2)]
    plane = "".join(f"&#{unit};" if unit > 0x7F or unit in (9, 10, 13) else chr(unit) for unit in units)
    return escape("".join(plane), {'"': "&quot;"}).replace("&amp;#", "&#")


def file_of(pieces: Iterator[bytes]) -> BinaryIO:
    """A file that gives these pieces, one each time it is read."""

    class Pieces:
        def read(self, _size: int) -> bytes:
            return next(pieces, b"")

    return cast("BinaryIO", Pieces())


@given(TEXTS, TEXTS)
def test_whatever_was_said_is_read_as_it_was(first: str, second: str) -> None:
    lines = "".join(f'<text who="a" said="{as_the_app_writes(each)}" />\n' for each in (first, second))
    assert said(f"<?xml version='1.0'?>\n<texts>\n{lines}</texts>") == [first, second]


@given(TEXTS, st.integers(1, 7))
def test_where_the_file_is_divided_makes_no_difference(text: str, size: int) -> None:
    content = f'<!-- a <text> in a note --><texts><text said="{as_the_app_writes(text)}"/><part /></texts>'.encode()
    pieces = (content[at : at + size] for at in range(0, len(content), size))
    assert list(elements(file_of(pieces), NAMES, WANTED)) == read(content)


@given(st.text("<>=/\"'& \nabstextwho!-?", max_size=200))
def test_nothing_that_is_written_breaks_it(content: str) -> None:
    for element in read(content):
        assert set(element.attributes) <= set(WANTED)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(content: bytes) -> None:
    read(content)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("&#55357;&#56832;", "😀"),
        ("&#xD83D;&#xDE00;", "😀"),
        ("&#55357; &#56832;", "\ufffd \ufffd"),
        ("&#128512;", "😀"),
        ("&#0;&#1114112;&#99999999;", "\ufffd\ufffd\ufffd"),
        ("&lt;b&gt; &amp;amp; &quot;&apos;&#10;", "<b> &amp; \"'\n"),
        ("&nbsp; & &#; &#x; &;", "&nbsp; & &#; &#x; &;"),
    ],
)
def test_references_are_read_as_they_were_meant(written: str, text: str) -> None:
    assert plain(written) == text


@pytest.mark.parametrize(
    ("content", "texts", "whole"),
    [
        ('<text said="one"/><text said="cut of', ["one", "cut of"], [True, False]),
        ('<text said="never ends <text said="two"/>', ["never ends ", "two"], [False, True]),
        ('<text said=one who="a"/><text said="two"/>', [None, "two"], [False, True]),
        ("<text said='it is \"so\" > that'/>", ['it is "so" > that'], [True]),
        ('<text said="a <b>bold</b> word"/>', ["a <b>bold</b> word"], [True]),
        ('<text said="one"<text said="two"/>', ["one", "two"], [False, True]),
        ("<text", [None], [False]),
    ],
)
def test_damage_costs_one_element(content: str, texts: list[str | None], whole: list[bool]) -> None:
    found = [each for each in read(content) if each.name == "text"]
    assert [each.attributes.get("said") for each in found] == texts
    assert [each.whole for each in found] == whole


def test_an_element_says_where_it_is_and_whether_it_ends_itself() -> None:
    found = read('<texts>\n\n<text said="a\nb"/>\n<part></part></texts>')
    assert [(each.name, each.line, each.empty) for each in found] == [
        ("texts", 1, False),
        ("text", 3, True),
        ("part", 5, False),
        ("/part", 5, False),
        ("/texts", 5, False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str) -> None:
    assert said('<text said="grüß 😀"/>'.encode(encoding)) == ["grüß 😀"]


def test_nothing_that_a_file_declares_is_expanded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9))
    ours = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    assert said(f'<!DOCTYPE texts [{laughs}{ours}]><texts><text said="&l8;&file;"/>') == ["&l8;&file;"]


def test_a_film_inside_of_an_attribute_is_not_held_in_memory() -> None:
    def film() -> Iterator[bytes]:
        yield b'<texts><part data="'
        for _ in range(800):
            yield b"QUJD" * 16_384
        yield b'" said="after it"/>'

    tracemalloc.start()
    found = list(elements(file_of(film()), NAMES, WANTED))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [each.attributes for each in found] == [{}, {"said": "after it"}]
    assert peak < 2_000_000, "of 50 MB"


def test_of_an_endless_text_the_beginning_is_kept() -> None:
    (found,) = read('<text said="' + "a" * 3_000_000 + '" who="b"/>')
    assert found.attributes == {"said": "a" * (1 << 20), "who": "b"}
