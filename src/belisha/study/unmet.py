"""Text models that have not met the chats that they read: what weights, calibration and thresholds are learned with.

A model reads what it was taught from too surely. So the cases of the train and validation sides are dealt into folds,
and each is read with a model that learned from the other folds only; the shipped model reads what was kept from it.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from belisha.study.corpora import LabelledConversation, Side
from belisha.study.train import learn
from belisha.study.written_whole import write_whole

FOLDS = 3


def fold_of(conversation: LabelledConversation) -> int | None:
    """The fold of a conversation; all of one case are in one. None for the test side, which no model has met."""
    if conversation.side is Side.TEST:
        return None
    # ``side_of`` takes the last digit of the same number.
    return int.from_bytes(hashlib.sha256(conversation.case.encode()).digest(), "big") // 10 % FOLDS


def unmet_models(
    conversations: Sequence[LabelledConversation], folder: Path, seed: int, tell: Callable[[str], None]
) -> Iterator[tuple[int | None, Path | None]]:
    """Each fold and a text model that has met nothing of it; None is the shipped model, for what no model has met.

    Args:
        conversations: of every side; those of the test side are not learned from.
        folder: where the models may be written; each is as large as the shipped one.
        seed: of every random choice.
        tell: told one line for each model.
    """
    yield None, None
    for fold in range(FOLDS):
        tell(f"learning a text model without part {fold + 1} of {FOLDS}")
        others = [each for each in conversations if fold_of(each) not in {None, fold}]
        file = folder / f"without_{fold}.bin"
        write_whole(file, learn(others, seed).model({"seed": str(seed), "without": str(fold)}).save)
        yield fold, file
