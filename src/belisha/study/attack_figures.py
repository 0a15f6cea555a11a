"""How many lights are still turned when somebody writes around the detector (``attacks``)."""

from collections.abc import Sequence

import msgspec
import numpy as np

from belisha.model import Light
from belisha.study.attacks import ATTACKS, attacked
from belisha.study.chats_shown import Chat
from belisha.study.light_figures import Rate, rate
from belisha.study.watching import Viewer, Watched

OPENING = 200
"""Messages of each chat that are rewritten and shown."""
MOST_CHATS = 60


class UnderAttack(msgspec.Struct, frozen=True):
    """Chats of concern under one attack.

    Attributes:
        attack: its name, or ``as they are``.
        amber: chats that moderators are shown amber or red for, of those that they are shown it for as they are.
        red: the same for red.
        median: decibans of the median chat.
    """

    attack: str
    amber: Rate
    red: Rate
    median: float


def under_attack(chats: Sequence[Chat], viewer: Viewer, seed: int) -> tuple[UnderAttack, ...]:
    """The chats as they are, then under each attack; each attack draws from its own stream of the seed.

    Of more than ``MOST_CHATS`` only the first are rewritten: sixteen looks at each take their time.
    """
    openings = [msgspec.structs.replace(chat, turns=chat.turns[:OPENING]) for chat in chats[:MOST_CHATS]]
    plain = viewer.look(openings, "attacks: as they are")
    figures = [_figures("as they are", plain, plain)]
    for number, attack in enumerate(ATTACKS):
        chance = np.random.default_rng([seed, number])
        rewritten = [attacked(chat, attack, chance) for chat in openings]
        figures.append(_figures(attack.name, viewer.look(rewritten, f"attacks: {attack.name}"), plain))
    return tuple(figures)


def _figures(name: str, watched: Sequence[Watched], plain: Sequence[Watched]) -> UnderAttack:
    return UnderAttack(
        attack=name,
        amber=_kept(watched, plain, Light.AMBER),
        red=_kept(watched, plain, Light.RED),
        median=float(np.median([each.lights.decibans for each in watched])),
    )


def _kept(watched: Sequence[Watched], plain: Sequence[Watched], light: Light) -> Rate:
    reached = [each for each, before in zip(watched, plain, strict=True) if before.lights.at("moderators", light)]
    return rate(sum(each.lights.at("moderators", light) is not None for each in reached), len(reached))
