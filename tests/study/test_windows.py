"""Stretches: both speakers woven, flat strings cut, single lines bundled, lengths as promised."""

import numpy as np
import pytest

from belisha.study.corpora import LabelledConversation, Turn
from belisha.study.windows import LONGEST, SHORTEST, WHOLE, gather, share_of, solo_windows, windows


def case(name: str, role: str, count: int) -> LabelledConversation:
    turns = tuple(Turn(role, f"{name} {role} {number}") for number in range(count))
    return LabelledConversation(f"{name}-{role}", name, "perverted_x", label=True, turns=turns, groomer="predator")


def ordinary(name: str, texts: list[str], speaker: str | None = "s") -> LabelledConversation:
    return LabelledConversation(name, name, "plain", label=False, turns=tuple(Turn(speaker, text) for text in texts))


def test_two_rows_of_a_case_become_one_chat_in_which_both_keep_their_order() -> None:
    material = gather([case("x", "predator", 90), case("x", "decoy", 30)], seed=1)
    (talk,) = material.talks
    lines = [material.texts[place] for place in talk.places]
    assert len(lines) == 120
    for role, count in (("predator", 90), ("decoy", 30)):
        assert [line for line in lines if role in line] == [f"x {role} {number}" for number in range(count)]
    assert talk.by_groomer.sum() == 90
    assert 0.5 < talk.by_groomer[:40].mean() < 0.95, "the shorter row is spread over the whole chat"


def test_a_flat_string_is_cut_without_losing_a_word_and_elsewhere_each_time() -> None:
    text = " ".join(f"w{number}" for number in range(300))
    material = gather([ordinary("flat", [text], None)], seed=1, cuts=3)
    assert len(material.talks) == 3
    cuts = [[material.texts[place] for place in talk.places] for talk in material.talks]
    assert {" ".join(pieces) for pieces in cuts} == {text}
    assert cuts[0] != cuts[1]


def test_single_lines_are_bundled_with_their_source() -> None:
    material = gather([ordinary(f"line {number}", [f"text {number}"]) for number in range(150)], seed=1)
    assert sum(len(talk.places) for talk in material.talks) == 150
    assert all(len(talk.places) >= LONGEST and talk.source == "plain" for talk in material.talks)


def test_the_same_words_are_kept_once() -> None:
    material = gather([ordinary("a", ["hi"] * 10), ordinary("b", ["hi"] * 10)], seed=1)
    assert material.texts == ["hi"]


def test_stretches_have_all_lengths_and_sources_weigh_as_told() -> None:
    talks = gather(
        [case("x", "predator", 900), case("x", "decoy", 900), ordinary("a", [str(n) for n in range(900)])], 1
    ).talks
    drawn = windows(talks, {"perverted": 1.0, "plain": 0.25, "": 0.1}, 400, seed=2)
    lengths = [len(window.places) for window in drawn]
    assert min(lengths) >= SHORTEST
    assert LONGEST < max(lengths) <= WHOLE
    weights = {
        label: sum(window.weight for window in drawn if talks[window.talk].label is label) for label in (True, False)
    }
    assert weights == pytest.approx({True: 1.0, False: 0.25})


def test_the_same_seed_draws_the_same() -> None:
    rows = [case("x", "predator", 50), case("x", "decoy", 50)]
    first, second = (windows(gather(rows, 3).talks, {"": 1.0}, 50, seed=3) for _ in range(2))
    assert [window.places.tolist() for window in first] == [window.places.tolist() for window in second]


def test_one_speaker_stretches_hold_one_speaker() -> None:
    material = gather([case("x", "predator", 60), case("x", "decoy", 40)], seed=1)
    drawn, groomer = solo_windows(material.talks, 40, seed=1)
    for window, is_groomer in zip(drawn, groomer, strict=True):
        assert {("predator" in material.texts[place]) for place in window.places} == {bool(is_groomer)}
    assert np.mean(groomer) == 0.5


def test_the_longest_fitting_name_gives_the_share() -> None:
    shares = {"nps": 0.1, "nps_teens": 0.3, "": 0.01}
    assert [share_of(name, shares) for name in ("nps_teens", "nps_20s", "other")] == [0.3, 0.1, 0.01]
