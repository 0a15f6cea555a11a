"""What the product rests on: families of clues left out, and cases and ordinary chats dressed as something else.

A detector that knew the layout, the length or the order of a corpus instead of what is said would show it here.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np

from belisha.model import Family, Light
from belisha.study.chats_shown import Chat, cut, in_turn, unnamed, with_turns
from belisha.study.corpora import Turn
from belisha.study.light_figures import Rate, rate, strangers
from belisha.study.measures import Interval, bootstrap, recall_at
from belisha.study.score_figures import decibans
from belisha.study.watching import Lights, Viewer, Watched, reweighed

OPENING = 200  # messages of each case that the controls are run on
LIGHTS = ((("children", Light.AMBER)), ("moderators", Light.AMBER), ("moderators", Light.RED))
_PACE = 1 / 3  # minutes between messages where times are invented

Dress = Callable[[Chat, np.random.Generator], Sequence[Turn]]


class Control(msgspec.Struct, frozen=True):
    """Chats in one dress.

    Attributes:
        name: what was changed.
        shows: what it shows when nothing changes.
        chats: how many.
        turned: chats that each of three lights was shown for, by ``audience light``.
        median: decibans of the median chat.
        recall: at 1 % of ordinary chats of strangers; None for ordinary chats.
        right_speaker: of the cases that moderators were shown a light for, where the dress keeps speakers.
    """

    name: str
    shows: str
    chats: int
    turned: dict[str, Rate]
    median: float
    recall: Interval | None
    right_speaker: Rate | None


class Ablation(msgspec.Struct, frozen=True):
    """One family of clues left out.

    Attributes:
        family: which; ``nothing`` for the product as it is.
        cases: shown each of three lights, by ``audience light``.
        ordinary: the same for unseen ordinary chats.
        recall: at 1 % of the ordinary chats of strangers.
        median: messages until moderators were shown amber, None if never.
    """

    family: str
    cases: dict[str, Rate]
    ordinary: dict[str, Rate]
    recall: float
    median: float | None


def ablations(cases: Sequence[Watched], ordinary: Sequence[Watched], viewer: Viewer) -> tuple[Ablation, ...]:
    """The product without each family of clues in turn."""
    unseen = [each for each in ordinary if not each.chat.learned]
    result = []
    for number, family in enumerate((None, *Family)):
        viewer.told("leaving out families of clues", number, len(Family))
        result.append(_without(family, cases, unseen, viewer))
    return tuple(result)


def _without(family: Family | None, cases: Sequence[Watched], ordinary: Sequence[Watched], viewer: Viewer) -> Ablation:
    def again(members: Iterable[Watched]) -> list[Lights]:
        return [reweighed(each, viewer.audiences, lambda sighting: sighting.family is not family) for each in members]

    ours, theirs, chance_met = again(cases), again(ordinary), again(strangers(ordinary))
    after = [lights.at("moderators", Light.AMBER) for lights in ours]
    reached = [index for index in after if index is not None]
    return Ablation(
        family="nothing" if family is None else family.value,
        cases=_turned(ours),
        ordinary=_turned(theirs),
        recall=recall_at(
            np.array([lights.decibans for lights in ours]), np.array([lights.decibans for lights in chance_met]), 0.01
        ),
        median=float(np.median(reached)) if reached else None,
    )


def _turned(members: Sequence[Lights]) -> dict[str, Rate]:
    return {
        f"{audience} {light.word}": rate(sum(each.at(audience, light) is not None for each in members), len(members))
        for audience, light in LIGHTS
    }


def controls(cases: Sequence[Chat], ordinary: Sequence[Watched], viewer: Viewer, seed: int) -> tuple[Control, ...]:
    """Whole chats of cases in several dresses, and ordinary chats of strangers in that of a case."""
    met = strangers(ordinary)
    lengths = [len(each.chat.turns) for each in met]
    openings = [msgspec.structs.replace(chat, turns=chat.turns[:OPENING]) for chat in cases]
    result = []
    for number, (name, shows, dress) in enumerate(_dresses(lengths)):
        chance = np.random.default_rng([seed, number])
        dressed = [with_turns(chat, dress(chat, chance), name) for chat in openings]
        watched = viewer.look(dressed, f"controls: {name}")
        result.append(_control(name, shows, watched, met, seed))
    timed = [with_turns(each.chat, _timed(each.chat), "dressed as a case") for each in met]
    shows = "times alone raise no concern"
    result.append(_control("ordinary chats of strangers, as they are", "", met, None, seed))
    watched = viewer.look(timed, "controls: ordinary chats with times")
    result.append(
        _control("source swapped, ordinary chats of strangers with times as in cases", shows, watched, None, seed)
    )
    return tuple(result)


def _dresses(lengths: Sequence[int]) -> list[tuple[str, str, Dress]]:
    """Every dress of a case: its name, what it shows when nothing changes, and how it is made."""
    return [
        (f"the first {OPENING} messages, as they are", "", lambda chat, _: chat.turns),
        (
            "as short as ordinary chats of strangers",
            "length gives nothing away",
            lambda chat, chance: chat.turns[: int(chance.choice(lengths))],
        ),
        ("speakers exchanged", "the subject follows the words, not the place", lambda chat, _: _exchanged(chat)),
        (
            "messages shuffled",
            "order matters little to the sum, more to how soon",
            lambda chat, chance: [chat.turns[place] for place in chance.permutation(len(chat.turns))],
        ),
        ("without times", "clocks carry little", lambda chat, _: _untimed(chat.turns)),
        ("speakers unknown", "what a chat without names still gives", lambda chat, _: unnamed(chat.turns)),
        (
            "source swapped, laid out as the ordinary chats: cut anew, speakers unknown",
            "the layout of the source gives nothing away",
            lambda chat, chance: cut(chat.turns, chance),
        ),
        (
            "source swapped, laid out as the ordinary chats: cut anew, two guessed speakers",
            "the same, against the same guess",
            lambda chat, chance: in_turn(cut(chat.turns, chance)),
        ),
    ]


def _control(
    name: str, shows: str, watched: Sequence[Watched], against: Sequence[Watched] | None, seed: int
) -> Control:
    recall = None
    if against is not None:
        theirs = list(decibans(against)[:, None])
        ours = list(decibans(watched)[:, None])
        recall = bootstrap(lambda positive, negative: recall_at(positive, negative, 0.01), ours, theirs, seed)
    speakers = {turn.speaker for each in watched for turn in each.chat.turns}
    named = [each for each in watched if each.lights.at("moderators", Light.AMBER) is not None]
    keeps = against is not None and all(each.chat.groomer in speakers for each in watched)
    return Control(
        name=name,
        shows=shows,
        chats=len(watched),
        turned=_turned([each.lights for each in watched]),
        median=float(np.median(decibans(watched))),
        recall=recall,
        right_speaker=rate(sum(_is_right(each) for each in named), len(named)) if keeps else None,
    )


def _is_right(each: Watched) -> bool:
    """Whether the reading is about whoever says the groomer's words in this dress."""
    is_exchanged = each.chat.form == "speakers exchanged"
    return (each.lights.about == each.chat.groomer) is not is_exchanged and each.lights.about is not None


def _exchanged(chat: Chat) -> list[Turn]:
    names = sorted({turn.speaker for turn in chat.turns if turn.speaker is not None})
    other = dict(zip(names, reversed(names), strict=True))
    return [Turn(other.get(turn.speaker or ""), turn.text, turn.minutes) for turn in chat.turns]


def _untimed(turns: Iterable[Turn]) -> list[Turn]:
    return [Turn(turn.speaker, turn.text) for turn in turns]


def _timed(chat: Chat) -> list[Turn]:
    return [Turn(turn.speaker, turn.text, place * _PACE) for place, turn in enumerate(chat.turns)]
