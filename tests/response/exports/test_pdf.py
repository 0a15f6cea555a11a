"""Documents for print: made to be kept, and asked for only where they can be made."""

import contextlib
import re
import sys
import zlib

import pytest

from belisha.errors import Unusable
from belisha.response.cases.printed import printed
from belisha.response.exports.pdf import Pdf
from tests.response.cases.sample_case import SENDER, START, case

pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed file .*sRGB2014.icc:ResourceWarning"
)  # WeasyPrint leaves it open
HTML = '<!DOCTYPE html><html lang="en"><head><title>Case</title></head><body><p>hi</p><img src="file:///etc/hostname"></body></html>'


def unpacked(content: bytes) -> bytes:
    """The document, followed by what its packed streams hold."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    held = [content]
    for stream in streams:
        with contextlib.suppress(zlib.error):
            held.append(zlib.decompressobj().decompress(stream))
    return b"\n".join(held)


def test_without_weasyprint_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Unusable, match=r"belisha\[serve\]"):
        Pdf().write(case(), SENDER)


def test_it_says_that_it_is_pdf_a_3b_and_when_it_was_made() -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    said = unpacked(printed(HTML.replace('<img src="file:///etc/hostname">', ""), START))
    assert re.search(rb"pdfaid:part\W+3\b", said)
    assert re.search(rb"pdfaid:conformance\W+B\b", said)
    assert b"OutputIntent" in said
    assert b"2026-03-01T18:00:00" in said


def test_it_fetches_nothing(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    assert printed(HTML, START).startswith(b"%PDF")
    assert "disallowed protocol: file:///etc/hostname" in caplog.text
