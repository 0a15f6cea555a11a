"""The pages that the program writes about itself."""

from pathlib import Path

from typer.testing import CliRunner

from belisha.surfaces.cli import application


def test_it_writes_its_pages_and_names_them(tmp_path: Path) -> None:
    result = CliRunner().invoke(application(), ["reference", str(tmp_path)])
    assert result.exit_code == 0
    pages = ("formats.md", "clues.md", "commands.md", "settings.md")
    assert result.output.split() == [str(tmp_path / name) for name in pages]


def test_tables_have_as_many_cells_in_every_row(tmp_path: Path) -> None:
    assert CliRunner().invoke(application(), ["reference", str(tmp_path)]).exit_code == 0
    for page in tmp_path.iterdir():
        columns = 0
        for line in page.read_text("utf-8").splitlines():
            cells = line.replace("\\|", "").count("|")
            if line.startswith("|"):
                columns = columns or cells
                assert cells == columns, line
            else:
                columns = 0


def test_options_are_spelled_as_they_are_typed(tmp_path: Path) -> None:
    assert CliRunner().invoke(application(), ["reference", str(tmp_path)]).exit_code == 0
    page = (tmp_path / "commands.md").read_text("utf-8")
    assert "| `PATHS...` | must be given |" in page
    assert "| `--for child\\|parents\\|moderators\\|police` | moderators |" in page
    assert "| `--jobs NUMBER` | as many as the machine has processors |" in page


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert CliRunner().invoke(application(), ["reference", str(tmp_path / "nowhere")]).exit_code == 2
