"""Figures of lights and scores against values worked out by hand."""

import numpy as np
import pytest

from belisha import plugins
from belisha.lights import Audience
from belisha.model import Light, Part
from belisha.study.chats_shown import GUESSED, ONE_STRING, UNKNOWN, Chat
from belisha.study.corpora import Turn
from belisha.study.light_figures import borne, case_lights, false_lights, rate, strangers
from belisha.study.measures import latency_penalty
from belisha.study.score_figures import early, reliabilities, separation
from belisha.study.watching import Lights, Watched

AUDIENCES = plugins.find("belisha.lights", Audience)


def watched(  # noqa: PLR0913 - each test names only what it is about
    *,
    source: str = "s",
    form: str = "as it is",
    label: bool = False,
    learned: bool = False,
    about: str | None = "p",
    course: tuple[tuple[int, float], ...] = (),
    **turned: int,
) -> Watched:
    """``moderators_amber=3``: moderators were shown amber at message 3."""
    because = (
        (Part("starting point", -30.0, ""), Part("asks_age", 4.0, ""), Part("asks_age", 2.0, "")) if turned else ()
    )
    lights = Lights(course, about, because, {name.replace("_", " "): at for name, at in turned.items()})
    chat = Chat("c", source, form, label, (Turn("p", "hi"), Turn("d", "hi")), "p" if label else None, learned)
    return Watched(chat, lights, ())


def test_false_lights_by_hand() -> None:
    chats = [
        *(watched() for _ in range(8)),
        watched(moderators_amber=3),
        watched(moderators_red=4),
        watched(learned=True, moderators_amber=1),
    ]
    unseen, learned = false_lights(chats, AUDIENCES, {"s": 40})
    assert (unseen.chats, unseen.available, unseen.messages, unseen.learned) == (10, 40, 20, False)
    assert unseen.turned["moderators amber"].count == 2
    assert unseen.turned["moderators red"].count == 1
    assert unseen.turned["police amber"].count == 0
    assert [(part.what, part.chats, part.decibans) for part in unseen.blamed] == [("asks_age", 2, 6.0)]
    assert (learned.chats, learned.available, learned.learned) == (1, 0, True)


def test_red_counts_as_amber_from_the_moment_it_is_shown() -> None:
    assert watched(moderators_red=4).lights.at("moderators", Light.AMBER) == 4
    assert watched(moderators_red=4, moderators_amber=2).lights.at("moderators", Light.AMBER) == 2


def test_delays_by_hand() -> None:
    cases = [watched(label=True, moderators_amber=at) for at in (5, 10, 30)]
    cases += [watched(label=True), watched(label=True, about="d", moderators_amber=60)]
    (figures,) = case_lights(cases, [watched(), watched(moderators_amber=1)], AUDIENCES)
    assert (figures.chats, figures.right_speaker.count, figures.right_speaker.of) == (5, 3, 4)
    delay = next(each for each in figures.delays if (each.audience, each.light) == ("moderators", "amber"))
    assert (delay.turned.count, delay.median) == (4, 20.0)
    assert delay.soon == (0.2, 0.4, 0.4, 0.6)
    assert delay.false.share.value == 0.5
    assert delay.precision == pytest.approx(0.8 * 0.11 / (0.8 * 0.11 + 0.5 * 0.89))
    assert delay.speed == pytest.approx(1 - (latency_penalty(10) + latency_penalty(30)) / 2)
    assert delay.f_latency == pytest.approx(delay.f[1] * delay.speed)


def test_a_light_that_never_turned_has_no_delay() -> None:
    (figures,) = case_lights([watched(label=True)], [watched()], AUDIENCES)
    assert {(each.median, each.f_latency) for each in figures.delays} == {(None, 0.0)}


def test_strangers_are_the_flat_chats_or_else_all_that_are_unseen() -> None:
    chats = [watched(), watched(form=GUESSED), watched(form=UNKNOWN), watched(form=GUESSED, learned=True)]
    assert strangers(chats) == [chats[1]]
    assert strangers(chats, UNKNOWN) == [chats[2]]
    assert strangers([chats[0], watched(form=ONE_STRING), chats[3]]) == [chats[0]]


def test_what_the_data_cannot_show_has_no_recall() -> None:
    cases = [np.array([float(k)]) for k in range(5, 15)]
    ordinary = [np.array([float(k % 5)]) for k in range(100)]
    found = separation("x", cases, ordinary, 0)
    assert found.auc.value == 1.0
    shown = {each.false: each.recall for each in found.recalls}
    assert shown[0.01] is not None
    assert shown[0.01].value == 1.0
    assert (shown[0.002], shown[0.001], shown[0.0001]) == (None, None, None)
    assert (found.points[0].false, found.points[-1].recall) == (0.0, 1.0)


def test_early_recall_counts_only_what_was_read_by_then() -> None:
    cases = [watched(label=True, course=((5, -20.0), (9, 10.0))), watched(label=True, course=((30, 10.0),))]
    ordinary = [[watched(course=((2, -10.0),))] for _ in range(100)]
    found = early({"cases": cases}, dict.fromkeys((6, 10, 20, 50), ordinary), 0)
    assert [each.recall["cases"].value for each in found if each.recall["cases"]] == [0.0, 0.5, 0.5, 1.0]


def test_reliability_by_hand() -> None:
    # Evidence of +20 decibans says a hundred to one at even odds, one in eleven at the stated rate; half of it is true.
    even, mixed, stated = reliabilities(
        [watched(label=True, course=((1, -10.0),))], [watched(course=((1, -10.0),)), watched(course=((1, -31.0),))]
    )
    little, much = even.bins
    assert (little.low, little.high, little.cases, little.ordinary, little.true) == (-5.0, 0.0, 0, 1, 0.0)
    assert (much.low, much.high, much.cases, much.ordinary) == (20.0, 25.0, 1, 1)
    assert much.said == pytest.approx(100 / 101)
    assert much.true == pytest.approx(0.5 / 0.75)
    assert even.ece == pytest.approx(0.75 * (100 / 101 - 0.5 / 0.75) + 0.25 * little.said)
    assert mixed.base_rate == pytest.approx(1 / 3)
    assert stated.base_rate == pytest.approx(1 / 1001)
    assert stated.bins[1].said == pytest.approx(1 / 11)
    assert stated.said == pytest.approx(1 / 11, rel=0.5)


def test_what_an_audience_gets_is_counted_among_the_chats_that_it_means() -> None:
    warned = watched(children_amber=1, moderators_red=1)
    found = {(each.audience, each.light): each for each in borne(AUDIENCES, [warned, watched()], [watched()])}
    assert found["children", "amber"].got == rate(0, 1)
    assert found["moderators", "amber"].got == rate(1, 2) == found["moderators", "red"].got
    assert found["police", "red"].bears == 1 / 100_000
    assert [each.audience for each in found.values()][::2] == ["children", "parents", "moderators", "police"]
