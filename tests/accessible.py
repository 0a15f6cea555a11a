"""What axe-core, with which browsers are tested for accessibility, says of a page."""

from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""Groups of rules of axe-core: WCAG 2.2, levels A and AA, and what its authors call good practice."""


def faults(page: Any) -> list[str]:
    """What stands against these rules on a page of Playwright: the rule, and the pieces of the page that break it."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    found = axe.Axe().run(page, options={"runOnly": RULES})
    return [f"{each['id']}: {node['html'][:200]}" for each in found.response["violations"] for node in each["nodes"]]
