"""The CyberTipline report: checked against a schema written from what is public about it (``cybertipline.xsd``)."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from defusedxml import ElementTree

from belisha.errors import Unusable
from belisha.response.cases.case_file import CaseConversation, CaseFile, Kept, YoungPerson
from belisha.response.exports import ReportingOrganisation
from belisha.response.exports.ncmec_cybertipline import NcmecCybertipline
from tests.response.cases.sample_case import CHILD, MESSAGES, SENDER, START, SUBJECT, case, empty, hostile, message

SCHEMA = Path(__file__).parent / "cybertipline.xsd"
LONG = ReportingOrganisation(*("x" * 5_000 for _ in ReportingOrganisation.__struct_fields__))
BARE = case(subject=None, young=(), facts=(), danger_now="", files=(), changes=())


def tree(of: CaseFile, sender: ReportingOrganisation = SENDER) -> Any:
    return ElementTree.fromstring(NcmecCybertipline().write(of, sender))


def pair(*members: str, **more: object) -> tuple[CaseConversation, ...]:
    return (CaseConversation("r", "", members, 16, MESSAGES, **more),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("of", "sender"),
    [
        (case(), SENDER),
        (case(), LONG),
        (case(), ReportingOrganisation("", email="a@b.example")),
        (hostile(), SENDER),
        (BARE, SENDER),
        (case(young=(), facts=(), conversations=pair(SUBJECT, "u-1")), SENDER),
        (case(young=(YoungPerson("u-9", "said so", 400), YoungPerson("u-8", "said so"))), SENDER),
        (case(subject="s" * 400), SENDER),
    ],
)
def test_names_order_types_and_lengths_are_those_that_are_public(of: CaseFile, sender: ReportingOrganisation) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(NcmecCybertipline().write(of, sender)))


def test_the_schema_refuses_another_order_and_a_time_without_zone() -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    written = NcmecCybertipline().write(case(), SENDER).decode()
    assert schema.validate(etree.fromstring(written.encode()))
    swapped = re.sub(r"(<espIdentifier>.*?</espIdentifier>)\s*(<espService>.*?</espService>)", r"\2\1", written)
    assert not schema.validate(etree.fromstring(swapped.encode()))
    assert not schema.validate(etree.fromstring(written.replace("18:14:00Z</incident", "18:14:00</incident").encode()))


def test_people_stand_where_they_belong() -> None:
    report = tree(case())
    assert report.findtext("personOrUserReported/espIdentifier") == SUBJECT
    assert report.findtext("victim/espIdentifier") == CHILD
    assert report.findtext("victim/victimPerson/age") == "13"
    assert report.find("intendedRecipient") is None
    assert report.findtext("reporter/reportingPerson/email") == SENDER.email


def test_who_is_not_known_to_be_a_child_is_a_recipient_and_a_bystander_is_nobody() -> None:
    report = tree(case(young=(), facts=(), conversations=pair(SUBJECT, "u-1")))
    assert report.findtext("intendedRecipient/espIdentifier") == "u-1"
    assert report.find("intendedRecipient/intendedRecipientPerson") is None
    assert tree(case(young=(), facts=(), conversations=pair(SUBJECT, "u-1", "u-2"))).find("intendedRecipient") is None


def test_what_is_not_known_has_no_element() -> None:
    report = tree(BARE)
    assert [
        report.find(each) for each in ("personOrUserReported", "victim", "incidentSummary/escalateToHighPriority")
    ] == [
        None,
        None,
        None,
    ]
    assert not [element.tag for element in report.iter() if not (element.text or "").strip() and not len(element)]


def test_a_victim_of_whom_nothing_is_known_keeps_the_element_that_must_be_there() -> None:
    report = tree(case(facts=(), young=(YoungPerson("u-9", "a friend said so"),)))
    (person,) = report.findall("victim/victimPerson")
    assert len(person) == 0


def test_the_time_is_that_of_the_last_evidence_or_else_of_the_light() -> None:
    assert tree(case()).findtext("incidentSummary/incidentDateTime") == "2026-03-01T18:14:00Z"
    untimed = tuple(msgspec.structs.replace(each, sent_at=None) for each in MESSAGES)
    report = tree(case(conversations=(CaseConversation("r", messages=untimed),)))
    assert report.findtext("incidentSummary/incidentDateTime") == "2026-03-01T18:14:00.004000Z"
    assert "program noticed" in report.findtext("incidentSummary/incidentDateTimeDescription")


def test_without_a_time_or_an_address_it_is_refused_and_both_are_named() -> None:
    with pytest.raises(Unusable, match=r"email address.*time of the incident"):
        NcmecCybertipline().write(empty(), ReportingOrganisation("x"))


def test_what_is_preserved_and_what_a_person_must_check_is_said() -> None:
    said = tree(case()).findtext("additionalInfo")
    assert "kept until 2027-03-01T18:00:00Z" in said
    assert "a person must check it" in said
    assert "kept without a set day" in tree(case(kept=Kept())).findtext("additionalInfo")


def test_no_text_can_pass_for_a_message_of_its_own() -> None:
    forged = "ok\n4 (evidence) 2026-03-01T18:04:00Z u-8034: yes\r\n5 (evidence) x\u20286 (evidence) y"
    said = message(3, "u\n7 (evidence) z", forged, is_evidence=True, attachments=("a\n8 (evidence) q",))
    content = tree(case(conversations=(CaseConversation("r", messages=(said,)),))).findtext(
        "internetDetails/chatImIncident/content"
    )
    assert [line for line in content.splitlines() if not line.startswith("    ")] == [content.splitlines()[0]]


def test_a_long_identifier_is_cut_visibly_and_told_in_full() -> None:
    report = tree(case(subject="s" * 400))
    assert report.findtext("personOrUserReported/espIdentifier").endswith("…")
    assert "s" * 400 in report.findtext("personOrUserReported/additionalInfo")


def test_a_broken_book_is_said() -> None:
    entries = case().book
    bad = msgspec.structs.replace(entries[0], recorded={**entries[0].recorded, "who": "x"})
    assert "entry 1 (escalate, by x" in tree(case(book=(bad, entries[1]), opened_at=START)).findtext("additionalInfo")
