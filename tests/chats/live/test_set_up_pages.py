"""What the pages tell people to write into ``belisha.toml`` is accepted, and names the environment that they name."""

import re
import tomllib

import pytest

from belisha import plugins
from belisha.chats.live import KeptInMemory, LiveSource
from tests.conftest import ROOT

PAGES = ("docs/sources.md", "deploy/synapse/README.md", "deploy/prosody/README.md")
TABLE = re.compile(r"```toml\n(.*?)```", re.DOTALL)
SHOWN = [(page, text) for page in PAGES for text in TABLE.findall((ROOT / page).read_text("utf-8"))]


@pytest.mark.parametrize(("page", "text"), SHOWN)
def test_settings_that_a_page_shows_open_a_connection(page: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named = set(re.findall(r"BELISHA_[A-Z_]+", (ROOT / page).read_text("utf-8")))
    for variable in named:
        monkeypatch.setenv(variable, "secret")
    sources = {each.name: each for each in plugins.find("belisha.chats.live", LiveSource)}
    for label, table in tomllib.loads(text)["sources"].items():
        source = sources[table.pop("kind")]
        source.open(source.configured(label, table), KeptInMemory())


def test_each_page_shows_settings() -> None:
    assert {page for page, _ in SHOWN} == set(PAGES)
