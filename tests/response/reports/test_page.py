"""The report as pages: hostile evidence stays text, links lead somewhere, sums come out, pages stay small."""

import json
import re
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from jinja2 import UndefinedError

from belisha.errors import Unusable
from belisha.model import Family, Light, Part
from belisha.response.reports.page import write_pages
from tests.response.reports.pages_read import PageRead, dead_links, pages_in
from tests.response.sample_findings import HOSTILE, conversation, findings, hostile, reader, sighting

AUDIENCES = ("children", "parents", "moderators", "police")
OURS = {
    "html",
    "head",
    "meta",
    "title",
    "link",
    "style",
    "body",
    "svg",
    "symbol",
    "circle",
    "path",
    "use",
    "desc",
    "text",
    "script",
}
OURS |= {
    "header",
    "nav",
    "main",
    "footer",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "br",
    "strong",
}
OURS |= {
    "small",
    "span",
    "bdi",
    "time",
    "mark",
    "details",
    "summary",
    "code",
    "abbr",
    "figure",
    "figcaption",
    "div",
    "label",
}
OURS |= {"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "select", "option", "input", "output"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_hostile_evidence_stays_text(tmp_path: Path, audience: str) -> None:
    write_pages(hostile(), reader(audience), tmp_path / "report")
    for path, page in pages_in(tmp_path / "report").items():
        assert set(page.tags) <= OURS, path
        assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
        assert not [link for link in page.links if "javascript" in link]
        assert page.tags.count("script") == page.tags.count("style") == 1
        assert not re.search("[\0\x1b\u202a-\u202e\ufeff\ufffe]", path.read_text("utf-8"))
        assert "49 " not in page.text
    shown = PageRead(tmp_path / "report" / "conversations" / "0001-1.html").text
    assert all(each in shown for each in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[4], HOSTILE[8]))
    assert "evil ⟨U+202E⟩gnp.exe⟨U+202C⟩ and" in shown
    assert "a⟨U+0000⟩b⟨U+001B⟩[31mc⟨U+D800⟩d⟨U+FFFE⟩⟨U+FEFF⟩" in shown


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_link_leads_somewhere_and_ids_are_unique(tmp_path: Path, audience: str) -> None:
    found = findings(
        conversation("c1", 1_234, evidence=777),
        conversation("c2", light=Light.AMBER),
        conversation("c3", light=Light.GREEN),
    )
    write_pages(found, reader(audience), tmp_path / "report")
    pages = pages_in(tmp_path / "report")
    assert dead_links(pages) == []
    assert all(len(page.ids) == len(set(page.ids)) for page in pages.values())
    first = pages[(tmp_path / "report" / "conversations" / "0001-1.html").resolve()]
    assert "0001-2.html#m777" in first.links


def test_headings_never_skip_a_level(tmp_path: Path) -> None:
    write_pages(findings(conversation("c1"), conversation("c2")), reader(), tmp_path / "report")
    for page in pages_in(tmp_path / "report").values():
        assert page.language == "en"
        assert page.headings[0] == 1
        assert page.headings.count(1) == 1
        assert all(after - before <= 1 for before, after in zip(page.headings, page.headings[1:], strict=False))


def test_shown_parts_add_up_to_the_shown_reading(tmp_path: Path) -> None:
    write_pages(findings(conversation()), reader(), tmp_path / "report")
    text = (tmp_path / "report" / "conversations" / "0001-1.html").read_text("utf-8")
    table = re.search(r'<table class="sum".*?</table>', text, re.DOTALL)
    assert table is not None
    figures = re.findall(r'class="figure">([+\N{MINUS SIGN}]?[\d.]+)<', table[0])
    tenths = [round(float(each.replace("\N{MINUS SIGN}", "-")) * 10) for each in figures]
    assert len(tenths) == 6
    assert sum(tenths[:-1]) == tenths[-1] == -2


def test_only_the_evidence_is_marked_and_the_reason_stands_beside_it(tmp_path: Path) -> None:
    write_pages(findings(conversation("c1", 60, evidence=20)), reader(), tmp_path / "report")
    page = PageRead(tmp_path / "report" / "conversations" / "0001-1.html")
    assert page.marked == ["message", "mess"] * 2
    assert "The sender asks the age. (finding out)" in page.text
    assert "Most first chats." in page.text
    assert "message number 17" in page.text


