"""Learns what each clue weighs from chats: the invented scenes, and chats of the corpora.

Written is the file that ``belisha.concern.weigh`` reads. Clues that too few chats hold keep what they
state: they stand under ``stated``, and so do their chats. Clues that look over many chats are not learned either.
"""

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from belisha import plugins
from belisha.clues import Clue
from belisha.concern.weigh import COMBINATION, HASTE, STARTING_POINT, UNKNOWN_SPEAKERS
from belisha.errors import Unusable
from belisha.lights import Audience
from belisha.model import Light
from belisha.stream.lanes import named_audience
from belisha.study.account_evidence import (
    AccountEvidence,
    LabelledChat,
    Origin,
    corpora_as_chats,
    evidence,
    scenes_as_chats,
)
from belisha.study.corpora import Side
from belisha.study.fitting import need_scipy
from belisha.study.train import read
from belisha.study.watching import Told, Viewer
from belisha.study.weight_fitting import Accounts, Floats, Stated, fit, readings
from belisha.whole_file import whole_file

FEWEST_CHATS = 8
"""Chats that must hold a clue before its weight is learned."""
SHARES = {Origin.TAUGHT: 0.35, Origin.SCENES: 1.0, Origin.CASES: 0.3, Origin.ORDINARY: 0.6}
"""How much an account of each kind of chat counts. The tactic model knows the scenes that taught it too well, cases of
the corpora are of one kind, and an ordinary chat counts once, however many accounts are in it."""
OTHER_SIDE = {Origin.TAUGHT: 0.3, Origin.SCENES: 0.3, Origin.CASES: 0.1}
"""The share of that for the other side of a chat of concern, for whom no light is wanted."""


class SetFigures(msgspec.Struct, frozen=True):
    """Chats of one set and expected light.

    Attributes:
        belongs: the set.
        expect: the light that a moderator should see.
        chats: how many.
        amber, red: how many reach that light for moderators, at the end of the chat, red counted in both.
        median: decibans of the median chat.
    """

    belongs: str
    expect: str
    chats: int
    amber: int
    red: int
    median: float


class Weighing(msgspec.Struct, frozen=True):
    """What was learned.

    Attributes:
        clues: decibans by name, of the clues whose weight was learned.
        stated: clues that keep what they state, being seen in fewer than ``FEWEST_CHATS``.
        seen_in: chats learned from that hold each clue.
        sets: how the chats come out.
        file: where the weights were written.
    """

    clues: dict[str, float]
    stated: tuple[str, ...]
    seen_in: dict[str, int]
    sets: tuple[SetFigures, ...]
    file: str


def weigh_clues(
    text: Path, corpora: Path, out: Path, seed: int = 0, told: Told = lambda _what, _done, _all: None
) -> Weighing:
    """Learns the weights and writes them.

    Args:
        text: the folder with the invented text.
        corpora: the folder with the labelled corpora.
        out: the file to write.
        seed: of the choice among chats of the corpora.
        told: told how many messages have been looked at.

    Raises:
        Unusable: without scipy, or when one of the folders holds nothing to learn from.
    """
    need_scipy()
    chats = scenes_as_chats(text)
    if not chats:
        raise Unusable(f"{text} holds no scenes: name the folder 'training' of Belisha's repository")
    names, conversations = read(corpora, set(Side), seed)
    chats += corpora_as_chats(conversations, seed)
    found = evidence(chats, Viewer(told), "looking at chats")
    done = learn(chats, found, named_audience("moderators"))
    source = f"scenes of {text.name}, train and validation sides of {', '.join(names)}; seed {seed}"
    with whole_file(out) as stream:
        stream.write(_as_json(done, source))
    return msgspec.structs.replace(done, file=str(out))


