"""Tapes of live sources: ``samples/<source>/tape.jsonl`` is what a server sent, ``expected.jsonl`` what it says.

A line of a tape is one ``Frame``. Whatever is said in it is invented; how it is laid out is the server's own.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from belisha.chats.live import Frame, LiveSource
from belisha.errors import Unreadable
from belisha.model import Fact, Relation
from belisha.notices import ChildAnswer

SAMPLES = Path(__file__).parent / "samples"

Told = Fact | Relation | ChildAnswer


def tape(source: str) -> list[Frame]:
    """The frames that were recorded of a source."""
    lines = (SAMPLES / source / "tape.jsonl").read_text("utf-8").splitlines()
    return [msgspec.json.decode(line, type=Frame) for line in lines if line.strip()]


def write_tape(source: str, frames: list[Frame]) -> None:
    """Keeps what a real server sent as the tape of a source."""
    lines = [json.dumps(msgspec.to_builtins(frame), ensure_ascii=False) for frame in frames]
    (SAMPLES / source).mkdir(exist_ok=True)
    (SAMPLES / source / "tape.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def golden(source: str) -> Path:
    """Where the expected lines of a source stand."""
    return SAMPLES / source / "expected.jsonl"


def told_by(source: LiveSource, frames: list[Frame]) -> list[Told]:
    """Everything that can be read of some frames."""
    found: list[Told] = []
    for frame in frames:
        try:
            found += source.decode(frame)
        except Unreadable:
            continue
    return found


def lines_of(source: LiveSource, frame: Frame) -> list[dict[str, Any]]:
    """What one frame says, as lines for a golden file: hashes and empty fields are left out."""
    lines: list[dict[str, Any]] = []
    try:
        lines += [_line(told) for told in source.decode(frame)]
    except Unreadable as error:
        lines.append({"unreadable": error.what, "place": error.place, "advice": error.advice})
    return lines or [{"nothing": frame.place}]


def as_text(lines: list[dict[str, Any]]) -> str:
    """Lines as they stand in a golden file."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _line(told: Told) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(told)
    if "provenance" in plain:
        plain["provenance"] = f"{plain['provenance']['reader']}: {plain['provenance']['place']}"
    return {"says": type(told).__name__, **{key: value for key, value in plain.items() if value not in (None, "", [])}}
