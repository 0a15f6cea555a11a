"""Samples of every format: ``samples/<format>/<variant>/in/`` is evidence, ``expected.jsonl`` what must come out of it.

Databases are kept as reviewable SQL text (``in/sms.db.sql``) and built when a test asks; ``.zip`` folders
(``in/a.zip/``) are zipped. Everything is invented.
"""

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

from belisha.chats.reading import Read, read
from belisha.wire import fact_to_wire

SAMPLES = Path(__file__).parent / "samples"


def variants() -> list[str]:
    """All samples, as ``format/variant``."""
    return sorted(f"{path.parent.parent.name}/{path.parent.name}" for path in SAMPLES.glob("*/*/in"))


def build(variant: str, folder: Path) -> Path:
    """Lays out a sample as evidence below ``folder``, with databases and archives made."""
    evidence = folder / "evidence"
    shutil.copytree(SAMPLES / variant / "in", evidence)
    for script in sorted(evidence.rglob("*.sql")):
        connection = sqlite3.connect(script.with_suffix(""))
        # In one transaction, and without waiting for the disk: these databases are made anew for every test.
        connection.executescript(f"PRAGMA synchronous = OFF; BEGIN; {script.read_text('utf-8')} COMMIT;")
        connection.close()
        script.unlink()
    for inner in sorted((path for path in evidence.rglob("*.zip") if path.is_dir()), reverse=True):
        files = sorted(path for path in inner.rglob("*") if path.is_file())
        with zipfile.ZipFile(inner.with_suffix(".tmp"), "w", zipfile.ZIP_DEFLATED) as archive:
            for file in files:
                archive.write(file, file.relative_to(inner))
        shutil.rmtree(inner)
        inner.with_suffix(".tmp").rename(inner)
    return evidence


def outcome(evidence: Path) -> tuple[list[Read], list[dict[str, Any]]]:
    """What reading gives, and the same as lines for a golden file: paths made relative, hashes left out."""
    found = list(read([evidence]))
    lines: list[dict[str, Any]] = []
    for one in found:
        path = one.path.removeprefix(f"{evidence}/")
        lines.append({"file": path, "app": one.app, "messages": one.messages})
        lines.extend({"problem": each.what, "place": each.place, "file": path} for each in one.problems)
        for fact in one.facts:
            wire = fact_to_wire(fact)
            if "provenance" in wire:
                wire["provenance"] = f"{wire['provenance']['reader']}: {wire['provenance']['place']}"
            lines.append(wire)
    return found, lines


def golden(variant: str) -> Path:
    """Where the expected lines of a sample stand."""
    return SAMPLES / variant / "expected.jsonl"


def as_text(lines: list[dict[str, Any]]) -> str:
    """Lines as they stand in a golden file."""
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
