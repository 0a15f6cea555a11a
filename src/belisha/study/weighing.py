"""Learns from chats what each clue weighs, what sums of clues mean, and from where lights are shown.

The chats are the invented scenes, and chats of the corpora, each read with a text model that has not met it. Written is
the file that ``belisha.weights`` reads. Clues that too few chats hold keep what they state, and are listed under
``stated``; clues that look over many chats are not learned either. Meaning and thresholds are derived from chats whose
own fold the weights were not learned from.
"""

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np

from belisha import plugins
from belisha.clues import Clue
from belisha.concern.weigh import COMBINATION, HASTE, ONE_FAMILY_LIMIT, STARTING_POINT, UNKNOWN_SPEAKERS
from belisha.errors import Unusable
from belisha.lights import Audience
from belisha.model import Family, Light
from belisha.stream.models_in_use import models_in_use
from belisha.study.account_evidence import (
    LONGEST,
    AccountEvidence,
    LabelledChat,
    Origin,
    corpora_as_chats,
    course,
    learned_rows,
    scenes_as_chats,
    with_empty,
)
from belisha.study.calibrating import Known, calibrated
from belisha.study.corpora import LabelledConversation, Side
from belisha.study.fitting import need_scipy
from belisha.study.light_thresholds import Harmless, Threshold, thresholds
from belisha.study.train import read
from belisha.study.unmet import FOLDS, unmet_models
from belisha.study.watching import Told, Viewer, Watched
from belisha.study.weight_fitting import Accounts, Floats, Stated, fit, readings
from belisha.weights import Weights
from belisha.whole_file import whole_file

MOMENTS = (5, 10, 20, 40, 80)
"""Messages after which a chat is looked at, beside its end, to learn what sums mean: people look while it goes on."""
FEWEST_CHATS = 8
"""Chats that must hold a clue before its weight is learned."""
SHARES = {Origin.TAUGHT: 0.35, Origin.SCENES: 1.0, Origin.CASES: 0.3, Origin.ORDINARY: 0.6}
"""How much an account of each kind of chat counts. The tactic model knows the scenes that taught it too well, cases of
the corpora are of one kind, and an ordinary chat counts once, however many accounts are in it."""
OTHER_SIDE = {Origin.TAUGHT: 0.3, Origin.SCENES: 0.3, Origin.CASES: 0.1}
"""The share of that for the other side of a chat of concern, for whom no light is wanted."""


STRANGERS = ("pan12", "panc", "convai2", "twitter")
"""Sources of chats between people who do not know each other, by the beginning of their names."""
FULL_SOURCE = 100
"""Chats from which a source counts as much as any other in meaning and thresholds; below, each chat counts alike."""
AIMED_AT = (0.0, 13.8)
"""Decibans summed up at which the weights are made to turn amber and red: even odds, and 24 to 1."""


class SetFigures(msgspec.Struct, frozen=True):
    """Chats of one set and expected light.

    Attributes:
        belongs: the set.
        expect: the light that a moderator should see.
        chats: how many.
        amber, red: how many reach that light for moderators, red counted in both.
        median: decibans summed up of the median chat, at their highest.
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
        stated: clues that keep what they state: seen in fewer than ``FEWEST_CHATS``, and likeness.
        seen_in: chats learned from that hold each clue.
        calibration: what sums mean, as ``belisha.weights`` reads it.
        thresholds: from where lights are shown.
        sets: how the chats come out, each weighed without its own fold; scenes are weighed with all.
        file: where the weights were written.
    """

    clues: dict[str, float]
    stated: tuple[str, ...]
    seen_in: dict[str, int]
    calibration: tuple[tuple[float, float], ...]
    thresholds: tuple[Threshold, ...]
    sets: tuple[SetFigures, ...]
    file: str


