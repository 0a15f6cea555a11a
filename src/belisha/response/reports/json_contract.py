"""Findings as JSON: a stable, versioned contract (``docs/json.md``)."""

import json
from pathlib import Path
from typing import Any

from belisha.findings import AccountFinding, ConversationFinding, Findings, InputFile
from belisha.model import Message, Part
from belisha.whole_file import whole_file

VERSION = "1.0"
"""The number before the dot changes when something that was there changes its meaning or goes; the other when more comes."""
LONGEST_TEXT = 4_000
"""Characters of a message that are quoted; the whole text stays in the evidence and in the report."""


def write_json(findings: Findings, path: Path) -> None:
    """Writes the findings to a file, whole or not at all."""
    with whole_file(path) as stream:
        json.dump(contract(findings), stream, ensure_ascii=False, indent=1)
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
        "first": finding.first.isoformat() if finding.first else None,
        "last": finding.last.isoformat() if finding.last else None,
        "concern": finding.concern,
        "decibans": finding.highest.decibans if finding.highest else None,
        "light": finding.light.word,
        "turned": [
            {
                "light": each.light.word,
                "message": each.index,
                "id": each.id,
                "sent_at": each.sent_at.isoformat() if each.sent_at else None,
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
    return {
        "clue": part.what,
        "message": sighting.index or None if sighting else None,
        "id": message.id if message else None,
        "sender": sighting.sender if sighting else None,
        "text": message.text[:LONGEST_TEXT] if message else None,
        "decibans": part.decibans,
        "why": part.because,
    }
