"""The interface of a running service, as a platform's program meets it, on either database."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from belisha.response.notice_languages import tongues
from tests.stream.databases import new_database
from tests.surfaces.served import Served, served

LINES = (
    ("x", "hey how old are you"),
    ("kid", "im 12"),
    ("x", "cool dont tell your parents we talk ok its our secret"),
    ("kid", "ok"),
    ("x", "send me a pic of you, just for me"),
    ("kid", "i dont want to"),
    ("x", "come on if you dont i will tell everyone at your school what you said"),
    ("x", "delete this chat after and add me on snap"),
    ("x", "can we meet tomorrow after school, come alone"),
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    database = new_database(request.getfixturevalue("postgresql")) if request.param == "postgresql" else ""
    with served(tmp_path_factory.mktemp("serve"), database) as running:
        yield running


@pytest.fixture
def client(service: Served) -> Iterator[httpx.Client]:
    with service.client() as opened:
        yield opened


def chat(conversation: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{number}", "conversation": conversation, "sender": sender, "text": text, "recipients": ["kid"]}
        for number, (sender, text) in enumerate(LINES)
    ]


def send(client: httpx.Client, messages: list[dict[str, Any]], **more: Any) -> Any:
    answer = client.post("/v1/messages", json={"messages": messages, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()["receipts"]


def test_a_light_turns_while_messages_come_in_one_by_one(client: httpx.Client) -> None:
    turned = [turn for message in chat("one") for turn in send(client, [message])[0]["turned"]]
    assert {"audience": "moderators", "before": "green", "after": "amber", "about": "x"} in turned
    shown = client.get("/v1/light", params={"id": "one"}).json()
    assert shown["light"] == "red"
    assert [turn["after"] for turn in shown["course"]] == ["amber", "red"]
    assert all(turn["because"] for turn in shown["course"])


def test_the_same_messages_again_are_duplicates_with_their_places(client: httpx.Client) -> None:
    send(client, chat("twice"))
    again = send(client, chat("twice"))
    assert [receipt["duplicate"] for receipt in again] == [True] * len(LINES)
    assert [receipt["position"] for receipt in again] == list(range(1, len(LINES) + 1))


def test_lights_are_listed_newest_first_in_pages_without_gaps(client: httpx.Client) -> None:
    for name in ("page-a", "page-b", "page-c"):
        send(client, chat(name))
    whole = client.get("/v1/lights", params={"kind": "conversation"}).json()["lights"]
    paged: list[dict[str, Any]] = []
    after = None
    while True:
        page = client.get(
            "/v1/lights", params={"kind": "conversation", "limit": 2, **({"after": after} if after else {})}
        )
        paged += page.json()["lights"]
        after = page.json()["next"]
        if after is None:
            break
    assert paged == whole
    assert {light["id"] for light in whole} >= {"page-a", "page-b", "page-c"}


def test_events_go_on_where_the_reader_left_off(client: httpx.Client) -> None:
    send(client, chat("events"))
    first = _events(client, {"since": "0"}, 2)
    assert [event["after"] for event in first] == ["amber", "red"]
    rest = _events(client, {}, 1, {"Last-Event-ID": str(first[0]["number"])})
    assert rest[0]["number"] == first[1]["number"]


def _events(
    client: httpx.Client, parameters: dict[str, str], wanted: int, headers: dict[str, str] | None = None
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    with client.stream("GET", "/v1/events", params=parameters, headers=headers) as stream:
        for line in stream.iter_lines():
            if line.startswith("data: "):
                found.append(json.loads(line[6:]))
            if len(found) == wanted:
                return found
    return found


def test_a_known_child_has_a_notice_and_its_answer_is_kept(client: httpx.Client) -> None:
    send(client, chat("notice"), accounts=[{"account": "kid", "age": 12}])
    notices = client.get("/v1/notices", params={"account": "kid"}).json()["notices"]
    assert notices[0]["conversation"] == "notice"
    assert client.get("/v1/notices", params={"account": "x"}).json()["notices"] == []
    client.post("/v1/messages", json={"answers": [{"account": "kid", "answer": "help", "notice": notices[0]["id"]}]})
    again = client.get("/v1/notices", params={"account": "kid"}).json()["notices"]
    assert again[0]["answer"] == "help"


def test_a_fact_that_is_refused_is_named_and_everything_else_is_taken(client: httpx.Client) -> None:
    facts = [{"account": "fine", "age": 12}, {"account": "odd", "age": 131, "role": "child", "title": "Odd"}]
    body = {"messages": chat("refused"), "accounts": facts, "answers": [{"account": "nobody", "answer": "help"}]}
    answer = client.post("/v1/messages", json=body)
    assert answer.status_code == 200
    assert len(answer.json()["receipts"]) == len(LINES)
    age, said = answer.json()["refused"]
    assert age["where"] == ["accounts", 1, "age"]
    assert "0 to 130" in age["why"]
    assert "null" in age["what_to_do"]
    assert (said["where"], said["why"]) == (["answers", 0], "no such notice was made for this account")
    assert client.post("/v1/messages", json={"accounts": [facts[0]]}).json() == {"receipts": [], "refused": []}


GERMAN = (
    "hallo wie geht es dir heute, was machst du gerade so?",
    "sag bitte deinen eltern nichts davon, das bleibt unser geheimnis, ok?",
    "schick mir doch ein foto von dir, nur für mich, niemand sieht es",
    "wenn du es nicht machst, dann erzähle ich es allen in deiner schule",
    "treffen wir uns morgen nach der schule, komm bitte allein",
    "bist du gerade alleine zuhause?",
    "lösch danach unseren ganzen chat, und sag niemandem was",
    "sonst schicke ich die bilder an deine ganze klasse",
)


def test_a_warned_child_is_offered_a_pause_in_its_words_and_nobody_else_is(client: httpx.Client) -> None:
    lines = [
        {"id": str(number), "conversation": "pause", "sender": "y", "text": text, "recipients": ["leni"]}
        for number, text in enumerate(GERMAN)
    ]
    send(client, lines, accounts=[{"account": "leni", "age": 9}])
    words = tongues()["de"].up_to_11
    answer = client.get("/v1/restrictions", params={"account": "leni"}).json()
    assert answer["pause_before"] == ["picture", "address"]
    assert answer["pause_words"] == {"picture": words.pause_picture, "address": words.pause_address}
    for account in ("y", "never-seen"):
        answer = client.get("/v1/restrictions", params={"account": account}).json()
        assert answer == {"restricted": False, "pause_before": [], "pause_words": {}}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/lights?limit=0", 422),
        ("GET", "/v1/lights?after=nonsense", 422),
        ("GET", "/v1/nothing", 404),
        ("POST", "/v1/messages", 422),
        ("DELETE", "/v1/messages", 405),
        ("POST", "/live/nowhere/x", 404),
    ],
)
def test_errors_are_problems_that_say_what_is_wrong(client: httpx.Client, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]


@pytest.mark.parametrize("key", ["x", "belisha_", "belisha_000000000000_x", "nonsense", "belisha_é_ü"])
def test_without_a_key_that_works_nothing_is_told(service: Served, key: str) -> None:
    headers = {b"Authorization": f"Bearer {key}".encode()}
    for path in ("/v1/lights", "/v1/light?id=one", "/v1/events", "/v1/notices?account=kid", "/metrics"):
        assert httpx.get(service.base + path, headers=headers).status_code == 401


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: httpx.Client) -> None:
    answer = client.post("/v1/messages", content=b"[" * 9_000_000)
    assert answer.status_code == 413

    def pieces() -> Iterator[bytes]:
        for _ in range(9):
            yield b" " * 1_000_000

    assert client.post("/v1/messages", content=pieces()).status_code == 413


def test_metrics_count_and_hold_no_names(client: httpx.Client) -> None:
    send(client, [{"id": "1", "conversation": "secret-room", "sender": "secret-name", "text": "hello there"}])
    figures = client.get("/metrics").text
    assert 'belisha_http_requests_total{method="POST",route="/v1/messages",status="200"}' in figures
    assert "secret" not in figures


def test_nothing_that_was_written_stands_in_the_log(service: Served, client: httpx.Client) -> None:
    send(client, chat("logged"))
    client.get("/v1/light", params={"id": "logged"})
    assert "our secret" not in service.log()
    assert "logged" not in service.log()


def test_one_platform_never_sees_another(service: Served, client: httpx.Client) -> None:
    send(client, chat("mine"))
    other = _other_key(service)
    with service.client(other) as stranger:
        assert stranger.get("/v1/lights").json()["lights"] == []
        assert stranger.get("/v1/light", params={"id": "mine"}).json()["light"] == "green"
        assert stranger.get("/v1/notices", params={"account": "kid"}).json()["notices"] == []
        assert send(stranger, chat("mine")[:1])[0]["position"] == 1


def _other_key(service: Served) -> str:
    scopes = ("messages:write", "lights:read", "notices:read")
    asked = [option for scope in scopes for option in ("--scope", scope)]
    made = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "belisha", "keys", "add", "other", *asked],
        check=True,
        capture_output=True,
        cwd=service.folder,
        env=service.environment(),
    )
    return made.stdout.decode().strip()


def test_a_key_allows_only_what_it_names(service: Served) -> None:
    with service.client(_other_key(service)) as stranger:
        assert stranger.get("/metrics").status_code == 403
        assert stranger.get("/v1/restrictions", params={"account": "x"}).status_code == 403


def test_without_a_key_readiness_says_yes_or_no_alone(service: Served) -> None:
    assert httpx.get(f"{service.base}/ready").json() == {"ready": True}


def test_where_something_listens_already_nothing_is_made_and_no_key_is_shown(service: Served, tmp_path: Path) -> None:
    environment = {**service.environment(), "BELISHA_DATABASE": f"sqlite:///{tmp_path}/other.db"}
    asked = [sys.executable, "-m", "belisha", "serve", "--port", str(service.port)]
    tried = subprocess.run(asked, check=False, capture_output=True, cwd=tmp_path, env=environment)  # noqa: S603 - our own program
    assert tried.returncode == 2
    said = tried.stderr.decode()
    assert str(service.port) in said
    assert "--port" in said
    assert "belisha_" not in said
    assert not (tmp_path / "other.db").exists()
