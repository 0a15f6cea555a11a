"""The architecture, held by tests: short files, thin fronts, plain names, no deep folders."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "belisha"
FILES = sorted(SOURCE.rglob("*.py"))
STAGES = ["chats", "clues", "concern", "lights", "response", "stream", "study", "surfaces"]
VAGUE = {"util", "utils", "helper", "helpers", "common", "lib", "core", "misc", "manager", "handler", "base", "types"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_file_is_short_plainly_named_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert path.stem not in VAGUE
    assert ast.get_docstring(ast.parse(text))


def test_the_folder_listing_is_the_flow_of_data() -> None:
    folders = sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__")
    assert folders == STAGES


def test_folders_are_not_deep() -> None:
    assert all(len(path.relative_to(SOURCE).parts) <= 4 for path in FILES)


@pytest.mark.parametrize("front", sorted(SOURCE.rglob("__init__.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_fronts_import_nothing_that_lies_in_their_folder(front: Path) -> None:
    package = ".".join(["belisha", *front.parent.relative_to(SOURCE).parts])
    for node in ast.walk(ast.parse(front.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert package == "belisha" or not (node.module or "").startswith(f"{package}.")
            assert node.level == 0
