"""Teaches the network: first to come close to a sentence encoder, then to read tactics without forgetting that.

torch is imported only here and in ``tactic_network`` and ``sentence_encoder`` (the extra ``teach``).
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from belisha.study.lessons import Floats, Lessons, typed_otherwise, words_left_out
from belisha.study.tactic_network import Network, Pieces, Tensor, as_encoder, logits, pooled

PRETRAINING_ROUNDS = 4
_PRETRAINING_BATCH, _BATCH, _REMINDED = 256, 128, 64
_DROPPED, _DROPPED_BEFORE = 0.25, 0.05
_ALIKE = 4.0  # how much the likeness of any two sentences counts beside each one's own vector
_REMINDER = 0.5  # how much closeness to the encoder counts while tactics are taught
_KEPT, _ATTACHED = 0.9, 0.5  # messages before are dropped and attached at times: most chats are met in the middle
_PIECE_STEP, _STEP, _DECAY = 1e-3, 2e-3, 0.01
_LAST_ROUNDS, _LAST_STEP = 4, 0.3  # the last rounds take smaller steps

Tell = Callable[[str], None]


class Pupil(NamedTuple):
    """What learns: a network, how it splits words, and the source of chance."""

    network: Network
    pieces: Pieces
    chance: np.random.Generator


class Sentences(NamedTuple):
    """Folded sentences and the encoder's vectors for them as they were written, shape ``(sentences, 384)``."""

    texts: list[str]
    vectors: Floats


class Taught(NamedTuple):
    """What tactics are taught from: labelled messages, lines of ordinary talk and of cases, and the encoder's view."""

    invented: Lessons
    talk: Lessons
    sentences: Sentences


def pretrain(pupil: Pupil, sentences: Sentences, rounds: int, tell: Tell) -> None:
    """Brings the network close to the encoder."""
    optimiser = _optimiser(pupil.network)
    for number in range(rounds):
        total = [
            _step(optimiser, _closeness(pupil, sentences, places, noisy=True))
            for places in _batches(len(sentences.texts), _PRETRAINING_BATCH, pupil.chance)
        ]
        tell(f"like the encoder, round {number + 1} of {rounds}: loss {np.mean(total):.4f}")


def teach_tactics(pupil: Pupil, taught: Taught, rounds: int, tell: Tell) -> None:
    """Teaches the tactics."""
    optimiser = _optimiser(pupil.network)
    for number in range(rounds):
        if number == rounds - _LAST_ROUNDS:
            for group in optimiser.param_groups:
                group["lr"] *= _LAST_STEP
        total = []
        for places in _batches(len(taught.invented.texts), _BATCH, pupil.chance):
            loss = _of_tactics(pupil, _in_other_words(taught.invented.some(places), taught.talk, pupil.chance))
            heard = taught.talk.some(_places(pupil.chance, taught.talk.texts, _BATCH))
            loss = loss + _of_tactics(pupil, _with_others(heard, taught.talk, pupil.chance))
            reminded = _places(pupil.chance, taught.sentences.texts, _REMINDED)
            total.append(
                _step(optimiser, loss + _REMINDER * _closeness(pupil, taught.sentences, reminded, noisy=False))
            )
        tell(f"tactics, round {number + 1} of {rounds}: loss {np.mean(total):.4f}")


def _optimiser(network: Network) -> Any:  # noqa: ANN401 - torch.optim.AdamW; torch is an optional extra
    import torch  # noqa: PLC0415 - an optional extra

    others = [value for name, value in network.items() if name != "vectors"]
    return torch.optim.AdamW(
        [
            {"params": [network["vectors"]], "lr": _PIECE_STEP, "weight_decay": 0.0},
            {"params": others, "lr": _STEP, "weight_decay": _DECAY},
        ]
    )


def _step(optimiser: Any, loss: Tensor) -> float:  # noqa: ANN401 - as above
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    return float(loss.item())


def _batches(count: int, size: int, chance: np.random.Generator) -> Iterator[npt.NDArray[np.int64]]:
    order = chance.permutation(count)
    for start in range(0, count, size):
        yield order[start : start + size]


def _places(chance: np.random.Generator, texts: list[str], most: int) -> npt.NDArray[np.int64]:
    return chance.choice(len(texts), size=min(most, len(texts)), replace=False)


def _closeness(pupil: Pupil, sentences: Sentences, places: npt.NDArray[np.int64], *, noisy: bool) -> Tensor:
    """How far the network is from the encoder: on each sentence, and on how alike any two are."""
    import torch  # noqa: PLC0415 - an optional extra

    texts = [sentences.texts[place] for place in places]
    if noisy:
        texts = [words_left_out(text, pupil.chance) for text in texts]
    read = torch.nn.functional.dropout(
        pooled(pupil.network, pupil.pieces.batch(texts)), _DROPPED_BEFORE, training=noisy
    )
    ours, theirs = as_encoder(pupil.network, read), torch.from_numpy(sentences.vectors[places])
    own = 1 - (ours * theirs).sum(1).mean()
    return own + _ALIKE * ((ours @ ours.T - theirs @ theirs.T) ** 2).mean()


def _of_tactics(pupil: Pupil, lessons: Lessons) -> Tensor:
    import torch  # noqa: PLC0415 - an optional extra

    columns = (lessons.texts, lessons.same, lessons.other)
    read = tuple(pooled(pupil.network, pupil.pieces.batch(column)) for column in columns)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(
        logits(pupil.network, read, _DROPPED), torch.from_numpy(lessons.wanted), reduction="none"
    )
    return (loss * torch.from_numpy(lessons.weight)).sum(1).mean()


def _in_other_words(lessons: Lessons, talk: Lessons, chance: np.random.Generator) -> Lessons:
    """The lessons typed otherwise, at times without what came before, or after somebody's unrelated words."""
    lessons = _with_others(lessons, talk, chance)
    same, other = (
        [typed_otherwise(text, chance) if chance.random() < _KEPT else "" for text in column]
        for column in (lessons.same, lessons.other)
    )
    return lessons._replace(texts=[typed_otherwise(text, chance) for text in lessons.texts], same=same, other=other)


def _with_others(lessons: Lessons, talk: Lessons, chance: np.random.Generator) -> Lessons:
    """The lessons, half of those that follow nothing put after somebody's unrelated words."""
    other = [
        text or (talk.texts[int(chance.integers(len(talk.texts)))] if chance.random() < _ATTACHED else "")
        for text in lessons.other
    ]
    return lessons._replace(other=other)
