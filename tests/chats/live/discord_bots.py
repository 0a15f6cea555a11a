"""Bots on a Discord of the tests, and what they read there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from belisha.chats.live import Connection, Frame, KeptInMemory
from belisha.chats.live.discord import Discord, DiscordSettings
from belisha.model import Message
from tests.chats.live.listening import DEADLINE, listening

IDENTIFY, RESUME = 2, 6
"""How a bot greets the gateway: it begins a session, or goes on with one."""


@asynccontextmanager
async def bot_at(api: str, kept: KeptInMemory) -> AsyncIterator[tuple[Connection, AsyncIterator[Frame]]]:
    async with listening(Discord().open(DiscordSettings(api=api), kept)) as opened:
        yield opened


def number_in(frame: Frame) -> int | None:
    """Which message a frame holds."""
    said = [told for told in Discord().decode(frame) if isinstance(told, Message)]
    return int(said[0].text.removeprefix("number ")) if said else None


async def stored(connection: Connection, frames: AsyncIterator[Frame], last: int) -> list[int]:
    """The numbers of what is told and acknowledged, up to this one."""
    found: list[int] = []
    async with asyncio.timeout(DEADLINE):
        while last not in found:
            frame = await anext(frames)
            number = number_in(frame)
            found += [] if number is None else [number]
            await connection.acknowledge(frame)
    return found


async def given(frames: AsyncIterator[Frame], last: int) -> None:
    """Reads up to a message, and acknowledges nothing."""
    async with asyncio.timeout(DEADLINE):
        while number_in(await anext(frames)) != last:
            pass
