"""Judges the product on cases, senders and conversations that it never learned from: lights, concern, and text model.

What no figure here can show: the children are adult decoys, the chats are of 2004-2016, mostly US English; there is no
real child, no sextortion, and no app of today in the corpora.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from belisha.errors import Unusable
from belisha.stream.models_in_use import models_in_use
from belisha.study.attack_figures import UnderAttack, under_attack
from belisha.study.chats_shown import (
    AS_IT_IS,
    GUESSED,
    ONE_STRING,
    UNKNOWN,
    WHOLE,
    Chat,
    shown,
    unnamed,
    with_turns,
)
from belisha.study.controls import Ablation, Control, ablations, controls
from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.light_figures import Borne, CaseLights, FalseLights, borne, case_lights, false_lights, strangers
from belisha.study.measures import SOON
from belisha.study.score_figures import Early, Reliability, Separation, decibans, early, reliabilities, separation
from belisha.study.text_figures import TextFigures, text_figures
from belisha.study.train import read
from belisha.study.watching import Told, Viewer, Watched

_STRINGS = 10  # drawn from each case: 6-40 messages joined to one string, as flat corpora have them


class Used(msgspec.Struct, frozen=True):
    """Chats of one source in one form that were shown."""

    source: str
    form: str
    label: bool
    learned: bool
    chats: int
    messages: int


class Evaluation(msgspec.Struct, frozen=True):
    """Everything that was measured (``docs/measured.md`` says what each part means).

    Attributes:
        version: of this layout.
        seed: of every choice.
        corpora: those that had something on the test side.
        model: the text model's file.
        weights: the file of the weights of clues.
        used: how much of each source was shown, in which form.
        ordinary: false lights per source; those marked ``learned`` are no figures about unseen talk.
        cases: how soon the light turned, and about whom.
        separations: the reading as a score.
        early: recall by the reading after few messages.
        borne: what each audience can bear, and what it gets.
        reliabilities: whether concern means what it says, at three base rates.
        ablations: without each family of clues.
        controls: in other dresses.
        attacked: written so that a program does not notice.
        text: the text model alone.
    """

    version: int
    seed: int
    corpora: tuple[str, ...]
    model: str
    weights: str
    used: tuple[Used, ...]
    ordinary: tuple[FalseLights, ...]
    cases: tuple[CaseLights, ...]
    separations: tuple[Separation, ...]
    early: tuple[Early, ...]
    borne: tuple[Borne, ...]
    reliabilities: tuple[Reliability, ...]
    ablations: tuple[Ablation, ...]
    controls: tuple[Control, ...]
    attacked: tuple[UnderAttack, ...]
    text: TextFigures


class Own(NamedTuple):
    """Files that an organisation learned itself; None for the shipped ones.

    Attributes:
        model: a text model that ``belisha train`` wrote.
        weights: weights of clues that ``belisha weigh`` wrote.
    """

    model: Path | None = None
    weights: Path | None = None

    def names(self) -> tuple[str, str]:
        """The files' names, or ``shipped``."""
        model, weights = ("shipped" if path is None else path.name for path in self)
        return model, weights


SHIPPED = Own()
"""What is judged unless something else is given."""


def evaluate(
    folder: Path, own: Own = SHIPPED, seed: int = 0, told: Told = lambda _what, _done, _all: None
) -> Evaluation:
    """Judges the product as it runs, with what is shipped or what is given.

    Args:
        folder: where the corpora lie; those that are missing are left out.
        own: the text model and the weights to judge.
        seed: of every choice: which chats, where flat strings are cut, resampling.
        told: told what is being done, how much of it is done, and how much there is.

    Raises:
        Unusable: when the folder holds no case or no ordinary chat on the test side, or a file cannot be read.
    """
    told("reading the corpora", 0, 1)
    names, conversations = read(folder, set(Side), seed)
    unseen = [each for each in conversations if each.side is Side.TEST]
    if {each.label for each in unseen} != {False, True}:
        raise Unusable(f"{folder} has no case, or no ordinary chat, that is kept for judging: more of them are needed")
    with models_in_use(*own) as model:
        told("judging the text model", 0, 1)
        text = text_figures(unseen, model, seed)
        return _judge(conversations, text, (names, own), seed, Viewer(told))


