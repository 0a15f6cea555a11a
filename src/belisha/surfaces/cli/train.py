"""``belisha train``: learns the weights of the text model from labelled corpora."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from belisha.errors import Unusable

UNUSABLE = 2
INTERRUPTED = 130


def train(
    corpora: Annotated[
        Path, typer.Option(help="Folder with labelled corpora; docs/train-your-own.md says which files it may hold.")
    ] = Path("corpora"),
    out: Annotated[Path, typer.Option(help="The weights file to write.")] = Path("text_model.bin"),
    seed: Annotated[int, typer.Option(help="Of every random choice: the same seed gives the same file.", min=0)] = 0,
) -> None:
    """Learns how known cases of grooming sound, and ordinary chats, and who of two speakers leads.

    One case in five, and one ordinary chat in five, is never learned from, so that belisha evaluate can judge. Takes a
    few minutes. Exit status: 0 when the weights were written; 2 for unusable arguments or corpora.
    """
    screen = Console(stderr=True)
    try:
        _refuse(corpora, out)
        report = _learn(corpora, out, seed, screen)
    except Unusable as error:
        screen.print(f"belisha train: {error}", style="red", markup=False, soft_wrap=True)
        raise typer.Exit(UNUSABLE) from error
    except KeyboardInterrupt as error:
        screen.print("Interrupted: no weights were written.")
        raise typer.Exit(INTERRUPTED) from error
    console = Console()
    console.print(report, markup=False, highlight=False, soft_wrap=True)
    console.print(f"Judge it: belisha evaluate --corpora {corpora} --model {out}", markup=False, soft_wrap=True)


def _refuse(corpora: Path, out: Path) -> None:
    if not corpora.is_dir():
        raise Unusable(f"there is no folder {corpora}: say with --corpora where the labelled corpora lie")
    if out.is_dir():
        raise Unusable(f"cannot write to {out}: it is a folder")


def _learn(corpora: Path, out: Path, seed: int, screen: Console) -> str:
    """Runs the training, and says in words what was learned."""
    from belisha.study.train import train as learn  # noqa: PLC0415 - heavy; the other commands do without it

    with screen.status("Reading the corpora") as status:

        def tell(step: str) -> None:
            screen.print(f"  {step}", markup=False, highlight=False, soft_wrap=True)
            status.update("Learning")

        try:
            done = learn(corpora, out, seed, tell)
        except OSError as error:
            raise Unusable(f"cannot read or write {error.filename}: {error.strerror}") from error
    return (
        f"Learned from {done.cases:,} cases and {done.messages:,} different messages of {', '.join(done.corpora)}: "
        f"{done.buckets_used:,} buckets used.\nWeights: {done.file}"
    )
