"""Several lights of the queue are decided with one form, each as a decision of its own."""

import html
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.surfaces.console.staffed import Staffed, form_token, staffed


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staffed]:
    with staffed(tmp_path) as made:
        yield made


def test_ticked_lights_are_decided_singly_and_the_others_stay(staff: Staffed) -> None:
    staff.send("room-3")
    with closing(staff.browser("mona")) as mona:
        queue = mona.get("/console")
        ticks = re.findall(r'name="(light-[0-9a-f]{32})"', queue.text)
        assert len(ticks) >= 3
        fields = {"form_token": form_token(queue), "what": "dismiss", "reason": "game", ticks[0]: "1"}
        filters = re.findall(r'name="filter" value="([^"]*)"', mona.get("/console?light=red&kind=conversation").text)
        for asked, leads in (
            (html.unescape(filters[0]), "?state=open&light=red&kind=conversation&did=several"),
            ("//evil.example", "?did=several"),
        ):
            done = mona.post("/console/queue/decide", data={**fields, "filter": asked})
            assert (done.status_code, done.headers["location"]) == (303, f"/console{leads}")
            fields = {name: value for name, value in fields.items() if name != ticks[0]} | {ticks[1]: "1"}
        left = re.findall(r'name="(light-[0-9a-f]{32})"', mona.get("/console").text)
        assert left == ticks[2:]
        for wrong, says in (
            ({"what": "report"}, "nothing else"),
            ({"what": "restrict"}, "nothing else"),
            ({"reason": ""}, "0 were decided, 1 were not: A dismissal needs a reason"),
            ({ticks[2]: None, "light-00": "1"}, "0 were decided, 1 were not: There is no such"),
        ):
            sent = {"form_token": form_token(queue), "what": "dismiss", "reason": "game", ticks[2]: "1", **wrong}
            answer = mona.post("/console/queue/decide", data={name: value for name, value in sent.items() if value})
            assert answer.status_code == 422
            assert says in answer.text
        assert re.findall(r'name="(light-[0-9a-f]{32})"', mona.get("/console").text) == ticks[2:]
    with closing(staff.browser("aude")) as auditor:
        assert auditor.get("/console/audit").text.count("decided: dismiss") == 2
    with closing(staff.browser("vera")) as viewer:
        assert "light-" not in viewer.get("/console").text
