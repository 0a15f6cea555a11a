"""A real ejabberd on loopback, with free ports and data that is thrown away."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

from tests.chats.live.servers import free_ports, listens, wait_for

_LIBRARIES = Path("/usr/lib")
_SETTINGS = """
hosts: [chat.test]
loglevel: info
auth_method: [internal]
registration_timeout: infinity
acme: {{auto: false}}
listen:
  - {{port: {clients}, ip: "127.0.0.1", module: ejabberd_c2s, starttls: false}}
  - port: {components}
    ip: "127.0.0.1"
    module: ejabberd_service
    hosts:
      belisha.chat.test: {{password: "{secret}"}}
access_rules:
  everybody: {{allow: all}}
modules:
  mod_blocking: {{}}
  mod_disco: {{}}
  mod_muc: {{hosts: [rooms.chat.test], access_create: everybody}}
  mod_offline: {{}}
  mod_privacy: {{}}
  mod_register: {{access: everybody, ip_access: everybody, allow_modules: all}}
  mod_roster: {{}}
  mod_service_log: {{loggers: [belisha.chat.test]}}
"""


class Ejabberd:
    """An XMPP server for ``chat.test``, with rooms at ``rooms.chat.test``, as docs/sources.md sets it up.

    It runs alone, without the daemon by which nodes of Erlang find each other.

    Args:
        folder: for its data.

    Attributes:
        clients, components: ports.
    """

    secret = "secret-of-the-tests"  # noqa: S105 - invented

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clients, self.components = free_ports(2)
        settings = _SETTINGS.format(clients=self.clients, components=self.components, secret=self.secret)
        (folder / "ejabberd.yml").write_text(settings, "utf-8")

    @staticmethod
    def libraries() -> Path:
        """Where it is installed; skips the test where it is not."""
        found = sorted(_LIBRARIES.glob("*/ejabberd-*/ebin/ejabberd.app")) if shutil.which("erl") else []
        if not found:
            pytest.skip("needs ejabberd (Debian: apt install ejabberd)")
        return found[-1].parents[2]

    def start(self) -> Self:
        """Starts it, and waits until it answers."""
        environment = {
            **os.environ,
            "EJABBERD_CONFIG_PATH": str(self.folder / "ejabberd.yml"),
            "EJABBERD_LOG_PATH": str(self.folder / "ejabberd.log"),
            "ERL_LIBS": str(self.libraries()),
            "HOME": str(self.folder),
        }
        program = ["erl", "-noinput", "-mnesia", "dir", f'"{self.folder}/data"', "-s", "ejabberd"]
        with (self.folder / "output.txt").open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 - found in PATH
                program, stdout=output, stderr=output, env=environment, cwd=self.folder
            )
        wait_for(self._process, lambda: listens(self.clients) and listens(self.components), self.folder)
        return self

    def stop(self) -> None:
        """Ends it at once, as a fault would."""
        self._process.kill()
        self._process.wait()


@contextmanager
def ejabberd_in(folder: Path) -> Iterator[Ejabberd]:
    """A running server."""
    Ejabberd.libraries()
    server = Ejabberd(folder).start()
    try:
        yield server
    finally:
        server.stop()