def weigh_clues(
    text: Path, corpora: Path, out: Path, seed: int = 0, told: Told = lambda _what, _done, _all: None
) -> Weighing:
    """Learns weights, meaning and thresholds, and writes them.

    Args:
        text: the folder with the invented text.
        corpora: the folder with the labelled corpora.
        out: the file to write.
        seed: of the choice among chats of the corpora.
        told: told what is being done, and how many messages have been looked at.

    Raises:
        Unusable: without scipy, or when one of the folders holds nothing to learn from.
    """
    need_scipy()
    chats = scenes_as_chats(text)
    if not chats:
        raise Unusable(f"{text} holds no scenes: name the folder 'training' of Belisha's repository")
    names, conversations = read(corpora, set(Side), seed)
    chats += corpora_as_chats(conversations, seed)
    watched = _watched(chats, conversations, seed, told)
    done = learn(chats, course(watched), plugins.find("belisha.lights", Audience))
    source = f"scenes of {text.name}, train and validation sides of {', '.join(names)}; seed {seed}"
    with whole_file(out) as stream:
        stream.write(_as_json(done, source))
    return msgspec.structs.replace(done, file=str(out))


def _watched(
    chats: Sequence[LabelledChat], conversations: Sequence[LabelledConversation], seed: int, told: Told
) -> list[Watched]:
    """What the product sees in each chat, with a text model that has not met it."""
    found: dict[int, Watched] = {}
    with TemporaryDirectory() as folder:
        models = unmet_models(conversations, Path(folder), seed, lambda step: told(step, 0, 1))
        for fold, file in models:
            places = [place for place, chat in enumerate(chats) if chat.fold == fold]
            with models_in_use(file):
                watched = Viewer(told).look([chats[place].chat for place in places], "looking at chats")
            found.update(zip(places, watched, strict=True))
    return [found[place] for place in range(len(chats))]


def learn(chats: Sequence[LabelledChat], rows: Sequence[AccountEvidence], audiences: Sequence[Audience]) -> Weighing:
    """Weights from what was seen, what their sums mean, and from where that turns lights."""
    clues = [Stated(clue.name, clue.family, clue.decibans) for clue in plugins.find("belisha.clues", Clue)]
    seen_in = {clue.name: _seen_in(clue.name, chats, rows) for clue in clues}
    # Likeness is learned already: what the text model says is a weight of evidence.
    fixed = [seen_in[clue.name] < FEWEST_CHATS or clue.family is Family.LIKENESS for clue in clues]
    learned_from = with_empty(chats, learned_rows(rows))
    everything = as_accounts(clues, chats, rows)
    summed = np.full(len(rows), STARTING_POINT)

    def fitted(without: int | None) -> Floats:
        left_out = {place for place, chat in enumerate(chats) if chat.fold == without} if without is not None else set()
        kept = [row for row in learned_from if row.place not in left_out]
        weights = fit(clues, as_accounts(clues, chats, kept), AIMED_AT, fixed)
        return np.where(fixed, [clue.decibans for clue in clues], np.round(weights, 1))

    weights = fitted(None)
    for fold in (None, *range(FOLDS)):
        chosen = np.array([chats[row.place].fold == fold for row in rows], dtype=np.bool_)
        if chosen.any():
            summed[chosen] = readings(weights if fold is None else fitted(fold), clues, everything.some(chosen))
    highest = _highest(chats, rows, summed)
    points, found = _meaning(chats, highest, audiences)
    return Weighing(
        clues={clue.name: float(weights[k]) for k, clue in enumerate(clues) if not fixed[k]},
        stated=tuple(clue.name for k, clue in enumerate(clues) if fixed[k]),
        seen_in=seen_in,
        calibration=points,
        thresholds=found,
        sets=_figures(chats, highest[-1], Weights(calibration=points), found),
        file="",
    )


def _highest(chats: Sequence[LabelledChat], rows: Sequence[AccountEvidence], summed: Floats) -> Floats:
    """Highest sum of each chat after each of ``MOMENTS``, and at its end; shape ``(moments + 1, chats)``."""
    place, index = np.array([row.place for row in rows], np.int64), np.array([row.index for row in rows], np.int64)
    highest = np.full((len(MOMENTS) + 1, len(chats)), STARTING_POINT)
    for number, most in enumerate((*MOMENTS, LONGEST)):
        read = index <= most
        np.maximum.at(highest[number], place[read], summed[read])
    return highest


