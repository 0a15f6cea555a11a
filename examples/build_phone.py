"""Builds ``examples/phone`` from the invented people and chats beside it: ``python -m examples.build_phone``."""

import gzip
import io
import shutil
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from examples.app_databases import android_sms, kik_android, whatsapp_android
from examples.app_exports import discord, instagram, messages_jsonl, snapchat, telegram, whatsapp_text
from examples.chat_sources import HERE, Chat, chats

PHONE = HERE / "phone"
_PLACES: dict[str, tuple[Callable[[list[Chat], Path], None], str]] = {
    "whatsapp_android": (whatsapp_android, "data/data/com.whatsapp/databases"),
    "android_sms": (android_sms, "data/user_de/0/com.android.providers.telephony/databases"),
    "kik_android": (kik_android, "data/data/kik.android/databases"),
    "whatsapp_text": (whatsapp_text, "sdcard/Download"),
    "telegram": (telegram, "sdcard/Download/Telegram Desktop/DataExport_2026-03-20"),
    "discord": (discord, "sdcard/Documents/Discord"),
    "snapchat": (snapchat, "sdcard/Download/mydata~1774000000"),
    "instagram": (instagram, "sdcard/Download/instagram-juno.hartwell-2026-03-20.zip"),
    "messages_jsonl": (messages_jsonl, "sdcard/Documents/Flag Island"),
}
"""For each app: what writes it, and where on the phone it lies."""
_TABLET = "sdcard/Backup/old-tablet.tar.gz"
"""The little brother's tablet, backed up on the phone; in it, a zip of his Discord chats."""
_WHEN = (2026, 3, 20, 10, 0, 0)


def build(phone: Path) -> None:
    """Writes all files of the phone below ``phone``, which must not exist."""
    by_app: dict[str, list[Chat]] = defaultdict(list)
    on_tablet: list[Chat] = []
    for chat in chats():
        (by_app[chat.app] if chat.owner.key == "juno" else on_tablet).append(chat)
    for app, found in by_app.items():
        write, place = _PLACES[app]
        _write_at(phone / place, lambda folder, write=write, found=found: write(found, folder))  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as scratch:
        tablet = Path(scratch)
        _write_at(tablet / "tablet" / "discord-backup.zip", lambda folder: discord(on_tablet, folder))
        (tablet / "tablet" / "drawing.txt").write_text("A dinosaur, by Milo. Not a chat.\n", "utf-8")
        _tar(tablet, phone / _TABLET)


def _write_at(place: Path, write: Callable[[Path], None]) -> None:
    """Lets a folder be written, and zips it where the place is called so."""
    if place.suffix != ".zip":
        write(place)
        return
    with tempfile.TemporaryDirectory() as scratch:
        write(Path(scratch))
        place.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in _files(Path(scratch)):
                member = zipfile.ZipInfo(file.relative_to(scratch).as_posix(), _WHEN)
                member.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(member, file.read_bytes())


def _tar(folder: Path, place: Path) -> None:
    """A compressed tar archive in which nothing tells where and when it was made."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for file in _files(folder):
            content = file.read_bytes()
            member = tarfile.TarInfo(file.relative_to(folder).as_posix())
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(packed.getvalue(), mtime=0))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    shutil.rmtree(PHONE, ignore_errors=True)
    build(PHONE)
    sys.stdout.write(f"{len(_files(PHONE))} files written to {PHONE}\n")
