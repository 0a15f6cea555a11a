"""Cases and erasures over HTTP: what each key may, and that nothing leaves before two people released it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from belisha.stream.store.access import new_api_key
from belisha.stream.store.audit import audit_page
from belisha.stream.store.cases import agree_release, ask_release, case_with, close_case, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import cases
from belisha.stream.store.roles import Person, Role
from tests.stream.databases import new_database
from tests.stream.store.console_people import add
from tests.stream.store.desks import key_of_chat
from tests.surfaces.api.test_interface import chat
from tests.surfaces.served import Served, served


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    if request.param == "postgresql":
        return new_database(request.getfixturevalue("postgresql"))
    return f"sqlite:///{tmp_path_factory.mktemp('data')}/belisha.db"


@pytest.fixture(scope="module")
def service(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("serve"), address) as running:
        yield running


@pytest.fixture(scope="module")
def running(service: Served, address: str) -> Iterator[Database]:
    assert service.key
    opened = Database(address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def client(service: Served, running: Database) -> Iterator[httpx.Client]:
    with running.writing() as connection:
        scopes = frozenset({"messages:write", "cases:read", "data:erase", "lights:read"})
        key = new_api_key(connection, "school", scopes)
    with service.client(key) as opened:
        yield opened


@pytest.fixture(scope="module")
def officers(running: Database) -> tuple[Person, Person]:
    with running.writing() as connection:
        first, second = (add(connection, name, Role.OFFICER, "school") for name in ("first", "second"))
    return first, second


def opened_case(running: Database, client: httpx.Client, person: Person, conversation: str) -> int:
    child = {"account": f"kid-{conversation}", "age": 12}
    messages: list[dict[str, Any]] = [
        {
            **each,
            "sender": f"{each['sender']}-{conversation}",
            "recipients": [child["account"]],
        }
        for each in chat(conversation)
    ]
    assert client.post("/v1/messages", json={"messages": messages, "accounts": [child]}).status_code == 200
    with running.writing() as connection:
        return open_case(connection, "school", key_of_chat(conversation), person, 1_780_000_000.0)


def release(running: Database, officers: tuple[Person, Person], number: int) -> None:
    with running.writing() as connection:
        case = case_with(connection, "school", number)
        assert case is not None
        ask_release(connection, case, officers[0], 1_780_000_100.0)
        agree_release(connection, case, officers[1], 1_780_000_200.0)


def test_nothing_leaves_a_case_before_two_people_released_it(
    running: Database, client: httpx.Client, officers: tuple[Person, Person]
) -> None:
    number = opened_case(running, client, officers[0], "one")
    shown = client.get(f"/v1/cases/{number}").json()
    assert (shown["status"], shown["about"], shown["conversations"]) == ("open", "x-one", ["one"])
    refused = client.get(f"/v1/cases/{number}/exports/json_file")
    assert refused.status_code == 409
    assert "Two people" in refused.json()["detail"]
    release(running, officers, number)
    given = client.get(f"/v1/cases/{number}/exports/json_file")
    assert given.status_code == 200
    assert "send me a pic" in given.text
    assert given.json()["case"]["book"][-1]["recorded"]["what"] == "released"
    again = client.get(f"/v1/cases/{number}/exports/json_file").json()
    assert again["case"]["book"][-1]["recorded"]["what"] == "exported"
    with running.reading() as connection:
        assert [entry.recorded["what"] for entry in audit_page(connection, "school", limit=2)] == ["exported case"] * 2
    assert client.get(f"/v1/cases/{number}/exports/nothing").status_code == 404
    assert client.get("/v1/cases/9999/exports/json_file").status_code == 404


def test_cases_are_listed_in_pages(running: Database, client: httpx.Client, officers: tuple[Person, Person]) -> None:
    for name in ("a", "b", "c"):
        opened_case(running, client, officers[0], f"page-{name}")
    whole = client.get("/v1/cases").json()["cases"]
    paged: list[dict[str, Any]] = []
    after = None
    while True:
        page = client.get("/v1/cases", params={"limit": 2, **({"after": after} if after else {})}).json()
        paged += page["cases"]
        after = page["next"]
        if after is None:
            break
    assert paged == whole
    assert len(whole) >= 3
    assert client.get("/v1/cases", params={"after": "nonsense"}).status_code == 422


def test_an_account_is_erased_unless_a_case_needs_it(
    running: Database, client: httpx.Client, officers: tuple[Person, Person]
) -> None:
    number = opened_case(running, client, officers[0], "erased")
    refused = client.post("/v1/erasures", json={"account": "x-erased"})
    assert refused.status_code == 409
    with running.writing() as connection:
        case = case_with(connection, "school", number)
        assert case is not None
        close_case(connection, case, officers[0], 1_780_000_300.0)
    done = client.post("/v1/erasures", json={"account": "x-erased"})
    assert done.status_code == 200
    assert done.json()["messages"] == sum(each["sender"] == "x" for each in chat("erased"))
    assert client.get("/v1/light", params={"id": "erased"}).json()["light"] == "green"
    with running.reading() as connection:
        assert connection.execute(cases.select().where(cases.c.number == number)).one().about is None


def test_other_keys_reach_nothing(running: Database, client: httpx.Client, officers: tuple[Person, Person]) -> None:
    number = opened_case(running, client, officers[0], "mine")
    release(running, officers, number)
    with running.writing() as connection:
        stranger = new_api_key(connection, "club", frozenset({"cases:read", "data:erase"}))
        narrow = new_api_key(connection, "school", frozenset({"lights:read"}))
    asked = ("/v1/cases", f"/v1/cases/{number}", f"/v1/cases/{number}/exports/page")
    others = {"Authorization": f"Bearer {stranger}"}
    answers = [client.get(path, headers=others) for path in asked]
    assert [answer.status_code for answer in answers] == [200, 404, 404]
    assert answers[0].json()["cases"] == []
    assert client.post("/v1/erasures", headers=others, json={"account": "x-mine"}).json()["messages"] == 0
    for path in asked:
        assert client.get(path, headers={"Authorization": f"Bearer {narrow}"}).status_code == 403
    erased: httpx.Response = client.post(
        "/v1/erasures", headers={"Authorization": f"Bearer {narrow}"}, json={"account": "x-mine"}
    )
    assert erased.status_code == 403