def _meaning(
    chats: Sequence[LabelledChat], highest: Floats, audiences: Sequence[Audience]
) -> tuple[tuple[tuple[float, float], ...], tuple[Threshold, ...]]:
    """What sums meant in chats of the corpora, and thresholds from the ordinary ones; the test side stays out."""
    places = [place for place, chat in enumerate(chats) if chat.fold is not None]
    sources = [chats[place].chat.source for place in places]
    case = np.array([chats[place].kind is Origin.CASES for place in places], dtype=np.bool_)
    weight = np.array([1.0 / max(FULL_SOURCE, sources.count(source)) for source in sources])
    lengths = np.array([len(chats[place].chat.turns) for place in places])
    looked = np.array([*(lengths > most for most in MOMENTS), lengths > 0])
    share = looked * weight / looked.sum(0)
    known = Known(highest[:, places][looked], np.broadcast_to(case, looked.shape)[looked], share[looked])
    points = calibrated(known)
    meaning = Weights(calibration=points)
    met = np.array([source.startswith(STRANGERS) for source in sources], dtype=np.bool_)
    meant = np.array([meaning.meant(summed) for summed in highest[-1, places].tolist()])
    harmless = Harmless(meant[~case], weight[~case], met[~case])
    return points, thresholds(audiences, harmless, meaning.meant(ONE_FAMILY_LIMIT))


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
        start=STARTING_POINT + np.array([UNKNOWN_SPEAKERS if row.about is None else 0.0 for row in rows]),
        bonus=COMBINATION + np.array([HASTE if row.hasty else 0.0 for row in rows]),
        expect=np.array([int(chats[row.place].expect) if row.own else 0 for row in rows]),
        weight=np.array([_counts(chats[row.place], int(in_chat[row.place]), own=row.own) for row in rows]),
    )


def as_decibans(concern: float) -> float:
    """A concern between 0 and 1 as log-odds in decibans."""
    return 10.0 * math.log10(concern / (1.0 - concern))


def _counts(chat: LabelledChat, rows: int, *, own: bool) -> float:
    """How much one row of a chat counts in learning."""
    if not chat.learned:
        return 0.0
    if chat.kind is Origin.ORDINARY:
        return SHARES[chat.kind] / rows
    is_other_side = chat.expect is not Light.GREEN and not own
    return SHARES[chat.kind] * (OTHER_SIDE[chat.kind] if is_other_side else 1.0)


def _seen_in(clue: str, chats: Sequence[LabelledChat], rows: Sequence[AccountEvidence]) -> int:
    """Chats learned from that hold a clue."""
    return len({row.place for row in rows if chats[row.place].learned and row.amounts.get(clue, 0.0) > 0})


def _figures(
    chats: Sequence[LabelledChat], highest: Floats, meaning: Weights, found: Sequence[Threshold]
) -> tuple[SetFigures, ...]:
    lights = [as_decibans(each.concern) for each in found if each.audience == "moderators"]
    by_set: dict[tuple[str, Light], list[float]] = defaultdict(list)
    for chat, decibans in zip(chats, highest.tolist(), strict=True):
        by_set[chat.belongs, chat.expect].append(decibans)
    return tuple(
        SetFigures(
            belongs,
            expect.word,
            chats=len(members),
            amber=sum(meaning.meant(decibans) >= lights[0] for decibans in members),
            red=sum(meaning.meant(decibans) >= lights[1] for decibans in members),
            median=float(np.median(members)),
        )
        for (belongs, expect), members in sorted(by_set.items())
    )


def _as_json(done: Weighing, source: str) -> str:
    lights: dict[str, dict[str, float]] = defaultdict(dict)
    for each in done.thresholds:
        lights[each.audience][each.light] = each.concern
    content = {
        "learned_from": f"{source}; shrunk towards what each clue states",
        "clues": done.clues,
        "calibration": done.calibration,
        "lights": lights,
        "seen_in": {clue: done.seen_in[clue] for clue in done.clues},
        "stated": {clue: done.seen_in[clue] for clue in done.stated},
        "thresholds": [msgspec.to_builtins(each) for each in done.thresholds],
    }
    return json.dumps(content, indent=1) + "\n"
