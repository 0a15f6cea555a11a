"""Judges the text model on cases, senders and conversations that it never learned from.

What no figure here can show: the children are adult decoys, the chats are of 2004-2016, mostly US English; there is no
real child, no sextortion, and no app of today in the corpora.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.stream.likeness import Likeness
from belisha.study.corpora import LabelledConversation
from belisha.study.measures import (
    PANC_SHARE,
    SOON,
    Interval,
    auc,
    average_precision,
    bootstrap,
    f_beta,
    f_latency,
    precision_at,
    recall_at,
    threshold_at,
    warned_after,
)
from belisha.study.windows import LONGEST, ORDER_GUESSED, SHORTEST, Material, Talk, gather, is_flat
from belisha.tactic_model import TacticModel
from belisha.text import readings
from belisha.text_model import Scores, TextModel

Floats = npt.NDArray[np.float64]
Statistic = Callable[[Floats, Floats], float]

_WINDOW = 50  # messages that PANC's running window holds
_A_CASE = 10  # stretches of each case


class Separation(msgspec.Struct, frozen=True):
    """How well cases and ordinary conversations are told apart."""

    cases: int
    ordinary: int
    auc: Interval
    average_precision: Interval
    recall_at_1_percent: Interval
    recall_at_02_percent: Interval


class Early(msgspec.Struct, frozen=True):
    """What share of cases is, so early, above the score that 1 % of ordinary stretches of that length exceed."""

    messages: int
    opening: Interval | None  # whole chats in their true order, from their first message; None where there are none
    opening_woven: Interval | None  # the openings of unseen cases whose order had to be guessed
    anywhere: Interval | None  # the same number of messages from anywhere in an unseen case


class Running(msgspec.Struct, frozen=True):
    """PANC's protocol: a window of 50 messages, a warning once 5 of the last 10 windows are above the threshold."""

    chats: int
    warned: float
    false_warned: float  # share of ordinary conversations
    median_messages: float | None
    f_one: float  # at PANC's share of grooming
    f_latency: float


class SourceAlarms(msgspec.Struct, frozen=True):
    """Ordinary stretches of one source above the threshold."""

    source: str
    stretches: int
    above: float


class Leads(msgspec.Struct, frozen=True):
    """Who of the two grooms, by the role sum."""

    lines: int  # of one speaker
    alone: float  # share of single speakers told right
    pair: float  # share of pairs in which the groomer's log-odds are the greater


class TextFigures(msgspec.Struct, frozen=True):
    """Everything measured of the text model alone; held-out cases and conversations only."""

    model: dict[str, str]
    threshold: float  # natural log-odds that 1 % of the stretches of unseen ordinary chats of strangers exceed
    flat: Separation | None  # PAN 2012 style: one string each, cases of 6-40 messages; None without flat strings
    flat_same_length: Separation | None  # the same, each case's string as long as that of an ordinary conversation
    early: tuple[Early, ...]
    running: Running
    ordinary: tuple[SourceAlarms, ...]
    leads: tuple[Leads, ...]


class _Judge:
    """The held-out material with the model's sums of every message."""

    def __init__(self, model: TextModel, material: Material, seed: int) -> None:
        self.model = model
        self.texts = material.texts
        self.chance = np.random.default_rng(seed)
        self._read = Likeness(model, TacticModel.load())
        scores = self.scores(material.texts)
        self.likeness, self.mass, self.role = scores.likeness, scores.mass, scores.role

    def stretch(self, places: npt.NDArray[np.int64]) -> float:
        return self.model.stretch(float(self.likeness[places].sum()), float(self.mass[places].sum()))

    def leads(self, places: npt.NDArray[np.int64]) -> float:
        return self.model.leads(float(self.role[places].sum()), float(self.mass[places].sum()))

    def scores(self, texts: Sequence[str]) -> Scores:
        return self._read.score(texts, [readings(text)[0].text for text in texts])

    def flat(self, texts: Sequence[str]) -> Floats:
        """Log-odds of whole conversations, one string each."""
        scores = self.scores(texts)
        return np.array([self.model.stretch(*sums) for sums in zip(scores.likeness, scores.mass, strict=True)])

    def somewhere(self, talk: Talk, size: int) -> npt.NDArray[np.int64]:
        start = int(self.chance.integers(0, max(1, len(talk.places) - size + 1)))
        return talk.places[start : start + size]

    def tiles(self, talk: Talk, size: int) -> Floats:
        """Log-odds of the stretches of this size, one after the other, that fill the talk; a short talk is one."""
        starts = range(0, max(1, len(talk.places) - size + 1), size)
        return np.array([self.stretch(talk.places[start : start + size]) for start in starts])


def text_figures(conversations: Sequence[LabelledConversation], model: TextModel, seed: int) -> TextFigures:
    """Judge the model on these conversations, none of which it may have learned from."""
    material = gather(conversations, seed)
    judge = _Judge(model, material, seed)
    cases = [talk for talk in material.talks if talk.label]
    others = [talk for talk in material.talks if not talk.label]
    sources = _flat_sources(conversations)
    flat = [" ".join(turn.text for turn in one.turns) for one in conversations if one.source in sources]
    strangers = [talk for talk in others if talk.source in sources] or others
    threshold = threshold_at(
        np.concatenate([judge.tiles(talk, size) for talk in strangers for size in SOON]),
        0.01,
    )
    return TextFigures(
        model=dict(model.header.made_with),
        threshold=threshold,
        flat=_flat(judge, cases, flat, seed) if flat else None,
        flat_same_length=_flat_same_length(judge, cases, flat, seed) if flat else None,
        early=tuple(_early(judge, cases, strangers, size, seed) for size in SOON),
        running=_running(judge, cases, strangers, threshold),
        ordinary=_ordinary(judge, others, threshold),
        leads=tuple(_leads(judge, cases, lines) for lines in (5, 10, 30)),
    )