def learn(chats: Sequence[LabelledChat], found: Sequence[AccountEvidence], audience: Audience) -> Weighing:
    """Weights from what was seen, and how the chats come out with them."""
    clues = [Stated(clue.name, clue.family, clue.decibans) for clue in plugins.find("belisha.clues", Clue)]
    rows = with_empty(chats, found)
    seen_in = {clue.name: _seen_in(clue.name, chats, rows) for clue in clues}
    fixed = [seen_in[clue.name] < FEWEST_CHATS for clue in clues]
    accounts = as_accounts(clues, chats, rows)
    lights = as_decibans(audience.amber_from), as_decibans(audience.red_from)
    weights = np.where(fixed, [clue.decibans for clue in clues], np.round(fit(clues, accounts, lights, fixed), 1))
    highest = np.full(len(chats), -np.inf)
    np.maximum.at(highest, [row.place for row in rows], readings(weights, clues, accounts))
    return Weighing(
        clues={clue.name: float(weights[k]) for k, clue in enumerate(clues) if not fixed[k]},
        stated=tuple(clue.name for k, clue in enumerate(clues) if fixed[k]),
        seen_in=seen_in,
        sets=_figures(chats, highest, lights),
        file="",
    )


def with_empty(chats: Sequence[LabelledChat], found: Sequence[AccountEvidence]) -> list[AccountEvidence]:
    """The evidence, and an empty one for each chat in which nothing was seen: that counts as well."""
    seen = {each.place for each in found}
    nothing = [
        AccountEvidence(k, known=True, own=True, amounts={}, hasty=False) for k in range(len(chats)) if k not in seen
    ]
    return [*found, *nothing]


def as_accounts(clues: Sequence[Stated], chats: Sequence[LabelledChat], rows: Sequence[AccountEvidence]) -> Accounts:
    """The evidence as numbers."""
    in_chat = np.bincount([row.place for row in rows], minlength=len(chats))
    column = {clue.name: number for number, clue in enumerate(clues)}
    amounts = np.zeros((len(rows), len(clues)))
    for number, row in enumerate(rows):
        for name, amount in row.amounts.items():
            amounts[number, column[name]] = amount
    return Accounts(
        amounts,
        start=STARTING_POINT + np.array([0.0 if row.known else UNKNOWN_SPEAKERS for row in rows]),
        bonus=COMBINATION + np.array([HASTE if row.hasty else 0.0 for row in rows]),
        expect=np.array([int(chats[row.place].expect) if row.own else 0 for row in rows]),
        weight=np.array([_counts(chats[row.place], int(in_chat[row.place]), own=row.own) for row in rows]),
    )


def as_decibans(concern: float) -> float:
    """A concern between 0 and 1 as log-odds in decibans."""
    return 10.0 * math.log10(concern / (1.0 - concern))


def _counts(chat: LabelledChat, accounts: int, *, own: bool) -> float:
    """How much one account of a chat counts in learning."""
    if not chat.learned:
        return 0.0
    if chat.kind is Origin.ORDINARY:
        return SHARES[chat.kind] / accounts
    is_other_side = chat.expect is not Light.GREEN and not own
    return SHARES[chat.kind] * (OTHER_SIDE[chat.kind] if is_other_side else 1.0)


def _seen_in(clue: str, chats: Sequence[LabelledChat], rows: Sequence[AccountEvidence]) -> int:
    """Chats learned from that hold a clue."""
    return len({row.place for row in rows if chats[row.place].learned and row.amounts.get(clue, 0.0) > 0})


def _figures(chats: Sequence[LabelledChat], highest: Floats, lights: tuple[float, float]) -> tuple[SetFigures, ...]:
    by_set: dict[tuple[str, Light], list[float]] = defaultdict(list)
    for chat, decibans in zip(chats, highest.tolist(), strict=True):
        by_set[chat.belongs, chat.expect].append(decibans)
    return tuple(
        SetFigures(
            belongs,
            expect.word,
            chats=len(found),
            amber=sum(decibans >= lights[0] for decibans in found),
            red=sum(decibans >= lights[1] for decibans in found),
            median=float(np.median(found)),
        )
        for (belongs, expect), found in sorted(by_set.items())
    )


def _as_json(done: Weighing, source: str) -> str:
    content = {
        "learned_from": f"{source}; shrunk towards what each clue states",
        "clues": done.clues,
        "seen_in": {clue: done.seen_in[clue] for clue in done.clues},
        "stated": {clue: done.seen_in[clue] for clue in done.stated},
    }
    return json.dumps(content, indent=1) + "\n"
