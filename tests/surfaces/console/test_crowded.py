"""A conversation of many people: whoever is not shown is named, and nothing is left out in silence."""

import re
from contextlib import closing
from pathlib import Path

from tests.surfaces.console.staffed import LINES, staffed

TURNED = re.compile(r'id="(m[0-9]+)"(?:(?!</li>).)*?<span class="flag">turned (amber|red)', re.DOTALL)
"""A message at which a light turned, and which."""


def test_everybody_in_a_crowd_is_named_and_the_turn_marked_wherever_one_looks(tmp_path: Path) -> None:
    with staffed(tmp_path) as console, closing(console.browser("mona")) as mona:
        guests = [f"guest{number}" for number in range(12)]
        said = [*LINES, *((guest, "hello all") for guest in guests for _ in range(5))]
        messages = [
            {"id": f"{at}", "conversation": "crowd", "sender": sender, "text": text, "recipients": ["lily"]}
            for at, (sender, text) in enumerate(said)
        ]
        told = {"messages": messages, "accounts": [{"account": "lily", "age": 12}]}
        with console.service.client() as client:
            assert client.post("/v1/messages", json=told).status_code == 200
        queue = mona.get("/console?kind=conversation").text
        found = re.search(r'href="(/console/conversation/[0-9a-f]{32})"><bdi>crowd<', queue)
        assert found
        page = mona.get(found[1]).text
        assert all(f"<bdi>{name}</bdi>" in page for name in ("wolf77", "lily", *guests))
        marked = TURNED.findall(page)
        assert marked
        elsewhere = mona.get(f"{found[1]}?at=60").text
        assert 'id="m60"' in elsewhere
        assert not TURNED.search(elsewhere), "looking at a message does not make it the one that turned the light"
        assert TURNED.findall(mona.get(f"{found[1]}/messages?first=1&last=10").text) == marked
        assert "time unknown" not in page
