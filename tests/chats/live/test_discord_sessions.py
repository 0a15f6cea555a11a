"""Against a small Discord on loopback: how a session begins, goes on, ends, or is given up."""

import asyncio

import pytest

from belisha.chats.live import KeptInMemory
from belisha.errors import Unusable
from tests.chats.live.discord_bots import IDENTIFY, RESUME, bot_at, given, stored
from tests.chats.live.fake_discord import TOKEN, FakeDiscord
from tests.chats.live.listening import DEADLINE


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_DISCORD_TOKEN", TOKEN)


def test_a_gateway_that_no_longer_hears_the_heart_beat_is_lost() -> None:
    async def listen() -> None:
        discord = FakeDiscord(heartbeat_ms=50)
        discord.hears = False
        async with discord.running() as api, bot_at(api, KeptInMemory()) as (_connection, frames):
            with pytest.raises(OSError, match="gateway"):
                await given(frames, 1)
        assert len(discord.beats) == 1

    asyncio.run(listen())


def test_the_heart_beats_while_nobody_reads_the_frames() -> None:
    async def listen() -> None:
        discord = FakeDiscord(heartbeat_ms=20)
        async with discord.running() as api, bot_at(api, KeptInMemory()):
            for _ in range(4):
                async with asyncio.timeout(DEADLINE):
                    await discord.beaten.wait()
                discord.beaten.clear()

    asyncio.run(listen())


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        (4004, "token is wrong"),
        (4010, "report this"),
        (4011, "too many guilds"),
        (4012, "newer Belisha"),
        (4013, "newer Belisha"),
        (4014, "Message Content Intent"),
    ],
)
def test_what_discord_refuses_for_good_is_said_with_what_to_do_and_not_tried_again(code: int, advice: str) -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        discord.refuses = code, "no"
        async with discord.running() as api, bot_at(api, KeptInMemory()) as (_connection, frames):
            await given(frames, 1)

    with pytest.raises(Unusable, match=rf"{code} no.*{advice}"):
        asyncio.run(listen())


@pytest.mark.parametrize(
    ("code", "greeting"),
    [
        *((code, RESUME) for code in (1001, 4000, 4001, 4002, 4005, 4008)),
        *((code, IDENTIFY) for code in (4003, 4007, 4009)),
    ],
)
def test_after_some_codes_a_session_goes_on_and_after_others_a_new_one_begins(code: int, greeting: int) -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1)
                await stored(connection, frames, 1)
                await discord.cut(code)
                with pytest.raises(OSError, match=str(code)):
                    await given(frames, 2)
            await discord.say(2)
            async with bot_at(api, kept) as (connection, frames):
                await stored(connection, frames, 2)
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, greeting]

    asyncio.run(listen())


@pytest.mark.parametrize(
    ("payload", "greeting"),
    [
        ({"op": 7, "d": None}, RESUME),
        ({"op": 9, "d": True}, RESUME),
        ({"op": 9, "d": False}, IDENTIFY),
        ({"op": "?"}, RESUME),
    ],
)
def test_where_the_gateway_asks_for_a_new_connection_it_is_made(payload: dict[str, object], greeting: int) -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1)
                await stored(connection, frames, 1)
                await discord.send(payload)
                with pytest.raises(OSError, match="127"):
                    await given(frames, 2)
            await discord.say(2)
            async with bot_at(api, kept) as (connection, frames):
                await stored(connection, frames, 2)
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, greeting]

    asyncio.run(listen())


def test_a_session_whose_address_is_gone_is_resumed_where_all_connect() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(), KeptInMemory()
        async with discord.running() as api:
            async with bot_at(api, kept) as (connection, frames):
                await discord.joined()
                await discord.say(1)
                await stored(connection, frames, 1)
            await discord.say(2)
            discord.moved, discord.starts = True, 0  # to resume is no start
            async with bot_at(api, kept) as (connection, frames):
                assert await stored(connection, frames, 2) == [2]
        assert discord.connected == ["gateway", "session", "gateway"]
        assert [asked["op"] for asked in discord.asked] == [IDENTIFY, RESUME]

    asyncio.run(listen())


def test_no_session_is_begun_that_would_cost_the_bot_its_token() -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        discord.starts = 0
        async with discord.running() as api:
            with pytest.raises(OSError, match="no more sessions for 240 minutes"):
                async with bot_at(api, KeptInMemory()):
                    pytest.fail("it opened")
        assert (discord.asked, discord.connected) == ([], [])

    asyncio.run(listen())


def test_before_a_session_begins_no_number_of_the_last_one_is_told() -> None:
    async def listen() -> None:
        discord, kept = FakeDiscord(heartbeat_ms=20), KeptInMemory({"place": "37 5"})
        async with discord.running() as api, bot_at(api, kept):
            await discord.beaten.wait()
        assert discord.beats[0] is None

    asyncio.run(asyncio.wait_for(listen(), DEADLINE))


@pytest.mark.parametrize("hello", [None, {}, {"heartbeat_interval": "soon"}, {"heartbeat_interval": 0}])
def test_a_greeting_that_is_none_ends_the_connection(hello: object) -> None:
    async def listen() -> None:
        discord = FakeDiscord()
        discord.hello = hello
        async with discord.running() as api, bot_at(api, KeptInMemory()) as (_connection, frames):
            with pytest.raises(OSError, match=r"heartbeat_interval|object"):
                await given(frames, 1)

    asyncio.run(listen())


def test_a_wrong_token_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_DISCORD_TOKEN", "another")

    async def listen() -> None:
        async with FakeDiscord().running() as api, bot_at(api, KeptInMemory()):
            pytest.fail("it opened")

    with pytest.raises(Unusable, match="token"):
        asyncio.run(listen())
