"""Several lights of the queue are decided with one form, each as a decision of its own."""

import html
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from belisha.stream.store.database import Database
from belisha.stream.store.learning import labelled
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


def taught(staff: Staffed) -> list[str]:
    """The keys of conversations from which something can be learned now."""
    database = Database(f"sqlite:///{staff.service.folder}/belisha.db")
    with database.reading() as connection:
        found = [each.key.hex() for each in labelled(connection, "default")]
    database.close()
    return found


def test_each_of_several_waits_for_a_second_person_of_its_own(staff: Staffed) -> None:
    with closing(staff.browser("mona")) as mona, closing(staff.browser("olaf")) as olaf:
        doors = (("mona", mona), ("olaf", olaf))
        queue = mona.get("/console?kind=conversation")
        keys = re.findall(r'name="light-([0-9a-f]{32})"', queue.text)[:2]
        assert len(keys) == 2
        fields = {"form_token": form_token(queue), "what": "dismiss", "reason": "game", "note": "one script"}
        mona.post("/console/queue/decide", data={**fields, **{f"light-{key}": "1" for key in keys}})
        numbers = {}
        for key in keys:
            own = mona.get(f"/console/conversation/{key}").text
            assert "one script" in own
            assert "I agree" not in own, "nobody is the second person of its own decision"
            numbers[key] = re.findall(r"/console/decision/(\d+)/confirm", olaf.get(f"/console/conversation/{key}").text)
            assert len(numbers[key]) == 1
        first, second = (numbers[key][0] for key in keys)
        assert first != second
        token = form_token(mona.get("/console/preferences"))
        refused = mona.post(f"/console/decision/{first}/confirm", data={"form_token": token})
        assert refused.status_code == 403
        assert "somebody else than who made it" in refused.text
        assert taught(staff) == []
        token = form_token(olaf.get("/console/preferences"))
        assert olaf.post(f"/console/decision/{first}/confirm", data={"form_token": token}).status_code == 303
        assert taught(staff) == [keys[0]], "agreeing with one is not agreeing with all"
        waiting = {
            who: re.findall(r'data-row href="([^"]+)"', door.get("/console/decisions").text) for who, door in doors
        }
        assert waiting == {"mona": [], "olaf": [f"/console/conversation/{keys[1]}"]}
        assert "I agree" in olaf.get(f"/console/conversation/{keys[1]}").text


def test_what_was_typed_for_several_is_kept_when_it_is_refused(staff: Staffed) -> None:
    with closing(staff.browser("mona")) as mona:
        page = mona.get("/console?light=red&kind=conversation")
        tick = re.findall(r'name="(light-[0-9a-f]{32})"', page.text)[0]
        filtered = html.unescape(re.findall(r'name="filter" value="([^"]*)"', page.text)[0])
        fields = {"form_token": form_token(page), "filter": filtered, "note": 'they play "chess"', tick: "1"}
        answer = mona.post("/console/queue/decide", data={**fields, "what": "dismiss", "reason": ""})
        assert answer.status_code == 422
        assert 'value="they play &#34;chess&#34;"' in answer.text
        assert f'name="{tick}" value="1" checked' in answer.text
        assert f'name="filter" value="{html.escape(filtered)}"' in answer.text
