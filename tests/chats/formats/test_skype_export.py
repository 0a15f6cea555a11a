"""Skype gives its export as a tar archive; it must be found in there."""

import io
import tarfile
from pathlib import Path

from belisha.chats.reading import read
from tests.chats.formats.evidence_samples import SAMPLES


def test_it_is_read_inside_its_tar_archive(tmp_path: Path) -> None:
    content = (SAMPLES / "skype_export/all_2025/in/messages.json").read_bytes()
    with tarfile.open(tmp_path / "8_live_mika_export.tar", "w") as archive:
        entry = tarfile.TarInfo("messages.json")
        entry.size = len(content)
        archive.addfile(entry, io.BytesIO(content))
    (found,) = read([tmp_path])
    assert (found.app, found.messages) == ("Skype", 13)
