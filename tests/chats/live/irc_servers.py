"""IRC for the tests: two real servers, people who talk there, and a small server that keeps history."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

from tests.chats.live.listening import DEADLINE, program

_NGIRCD = """
[Global]
\tName = irc.test
\tInfo = test
\tListen = 127.0.0.1
\tPorts = {port}
\tMotdPhrase = welcome
[Limits]
\tMaxConnectionsIP = 0
[Options]
\tIdent = no
\tPAM = no
\tDNS = no
"""
_INSPIRCD = """
<server name="irc.test" description="test" network="Test">
<admin name="nobody" nick="nobody" email="nobody@irc.test">
<bind address="127.0.0.1" port="{port}" type="clients">
<connect allow="*" maxlocal="100" maxglobal="100" resolvehostnames="no" useident="no">
<options defaultbind="ipv4">
<dns server="127.0.0.1" timeout="1">
<pid file="{folder}/pid">
<module name="cap"><module name="ircv3"><module name="ircv3_batch"><module name="ircv3_ctctags">
<module name="ircv3_msgid"><module name="ircv3_servertime">
"""


class Installed(NamedTuple):
    """An IRC server from Debian: its name, how it is started, and with what it says that it is ready."""

    name: str
    command: Callable[[Path, int], list[str | Path]]
    ready: str


def _ngircd(folder: Path, port: int) -> list[str | Path]:
    settings = folder / "ngircd.conf"
    settings.write_text(_NGIRCD.format(port=port), "utf-8")
    return [program("ngircd", "ngircd"), "-n", "-f", settings]


def _inspircd(folder: Path, port: int) -> list[str | Path]:
    settings = folder / "inspircd.conf"
    settings.write_text(_INSPIRCD.format(port=port, folder=folder), "utf-8")
    return [program("inspircd", "inspircd"), "--runasroot", "--nofork", f"--config={settings}"]


INSTALLED = (Installed("ngircd", _ngircd, "ready"), Installed("inspircd", _inspircd, "is now running"))


class Person:
    """Somebody on a real server."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    def say(self, *lines: str) -> None:
        for line in lines:
            self._writer.write(f"{line}\r\n".encode())

    async def leave(self) -> None:
        self._writer.close()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()

    async def hear(self, wanted: str) -> str:
        """The next line that holds this."""
        async with asyncio.timeout(DEADLINE):
            while True:
                line = (await self._reader.readuntil(b"\n")).decode().rstrip()
                if line.startswith("PING"):
                    self.say(line.replace("PING", "PONG"))
                if wanted in line:
                    return line


@asynccontextmanager
async def somebody(port: int, nick: str, channel: str) -> AsyncIterator[Person]:
    """A person who has joined a channel."""
    person = Person(*await asyncio.open_connection("127.0.0.1", port))
    try:
        person.say(f"NICK {nick}", f"USER {nick} 0 * :{nick}")
        await person.hear(" 001 ")
        person.say(f"JOIN {channel}")
        await person.hear(" 366 ")
        yield person
    finally:
        await person.leave()


class Scripted:
    """A server that answers each line as a script says.

    Args:
        answers: by the beginning of a line, what is sent back.
    """

    def __init__(self, answers: dict[str, list[str]]) -> None:
        self._answers = answers
        self.heard: list[str] = []
        self._writers: list[asyncio.StreamWriter] = []

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[int]:
        """Runs it, and gives its port."""
        server = await asyncio.start_server(self._talk, "127.0.0.1", 0)
        try:
            yield int(server.sockets[0].getsockname()[1])
        finally:
            server.close()
            for writer in self._writers:
                writer.close()
                with contextlib.suppress(OSError):
                    await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        while raw := await reader.readline():
            line = raw.decode().rstrip()
            self.heard.append(line)
            for beginning, answers in self._answers.items():
                if line.startswith(beginning):
                    writer.write("".join(f"{answer}\r\n" for answer in answers).encode())
