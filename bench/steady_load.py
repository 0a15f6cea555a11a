"""Sends messages at a steady rate, whether or not earlier ones were answered, and says how long each answer took.

It speaks HTTP over plain sockets: a client that takes as much of the machine as the service would measure itself.
"""

import asyncio
import itertools
import json
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

from belisha.model import How, Message, Provenance
from bench.invented_chat import talk

CHATS = 5_000
_CONNECTIONS = 64
_LINES = 20_000


def arriving(run: str = "") -> Iterator[Message]:
    """Messages of many chats, in no order of chats, as a busy platform sends them; ids differ between runs."""
    chance = Random(1)  # noqa: S311 - the same every time
    place = Provenance("api", "api", "", "", How.LIVE)
    lines = [each.text for each in talk(_LINES)]
    for number in itertools.count():
        chat = chance.randrange(CHATS)
        sender = f"u{chat}-{number % 2}"
        line = lines[number % _LINES]
        yield Message(f"m{run}{number}", "chat", f"c{chat}", sender, line, datetime.now(UTC), place)


async def send_steadily(base: str, key: str, messages: Iterator[Message], rate: float, seconds: float) -> list[float]:
    """Seconds from each request's due time to its answer; late answers do not put off those after them.

    Args:
        base: address of the service.
        key: an API key.
        messages: one for each request.
        rate: requests a second.
        seconds: for how long.
    """
    address = urlsplit(base)
    free: asyncio.Queue[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = asyncio.Queue()
    for _ in range(_CONNECTIONS):
        free.put_nowait(await asyncio.open_connection(address.hostname, address.port))
    taken: list[float] = []

    async def send(body: bytes, due: float) -> None:
        connection = await free.get()
        await _exchanged(*connection, key, body)
        taken.append(time.perf_counter() - due)
        free.put_nowait(connection)

    tasks = []
    # Written before the first is due: what the client takes for it is no wait of the service's.
    bodies = [_body(message) for message in itertools.islice(messages, int(rate * seconds))]
    begun = time.perf_counter()
    for number, body in enumerate(bodies):
        due = begun + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(send(body, due)))
    await asyncio.gather(*tasks)
    while not free.empty():
        free.get_nowait()[1].close()
    return taken


def _body(message: Message) -> bytes:
    fields = ("id", "conversation", "sender", "text")
    return json.dumps({"messages": [{name: getattr(message, name) for name in fields}]}).encode()


async def _exchanged(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, key: str, body: bytes) -> None:
    head = f"POST /v1/messages HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {key}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 200"), answer
    (length,) = (line for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    await reader.readexactly(int(length.partition(b":")[2]))


def served_process() -> int:
    """The number of the service that this process has started."""
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()
    (found,) = (int(each) for each in children if b"serve" in Path(f"/proc/{each}/cmdline").read_bytes())
    return found


def processor_seconds(process: int) -> float:
    """What a process has taken of the processor so far."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def megabytes_held(process: int) -> float:
    """The memory that a process holds now."""
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    (held,) = (line for line in lines if line.startswith("VmRSS:"))
    return int(held.split()[1]) / 1024
