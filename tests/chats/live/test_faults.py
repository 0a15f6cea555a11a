"""Servers and brokers that are killed while messages flow: nothing that they took is lost, and nothing is there twice.

A real ``belisha serve`` listens; what it stored is read from its database.
"""

import asyncio
import contextlib
import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.chats.live.irc_servers import INSTALLED, Installed, somebody
from tests.chats.live.listening import free_port, program, running
from tests.chats.live.prosody_server import Prosody
from tests.chats.live.servers import Person, Synapse, has_synapse
from tests.chats.live.xmpp_people import XmppPerson
from tests.surfaces.served import Served, served

KILLS = 3
BETWEEN = 40
"""Messages between one kill and the next."""
PATIENCE_SECONDS = 90.0
Command = Callable[[int, Path], list[str | Path]]


class Flood:
    """Publishes lines one after the other, and remembers those that the broker took.

    Args:
        publish: publishes one line; raises whatever the library does when the broker is away.
    """

    def __init__(self, publish: Callable[[str], Awaitable[None]]) -> None:
        self.taken: list[str] = []
        self._publish = publish
        self._number = 0
        self._goes_on = True

    async def until(self, count: int) -> None:
        """Goes on until so many were taken since it began, or it is told to stop."""
        self._goes_on = True
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self._goes_on and len(self.taken) < count:
                self._number += 1
                text = f"number {self._number}"
                told = {"conversation": "c1", "sender": "tove", "app": "Club", "id": f"m{self._number}", "text": text}
                with contextlib.suppress(Exception):
                    await self._publish(json.dumps(told))
                    self.taken.append(text)

    def stop(self) -> None:
        """Ends ``until`` after the line that is being published: a library may not let go of one that is cancelled."""
        self._goes_on = False


def stored(service: Served) -> Counter[str]:
    """How often each text is stored, by its hash."""
    with contextlib.closing(sqlite3.connect(f"file:{service.folder}/belisha.db?mode=ro", uri=True)) as database:
        return Counter(row[0].hex() for row in database.execute("SELECT hashed FROM messages"))


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


async def all_stored(service: Served, said: list[str]) -> Counter[str]:
    """Waits until each of these is stored, and gives how often."""
    wanted, found = {hash_of(text) for text in said}, Counter[str]()
    async with asyncio.timeout(PATIENCE_SECONDS):
        while not wanted <= found.keys():
            found = await asyncio.to_thread(stored, service)
    return found


def redis_command(port: int, folder: Path) -> list[str | Path]:
    server = program("redis-server", "redis-server")
    return [server, "--port", str(port), "--bind", "127.0.0.1", "--dir", folder, "--appendonly", "yes"]


def nats_command(port: int, folder: Path) -> list[str | Path]:
    return [program("nats-server", "nats-server"), "-js", "-a", "127.0.0.1", "-p", str(port), "-sd", folder]


async def to_redis(port: int, line: str) -> None:
    redis = pytest.importorskip("redis.asyncio")
    async with redis.Redis(port=port) as client:
        await client.xadd("chat", {"message": line})


async def to_nats(port: int, line: str) -> None:
    nats = pytest.importorskip("nats")
    told = {"allow_reconnect": False, "max_reconnect_attempts": 1, "reconnect_time_wait": 0.2, "error_cb": _unheard}
    client = await nats.connect(f"nats://127.0.0.1:{port}", connect_timeout=2, **told)
    try:
        stream = client.jetstream(timeout=2)
        await stream.add_stream(name="CHAT", subjects=["chat.>"])
        await stream.publish("chat.room", line.encode())
    finally:
        await client.close()


async def _unheard(_: Exception) -> None:
    """The library says it by raising, too."""


@pytest.mark.parametrize(
    ("command", "ready", "publish", "table"),
    [
        (
            redis_command,
            "Ready to accept",
            to_redis,
            'kind = "redis_streams"\nstream = "chat"\nurl = "redis://127.0.0.1:{}/0"',
        ),
        (
            nats_command,
            "Server is ready",
            to_nats,
            'kind = "nats_jetstream"\nstream = "CHAT"\nack_seconds = 2\nurl = "nats://127.0.0.1:{}"',
        ),
    ],
    ids=["redis", "nats"],
)
def test_a_broker_that_is_killed_while_messages_flow(
    tmp_path: Path, command: Command, ready: str, publish: Callable[[int, str], Awaitable[None]], table: str
) -> None:
    port, data = free_port(), tmp_path / "data"
    data.mkdir()
    flood = Flood(lambda line: publish(port, line))
    with running(command(port, data), ready):
        asyncio.run(flood.until(1))  # the stream is there before anybody reads it
    with served(tmp_path, settings=f"[sources.club]\n{table.format(port)}\n") as service:

        async def flow() -> Counter[str]:
            for turn in range(1, KILLS + 1):
                with running(command(port, data), ready) as broker:
                    await flood.until(turn * BETWEEN)
                    going_on = asyncio.create_task(flood.until((turn + 1) * BETWEEN))
                    await all_stored(service, flood.taken[:BETWEEN])
                    if turn == 2:  # once, we fall over as well
                        service.kill()
                    broker.kill()
                    flood.stop()
                    await going_on
                    if turn == 2:
                        await asyncio.to_thread(service.start)
            with running(command(port, data), ready):
                await flood.until((KILLS + 1) * BETWEEN)
                return await all_stored(service, flood.taken)

        found = asyncio.run(flow())
    assert set(found.values()) == {1}


