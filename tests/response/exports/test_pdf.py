"""Documents for print: made to be kept, and asked for only where they can be made."""

import sys

import pytest

from belisha.errors import Unusable
from belisha.response.cases.printed import printed
from belisha.response.exports.pdf import Pdf
from tests.response.cases.sample_case import SENDER, START, case

pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed file .*sRGB2014.icc:ResourceWarning"
)  # WeasyPrint leaves it open
HTML = '<!DOCTYPE html><html lang="en"><head><title>Case</title></head><body><p>hi</p><img src="file:///etc/hostname"></body></html>'


def test_without_weasyprint_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(Unusable, match=r"belisha\[serve\]"):
        Pdf().write(case(), SENDER)


def test_it_says_that_it_is_pdf_a_3b_and_when_it_was_made() -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    content = printed(HTML.replace('<img src="file:///etc/hostname">', ""), START)
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in content
    assert b"2026-03-01T18:00:00Z" in content


def test_it_fetches_nothing(caplog: pytest.LogCaptureFixture) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    assert printed(HTML, START).startswith(b"%PDF")
    assert "a case fetches nothing" in caplog.text
