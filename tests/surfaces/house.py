"""The service with everybody who might knock, and who is meant to come in by which door."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from belisha.settings import Database as DatabaseSettings
from belisha.settings import Limits, Settings
from belisha.stream.store.access import add_platform, new_api_key
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.invitations import accept, invite
from belisha.stream.store.people import add_person
from belisha.stream.store.roles import Person, Role
from belisha.surfaces.api.application import create_application
from belisha.surfaces.running import Running
from tests.surfaces.console.staffed import LINES, PASSWORD
from tests.surfaces.served import free_port

READERS = {Role.MODERATOR, Role.OFFICER}
EVERYBODY = set(Role)
OPEN = "open"
"""For anybody, by what it is: it shows nothing of anybody, or has a proof of its own."""
EXPECTED: dict[tuple[str, str], set[Role] | str] = {
    ("GET", "/"): OPEN,
    ("GET", "/health"): OPEN,
    ("GET", "/ready"): OPEN,
    ("GET", "/openapi.json"): OPEN,
    **{(method, f"/live/{{label}}{rest}"): OPEN for method in ("GET", "POST", "PUT") for rest in ("", "/{path:path}")},
    ("POST", "/v1/messages"): "messages:write",
    ("GET", "/v1/lights"): "lights:read",
    ("GET", "/v1/light"): "lights:read",
    ("GET", "/v1/events"): "lights:read",
    ("GET", "/v1/notices"): "notices:read",
    ("GET", "/v1/restrictions"): "restrictions:read",
    ("GET", "/v1/cases"): "cases:read",
    ("GET", "/v1/cases/{number}"): "cases:read",
    ("GET", "/v1/cases/{number}/exports/{form}"): "cases:read",
    ("POST", "/v1/erasures"): "data:erase",
    ("POST", "/v1/appeals"): "appeals:write",
    ("GET", "/metrics"): "metrics:read",
    ("GET", "/console/static/{name}"): OPEN,
    ("GET", "/console/sign-in"): OPEN,
    ("POST", "/console/sign-in"): OPEN,
    ("GET", "/console/invitation/{token}"): OPEN,
    ("POST", "/console/invitation/{token}"): OPEN,
    ("GET", "/console/oidc"): OPEN,
    ("GET", "/console/oidc/back"): OPEN,
    ("POST", "/console/sign-out"): EVERYBODY,
    ("GET", "/console/preferences"): EVERYBODY,
    ("POST", "/console/preferences"): EVERYBODY,
    ("GET", "/console"): EVERYBODY,
    ("GET", "/console/next"): EVERYBODY,
    ("POST", "/console/queue/decide"): READERS,
    ("GET", "/console/statistics"): EVERYBODY,
    ("GET", "/console/conversation/{key}"): READERS,
    ("GET", "/console/conversation/{key}/messages"): READERS,
    ("GET", "/console/account/{key}"): READERS,
    ("POST", "/console/{kind}/{key}/decide"): READERS,
    ("POST", "/console/{kind}/{key}/take"): READERS,
    ("GET", "/console/decisions"): READERS,
    ("POST", "/console/decision/{number}/confirm"): READERS,
    ("GET", "/console/cases"): READERS,
    ("POST", "/console/cases"): READERS,
    ("GET", "/console/cases/{number}"): READERS,
    ("POST", "/console/cases/{number}/{what}"): READERS,
    ("POST", "/console/case-files/{number}"): READERS,
    ("GET", "/console/cases/{number}/files/{file}"): READERS,
    ("GET", "/console/cases/{number}/exports/{name}"): {Role.OFFICER},
    ("GET", "/console/appeals"): READERS,
    ("POST", "/console/appeals/{number}"): READERS,
    ("GET", "/console/people"): {Role.ADMINISTRATOR},
    ("POST", "/console/people"): {Role.ADMINISTRATOR},
    ("POST", "/console/people/{identity}/{what}"): {Role.ADMINISTRATOR},
    ("GET", "/console/audit"): {Role.AUDITOR},
    ("GET", "/console/models"): {Role.ADMINISTRATOR},
    ("POST", "/console/models/shipped"): {Role.ADMINISTRATOR},
    ("POST", "/console/models/{model}/{what}"): {Role.ADMINISTRATOR},
    ("GET", "/console/erasures"): {Role.ADMINISTRATOR},
    ("POST", "/console/erasures"): {Role.ADMINISTRATOR},
    ("GET", "/console/{rest:path}"): EVERYBODY,
}
WHOLE_SERVICE = {door for door in EXPECTED if door[1].startswith("/console/models")}
"""Only for people who reach every platform: what is decided there holds for all of them."""
CONSOLE = [door for door, who in EXPECTED.items() if isinstance(who, set)]
FORMS = [door for door in CONSOLE if door[0] == "POST"]
INTERFACE = [door for door, who in EXPECTED.items() if isinstance(who, str) and who != OPEN]
HOUSE = subject_of("school", "chat", "conversation", "room-1").key.hex()
SUSPECT = subject_of("school", "chat", "account", "wolf77").key.hex()
FILLED = {
    "kind": "conversation",
    "key": HOUSE,
    "number": "1",
    "file": "1",
    "name": "page",
    "what": "note",
    "form": "page",
}
ENDLESS = ("GET", "/v1/events")


class House:
    """The application, and the keys to it.

    Args:
        running: the service.
        application: around it.
        client: that reaches it.
    """

    def __init__(self, running: Running, application: FastAPI, client: httpx.Client) -> None:
        self.running = running
        self.application = application
        self.client = client
        self.doors: dict[tuple[str | None, Role], dict[str, str]] = {}
        self.people: dict[tuple[str | None, Role], int] = {}

    def key(self, platform: str, *scopes: str) -> dict[str, str]:
        with self.running.database.writing() as connection:
            return {"Authorization": f"Bearer {new_api_key(connection, platform, frozenset(scopes))}"}

    def enter(self, platform: str | None, role: Role, name: str = "") -> dict[str, str]:
        """The cookie of somebody with a role on one platform, or on all."""
        if (platform, role) not in self.doors or name:
            now = time.time()
            wanted = Person(0, name or f"{role}-of-{platform}", "", role, platform)
            with self.running.database.writing() as connection:
                person = add_person(connection, None, wanted, now)
                token = invite(connection, None, person.id, now)
            accept(self.running.database, token, PASSWORD, now)
            cookie = self.sign_in(wanted.name)
            if name:
                return cookie
            self.people[platform, role], self.doors[platform, role] = person.id, cookie
        return self.doors[platform, role]

    def sign_in(self, name: str, **headers: str) -> dict[str, str]:
        answer = self.client.post("/console/sign-in", data={"name": name, "password": PASSWORD}, headers=headers)
        assert answer.status_code == 303, answer.text
        self.client.cookies.clear()
        return {"Cookie": answer.headers["set-cookie"].partition(";")[0]}

    def form_token(self, cookie: dict[str, str]) -> str:
        found = re.search(r'name="form_token" value="([^"]+)"', self.ask("GET", "/console/preferences", cookie).text)
        assert found
        return found[1]

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, **sent: Any) -> Any:
        answer = self.client.request(method, path, headers=headers, follow_redirects=False, **sent)
        self.client.cookies.clear()
        return answer


@contextmanager
def answering(application: FastAPI) -> Iterator[httpx.Client]:
    """The application behind a port of loopback, in a thread: it can be looked into from here."""
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(application, port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            while not server.started:
                assert thread.is_alive()
                thread.join(0.05)
            yield client
    finally:
        server.should_exit = True
        thread.join(60)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    url = f"sqlite:///{tmp_path_factory.mktemp('house')}/belisha.db"
    running = Running(Settings(database=DatabaseSettings(url=url), limits=Limits(requests_per_minute=1_000_000)))
    application = create_application(running)
    with answering(application) as client:
        made = House(running, application, client)
        with running.database.writing() as connection:
            add_platform(connection, "club")
        messages = [
            {"id": str(number), "conversation": "room-1", "sender": sender, "text": text, "recipients": ["lily"]}
            for number, (sender, text) in enumerate(LINES)
        ]
        told = {"messages": messages, "accounts": [{"account": "lily", "age": 12}]}
        assert client.post("/v1/messages", json=told, headers=made.key("school", "messages:write")).status_code == 200
        officer = made.enter("school", Role.OFFICER)
        fields = {"key": HOUSE, "form_token": made.form_token(officer)}
        assert made.ask("POST", "/console/cases", officer, data=fields).headers["location"] == "/console/cases/1"
        yield made


def doors_of(routes: Any) -> Iterator[tuple[str, str]]:
    for route in routes:
        within = getattr(route, "original_router", None)
        if within is not None:
            yield from doors_of(within.routes)
        else:
            yield from ((method, route.path) for method in route.methods if method != "HEAD")


def filled(path: str, **more: str) -> str:
    return re.sub(r"{(\w+)[^}]*}", lambda found: {**FILLED, **more}.get(found[1], "99999"), path)