@pytest.mark.parametrize("installed", INSTALLED, ids=lambda server: server.name)
def test_an_irc_server_that_is_killed_while_people_talk(tmp_path: Path, installed: Installed) -> None:
    """What is said while we are connected is stored once; IRC keeps nothing for those who were away."""
    port, said, number = free_port(), list[str](), 0
    (tmp_path / "irc").mkdir()
    table = f'kind = "irc"\nhost = "127.0.0.1"\nport = {port}\ntls = false\nchannels = ["#chess"]\n'
    with served(tmp_path, settings=f"[sources.chess]\n{table}") as service:

        async def talk() -> None:
            nonlocal number
            async with somebody(port, "tove", "#chess") as tove:
                tove.say("NAMES #chess")
                if "belisha" not in await tove.hear(" 353 "):
                    await tove.hear("JOIN")  # it is back by itself
                for _ in range(5):
                    number += 1
                    said.append(f"move number {number}")
                    tove.say(f"PRIVMSG #chess :{said[-1]}")
                await all_stored(service, said)
                tove.say("PRIVMSG #chess :said while it falls")

        for _ in range(KILLS):
            with running(installed.command(tmp_path / "irc", port), installed.ready):
                asyncio.run(asyncio.wait_for(talk(), PATIENCE_SECONDS))
        found = stored(service)
    assert {found[hash_of(text)] for text in said} == {1}


@pytest.fixture
def prosody_away(tmp_path: Path) -> Prosody:
    """A server that is not started yet."""
    Prosody.is_installed()
    (tmp_path / "prosody").mkdir()
    return Prosody(tmp_path / "prosody")


def test_an_xmpp_server_that_is_killed_while_people_talk(
    tmp_path: Path, prosody_away: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BELISHA_XMPP_SECRET", Prosody.secret)
    server, said = prosody_away, list[str]()
    table = f'kind = "xmpp"\ncomponent = "belisha.chat.test"\nhosts = ["chat.test"]\nport = {server.components}\n'
    with served(tmp_path, settings=f"[sources.xmpp]\n{table}") as service:

        async def talk(turn: int) -> None:
            is_new = turn == 0
            async with (
                XmppPerson(server, "mia", is_new=is_new) as mia,
                XmppPerson(server, "alex", is_new=is_new) as alex,
            ):
                for number in range(BETWEEN):
                    said.append(f"line {turn}.{number}")
                    alex.says(mia.account, said[-1])
                await mia.until(said[-1])
                server.stop()

        for turn in range(KILLS):
            server.start()
            asyncio.run(talk(turn))
        server.start()
        found = asyncio.run(all_stored(service, said))
        server.stop()
    assert set(found.values()) == {1}
    assert len(found) == len(said)


async def talk_while_it_falls(server: Synapse, service: Served) -> tuple[list[str], Counter[str]]:
    """What two people say while the homeserver is killed, and once the service; and what is stored of it."""
    said: list[str] = []
    async with Person(server.address, "mia") as mia, Person(server.address, "alex") as alex:
        room = await alex.talk_with(mia)
        for turn in range(KILLS):
            for number in range(BETWEEN):
                if (turn, number) == (1, BETWEEN // 2):
                    service.kill()
                said.append(f"line {turn}.{number}")
                await alex.says(room, said[-1])
            if turn == 1:
                await asyncio.to_thread(service.start)
            else:
                server.stop()
                await asyncio.to_thread(server.start)
            await all_stored(service, said)
    return said, stored(service)


def test_a_homeserver_that_is_killed_while_people_talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Synapse forgets what it had not sent when it is killed."""
    has_synapse()
    monkeypatch.setenv("BELISHA_MATRIX_AS_TOKEN", Synapse.as_token)
    monkeypatch.setenv("BELISHA_MATRIX_HS_TOKEN", Synapse.hs_token)
    (tmp_path / "synapse").mkdir()
    server = Synapse(tmp_path / "synapse")
    table = f'kind = "matrix"\nserver_name = "chat.test"\nhomeserver = "{server.address}"\n'
    service = Served(tmp_path, settings=f"[sources.here]\n{table}")
    service.port, service.base = server.pushed, f"http://127.0.0.1:{server.pushed}"
    service.start()
    try:
        server.start()
        try:
            said, found = asyncio.run(talk_while_it_falls(server, service))
        finally:
            server.stop()
    finally:
        service.stop()
    assert [found[hash_of(text)] for text in said] == [1] * len(said)