def _judge(
    conversations: Sequence[LabelledConversation],
    text: TextFigures,
    files: tuple[tuple[str, ...], Own],
    seed: int,
    viewer: Viewer,
) -> Evaluation:
    chats = shown(conversations, seed)
    ordinary = viewer.look(chats.ordinary, "ordinary chats")
    nameless = [with_turns(c, unnamed(c.turns), f"{c.form}, speakers unknown") for c in chats.cases if c.form == WHOLE]
    whole = [chat for chat in chats.cases if chat.form == WHOLE] or chats.cases
    cases = viewer.look(chats.cases, "cases")
    unknown = viewer.look(nameless, "cases, speakers unknown")
    ablated = [each for each in cases if each.chat.form == WHOLE] or cases
    return Evaluation(
        version=2,
        seed=seed,
        corpora=files[0],
        model=files[1].names()[0],
        weights=files[1].names()[1],
        used=_used([*ordinary, *cases, *unknown]),
        ordinary=false_lights(ordinary, viewer.audiences, chats.available),
        cases=(
            *case_lights(cases, strangers(ordinary), viewer.audiences),
            *case_lights(unknown, strangers(ordinary, UNKNOWN), viewer.audiences),
        ),
        separations=tuple(_separations(cases, unknown, ordinary, viewer, seed)),
        early=early(_by_form([*cases, *unknown]), _stretches(strangers(ordinary), viewer), seed),
        borne=borne(viewer.audiences, _natural(ordinary), strangers(ordinary)),
        reliabilities=reliabilities(cases, _natural(ordinary)),
        ablations=ablations(ablated, _natural(ordinary), viewer),
        controls=controls(whole, ordinary, viewer, seed),
        attacked=under_attack(whole, viewer, seed),
        text=text,
    )


def _natural(ordinary: Sequence[Watched]) -> list[Watched]:
    """Unseen ordinary chats, each conversation once, in the form that is nearest to a chat."""
    return [each for each in ordinary if not each.chat.learned and each.chat.form in (AS_IT_IS, GUESSED)]


def _by_form(cases: Sequence[Watched]) -> dict[str, list[Watched]]:
    forms = dict.fromkeys(each.chat.form for each in cases)
    return {form: [each for each in cases if each.chat.form == form] for form in forms}


def _separations(
    cases: Sequence[Watched], unknown: Sequence[Watched], ordinary: Sequence[Watched], viewer: Viewer, seed: int
) -> Iterator[Separation]:
    def alone(members: Sequence[Watched]) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
        return [decibans([each]) for each in members]

    met = strangers(ordinary)
    for form, members in _by_form(cases).items():
        yield separation(f"cases ({form}) against strangers", alone(members), alone(met), seed)
        yield separation(f"cases ({form}) against all ordinary chats", alone(members), alone(_natural(ordinary)), seed)
    if unknown:
        theirs = alone(strangers(ordinary, UNKNOWN))
        yield separation("whole chats against strangers, speakers unknown", alone(unknown), theirs, seed)
    flat = [each for each in ordinary if each.chat.form == ONE_STRING and not each.chat.learned]
    if flat:
        strings = [viewer.look(each, "cases as one string") for each in _strings([w.chat for w in cases], seed)]
        ours = [decibans(each) for each in strings]
        yield separation("6-40 messages of cases against strangers, each as one string", ours, alone(flat), seed)


def _strings(chats: Sequence[Chat], seed: int) -> Iterator[list[Chat]]:
    chance = np.random.default_rng(seed)
    for chat in chats:
        drawn = []
        for number, size in enumerate(chance.integers(6, 41, _STRINGS)):
            start = int(chance.integers(0, max(1, len(chat.turns) - size + 1)))
            text = " ".join(turn.text for turn in chat.turns[start : start + size])
            drawn.append(
                with_turns(msgspec.structs.replace(chat, id=f"{chat.id} {number}"), [Turn(None, text)], ONE_STRING)
            )
        yield drawn


def _stretches(met: Sequence[Watched], viewer: Viewer) -> dict[int, list[list[Watched]]]:
    """Ordinary chats of strangers cut into stretches of each length, each watched from its beginning."""
    result: dict[int, list[list[Watched]]] = {}
    for size in SOON:
        tiles = [_tiles(each.chat, size) for each in met]
        watched = iter(viewer.look([tile for group in tiles for tile in group], f"ordinary stretches of {size}"))
        result[size] = [[next(watched) for _ in group] for group in tiles]
    return result


def _tiles(chat: Chat, size: int) -> list[Chat]:
    starts = range(0, max(1, len(chat.turns) - size + 1), size)
    return [
        msgspec.structs.replace(chat, id=f"{chat.id} {start}", turns=chat.turns[start : start + size])
        for start in starts
    ]


def _used(watched: Sequence[Watched]) -> tuple[Used, ...]:
    groups: dict[tuple[str, str, bool, bool], list[Chat]] = {}
    for each in watched:
        chat = each.chat
        groups.setdefault((chat.source, chat.form, chat.label, chat.learned), []).append(chat)
    return tuple(
        Used(*key, len(members), sum(len(chat.turns) for chat in members)) for key, members in sorted(groups.items())
    )
