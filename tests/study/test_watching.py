"""What the viewer keeps is what the watch did, and weighing again gives the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.model import Light
from belisha.stream.memory import Memory
from belisha.stream.watch import Watch
from belisha.study.chats_shown import Chat
from belisha.study.corpora import Turn
from belisha.study.watching import Viewer, messages, reweighed
from belisha.weights import Weights

NOTHING = Weights.load().meant(-30.0)
"""What it means that nothing was seen."""

LINES = [
    "how old are you",
    "im 13",
    "are you alone",
    "keep this between us, dont tell your mum",
    "you are so mature for your age",
    "send me a pic",
    "no",
    "come on, just one pic",
    "lets meet after school tomorrow",
    "add me on another app",
    "ok",
    "if you dont i will tell everyone at your school what you said",
    "please dont",
    "delete this chat after, and come alone",
    "see you at training",
    "pizza?",
]
CHAT = Chat("c", "invented", "as it is", label=True, turns=tuple(Turn("ab"[k % 2], t) for k, t in enumerate(LINES)))

turns = st.lists(
    st.builds(
        Turn,
        st.sampled_from(["a", "b", "c", None]),
        st.sampled_from(LINES),
        st.one_of(st.none(), st.floats(0, 5000)),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def viewer() -> Viewer:
    return Viewer()


def test_the_lights_kept_are_those_that_the_watch_turned(viewer: Viewer) -> None:
    (watched,) = viewer.look([CHAT], "chats")
    watch = Watch(viewer.audiences, Memory())
    changes = [change for message in messages(CHAT) for change in watch.see(message).changes]
    assert changes
    for audience in viewer.audiences:
        for light in (Light.AMBER, Light.RED):
            mine = [each for each in changes if each.audience == audience.name and each.after >= light]
            first = min((each.reading.index for each in mine), default=None)
            assert watched.lights.at(audience.name, light) == first


def test_the_course_rises_and_its_end_is_the_highest_reading(viewer: Viewer) -> None:
    (watched,) = viewer.look([CHAT], "chats")
    heights = [decibans for _, decibans in watched.lights.course]
    assert heights == sorted(heights)
    assert watched.lights.decibans == heights[-1]
    assert watched.lights.after(0) == NOTHING
    assert sum(part.decibans for part in watched.lights.because) == pytest.approx(heights[-1])


@settings(deadline=None, max_examples=40)
@given(turns)
def test_weighing_all_evidence_again_changes_nothing(turns: list[Turn]) -> None:
    viewer = Viewer()
    chat = Chat("c", "invented", "as it is", label=False, turns=tuple(turns))
    (watched,) = viewer.look([chat], "chats")
    assert reweighed(watched, viewer.audiences, lambda _sighting: True) == watched.lights


def test_a_family_that_is_left_out_leaves_no_part(viewer: Viewer) -> None:
    (watched,) = viewer.look([CHAT], "chats")
    found = [(part.decibans, part.sighting.family) for part in watched.lights.because if part.sighting]
    _, weightiest = max(found, key=lambda pair: pair[0])
    without = reweighed(watched, viewer.audiences, lambda sighting: sighting.family is not weightiest)
    assert weightiest not in {part.sighting.family for part in without.because if part.sighting}
    assert without.decibans < watched.lights.decibans


def test_nothing_is_remembered_from_one_chat_to_the_next(viewer: Viewer) -> None:
    alone, again = viewer.look([CHAT, CHAT], "chats")
    assert alone == again


def test_a_chat_without_messages_reads_as_nothing_noticed(viewer: Viewer) -> None:
    (watched,) = viewer.look([Chat("c", "invented", "as it is", label=False, turns=())], "chats")
    assert (watched.lights.decibans, watched.lights.turned, watched.clues) == (NOTHING, {}, set())
