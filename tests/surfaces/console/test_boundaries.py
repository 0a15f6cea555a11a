"""Each role reaches what it is there for and nothing else; every form must come from our own page."""

import re
from collections.abc import Iterator

import httpx
import pytest

from tests.surfaces.console.staffed import PASSWORD, PEOPLE, Staffed, form_token, staffed

PAGES = {
    "/console": {"vera", "mona", "olaf", "olga", "adam", "aude"},
    "/console/decisions": {"mona", "olaf", "olga"},
    "/console/cases": {"mona", "olaf", "olga"},
    "/console/appeals": {"mona", "olaf", "olga"},
    "/console/statistics": {"vera", "mona", "olaf", "olga", "adam", "aude"},
    "/console/people": {"adam"},
    "/console/audit": {"aude"},
    "/console/preferences": set(PEOPLE),
}
"""Who may open which page."""


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    with staffed(tmp_path_factory.mktemp("console")) as made:
        yield made


@pytest.fixture(scope="module")
def doors(console: Staffed) -> Iterator[dict[str, httpx.Client]]:
    opened = {name: console.browser(name) for name in PEOPLE}
    yield opened
    for client in opened.values():
        client.close()


@pytest.fixture(scope="module")
def conversation(doors: dict[str, httpx.Client]) -> str:
    """The address of a conversation that is in the queue."""
    found = re.search(r"/console/conversation/[0-9a-f]{32}", doors["mona"].get("/console").text)
    assert found
    return found[0]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("name", PEOPLE)
def test_a_page_opens_for_those_it_is_for(doors: dict[str, httpx.Client], path: str, name: str) -> None:
    assert doors[name].get(path).status_code == (200 if name in PAGES[path] else 403)


@pytest.mark.parametrize("name", PEOPLE)
def test_messages_are_read_by_those_who_decide_and_nobody_else(
    doors: dict[str, httpx.Client], conversation: str, name: str
) -> None:
    answer = doors[name].get(conversation)
    may = name in {"mona", "olaf", "olga"}
    assert answer.status_code == (200 if may else 403)
    assert ("our secret" in answer.text) == may
    assert doors[name].get(f"{conversation}/messages?first=1&last=5").status_code == (200 if may else 403)


def test_nobody_who_is_not_signed_in_sees_anything(console: Staffed, conversation: str) -> None:
    for path in (*PAGES, conversation, "/console/cases/1", "/console/next"):
        answer = httpx.get(console.base + path)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/console/sign-in"


def test_forms_without_the_sessions_token_do_nothing(doors: dict[str, httpx.Client], conversation: str) -> None:
    for token in ("", "x", form_token(doors["olaf"].get("/console/preferences"))):
        answer = doors["mona"].post(f"{conversation}/decide", data={"what": "escalate", "form_token": token})
        assert answer.status_code == 403


@pytest.mark.parametrize("name", ["vera", "adam", "aude"])
def test_those_who_do_not_decide_cannot(doors: dict[str, httpx.Client], conversation: str, name: str) -> None:
    token = form_token(doors[name].get("/console/preferences"))
    key = conversation.rpartition("/")[2]
    for path, fields in (
        (f"{conversation}/decide", {"what": "escalate"}),
        (f"{conversation}/take", {}),
        ("/console/cases", {"key": key}),
        ("/console/appeals/1", {"outcome": "granted"}),
    ):
        assert doors[name].post(path, data={"form_token": token, **fields}).status_code == 403


def test_moderators_make_nobody_an_administrator(doors: dict[str, httpx.Client]) -> None:
    token = form_token(doors["mona"].get("/console/preferences"))
    fields = {"form_token": token, "name": "eve", "role": "administrator"}
    assert doors["mona"].post("/console/people", data=fields).status_code == 403
    assert doors["mona"].post("/console/people/2/role", data=fields).status_code == 403


def test_a_case_leaves_only_when_two_released_it(doors: dict[str, httpx.Client], conversation: str) -> None:
    mona, olaf, olga = doors["mona"], doors["olaf"], doors["olga"]

    def act(who: httpx.Client, where: str, **fields: str) -> httpx.Response:
        token = form_token(who.get("/console/preferences"))
        return who.post(where, data={"form_token": token, **fields})

    made = act(mona, "/console/cases", key=conversation.rpartition("/")[2])
    case = made.headers["location"]
    assert olaf.get(f"{case}/exports/json_file").status_code == 422
    assert "/exports/" not in olaf.get(case).text, "what is refused is not offered"
    assert mona.get(f"{case}/exports/json_file").status_code == 403
    assert act(olaf, f"{case}/ask-release", note="please").status_code == 303
    assert act(olaf, f"{case}/agree-release").status_code == 403, "nobody agrees with itself"
    assert act(mona, f"{case}/agree-release").status_code == 403, "moderators do not release"
    assert olaf.get(f"{case}/exports/json_file").status_code == 422
    assert act(olga, f"{case}/agree-release").status_code == 303
    assert f'href="{case}/exports/json_file"' in olaf.get(case).text
    left = olaf.get(f"{case}/exports/json_file")
    assert left.status_code == 200
    assert "attachment" in left.headers["content-disposition"]


