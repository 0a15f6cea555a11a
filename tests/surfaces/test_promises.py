"""Promises of docs/security.md that no other file tries: nothing leaks or is forged, and every look is written down."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from belisha.settings import Database as DatabaseSettings
from belisha.settings import Limits, Settings, SignIn, Webhook
from belisha.stream.store.access import new_api_key, revoke_api_key
from belisha.stream.store.audit import audit_page
from belisha.stream.store.invitations import accept, invite
from belisha.stream.store.people import add_person
from belisha.stream.store.roles import Person, Role
from belisha.stream.store.sessions import sign_in
from belisha.stream.store.tables import deliveries, metadata
from belisha.surfaces.api.application import create_application
from belisha.surfaces.running import Running
from tests.surfaces.console.staffed import LINES, PASSWORD
from tests.surfaces.house import CONSOLE, EXPECTED, FORMS, HOUSE, House, answering, filled, house

__all__ = ["house"]
MARK = "marmalade-zebra"
"""A word that nobody else says."""
SECRETS = {"HOOK_SECRET": "sesame-of-the-hook", "OIDC_SECRET": "sesame-of-the-provider"}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A service with webhooks, secrets and tight limits, and a chat of concern whose every message holds the mark."""
    url = f"sqlite:///{tmp_path_factory.mktemp('strict')}/belisha.db"
    hook = "https://hook.example.org/in"
    settings = Settings(
        database=DatabaseSettings(url=url),
        limits=Limits(requests_per_minute=60, text_characters=300, messages_per_request=20, body_bytes=60_000),
        sign_in=SignIn(oidc_issuer="https://issuer.example.org", oidc_secret_env="OIDC_SECRET"),  # noqa: S106 - a name
        webhooks=(Webhook(hook, "HOOK_SECRET"), Webhook(hook, "HOOK_SECRET", what="notices")),
    )
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SECRETS.items():
            patch.setenv(name, value)
        running = Running(settings)
        application = create_application(running)
        with answering(application) as client:
            made = House(running, application, client)
            messages = [
                {"id": str(number), "conversation": "room-1", "sender": sender, "text": f"{text} {MARK}"}
                for number, (sender, text) in enumerate(LINES)
            ]
            told = {"messages": messages, "accounts": [{"account": "lily", "age": 12}]}
            key = made.key("school", "messages:write")
            assert client.post("/v1/messages", json=told, headers=key).status_code == 200
            yield made


def dump(running: Running) -> bytes:
    """Everything in the database as it stands there: nothing is opened."""
    found = []
    with running.database.reading() as connection:
        for table in metadata.sorted_tables:
            for row in connection.execute(select(table)):
                found += [bytes(value) if isinstance(value, bytes) else str(value).encode() for value in row]
    return b"\n".join(found)


def test_no_light_event_or_webhook_holds_a_word_that_was_written(strict: House) -> None:
    key = strict.key("school", "lights:read", "notices:read", "restrictions:read", "metrics:read")
    paths = (
        "/v1/lights",
        "/v1/light?id=room-1",
        "/v1/light?kind=account&id=wolf77",
        "/v1/notices?account=lily",
        "/v1/restrictions?account=lily",
        "/metrics",
    )
    said = [strict.ask("GET", path, key).text for path in paths]
    with strict.client.stream("GET", "/v1/events?since=0", headers=key) as events:
        line = next(each for each in events.iter_lines() if each.startswith("data:"))
    said.append(line)
    with strict.running.database.reading() as connection:
        said += [bytes(body).decode() for body in connection.execute(select(deliveries.c.body)).scalars()]
    assert len(said) > len(paths) + 1, "a webhook was told"
    assert '"light"' in said[0]
    assert not [each for each in said if MARK in each]
    for _, text in LINES[2:]:
        assert not [each for each in said if text in each]


