"""Findings as JSON: a stable, versioned contract (``docs/json.md``)."""

import json
from pathlib import Path
from typing import Any

from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile
from belisha.model import Message, Part
from belisha.response.reports.wording import storable, timestamp
from belisha.whole_file import whole_file

VERSION = "1.0"
"""The first number changes when something that was there changes its meaning or goes; the second when more comes."""
LONGEST_TEXT = 4_000
"""Characters of a message that are quoted; the whole text stays in the evidence and in the report."""


def write_json(findings: Findings, path: Path) -> None:
    """Writes the findings to a file, whole or not at all."""
    with whole_file(path) as stream:
        json.dump(_storable(contract(findings)), stream, ensure_ascii=False, allow_nan=False, indent=1)
        stream.write("\n")


def contract(findings: Findings) -> dict[str, Any]:
    """The findings as plain JSON values."""
    return {
        "version": VERSION,
        "audience": findings.audience,
        "input": [_input(file) for file in findings.inputs],
        "conversations": [_conversation(each) for each in findings.conversations],
        "accounts": [_account(each) for each in findings.accounts],
    }


def _input(file: InputFile) -> dict[str, Any]:
    return {
        "path": file.path,
        "sha256": file.sha256,
        "app": file.app,
        "messages": file.messages,
        "problems": [
            {"place": each.place, "what": each.what, "advice": each.advice, "lost": each.lost} for each in file.problems
        ],
    }


def _conversation(finding: ConversationFinding) -> dict[str, Any]:
    messages = {message.id: message for message in finding.messages}
    return {
        "id": finding.id,
        "app": finding.app,
        "title": finding.title,
        "members": list(finding.members),
        "messages": finding.count,
        "first": timestamp(finding.first),
        "last": timestamp(finding.last),
        "concern": finding.concern,
        "decibans": finding.highest.decibans if finding.highest else None,
        "light": finding.light.word,
        "turned": [
            {
                "light": each.light.word,
                "message": each.index,
                "id": each.id,
                "sent_at": timestamp(each.sent_at),
            }
            for each in finding.turned
        ],
        "because": [_part(part, messages) for part in finding.because],
        "subject": finding.subject,
    }


def _account(finding: AccountFinding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "app": finding.app,
        "title": finding.title,
        "concern": finding.reading.concern,
        "decibans": finding.reading.decibans,
        "light": finding.light.word,
        "conversations": list(finding.conversations),
        "because": [_part(part, {}) for part in finding.reading.because],
    }


def _part(part: Part, messages: dict[str, Message]) -> dict[str, Any]:
    sighting = part.sighting
    message = messages.get(sighting.message) if sighting else None
    text, span = _quoted(message.text, sighting.span) if message and sighting else (None, None)
    return {
        "clue": part.what,
        "message": sighting.index or None if sighting else None,
        "id": message.id if message else None,
        "sender": sighting.sender if sighting else None,
        "text": text,
        "span": span,
        "decibans": part.decibans,
        "why": part.because,
    }


def _quoted(text: str, span: tuple[int, int] | None) -> tuple[str, list[int] | None]:
    """What is quoted of a message, from its beginning or so that it ends with the evidence; and the evidence in it."""
    if span is None:
        return text[:LONGEST_TEXT], None
    start = max(0, span[1] - LONGEST_TEXT)
    return text[start : start + LONGEST_TEXT], [max(0, span[0] - start), span[1] - start]


def _storable(value: object) -> object:
    """The same with every text storable."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(each) for each in value]
    return {name: _storable(each) for name, each in value.items()} if isinstance(value, dict) else value
