"""The documentation holds: generated pages are fresh, links lead somewhere, commands run, everything is described."""

import inspect
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from belisha import plugins
from belisha.chats.formats import Format
from belisha.clues import AccountClue, Clue
from belisha.surfaces.cli import application
from belisha.surfaces.cli.reference import reference

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page
    for folder in (ROOT, ROOT / "docs", ROOT / "examples", ROOT / "changes")
    for page in folder.glob("*.md")
    if page.name != "CHANGELOG.md"
)
WRITTEN = ("formats.md", "clues.md", "commands.md", "settings.md")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
SOURCE_FILE = re.compile(r"`((?:src|tests|docs|examples|changes)/[\w./-]*|[\w/]+\.(?:py|json|toml|md))`")
PLACES = (ROOT, ROOT / "src" / "belisha", ROOT / "docs", ROOT / "tests", ROOT / "examples")


def _without_code(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", _without_code(page.read_text("utf-8")), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", WRITTEN)
def test_pages_that_the_program_writes_are_fresh(name: str, tmp_path: Path) -> None:
    reference(tmp_path)
    assert (ROOT / "docs" / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8"), "run make docs"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_headings_that_exist(page: Path) -> None:
    for found in LINK.finditer(_without_code(page.read_text("utf-8"))):
        target = found[1] or found[2]
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        assert linked.is_relative_to(ROOT), target
        if anchor:
            assert anchor in _anchors(linked), target


@pytest.mark.parametrize("name", ["tour.md", "decisions.md", "limits.md", "words.md"])
def test_files_named_in_the_text_exist(name: str) -> None:
    text = (ROOT / "docs" / name).read_text("utf-8")
    missing = [
        found for found in SOURCE_FILE.findall(_without_code(text)) if not any((at / found).exists() for at in PLACES)
    ]
    assert missing == []


def _readme_commands() -> list[str]:
    blocks = re.findall(r"^```\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    lines = [line.partition("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith(("make ", "belisha ", ".venv/bin/belisha "))]


def test_readme_names_the_two_commands_and_the_makefile_has_every_target_it_names() -> None:
    commands = _readme_commands()
    assert {"make demo", "make test"} <= set(commands)
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE))
    assert {line.split()[1] for line in commands if line.startswith("make ")} <= targets


@pytest.mark.parametrize("line", [line for line in _readme_commands() if not line.startswith("make ")])
def test_readme_commands_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("examples", "docs"):
        (tmp_path / name).symlink_to(ROOT / name)
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(application(), shlex.split(line)[1:])
    assert result.exit_code == 0, result.output


def test_every_command_and_option_is_documented_in_the_program_too() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for command in application().registered_commands:
        assert command.callback is not None
        assert inspect.getdoc(command.callback)
        assert f"\n## belisha {command.name}\n" in page
        for parameter in inspect.signature(command.callback, eval_str=True).parameters.values():
            assert parameter.annotation.__metadata__[0].help, f"{command.name} {parameter.name} says nothing"


@pytest.mark.parametrize(
    ("folder", "base", "page"),
    [
        ("belisha.chats.formats", Format, "formats.md"),
        ("belisha.clues", Clue, "clues.md"),
        ("belisha.clues", AccountClue, "clues.md"),
    ],
)
def test_every_plug_in_is_documented(folder: str, base: type[Format | Clue | AccountClue], page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    missing = [each.name for each in plugins.find(folder, base) if each.name not in text]
    assert missing == []


def test_every_page_of_the_documentation_can_be_reached_from_the_readme() -> None:
    reached, to_read = set(), [ROOT / "README.md"]
    while to_read:
        page = to_read.pop()
        if page in reached:
            continue
        reached.add(page)
        for found in LINK.finditer(page.read_text("utf-8")):
            linked = (page.parent / (found[1] or found[2]).partition("#")[0]).resolve()
            if linked.suffix == ".md" and linked.exists():
                to_read.append(linked)
    assert {page for page in PAGES if page.parent.name == "docs"} <= reached
