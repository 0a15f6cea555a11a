"""Files of the same evidence are found by their path, and never one from outside of what was handed over."""

import zipfile
from pathlib import Path

from belisha.chats.evidence import exhibits
from belisha.chats.exhibit import Exhibit


def _message_file(given: Path) -> Exhibit:
    return next(exhibit for exhibit in exhibits([given]) if exhibit.name == "messages.json")


def _package(folder: Path) -> Path:
    for name in ("package/messages/c1/messages.json", "package/account/user.json", "outside.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("[]")
    (folder / "package/link.json").symlink_to(folder / "outside.json")
    return folder / "package"


def test_it_is_found_inside_what_was_handed_over(tmp_path: Path) -> None:
    assert _message_file(_package(tmp_path)).within("../../account/user.json") is not None


def test_it_is_not_found_outside_nor_through_a_link(tmp_path: Path) -> None:
    package = _package(tmp_path)
    for name in ("../../../outside.json", "../../link.json", str(tmp_path / "outside.json")):
        assert _message_file(package).within(name) is None
    for given in (package / "messages", package / "messages/c1/messages.json"):
        assert _message_file(given).within("../../account/user.json") is None


def test_an_archive_is_its_own_boundary(tmp_path: Path) -> None:
    (tmp_path / "outside.json").write_text("[]")
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        archive.writestr("messages/c1/messages.json", "[]")
        archive.writestr("account/user.json", "{}")
    for exhibit in exhibits([tmp_path / "package.zip"]):
        if exhibit.name == "messages.json":
            assert exhibit.within("../../account/user.json") is not None
            assert exhibit.within("../../../outside.json") is None
