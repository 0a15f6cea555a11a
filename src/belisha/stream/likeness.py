"""How much messages sound like grooming: by their letters, and by what the tactic model takes them to mean."""

from collections.abc import Sequence

import numpy as np

from belisha.errors import Unusable
from belisha.tactic_model import Floats, TacticModel
from belisha.text_model import PART_WORDS, Scores, TextModel


class Likeness:
    """A text model with the tactic model that it learned meanings from.

    Raises:
        Unusable: where the text model learned with another tactic model.
    """

    def __init__(self, model: TextModel, tactics: TacticModel) -> None:
        meaning = model.header.meaning
        if meaning is not None and meaning.mark != tactics.mark:
            message = (
                f"the text model was learned with the tactic model {meaning.mark}, and this one is {tactics.mark}: "
                "learn it again with belisha train"
            )
            raise Unusable(message)
        self._model, self._tactics = model, tactics

    def score(self, texts: Sequence[str], folded: Sequence[str]) -> Scores:
        """The sums of each message.

        Args:
            texts: as they were written.
            folded: the same in the letters of ``belisha.text``.
        """
        scores = self._model.score(texts)
        if self._model.header.meaning is None:
            return scores
        meanings, starts = meanings_of(self._tactics, folded)
        added = np.add.reduceat(self._model.by_meaning(meanings), starts) if len(starts) else np.zeros(0)
        # Where no letter can be read, nothing is said.
        return scores._replace(likeness=scores.likeness + np.where(scores.mass > 0, added, 0.0))


def meanings_of(
    tactics: TacticModel, folded: Sequence[str]
) -> tuple[Floats, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """The meanings of all parts of some messages, one after the other, and where each message begins among them."""
    parts = [parts_of(text) for text in folded]
    starts = np.cumsum([0, *map(len, parts)], dtype=np.int64)[:-1]
    return tactics.meanings([part for each in parts for part in each]), starts


def parts_of(folded: str) -> list[str]:
    """The text, or stretches of at most `PART_WORDS` words of it."""
    if folded.count(" ") < PART_WORDS:
        return [folded]
    words = folded.split()
    return [" ".join(words[start : start + PART_WORDS]) for start in range(0, len(words), PART_WORDS)] or [folded]
