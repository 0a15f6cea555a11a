"""Real chat servers on loopback, with free ports and data that is thrown away."""

import asyncio
import base64
import contextlib
import os
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import httpx
import pytest

from tests.conftest import ROOT

_START_SECONDS = 240
_SYNAPSE_PYTHON = ROOT / "build" / "synapse" / "bin" / "python"
_DEPLOY = ROOT / "deploy"

_HOMESERVER = """
server_name: chat.test
pid_file: {folder}/synapse.pid
signing_key_path: {folder}/signing.key
media_store_path: {folder}/media
log_config: {folder}/log.yaml
report_stats: false
trusted_key_servers: []
database: {{name: sqlite3, args: {{database: "{folder}/homeserver.db"}}}}
listeners:
  - {{port: {port}, type: http, bind_addresses: [127.0.0.1], resources: [{{names: [client]}}]}}
macaroon_secret_key: for tests only
form_secret: for tests only
password_config: {{policy: {{enabled: false}}}}
bcrypt_rounds: 4
caches: {{sync_response_cache_duration: 0s}}
enable_registration: true
enable_registration_without_verification: true
rc_message: &many {{per_second: 10000, burst_count: 10000}}
rc_registration: *many
rc_login: {{address: *many, account: *many, failed_attempts: *many}}
rc_joins: {{local: *many, remote: *many}}
rc_invites: {{per_room: *many, per_user: *many, per_issuer: *many}}
rc_room_creation: *many
app_service_config_files: ["{folder}/belisha.yaml"]
modules:
  - module: belisha_synapse.Belisha
    config:
      url: "http://127.0.0.1:{asked}"
      api_key_file: "{folder}/api_key"
      timeout_ms: 1000
      pause_seconds: 0
      remember_seconds: 0
      silent_seconds: 0
"""
_REGISTRATION = """
id: belisha
url: http://127.0.0.1:{pushed}/live/here
as_token: {as_token}
hs_token: {hs_token}
sender_localpart: belisha
rate_limited: false
namespaces:
  users: [{{exclusive: false, regex: "@.*:chat.test"}}]
  rooms: []
  aliases: []
"""
_LOG = """
version: 1
disable_existing_loggers: false
formatters: {{plain: {{format: "%(asctime)s %(name)s %(levelname)s %(message)s"}}}}
handlers: {{file: {{class: logging.FileHandler, filename: "{folder}/synapse.log", formatter: plain}}}}
root: {{level: WARNING, handlers: [file]}}
"""


class Synapse:
    """A Matrix homeserver called ``chat.test``.

    Args:
        folder: for its data.

    Attributes:
        address: where clients reach it.
        pushed: port to which it pushes events.
        asked: port at which its module asks about restrictions.
    """

    as_token, hs_token, api_key = "as-token-of-the-tests", "hs-token-of-the-tests", "api-key-of-the-tests"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        port, self.pushed, self.asked = free_ports(3)
        self.address = f"http://127.0.0.1:{port}"
        ports = {"port": port, "pushed": self.pushed, "asked": self.asked}
        tokens = {"as_token": self.as_token, "hs_token": self.hs_token}
        for name, text in (("homeserver.yaml", _HOMESERVER), ("belisha.yaml", _REGISTRATION), ("log.yaml", _LOG)):
            (folder / name).write_text(text.format(folder=folder, **ports, **tokens), "utf-8")
        key = base64.b64encode(os.urandom(32)).decode().rstrip("=")
        (folder / "signing.key").write_text(f"ed25519 a_test {key}\n", "utf-8")
        (folder / "api_key").write_text(self.api_key, "utf-8")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        program = [str(_SYNAPSE_PYTHON), "-m", "synapse.app.homeserver", "-c", str(self.folder / "homeserver.yaml")]
        environment = {"PYTHONPATH": str(_DEPLOY / "synapse"), "PATH": "/usr/bin:/bin"}
        with (self.folder / "output.txt").open("wb") as output:
            self._process = subprocess.Popen(program, env=environment, stdout=output, stderr=output)  # noqa: S603 - our own
        wait_for(self._process, self._answers, self.folder)

    def stop(self) -> None:
        """Ends it at once, as a fault would."""
        self._process.kill()
        self._process.wait()

    def _answers(self) -> bool:
        try:
            # No TLS on loopback; reading certificates each time would keep the server from starting.
            address = f"{self.address}/_matrix/client/versions"
            return httpx.get(address, trust_env=False, verify=False).is_success  # noqa: S501
        except httpx.HTTPError:
            return False


