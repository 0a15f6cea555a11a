"""The folder of a report: appears whole or not at all, and never in the place of something else."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from belisha.errors import Unusable

LIST = "belisha-report.json"
"""Names every page with its SHA-256; a folder without it is none of ours."""
_DROPPED_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


class ReportFolder:
    """Takes the pages of a report, and keeps the list of them.

    Args:
        path: an empty folder.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pages: dict[str, str] = {}

    def write(self, name: str, text: str) -> None:
        """Writes one page."""
        content = text.encode("utf-8", "xmlcharrefreplace")
        page = self._path / name
        page.parent.mkdir(exist_ok=True)
        page.write_bytes(content)
        self._pages[name] = hashlib.sha256(content).hexdigest()

    def write_list(self) -> None:
        """Writes the list of pages."""
        listed = {"written_by": "belisha", "pages": self._pages}
        (self._path / LIST).write_text(json.dumps(listed, indent=1) + "\n", "utf-8")


def refuse_foreign(folder: Path) -> None:
    """Says that a report cannot be written to a folder, before anything is done for it.

    Raises:
        Unusable: ``folder`` is no folder, or holds something that is not a report of Belisha.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        message = f"{folder} is not a folder: name a new folder for the report"
        raise Unusable(message)
    foreign = _foreign(folder) if folder.is_dir() else None
    if foreign is not None:
        message = (
            f"{folder} holds something that is not a report of Belisha ({foreign}): name a new folder for the report"
        )
        raise Unusable(message)


@contextmanager
def report_folder(folder: Path) -> Iterator[ReportFolder]:
    """A new report in the making; it takes the place of ``folder`` when everything has been written.

    Raises:
        Unusable: ``folder`` holds something that is not a report of Belisha.
    """
    folder = folder.absolute()
    refuse_foreign(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    except OSError as error:
        message = f"no report can be written to {folder}: {error.strerror}"
        raise Unusable(message) from error
    try:
        report = ReportFolder(draft)
        yield report
        report.write_list()
        refuse_foreign(folder)
        _put(draft, folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _put(draft: Path, folder: Path) -> None:
    """Puts the draft in place; the old report goes only when the new one stands."""
    if not folder.exists():
        draft.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
    folder.replace(old)
    try:
        draft.rename(folder)
    except OSError:
        old.replace(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _foreign(folder: Path) -> str | None:
    """Something in a folder that Belisha did not write there, or None."""
    ours = _listed(folder)
    for parent, folders, files in os.walk(folder):
        for name in (*files, *(each for each in folders if (Path(parent) / each).is_symlink())):
            inside = (Path(parent) / name).relative_to(folder).as_posix()
            if inside not in ours and name not in _DROPPED_BY_SYSTEMS:
                return inside
    return None


def _listed(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / LIST).read_text("utf-8"))
        return {LIST, *listed["pages"]} if listed["written_by"] == "belisha" else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
