"""Which learned files the product runs with: the shipped ones, or those that an organisation learned itself."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from belisha import text_model, weights
from belisha.errors import Unusable
from belisha.text_model import TextModel
from belisha.weights import Weights


class Models(NamedTuple):
    """The files of the text model and of the weights of clues; each module reads the one that it calls shipped."""

    text: Path
    weights: Path


def in_use() -> Models:
    """The files that are in use now."""
    return Models(text_model.SHIPPED, weights.SHIPPED)


def take(models: Models) -> None:
    """Uses these files from now on, in this process."""
    text_model.SHIPPED, weights.SHIPPED = models


@contextmanager
def models_in_use(text: Path | None = None, clues: Path | None = None) -> Iterator[TextModel]:
    """Uses these files meanwhile, and gives the text model; None is what was in use before.

    Args:
        text: a text model that ``belisha train`` wrote.
        clues: weights that ``belisha weigh`` wrote.

    Raises:
        Unusable: where one of them cannot be read as what it should be.
    """
    before = in_use()
    try:
        model = TextModel.load(text)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise Unusable(f"cannot use {text or before.text} as text model: {error}; belisha train writes one") from error
    try:
        Weights.load(clues)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise Unusable(
            f"cannot use {clues or before.weights} as weights: {error}; belisha weigh writes them"
        ) from error
    try:
        take(Models(text or before.text, clues or before.weights))
        yield model
    finally:
        take(before)
