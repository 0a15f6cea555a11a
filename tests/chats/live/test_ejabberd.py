"""XMPP on a real ejabberd: two people chat alone and in a room, the child alone is told, and its answer comes back."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha.chats.live.xmpp import Xmpp, XmppSettings
from belisha.model import Message, Relation, Tie
from belisha.notices import Answer
from tests.chats.live.ejabberd_server import Ejabberd, ejabberd_in
from tests.chats.live.notices_for_tests import CHOICES_TEXT, notice
from tests.chats.live.receiver import Connected, Receiver
from tests.chats.live.xmpp_people import XmppPerson

ROOM, BOT = "team@rooms.chat.test", "notice@belisha.chat.test"


@pytest.fixture(autouse=True)
def _secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_XMPP_SECRET", Ejabberd.secret)


@pytest.fixture(scope="module")
def ejabberd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ejabberd]:
    """One server for all tests here; people of each test have names of their own."""
    with ejabberd_in(tmp_path_factory.mktemp("ejabberd")) as server:
        yield server


@pytest.fixture
def receiver(ejabberd: Ejabberd) -> Receiver:
    return receiver_at(ejabberd)


def receiver_at(server: Ejabberd) -> Receiver:
    return Receiver(Xmpp(), XmppSettings("belisha.chat.test", ("chat.test",), port=server.components))


def once(messages: list[Message]) -> list[Message]:
    """Each message as the service counts it: ejabberd copies on sending and on receiving."""
    return list({(message.conversation, message.id): message for message in reversed(messages)}.values())[::-1]


def test_two_people_chat_alone_and_in_a_room(ejabberd: Ejabberd, receiver: Receiver) -> None:
    async def chat() -> None:
        async with (
            XmppPerson(ejabberd, "mia") as mia,
            XmppPerson(ejabberd, "alex") as alex,
            Connected(receiver),
        ):
            alex.says(mia.account, "hello")
            await mia.until("hello")
            mia.says(alex.account, "who are you? 🏐 & <3")
            await alex.until("who are you? 🏐 & <3")
            await mia.joins(ROOM, "Star")
            await alex.joins(ROOM, "Lex")
            alex.says(ROOM, "hi all", kind="groupchat")
            await mia.until("hi all")
            mia.says(alex.account, "the end")
            await receiver.until(lambda came: any(message.text == "the end" for message in came.messages))

    asyncio.run(chat())
    alone, room = "alex@chat.test mia@chat.test", ROOM
    said = [(message.conversation, message.sender, message.text) for message in once(receiver.messages)]
    assert said == [
        (alone, "alex@chat.test", "hello"),
        (alone, "mia@chat.test", "who are you? 🏐 & <3"),
        (room, "alex@chat.test", "hi all"),
        (alone, "mia@chat.test", "the end"),
    ]
    assert receiver.unreadable == []


def test_the_child_alone_is_told_and_its_answer_comes_back(ejabberd: Ejabberd, receiver: Receiver) -> None:
    async def chat() -> None:
        async with (
            XmppPerson(ejabberd, "ria") as child,
            XmppPerson(ejabberd, "ralf") as other,
            Connected(receiver) as connection,
        ):
            warning = notice("XMPP", child.account, "c")
            assert await connection.warn(warning)
            await child.until(warning.text)
            child.says(BOT, "who are you")
            await child.until(CHOICES_TEXT)
            child.says(BOT, "3")
            await receiver.until(lambda came: bool(came.answers))
            other.says(BOT, "1")
            other.says(child.account, "hi")
            await child.until("hi")
            await receiver.until(lambda came: bool(came.messages))
            assert not other.seen
        assert {(each.account, each.answer, each.notice) for each in receiver.answers} == {
            (child.account, Answer.HELP, "n1")
        }
        assert [message.text for message in once(receiver.messages)] == ["hi"], "the notice's own talk is not watched"

    asyncio.run(chat())


def test_requests_and_blocks_are_told(ejabberd: Ejabberd, receiver: Receiver) -> None:
    async def chat() -> None:
        async with (
            XmppPerson(ejabberd, "nora") as asked,
            XmppPerson(ejabberd, "nils") as asks,
            Connected(receiver),
        ):
            asks.client.send_presence_subscription(pto=asked.account)
            await receiver.until(lambda came: bool(relations(came)))
            await asked.client.plugin["xep_0191"].block(asks.account)
            await receiver.until(lambda came: any(told.tie is Tie.BLOCKED for told in relations(came)))
        assert {(told.account, told.tie, told.other) for told in relations(receiver)} == {
            (asks.account, Tie.REQUESTED, asked.account),
            (asked.account, Tie.BLOCKED, asks.account),
        }

    asyncio.run(chat())


def test_a_copy_that_somebody_made_up_is_not_believed(ejabberd: Ejabberd, receiver: Receiver) -> None:
    made_up = (
        "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='mia@chat.test'"
        " to='alex@chat.test'><body>made up</body></message></forwarded>"
    )

    async def chat() -> None:
        async with XmppPerson(ejabberd, "lia") as lia, XmppPerson(ejabberd, "leo") as leo, Connected(receiver):
            for to in ("belisha.chat.test", BOT):
                leo.says(to, "", made_up)
            leo.says(lia.account, "hi", made_up)
            await lia.until("hi")
            await receiver.until(lambda came: bool(came.messages))

    asyncio.run(chat())
    assert {(message.sender, message.text) for message in receiver.messages} == {("leo@chat.test", "hi")}


def test_what_is_said_while_we_are_away_is_lost_as_the_page_says(ejabberd: Ejabberd, receiver: Receiver) -> None:
    async def chat() -> None:
        async with XmppPerson(ejabberd, "una") as una, XmppPerson(ejabberd, "ulf") as ulf:
            ulf.says(una.account, "nobody hears this")
            await una.until("nobody hears this")
            async with Connected(receiver):
                ulf.says(una.account, "this is heard")
                await receiver.until(lambda came: bool(came.messages))

    asyncio.run(chat())
    assert [message.text for message in once(receiver.messages)] == ["this is heard"]


def test_after_the_server_fell_we_connect_again_and_hear_on(tmp_path: Path) -> None:
    async def talk(server: Ejabberd, receiver: Receiver, text: str, *names: str) -> None:
        # Accounts that were made just before it fell ejabberd may have forgotten: others talk then.
        one, other = (XmppPerson(server, name) for name in names)
        async with one, other, Connected(receiver):
            other.says(one.account, text)
            await receiver.until(lambda came: any(message.text == text for message in came.messages))

    async def fall(server: Ejabberd, receiver: Receiver) -> None:
        await talk(server, receiver, "before it fell", "eva", "emil")
        server.stop()
        await asyncio.to_thread(server.start)
        await talk(server, receiver, "after it fell", "ida", "ivo")

    with ejabberd_in(tmp_path) as server:
        receiver = receiver_at(server)
        asyncio.run(fall(server, receiver))
    assert [message.text for message in once(receiver.messages)] == ["before it fell", "after it fell"]


def relations(came: Receiver) -> list[Relation]:
    return [told for told in came.told if isinstance(told, Relation)]
