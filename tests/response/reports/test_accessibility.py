"""Every page of a report, looked at by axe-core: a child's on a phone in dark colours, the police's at a desk."""

from pathlib import Path
from typing import Any

import pytest

from belisha.model import Light
from belisha.response.reports.page import write_pages
from tests.accessible import faults
from tests.browsers import browser
from tests.response.sample_findings import conversation, findings, hostile, reader

__all__ = ["browser"]


@pytest.mark.parametrize("audience", ["children", "police"])
def test_nothing_stands_against_the_rules(browser: Any, tmp_path: Path, audience: str) -> None:
    found = hostile() if audience == "children" else findings(conversation("c1"), conversation("c2", light=Light.AMBER))
    width, colours = (390, "dark") if audience == "children" else (1280, "light")
    write_pages(found, reader(audience), tmp_path)
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) >= 2
    for page in pages:
        tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours)
        tab.goto(page.as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert faults(tab) == [], page
        tab.close()
