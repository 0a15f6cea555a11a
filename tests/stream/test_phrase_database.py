"""What was compiled once is found again, and nothing that somebody else may have put there is used."""

import os
from pathlib import Path

import pytest

from belisha import plugins
from belisha.clues import Clue
from belisha.clues.asks_age import AsksAge
from belisha.stream import phrase_database
from belisha.stream.phrase_database import CACHE_VARIABLE, Expressions, compiled, stored
from belisha.stream.scanner import Scanner

pytest.importorskip("hyperscan")

EXPRESSIONS: Expressions = ((0, r"\bhow old (?:r|are) u\b"), (1, r"\bwhat .{0,9}age\b"))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    compiled.cache_clear()
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_was_compiled_is_found_again() -> None:
    assert stored(EXPRESSIONS) is None
    made = compiled(EXPRESSIONS)
    assert stored(EXPRESSIONS) == made
    assert stored(EXPRESSIONS[:1]) is None


def test_a_damaged_file_is_not_used_and_made_anew(folder: Path) -> None:
    made = compiled(EXPRESSIONS)
    kept(folder).write_bytes(kept(folder).read_bytes()[:-1])
    assert stored(EXPRESSIONS) is None
    compiled.cache_clear()
    assert compiled(EXPRESSIONS) == made
    assert stored(EXPRESSIONS) == made


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="who may write a file is told otherwise here")
def test_a_file_that_others_may_write_is_not_used(folder: Path) -> None:
    compiled(EXPRESSIONS)
    assert kept(folder).stat().st_mode & 0o077 == 0
    kept(folder).chmod(0o666)
    assert stored(EXPRESSIONS) is None


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "file"))
    assert compiled(EXPRESSIONS)
    assert stored(EXPRESSIONS) is None


def test_nothing_is_kept_where_the_variable_is_empty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, "")
    compiled(EXPRESSIONS)
    assert stored(EXPRESSIONS) is None
    assert not folder.exists()


def test_only_the_latest_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrase_database, "_MOST_KEPT", 2)
    for number in range(4):
        compiled(((number, "word"),))
    assert len(list(folder.iterdir())) == 2


def test_a_scanner_uses_what_is_kept_from_its_first_message(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Scanner([AsksAge()], compile_after=0)
    assert "asks_age" in first.scan("how old r u")
    monkeypatch.delattr("belisha.stream.scanner.compiled")  # nothing is compiled any more
    later = Scanner([AsksAge()], compile_after=1_000)
    assert later.scan("so how old r u") == first.scan("so how old r u")


def test_compiling_goes_on_beside_the_work_and_changes_no_hit() -> None:
    scanner = Scanner([AsksAge()], compile_after=2)
    plain = Scanner([AsksAge()], compile_after=None)
    lines = ["how old r u", "hello there", "whats ur age", "how old is the dog"]
    assert [scanner.scan(line) for line in lines * 50] == [plain.scan(line) for line in lines * 50]


def test_getting_ready_needs_no_message() -> None:
    scanner = Scanner([AsksAge()])
    scanner.get_ready()
    assert scanner.scan("how old r u") == Scanner([AsksAge()], compile_after=None).scan("how old r u")


def test_the_phrases_of_all_clues_can_be_compiled() -> None:
    scanner = Scanner(plugins.find("belisha.clues", Clue), compile_after=0)
    assert "asks_age" in scanner.scan("how old r u")
