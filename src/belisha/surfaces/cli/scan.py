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
from belisha.response.reports.json_contract import write_json
from belisha.stream import scan as stream_scan
from belisha.surfaces.audience_view import write_report
from belisha.surfaces.terminal_table import show

SOME_NOT_READ = 3
UNUSABLE = 2


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
    json: Annotated[Path | None, typer.Option(help="Write the findings as JSON to this file.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write the HTML report into this folder.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write a timeline of all messages to this file.")] = None,
    only: Annotated[Only | None, typer.Option(help="Show only conversations with this light or a worse one.")] = None,
    jobs: Annotated[int, typer.Option(help="How many processes may be used.", min=1)] = os.cpu_count() or 1,
    country: Annotated[str | None, typer.Option(help="Country of the help contacts, such as GB.")] = None,
) -> None:
    """Reads every chat in PATHS, sees clues of grooming in their pattern, and shows a light for each, the worst first.

    Exit status: 0 when it ran, whatever the lights; 2 for unusable arguments; 3 when some input could not be read.
    """
    screen = Console(stderr=True)
    try:
        _refuse_unwritable(json, csv)
        with _shown_progress(screen) as progress:
            findings = stream_scan.scan(paths, _AUDIENCES.get(audience, audience.value), jobs, progress)
        shown = _only(findings, only)
        show(shown, Console(), country)
        if json is not None:
            write_json(shown, json)
        if csv is not None:
            write_csv(findings, csv)
        if report is not None:
            Console().print(f"Report: {write_report(shown, report, country)}", soft_wrap=True, markup=False)
    except Unusable as error:
        screen.print(f"belisha scan: {error}", style="red", markup=False)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: nothing was written that is not whole.")
        raise typer.Exit(130) from error
    if findings.problems:
        raise typer.Exit(SOME_NOT_READ)


def _refuse_unwritable(*files: Path | None) -> None:
    for file in files:
        if file is not None and (file.is_dir() or not os.access(file.parent if file.parent.exists() else ".", os.W_OK)):
            raise Unusable(f"cannot write to {file}")


def _only(findings: Findings, only: Only | None) -> Findings:
    if only is None:
        return findings
    least = Light[only.name]
    return msgspec.structs.replace(
        findings,
        conversations=tuple(each for each in findings.conversations if each.light >= least),
        accounts=tuple(each for each in findings.accounts if each.light >= least),
    )


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
