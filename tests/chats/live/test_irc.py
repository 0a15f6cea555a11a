"""Against ngircd and InspIRCd, and for what they do not have against a small server that keeps history."""

import asyncio
from collections.abc import Iterator

import pytest

from belisha.chats.irc_lines import line_in
from belisha.chats.live import Frame, KeptInMemory
from belisha.chats.live.irc import Irc, IrcSettings
from belisha.errors import Unusable
from belisha.model import Message
from tests.chats.live.irc_servers import INSTALLED, Installed, Scripted, somebody
from tests.chats.live.listening import free_port, listening, running, taken, taken_and_stored

WELCOME = [":irc.test 001 belisha :welcome"]
OFFERED = [
    ":irc.test CAP * LS * :sasl=PLAIN server-time",
    ":irc.test CAP * LS :batch message-tags draft/chathistory=1000",
]
JOINED = [":irc.test 366 belisha #chess :End of /NAMES list."]


def _settings(port: int, **more: object) -> IrcSettings:
    return IrcSettings("127.0.0.1", ("#chess",), port=port, tls=False, **more)  # type: ignore[arg-type]


def _said(frames: list[Frame]) -> list[Message]:
    return [told for frame in frames for told in Irc().decode(frame) if isinstance(told, Message)]


@pytest.fixture(scope="module", params=INSTALLED, ids=lambda server: server.name)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Installed, int]]:
    port = free_port()
    installed: Installed = request.param
    with running(installed.command(tmp_path_factory.mktemp("irc"), port), installed.ready):
        yield installed, port


def test_what_people_say_in_a_channel_and_to_us_is_told(server: tuple[Installed, int]) -> None:
    installed, port = server

    async def listen() -> None:
        # A name of its own: the server may still be saying goodbye to the one of the test before.
        bot = Irc().open(_settings(port, nick="ears"), KeptInMemory())
        async with somebody(port, "tove", "#Chess") as tove, listening(bot) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
            tove.say("PRIVMSG #chess :who plays tonight?", "PRIVMSG #CHESS :\x01ACTION waves\x01")
            tove.say("NOTICE #chess :back in five", "PRIVMSG ears :are you a bot?")
            said = _said(await taken_and_stored(connection, frames, 4))
        assert [each.text for each in said] == ["who plays tonight?", "/me waves", "back in five", "are you a bot?"]
        assert [each.conversation for each in said] == ["#chess", "#chess", "#chess", "tove"]
        assert {each.sender for each in said} == {"tove"}
        assert len({each.id for each in said}) == 4
        assert all(each.sent_at for each in said)
        if installed.name == "inspircd":
            assert all(each.provenance.place == f"msgid {each.id}" for each in said)

    asyncio.run(listen())


def test_another_nick_is_taken_when_ours_is_in_use(server: tuple[Installed, int]) -> None:
    async def listen() -> None:
        bot = Irc().open(_settings(server[1], nick="guard"), KeptInMemory())
        async with somebody(server[1], "guard", "#chess") as namesake, listening(bot) as (connection, frames):
            await taken_and_stored(connection, frames, 1)
            namesake.say("PRIVMSG #chess :that is my name")
            (said,) = _said(await taken_and_stored(connection, frames, 1))
            assert said.sender == "guard"
            assert "guard_" in await namesake.hear("JOIN")

    asyncio.run(listen())


def test_a_channel_that_does_not_let_us_in_is_said(server: tuple[Installed, int]) -> None:
    async def listen() -> None:
        async with somebody(server[1], "mika", "#closed") as mika:
            mika.say("MODE #closed +i")
            await mika.hear("MODE #closed")
            settings = IrcSettings("127.0.0.1", ("#closed",), port=server[1], tls=False)
            async with listening(Irc().open(settings, KeptInMemory())) as (_connection, frames):
                await taken(frames, 1)

    with pytest.raises(Unusable, match="#closed"):
        asyncio.run(listen())


def test_one_closed_channel_does_not_silence_the_others(
    server: tuple[Installed, int], caplog: pytest.LogCaptureFixture
) -> None:
    async def listen() -> None:
        async with somebody(server[1], "ines", "#shut") as ines, somebody(server[1], "finn", "#open") as finn:
            ines.say("MODE #shut +i")
            await ines.hear("MODE #shut")
            settings = IrcSettings("127.0.0.1", ("#shut", "#open"), port=server[1], tls=False)
            async with listening(Irc().open(settings, KeptInMemory())) as (connection, frames):
                await taken_and_stored(connection, frames, 1)
                finn.say("PRIVMSG #open :still here")
                assert [each.text for each in _said(await taken_and_stored(connection, frames, 1))] == ["still here"]

    asyncio.run(listen())
    assert "#shut" in caplog.text


def test_a_full_channel_is_tried_again(server: tuple[Installed, int]) -> None:
    async def listen() -> None:
        async with somebody(server[1], "nils", "#full") as nils:
            nils.say("MODE #full +l 1")
            await nils.hear("MODE #full")
            settings = IrcSettings("127.0.0.1", ("#full",), port=server[1], tls=False)
            async with listening(Irc().open(settings, KeptInMemory())) as (_connection, frames):
                await taken(frames, 1)

    with pytest.raises(ConnectionError, match="#full"):
        asyncio.run(listen())


