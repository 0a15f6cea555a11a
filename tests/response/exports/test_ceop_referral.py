"""The referral to CEOP, read as the page that is printed."""

import re

from belisha.response.cases.case_file import CaseFile
from belisha.response.cases.case_page import page
from belisha.response.exports import ReportingOrganisation
from tests.response.cases.sample_case import CHILD, SENDER, SUBJECT, book, case, empty

CEOPS_OWN_QUESTIONS = ("What happened?", "Who did it happen to?", "What do you know about the suspect?")


def plain(of: CaseFile, sender: ReportingOrganisation = SENDER) -> str:
    html = page("ceop_referral.html", of, sender=sender)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<main")[2]))


def test_it_says_that_a_program_filled_it_in_and_that_a_person_must_check() -> None:
    said = plain(case())
    assert "Filled in by a program" in said
    assert "A person must read and correct it" in said
    assert "not a form of the National Crime Agency" in said
    assert "call 999 first" in said


def test_it_answers_the_questions_that_ceop_says_it_asks() -> None:
    said = plain(case())
    assert all(each in said for each in CEOPS_OWN_QUESTIONS)
    assert SENDER.email in said
    assert SUBJECT in said
    assert CHILD in said
    assert "The sender proposes to meet. (message 14)" in said


def test_the_unknown_is_blank_and_nothing_is_said_of_danger_that_nobody_said() -> None:
    said = plain(empty(), ReportingOrganisation(""))
    assert said.count("not known to the program; fill in or leave blank") == 7
    assert "Nobody has said in this case that a child is in danger now" in said
    assert "email not stated" in said


def test_only_a_report_counts_as_reported() -> None:
    report = {
        "at": "2026-06-06T10:00:00Z",
        "who": "off-2",
        "role": "officer",
        "what": "report",
        "note": "county police",
    }
    assert "2026-06-06 10:00:00 UTC: report , county police" in plain(case(book=book(report)))
    assert "UTC: release" not in plain(case())
