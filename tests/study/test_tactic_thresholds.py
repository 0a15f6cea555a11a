"""A tactic is seen from where ordinary talk hardly ever reaches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.study import tactic_thresholds
from belisha.study.invented import InventedMessage
from belisha.study.lessons import of_invented
from belisha.study.tactic_thresholds import LEAST, MOST, TacticFigures, figures, seen_from
from belisha.study.talk_lines import TalkLine
from tests.test_tactic_model import small


@given(st.lists(st.integers(0, 100), min_size=1, max_size=200), st.sampled_from([0.0, 0.01, 0.1, 0.5]))
def test_no_more_than_the_rate_reaches_it_and_a_hundredth_less_would_be_too_low(
    hundredths: list[int], rate: float
) -> None:
    ordinary = np.array(hundredths, np.float32) / np.float32(100)
    threshold = seen_from(ordinary, rate)
    assert LEAST <= threshold <= MOST
    if threshold < MOST:
        assert (ordinary >= np.float32(threshold)).mean() <= rate
    if threshold > LEAST:
        assert (ordinary >= np.float32(round(threshold - 0.01, 2))).mean() > rate


def test_figures_count_what_the_model_sees() -> None:
    model = small()
    kept = of_invented(
        [
            InventedMessage("how old r u", "", "", ("asks_age",), (), complete=True, group="g"),
            InventedMessage("how", "", "", ("refuses",), (), complete=True, group="g"),
            InventedMessage("old", "", "", (), (), complete=True, group="g"),
        ],
        model.header.tactics,
    )
    ordinary = [TalkLine(text, text, (), source="meld") for text in ("u", "r", "s?", "ld")]
    hinted = TalkLine("how old r u", "how old r u", ("asks_age",), source="meld")
    found = figures(model, kept, [*ordinary, hinted])
    assert [each.tactic for each in found] == ["asks_age", "refuses"]
    read = model.read(kept.texts, kept.same, kept.other)
    met = model.read([line.text for line in ordinary], [""] * 4, [""] * 4)
    age = found[0]
    assert age.held_out == 1
    assert age.seen == (read[:, 0] >= np.float32(age.seen_from)).sum()
    assert age.found == (read[:1, 0] >= np.float32(age.seen_from)).sum()
    assert age.ordinary == pytest.approx((met[:, 0] >= np.float32(age.seen_from)).mean())


def test_the_source_that_is_nearest_to_a_tactic_sets_its_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tactic_thresholds, "FEWEST_LINES", 4)
    model, kept = small(), of_invented([], small().header.tactics)
    apart = {
        source: [TalkLine(text, text, (), source=source) for text in texts]
        for source, texts in {
            "nus": ("how", "old", "u", "r"),
            "irc": ("ld", "s?", "?", "x"),
            "meld": ("how old",),
        }.items()
    }
    together = figures(model, kept, [line for lines in apart.values() for line in lines])
    alone = {source: figures(model, kept, lines) for source, lines in apart.items() if source != "meld"}
    for place, each in enumerate(together):
        assert each.seen_from == max(found[place].seen_from for found in alone.values())


def test_shares_of_nothing_are_not_made_up() -> None:
    nothing = TacticFigures("refuses", 0.5, held_out=0, found=0, seen=0, ordinary=0.0)
    assert (nothing.precision, nothing.recall) == (None, None)
    some = TacticFigures("refuses", 0.5, held_out=4, found=1, seen=2, ordinary=0.0)
    assert (some.precision, some.recall) == (0.5, 0.25)
