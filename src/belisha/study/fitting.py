"""Logistic regression on sums of messages: the arithmetic of learning, apart from what is learned from what.

All stretches share one sparse table of messages, so a stretch costs only its list of messages, and a fit takes
seconds. A weight's penalty grows with how common its feature is, so that the letters of an era or an app cannot carry
the decision. scipy is imported only when something is fitted: whoever only watches chats does not need it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from belisha.errors import Unusable
from belisha.study.windows import Window
from belisha.text_features import Features, features

Floats = npt.NDArray[np.float64]
Table = Any  # scipy.sparse.csr_matrix, shape (messages, 2**bits): how often each bucket occurs in each message

POWER, CALM = 0.85, 200.0
PENALTY = 1e-5
RARITY, COMMON = 0.6, 0.02  # see `_looseness`
RARE = 10  # a bucket seen in fewer messages is not learned: it could only remember a person or a place
ROUNDS = 120
_TYPICAL = 1000.0  # mass of a stretch of twenty short messages
_STEP = 8000  # messages counted at a time


class Fit(NamedTuple):
    """Weights, shape ``(2**bits,)``, for a curve of gain one, and the mean log-loss on what they were learned from."""

    weights: npt.NDArray[np.float32]
    loss: float


class Examples(NamedTuple):
    """Stretches and whether each is what the weights shall find."""

    stretches: Sequence[Window]
    label: npt.NDArray[np.bool_]


def need_scipy() -> None:
    """Say what to install.

    Raises:
        Unusable: without scipy.
    """
    try:
        import scipy  # noqa: F401, PLC0415 - an optional extra
    except ImportError as missing:
        message = "learning needs scipy: install the extra, pip install 'belisha[study]'"
        raise Unusable(message) from missing


def count_table(texts: Sequence[str], bits: int) -> Table:
    """How often each bucket occurs in each text."""
    from scipy import sparse  # noqa: PLC0415 - as in `need_scipy`

    parts = [_counts(features(texts[start : start + _STEP], bits), bits) for start in range(0, len(texts), _STEP)]
    return sparse.vstack(parts, format="csr")


def _counts(found: Features, bits: int) -> Table:
    from scipy import sparse  # noqa: PLC0415 - as in `need_scipy`

    edges = np.zeros(found.length, dtype=np.int32)
    edges[found.starts] = 1
    line = np.cumsum(edges, dtype=np.int32) - 1
    rows: list[npt.NDArray[np.int32]] = []
    columns: list[npt.NDArray[np.int32]] = []
    for buckets, alive, places in zip(found.buckets, found.alive, found.places, strict=True):
        rows.append((line[: len(buckets)] if places is None else line[places])[alive])
        columns.append(buckets[alive].astype(np.int32))
    row, column = np.concatenate(rows), np.concatenate(columns)
    ones = np.ones(len(row), dtype=np.float32)
    return sparse.coo_matrix((ones, (row, column)), shape=(len(found.starts), 1 << bits)).tocsr()


def fit(table: Table, examples: Examples) -> Fit:
    """Weights with the least weighted log-loss; both labels weigh the same in all."""
    from scipy.optimize import minimize  # noqa: PLC0415 - as in `need_scipy`

    across, mass = _sums(table, examples.stretches)
    back, turned = across.T.tocsr(), table.T.tocsr()
    loose = _looseness(table)
    weight, sign = balanced(examples), np.where(examples.label, 1.0, -1.0)
    shrink = (1.0 / (mass + CALM) ** POWER).astype(np.float32)

    def loss(free: Floats) -> tuple[float, Floats]:
        odds = sign * (shrink * (across @ (table @ (free * loose).astype(np.float32)))).astype(np.float64)
        value = float(weight @ np.logaddexp(0.0, -odds)) + PENALTY / 2 * float(free @ free)
        pull = (-weight * sign / (1.0 + np.exp(odds))).astype(np.float32) * shrink
        return value, (turned @ (back @ pull)).astype(np.float64) * loose + PENALTY * free

    start, limits = np.zeros(table.shape[1]), {"maxiter": ROUNDS, "maxcor": 8}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=limits)
    return Fit((found.x * loose).astype(np.float32), float(found.fun))


def log_odds(fitted: Fit, table: Table, stretches: Sequence[Window]) -> Floats:
    """What the weights give for these stretches at gain one, without a prior."""
    across, mass = _sums(table, stretches)
    return np.asarray(across @ (table @ fitted.weights), dtype=np.float64) / (mass + CALM) ** POWER


def gain(odds: Floats, examples: Examples) -> tuple[float, float]:
    """The factor at which log-odds are neither too sure nor too unsure of examples they were not learned from.

    The one with the least log-loss, both labels weighing the same, and that loss; a fine grid is exact enough.
    """
    signed = odds * np.where(examples.label, 1.0, -1.0)
    weight = balanced(examples)
    grid = np.geomspace(0.05, 5.0, 200)
    losses = [float(weight @ np.logaddexp(0.0, -factor * signed)) for factor in grid]
    return float(grid[np.argmin(losses)]), min(losses)


def masses(table: Table) -> Floats:
    """The mass of each message."""
    return np.asarray(table.sum(axis=1), dtype=np.float64).ravel()


def balanced(examples: Examples) -> Floats:
    """Weights of the stretches such that each label has half of all."""
    weight = np.array([stretch.weight for stretch in examples.stretches])
    for label in (examples.label, ~examples.label):
        weight[label] /= 2 * weight[label].sum()
    return weight


def _sums(table: Table, stretches: Sequence[Window]) -> tuple[Table, Floats]:
    """Which messages each stretch adds up, sparse, shape (stretches, messages); and the mass of each stretch."""
    from scipy import sparse  # noqa: PLC0415 - as in `need_scipy`

    edges = np.concatenate([[0], np.cumsum([len(stretch.places) for stretch in stretches])])
    places = np.concatenate([stretch.places for stretch in stretches])
    ones = np.ones(len(places), dtype=np.float32)
    across = sparse.csr_matrix((ones, places, edges), shape=(len(stretches), table.shape[0]))
    return across, np.asarray(across @ masses(table), dtype=np.float64)


def _looseness(table: Table) -> Floats:
    """How freely each weight may move: a feature of few messages may say more than one of nearly all of them.

    Also brings the sum of a typical stretch to unit size, so that `PENALTY` means the same whatever `POWER` is.
    """
    count = np.bincount(table.indices, minlength=table.shape[1])
    share = count / table.shape[0]
    scale: float = (_TYPICAL + CALM) ** POWER / _TYPICAL**0.5
    return np.where(count < RARE, 0.0, scale / (100.0 * share + COMMON) ** RARITY)
