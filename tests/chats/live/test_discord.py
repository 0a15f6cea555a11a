"""Against a small Discord on loopback: resuming, new sessions, what was missed, and a gateway that went dead."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from belisha.chats.live import Connection, Frame, KeptInMemory
from belisha.chats.live.discord import Discord, DiscordSettings
from belisha.errors import Unusable
from belisha.model import Message
from tests.chats.live.fake_discord import TOKEN, FakeDiscord, number_of
from tests.chats.live.listening import DEADLINE, listening

IDENTIFY, RESUME = 2, 6


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_DISCORD_TOKEN", TOKEN)


@asynccontextmanager
async def _bot(api: str, kept: KeptInMemory) -> AsyncIterator[tuple[Connection, AsyncIterator[Frame]]]:
    async with listening(Discord().open(DiscordSettings(api=api), kept)) as opened:
        yield opened


def _number(frame: Frame) -> int | None:
    """Which message a frame holds."""
    said = [told for told in Discord().decode(frame) if isinstance(told, Message)]
    return int(said[0].text.removeprefix("number ")) if said else None


async def _stored(connection: Connection, frames: AsyncIterator[Frame], last: int) -> list[int]:
    """The numbers of what is told and acknowledged, up to this one."""
    found: list[int] = []
    async with asyncio.timeout(DEADLINE):
        while last not in found:
            frame = await anext(frames)
            number = _number(frame)
            found += [] if number is None else [number]
            await connection.acknowledge(frame)
    return found


async def _given(frames: AsyncIterator[Frame], last: int) -> None:
    """Reads up to a message, and acknowledges nothing."""
    async with asyncio.timeout(DEADLINE):
        while _number(await anext(frames)) != last:
            pass


def test_a_session_that_was_cut_goes_on_behind_the_last_stored_event() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with _bot(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1, 2, 3, 4)
                assert await _stored(connection, frames, 2) == [1, 2]
                await _given(frames, 4)
                await discord.cut()
                with pytest.raises(OSError, match="4000"):
                    await _given(frames, 5)
            await discord.say(5, 6)
            async with _bot(api, kept) as (connection, frames):
                assert await _stored(connection, frames, 6) == [3, 4, 5, 6]
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, RESUME]
        assert discord.asked[1]["d"]["session_id"] == "s1"
        assert discord.pages == []

    asyncio.run(listen())


def test_closing_leaves_the_session_open_and_nothing_comes_twice() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with _bot(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1, 2)
                await _stored(connection, frames, 2)
            await discord.say(3)
            async with _bot(api, kept) as (connection, frames):
                assert await _stored(connection, frames, 3) == [3]
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, RESUME]

    asyncio.run(listen())


def test_after_a_long_outage_what_was_missed_is_asked_for_in_every_channel() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with _bot(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1)
                await _stored(connection, frames, 1)
            await discord.say(*range(2, 252))
            discord.resumable = False
            with pytest.raises(OSError, match="the session is over"):
                async with _bot(api, kept) as (_connection, frames):
                    await _given(frames, 2)
            async with _bot(api, kept) as (connection, frames):
                # The ten seconds before the place are asked for again, and known by their ids.
                assert await _stored(connection, frames, 251) == list(range(1, 252))
        assert len(discord.pages) == 3
        assert kept.get("place").split()[1] == str(number_of(1)), "not before the guild is told to its end"

    asyncio.run(listen())


def test_the_place_moves_on_once_the_guild_is_caught_up_with() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api, _bot(api, kept) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            await _stored(connection, frames, 1)
            await discord.say(2)
            await _stored(connection, frames, 2)
        assert kept.get("place").split() == ["4", str(number_of(2))]

    asyncio.run(listen())


def test_what_was_said_in_an_outage_of_discord_itself_is_asked_for() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api, _bot(api, kept) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            await _stored(connection, frames, 1)
            await discord.guild_fails()
            await discord.say(5)  # in the other guild, where the bot still is
            assert await _stored(connection, frames, 5) == [5]
            assert kept.get("place").split()[1] == str(number_of(1)), "the place waits for the guild"
            await discord.guild_returns(3, 4, 6)
            assert await _stored(connection, frames, 6) == [1, 3, 4, 5, 6]
            await discord.say(7)
            await _stored(connection, frames, 7)
        assert kept.get("place").split()[1] == str(number_of(7))

    asyncio.run(listen())


def test_what_was_said_before_the_bot_first_came_is_not_asked_for() -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        async with discord.running() as api, _bot(api, KeptInMemory()) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            assert await _stored(connection, frames, 1) == [1]
        assert discord.pages == []

    asyncio.run(listen())


def test_a_gateway_that_no_longer_hears_the_heart_beat_is_lost() -> None:
    async def listen() -> None:
        discord = FakeDiscord(heartbeat_ms=50)
        discord.hears = False
        async with discord.running() as api, _bot(api, KeptInMemory()) as (_connection, frames):
            with pytest.raises(OSError, match="gateway"):
                await _given(frames, 1)
        assert len(discord.beats) == 1

    asyncio.run(listen())


def test_the_heart_beats_while_nobody_reads_the_frames() -> None:
    async def listen() -> None:
        discord = FakeDiscord(heartbeat_ms=20)
        async with discord.running() as api, _bot(api, KeptInMemory()):
            for _ in range(4):
                async with asyncio.timeout(DEADLINE):
                    await discord.beaten.wait()
                discord.beaten.clear()

    asyncio.run(listen())


@pytest.mark.parametrize("code", [4004, 4014])
def test_a_token_or_intents_that_are_refused_are_said_and_not_tried_again(code: int) -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        discord.refuses = code, "no"
        async with discord.running() as api, _bot(api, KeptInMemory()) as (_connection, frames):
            await _given(frames, 1)

    with pytest.raises(Unusable, match=str(code)):
        asyncio.run(listen())


def test_a_wrong_token_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_DISCORD_TOKEN", "another")

    async def listen() -> None:
        async with FakeDiscord().running() as api, _bot(api, KeptInMemory()):
            pytest.fail("it opened")

    with pytest.raises(Unusable, match="token"):
        asyncio.run(listen())
