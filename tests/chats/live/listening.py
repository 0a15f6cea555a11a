"""Real servers on loopback, and connections that are listened to: waiting is for an event, each with a deadline."""

import asyncio
import json
import shutil
import socket
import subprocess
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from belisha.chats.live import Connection, Frame

DEADLINE = 30.0
"""Seconds after which a test gives up waiting; what is waited for comes within one on a quiet machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def program(name: str, package: str) -> str:
    """The path of an installed server; skips the test where it is missing."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"needs {name}, from Debian's package {package}")
    return found


@contextmanager
def running(command: list[str | Path], ready: str) -> Iterator[subprocess.Popen[str]]:
    """A server, from the moment that it says it is ready; it is killed at the end.

    Args:
        command: program and arguments.
        ready: what stands in the line with which it says so.
    """
    words = [str(word) for word in command]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:  # noqa: S603 - an installed server
        too_late = threading.Timer(DEADLINE, server.kill)
        too_late.start()
        assert server.stdout is not None
        said = []
        for line in server.stdout:
            said.append(line)
            if ready in line:
                break
        else:
            pytest.fail(f"{command[0]} did not start:\n{''.join(said)}")
        too_late.cancel()
        threading.Thread(target=server.stdout.read, daemon=True).start()
        try:
            yield server
        finally:
            server.kill()


async def taken(frames: AsyncIterator[Frame], count: int) -> list[Frame]:
    """The next frames, not acknowledged."""
    async with asyncio.timeout(DEADLINE):
        return [await anext(frames) for _ in range(count)]


async def taken_and_stored(connection: Connection, frames: AsyncIterator[Frame], count: int) -> list[Frame]:
    """The next frames, each acknowledged before the next one is asked for."""
    found = []
    async with asyncio.timeout(DEADLINE):
        for _ in range(count):
            found.append(await anext(frames))
            await connection.acknowledge(found[-1])
    return found


def line(number: int) -> str:
    """A message line whose text is its number."""
    return json.dumps({"conversation": "c1", "sender": "tove", "id": f"m{number}", "text": f"number {number}"})


def numbers(frames: list[Frame]) -> list[int]:
    """Which lines these frames hold."""
    return [int(json.loads(frame.body)["id"][1:]) for frame in frames]


@asynccontextmanager
async def listening(connection: Connection) -> AsyncIterator[tuple[Connection, AsyncIterator[Frame]]]:
    """An open connection and its frames, both closed behind their use."""
    async with AsyncExitStack() as stack:
        async with asyncio.timeout(DEADLINE):
            await stack.enter_async_context(connection)
        frames = connection.frames()
        assert isinstance(frames, AsyncGenerator), "every source writes its frames as a generator"
        stack.push_async_callback(frames.aclose)
        yield connection, frames