def test_long_texts_are_folded_and_evidence_in_them_is_not(tmp_path: Path) -> None:
    texts = {13: "x" * 5_000, 15: "y\n" * 500, 17: "z" * 150_000}
    write_pages(findings(conversation(texts=texts)), reader(), tmp_path / "report")
    page = PageRead(tmp_path / "report" / "conversations" / "0001-1.html")
    assert page.text.count("Show all of this message") == 3
    assert "x" * 5_000 in page.text.replace("Show all of this message", "").replace("\n", "").replace(" ", "")
    assert "A further 50,000 characters of this message are only in the file itself." in page.text


def test_pages_of_messages_and_of_conversations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belisha.response.reports.overview.PAGE_CONVERSATIONS", 100)
    many = [conversation(f"c{at}", 2, Light.GREEN, evidence=1) for at in range(200)]
    write_pages(findings(conversation("long", 1_001), *many, files=150), reader(), tmp_path / "report")
    top = {path.name for path in (tmp_path / "report").glob("*")}
    assert {f"conversations-{page}.html" for page in (2, 3)} | {"index.html", "files-1.html"} <= top
    assert "conversations-4.html" not in top
    folder = tmp_path / "report" / "conversations"
    assert sorted(path.name for path in folder.glob("0001-*")) == ["0001-1.html", "0001-2.html", "0001-3.html"]
    pages = [PageRead(folder / f"0001-{page}.html") for page in (1, 2, 3)]
    assert [sum(bool(re.fullmatch(r"m\d+", each)) for each in page.ids) for page in pages] == [500, 500, 1]


def test_a_child_gets_help_before_anything_else_and_no_blame(tmp_path: Path) -> None:
    write_pages(findings(conversation(), audience="children"), reader("children"), tmp_path / "report")
    for name in ("index.html", "conversations/0001-1.html"):
        text = PageRead(tmp_path / "report" / name).text
        assert text.index("Look now") < text.index("Read it now.") < text.index("Helpline")
        assert "decibans" not in text[: text.index("For grown-ups")]
    assert text.index("Helpline") < text.index("What we noticed")


def test_a_child_is_told_without_figures_and_is_not_shown_its_own_words_as_a_reason(tmp_path: Path) -> None:
    found = conversation()
    highest = found.highest
    assert highest is not None
    own = msgspec.structs.replace(sighting("asks_age", 5, None, 20.0), clue="states_age", family=Family.CHILD)
    parts = (*highest.because, Part("states_age", 20.0, "says how old it is", own))
    found = msgspec.structs.replace(found, highest=msgspec.structs.replace(highest, because=parts))
    given = reader(
        "children", clue_words={"states_age": "You said how old you are.", "asks_age": "They asked your age."}
    )
    write_pages(findings(found, conversation("c2", light=Light.GREEN), audience="children"), given, tmp_path / "report")
    for name in ("index.html", "conversations/0001-1.html"):
        page = PageRead(tmp_path / "report" / name)
        before, _, after = page.text.partition("For grown-ups")
        assert "They asked your age." in before
        assert "You said how old you are." not in before
        assert not re.search(r"decibans|odds|concern|SHA-256|grooming|UTC\b", before.partition("See the messages")[0])
        assert "decibans" in after
        assert "tel:116111" in page.links
        assert before.index("day and night") < before.index("More places that help") < before.index("Hotline")


def test_parents_read_plain_sentences_before_the_figures(tmp_path: Path) -> None:
    write_pages(findings(conversation()), reader("parents"), tmp_path / "report")
    text = PageRead(tmp_path / "report" / "conversations" / "0001-1.html").text
    assert text.index("What was noticed") < text.index("The sender asks the age.") < text.index("in figures")
    assert text.index("in figures") < text.index("decibans")


def test_every_reading_says_that_it_is_no_measure_of_guilt(tmp_path: Path) -> None:
    for audience in AUDIENCES:
        write_pages(findings(conversation()), reader(audience), tmp_path / audience)
        text = PageRead(tmp_path / audience / "conversations" / "0001-1.html").text
        assert "not a measure of guilt" in text
        assert "if the weights of the program are right" in text
    assert "A light is a lead, not evidence" in text


