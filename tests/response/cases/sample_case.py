"""Small invented cases: patterns in ordinary words, nothing else."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from belisha.model import (
    AccountFacts,
    Change,
    Family,
    How,
    Kind,
    Light,
    Part,
    Provenance,
    Reading,
    Relation,
    Sighting,
    Tie,
)
from belisha.response.cases.case_book import seal
from belisha.response.cases.case_file import (
    AttachedFile,
    CaseConversation,
    CaseFile,
    CaseMessage,
    ClueMeaning,
    Entry,
    Kept,
    Program,
    ProgramFile,
    Status,
    TurnedLight,
    YoungPerson,
    hash_of_text,
)
from belisha.response.exports import ReportingOrganisation
from tests.response.sample_findings import HOSTILE

START = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
SUBJECT, CHILD = "u-5521", "u-8034"
EXHIBIT = "ab12" * 16

SENDER = ReportingOrganisation(
    name="Brightpond Games Ltd",
    service="Pondchat",
    first_name="Ada",
    last_name="Okafor",
    position="Head of trust and safety",
    email="safety@brightpond.example",
    phone="+44 20 7946 0000",
    address="1 Example Street, London",
    country="GB",
    legal_url="https://brightpond.example/legal",
    about="Legal process is served by email. Emergencies: the same telephone number, day and night.",
)


def message(index: int, sender: str | None, text: str | None, **more: object) -> CaseMessage:
    """Message ``index``, with the hash of its text; ``was`` is the text that was deleted."""
    was = str(more.pop("was", text or ""))
    given = {
        "provenance": Provenance("matrix", "live:matrix", EXHIBIT, f"event ${index:04}", How.LIVE),
        "sent_at": START + timedelta(minutes=index),
        **more,
    }
    return CaseMessage(
        index=index,
        id=f"m{index}",
        sender=sender,
        text=text,
        text_sha256=hash_of_text(was),
        **given,  # type: ignore[arg-type]
    )


def sighting(clue: str, family: Family, index: int, decibans: float, span: tuple[int, int]) -> Sighting:
    return Sighting(
        clue=clue,
        family=family,
        decibans=decibans,
        strength=1.0,
        message=f"m{index}",
        index=index,
        sender=SUBJECT,
        about=SUBJECT,
        because=f"Seen in message {index}.",
        at=START + timedelta(minutes=index),
        span=span,
    )


SEEN = (
    sighting("asks_age", Family.SELECTION, 3, 6.0, (0, 11)),
    sighting("asks_if_alone", Family.ISOLATION, 12, 14.0, (3, 22)),
    sighting("asks_for_secrecy", Family.SECRECY, 13, 16.5, (0, 22)),
    sighting("proposes_meeting", Family.MEETING, 14, 18.0, (4, 11)),
)
MEANINGS = (
    ClueMeaning(
        "asks_age", "The sender asks the other's age.", "Most first chats, above all between people of one age."
    ),
    ClueMeaning(
        "asks_if_alone", "The sender asks whether the other is alone.", "Games that need a quiet room; parents."
    ),
    ClueMeaning("asks_for_secrecy", "The sender asks to keep it secret.", "Presents and surprise parties."),
    ClueMeaning("proposes_meeting", "The sender proposes to meet.", "Friends of one school, teams, families."),
)
MESSAGES = (
    message(2, SUBJECT, "hi, good game yesterday"),
    message(3, SUBJECT, "how old are you btw", is_evidence=True),
    message(4, CHILD, "13"),
    message(11, CHILD, "just got home"),
    message(12, SUBJECT, "is anybody at home with you?", is_evidence=True),
    message(
        13,
        SUBJECT,
        None,
        was="don't tell your mum about our chats",
        is_evidence=True,
        text_deleted_at=START + timedelta(days=90),
    ),
    message(14, SUBJECT, "can we meet after school, I'll wait at the station", is_evidence=True, reply_to="m11"),
    message(15, CHILD, "شكرا لكن لا أعرف \u202eabc", attachments=("ticket.png",)),
    message(16, None, "", kind=Kind.SYSTEM, sent_at=None),
)


def reading(index: int) -> Reading:
    parts = (
        Part("starting point", -30.0, "odds of one in a thousand before anything was seen"),
        *(Part(each.clue, each.decibans, each.because, each) for each in SEEN if each.index <= index),
        Part("combination", 3.0, "seen together: isolation, secrecy, meeting"),
    )
    total = sum(part.decibans for part in parts)
    concern = 1 / (1 + 10 ** (-total / 10))
    at = START + timedelta(minutes=index)
    return Reading("conversation:r1", SUBJECT, at, index, f"m{index}", total, concern, "whole conversation", parts)


def turned(before: Light, after: Light, index: int) -> TurnedLight:
    at = START + timedelta(minutes=index, milliseconds=4)
    return TurnedLight(at, Change("conversation:r1", "moderators", before, after, reading(index)))


FIRST_ENTRIES: tuple[dict[str, Any], ...] = (
    {"at": "2026-06-04T18:40:00Z", "who": "mod-7", "role": "moderator", "what": "escalate", "note": "Read in full."},
    {"at": "2026-06-05T08:55:00Z", "who": "off-2", "role": "officer", "what": "release", "note": "", "second": "adm-1"},
)


def book(*more: dict[str, Any]) -> tuple[Entry, ...]:
    entries: tuple[Entry, ...] = ()
    for each in (*FIRST_ENTRIES, *more):
        entries = seal(entries, each)
    return entries


def case(**more: object) -> CaseFile:
    """An invented case with deleted text, text of another direction and everything else."""
    given = {
        "id": "BP-2026-0031",
        "platform": "Pondchat",
        "app": "Matrix",
        "title": "Meeting proposed to a 13-year-old",
        "status": Status.RELEASED,
        "opened_at": START + timedelta(days=95),
        "closed_at": None,
        "written_at": START + timedelta(days=100),
        "program": Program("0.2.0", (ProgramFile("weights.json", "cd34" * 16),), settings=("text is kept: evidence",)),
        "subject": SUBJECT,
        "young": (YoungPerson(CHILD, "the platform states the age 13", 13),),
        "facts": (
            AccountFacts(SUBJECT, "Matrix", "nightowl", 31, role="adult"),
            AccountFacts(CHILD, "Matrix", "pip_the_frog", 13, role="child"),
        ),
        "relations": (
            Relation(SUBJECT, CHILD, Tie.REQUESTED, "Matrix", START - timedelta(days=1)),
            Relation(CHILD, SUBJECT, Tie.BLOCKED, "Matrix", None),
        ),
        "conversations": (
            CaseConversation(
                id="!r1:pond.example",
                title="",
                members=(SUBJECT, CHILD),
                count=18,
                messages=MESSAGES,
                sightings=SEEN,
                highest=reading(14),
            ),
        ),
        "changes": (turned(Light.GREEN, Light.AMBER, 13), turned(Light.AMBER, Light.RED, 14)),
        "meanings": MEANINGS,
        "book": book(),
        "files": (
            AttachedFile("ticket.png", "image/png", "ef56" * 16, 20_480, START + timedelta(days=95, hours=1), "m15"),
        ),
        "kept": Kept(START + timedelta(days=365), 90, "Asked for by the county police, reference 12/345."),
        "danger_now": "The child says that a meeting is planned for this week.",
        **more,
    }
    return CaseFile(**given)  # type: ignore[arg-type]


def empty() -> CaseFile:
    """A case of which nothing is known but that it was opened."""
    return CaseFile(
        id="1",
        platform="",
        app="",
        title="",
        status=Status.OPEN,
        opened_at=None,
        closed_at=None,
        written_at=START,
        program=Program("0.2.0"),
    )


def hostile() -> CaseFile:
    """Hostile strings in every place that other people can reach."""
    every = " ".join(HOSTILE)
    bad = Provenance(every, every, EXHIBIT, every)
    texts = (*HOSTILE, "=1+1", "+44", "-2", "@sum", "\t=1", "\r=2", "＝1", every, "x" * 10_500, "مرحبا " * 200)
    messages = tuple(
        message(
            at, every, text, provenance=bad, attachments=(every,), copies=(bad,), recipients=(every,), is_evidence=True
        )
        for at, text in enumerate(texts, start=1)
    )
    seen = (
        msgspec.structs.replace(SEEN[0], clue=every, because=every, sender=every, about=every, index=1, message="m1"),
    )
    part = Part(every, 1.0, every, seen[0])
    high = Reading(every, every, None, 1, every, 1.0, 0.55, every, (part,))
    return case(
        id=every,
        platform=every,
        app=every,
        title=every,
        subject=every,
        young=(YoungPerson(every, every, 12),),
        facts=(AccountFacts(every, every, every, 12, (every,), every),),
        relations=(Relation(every, every, Tie.BLOCKED, every),),
        conversations=(CaseConversation(every, every, (every, "b"), 40, messages, seen, high),),
        changes=(TurnedLight(None, Change(every, every, Light.GREEN, Light.RED, high)),),
        meanings=(ClueMeaning(every, every, every),),
        book=(),
        files=(AttachedFile(every, every, "00" * 32, 1, None, every),),
        kept=Kept(None, None, every),
        danger_now=every,
    )
