"""``belisha evaluate``: judges the product on cases and chats that it never learned from."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from belisha.errors import Unusable
from belisha.whole_file import whole_file

if TYPE_CHECKING:
    from belisha.study.watching import Told

UNUSABLE = 2
INTERRUPTED = 130


def evaluate(  # noqa: PLR0913, PLR0917 - a command has as many options as its users need
    corpora: Annotated[
        Path, typer.Option(help="Folder with labelled corpora; docs/train-your-own.md says which files it may hold.")
    ] = Path("corpora"),
    model: Annotated[
        Path | None, typer.Option(help="Text model that belisha train wrote.", show_default="the shipped one")
    ] = None,
    weights: Annotated[
        Path | None, typer.Option(help="Weights that belisha weigh wrote.", show_default="the shipped ones")
    ] = None,
    json: Annotated[Path | None, typer.Option(help="Write all figures as JSON to this file.")] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write a page with plots, and a document, into this folder.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Of every choice: the same seed gives the same figures.", min=0)] = 0,
) -> None:
    """Judges lights, concern and text model on cases and ordinary chats that were kept for judging.

    Takes some minutes on one core. Exit status: 0 when it ran, whatever the figures; 2 for unusable arguments or
    corpora.
    """
    screen = Console(stderr=True)
    try:
        _refuse(corpora, (model, weights), json, report)
        _judge(corpora, (model, weights), seed, (json, report), screen)
    except Unusable as error:
        screen.print(f"belisha evaluate: {error}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: nothing was written that is not whole.")
        raise typer.Exit(INTERRUPTED) from error


def _refuse(corpora: Path, own: tuple[Path | None, Path | None], json: Path | None, report: Path | None) -> None:
    if not corpora.is_dir():
        raise Unusable(f"there is no folder {corpora}: say with --corpora where the labelled corpora lie")
    for path, command in zip(own, ("train", "weigh"), strict=True):
        if path is not None and not path.is_file():
            raise Unusable(f"there is no file {path}: belisha {command} writes one")
    if json is not None and (json.is_dir() or not os.access(json.parent if json.parent.exists() else ".", os.W_OK)):
        raise Unusable(f"cannot write to {json}")
    if report is not None and report.exists() and not report.is_dir():
        raise Unusable(f"cannot write to {report}: it is not a folder")


def _judge(
    corpora: Path,
    own: tuple[Path | None, Path | None],
    seed: int,
    files: tuple[Path | None, Path | None],
    screen: Console,
) -> None:
    # Heavy; the other commands do without them.
    import msgspec  # noqa: PLC0415 - as said above

    from belisha.study.evaluate import Own  # noqa: PLC0415 - as said above
    from belisha.study.evaluate import evaluate as judge  # noqa: PLC0415 - as said above
    from belisha.study.report.document import document  # noqa: PLC0415 - as said above
    from belisha.study.report.page import page  # noqa: PLC0415 - as said above
    from belisha.study.report.tables import tables  # noqa: PLC0415 - as said above
    from belisha.study.report.terminal import show  # noqa: PLC0415 - as said above

    with _shown_progress(screen) as told:
        evaluation = judge(corpora, Own(*own), seed, told)
    show(tables(evaluation), Console())
    json, report = files
    if json is not None:
        with whole_file(json) as stream:
            stream.write(msgspec.json.format(msgspec.json.encode(evaluation), indent=2).decode())
    if report is not None:
        for name, write in (("evaluation.html", page), ("measured.md", document)):
            with whole_file(report / name) as stream:
                stream.write(write(evaluation))
        Console().print(f"Report: {report / 'evaluation.html'}", soft_wrap=True, markup=False)


@contextmanager
def _shown_progress(screen: Console) -> Iterator["Told"]:
    """A progress bar where somebody is looking, and silence elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Judging", total=None)

        def told(what: str, done: int, total: int) -> None:
            bar.update(task, description=what.capitalize(), completed=done, total=total)

        yield told
