"""Attacks by XML, which only this format meets."""

import io

import pytest

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.pan12_xml import Pan12Xml
from belisha.errors import Unreadable
from belisha.model import Message

BODY = (
    '<conversations><conversation id="c"><message line="1"><author>a</author><text>{}</text></message>'
    "</conversation></conversations>"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(9))


def exhibit(text: str) -> Exhibit:
    content = text.encode()
    return Exhibit("corpus.xml", len(content), lambda: io.BytesIO(content))


@pytest.mark.parametrize(
    "doctype",
    [f"<!DOCTYPE c [{LAUGHS}]>", '<!DOCTYPE c [<!ENTITY l8 SYSTEM "file:///etc/passwd">]>'],
    ids=["a billion laughs", "a file of ours"],
)
def test_entities_are_refused(doctype: str) -> None:
    one = exhibit(doctype + BODY.format("&l8;"))
    assert Pan12Xml().recognises(one)
    with pytest.raises(Unreadable, match="entities"):
        list(Pan12Xml().messages(one))


def test_a_plain_doctype_is_not() -> None:
    said = [f for f in Pan12Xml().messages(exhibit("<!DOCTYPE c>" + BODY.format("hi"))) if isinstance(f, Message)]
    assert [message.text for message in said] == ["hi"]


def test_an_encoding_nobody_knows_is_said() -> None:
    one = exhibit('<?xml version="1.0" encoding="klingon"?>' + BODY.format("hi"))
    with pytest.raises(Unreadable, match="encoding"):
        list(Pan12Xml().messages(one))
