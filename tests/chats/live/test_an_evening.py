"""A real chat server and a real ``belisha serve``: two people chat, the child is warned, pauses, and asks for help."""

import asyncio
import contextlib
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from belisha.notices import Answer
from belisha.response.notice_words import after, pause
from tests.chats.live.prosody_server import Prosody
from tests.chats.live.servers import Person, Synapse, has_synapse
from tests.chats.live.xmpp_people import XmppPerson
from tests.conftest import ROOT
from tests.surfaces.served import Served

SCENE = ROOT / "tests" / "scenes" / "concern" / "i_know_where_you_live.toml"
CHILD, OTHER = "oli.mcg", "r4ge_hunter"
WORDS = pause("picture", "en", None)
HEARD = after(Answer.HELP, "en", None, None).partition(".")[0]
"""How the reply to a call for help begins."""
PATIENCE_SECONDS = 60.0


def _lines() -> list[tuple[str, str]]:
    """Who says what; the two have plain names here."""
    names = {CHILD: "oli", OTHER: "rage"}
    return [(names[who], text) for _, who, text in tomllib.loads(SCENE.read_text("utf-8"))["messages"]]


def _service(folder: Path, port: int, settings: str) -> Served:
    service = Served(folder, settings=settings)
    service.port, service.base = port, f"http://127.0.0.1:{port}"
    return service


@contextmanager
def _both_running(server: Prosody | Synapse, service: Served) -> Iterator[None]:
    """The service first, so that the server has its key."""
    service.start()
    try:
        (server.folder / "api_key").write_text(service.key, "utf-8")
        server.start()
        try:
            yield
        finally:
            server.stop()
    finally:
        service.stop()


@pytest.fixture
def around_prosody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Prosody, Served]]:
    """A server, and a service that was there before it."""
    Prosody.is_installed()
    monkeypatch.setenv("BELISHA_XMPP_SECRET", Prosody.secret)
    (tmp_path / "prosody").mkdir()
    server = Prosody(tmp_path / "prosody")
    hosts = '["chat.test", "rooms.chat.test"]'
    settings = f'kind = "xmpp"\ncomponent = "belisha.chat.test"\nhosts = {hosts}\nport = {server.components}\n'
    service = _service(tmp_path, server.asked, f"[sources.xmpp]\n{settings}")
    with _both_running(server, service):
        yield server, service


@pytest.fixture
def around_synapse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Synapse, Served]]:
    """A server, and a service that was there before it."""
    has_synapse()
    monkeypatch.setenv("BELISHA_MATRIX_AS_TOKEN", Synapse.as_token)
    monkeypatch.setenv("BELISHA_MATRIX_HS_TOKEN", Synapse.hs_token)
    (tmp_path / "synapse").mkdir()
    server = Synapse(tmp_path / "synapse")
    page = server.folder / "homeserver.yaml"
    page.write_text(page.read_text("utf-8").replace(f":{server.asked}", f":{server.pushed}"), "utf-8")
    settings = f'kind = "matrix"\nserver_name = "chat.test"\nhomeserver = "{server.address}"\n'
    service = _service(tmp_path, server.pushed, f"[sources.here]\n{settings}")
    with _both_running(server, service):
        yield server, service


