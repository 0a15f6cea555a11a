"""The tables of ``docs/sources-brokers-and-bots.md`` are ones that the sources accept."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from belisha import plugins
from belisha.chats.live import LiveSource

PAGE = Path(__file__).parents[3] / "docs" / "sources-brokers-and-bots.md"
TABLES: dict[str, dict[str, Any]] = {}
for block in re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL):
    TABLES |= tomllib.loads(block)["sources"]


@pytest.mark.parametrize("label", TABLES)
def test_a_table_that_the_page_shows_is_accepted(label: str) -> None:
    table = dict(TABLES[label])
    sources = {each.name: each for each in plugins.find("belisha.chats.live", LiveSource)}
    source = sources[table.pop("kind", label)]
    settings = source.configured(label, table)
    assert all(getattr(settings, key) in (value, tuple(value)) for key, value in table.items())


def test_every_source_but_those_of_the_other_page_is_shown() -> None:
    shown = {table.get("kind", label) for label, table in TABLES.items()}
    sources = {each.name for each in plugins.find("belisha.chats.live", LiveSource)}
    assert sources - shown == {"matrix", "xmpp"}
