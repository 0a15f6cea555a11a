"""Against a small Discord on loopback: what was missed while we, or Discord, were away."""

import asyncio

import pytest

from belisha.chats.live import KeptInMemory
from tests.chats.live.discord_bots import IDENTIFY, RESUME, bot_at, given, stored
from tests.chats.live.fake_discord import TOKEN, FakeDiscord, number_of


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_DISCORD_TOKEN", TOKEN)


def test_a_session_that_was_cut_goes_on_behind_the_last_stored_event() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1, 2, 3, 4)
                assert await stored(connection, frames, 2) == [1, 2]
                await given(frames, 4)
                await discord.cut()
                with pytest.raises(OSError, match="4000"):
                    await given(frames, 5)
            await discord.say(5, 6)
            async with bot_at(api, kept) as (connection, frames):
                assert await stored(connection, frames, 6) == [3, 4, 5, 6]
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, RESUME]
        assert discord.asked[1]["d"]["session_id"] == "s1"
        assert discord.pages == []

    asyncio.run(listen())


def test_closing_leaves_the_session_open_and_nothing_comes_twice() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1, 2)
                await stored(connection, frames, 2)
            await discord.say(3)
            async with bot_at(api, kept) as (connection, frames):
                assert await stored(connection, frames, 3) == [3]
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, RESUME]

    asyncio.run(listen())


def test_after_a_long_outage_what_was_missed_is_asked_for_in_every_channel() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1)
                await stored(connection, frames, 1)
            await discord.say(*range(2, 252))
            discord.resumable = False
            with pytest.raises(OSError, match="the session is over"):
                async with bot_at(api, kept) as (_connection, frames):
                    await given(frames, 2)
            async with bot_at(api, kept) as (connection, frames):
                # The ten seconds before the place are asked for again, and known by their ids.
                assert await stored(connection, frames, 251) == list(range(1, 252))
        assert len(discord.pages) == 3
        assert kept.get("place").split()[1] == str(number_of(1)), "not before the guild is told to its end"

    asyncio.run(listen())


def test_the_place_moves_on_once_the_guild_is_caught_up_with() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api, bot_at(api, kept) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            await stored(connection, frames, 1)
            await discord.say(2)
            await stored(connection, frames, 2)
        assert kept.get("place").split() == ["4", str(number_of(2))]

    asyncio.run(listen())


def test_what_was_said_in_an_outage_of_discord_itself_is_asked_for() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api, bot_at(api, kept) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            await stored(connection, frames, 1)
            await discord.guild_fails()
            await discord.say(5)  # in the other guild, where the bot still is
            assert await stored(connection, frames, 5) == [5]
            assert kept.get("place").split()[1] == str(number_of(1)), "the place waits for the guild"
            await discord.guild_returns(3, 4, 6)
            assert await stored(connection, frames, 6) == [1, 3, 4, 5, 6]
            await discord.say(7)
            await stored(connection, frames, 7)
        assert kept.get("place").split()[1] == str(number_of(7))

    asyncio.run(listen())


def test_what_was_said_before_the_bot_first_came_is_not_asked_for() -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        async with discord.running() as api, bot_at(api, KeptInMemory()) as (connection, frames):
            await discord.joined()
            await discord.say(1)
            assert await stored(connection, frames, 1) == [1]
        assert discord.pages == []

    asyncio.run(listen())
