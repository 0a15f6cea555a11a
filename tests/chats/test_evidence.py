"""Files, folders and archives, nested and hostile: everything that can be read is, and nothing else happens."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats import archive
from belisha.chats.evidence import exhibits
from belisha.chats.exhibit import Exhibit


def found(*paths: Path) -> dict[str, bytes]:
    """Relative path to content of every exhibit that has no problem."""
    contents = {}
    for exhibit in exhibits(paths):
        if not exhibit.problems:
            with exhibit.open() as stream:
                contents[exhibit.path.removeprefix(f"{paths[0]}")] = stream.read()
    return contents


def problems(*paths: Path) -> list[str]:
    return [problem.what for exhibit in exhibits(paths) for problem in exhibit.problems]


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as made:  # type: ignore[call-overload]
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            made.addfile(entry, io.BytesIO(content))
    return stream.getvalue()


def test_folders_are_walked_in_a_stable_order_and_each_file_given_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_bytes(b"two")
    (tmp_path / "1.txt").write_bytes(b"one")
    assert list(found(tmp_path)) == ["/1.txt", "/b/2.txt"]
    assert len(list(exhibits([tmp_path, tmp_path / "1.txt"]))) == 2


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_archives_in_archives_are_opened(tmp_path: Path, mode: str) -> None:
    inner = zipped({"chat.txt": b"hello", "deep/er.txt": b"there"})
    (tmp_path / "phone").write_bytes(tarred({"a/inner.zip": inner, "plain.txt": b"x"}, mode))
    contents = found(tmp_path)
    assert sorted(contents.values()) == [b"hello", b"there", b"x"]
    assert any(path.endswith("a/inner.zip!/deep/er.txt") for path in contents)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_single_compressed_file_is_opened(tmp_path: Path, compress: object) -> None:
    (tmp_path / "messages.jsonl.gz").write_bytes(compress(b"one line"))  # type: ignore[operator]
    assert found(tmp_path) == {"/messages.jsonl.gz!/messages.jsonl": b"one line"}


def test_a_file_can_be_read_by_several_readers(tmp_path: Path) -> None:
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"content"))
    for exhibit in exhibits([tmp_path]):
        assert exhibit.head == b"content"
        assert exhibit.content() == b"content"
        assert len(exhibit.sha256) == 64


def test_what_lies_beside_is_found_on_disk_and_in_archives(tmp_path: Path) -> None:
    files = {"db/chat.db": b"main", "db/chat.db-wal": b"log", "chat.db-wal": b"another"}
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "a.zip").write_bytes(zipped(files))
    (tmp_path / "a.tar").write_bytes(tarred(files))
    mains = 0
    for exhibit in exhibits([tmp_path]):
        if exhibit.name != "chat.db":
            continue
        mains += 1
        side = exhibit.beside("chat.db-wal")
        assert side is not None
        assert side.content() == b"log"
        assert exhibit.beside("nothing") is None
        assert exhibit.beside("../a.zip") is None
    assert mains == 3


def test_a_zip_bomb_is_refused_and_said(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped({"big": bytes(archive.RATIO_APPLIES_FROM + 1)}))
    (tmp_path / "bomb.gz").write_bytes(gzip.compress(bytes(archive.RATIO_APPLIES_FROM * 2)))
    assert found(tmp_path) == {}
    assert all("bomb" in what for what in problems(tmp_path))
    assert len(problems(tmp_path)) == 2


def test_archives_nested_without_end_are_said(tmp_path: Path) -> None:
    content = b"core"
    for _ in range(archive.DEEPEST + 2):
        content = zipped({"next.zip": content})
    (tmp_path / "deep.zip").write_bytes(content)
    assert any("nested" in what for what in problems(tmp_path))


def test_a_path_that_leads_out_of_the_archive_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "evil.zip").write_bytes(zipped({"../../outside.txt": b"x", "/etc/absolute": b"y"}))
    assert sorted(found(tmp_path / "in").values()) == [b"x", b"y"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["evil.zip", "in"]


def test_links_and_devices_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "zero").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"x")
    assert found(tmp_path) == {"/file": b"x"}


def test_an_encrypted_member_is_said_and_the_others_are_read(tmp_path: Path) -> None:
    content = bytearray(zipped({"locked.txt": b"secret", "open.txt": b"open"}))
    # The flag "encrypted" of the first member, in its own header and in the list at the end.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(content)
    assert list(found(tmp_path).values()) == [b"open"]
    assert problems(tmp_path) == ["a file in the archive is encrypted"]


def test_a_missing_file_is_a_problem_and_not_an_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert len(problems(tmp_path / "gone")) == 1
    assert list(found(tmp_path / "gone", tmp_path / "file").values()) == [b"x"]


@given(st.floats(0, 1), st.sampled_from(["zip", "tar", "tar.gz"]))
def test_cut_archives_give_what_is_whole_or_say_why_not(
    tmp_path_factory: pytest.TempPathFactory, share: float, kind: str
) -> None:
    folder = tmp_path_factory.mktemp("cut")
    files = {"one.txt": b"1" * 3000, "two.txt": os.urandom(3000)}
    whole = zipped(files) if kind == "zip" else tarred(files, "w:gz" if kind == "tar.gz" else "w")
    (folder / f"a.{kind}").write_bytes(whole[: int(len(whole) * share)])
    for exhibit in exhibits([folder]):
        assert isinstance(exhibit, Exhibit)
        assert exhibit.problems or exhibit.size >= 0


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_of_a_truncated_archive_all_that_is_there_is_given_and_the_rest_said(tmp_path: Path, kind: str) -> None:
    files = {"one.txt": os.urandom(3000), "two.txt": os.urandom(90_000)}
    whole = zipped(files) if kind == "zip" else tarred(files, "w:gz" if kind == "tar.gz" else "w")
    (tmp_path / f"a.{kind}").write_bytes(whole[: len(whole) // 2])
    contents: dict[str, bytes] = {}
    told: list[str] = []
    for exhibit in exhibits([tmp_path]):
        if not exhibit.taken_apart:
            contents[exhibit.name] = exhibit.content()
        told += [problem.what for problem in exhibit.problems]
    assert contents["one.txt"] == files["one.txt"]
    assert 20_000 < len(contents["two.txt"]) < 90_000
    assert files["two.txt"].startswith(contents["two.txt"])
    assert len(told) >= 2


def test_a_flipped_bit_in_a_member_is_said_and_the_member_still_given(tmp_path: Path) -> None:
    content = bytearray(zipped({"one.txt": os.urandom(50_000)}))
    content[25_000] ^= 1
    (tmp_path / "a.zip").write_bytes(content)
    for exhibit in exhibits([tmp_path]):
        assert len(exhibit.content()) == 50_000
        assert any("checksum" in problem.what for problem in exhibit.problems)


def test_bombs_of_small_archives_in_archives_are_refused(tmp_path: Path) -> None:
    content = zipped({"0": bytes(6_000_000)})
    for _ in range(3):
        content = zipped({f"{n}.zip": content for n in range(10)})
    (tmp_path / "a.zip").write_bytes(content)
    assert any("bomb" in what for what in problems(tmp_path))


def test_what_is_not_looked_at_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("elsewhere")
    assert problems(tmp_path) == ["links are not followed, and devices and pipes not opened: 2"]
    assert problems(tmp_path / "pipe") == ["neither a file nor a folder"]
