"""Every pair of ink and paper in the style reaches WCAG AA, by day and by night."""

import re
from importlib.resources import files

import pytest

PAIRS = (
    *((ink, paper) for ink in ("ink", "soft", "link", "a", "b", "c", "d", "e") for paper in ("paper", "card")),
    *((light, paper) for light in ("red", "amber", "green") for paper in (f"{light}-paper", "card")),
    ("mark-ink", "mark"),
    ("note", "note-paper"),
)


def _themes() -> list[dict[str, str]]:
    style = files("belisha.response.reports").joinpath("templates/report.css").read_text("utf-8")
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", root)) for root in roots]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", range(3), ids=["day", "night", "print"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_contrast(theme: int, ink: str, paper: str) -> None:
    colours = _themes()[theme]
    brighter, darker = sorted((_luminance(colours[ink]), _luminance(colours[paper])), reverse=True)
    assert (brighter + 0.05) / (darker + 0.05) >= 4.5
