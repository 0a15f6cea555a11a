"""A moderator's day in a real browser: sign in, read, decide, go on; by mouse, by keys, and on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browsers import browser
from tests.surfaces.console.staffed import PASSWORD, Staffed, staffed

__all__ = ["browser"]

sync_api = pytest.importorskip("playwright.sync_api")


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    with staffed(tmp_path_factory.mktemp("day")) as made:
        yield made


def enter(browser: Any, console: Staffed, name: str, **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.troubles = []
    page.on("console", lambda message: page.troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    page.goto(f"{console.base}/console")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.strong")
    page.wait_for_url("**/console")
    return page


def test_the_queue_is_worked_through_by_keys(browser: Any, console: Staffed, tmp_path: Path) -> None:
    page = enter(browser, console, "mona")
    before = page.locator("[data-row]").count()
    assert before >= 2
    page.goto(f"{console.base}/console?kind=conversation")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/console/conversation/*")
    text = page.locator(".covered").first
    assert "blur" in text.evaluate("each => getComputedStyle(each).filter")
    page.keyboard.press("b")
    page.wait_for_selector(".covered.open")
    sync_api.expect(text).to_have_css("filter", "none")
    assert page.locator("mark").count() > 0
    page.screenshot(path=tmp_path / "conversation.png", full_page=True)
    page.fill("#note", "looked at it twice")
    page.locator("#main").focus()
    here = page.url
    page.keyboard.press("e")
    page.wait_for_url(lambda address: address != here)
    page.wait_for_load_state()
    page.goto(f"{console.base}/console?state=escalated")
    assert page.locator("[data-row]").count() == 1
    assert page.troubles == []


def test_rows_are_ticked_and_keys_switched_off(browser: Any, console: Staffed) -> None:
    page = enter(browser, console, "vera")
    for wanted in (False, True):
        page.goto(f"{console.base}/console/preferences")
        page.set_checked("[name=keys]", wanted)
        page.click("text=Keep")
        page.wait_for_selector("[role=status]")
        assert page.is_checked("[name=keys]") == wanted
        page.goto(f"{console.base}/console")
        page.keyboard.press("j")
        assert page.locator("tr.at").count() == wanted
    mona = enter(browser, console, "mona")
    for key in ("j", "x", "j", "x", "k", "x"):
        mona.keyboard.press(key)
    assert [tick.is_checked() for tick in mona.locator("[type=checkbox][name^=light]").all()[:2]] == [False, True]
    assert page.troubles == mona.troubles == []


def test_a_dismissal_needs_a_reason_and_leaves_the_queue(browser: Any, console: Staffed) -> None:
    console.send("room-dismissed")
    page = enter(browser, console, "mona")
    page.click("text=room-dismissed")
    page.fill("#note", "they quote a film\nthat both have seen")
    page.click("button[value=dismiss]")
    assert "needs a reason" in page.inner_text(".decide [role=alert]")
    assert page.evaluate("document.activeElement.id") == "note"
    assert page.input_value("#note") == "they quote a film\nthat both have seen"
    refused = page.url
    page.select_option("#reason", "game")
    page.click("button[value=dismiss]")
    page.wait_for_url(lambda address: address != refused)
    assert page.inner_text("[role=status]") == "Dismissed. Back to it"
    page.click("text=Back to it")
    assert "they quote a film" in page.inner_text("main")
    page.goto(f"{console.base}/console")
    assert page.locator("text=room-dismissed").count() == 0
    page.goto(f"{console.base}/console/statistics")
    assert "game: 1" in page.inner_text("main") or "a role or song lyrics: 1" in page.inner_text("main")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_pages_fit_a_phone_and_a_desk(browser: Any, console: Staffed, width: int) -> None:
    console.send("room-wide")
    page = enter(browser, console, "olaf", viewport={"width": width, "height": 800})
    addresses = ["/console", "/console/cases", "/console/appeals", "/console/statistics", "/console/preferences"]
    addresses.append(page.locator("[data-row]").first.get_attribute("href"))
    for address in addresses:
        page.goto(console.base + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    assert page.troubles == []


def test_every_control_has_a_name_and_the_page_a_language(browser: Any, console: Staffed) -> None:
    page = enter(browser, console, "olaf")
    page.goto(console.base + page.locator("[data-row]").first.get_attribute("href"))
    unnamed = page.evaluate(
        """() => [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')].filter(each =>
            !(each.labels && each.labels.length) && !each.getAttribute('aria-label') && !each.textContent.trim()
        ).map(each => each.outerHTML)"""
    )
    assert unnamed == []
    assert page.get_attribute("html", "lang") == "en"
    assert page.locator("h1").count() == 1


def test_without_scripts_the_console_still_works(browser: Any, console: Staffed) -> None:
    console.send("room-plain")
    page = enter(browser, console, "mona", java_script_enabled=False)
    page.click("text=room-plain")
    page.click("button[value=acknowledge]")
    page.goto(f"{console.base}/console?state=acknowledged")
    assert page.locator("text=room-plain").count() == 1
