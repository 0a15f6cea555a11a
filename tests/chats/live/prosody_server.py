"""A real Prosody on loopback, with free ports and data that is thrown away."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.chats.live.servers import free_ports, listens, wait_for
from tests.conftest import ROOT

_PROSODY = """
pidfile = "{folder}/prosody.pid"
data_path = "{folder}/data"
plugin_paths = {{ "{deploy}/prosody" }}
interfaces = {{ "127.0.0.1" }}
local_interfaces = {{ "127.0.0.1" }}
c2s_ports = {{ {clients} }} c2s_direct_tls_ports = {{}} s2s_ports = {{}} component_ports = {{ {components} }}
http_ports = {{}} https_ports = {{}}
modules_enabled = {{ "roster", "saslauth", "disco", "carbons", "blocklist", "offline", "register",
  "belisha", "belisha_gate" }}
modules_disabled = {{ "s2s", "tls" }}
allow_registration = true
registration_throttle_max = 1000
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
authentication = "internal_plain"
limits = {{}}
log = {{ info = "{folder}/prosody.log" }}
run_as_root = true
belisha_component = "belisha.chat.test"
belisha_journal_bytes = 20000
belisha_url = "http://127.0.0.1:{asked}"
belisha_api_key_file = "{folder}/api_key"
belisha_timeout = 1
belisha_remember = 0
belisha_silent = 0
belisha_pause = 0
VirtualHost "chat.test"
Component "rooms.chat.test" "muc"
  modules_enabled = {{ "belisha" }}
  restrict_room_creation = false
  muc_room_locking = false
Component "belisha.chat.test"
  component_secret = "secret-of-the-tests"
"""


class Prosody:
    """An XMPP server for ``chat.test``, with rooms at ``rooms.chat.test``.

    Args:
        folder: for its data.

    Attributes:
        clients, components: ports.
        asked: port at which its module asks about restrictions.
    """

    secret, api_key = "secret-of-the-tests", "api-key-of-the-tests"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clients, self.components, self.asked = free_ports(3)
        ports = {"clients": self.clients, "components": self.components, "asked": self.asked}
        (folder / "api_key").write_text(f"{self.api_key}\n", "utf-8")
        settings = _PROSODY.format(folder=folder, deploy=ROOT / "deploy", **ports)
        (folder / "prosody.cfg.lua").write_text(settings, "utf-8")

    @staticmethod
    def is_installed() -> None:
        """Skips the test where there is none."""
        if shutil.which("prosody") is None:
            pytest.skip("needs an XMPP server: install Prosody (Debian: apt install prosody)")

    def start(self) -> None:
        """Starts it, and waits until it answers."""
        program = ["prosody", "--config", str(self.folder / "prosody.cfg.lua"), "-F"]
        with (self.folder / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(program, stdout=output, stderr=output)  # noqa: S603 - found in PATH
        wait_for(self._process, lambda: listens(self.clients) and listens(self.components), self.folder)

    def stop(self) -> None:
        """Ends it at once, as a fault would."""
        self._process.kill()
        self._process.wait()

    @property
    def journal(self) -> Path:
        """Where copies stand that are not confirmed."""
        return self.folder / "data" / "chat%2etest" / "belisha" / "copies.journal"


@pytest.fixture
def prosody(tmp_path: Path) -> Any:
    """A running XMPP server, a new one for each test."""
    Prosody.is_installed()
    server = Prosody(tmp_path)
    server.start()
    yield server
    server.stop()
