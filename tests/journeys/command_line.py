"""The command line as a person uses it, and evidence laid out for it."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from belisha.surfaces.cli import application

ROOT = Path(__file__).parent.parent.parent
PHONE = ROOT / "examples" / "phone"
START = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
CONCERN = (
    ("rook", "hi how old are you"),
    ("kim", "im 12"),
    ("rook", "you are so mature for your age"),
    ("rook", "are your parents home"),
    ("kim", "no mum is at work"),
    ("rook", "dont tell anyone that we talk, its our secret"),
    ("rook", "add me on snap its better there"),
    ("rook", "send me a pic of you"),
    ("kim", "no please stop, im scared"),
    ("rook", "send it or i will post your messages to everyone at your school"),
)
ORDINARY = (
    ("lou", "did you finish the volcano"),
    ("kim", "almost, the paint is still wet"),
    ("lou", "mrs bell said we can bring it on friday"),
)


def belisha(*arguments: object) -> Result:
    """Runs the program in this process."""
    return CliRunner().invoke(application(), [str(each) for each in arguments])


def findings(path: Path) -> dict[str, Any]:
    """What ``--json`` wrote."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def lights(path: Path) -> dict[str, str]:
    """The light of each conversation in what ``--json`` wrote, by id."""
    return {each["id"]: each["light"] for each in findings(path)["conversations"]}


def as_jsonl(conversation: str, talk: tuple[tuple[str, str], ...]) -> str:
    """Lines of ``messages.jsonl``, a minute apart."""
    said = [
        {
            "conversation": conversation,
            "sender": sender,
            "text": text,
            "sent_at": (START + timedelta(minutes=number)).isoformat(),
        }
        for number, (sender, text) in enumerate(talk)
    ]
    return "".join(json.dumps(line) + "\n" for line in said)


def hashes(folder: Path) -> dict[str, str]:
    """Every file below a folder with the hash of its content."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