def test_a_key_that_is_wrong_revoked_or_over_is_refused_in_the_same_words(house: House) -> None:
    with house.running.database.writing() as connection:
        revoked = new_api_key(connection, "school", frozenset({"lights:read"}))
        assert revoke_api_key(connection, revoked.split("_")[1])
        over = new_api_key(connection, "school", frozenset({"lights:read"}), "", time.time() - 1)
        works = new_api_key(connection, "school", frozenset({"lights:read"}))
    wrong = f"{works[:-4]}{'x' * 4}"
    unknown = f"belisha_{'0' * 12}_{'x' * 32}"
    answers = [
        house.ask("GET", "/v1/lights", {"Authorization": f"Bearer {key}"}) for key in (revoked, over, wrong, unknown)
    ]
    assert {(answer.status_code, answer.text) for answer in answers} == {(401, answers[0].text)}
    assert house.ask("GET", "/v1/lights", {"Authorization": f"Bearer {works}"}).status_code == 200


@pytest.mark.parametrize(
    "door", [*FORMS, *(each for each, who in EXPECTED.items() if each[0] == "POST" and who == "open")]
)
@pytest.mark.parametrize("told", ["cross-site", "same-site"])
def test_no_form_of_another_site_does_anything_even_with_the_right_token(
    house: House, door: tuple[str, str], told: str
) -> None:
    if not door[1].startswith("/console"):
        return  # no form: a chat server posts there, and signs it
    who = EXPECTED[door]
    data = {"name": "nobody", "password": PASSWORD, "again": PASSWORD}
    cookie: dict[str, str] = {}
    if isinstance(who, set):
        cookie = house.enter(None if "models" in door[1] else "school", next(role for role in Role if role in who))
        data["form_token"] = house.form_token(cookie)
    files = {"file": ("a.txt", b"x")} if "case-files" in door[1] else None
    answer = house.ask("POST", filled(door[1]), {**cookie, "Sec-Fetch-Site": told}, data=data, files=files)
    assert answer.status_code == 403
    assert "sent by another site" in answer.text
    assert "set-cookie" not in answer.headers


LOOKS = {
    f"/console/conversation/{HOUSE}": "opened conversation",
    f"/console/conversation/{HOUSE}/messages?first=1&last=5": "read on",
    "/console/cases/1": "opened case",
}


@pytest.mark.parametrize("path", [*LOOKS, "account", "file", "export"])
def test_every_look_at_somebody_stands_in_the_log_with_who_looked(house: House, picture: str, path: str) -> None:
    cookie, what = house.enter("school", Role.OFFICER), LOOKS.get(path, "")
    if path == "account":
        found = re.search(
            r"/console/account/[0-9a-f]{32}", house.ask("GET", f"/console/conversation/{HOUSE}", cookie).text
        )
        assert found
        path, what = found[0], "opened account"
    elif path == "file":
        path, what = picture, "fetched file"
    elif path == "export":
        release(house)
        path, what = "/console/cases/1/exports/json_file", "exported case"
    before = time.time()
    assert house.ask("GET", path, cookie).status_code == 200
    with house.running.database.reading() as connection:
        newest = audit_page(connection, "school", limit=1)[0]
    assert (newest.recorded["what"], newest.recorded["name"]) == (what, "officer-of-school")
    assert newest.at >= before - 1


@pytest.fixture(scope="module")
def picture(house: House) -> str:
    """The address of a file of the case that would run a script where it is shown."""
    cookie = house.enter("school", Role.OFFICER)
    data = {"form_token": house.form_token(cookie)}
    files = {"file": ("picture.svg", SVG, "image/svg+xml")}
    assert house.ask("POST", "/console/case-files/1", cookie, data=data, files=files).status_code == 303
    found = re.findall(r"/console/cases/1/files/\d+", house.ask("GET", "/console/cases/1", cookie).text)
    return str(found[-1])


def release(house: House) -> None:
    """Lets two people release the case."""
    first, second = house.enter("school", Role.OFFICER), house.enter("school", Role.OFFICER, f"second-{time.time_ns()}")
    for cookie, what in ((first, "ask-release"), (second, "agree-release")):
        data = {"form_token": house.form_token(cookie), "note": "n"}
        assert house.ask("POST", f"/console/cases/1/{what}", cookie, data=data).status_code == 303


def test_a_file_is_downloaded_as_bytes_and_never_shown(house: House, picture: str) -> None:
    cookie = house.enter("school", Role.OFFICER)
    answer = house.ask("GET", picture, cookie)
    assert answer.content == SVG
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    for path in ("/console/cases/1", f"/console/conversation/{HOUSE}"):
        page = house.ask("GET", path, cookie).text
        assert not re.search(r"<(img|embed|object|iframe|video|audio)\b", page)


