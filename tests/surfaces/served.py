"""A real ``belisha serve`` in a process of its own, on a free port of loopback, with throw-away data."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import httpx

_PATIENCE = 60.0
KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="


class Served:
    """A service that can be killed and started again on the same data.

    Args:
        folder: for its settings, its log and (with SQLite) its database.
        database: its address; a file in the folder when empty.
        settings: further lines for belisha.toml.
    """

    def __init__(self, folder: Path, database: str = "", settings: str = "") -> None:
        self.folder = folder
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.key = ""
        self._database = database or f"sqlite:///{folder}/belisha.db"
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "belisha.toml").write_text(settings, "utf-8")

    def start(self, environment: Mapping[str, str] = MappingProxyType({})) -> None:
        """Starts it and waits until it is ready."""
        log = self.folder / "serve.log"
        with log.open("ab") as out:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", "belisha", "serve", "--port", str(self.port), "--settings", "belisha.toml"],
                cwd=self.folder,
                stdout=out,
                stderr=out,
                env={**self.environment(), **environment},
            )
        self._wait(log)
        shown = re.search(r"belisha_[0-9a-f]+_[\w-]+", log.read_text("utf-8"))
        self.key = shown[0] if shown else self.key

    def environment(self) -> dict[str, str]:
        """The environment of this service, for its other commands."""
        return {**os.environ, "BELISHA_DATABASE": self._database, "BELISHA_KEY": KEY}

    def kill(self) -> None:
        """Ends it as a power cut would."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        self._process.wait(_PATIENCE)

    def stop(self) -> None:
        """Ends it as a person would; it must then end by itself."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(_PATIENCE)

    def client(self, key: str | None = None, **options: Any) -> httpx.Client:
        """A client that presents a key: the first one unless given."""
        headers = {"Authorization": f"Bearer {self.key if key is None else key}"}
        return httpx.Client(base_url=self.base, headers=headers, timeout=_PATIENCE, **options)

    def log(self) -> str:
        """Everything it has written."""
        return (self.folder / "serve.log").read_text("utf-8")

    def _wait(self, log: Path) -> None:
        end = time.monotonic() + _PATIENCE
        assert self._process is not None
        # Certificates are read for each client: asking with a new one each time keeps the service from starting.
        with httpx.Client(verify=False, timeout=5) as asking:  # noqa: S501 - no TLS on loopback
            while time.monotonic() < end and self._process.poll() is None:
                with contextlib.suppress(httpx.HTTPError):
                    if asking.get(f"{self.base}/ready").status_code == httpx.codes.OK:
                        return
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(0.05)
        raise AssertionError(f"belisha serve did not get ready: {log.read_text('utf-8')[-2000:]}")


@contextlib.contextmanager
def served(folder: Path, database: str = "", settings: str = "") -> Iterator[Served]:
    """A service that runs while it is used."""
    service = Served(folder, database, settings)
    service.start()
    try:
        yield service
    finally:
        service.stop()


def free_port() -> int:
    """A port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
