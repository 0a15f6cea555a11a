"""What a reader finds on the page of a case."""

import re

import msgspec
import pytest

from belisha.response.cases.case_file import CaseConversation, CaseFile, Kept, Program
from belisha.response.exports.page import Page
from tests.response.cases.sample_case import SENDER, SUBJECT, case, empty, message
from tests.response.reports.pages_read import PageRead


def page(of: CaseFile) -> str:
    return Page().write(of, SENDER).decode()


def plain(of: CaseFile) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(of).partition("<main")[2]))


def one(index: int, sender: str | None, text: str | None, **more: object) -> CaseFile:
    return case(conversations=(CaseConversation("r", messages=(message(index, sender, text, **more),)),))


def test_it_says_first_that_it_proves_nothing_by_itself() -> None:
    assert "does not say that anybody committed an offence" in plain(case())
    assert "A light is a lead, not evidence" in plain(case())


def test_links_inside_lead_somewhere(tmp_path: object) -> None:
    path = tmp_path / "case.html"  # type: ignore[operator]
    path.write_text(page(case()), "utf-8")
    read = PageRead(path)
    assert read.links
    assert all(link.removeprefix("#") in read.ids for link in read.links)
    assert len(set(read.ids)) == len(read.ids)


def test_every_reason_has_its_innocent_explanation_and_they_add_up() -> None:
    said = plain(case())
    for meaning in case().meanings:
        assert meaning.means.replace("'", "&#39;") in said
        assert meaning.innocent.replace("'", "&#39;") in said
    figures = [
        float(each.replace("\N{MINUS SIGN}", "-"))
        for each in re.findall(r'"figure">([+\N{MINUS SIGN}][\d.]+)<', page(case()))
    ]
    assert round(sum(figures[:-1]), 1) == figures[-1]


def test_what_is_left_out_between_messages_is_counted() -> None:
    said = plain(case())
    assert "1 message before this one is not part of this case." in said
    assert "6 messages between these two are not part of this case." in said
    assert "2 messages after this one are not part of this case." in said


def test_deleted_text_shows_when_and_its_hash() -> None:
    said = plain(case())
    assert "The text was deleted on 2026-05-30 18:00:00 UTC" in said
    assert case().conversations[0].messages[5].text_sha256 in said
    assert "was never stored" in plain(one(1, SUBJECT, None, was="x"))


def test_a_changed_text_and_a_changed_entry_are_pointed_out() -> None:
    changed = one(1, SUBJECT, "new", was="old")
    assert "This text is not the one that came in" in plain(changed)
    assert "1 text changed since it came in" in plain(changed)
    entries = case().book
    bad = msgspec.structs.replace(entries[1], recorded={**entries[1].recorded, "note": "x"})
    assert "entry 2 (release, by off-2" in plain(case(book=(entries[0], bad)))


@pytest.mark.parametrize(
    ("text", "direction"), [("שלום", "rtl"), ("123 مرحبا", "rtl"), ("hi שלום", "ltr"), ("12", "ltr")]
)
def test_the_direction_of_a_text_is_that_of_its_first_letter(text: str, direction: str) -> None:
    assert f'class="text" dir="{direction}"' in page(one(1, SUBJECT, text))


def test_a_huge_text_is_cut_and_says_so_even_when_evidence_is_in_the_rest() -> None:
    said = plain(one(1, SUBJECT, "z" * 20_001))
    assert "A further 10,001 characters of this message are only in the JSON export" in said
    assert len(page(one(1, SUBJECT, "z" * 90_000))) < 90_000


def test_the_unknown_is_said_to_be_unknown() -> None:
    said = plain(empty())
    for each in (
        "whom the concern is about",
        "none is known to be one",
        "no day is set",
        "models and weights it was judged is not stated",
    ):
        assert each in said
    assert "not stated" in Page().write(empty(), msgspec.structs.replace(SENDER, email="")).decode()


def test_models_settings_and_preservation_are_named() -> None:
    said = plain(case(program=Program("9.9", (), settings=("jobs: 1",)), kept=Kept(None, 30, "order 7")))
    assert "Belisha 9.9" in said
    assert "jobs: 1" in said
    assert "after 30 days. order 7" in said
