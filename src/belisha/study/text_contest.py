"""Sets ways of scoring text against each other: letters alone, meanings alone, both; on sources that were met and not.

``python -m belisha.study.text_contest CORPORA [SEED]`` learns twice and prints the tables of ``docs/text-models.md``.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from belisha.study.corpora import Side
from belisha.study.fitting import need_scipy
from belisha.study.text_figures import TextFigures, text_figures
from belisha.study.train import Learned, Progress, learn, read
from belisha.text_model import TextModel

NEVER_MET = ("nus_sms", "nps", "samsum", "flirt")
"""Sources that the second learning leaves out whole, as a new place is: the young, private messages, flirting."""
_RECALLS = ("auc", "average_precision", "recall_at_1_percent", "recall_at_02_percent")


class Contestant(msgspec.Struct, frozen=True):
    """One way of scoring, and its figures on the test side."""

    name: str
    figures: TextFigures


def contest(folder: Path, seed: int = 0, tell: Progress = lambda _: None) -> Iterator[Contestant]:
    """Learns from the train and validation sides, and judges each way on the test side.

    Args:
        folder: where the corpora lie.
        seed: of every random choice.
        tell: told one line for each step.

    Raises:
        Unusable: without scipy, or when the folder lacks cases or ordinary talk.
    """
    need_scipy()
    _, every = read(folder, set(Side), seed)
    unseen = [each for each in every if each.side is Side.TEST]
    known = [each for each in every if each.side is not Side.TEST]
    for left_out in ((), NEVER_MET):
        name = f", without {', '.join(left_out)}" if left_out else ""
        tell(f"learning{name}")
        learned = learn([each for each in known if not each.source.startswith(left_out)], seed, tell)
        for way, model in _ways(learned):
            tell(f"judging {way}{name}")
            yield Contestant(way + name, text_figures(unseen, model, seed))


def _ways(learned: Learned) -> Iterator[tuple[str, TextModel]]:
    yield "letters", learned._replace(share=0.0).model({})
    fits = learned.fits
    silent = fits.likeness._replace(weights=np.zeros_like(fits.likeness.weights))
    yield "meanings", learned._replace(fits=fits._replace(likeness=silent), share=1.0).model({})
    yield "both", learned.model({})


def table(contestants: Sequence[Contestant]) -> Iterator[str]:
    """The figures as tables in Markdown: separation, early warning, false alarms by source."""
    yield "| Way | AUC | Average precision | Recall at 1 % false | at 0.2 % | After 6 | 10 | 20 | 50 messages |"
    yield "|" + " --- |" * 9
    for each in contestants:
        flat = each.figures.flat
        parts = [f"{getattr(flat, name).value:.4f}" if flat else "" for name in _RECALLS]
        soon = [" / ".join(_values(each.figures, early)) for early in range(len(each.figures.early))]
        yield f"| {each.name} | {' | '.join([*parts, *soon])} |"
    yield ""
    yield f"| Stretches above, by source | {' | '.join(each.name for each in contestants)} |"
    yield "|" + " --- |" * (1 + len(contestants))
    for row in zip(*(each.figures.ordinary for each in contestants), strict=True):
        yield f"| {row[0].source} | {' | '.join(f'{100 * each.above:.2f} %' for each in row)} |"


def _values(figures: TextFigures, place: int) -> Iterator[str]:
    early = figures.early[place]
    for interval in (early.opening, early.opening_woven, early.anywhere):
        yield "-" if interval is None else f"{interval.value:.3f}"


def run(arguments: Sequence[str]) -> None:
    """What the command in the docstring of this module does."""
    folder, seed = Path(arguments[0]), int(arguments[1]) if len(arguments) > 1 else 0

    def tell(line: str) -> None:
        sys.stderr.write(f"{line}\n")

    sys.stdout.write("\n".join([*table(list(contest(folder, seed, tell))), ""]))


if __name__ == "__main__":
    run(sys.argv[1:])
