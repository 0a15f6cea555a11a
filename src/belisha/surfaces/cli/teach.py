"""``belisha teach``: teaches the model that reads tactics in the meaning of a message."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from belisha.errors import Unusable

if TYPE_CHECKING:
    from belisha.study.teach import Teaching

UNUSABLE = 2
INTERRUPTED = 130


def teach(
    text: Annotated[
        Path, typer.Option(help="The folder training of Belisha's repository: invented, labelled text.")
    ] = Path("training"),
    corpora: Annotated[
        Path, typer.Option(help="Folder with labelled corpora; docs/train-your-own.md says which files it may hold.")
    ] = Path("corpora"),
    out: Annotated[Path, typer.Option(help="The model file to write.")] = Path("tactic_model.bin"),
    seed: Annotated[int, typer.Option(help="Of every random choice: the same gives the same file.", min=0)] = 0,
    rounds: Annotated[
        int | None, typer.Option(help="How often all labelled messages are gone through.", min=1, show_default="24")
    ] = None,
) -> None:
    """Teaches the tactic model, and shows how well it reads scenes that were kept from it.

    Takes about an hour on two cores. Exit status: 0 when the model was written; 2 for unusable arguments, text or
    corpora, or without the extra teach.
    """
    screen = Console(stderr=True)
    try:
        _refuse(text, corpora, out)
        done = _teach(text, corpora, out, (seed, rounds), screen)
    except Unusable as error:
        screen.print(f"belisha teach: {error}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: no model was written.")
        raise typer.Exit(INTERRUPTED) from error
    _show(done, Console())


def _refuse(text: Path, corpora: Path, out: Path) -> None:
    if not text.is_dir():
        raise Unusable(f"there is no folder {text}: say with --text where the invented, labelled text lies")
    if not corpora.is_dir():
        raise Unusable(f"there is no folder {corpora}: say with --corpora where the labelled corpora lie")
    if out.is_dir():
        raise Unusable(f"cannot write to {out}: it is a folder")


def _teach(text: Path, corpora: Path, out: Path, asked: tuple[int, int | None], screen: Console) -> "Teaching":
    from belisha.study.teach import ROUNDS, Course  # noqa: PLC0415 - heavy; the other commands do without it
    from belisha.study.teach import teach as learn  # noqa: PLC0415 - the same

    seed, rounds = asked
    course = Course(seed, rounds or ROUNDS)
    with screen.status("Teaching"):
        try:
            return learn(
                text,
                corpora,
                out,
                course,
                lambda step: screen.print(f"  {step}", markup=False, highlight=False, soft_wrap=True),
            )
        except OSError as error:
            raise Unusable(f"cannot read or write {error.filename}: {error.strerror}") from error


def _show(done: "Teaching", console: Console) -> None:
    def line(text: str) -> None:
        console.print(text, markup=False, highlight=False, soft_wrap=True)

    line(f"{'tactic':26} {'seen from':>9} {'messages':>8} {'precision':>9} {'recall':>7} {'ordinary':>9}")
    for each in done.tactics:
        shares = f"{_share(each.precision):>9} {_share(each.recall):>7} {each.ordinary:9.2%}"
        line(f"{each.tactic:26} {each.seen_from:9.2f} {each.held_out:8} {shares}")
    line(
        f"Taught by {done.invented:,} labelled messages and {done.lines:,} lines of the corpora; "
        f"judged on {done.kept:,} messages of scenes and {done.judged:,} ordinary lines that were kept from it.\n"
        f"Model: {done.file}"
    )


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
