"""``belisha scan``: reads chats from files, folders and archives, and shows the lights."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from belisha.errors import Unusable
from belisha.findings import Findings
from belisha.model import Light
from belisha.response.reports.csv_timeline import write_csv
from belisha.response.reports.folder import refuse_foreign
from belisha.response.reports.json_contract import write_json
from belisha.stream import scan as stream_scan
from belisha.stream.models_in_use import models_in_use
from belisha.surfaces.audience_view import chosen_country, write_report
from belisha.surfaces.terminal_table import show

NOT_WRITTEN = 1
SOME_NOT_READ = 3
UNUSABLE = 2
INTERRUPTED = 130
"""What a shell expects of a program that was stopped with Ctrl-C."""


class ForWhom(StrEnum):
    """Whose light is shown."""

    CHILD = "child"
    PARENTS = "parents"
    MODERATORS = "moderators"
    POLICE = "police"


class Only(StrEnum):
    """The least light that is shown."""

    AMBER = "amber"
    RED = "red"


_AUDIENCES = {ForWhom.CHILD: "children"}


def scan(  # noqa: PLR0913, PLR0917 - a command has as many options as its users need
    paths: Annotated[list[Path], typer.Argument(help="Files, folders, zip or tar archives.", exists=True)],
    audience: Annotated[ForWhom, typer.Option("--for", help="Whose light and words are shown.")] = ForWhom.MODERATORS,
    json: Annotated[Path | None, typer.Option(help="Write the findings as JSON to this file.", dir_okay=False)] = None,
    report: Annotated[
        Path | None, typer.Option(help="Write the HTML report into this folder.", file_okay=False)
    ] = None,
    csv: Annotated[
        Path | None, typer.Option(help="Write a timeline of all messages to this file.", dir_okay=False)
    ] = None,
    only: Annotated[
        Only | None,
        typer.Option(help="Show and write only conversations with this light or a worse one; the timeline keeps all."),
    ] = None,
    jobs: Annotated[
        int,
        typer.Option(
            help="How many processes may be used.", min=1, show_default="as many as the machine has processors"
        ),
    ] = os.cpu_count() or 1,
    country: Annotated[
        str | None, typer.Option(help="Country of the help contacts, such as GB.", show_default="that of the locale")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Text model that belisha train wrote.", show_default="the shipped one")
    ] = None,
    weights: Annotated[
        Path | None, typer.Option(help="Weights that belisha weigh wrote.", show_default="the shipped ones")
    ] = None,
) -> None:
    """Reads every chat in PATHS, sees clues of grooming in their pattern, and shows a light for each, the worst first.

    Exit status: 0 when it ran, whatever the lights; 1 when results could not be written; 2 for unusable arguments;
    3 when some input could not be read, the rest being shown.
    """
    screen = Console(stderr=True)
    try:
        chosen_country(country)
        _refuse_unwritable(json, csv, report)
        if report is not None:
            refuse_foreign(report)
        least = Light[only.name] if only else Light.GREEN
        with models_in_use(model, weights):
            with _shown_progress(screen) as progress:
                findings = stream_scan.scan(paths, _AUDIENCES.get(audience, audience.value), jobs, progress)
            shown = _worst(findings, least)
            show(findings, Console(), country, least)
            with _saying_what_cannot_be_written(screen):
                _write(findings, shown, (json, csv, report), country)
    except Unusable as error:
        screen.print(f"belisha scan: {error}", style="red", markup=False)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: nothing was written that is not whole.")
        raise typer.Exit(INTERRUPTED) from error
    if findings.problems:
        raise typer.Exit(SOME_NOT_READ)


def _write(
    findings: Findings, shown: Findings, files: tuple[Path | None, Path | None, Path | None], country: str | None
) -> None:
    json, csv, report = files
    if json is not None:
        write_json(shown, json)
    if csv is not None:
        write_csv(findings, csv)
    if report is not None:
        Console().print(f"Report: {write_report(shown, report, country)}", soft_wrap=True, markup=False)


def _refuse_unwritable(*outputs: Path | None) -> None:
    """Says before the work what could not be written after it."""
    for output in outputs:
        if output is None:
            continue
        folder = next((each for each in output.absolute().parents if each.exists()), Path("/"))
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise Unusable(f"cannot write to {output}: {folder} is not a folder that can be written to")


def _worst(findings: Findings, least: Light) -> Findings:
    return msgspec.structs.replace(
        findings,
        conversations=tuple(each for each in findings.conversations if each.light >= least),
        accounts=tuple(each for each in findings.accounts if each.light >= least),
    )


@contextmanager
def _saying_what_cannot_be_written(screen: Console) -> Iterator[None]:
    """Ends the program with a sentence when a disk is full or a folder has gone; each output is whole or not there."""
    try:
        yield
    except OSError as error:
        screen.print(f"belisha scan: could not be written: {error}", style="red", markup=False)
        raise typer.Exit(NOT_WRITTEN) from error


@contextmanager
def _shown_progress(screen: Console) -> Iterator[stream_scan.Progress]:
    """A progress bar where somebody is looking, and silence elsewhere."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task("Reading", total=None)

        def reading(path: str) -> None:
            bar.update(task, advance=1, description=f"Reading {path[-40:]}")

        def counted(total: int) -> None:
            bar.reset(task, total=total, description="Looking at messages")

        advance: Callable[[int], Any] = lambda count: bar.update(task, advance=count)  # noqa: E731 - one expression
        yield stream_scan.Progress(reading, counted, advance)
