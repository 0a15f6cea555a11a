"""What people would have been shown: false lights in ordinary chats, and how soon the light turned in cases."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from belisha.lights import Audience
from belisha.model import Light
from belisha.study.chats_shown import GUESSED, ONE_STRING, UNKNOWN
from belisha.study.measures import PANC_SHARE, SOON, Interval, f_beta, f_latency, latency_penalty, precision_at, wilson
from belisha.study.watching import Watched

_BLAMED = 12  # parts of readings that are listed


class Rate(msgspec.Struct, frozen=True):
    """How many of how many, with the 95 % interval of the share."""

    count: int
    of: int
    share: Interval


class Blamed(msgspec.Struct, frozen=True):
    """A part of the readings behind false lights: in how many of the chats, and its mean decibans there."""

    what: str
    chats: int
    decibans: float


class FalseLights(msgspec.Struct, frozen=True):
    """Ordinary chats of one source in one form.

    Attributes:
        learned: the text model has learned from these chats: not a figure about unseen talk.
        available: conversations that there were to choose from; nought where they were learned from.
        turned: chats shown at least this light, by ``audience light``.
        blamed: what made up the highest readings of the chats that any audience was shown a light for.
        quantiles: decibans that 50, 95, 99 and 100 % of the chats do not exceed.
    """

    source: str
    form: str
    learned: bool
    chats: int
    available: int
    messages: int
    turned: dict[str, Rate]
    blamed: tuple[Blamed, ...]
    quantiles: tuple[float, ...]


class Borne(msgspec.Struct, frozen=True):
    """What an audience can bear of one light, and what it gets.

    Attributes:
        audience, light: which.
        concern: from which the light is shown.
        bears: share of harmless chats with a false light that it can bear.
        of_strangers: whether that is meant of chats with strangers.
        got: what the ordinary chats that nothing was learned from were shown.
    """

    audience: str
    light: str
    concern: float
    bears: float
    of_strangers: bool
    got: Rate


class Delay(msgspec.Struct, frozen=True):
    """How soon a light, or a worse one, was shown in cases.

    Attributes:
        audience, light: which.
        turned: cases in which it was shown at all.
        median, lower, upper: messages read until then, median and quartiles of those in which it was; None if none.
        soon: share of all cases in which it was shown within 6, 10, 20 and 50 messages.
        false: ordinary chats of strangers in which it was shown.
        precision: where 11 % of chats are cases, as in PANC.
        f: F0.5, F1, F2 and F3 there.
        speed, f_latency: as defined for PANC.
    """

    audience: str
    light: str
    turned: Rate
    median: float | None
    lower: float | None
    upper: float | None
    soon: tuple[float, ...]
    false: Rate
    precision: float
    f: tuple[float, ...]
    speed: float
    f_latency: float


class CaseLights(msgspec.Struct, frozen=True):
    """Cases of one source in one form, and whether the concern was about the right speaker."""

    source: str
    form: str
    chats: int
    messages: int
    right_speaker: Rate  # of the cases that moderators were shown a light for
    nobody: int  # of them, those in which the reading named nobody
    delays: tuple[Delay, ...]


def rate(count: int, of: int) -> Rate:
    """Counted, with its interval."""
    return Rate(count, of, wilson(count, of))


def false_lights(
    watched: Iterable[Watched], audiences: Sequence[Audience], available: dict[str, int]
) -> tuple[FalseLights, ...]:
    """Per source, form and whether it was learned from."""
    groups: dict[tuple[bool, str, str], list[Watched]] = defaultdict(list)
    for each in watched:
        groups[each.chat.learned, each.chat.source, each.chat.form].append(each)
    return tuple(
        FalseLights(
            source=source,
            form=form,
            learned=learned,
            chats=len(members),
            available=0 if learned else available[source],
            messages=sum(len(each.chat.turns) for each in members),
            turned={
                f"{audience.name} {light.word}": rate(shown(members, audience.name, light), len(members))
                for audience in audiences
                for light in (Light.AMBER, Light.RED)
            },
            blamed=_blamed([each for each in members if each.lights.turned]),
            quantiles=tuple(float(np.percentile([each.lights.decibans for each in members], q)) for q in _QUANTILES),
        )
        for (learned, source, form), members in sorted(groups.items())
    )


_QUANTILES = (50, 95, 99, 100)


def shown(members: Iterable[Watched], audience: str, light: Light) -> int:
    """In how many of them this light, or a worse one, was shown."""
    return sum(each.lights.at(audience, light) is not None for each in members)


def strangers(watched: Sequence[Watched], form: str = GUESSED) -> list[Watched]:
    """Ordinary unseen chats between strangers, in one form; where there are none, every ordinary unseen chat."""
    unseen = [each for each in watched if not each.chat.learned]
    flat = [each for each in unseen if each.chat.form == form]
    return flat or [each for each in unseen if each.chat.form not in (ONE_STRING, UNKNOWN)]


def borne(audiences: Iterable[Audience], ordinary: Sequence[Watched], met: Sequence[Watched]) -> tuple[Borne, ...]:
    """For each audience and light; `met` are the chats of strangers among the ordinary ones."""
    result = []
    for audience in sorted(audiences, key=lambda each: each.amber_from):
        among = met if audience.of_strangers else ordinary
        for light, bears in ((Light.AMBER, audience.false_ambers), (Light.RED, audience.false_reds)):
            got = rate(shown(among, audience.name, light), len(among))
            from_concern = audience.shown_from(light)
            result.append(Borne(audience.name, light.word, from_concern, bears, audience.of_strangers, got))
    return tuple(result)


def case_lights(
    watched: Iterable[Watched], ordinary: Sequence[Watched], audiences: Sequence[Audience]
) -> tuple[CaseLights, ...]:
    """Per source and form of case, against ordinary chats of strangers in the same form."""
    groups: dict[tuple[str, str], list[Watched]] = defaultdict(list)
    for each in watched:
        groups[each.chat.source, each.chat.form].append(each)
    return tuple(_case_lights(members, ordinary, audiences) for members in groups.values())


def _case_lights(members: list[Watched], ordinary: Sequence[Watched], audiences: Sequence[Audience]) -> CaseLights:
    warned = [each for each in members if each.lights.at("moderators", Light.AMBER) is not None]
    named = [each for each in warned if each.lights.about is not None]
    return CaseLights(
        source=members[0].chat.source,
        form=members[0].chat.form,
        chats=len(members),
        messages=sum(len(each.chat.turns) for each in members),
        right_speaker=rate(sum(each.lights.about == each.chat.groomer for each in named), len(named)),
        nobody=len(warned) - len(named),
        delays=tuple(
            _delay(members, ordinary, audience.name, light)
            for audience in audiences
            for light in (Light.AMBER, Light.RED)
        ),
    )


def _delay(members: Sequence[Watched], ordinary: Sequence[Watched], audience: str, light: Light) -> Delay:
    after = [each.lights.at(audience, light) for each in members]
    reached = [index for index in after if index is not None]
    false = rate(shown(ordinary, audience, light), len(ordinary))
    recall = len(reached) / len(members)
    precision = precision_at(recall, false.share.value, PANC_SHARE)
    f = tuple(f_beta(precision, recall, beta) for beta in (0.5, 1.0, 2.0, 3.0))
    lower, median, upper = (float(q) for q in np.percentile(reached, [25, 50, 75])) if reached else (None, None, None)
    return Delay(
        audience=audience,
        light=light.word,
        turned=rate(len(reached), len(members)),
        median=median,
        lower=lower,
        upper=upper,
        soon=tuple(sum(index <= most for index in reached) / len(members) for most in SOON),
        false=false,
        precision=precision,
        f=f,
        speed=1 - float(np.median([latency_penalty(index) for index in reached])) if reached else 0.0,
        f_latency=f_latency(f[1], reached),
    )


def _blamed(members: Sequence[Watched]) -> tuple[Blamed, ...]:
    chats: Counter[str] = Counter()
    decibans: dict[str, float] = defaultdict(float)
    for each in members:
        parts: dict[str, float] = defaultdict(float)
        for part in each.lights.because[1:]:  # the first is the starting point
            parts[part.what] += part.decibans
        chats.update(parts.keys())
        for what, value in parts.items():
            decibans[what] += value
    return tuple(Blamed(what, count, decibans[what] / count) for what, count in chats.most_common(_BLAMED))
