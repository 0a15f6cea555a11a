"""All messages in the order of time, as a table for spreadsheets and timeline tools."""

import csv
from collections import defaultdict
from datetime import UTC, datetime
from heapq import merge
from pathlib import Path

from belisha.findings import ConversationFinding, Findings
from belisha.model import Message
from belisha.response.reports.wording import storable, timestamp
from belisha.whole_file import whole_file

COLUMNS = (
    "number",
    "sent_at",
    "app",
    "conversation",
    "message",
    "id",
    "sender",
    "recipients",
    "kind",
    "text",
    "attachments",
    "deleted",
    "light",
    "clues",
    "origin",
    "certainty",
    "reader",
    "file",
    "sha256",
    "place",
    "also_found_in",
)
_FORMULA = frozenset(
    "=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def write_csv(findings: Findings, path: Path) -> None:
    """Writes the timeline to a file, whole or not at all: times in UTC, the untimed behind the message before them.

    Cells that a spreadsheet would take for a formula get an apostrophe in front: evidence is hostile.
    """
    # Spreadsheets take a file without a byte order mark for an old Windows one; "number" comes first to carry the mark.
    with whole_file(path, "utf-8-sig") as stream:
        writer = csv.writer(stream)
        writer.writerow(COLUMNS)
        rows = merge(*(_placed(each) for each in findings.conversations), key=lambda row: row[0])
        for number, (_, cells) in enumerate(rows, start=1):
            writer.writerow([number, *map(_safe, cells)])


def _placed(finding: ConversationFinding) -> list[tuple[datetime, list[str]]]:
    clues = defaultdict(list)
    for sighting in finding.sightings:
        clues[sighting.index].append(sighting.clue)
    moment, rows = _LONG_AGO, []
    for index, message in enumerate(finding.messages, start=1):
        moment = max(moment, message.sent_at or moment)
        rows.append((moment, _cells(finding, index, message, clues[index])))
    return rows


def _cells(finding: ConversationFinding, index: int, message: Message, clues: list[str]) -> list[str]:
    place = message.provenance
    return [
        timestamp(message.sent_at) or "",
        message.app,
        message.conversation,
        str(index),
        message.id,
        message.sender or "",
        "; ".join(message.recipients),
        message.kind.value,
        message.text,
        "; ".join(message.attachments),
        "yes" if message.deleted else "",
        finding.light.word,
        "; ".join(clues),
        place.how.value,
        f"{place.certainty:g}",
        place.reader,
        place.path,
        place.exhibit,
        place.place,
        "; ".join(f"{each.path}, {each.place}" for each in message.copies),
    ]


def _safe(cell: str) -> str:
    if not cell:
        return cell
    cell = storable(cell).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{cell}" if cell[0] in _FORMULA else cell
