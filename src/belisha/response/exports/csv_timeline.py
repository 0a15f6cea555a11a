"""Everything that happened in a case, in the order of time, as a table for spreadsheets and timeline tools."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime

from belisha.response.cases.case_book import time_of
from belisha.response.cases.case_file import CaseConversation, CaseFile
from belisha.response.exports import Export, ReportingOrganisation
from belisha.response.reports.wording import storable, timestamp

COLUMNS = (
    *("number", "at", "event", "who", "conversation", "message", "id", "text", "text_sha256", "text_state"),
    *("evidence", "clues", "light", "note", "attachments", "origin", "file", "sha256", "place", "link"),
)
_FORMULA = frozenset(
    "=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_LONGEST_CELL = 32_000
"""Spreadsheets hold no more than 32,767 characters in a cell, and cut what is longer without a word."""

Row = tuple[datetime | None, dict[str, str]]


class CsvTimeline(Export):
    """Messages, lights, decisions and files as rows.

    Times are in UTC; what has no time stands behind what came before it. Cells that a spreadsheet would take for a
    formula get an apostrophe in front; cells that are too long for one say how much was cut, and the hash beside them
    is that of the whole text.
    """

    media = "text/csv"
    suffix = ".csv"
    means = "Everything in the order of time, for spreadsheets and timeline tools."

    def write(self, case: CaseFile, sender: ReportingOrganisation) -> bytes:  # noqa: ARG002 - the sender is no event
        stream = io.StringIO(newline="")
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        for number, cells in enumerate(_in_order(case), start=1):
            writer.writerow({"number": number, **{name: _safe(cell) for name, cell in cells.items()}})
        # Spreadsheets take a file without a byte order mark for an old Windows one.
        return stream.getvalue().encode("utf-8-sig")


def _in_order(case: CaseFile) -> list[dict[str, str]]:
    placed: list[tuple[datetime, int, dict[str, str]]] = []
    sources = [*(_messages(case, each) for each in case.conversations), _lights(case), _book(case), _files(case)]
    for rank, rows in enumerate(sources):
        latest = _LONG_AGO
        for at, cells in rows:
            latest = max(latest, at or latest)
            placed.append((latest, rank, {"at": timestamp(at) or "", **cells}))
    return [cells for _, _, cells in sorted(placed, key=lambda row: row[:2])]


def _messages(case: CaseFile, conversation: CaseConversation) -> Iterator[Row]:
    clues = defaultdict(list)
    for sighting in conversation.sightings:
        clues[sighting.index].append(sighting.clue)
    for message in conversation.messages:
        found = message.provenance
        state = "shown" if message.holds else "changed since it came in"
        yield (
            message.sent_at,
            {
                "event": f"message ({message.kind.value}{', deleted in the app' if message.deleted else ''})",
                "who": message.sender or "unknown",
                "conversation": conversation.id,
                "message": str(message.index),
                "id": message.id,
                "text": message.text or "",
                "text_sha256": message.text_sha256,
                "text_state": f"not kept{_since(message.text_deleted_at)}" if message.text is None else state,
                "evidence": "yes" if message.is_evidence else "context",
                "clues": "; ".join(clues[message.index]),
                "attachments": "; ".join(message.attachments),
                "origin": f"{case.app}: {found.how.value}, certainty {found.certainty:g}, read by {found.reader}",
                "file": found.path,
                "sha256": found.exhibit,
                "place": found.place,
            },
        )


def _lights(case: CaseFile) -> Iterator[Row]:
    for turned in case.changes:
        change = turned.change
        yield (
            turned.at,
            {
                "event": "light turned",
                "who": f"Belisha {case.program.version}, for {change.audience}",
                "conversation": change.subject,
                "message": str(change.reading.index or ""),
                "id": change.reading.message,
                "light": f"{change.before.word} to {change.after.word}",
                "note": f"concern {change.reading.concern:.3f}, {change.reading.decibans:+.1f} decibans",
            },
        )


def _book(case: CaseFile) -> Iterator[Row]:
    for entry in case.book:
        role = entry.said("role")
        yield (
            time_of(entry),
            {
                "event": entry.said("what") or "entry",
                "who": f"{entry.said('who') or 'unknown'}{f' ({role})' if role else ''}",
                "note": entry.said("note"),
                "link": entry.link,
            },
        )


def _files(case: CaseFile) -> Iterator[Row]:
    for file in case.files:
        yield (
            file.added_at,
            {
                "event": "file added",
                "id": file.message,
                "file": file.name,
                "sha256": file.sha256,
                "note": f"{file.media or 'media type unknown'}, {file.size} bytes",
            },
        )


def _since(at: datetime | None) -> str:
    return f" since {timestamp(at)}" if at else ""


def _safe(cell: str) -> str:
    if not cell:
        return cell
    cell = storable(cell).replace("\0", "\N{REPLACEMENT CHARACTER}")
    if len(cell) > _LONGEST_CELL:
        cell = f"{cell[:_LONGEST_CELL]} [{len(cell) - _LONGEST_CELL} characters cut]"
    return f"'{cell}" if cell[0] in _FORMULA else cell
