"""Every page of the console, looked at by axe-core: at a desk in light colours, on a phone in dark ones."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.accessible import faults
from tests.browsers import browser
from tests.surfaces.console.staffed import PASSWORD, Staffed, staffed
from tests.surfaces.house import EXPECTED

__all__ = ["browser"]

SCREENS = {"desk": (1280, "light"), "phone": (390, "dark")}
"""Width in pixels, and colours."""
NO_PAGES = {
    "/console/static/{name}",
    "/console/oidc",
    "/console/oidc/back",
    "/console/next",
    "/console/conversation/{key}/messages",
    "/console/cases/{number}/files/{file}",
    "/console/cases/{number}/exports/{name}",
}
"""What leads elsewhere, is a piece of a page, or is fetched as a file."""
LOOKS = {
    "/console": "mona",
    "/console?state=dismissed": "vera",
    "/console/conversation/{key}": "mona",
    "/console/account/{key}": "olaf",
    "/console/decisions": "olaf",
    "/console/cases": "mona",
    "/console/cases/{number}": "olaf",
    "/console/appeals": "olga",
    "/console/statistics": "vera",
    "/console/people": "adam",
    "/console/models": "adam",
    "/console/erasures": "adam",
    "/console/audit": "aude",
    "/console/audit?verify=true": "aude",
    "/console/preferences": "vera",
    "/console/{rest:path}": "mona",
    "/console/sign-in": "",
    "/console/invitation/{token}": "",
}
"""Who looks at which page; nobody is signed in where no name stands."""


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    with staffed(tmp_path_factory.mktemp("looked-at")) as made:
        yield made


class Doors:
    """Windows of people who are signed in, each opened once: who signs in too often is refused."""

    def __init__(self, browser: Any, console: Staffed) -> None:
        self._browser = browser
        self._console = console
        self._open: dict[tuple[str, str], Any] = {}

    def window(self, name: str, screen: str) -> Any:
        """A page of somebody; of nobody where there is no name."""
        if (name, screen) not in self._open:
            width, colours = SCREENS[screen]
            kept = self._open[name, "desk"].storage_state() if (name, "desk") in self._open else None
            context = self._browser.new_context(
                base_url=self._console.base,
                viewport={"width": width, "height": 800},
                color_scheme=colours,
                storage_state=kept,
            )
            if name and kept is None:
                sign_in(context.new_page(), name)
            self._open[name, screen] = context
        return self._open[name, screen].new_page()


def sign_in(page: Any, name: str) -> None:
    page.goto("/console/sign-in")
    page.fill("#name", name)
    page.fill("#password", PASSWORD)
    page.click("button.strong")
    page.wait_for_url("**/console")
    page.close()


@pytest.fixture(scope="module")
def doors(browser: Any, console: Staffed) -> Doors:
    return Doors(browser, console)


@pytest.fixture(scope="module")
def addresses(doors: Doors, console: Staffed) -> dict[str, str]:
    """The pages that are looked at, with everything in them that can stand there: decided, restricted, in a case."""
    page = doors.window("mona", "desk")
    page.goto("/console")
    conversation, account = (
        re.findall(rf"/console/{kind}/[0-9a-f]{{32}}", page.content())[0] for kind in ("conversation", "account")
    )
    page.goto(console.base + conversation)
    page.fill("#note", "threatens, and wants to meet")
    page.click("button[value=restrict]")
    page.click("[data-key=c]")
    page.set_input_files("#file", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"words"})
    page.click("form[action*=case-files] button")
    case = page.url.removeprefix(console.base)
    page.click("text=Ask for release")
    console.appeal("wolf77", "I only asked for the homework.")
    page.close()
    known = {
        "/console/conversation/{key}": conversation,
        "/console/account/{key}": account,
        "/console/cases/{number}": case,
        "/console/{rest:path}": "/console/no/such/page",
        "/console/invitation/{token}": f"/console/invitation/{console.invitation('ines')}",
    }
    return {path: known.get(path, path) for path in LOOKS}


def test_every_page_is_looked_at() -> None:
    pages = {path for method, path in EXPECTED if method == "GET" and path.startswith("/console")}
    assert {path.partition("?")[0] for path in LOOKS} == pages - NO_PAGES


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("path", LOOKS)
def test_nothing_stands_against_the_rules(doors: Doors, addresses: dict[str, str], path: str, screen: str) -> None:
    page = doors.window(LOOKS[path], screen)
    page.goto(addresses[path])
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen][0]
    assert faults(page) == []
    page.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_refused_form_is_within_the_rules(doors: Doors, addresses: dict[str, str], screen: str) -> None:
    page = doors.window("mona", screen)
    page.goto(addresses["/console/conversation/{key}"])
    page.click("button[value=dismiss]")
    assert "dismissal needs a reason" in page.inner_text("main")
    assert faults(page) == []
    page.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_what_was_folded_is_within_the_rules(doors: Doors, addresses: dict[str, str], screen: str) -> None:
    page = doors.window("mona", screen)
    page.goto(addresses["/console/conversation/{key}"])
    page.keyboard.press("b")
    page.wait_for_selector(".covered.open")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert faults(page) == []
    page.close()
