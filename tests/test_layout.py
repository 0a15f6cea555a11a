"""The architecture, held by tests: short files, thin fronts, plain names, no deep folders, the order of flow."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "belisha"
FILES = sorted(SOURCE.rglob("*.py"))
FRONTS = sorted(SOURCE.rglob("__init__.py"))
ALL_FILES = sorted(path for folder in ("src", "tests", "examples", "bench") for path in (ROOT / folder).rglob("*.py"))
STAGES = ["chats", "clues", "concern", "lights", "response"]
FOLDERS = [*STAGES, "stream", "study", "surfaces"]
PLUG_INS = ("clues", "chats/formats", "chats/live", "lights", "response/exports", "study/corpora")
LONGEST_FILE, LONGEST_FRONT, DEEPEST = 300, 220, 4
VAGUE = {
    *(
        "util",
        "utils",
        "helper",
        "helpers",
        "common",
        "lib",
        "core",
        "misc",
        "manager",
        "managers",
        "handler",
        "handlers",
    ),
    *(
        "base",
        "types",
        "tools",
        "shared",
        "functions",
        "stuff",
        "general",
        "generic",
        "data",
        "main",
        "service",
        "services",
    ),
}
VAGUE_CLASS = re.compile(r"(?:Manager|Handler|Helper|Utils?|Service|Processor)$")
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib.request",
    "ftplib",
    "smtplib",
    "imaplib",
    "telnetlib",
    "xmlrpc",
    "socketserver",
}
NETWORK |= {"requests", "httpx", "aiohttp", "urllib3", "websockets", "websocket", "asyncio"}
TALKS_TO_OTHERS = (
    "chats/discord_rest.py",
    "chats/live/",
    "chats/matrix_homeserver.py",
    "response/alerts/",
    "stream/delivery.py",
    "stream/listening.py",
    "surfaces/api/",
    "surfaces/cli/serve.py",
    "surfaces/console/",
    "surfaces/running.py",
)
"""Folders and files that exist to reach the network when somebody asks for it; everything else never does."""
EXCEPTION = re.compile(r"#\s*noqa(?P<codes>:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<reason>\s+-\s+\S.*)?")


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE if path.is_relative_to(SOURCE) else ROOT))


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(tree: ast.Module) -> list[str]:
    """Every module that is imported anywhere in a file; names taken from a module count as below it."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", ALL_FILES, ids=_name)
def test_file_is_short_and_plainly_named(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE
    assert path.stem not in VAGUE
    assert path.parent.name not in VAGUE
    assert re.fullmatch(r"[a-z][a-z0-9_]*|__init__|__main__", path.stem)


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_file_says_what_it_is_for_and_its_classes_have_plain_names(path: Path) -> None:
    tree = _tree(path)
    assert ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert not VAGUE_CLASS.search(node.name), node.name


def test_the_folder_listing_is_the_flow_of_data() -> None:
    folders = sorted(path.name for path in SOURCE.iterdir() if path.is_dir() and path.name != "__pycache__")
    assert folders == FOLDERS
    assert sorted(STAGES) == STAGES


def test_folders_are_not_deep_and_each_has_a_front() -> None:
    assert all(len(path.relative_to(SOURCE).parts) <= DEEPEST for path in FILES)
    assert {path.parent for path in FILES} == {front.parent for front in FRONTS}


@pytest.mark.parametrize("front", FRONTS, ids=_name)
def test_front_is_thin_and_imports_nothing_that_lies_in_its_folder(front: Path) -> None:
    package = ".".join(["belisha", *front.parent.relative_to(SOURCE).parts])
    assert not [name for name in _imports(_tree(front)) if f"{name}.".startswith(f"{package}.")]
    assert len(front.read_text("utf-8").splitlines()) <= LONGEST_FRONT


@pytest.mark.parametrize("stage", STAGES)
def test_stages_never_import_each_other_nor_what_carries_them(stage: str) -> None:
    others = tuple(f"belisha.{folder}." for folder in FOLDERS if folder != stage)
    for path in sorted((SOURCE / stage).rglob("*.py")):
        assert not [name for name in _imports(_tree(path)) if name.startswith(others)], _name(path)


@pytest.mark.parametrize("folder", PLUG_INS)
def test_a_plug_in_is_one_class_named_after_its_file(folder: str) -> None:
    for path in sorted((SOURCE / folder).glob("*.py")):
        if path.stem == "__init__":
            continue
        public = [node.name for node in _tree(path).body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
        plain = path.stem.replace("_", "")
        assert [name for name in public if name.lower() == plain], f"{_name(path)} holds {public}"


def test_nothing_reaches_for_the_network_unless_that_is_its_purpose() -> None:
    for path in FILES:
        if _name(path).startswith(TALKS_TO_OTHERS):
            continue
        names = _imports(_tree(path))
        assert not [name for name in names if any(f"{name}.".startswith(f"{each}.") for each in NETWORK)], _name(path)


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_each_exception_from_the_rules_names_the_rule_and_the_reason(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        found = EXCEPTION.search(line)
        if found:
            assert found["codes"], line
            assert found["reason"], line


def test_tests_mirror_the_source() -> None:
    tests = ROOT / "tests"
    of_their_own = ("journeys", "scenes", "training")
    for path in sorted(tests.rglob("test_*.py")):
        folder = path.parent.relative_to(tests)
        if folder.parts and folder.parts[0] not in of_their_own:
            assert (SOURCE / folder).is_dir(), f"{path} tests nothing of that place"