class Person:
    """Somebody with an account on a homeserver, and a plain client.

    Args:
        address: of the homeserver.
        name: localpart of the account.
    """

    def __init__(self, address: str, name: str) -> None:
        self.client = httpx.AsyncClient(base_url=f"{address}/_matrix/client/v3/", trust_env=False, timeout=120)
        self.name = name
        self.account = ""
        self._sent = 0

    async def __aenter__(self) -> Self:
        body = {"username": self.name, "password": "of the tests", "auth": {"type": "m.login.dummy"}}
        told = (await self.client.post("register", json=body)).raise_for_status().json()
        self.account = told["user_id"]
        self.client.headers["authorization"] = f"Bearer {told['access_token']}"
        return self

    async def __aexit__(self, *trouble: object) -> None:
        await self.client.aclose()

    async def asks(self, method: str, path: str, body: Any = None) -> Any:
        """What the homeserver answers to a request of this person's client."""
        return (await self.client.request(method, path, json=body)).raise_for_status().json()

    async def talk_with(self, other: "Person") -> str:
        """A room of two, in which both are."""
        wanted = {"preset": "trusted_private_chat", "is_direct": True, "invite": [other.account]}
        room = str((await self.asks("POST", "createRoom", wanted))["room_id"])
        await other.asks("POST", f"join/{room}", {})
        return room

    async def tries_to_send(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> httpx.Response:
        """The homeserver's answer to an event."""
        self._sent += 1
        return await self.client.put(f"rooms/{room}/send/{kind}/{self.name}{self._sent}", json=content)

    async def sends(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> str:
        """Number of an event that was sent."""
        return str((await self.tries_to_send(room, content, kind)).raise_for_status().json()["event_id"])

    async def says(self, room: str, text: str) -> str:
        """Number of a message of plain text that was sent."""
        return await self.sends(room, {"msgtype": "m.text", "body": text})

    async def until(self, text: str) -> None:
        """Waits until this person's client shows a text."""
        async with asyncio.timeout(_START_SECONDS):
            while text not in str(await self.sees()):  # each look waits for the homeserver's answer
                pass

    async def sees(self) -> dict[str, list[dict[str, Any]]]:
        """Everything that this person's client shows by now, from the beginning, by room."""
        filters = '{"room":{"timeline":{"limit":1000}}}'
        told = (
            (await self.client.get("sync", params={"full_state": "true", "filter": filters})).raise_for_status().json()
        )
        rooms = told.get("rooms", {})
        joined = {room: held["timeline"]["events"] for room, held in rooms.get("join", {}).items()}
        return joined | {room: held["invite_state"]["events"] for room, held in rooms.get("invite", {}).items()}


@pytest.fixture(scope="session")
def synapse(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A running homeserver."""
    has_synapse()
    server = Synapse(tmp_path_factory.mktemp("synapse"))
    server.start()
    yield server
    server.stop()


def has_synapse() -> None:
    """Skips the test where there is none."""
    if not _SYNAPSE_PYTHON.is_file():
        pytest.skip("needs a Matrix homeserver in build/synapse: run make servers (downloads about 60 MB, once)")


def listens(port: int) -> bool:
    """Whether somebody answers on a port of loopback."""
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


def free_ports(count: int) -> list[int]:
    """Ports of loopback on which nobody listens."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def wait_for(process: subprocess.Popen[bytes], answers: Callable[[], bool], folder: Path) -> None:
    """Waits until a server that was started answers; fails with what it said when it ends or does not."""
    deadline = time.monotonic() + _START_SECONDS
    while not answers():
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
            pytest.fail((folder / "output.txt").read_text("utf-8", "replace")[-2000:])
        if time.monotonic() > deadline:
            process.kill()
            process.wait()
            pytest.fail(f"it did not answer within {_START_SECONDS} s")
