"""Every address of the service, with everybody who might knock: a new one without an expectation here is an error.

The addresses are read from the application itself. Each is tried without anything, with each role, with each scope, and
by people and programs of another platform.
"""

import re
import time

import httpx
import pytest
from sqlalchemy import select

from belisha.stream.store.access import SCOPES
from belisha.stream.store.audit import last_link
from belisha.stream.store.invitations import invite
from belisha.stream.store.people import add_person, disable
from belisha.stream.store.platform_audit import prove
from belisha.stream.store.roles import Person, Role
from belisha.stream.store.tables import lights
from tests.surfaces.console.staffed import PASSWORD
from tests.surfaces.house import (
    CONSOLE,
    ENDLESS,
    EXPECTED,
    FORMS,
    HOUSE,
    INTERFACE,
    WHOLE_SERVICE,
    House,
    doors_of,
    filled,
    house,
)

__all__ = ["house"]
NOWHERE = {"key": "0" * 32, "number": "99999", "file": "99999", "identity": "99999"}
"""What there is on no platform."""


def test_every_address_of_the_application_stands_here(house: House) -> None:
    assert set(doors_of(house.application.routes)) == set(EXPECTED)


@pytest.mark.parametrize("door", CONSOLE, ids=" ".join)
def test_the_console_opens_to_the_roles_that_are_meant_and_to_no_others(house: House, door: tuple[str, str]) -> None:
    method, path = door
    for role in Role:
        name = f"leaves-{role}" if path.endswith("sign-out") else ""
        cookie = house.enter(None if door in WHOLE_SERVICE else "school", role, name)
        data = {"form_token": house.form_token(cookie)} if method == "POST" else None
        query = {"first": 1, "last": 5} if path.endswith("/messages") else None
        files = {"file": ("a.txt", b"x")} if "case-files" in path else None
        answer = house.ask(method, filled(path), cookie, data=data, params=query, files=files)
        expected = EXPECTED[door]
        assert (answer.status_code == 403) == (role not in expected), (role, answer.status_code)
        assert answer.status_code < 500
        assert answer.headers.get("location") != "/console/sign-in" or path.endswith("sign-out")


@pytest.mark.parametrize("door", sorted(WHOLE_SERVICE), ids=" ".join)
def test_who_reaches_one_platform_decides_nothing_for_all(house: House, door: tuple[str, str]) -> None:
    cookie = house.enter("school", Role.ADMINISTRATOR)
    data = {"form_token": house.form_token(cookie)} if door[0] == "POST" else None
    answer = house.ask(door[0], filled(door[1], what="use"), cookie, data=data)
    assert answer.status_code == 403
    assert "must reach all of them" in answer.text
    assert "/console/models" not in house.ask("GET", "/console", cookie).text


@pytest.mark.parametrize("door", CONSOLE, ids=" ".join)
def test_without_a_session_there_is_only_the_way_in(house: House, door: tuple[str, str]) -> None:
    for headers in ({}, {"Cookie": "belisha_session=guessed"}, house.key("school", *SCOPES)):
        answer = house.ask(door[0], filled(door[1]), headers)
        assert answer.status_code == 303
        assert answer.headers["location"] == "/console/sign-in"


@pytest.mark.parametrize("door", FORMS, ids=" ".join)
def test_no_form_does_anything_without_its_own_sessions_token(house: House, door: tuple[str, str]) -> None:
    who = EXPECTED[door]
    assert isinstance(who, set)
    cookie = house.enter(None if door in WHOLE_SERVICE else "school", next(role for role in Role if role in who))
    others = house.form_token(house.enter("school", Role.VIEWER))
    for token in (None, "", others if Role.VIEWER not in who else "guessed"):
        data = {"what": "escalate", "outcome": "granted", **({} if token is None else {"form_token": token})}
        files = {"file": ("a.txt", b"x")} if "case-files" in door[1] else None
        answer = house.ask(door[0], filled(door[1]), cookie, data=data, files=files)
        assert answer.status_code == 403
        assert "did not come from this console" in answer.text


