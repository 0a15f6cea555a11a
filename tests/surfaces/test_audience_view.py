"""What surfaces tell each audience."""

import re
from pathlib import Path

import pytest

from belisha.errors import Unusable
from belisha.findings import Findings
from belisha.surfaces.audience_view import chosen_country, clue_words, help_lines, innocent_words, write_report


def test_children_are_told_in_other_words_than_moderators() -> None:
    child, moderator = clue_words("children"), clue_words("moderators")
    assert child.keys() == moderator.keys() == innocent_words().keys()
    assert child["asks_age"].startswith("They ")
    assert moderator["asks_age"].startswith("The sender ")


def test_the_country_that_was_asked_for_wins_over_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert chosen_country("IE") == "IE"
    assert chosen_country(None) == "DE"


def test_an_unknown_country_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Unusable, match=r"Atlantis.*GB"):
        chosen_country("Atlantis")


def test_help_begins_with_the_emergency_number() -> None:
    lines = list(help_lines("children", "GB"))
    assert lines[0] == "In danger now: 999 (United Kingdom)"
    assert any(line.startswith("Childline · 0800 1111 (day and night) · https://") for line in lines)


def test_a_report_says_when_the_phone_is_answered(tmp_path: Path) -> None:
    index = write_report(Findings("children", (), (), (), {}), tmp_path / "report", "GB")
    text = " ".join(re.sub("<[^>]+>", "", index.read_text("utf-8")).split())
    assert "Childline 0800 1111 day and night" in text
