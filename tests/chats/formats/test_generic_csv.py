"""What a table may look like, and what is no table of messages."""

import io

import pytest

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.generic_csv import GenericCsv
from belisha.model import Message


def exhibit(content: bytes) -> Exhibit:
    return Exhibit("table.csv", len(content), lambda: io.BytesIO(content))


def said(content: bytes) -> list[Message]:
    one = exhibit(content)
    assert GenericCsv().recognises(one)
    return [fact for fact in GenericCsv().messages(one) if isinstance(fact, Message)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"name,phone,street\nTove,1,Road\n",
        b"text\nonly this\n",
        b"just a line of text, with a comma\nand another\n",
        b'{"text": 1, "sender": 2}\n',
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"SQLite format 3\0" + b"\0" * 84 + b"sender,text\n",
    ],
)
def test_what_is_no_table_of_messages_is_left_alone(content: bytes) -> None:
    assert not GenericCsv().recognises(exhibit(content))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    rows = [["sender", "text", "time"], ["tove", "blåbær, på fjellet", "2026-03-02 19:04:05"]]
    text = "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
    (message,) = said(text.encode(encoding))
    assert (message.sender, message.text) == ("tove", "blåbær, på fjellet")
    assert message.sent_at is not None


def test_a_very_long_cell_is_kept() -> None:
    (message,) = said(b'sender,text\ntove,"' + b"x" * 1_000_000 + b'"\n')
    assert len(message.text) == 1_000_000


def test_quotation_marks_that_are_escaped() -> None:
    first, second = said(b'sender,text\n"tove","she said \\"hi\\", twice"\n"mika","ok"\n')
    assert first.text == 'she said "hi", twice'
    assert second.text == "ok"


def test_unquoted_delimiters_in_the_last_column_belong_to_it() -> None:
    (message,) = said(b"time,sender,text\n2026-03-02 19:04,tove,one, two, three\n")
    assert message.text == "one, two, three"


def test_a_table_that_breaks_off_inside_a_cell_keeps_what_is_there() -> None:
    assert [message.text for message in said(b'sender,text\ntove,one\nmika,"tw')] == ["one", "tw"]


def test_undecidable_dates_are_remarked_once() -> None:
    one = exhibit(b"date,sender,text\n1/2/26,tove,a\n1/2/26,mika,b\n")
    list(GenericCsv().messages(one))
    assert ["day from month" in problem.what for problem in one.problems] == [True]
