"""What every export promises, run over each that is found in the folder."""

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from defusedxml import ElementTree

from belisha.errors import Unusable
from belisha.plugins import find
from belisha.response.cases.case_file import CaseFile
from belisha.response.exports import Export, ReportingOrganisation
from tests.response.cases.sample_case import SENDER, case, empty, hostile
from tests.response.sample_findings import HOSTILE

GOLDEN = Path(__file__).parent / "golden"
EXPORTS = find("belisha.response.exports", Export)
PRINTED = [each for each in EXPORTS if each.suffix == ".pdf"]
WRITTEN = [each for each in EXPORTS if each not in PRINTED]
"""Documents for print depend on the fonts of the machine; everything else must be the same everywhere."""
every_export = pytest.mark.parametrize("export", EXPORTS, ids=lambda each: each.name)
every_written = pytest.mark.parametrize("export", WRITTEN, ids=lambda each: each.name)
pytestmark = pytest.mark.filterwarnings(
    "ignore:unclosed file .*sRGB2014.icc:ResourceWarning"
)  # WeasyPrint leaves it open
DELETED = "mum about our chats"


@pytest.fixture(autouse=True)
def _weasyprint(request: pytest.FixtureRequest) -> None:
    named = getattr(request.node, "callspec", None)
    if named and named.params.get("export") in PRINTED:
        pytest.importorskip("weasyprint", reason="needs belisha[serve]", exc_type=ImportError)


class Opened(HTMLParser):
    """Elements and attributes as a browser reads them."""

    def __init__(self, content: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.feed(content.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def safe_page(content: bytes) -> None:
    opened = Opened(content)
    assert not opened.tags & {"script", "img", "iframe", "object", "embed", "form", "base"}
    assert not [name for name, _ in opened.attributes if name.startswith("on") or name in {"src", "srcdoc", "style"}]
    assert all(value.startswith(("#", "data:,")) for name, value in opened.attributes if name == "href")
    assert [value for name, value in opened.attributes if name == "content" and value.startswith("default-src 'none'")]
    assert not [character for character in content.decode() if character in "\0\x1b\u202e\u202d\ufeff\ufffe"]


def safe_table(content: bytes) -> None:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r＝")]
    assert max(len(cell) for row in rows for cell in row) < 32_767


def safe_tree(content: bytes) -> None:
    tree = ElementTree.fromstring(content)
    assert {element.tag for element in tree.iter()} <= {
        element.tag for element in ElementTree.fromstring(MILD).iter()
    } | {
        "chatRoomName",
        "intendedRecipient",
        "intendedRecipientPerson",
    }


def safe_object(content: bytes) -> None:
    assert json.loads(content)
    assert b"\0" not in content


def safe_document(content: bytes) -> None:
    assert content.startswith(b"%PDF-")
    assert not [word for word in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile") if word in content]


SAFE = {
    ".html": safe_page,
    ".csv": safe_table,
    ".xml": safe_tree,
    ".json": safe_object,
    ".jsonld": safe_object,
    ".pdf": safe_document,
}
MILD = next(each for each in EXPORTS if each.suffix == ".xml").write(case(), SENDER)


@every_export
def test_it_says_what_it_is(export: Export) -> None:
    assert export.means.endswith(".")
    assert "/" in export.media
    assert export.suffix.startswith(".")


@every_export
def test_the_same_case_gives_the_same_bytes(export: Export) -> None:
    assert export.write(case(), SENDER) == export.write(case(), SENDER)


@every_export
def test_hostile_text_stays_text(export: Export) -> None:
    SAFE[export.suffix](export.write(hostile(), SENDER))


@every_export
def test_an_empty_case_is_written_or_what_is_missing_is_named(export: Export) -> None:
    nobody = ReportingOrganisation("")
    missing = export.missing(empty(), nobody)
    if missing:
        with pytest.raises(Unusable) as refused:
            export.write(empty(), nobody)
        assert all(each in str(refused.value) for each in missing)
    else:
        SAFE[export.suffix](export.write(empty(), nobody))


@every_written
def test_deleted_text_shows_its_place_and_hash(export: Export) -> None:
    written = export.write(case(), SENDER).decode()
    (gone,) = [each for each in case().conversations[0].messages if each.text is None]
    assert gone.text_sha256 in written
    assert DELETED not in written
    assert gone.provenance.place in written or export.suffix == ".xml"  # NCMEC has no place for places


@every_written
def test_nothing_is_named_that_the_case_does_not_name(export: Export) -> None:
    """A case without facts, young people and subject names nobody, whoever the sender is."""
    bare = case(subject=None, young=(), facts=(), relations=(), changes=(), conversations=(), book=(), files=())
    written = (
        export.write(msgspec.structs.replace(bare, danger_now="", title=""), SENDER) if _can(export, bare) else b""
    )
    assert not [each for each in ("u-5521", "u-8034", "nightowl", "pip_the_frog") if each.encode() in written]


@every_written
def test_golden(export: Export, renew: bool) -> None:
    golden = GOLDEN / f"{export.name}{export.suffix}"
    written = export.write(case(), SENDER)
    if renew:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(written)
    assert written == golden.read_bytes(), f"{golden.name} differs: read the difference, then renew with --renew"


def _can(export: Export, of: CaseFile) -> bool:
    return not export.missing(of, SENDER)


def test_the_hostile_case_reaches_every_export() -> None:
    written = next(each for each in EXPORTS if each.name == "json_file").write(hostile(), SENDER).decode()
    assert all(json.dumps(each.replace("\ud800", "\ufffd"), ensure_ascii=False)[1:-1] in written for each in HOSTILE)
