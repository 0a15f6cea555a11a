"""What ``belisha scan`` refuses before it works, and what it says when results cannot be written."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from belisha.surfaces.cli import application
from belisha.surfaces.cli import scan as scan_command


@pytest.fixture
def chat(tmp_path: Path) -> Path:
    file = tmp_path / "chat.jsonl"
    file.write_text('{"conversation": "c", "sender": "kim", "text": "see you at practice"}\n', "utf-8")
    return file


def _scan(*arguments: object) -> Result:
    return CliRunner().invoke(application(), ["scan", *map(str, arguments)])


@pytest.mark.parametrize("option", ["--json", "--csv"])
def test_a_folder_is_no_file_to_write_to(option: str, chat: Path, tmp_path: Path) -> None:
    result = _scan(chat, option, tmp_path)
    assert result.exit_code == 2
    assert "directory" in result.output


@pytest.mark.parametrize("option", ["--json", "--csv", "--report"])
def test_what_lies_below_a_file_cannot_be_written(option: str, chat: Path) -> None:
    result = _scan(chat, option, chat / "below")
    assert result.exit_code == 2
    assert "cannot write to" in result.output
    assert "conversations" not in result.output


def test_missing_folders_of_results_are_made(chat: Path, tmp_path: Path) -> None:
    assert _scan(chat, "--json", tmp_path / "a" / "b" / "f.json").exit_code == 0
    assert (tmp_path / "a" / "b" / "f.json").exists()


def test_a_report_never_takes_the_place_of_something_else(chat: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "cat.jpg").write_bytes(b"cat")
    result = _scan(chat, "--report", tmp_path / "photos")
    assert result.exit_code == 2
    assert "cat.jpg" in result.output
    assert (tmp_path / "photos" / "cat.jpg").read_bytes() == b"cat"


def test_a_full_disk_is_said(chat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scan_command, "write_json", full)
    result = _scan(chat, "--json", tmp_path / "f.json")
    assert result.exit_code == scan_command.NOT_WRITTEN
    assert "No space left on device" in result.output
