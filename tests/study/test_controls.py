"""Dresses keep what they should keep, and leaving out a family never adds evidence."""

from belisha.model import Family
from belisha.study.chats_shown import WHOLE, Chat
from belisha.study.controls import ablations, controls
from belisha.study.corpora import Turn
from belisha.study.watching import Viewer
from tests.study.test_watching import LINES

CASE = Chat(
    "case",
    "invented",
    WHOLE,
    label=True,
    turns=tuple(Turn("ab"[place % 2], text, place / 2) for place, text in enumerate(LINES * 2)),
    groomer="a",
)
ORDINARY = Chat(
    "chat", "plain", "as it is", label=False, turns=tuple(Turn("xy"[k % 2], "see you at the bus") for k in range(8))
)


def test_controls_change_what_they_say_and_nothing_else() -> None:
    viewer = Viewer()
    ordinary = viewer.look([ORDINARY] * 3, "chats")
    found = {each.name: each for each in controls([CASE], ordinary, viewer, seed=0)}
    plain = found["the first 200 messages, as they are"]
    assert plain.turned["children amber"].count == 1
    assert plain.right_speaker is not None
    exchanged = found["speakers exchanged"]
    assert exchanged.median == plain.median
    assert exchanged.right_speaker == plain.right_speaker
    assert found["speakers unknown"].right_speaker is None
    assert found["as short as ordinary chats of strangers"].median <= plain.median
    met = found["ordinary chats of strangers, as they are"]
    timed = found["source swapped, ordinary chats of strangers with times as in cases"]
    assert (met.chats, met.recall, met.median) == (3, None, timed.median)


def test_leaving_a_family_out_takes_its_evidence_from_cases() -> None:
    viewer = Viewer()
    cases, ordinary = viewer.look([CASE], "cases"), viewer.look([ORDINARY], "chats")
    found = ablations(cases, ordinary, viewer)
    assert [each.family for each in found] == ["nothing", *(family.value for family in Family)]
    whole = found[0]
    assert whole.cases["moderators amber"].count == 1
    assert whole.ordinary["children amber"].count == 0
    assert whole.median is not None
    later = [each.median or 10**6 for each in found if each.family != Family.INNOCENCE.value]
    assert min(later) == whole.median