def test_an_auditor_of_one_platform_is_proven_its_own_part(house: House) -> None:
    everywhere, of_club = house.enter(None, Role.AUDITOR), house.enter("club", Role.AUDITOR)
    whole = house.ask("GET", "/console/audit?verify=true", everywhere).text
    page = house.ask("GET", "/console/audit?verify=true", of_club).text
    with house.running.database.reading() as connection:
        proof, last = prove(connection, "club"), last_link(connection)
    assert last in whole
    assert last not in page
    assert "Every link holds." in page
    assert proof.link in page
    assert "school" not in page


@pytest.mark.parametrize("door", [door for door in CONSOLE if "{" in door[1]], ids=" ".join)
@pytest.mark.parametrize("role", [Role.OFFICER, Role.ADMINISTRATOR, Role.MODERATOR])
def test_people_of_another_platform_find_nothing(house: House, door: tuple[str, str], role: Role) -> None:
    method, path = door
    cookie = house.enter("club", role)
    house.enter("school", Role.VIEWER)
    token = {"form_token": house.form_token(cookie)} if method == "POST" else {}
    fields = {"what": "escalate", "outcome": "granted", "note": "n", "role": "viewer", "title": "t", "days": "3"}
    whom, is_upload = str(house.people["school", Role.VIEWER]), "case-files" in path
    query = {"first": 1, "last": 50} if path.endswith("/messages") else None
    for what in ("note", "title", "preserve", "ask-release", "agree-release", "close", "role", "disable", "invite"):

        def knock(door: str) -> httpx.Response:
            data, files = ({**fields, **token} if token else None), ({"file": ("a.txt", b"x")} if is_upload else None)
            answer: httpx.Response = house.ask(method, door, cookie, data=data, params=query, files=files)
            return answer

        answer = knock(filled(path, what=what, identity=whom))
        nothing = knock(filled(path, what=what, **NOWHERE))
        assert answer.status_code in {403, 404, 422}, (what, answer.status_code)
        assert re.sub(r"\d+", "", answer.text) == re.sub(r"\d+", "", nothing.text), "as if it did not exist"
        assert "wolf77" not in answer.text
    assert house.ask("GET", "/console", house.enter("school", Role.VIEWER)).status_code == 200
    with house.running.database.reading() as connection:
        takers = set(connection.execute(select(lights.c.reviewer)).scalars())
    assert house.people["club", role] not in takers


@pytest.mark.parametrize("door", INTERFACE, ids=" ".join)
def test_the_interface_asks_for_the_scope_that_is_meant(house: House, door: tuple[str, str]) -> None:
    method, path = door
    scope = EXPECTED[door]
    assert isinstance(scope, str)
    bodies = {"/v1/erasures": {"account": "nobody"}, "/v1/appeals": {"account": "nobody", "text": "why"}}
    sent = {"json": bodies.get(path, {})} if method == "POST" else {}
    asked = filled(path) + ("?account=lily&id=room-1" if method == "GET" else "")
    cookie = house.enter("school", Role.ADMINISTRATOR)
    for nothing in ({}, cookie, {"Authorization": "Bearer belisha_0_guessed"}):
        assert house.ask(method, asked, nothing, **sent).status_code == 401
    assert house.ask(method, asked, house.key("school", *(SCOPES.keys() - {scope})), **sent).status_code == 403
    if door != ENDLESS:
        assert house.ask(method, asked, house.key("school", scope), **sent).status_code in {200, 201, 404, 409}
        other = house.ask(method, asked, house.key("club", scope), **sent)
        assert "wolf77" not in other.text
        assert "lily" not in other.text


def test_a_token_from_before_signing_in_is_worth_nothing_afterwards(house: House) -> None:
    old = house.enter("school", Role.VIEWER, "was-here")
    new = house.sign_in("was-here", **old)
    assert new != old
    assert house.ask("GET", "/console", old).status_code == 303
    assert house.ask("GET", "/console", new).status_code == 200