def test_an_evening_on_xmpp(around_prosody: tuple[Prosody, Served]) -> None:
    server, service = around_prosody
    picture = "<x xmlns='jabber:x:oob'><url>https://files.chat.test/a/me.jpg</url></x>"

    async def evening() -> None:
        async with XmppPerson(server, "oli") as oli, XmppPerson(server, "rage") as rage:
            people = {"oli": (oli, rage), "rage": (rage, oli)}
            for who, text in _lines():
                speaker, other = people[who]
                speaker.says(other.account, text)
                await other.until(text)
            notice = await _first(oli)
            assert notice["from"].bare == "notice@belisha.chat.test"
            await _answers(service, oli.account, None)
            await _all_stored(service)
            before = _concern(service)
            service.kill()  # whatever is written now waits for it
            oli.says("notice@belisha.chat.test", "help me")
            await oli.is_served()
            service.start()
            await _answers(service, oli.account, "help")
            async with asyncio.timeout(PATIENCE_SECONDS):
                while not [each for each in oli.seen if each["body"].startswith(HEARD)]:
                    await oli.is_served()
            assert _concern(service) > before, "what the child says weighs"
            oli.says(rage.account, "https://files.chat.test/a/me.jpg", picture)
            await oli.until(WORDS)
            oli.says(rage.account, "https://files.chat.test/a/me.jpg", picture)
            await rage.until("https://files.chat.test/a/me.jpg")
            assert {str(each["from"].bare) for each in rage.seen} == {oli.account}, "nothing but the chat itself"
            assert not [each for each in rage.seen if each["body"] == WORDS]

    asyncio.run(evening())


def test_an_evening_on_matrix(around_synapse: tuple[Synapse, Served]) -> None:
    server, service = around_synapse
    picture = {"msgtype": "m.image", "body": "me.jpg", "url": "mxc://chat.test/abc"}

    async def evening() -> None:
        async with Person(server.address, "oli") as oli, Person(server.address, "rage") as rage:
            people, talk = {"oli": oli, "rage": rage}, await rage.talk_with(oli)
            for who, text in _lines():
                await people[who].says(talk, text)
            await _answers(service, oli.account, None)
            await oli.until("3  ")
            (told,) = [room for room in await oli.sees() if room != talk]
            await _all_stored(service)
            before = _concern(service)
            service.kill()
            await oli.says(told, "help me")
            service.start()
            await _answers(service, oli.account, "help")
            await oli.until(HEARD)
            (heard,) = [each for each in (await oli.sees())[told] if HEARD in str(each)]
            assert heard["sender"] == "@belisha:chat.test"
            assert _concern(service) > before, "what the child says weighs"
            held = await oli.tries_to_send(talk, picture)
            assert (held.status_code, held.json()["error"]) == (403, WORDS)
            await oli.until(WORDS)
            went = await oli.sends(talk, picture)
            seen = await rage.sees()
            assert set(seen) == {talk}
            assert seen[talk][-1]["event_id"] == went
            assert HEARD not in str(seen)
            assert WORDS not in str(seen)

    asyncio.run(evening())


async def _first(child: XmppPerson) -> Any:
    """The first notice that a child gets."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            for stanza in child.seen:
                if stanza["from"].bare.startswith("notice@"):
                    return stanza
            await child.is_served()


async def _answers(service: Served, account: str, answer: str | None) -> None:
    """Waits until a notice to a child is stored, and what it answered."""
    app = "Matrix" if account.startswith("@") else "XMPP"
    with service.client() as client:
        async with asyncio.timeout(PATIENCE_SECONDS):
            while True:
                query = {"account": account, "app": app}
                notices = (await asyncio.to_thread(client.get, "/v1/notices", params=query)).json()["notices"]
                if notices and (answer is None or answer in {each["answer"] for each in notices}):
                    return


async def _all_stored(service: Served) -> None:
    """Waits until every line of the scene is stored, so that only the answer can weigh from now on."""

    def count() -> int:
        with contextlib.closing(sqlite3.connect(f"file:{service.folder}/belisha.db?mode=ro", uri=True)) as database:
            return int(database.execute("SELECT count(*) FROM messages").fetchone()[0])

    async with asyncio.timeout(PATIENCE_SECONDS):
        while await asyncio.to_thread(count) < len(_lines()):
            pass


def _concern(service: Served) -> float:
    """How concerning the talk is by now."""
    with service.client() as client:
        (light,) = [each for each in client.get("/v1/lights").json()["lights"] if each["kind"] == "conversation"]
    return float(light["concern"])