@pytest.mark.parametrize("installed", INSTALLED, ids=lambda server: server.name)
def test_a_server_that_is_killed_is_a_lost_one(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> None:
    async def listen() -> None:
        port = free_port()
        with running(installed.command(tmp_path_factory.mktemp("irc"), port), installed.ready) as process:
            async with listening(Irc().open(_settings(port), KeptInMemory())) as (_connection, frames):
                await taken(frames, 1)
                process.kill()
                await taken(frames, 1)

    with pytest.raises(OSError, match=r"127\.0\.0\.1|reset"):
        asyncio.run(listen())


def _missed(number: int, batch: str) -> str:
    tags = f"batch={batch};time=2026-03-02T16:00:{number:02}.000Z;msgid=h{number}"
    return f"@{tags} :tove!t@host PRIVMSG #chess :missed {number}"


def _history(*pages: tuple[str, list[int]]) -> dict[str, list[str]]:
    """Answers to requests for what was said after a time, one page each."""
    answers = {}
    for index, (after, numbers) in enumerate(pages):
        lines = [_missed(number, f"b{index}") for number in numbers]
        batch = [f":irc.test BATCH +b{index} chathistory #chess", *lines, f":irc.test BATCH -b{index}"]
        answers[f"CHATHISTORY AFTER #chess timestamp={after} "] = batch
    return answers


def test_what_was_missed_is_asked_for_until_there_is_no_more() -> None:
    first, last = "2026-03-02T16:00:00.000Z", "2026-03-02T16:00:04.000Z"
    live = "@time=2026-03-02T16:10:00.000Z;msgid=live :mika!m@host PRIVMSG #chess :said while you were reading"
    script = {"CAP LS": OFFERED, "CAP END": WELCOME, "CAP REQ": [":irc.test CAP * ACK :batch"], "JOIN": [*JOINED, live]}
    script |= _history((first, [1, 2]), ("2026-03-02T16:00:02.000Z", [3, 4]), (last, [4]))
    server, kept = Scripted(script), KeptInMemory({"place #chess": first})

    async def listen() -> None:
        async with server.listening() as port, listening(Irc().open(_settings(port), kept)) as (connection, frames):
            said = _said(await taken_and_stored(connection, frames, 2))
            assert [each.text for each in said] == ["said while you were reading"]
            assert kept.get("place #chess") == first, "the place waits for what was missed"
            said = _said(await taken_and_stored(connection, frames, 4))
            assert [each.text for each in said] == ["missed 1", "missed 2", "missed 3", "missed 4"]
            assert kept.get("place #chess") == last

    asyncio.run(listen())
    assert sum(line.startswith("CHATHISTORY") for line in server.heard) in (2, 3)


def test_it_signs_in_and_never_says_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRC_PASSWORD", "pass word")
    script = {
        "CAP LS": OFFERED,
        "CAP REQ": [":irc.test CAP * ACK :sasl"],
        "AUTHENTICATE PLAIN": ["AUTHENTICATE +"],
        "AUTHENTICATE AGJlbGlzaGEAcGFzcyB3b3Jk": [":irc.test 903 * :welcome"],
        "CAP END": ["PING :42", *WELCOME],
        "JOIN": JOINED,
    }
    server = Scripted(script)

    async def listen() -> None:
        async with server.listening() as port:
            settings = _settings(port, account="belisha", account_password_env="IRC_PASSWORD")  # noqa: S106 - a variable
            async with listening(Irc().open(settings, KeptInMemory())) as (connection, frames):
                await taken_and_stored(connection, frames, 1)

    asyncio.run(listen())
    said = [line.split()[0] for line in server.heard if line != "QUIT"]
    assert said == ["CAP", "NICK", "USER", "CAP", "AUTHENTICATE", "AUTHENTICATE", "CAP", "PONG", "JOIN"]


def test_a_server_that_falls_silent_is_asked_and_then_counts_as_lost() -> None:
    server = Scripted({})

    async def listen() -> None:
        async with server.listening() as port:
            settings = _settings(port, silence_seconds=0.1)
            async with listening(Irc().open(settings, KeptInMemory())) as (_connection, frames):
                await anext(frames)

    with pytest.raises(OSError):  # noqa: PT011 - a deadline has no words
        asyncio.run(listen())
    assert [line for line in server.heard if line.startswith("PING")] == ["PING :still-there"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("PING :a b", ["a b"]),
        (":s!u@h PRIVMSG #c  one", ["#c", "one"]),
        ("@a=1 :s 366 me #c :", ["me", "#c", ""]),
        ("QUIT", []),
    ],
)
def test_the_words_of_a_line(text: str, words: list[str]) -> None:
    line = line_in(text)
    assert line is not None
    assert line.words == words


@pytest.mark.parametrize("text", ["", "#", "@tags-and-nothing-else", ":source"])
def test_what_is_no_line(text: str) -> None:
    assert line_in(text) is None
