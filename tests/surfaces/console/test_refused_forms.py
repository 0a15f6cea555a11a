"""A form that is refused costs nobody what was typed: the page is shown again with it, and says why."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing

import httpx
import pytest

from tests.surfaces.console.staffed import Staffed, form_token, staffed


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    with staffed(tmp_path_factory.mktemp("refused")) as made:
        yield made


@pytest.fixture(scope="module")
def doors(console: Staffed) -> Iterator[dict[str, httpx.Client]]:
    with ExitStack() as opened:
        yield {name: opened.enter_context(closing(console.browser(name))) for name in ("mona", "olaf", "adam")}


def act(who: httpx.Client, where: str, **fields: str) -> httpx.Response:
    return who.post(where, data={"form_token": form_token(who.get("/console/preferences")), **fields})


def subject(who: httpx.Client, kind: str) -> str:
    found = re.search(rf"/console/{kind}/[0-9a-f]{{32}}", who.get("/console").text)
    assert found
    return found[0]


@pytest.mark.parametrize("kind", ["conversation", "account"])
@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"what": "dismiss"}, "A dismissal needs a reason"),
        ({"what": "escalate", "reason": "peers"}, "Only a dismissal has a reason"),
        ({"what": "dance"}, "Choose what to do."),
        ({"what": "report"}, "needs the right release"),
    ],
)
def test_a_decision(doors: dict[str, httpx.Client], kind: str, fields: dict[str, str], says: str) -> None:
    where = subject(doors["mona"], kind)
    answer = act(doors["mona"], f"{where}/decide", note="\n  two lines <b>\nof mine", **fields)
    assert answer.status_code == (403 if fields["what"] == "report" else 422)
    assert says in answer.text
    assert ">\n\n  two lines &lt;b&gt;\nof mine</textarea>" in answer.text.replace("\r", "")
    assert ('value="peers" selected' in answer.text) == (fields.get("reason") == "peers")
    assert "two lines" not in doors["mona"].get(where).text, "nothing was decided"


def test_a_decision_about_what_is_not_there_is_not_found(doors: dict[str, httpx.Client]) -> None:
    assert act(doors["mona"], f"/console/conversation/{'0' * 32}/decide", what="dismiss").status_code == 404
    assert act(doors["mona"], f"/console/room/{'0' * 32}/decide", what="dismiss").status_code == 422


def test_the_links_of_a_page_that_is_shown_again_lead_where_they_did(doors: dict[str, httpx.Client]) -> None:
    where = subject(doors["mona"], "conversation")
    answer = act(doors["mona"], f"{where}/decide", what="dismiss")
    links = re.findall(r'href="([^"]+)"', answer.text)
    assert not [each for each in links if not each.startswith(("/", "#", "data:"))]


def test_a_step_of_a_case(doors: dict[str, httpx.Client]) -> None:
    key = subject(doors["mona"], "conversation").rpartition("/")[2]
    case = act(doors["mona"], "/console/cases", key=key).headers["location"]
    act(doors["olaf"], f"{case}/ask-release", note="the school asked for it")
    assert "olaf asks to release this case to the police: the school asked for it" in doors["mona"].get(case).text
    for step, field, value, status in (
        ("agree-release", "note", "agreed at once", 403),
        ("preserve", "days", "many", 422),
        ("note", "note", " ", 422),
    ):
        answer = act(doors["olaf"], f"{case}/{step}", **{field: value})
        assert answer.status_code == status
        assert "What you typed is still here." in answer.text
    assert 'value="many"' in act(doors["olaf"], f"{case}/preserve", days="many").text


def test_an_appeal(console: Staffed, doors: dict[str, httpx.Client]) -> None:
    where = subject(doors["olaf"], "account")
    assert act(doors["olaf"], f"{where}/decide", what="restrict", note="asks for pictures").status_code == 303
    console.appeal("wolf77", "It was a game.")
    page = doors["olaf"].get("/console/appeals").text
    assert "The note then: asks for pictures" in page
    assert "You restricted it. Somebody else must decide." in page
    assert "Grant" not in page, "what is refused is not offered"
    refused = act(doors["mona"], "/console/appeals/1", outcome="perhaps", note="I talked to the school")
    assert refused.status_code == 422
    assert "I talked to the school</textarea>" in refused.text
    assert act(doors["mona"], "/console/appeals/1", outcome="granted").status_code == 303
    late = act(doors["mona"], "/console/appeals/1", outcome="upheld", note="it was a game, I asked")
    assert late.status_code == 422
    assert "decided already" in late.text
    assert "it was a game, I asked" in late.text
    assert "<strong>granted</strong> by Mona" in doors["mona"].get("/console/appeals?decided=true").text


def test_a_new_person(doors: dict[str, httpx.Client]) -> None:
    answer = act(doors["adam"], "/console/people", name="mona", title="Mona the second", role="officer")
    assert answer.status_code == 422
    assert 'value="Mona the second"' in answer.text
    assert "<option selected>officer</option>" in answer.text