def test_sign_ins_of_one_address_are_limited_whatever_the_name(strict: House) -> None:
    tried = [
        strict.ask("POST", "/console/sign-in", data={"name": f"n{number}", "password": "wrong wrong"}).status_code
        for number in range(6)
    ]
    assert tried[0] == 403
    assert tried[-1] == 429


def test_of_tokens_and_invitations_only_hashes_are_kept(house: House) -> None:
    cookie = house.enter("school", Role.VIEWER)
    now = time.time()
    with house.running.database.writing() as connection:
        person = add_person(connection, None, Person(0, "not-yet", "", Role.VIEWER, "school"), now)
        invitation = invite(connection, None, person.id, now)
        key = new_api_key(connection, "school", frozenset({"lights:read"}))
    left = dump(house.running)
    assert b"not-yet" in left
    for secret in (cookie["Cookie"].partition("=")[2], invitation, key.split("_", 2)[2], PASSWORD):
        assert secret.encode() not in left


def session_of_somebody(house: House, role: Role) -> dict[str, str]:
    """The cookie of somebody who signed in where no address is counted."""
    now = time.time()
    with house.running.database.writing() as connection:
        person = add_person(connection, None, Person(0, f"somebody-{role}", "", role, None), now)
        token = invite(connection, None, person.id, now)
    accept(house.running.database, token, PASSWORD, now)
    return {"Cookie": f"belisha_session={sign_in(house.running.database, person.name, PASSWORD, now)[0]}"}


def test_no_secret_of_the_settings_is_in_any_page_or_answer(strict: House) -> None:
    pages = []
    for role in (Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR):
        cookie = session_of_somebody(strict, role)
        pages += [strict.ask("GET", filled(door[1]), cookie).text for door in CONSOLE if door[0] == "GET"]
    key = strict.key("school", "metrics:read")
    pages += [strict.ask("GET", path, key).text for path in ("/ready", "/health", "/metrics", "/openapi.json", "/v1/x")]
    assert any("Audit log" in page for page in pages)
    assert not [page for page in pages for secret in SECRETS.values() if secret in page]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"text": "x" * 301}, 422),
        ({"text": "x" * 300}, 200),
        ({"id": "x" * 2_000}, 422),
        ({"conversation": ""}, 422),
        ({"sender": "x" * 2_000}, 422),
        ({"recipients": [f"r{number}" for number in range(201)]}, 422),
        ({"attachments": [f"a{number}" for number in range(51)]}, 422),
        ({"text": "x" * 70_000}, 413),
    ],
)
def test_texts_names_counts_and_bodies_have_an_end(strict: House, told: dict[str, Any], status: int) -> None:
    message = {"id": "1", "conversation": "limits", "sender": "a", "text": "hi", **told}
    answer = strict.ask("POST", "/v1/messages", strict.key("school", "messages:write"), json={"messages": [message]})
    assert answer.status_code == status, answer.text
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"


def test_more_messages_at_once_than_agreed_are_refused(strict: House) -> None:
    messages = [{"id": str(number), "conversation": "many", "sender": "a", "text": "hi"} for number in range(21)]
    key = strict.key("school", "messages:write")
    answer: httpx.Response = strict.ask("POST", "/v1/messages", key, content=json.dumps({"messages": messages}))
    assert answer.status_code in {413, 422}


DOCUMENT = Path(__file__).parents[2] / "docs" / "security.md"


def test_every_promise_names_tests_that_exist() -> None:
    """Each row of the table, and each sentence of what is never in it, names at least one test by file and name."""
    promises = [
        line for line in DOCUMENT.read_text("utf-8").splitlines() if line.startswith("| ") and "---" not in line
    ]
    promises = [line for line in promises if not line.endswith("| tried in |")]
    assert len(promises) > 25
    root = DOCUMENT.parents[1]
    for promise in promises:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", promise)
        assert named, promise
        for file, name in named:
            assert re.search(rf"^(async )?def {name}\(", (root / file).read_text("utf-8"), re.MULTILINE), (file, name)