def test_pages_carry_their_protection(doors: dict[str, httpx.Client], conversation: str) -> None:
    answer = doors["mona"].get(conversation)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<b>now</b>" not in answer.text
    assert "<script>" not in answer.text, "nothing runs inline"
    assert " style=" not in answer.text


def test_the_cookie_is_for_this_console_alone(console: Staffed) -> None:
    answer = httpx.post(f"{console.base}/console/sign-in", data={"name": "mona", "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/console" in cookie


@pytest.mark.parametrize(
    ("told", "status"), [("cross-site", 403), ("same-site", 403), ("same-origin", 303), ("none", 303)]
)
def test_nobody_is_signed_in_by_a_form_of_another_site(console: Staffed, told: str, status: int) -> None:
    fields = {"name": "mona", "password": PASSWORD}
    answer = httpx.post(f"{console.base}/console/sign-in", data=fields, headers={"Sec-Fetch-Site": told})
    assert answer.status_code == status
    assert ("set-cookie" in answer.headers) == (status == 303)


def test_a_refused_sign_in_says_the_same_whatever_was_wrong(console: Staffed) -> None:
    said = set()
    for name in ("mona", "nobody-of-that-name"):
        answer = httpx.post(f"{console.base}/console/sign-in", data={"name": name, "password": "wrong wrong wrong"})
        assert answer.status_code == 403
        said.add(re.sub(r'value="[^"]*"', "", answer.text))
    assert len(said) == 1


def test_signing_out_ends_the_session_for_good(console: Staffed) -> None:
    client = console.browser("vera")
    kept = dict(client.cookies)
    token = form_token(client.get("/console/preferences"))
    client.post("/console/sign-out", data={"form_token": token})
    assert httpx.get(f"{console.base}/console", cookies=kept).status_code == 303
    client.close()


@pytest.mark.parametrize(
    "path",
    ["/console/conversation/xyz", f"/console/account/{'0' * 32}", "/console/cases/999", "/console/static/../../x"],
)
def test_what_is_not_there_is_not_found(doors: dict[str, httpx.Client], path: str) -> None:
    assert doors["olaf"].get(path).status_code == 404


def test_what_is_refused_is_a_page_with_a_way_back(doors: dict[str, httpx.Client], conversation: str) -> None:
    gone = doors["mona"].get("/console/cases/999")
    unknown = doors["mona"].get("/console/no/such/page")
    forged = doors["mona"].post(f"{conversation}/decide", data={"what": "escalate", "form_token": "x"})
    for answer, status in ((gone, 404), (unknown, 404), (forged, 403)):
        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["cache-control"] == "no-store"
        assert 'href="/console"' in answer.text


@pytest.mark.parametrize(
    ("came_from", "leads_back"),
    [("/console/cases?status=open", True), ("/elsewhere", False), ("//evil.example/console/", False), ("", False)],
)
def test_the_way_back_leads_to_the_page_before_if_it_is_ours(
    console: Staffed, doors: dict[str, httpx.Client], came_from: str, leads_back: bool
) -> None:
    headers = {"Referer": f"{console.base}{came_from}"} if came_from else {}
    page = doors["mona"].get("/console/cases/999", headers=headers).text
    assert ('href="/console/cases">Back' in page) == leads_back
    assert page.count('class="return"') == 1 + leads_back
    assert "evil.example" not in page


def test_every_look_stands_in_the_audit_log(doors: dict[str, httpx.Client], conversation: str) -> None:
    doors["mona"].get(conversation)
    log = doors["aude"].get("/console/audit?verify=true").text
    assert "opened conversation" in log
    assert conversation.rpartition("/")[2] in log
    assert "Every link holds." in log
    assert "our secret" not in log


def test_an_invitation_leads_to_the_service_and_not_where_the_host_header_says(
    console: Staffed, doors: dict[str, httpx.Client]
) -> None:
    adam = doors["adam"]
    fields = {"name": "ines", "role": "viewer", "form_token": form_token(adam.get("/console/people"))}
    page = adam.post("/console/people", data=fields, headers={"Host": "evil.example"})
    assert f"{console.base}/console/invitation/" in page.text
    assert "evil.example" not in page.text
