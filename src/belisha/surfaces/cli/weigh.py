"""``belisha weigh``: learns from chats what each clue weighs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from belisha.errors import Unusable

if TYPE_CHECKING:
    from belisha.study.weighing import Weighing

UNUSABLE = 2
INTERRUPTED = 130


def weigh(
    text: Annotated[Path, typer.Option(help="The folder training of Belisha's repository: invented chats.")] = Path(
        "training"
    ),
    corpora: Annotated[
        Path, typer.Option(help="Folder with labelled corpora; docs/train-your-own.md says which files it may hold.")
    ] = Path("corpora"),
    out: Annotated[Path, typer.Option(help="The file of weights to write.")] = Path("weights.json"),
    seed: Annotated[int, typer.Option(help="Of the choice among chats: the same gives the same file.", min=0)] = 0,
) -> None:
    """Learns what each clue weighs, what their sums mean and from where lights are shown, and shows how chats come out.

    Chats of the corpora's test side are shown and never learned from. Takes about half an hour. Exit status: 0 when the
    weights were written; 2 for unusable arguments, text or corpora.
    """
    screen = Console(stderr=True)
    try:
        _refuse(text, corpora, out)
        done = _learn(text, corpora, out, seed, screen)
    except Unusable as error:
        screen.print(f"belisha weigh: {error}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: no weights were written.")
        raise typer.Exit(INTERRUPTED) from error
    _show(done, Console())


def _refuse(text: Path, corpora: Path, out: Path) -> None:
    if not text.is_dir():
        raise Unusable(f"there is no folder {text}: say with --text where the invented chats lie")
    if not corpora.is_dir():
        raise Unusable(f"there is no folder {corpora}: say with --corpora where the labelled corpora lie")
    if out.is_dir():
        raise Unusable(f"cannot write to {out}: it is a folder")


def _learn(text: Path, corpora: Path, out: Path, seed: int, screen: Console) -> "Weighing":
    from belisha.study.weighing import weigh_clues  # noqa: PLC0415 - heavy; the other commands do without it

    with Progress(TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn(), console=screen) as bar:
        task = bar.add_task("reading the chats", total=None)
        try:
            return weigh_clues(
                text,
                corpora,
                out,
                seed,
                lambda what, done, total: bar.update(task, description=what, completed=done, total=total),
            )
        except OSError as error:
            raise Unusable(f"cannot read or write {error.filename}: {error.strerror}") from error


def _show(done: "Weighing", console: Console) -> None:
    console.print(f"{'chats':62} {'number':>6} {'amber':>7} {'red':>7} {'median':>7}", highlight=False, soft_wrap=True)
    for each in done.sets:
        name = f"{each.belongs}: {each.expect} wanted"
        shares = f"{each.amber / each.chats:7.1%} {each.red / each.chats:7.1%} {each.median:7.1f}"
        console.print(f"{name:62} {each.chats:6} {shares}", markup=False, highlight=False, soft_wrap=True)
    for light in done.thresholds:
        how = "read off" if light.shown else "reckoned beyond what can be shown by"
        console.print(
            f"{light.audience} {light.light} from concern {light.concern:g}: 1 in {1 / light.rate:,.0f}, {how} "
            f"{light.among:,} ordinary chats",
            markup=False,
            highlight=False,
            soft_wrap=True,
        )
    console.print(
        f"Learned the weights of {len(done.clues)} clues; {len(done.stated)} are seen in too few chats and keep what "
        f"they state: {', '.join(done.stated) or 'none'}.\nWeights: {done.file}",
        markup=False,
        highlight=False,
        soft_wrap=True,
    )
