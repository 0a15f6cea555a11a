"""A running service with people of every role and lights in its queue."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import httpx

from belisha.stream.store.access import new_api_key
from belisha.stream.store.database import Database
from belisha.stream.store.invitations import accept, invite
from belisha.stream.store.people import add_person
from belisha.stream.store.roles import Person, Role
from tests.surfaces.served import Served, served

PASSWORD = "a few words in a row"  # noqa: S105 - of invented people
PEOPLE = {
    "vera": Role.VIEWER,
    "mona": Role.MODERATOR,
    "olaf": Role.OFFICER,
    "olga": Role.OFFICER,
    "adam": Role.ADMINISTRATOR,
    "aude": Role.AUDITOR,
}
LINES = (
    ("wolf77", "hey how old are you"),
    ("lily", "im 12"),
    ("wolf77", "cool dont tell your parents we talk ok its our secret"),
    ("wolf77", "send me a pic of you, just for me <b>now</b>"),
    ("lily", "i dont want to"),
    ("wolf77", "if you dont i will tell everyone at your school"),
    ("wolf77", "can we meet tomorrow after school, come alone"),
)


class Staffed:
    """The service, and its people's doors.

    Args:
        service: running.
    """

    def __init__(self, service: Served) -> None:
        self.service = service
        self.base = service.base

    def browser(self, name: str) -> httpx.Client:
        """A client that is signed in as this person."""
        client = httpx.Client(base_url=self.base, timeout=60)
        answer = client.post("/console/sign-in", data={"name": name, "password": PASSWORD})
        assert answer.status_code == httpx.codes.SEE_OTHER, answer.text
        return client

    def invitation(self, name: str) -> str:
        """The token with which a new person sets its password."""
        database = Database(f"sqlite:///{self.service.folder}/belisha.db")
        now = time.time()
        with database.writing() as connection:
            person = add_person(connection, None, Person(0, name, name.title(), Role.VIEWER, None), now)
            token = invite(connection, None, person.id, now)
        database.close()
        return token

    def appeal(self, account: str, text: str) -> None:
        """An appeal of an account, as its platform sends it."""
        database = Database(f"sqlite:///{self.service.folder}/belisha.db")
        with database.writing() as connection:
            key = new_api_key(connection, "default", frozenset({"appeals:write"}))
        database.close()
        with self.service.client(key) as client:
            answer = client.post("/v1/appeals", json={"account": account, "text": text})
        assert answer.status_code == httpx.codes.CREATED

    def send(self, conversation: str) -> None:
        """A chat of concern in a conversation."""
        messages = [
            {"id": f"{number}", "conversation": conversation, "sender": sender, "text": text, "recipients": ["lily"]}
            for number, (sender, text) in enumerate(LINES)
        ]
        with self.service.client() as client:
            answer = client.post(
                "/v1/messages", json={"messages": messages, "accounts": [{"account": "lily", "age": 12}]}
            )
        assert answer.status_code == httpx.codes.OK


def form_token(page: httpx.Response) -> str:
    """The token that a form of a page carries."""
    found = re.search(r'name="form_token" value="([^"]+)"', page.text)
    assert found, page.text[:500]
    return found[1]


@contextmanager
def staffed(folder: Path, more: Mapping[str, Role] = MappingProxyType({})) -> Iterator[Staffed]:
    """Starts it, with the password of everybody, and of more people, set and two conversations in the queue."""
    with served(folder) as service:
        database = Database(f"sqlite:///{folder}/belisha.db")
        now = time.time()
        for name, role in {**PEOPLE, **more}.items():
            with database.writing() as connection:
                person = add_person(connection, None, Person(0, name, name.title(), role, None), now)
                token = invite(connection, None, person.id, now)
            accept(database, token, PASSWORD, now)
        database.close()
        made = Staffed(service)
        made.send("room-1")
        made.send("room-2")
        yield made
