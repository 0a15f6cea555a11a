"""Chromium without a window, for tests that look at pages as people do."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

_QUIET = (
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A browser of Playwright; tests that ask for it are skipped where there is none, and say so."""
    playwright = pytest.importorskip("playwright.sync_api")
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs a Chromium on the path")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=[f"--{each}" for each in _QUIET])
        yield opened
        opened.close()
