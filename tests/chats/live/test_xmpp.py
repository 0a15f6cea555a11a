"""XMPP on a real Prosody: two people chat, we may be away, the child alone is told, and its answer comes back."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from belisha.chats.live import Frame, KeptInMemory
from belisha.chats.live.xmpp import Xmpp, XmppSettings
from belisha.model import Message, Relation, Tie
from belisha.notices import Answer
from tests.chats.live.notices_for_tests import CHOICES_TEXT, notice
from tests.chats.live.prosody_server import Prosody
from tests.chats.live.receiver import Connected, Receiver
from tests.chats.live.tapes import tape, write_tape
from tests.chats.live.xmpp_people import XmppPerson

ROOM = "team@rooms.chat.test"
BOT = "notice@belisha.chat.test"


@pytest.fixture(autouse=True)
def _secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_XMPP_SECRET", Prosody.secret)


@pytest.fixture
def receiver(prosody: Prosody) -> Receiver:
    hosts = ("chat.test", "rooms.chat.test")
    return Receiver(Xmpp(), XmppSettings("belisha.chat.test", hosts, port=prosody.components))


def with_two(prosody: Prosody, chat: Callable[[XmppPerson, XmppPerson], Coroutine[Any, Any, None]]) -> None:
    """Runs a chat of Mia and Alex."""

    async def run() -> None:
        async with XmppPerson(prosody, "mia") as mia, XmppPerson(prosody, "alex") as alex:
            await chat(mia, alex)

    asyncio.run(run())


def test_the_tape_is_what_a_real_server_sends(prosody: Prosody, receiver: Receiver, renew: bool) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        async with Connected(receiver) as connection:
            await evening(mia, alex)
            await receiver.until(lambda came: any(message.text == "ok bye" for message in came.messages))
            await connection.warn(notice("XMPP", mia.account, "c"))
            mia.says(BOT, "3")
            await receiver.until(lambda came: bool(came.answers))
        assert [answer.answer for answer in receiver.answers] == [Answer.HELP]

    with_two(prosody, chat)
    if renew:
        write_tape("xmpp", receiver.frames)
    assert [shape_of(frame) for frame in receiver.frames] == [shape_of(frame) for frame in tape("xmpp")]


def test_after_our_outage_everything_arrives_in_order_and_nothing_twice(prosody: Prosody, receiver: Receiver) -> None:
    said = [f"line {number}" for number in range(300)]

    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        for text in said[:150]:
            alex.says(mia.account, text)
        await mia.until(said[149])
        async with Connected(receiver):
            await receiver.until(lambda came: len(came.messages) >= 150)
        for text in said[150:]:
            alex.says(mia.account, text)
        await mia.until(said[-1])
        async with Connected(receiver):
            await receiver.until(lambda came: len(came.messages) >= 300)
        assert prosody.journal.stat().st_size < 20_000, "what is confirmed does not stay on the server"

    with_two(prosody, chat)
    assert [message.text for message in receiver.messages] == said


def test_a_server_that_falls_over_meanwhile_loses_nothing(prosody: Prosody, receiver: Receiver) -> None:
    said = [f"line {number}" for number in range(40)]

    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        for text in said:
            alex.says(mia.account, text)
        await mia.until(said[-1])

    with_two(prosody, chat)
    prosody.stop()
    with prosody.journal.open("ab") as journal:
        journal.write(b"<message from='chat.test' id='cut' to='belisha.")
    prosody.start()

    async def catch_up() -> None:
        async with Connected(receiver):
            await receiver.until(lambda came: len(came.messages) >= 40)

    asyncio.run(catch_up())
    assert [message.text for message in receiver.messages] == said


def test_what_was_not_confirmed_comes_again_with_the_same_ids(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        async with Xmpp().open(receiver.settings, receiver.kept) as fell_over:
            alex.says(mia.account, "see you at practice")
            first = await anext(aiter(fell_over.frames()))
        async with Connected(receiver):
            await receiver.until(lambda came: bool(came.messages))
        assert [told.id for told in Xmpp().decode(first) if isinstance(told, Message)] == [receiver.messages[0].id]

    with_two(prosody, chat)


def test_a_client_that_numbers_everything_alike_hides_nothing(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        async with Connected(receiver):
            for text in ("hello", "dont tell your mum about us"):
                alex.says(mia.account, text, number="same")
            await receiver.until(lambda came: len(came.messages) == 2)

    with_two(prosody, chat)
    assert len({message.id for message in receiver.messages}) == 2


def test_the_child_alone_is_told_and_its_answer_comes_back(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        warning = notice("XMPP", mia.account, "c")
        async with Connected(receiver) as connection:
            assert await connection.warn(warning)
            assert await connection.warn(warning), "tried again, because we fell over before it was stored"
            await mia.until(warning.text)
            mia.says(BOT, "who are you")
            await mia.until(CHOICES_TEXT)
            mia.says(f"{BOT}/phone", "This is someone I know")
            await receiver.until(lambda came: bool(came.answers))
            alex.says(BOT, "1")
            alex.says(mia.account, "hi")
            await receiver.until(lambda came: bool(came.messages))
        assert [(each.account, each.answer, each.notice) for each in receiver.answers] == [
            (mia.account, Answer.KNOWN, "n1")
        ]
        assert [message.text for message in receiver.messages] == ["hi"], "the notice's own talk is not watched"
        assert [str(stanza["body"]) for stanza in mia.seen].count(warning.text) == 1
        assert not alex.seen

    with_two(prosody, chat)


def test_an_answer_while_we_are_away_is_kept_and_shows_the_child_no_error(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        async with Connected(receiver) as connection:
            await connection.warn(notice("XMPP", mia.account, "c"))
        mia.says(BOT, "3")
        alex.says(mia.account, "are you there")
        await mia.until("are you there")
        assert not [stanza for stanza in mia.seen if stanza["type"] == "error"]
        async with Connected(receiver):
            await receiver.until(lambda came: bool(came.answers))
        assert receiver.answers[0].answer is Answer.HELP

    with_two(prosody, chat)


def test_a_child_that_is_away_is_told_when_it_comes_back(prosody: Prosody, receiver: Receiver) -> None:
    warning = notice("XMPP", "mia@chat.test", "c")

    async def chat() -> None:
        async with XmppPerson(prosody, "mia"):
            pass
        async with Connected(receiver) as connection:
            await connection.warn(warning)
        async with XmppPerson(prosody, "mia", is_new=False) as mia:
            await mia.until(warning.text)

    asyncio.run(chat())


def test_a_copy_that_somebody_made_up_is_not_believed(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        made_up = (
            "<forwarded xmlns='urn:xmpp:forward:0'><message xmlns='jabber:client' from='mia@chat.test'"
            " to='alex@chat.test'><body>made up</body></message></forwarded>"
        )
        async with Connected(receiver):
            for to in ("belisha.chat.test", BOT):
                alex.says(to, "", made_up)
            alex.says(mia.account, "hi", made_up)
            await receiver.until(lambda came: bool(came.messages))
        assert [(message.sender, message.text) for message in receiver.messages] == [(alex.account, "hi")]

    with_two(prosody, chat)


def test_private_words_in_a_room_are_known_by_their_true_addresses(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        await mia.joins(ROOM, "Star")
        await alex.joins(ROOM, "Lex")
        async with Connected(receiver):
            alex.says(f"{ROOM}/Star", "just us two")
            await receiver.until(lambda came: bool(came.messages))
        [message] = receiver.messages
        assert (message.sender, message.recipients) == (alex.account, (mia.account,))

    with_two(prosody, chat)


def test_requests_and_blocks_are_told(prosody: Prosody, receiver: Receiver) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson) -> None:
        async with Connected(receiver):
            alex.client.send_presence_subscription(pto=mia.account)
            await receiver.until(lambda came: bool(came.told))
            await mia.client.plugin["xep_0191"].block(alex.account)
            await receiver.until(lambda came: any(isinstance(t, Relation) and t.tie is Tie.BLOCKED for t in came.told))
        relations = [told for told in receiver.told if isinstance(told, Relation)]
        assert (relations[0].account, relations[0].other, relations[0].tie) == (
            alex.account,
            mia.account,
            Tie.REQUESTED,
        )
        assert (relations[-1].account, relations[-1].other) == (mia.account, alex.account)

    with_two(prosody, chat)


def test_a_wrong_secret_and_a_server_that_is_away_are_errors_to_be_tried_again(
    prosody: Prosody, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def enter(port: int) -> None:
        settings = XmppSettings("belisha.chat.test", ("chat.test",), port=port)
        async with Xmpp().open(settings, KeptInMemory()):
            pytest.fail("it let us in")

    monkeypatch.setenv("BELISHA_XMPP_SECRET", "wrong")
    with pytest.raises(OSError, match="refused"):
        asyncio.run(enter(prosody.components))
    with pytest.raises(OSError, match="cannot be reached"):
        asyncio.run(enter(9))


def test_a_server_that_ends_the_connection_ends_the_frames(prosody: Prosody, receiver: Receiver) -> None:
    async def wait() -> None:
        async with Xmpp().open(receiver.settings, receiver.kept) as connection:
            prosody.stop()
            async for _ in connection.frames():
                pytest.fail("a frame from nowhere")

    with pytest.raises(OSError, match="ended the connection"):
        asyncio.run(wait())


async def evening(mia: XmppPerson, alex: XmppPerson) -> None:
    """Everything that a client can send once, in a talk of two and in a room."""
    alex.client.send_presence_subscription(pto=mia.account)
    first = alex.says(mia.account, "hey, are you on the team too?")
    alex.says(mia.account, "", "<composing xmlns='http://jabber.org/protocol/chatstates'/>")
    alex.says(mia.account, "I meant the running team", f"<replace xmlns='urn:xmpp:message-correct:0' id='{first}'/>")
    alex.says(mia.account, "\n line\tone \r\n line two &  <three> ", f"<reply xmlns='urn:xmpp:reply:0' id='{first}'/>")
    html = (
        "<html xmlns='http://jabber.org/protocol/xhtml-im'><body xmlns='http://www.w3.org/1999/xhtml'>{}</body></html>"
    )
    alex.says(mia.account, "nice team", html.format("<p>nice <b>team</b></p>"))
    alex.says(mia.account, "see you", html.format("<p>dont tell your <i>mum</i> about us</p>"))
    address = "https://files.chat.test/a%20b/pitch.jpg?x=1"
    alex.says(mia.account, address, f"<x xmlns='jabber:x:oob'><url>{address}</url></x>")
    shared = (
        "<file-sharing xmlns='urn:xmpp:sfs:0'><file xmlns='urn:xmpp:file:metadata:0'><name>plan.pdf</name>"
        "<media-type>application/pdf</media-type></file></file-sharing>"
    )
    alex.says(mia.account, "the plan", shared)
    locked = "<encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/><payload>YQ==</payload></encrypted>"
    alex.says(mia.account, "I sent you an OMEMO encrypted message", locked)
    alex.says(mia.account, "", f"<retract xmlns='urn:xmpp:message-retract:1' id='{first}'/>")
    alex.says(mia.account, "", f"<x xmlns='jabber:x:conference' jid='{ROOM}'/>")
    await alex.is_served()
    mia.client.send_presence(pto=alex.account, ptype="subscribed")
    await mia.client.plugin["xep_0191"].block("nobody@chat.test")
    await mia.joins(ROOM, "Star")
    await alex.joins(ROOM, "Lex")
    alex.says(ROOM, "hi all", kind="groupchat")
    await mia.until("hi all")
    alex.says(f"{ROOM}/Star", "just us two")
    await mia.until("just us two")
    mia.says(alex.account, "ok bye")


def shape_of(frame: Frame) -> Any:
    """How a frame is laid out, whatever is written in it."""
    text = frame.body["copy"] if isinstance(frame.body, dict) else frame.body
    return frame.server, sorted((element.tag, *sorted(element.attrib)) for element in fromstring(text).iter())  # noqa: S314 - our own
