"""Lets the product run with another text model for a while."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from belisha import text_model
from belisha.errors import Unusable
from belisha.text_model import TextModel


@contextmanager
def text_model_in_use(weights: Path | None) -> Iterator[TextModel]:
    """The weights that the product runs with meanwhile: the shipped ones for None, or those in the file.

    Raises:
        Unusable: where the file cannot be read as a text model.
    """
    before = text_model.SHIPPED
    try:
        model = TextModel.load(weights)
    except (OSError, ValueError, msgspec.MsgspecError) as error:
        raise Unusable(f"cannot use {weights or before} as weights of the text model: {error}") from error
    try:
        # The clue that asks the text model asks for the shipped one.
        text_model.SHIPPED = before if weights is None else weights
        yield model
    finally:
        text_model.SHIPPED = before