def test_whoever_is_disabled_is_out_at_once(house: House) -> None:
    cookie = house.enter("school", Role.MODERATOR, "goes")
    assert house.ask("GET", f"/console/conversation/{HOUSE}", cookie).status_code == 200
    with house.running.database.writing() as connection:
        person = connection.exec_driver_sql("select id from people where name = 'goes'").scalar()
        disable(connection, None, person or 0, time.time())
    assert house.ask("GET", f"/console/conversation/{HOUSE}", cookie).status_code == 303
    assert house.ask("POST", "/console/sign-in", data={"name": "goes", "password": PASSWORD}).status_code == 403


def test_an_invitation_is_used_once(house: House) -> None:
    now = time.time()
    with house.running.database.writing() as connection:
        person = add_person(connection, None, Person(0, "new", "", Role.VIEWER, "school"), now)
        token = invite(connection, None, person.id, now)
    fields = {"password": PASSWORD, "again": PASSWORD}
    assert house.ask("POST", f"/console/invitation/{token}", data=fields).status_code == 303
    for method in ("GET", "POST"):
        sent = {"data": {"password": "another few words", "again": "another few words"}} if method == "POST" else {}
        assert house.ask(method, f"/console/invitation/{token}", **sent).status_code == 404
    house.sign_in("new")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", f"/console/cases/{10**30}"),
        ("GET", f"/console/cases/1/files/{10**30}"),
        ("GET", f"/console/audit?before={10**30}"),
        ("GET", f"/console/conversation/{HOUSE}/messages?first=1&last=99999999999999999999"),
        ("GET", f"/console/conversation/{HOUSE}?at=2147483648"),
        ("GET", "/console/conversation/%00"),
        ("GET", "/console?app=%00&source=%ff&kind=%00&after=%00"),
        ("GET", "/console/next?after=%00"),
        ("GET", "/console/invitation/%00%ff"),
        ("POST", f"/console/appeals/{10**30}"),
        ("POST", f"/console/decision/{10**30}/confirm"),
        ("POST", f"/console/people/{10**30}/disable"),
        ("POST", "/console/people"),
        ("POST", "/console/preferences"),
        ("POST", "/console/cases/1/preserve"),
        ("POST", "/console/cases"),
        ("POST", f"/console/conversation/{HOUSE}/decide"),
    ],
)
def test_garbage_from_somebody_who_is_signed_in_is_no_fault_of_ours(house: House, method: str, path: str) -> None:
    for role in (Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR):
        cookie = house.enter("school", role)
        for written in ("²", "\x00", "-1", "9" * 40, "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")):
            names = (
                "break_after",
                "days",
                "key",
                "note",
                "name",
                "role",
                "platform",
                "title",
                "subject",
                "what",
                "reason",
            )
            fields = {"form_token": house.form_token(cookie), **dict.fromkeys(names, written)}
            answer = house.ask(method, path, cookie, data=fields if method == "POST" else None)
            assert answer.status_code < 500, (role, written)
            if method == "GET":
                break


@pytest.mark.parametrize("zone", ["+14:00", "-14:00"])
@pytest.mark.parametrize("time_of", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_the_ends_of_time_are_answered(house: House, zone: str, time_of: str) -> None:
    told = {"messages": [{"id": zone + time_of, "conversation": "old", "text": "x", "sent_at": time_of + zone}]}
    answer = house.ask("POST", "/v1/messages", house.key("school", "messages:write"), json=told)
    assert answer.status_code in {200, 422}


@pytest.mark.parametrize(
    "path", [f"/v1/cases/{10**30}", "/v1/cases/-1", f"/v1/lights?after={'A' * 40}", "/v1/light?id=%00"]
)
def test_numbers_and_characters_that_no_database_takes_are_refused(house: House, path: str) -> None:
    answer = house.ask("GET", path, house.key("school", "cases:read", "lights:read"))
    assert answer.status_code in {404, 422}


def test_made_up_methods_and_paths_make_no_figures(house: House) -> None:
    for number in range(3):
        house.ask(f"MADEUP{number}", f"/made-up-{number}")
        house.ask(f"MADEUP{number}", "/v1/messages")
        house.ask("PROPFIND", f"/made-up-{number}")
    figures = house.ask("GET", "/metrics", house.key("school", "metrics:read")).text.lower()
    assert "made" not in figures.replace("_created", "").replace("# help", "")
    assert 'method="other"' in figures