def test_a_conversation_that_nobody_named_is_called_by_its_identifier(tmp_path: Path) -> None:
    found = msgspec.structs.replace(conversation("thread 12"), members=(), subject=None)
    text = PageRead(write_pages(findings(found), reader(), tmp_path / "report")).text
    assert "unknown people (thread 12)" in text


def test_green_is_never_called_safe(tmp_path: Path) -> None:
    for audience in AUDIENCES:
        write_pages(findings(conversation(light=Light.GREEN)), reader(audience), tmp_path / audience)
        text = PageRead(tmp_path / audience / "index.html").text
        assert "Nothing noticed" in text
        assert not re.search(r"(?<!that it )(?<!that a chat )\bis safe\b", text)


def test_files_are_listed_with_hash_and_what_was_not_read(tmp_path: Path) -> None:
    write_pages(findings(conversation()), reader("police"), tmp_path / "report")
    text = PageRead(tmp_path / "report" / "index.html").text
    assert "phone.zip!/chats/messages.jsonl" in text
    assert "ab12" * 16 in text
    assert "Seen, not read: line 9: not a message (look at the line)" in text
    assert "1 file could not be read" in text


def test_nothing_found_is_a_page_too(tmp_path: Path) -> None:
    index = write_pages(findings(), reader(), tmp_path / "report")
    assert "No conversation was found." in PageRead(index).text


def test_a_report_is_replaced_and_pages_are_hashed(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_pages(findings(conversation("c1"), conversation("c2")), reader(), folder)
    (folder / ".DS_Store").write_bytes(b"")
    write_pages(findings(conversation("c1")), reader(), folder)
    listed = json.loads((folder / "belisha-report.json").read_text("utf-8"))["pages"]
    assert set(listed) == {"index.html", "conversations/0001-1.html"}
    assert all(sha256((folder / name).read_bytes()).hexdigest() == digest for name, digest in listed.items())
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_the_same_findings_give_the_same_pages(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_pages(findings(conversation()), reader(), tmp_path / name)
    assert (tmp_path / "a" / "belisha-report.json").read_bytes() == (
        tmp_path / "b" / "belisha-report.json"
    ).read_bytes()


@pytest.mark.parametrize("foreign", ["notes.txt", "conversations/notes.txt"])
def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path, foreign: str) -> None:
    folder = tmp_path / "report"
    write_pages(findings(conversation()), reader(), folder)
    before = (folder / "index.html").read_bytes()
    (folder / foreign).write_text("mine")
    with pytest.raises(Unusable, match=r"notes\.txt"):
        write_pages(findings(), reader(), folder)
    assert (folder / "index.html").read_bytes() == before
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("not ours")
    with pytest.raises(Unusable, match="index"):
        write_pages(findings(), reader(), tmp_path / "other")


def test_files_and_links_are_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for name in ("file", "link"):
        with pytest.raises(Unusable, match="not a folder"):
            write_pages(findings(), reader(), tmp_path / name)


def test_a_failure_leaves_the_old_report_and_no_draft(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    write_pages(findings(conversation()), reader(), folder)
    before = (folder / "belisha-report.json").read_bytes()
    with pytest.raises(UndefinedError):
        write_pages(findings(conversation("c2")), reader(words={}), folder)
    assert (folder / "belisha-report.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


def test_what_is_too_weak_for_a_light_is_not_held_against_a_child(tmp_path: Path) -> None:
    found = conversation("c1", 60, evidence=20)
    own = msgspec.structs.replace(sighting("asks_age", 40, (0, 7), 3.0), about="sam", sender="sam")
    found = msgspec.structs.replace(found, sightings=(*found.sightings, own))
    for audience in ("children", "moderators"):
        write_pages(findings(found), reader(audience), tmp_path / audience)
    child = PageRead(tmp_path / "children" / "conversations" / "0001-1.html")
    assert child.marked == ["message", "mess"]
    moderator = PageRead(tmp_path / "moderators" / "conversations" / "0001-1.html")
    assert moderator.marked == ["message", "mess"] * 2
    assert moderator.text.count("Too weak for a light, about sam: The sender asks the age.") == 1
