"""The report in a real browser: nothing is fetched, nothing runs that is not ours, nothing overflows a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from belisha.model import Light
from belisha.response.reports.page import write_pages
from tests.response.sample_findings import conversation, findings, hostile, reader

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
QUIET += ["--disable-component-update", "--disable-sync"]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs a Chromium on the path")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.mark.parametrize("audience", ["children", "police"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_quiet_and_narrow_enough(browser: Any, tmp_path: Path, audience: str, scheme: str) -> None:
    write_pages(hostile(), reader(audience), tmp_path / "hostile")
    write_pages(findings(conversation("c1", 600), conversation("c2")), reader(audience), tmp_path / "plain")
    for page in [*(tmp_path / "hostile").rglob("*.html"), *(tmp_path / "plain").rglob("*.html")]:
        tab = browser.new_page(viewport={"width": 360, "height": 700}, color_scheme=scheme)
        said: list[str] = []
        asked: list[str] = []
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.on("pageerror", lambda error, said=said: said.append(str(error)))
        tab.on("dialog", lambda dialog, said=said: (said.append(dialog.message), dialog.dismiss()))
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.goto(page.as_uri())
        overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        tab.close()
        assert said == []
        assert [url for url in asked if url != page.as_uri() and not url.startswith("data:")] == []
        assert overflow <= 0, page


def test_the_table_can_be_filtered_by_light_and_words(browser: Any, tmp_path: Path) -> None:
    found = findings(conversation("c1", title="Chess club"), conversation("c2", light=Light.AMBER, title="Bus"))
    index = write_pages(found, reader(), tmp_path / "report")
    tab = browser.new_page()
    tab.goto(index.as_uri())
    tab.select_option("#filter-light", "amber")
    assert tab.locator("#conversations tbody tr:visible").count() == 1
    assert tab.inner_text("#filter-count") == "1 of 2 on this page"
    tab.select_option("#filter-light", "")
    tab.fill("#filter-words", "CHESS")
    assert "Chess club" in tab.inner_text("#conversations tbody tr:visible")
    tab.close()


def test_the_place_of_a_message_is_folded_on_screen_and_printed(browser: Any, tmp_path: Path) -> None:
    write_pages(findings(conversation()), reader(), tmp_path / "report")
    tab = browser.new_page()
    tab.goto((tmp_path / "report" / "conversations" / "0001-1.html").as_uri())
    place = tab.locator("#m3 .found")
    assert not place.is_visible()
    tab.check("#places")
    assert place.is_visible()
    tab.uncheck("#places")
    tab.emulate_media(media="print")
    assert place.is_visible()
    tab.close()


def test_the_table_is_whole_without_scripts(browser: Any, tmp_path: Path) -> None:
    index = write_pages(findings(conversation("c1"), conversation("c2")), reader(), tmp_path / "report")
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(index.as_uri())
    assert tab.locator("#conversations tbody tr:visible").count() == 2
    assert not tab.locator("#filter").is_visible()
    context.close()
