"""The report in a real browser: nothing is fetched, nothing runs that is not ours, nothing overflows a phone."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from belisha.model import Light
from belisha.response.reports.page import write_pages
from tests.browsers import browser
from tests.response.sample_findings import conversation, findings, hostile, reader

__all__ = ["browser"]


@pytest.mark.parametrize(("audience", "scheme"), [("children", "dark"), ("police", "light")])
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


def test_a_link_to_a_message_opens_what_is_folded_around_it(browser: Any, tmp_path: Path) -> None:
    write_pages(findings(conversation(), audience="children"), reader("children"), tmp_path / "report")
    tab = browser.new_page()
    tab.goto((tmp_path / "report" / "conversations" / "0001-1.html").as_uri())
    assert not tab.locator("#m7").is_visible()
    tab.click("text=See message 7")
    assert tab.locator("#m7").is_visible()
    tab.close()


def test_everything_can_be_reached_with_the_keyboard_in_the_order_of_the_page(browser: Any, tmp_path: Path) -> None:
    index = write_pages(findings(conversation(), audience="parents"), reader("parents"), tmp_path / "report")
    for page in (index, index.parent / "conversations" / "0001-1.html"):
        tab = browser.new_page()
        tab.goto(page.as_uri())
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.className") == "skip"
        reached, heights = 0, [0.0]
        for _ in range(300):
            tab.keyboard.press("Tab")
            if not tab.evaluate("document.activeElement.matches('main *, nav *')"):
                break
            reached += tab.evaluate("document.activeElement.matches('main :is(a, summary, input, select)')")
            heights.append(tab.evaluate("document.activeElement.getBoundingClientRect().bottom + scrollY"))
        shown = tab.locator("main :is(a, summary, input, select)").filter(visible=True).count()
        assert reached == shown > 5
        assert all(after - before > -40 for before, after in pairwise(heights))
        tab.close()


def test_a_long_conversation_opens_in_two_seconds(browser: Any, tmp_path: Path) -> None:
    long = conversation("c1", 2_000, texts=dict.fromkeys(range(1, 2_001), "a usual line of a chat, " * 4))
    index = write_pages(findings(long), reader("police"), tmp_path / "report")
    page = index.parent / "conversations" / "0001-2.html"
    # Other tests use the machine too: what counts is how long a plain page of the same size takes beside it.
    plain = tmp_path / "plain.html"
    plain.write_text(f"<!doctype html><title>plain</title><pre>{'a usual line ' * (page.stat().st_size // 13)}</pre>")
    tab = browser.new_page(viewport={"width": 360, "height": 740})
    ours, theirs = (min(_opened(tab, path) for _ in range(5)) for path in (page, plain))
    tab.close()
    assert 0 < ours < max(2.0, 10 * theirs), (ours, theirs)


def _opened(tab: Any, path: Path) -> float:
    """Seconds until a page is loaded."""
    tab.goto(path.as_uri())
    return float(tab.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd / 1000"))