def _flat_sources(conversations: Sequence[LabelledConversation]) -> set[str]:
    """The sources whose ordinary chats are flat strings: strangers, in all that is known so far."""
    ordinary = [one for one in conversations if not one.label]
    flat = Counter(one.source for one in ordinary if len(one.turns) == 1 and is_flat(one.turns[0]))
    every = Counter(one.source for one in ordinary)
    return {source for source, count in flat.items() if count > every[source] / 2}


def _separation(positive: Sequence[Floats], negative: Sequence[Floats], seed: int) -> Separation:
    def measured(statistic: Statistic) -> Interval:
        return bootstrap(statistic, positive, negative, seed)

    return Separation(
        cases=len(positive),
        ordinary=len(negative),
        auc=measured(auc),
        average_precision=measured(average_precision),
        recall_at_1_percent=measured(lambda ours, theirs: recall_at(ours, theirs, 0.01)),
        recall_at_02_percent=measured(lambda ours, theirs: recall_at(ours, theirs, 0.002)),
    )


def _flat(judge: _Judge, cases: Sequence[Talk], flat: Sequence[str], seed: int) -> Separation:
    """Cases' stretches of 6-40 messages joined to one string each, against whole ordinary conversations."""
    positive = [
        judge.flat(
            [
                " ".join(judge.texts[k] for k in judge.somewhere(talk, size))
                for size in judge.chance.integers(6, 41, _A_CASE)
            ]
        )
        for talk in cases
    ]
    return _separation(
        positive,
        list(judge.flat(flat)[:, None]),
        seed,
    )


def _flat_same_length(judge: _Judge, cases: Sequence[Talk], flat: Sequence[str], seed: int) -> Separation:
    """The same, but each stretch is as many characters long as an ordinary conversation drawn by chance."""
    positive: list[Floats] = []
    for talk in cases:
        whole = " ".join(judge.texts[k] for k in talk.places)
        sizes = [len(flat[k]) for k in judge.chance.integers(0, len(flat), _A_CASE)]
        starts = [int(judge.chance.integers(0, max(1, len(whole) - size))) for size in sizes]
        positive.append(judge.flat([whole[start : start + size] for start, size in zip(starts, sizes, strict=True)]))
    return _separation(positive, list(judge.flat(flat)[:, None]), seed)


def _early(
    judge: _Judge,
    cases: Sequence[Talk],
    strangers: Sequence[Talk],
    size: int,
    seed: int,
) -> Early:
    negative = [judge.tiles(talk, size) for talk in strangers]

    def recall(positive: Sequence[Floats]) -> Interval | None:
        if not positive:
            return None
        return bootstrap(lambda ours, theirs: recall_at(ours, theirs, 0.01), positive, negative, seed)

    ordered = [talk for talk in cases if ORDER_GUESSED not in talk.source]
    guessed = [talk for talk in cases if ORDER_GUESSED in talk.source]
    return Early(
        messages=size,
        opening=recall([np.array([judge.stretch(talk.places[:size])]) for talk in ordered]),
        opening_woven=recall([np.array([judge.stretch(talk.places[:size])]) for talk in guessed]),
        anywhere=recall(
            [np.array([judge.stretch(judge.somewhere(talk, size)) for _ in range(_A_CASE)]) for talk in cases]
        ),
    )


def _running(judge: _Judge, cases: Sequence[Talk], strangers: Sequence[Talk], threshold: float) -> Running:
    def after(talk: Talk) -> int | None:
        ends = range(1, len(talk.places) + 1)
        return warned_after(
            [judge.stretch(talk.places[max(0, end - _WINDOW) : end]) for end in ends],
            threshold,
        )

    ordered = [talk for talk in cases if ORDER_GUESSED not in talk.source]
    latencies = [latency for latency in map(after, ordered) if latency is not None]
    warned = len(latencies) / max(1, len(ordered))
    false = sum(after(talk) is not None for talk in strangers) / max(1, len(strangers))
    f_one = f_beta(precision_at(warned, false, PANC_SHARE), warned, 1.0)
    return Running(
        chats=len(ordered),
        warned=warned,
        false_warned=false,
        median_messages=float(np.median(latencies)) if latencies else None,
        f_one=f_one,
        f_latency=f_latency(f_one, latencies),
    )


def _ordinary(judge: _Judge, others: Sequence[Talk], threshold: float) -> tuple[SourceAlarms, ...]:
    """Per source: stretches of each length from 3 to 60 messages, one after the other."""
    scores: dict[str, list[Floats]] = defaultdict(list)
    for talk in others:
        for size in (SHORTEST, *SOON[:3], LONGEST):
            scores[talk.source].append(judge.tiles(talk, size))
    joined = {source: np.concatenate(parts) for source, parts in sorted(scores.items())}
    return tuple(SourceAlarms(source, len(all_), float((all_ > threshold).mean())) for source, all_ in joined.items())


def _leads(judge: _Judge, cases: Sequence[Talk], lines: int) -> Leads:
    alone: list[bool] = []
    pair: list[bool] = []
    for talk in cases:
        groomer, other = talk.places[talk.by_groomer], talk.places[~talk.by_groomer]
        for _ in range(_A_CASE):
            if min(len(groomer), len(other)) < lines:
                break
            start = judge.chance.random()  # both speakers at the same part of the chat
            ours, theirs = (judge.leads(own[int(start * (len(own) - lines)) :][:lines]) for own in (groomer, other))
            alone += [ours > 0, theirs < 0]
            pair.append(ours > theirs)
    return Leads(
        lines,
        float(np.mean(alone)) if alone else 0.0,
        float(np.mean(pair)) if pair else 0.0,
    )
