"""The gate inside a real Prosody: what a restricted account may not do, a moment's pause, and that chats go on."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from belisha.chats.xmpp_copies import APP
from tests.chats.live.desk import WARNED, Desk
from tests.chats.live.prosody_server import Prosody
from tests.chats.live.receiver import serving
from tests.chats.live.xmpp_people import XmppPerson

RESTRICTED = {"restricted": True, "pause_before": [], "pause_words": {}}
OOB = "<x xmlns='jabber:x:oob'><url>https://files.chat.test/a/me.{}</url></x>"
SHARED = (
    "<file-sharing xmlns='urn:xmpp:sfs:0'><file xmlns='urn:xmpp:file:metadata:0'>"
    "<media-type>image/webp</media-type></file></file-sharing>"
)
ROOM = "team@rooms.chat.test"


def with_two(prosody: Prosody, chat: Callable[[XmppPerson, XmppPerson, Desk], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        desk = Desk(APP, Prosody.api_key)
        async with (
            serving(desk, prosody.asked),
            XmppPerson(prosody, "mia") as mia,
            XmppPerson(prosody, "alex") as alex,
        ):
            await chat(mia, alex, desk)

    asyncio.run(run())


def test_a_restricted_account_can_neither_write_nor_ask_to_be_a_friend(prosody: Prosody) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson, desk: Desk) -> None:
        await mia.joins(ROOM, "Star")
        await alex.joins(ROOM, "Lex")
        alex.says(mia.account, "hello")
        await mia.until("hello")
        desk.known[alex.account] = RESTRICTED
        alex.says(mia.account, "are you there")
        alex.says(ROOM, "hi all", kind="groupchat")
        alex.says(f"{ROOM}/Star", "just us two")
        alex.says(mia.account, "", "<x xmlns='jabber:x:conference' jid='other@rooms.chat.test'/>")
        alex.client.send_presence_subscription(pto=mia.account)
        await alex.is_served()
        errors = [each for each in alex.seen if each["type"] == "error"]
        assert {each["error"]["condition"] for each in errors} == {"not-allowed"}
        assert len(errors) == 4
        assert not any(each["error"]["text"] for each in errors), "no reason is given"
        mia.says(alex.account, "the other one is not touched")
        await alex.until("the other one is not touched")
        desk.known.clear()
        alex.says(mia.account, "hello again")
        await mia.until("hello again")
        assert [str(each["body"]) for each in mia.seen if each["body"]] == ["hello", "hello again"]
        assert not mia.client.client_roster[alex.account]["pending_in"]

    with_two(prosody, chat)


@pytest.mark.parametrize(
    ("text", "more", "words"),
    [
        ("https://files.chat.test/a/me.jpg", OOB.format("jpg?x=1"), "Once sent, it stays."),
        ("look", SHARED, "Once sent, it stays."),
        ("i live in 12 Mill Lane", "", "Wait."),
        ("Wir wohnen in der Hauptstraße 5!", "", "Wait."),
        ("j'habite 3, rue Victor", "", "Wait."),
        ("via Roma grande 12", "", "Wait."),
        ("my number is 0171 555 0100", "", "Wait."),
        ("here", "<geoloc xmlns='http://jabber.org/protocol/geoloc'><lat>1</lat></geoloc>", "Wait."),
    ],
)
def test_a_picture_or_an_address_of_a_warned_child_is_held_once_and_nobody_else_sees_it(
    prosody: Prosody, text: str, more: str, words: str
) -> None:
    extra = (more,) if more else ()

    async def chat(mia: XmppPerson, alex: XmppPerson, desk: Desk) -> None:
        desk.known[mia.account] = WARNED
        mia.says(alex.account, "i am 12 and in year 7")
        mia.says(alex.account, "a page", OOB.format("html"))
        mia.says(alex.account, text, *extra)
        told = await mia.until(words)
        assert told["from"].bare == "notice@belisha.chat.test"
        mia.says(alex.account, text, *extra)
        mia.says(alex.account, "done")
        await alex.until("done")
        assert [str(each["body"]) for each in alex.seen] == ["i am 12 and in year 7", "a page", text, "done"]
        (refused,) = [each for each in mia.seen if each["type"] == "error"]
        assert (refused["error"]["type"], refused["error"]["text"]) == ("wait", words)
        assert [str(each["body"]) for each in mia.seen if each["type"] == "chat"] == [words]
        alex.says(mia.account, text, *extra)
        await mia.until(text)

    with_two(prosody, chat)


def test_a_child_without_a_warning_is_never_held(prosody: Prosody) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson, desk: Desk) -> None:
        assert not desk.known
        mia.says(alex.account, "i live in 12 Mill Lane", OOB.format("jpg"))
        await alex.until("i live in 12 Mill Lane")

    with_two(prosody, chat)


def test_a_service_that_does_not_answer_holds_nobody_back(prosody: Prosody) -> None:
    async def chat(mia: XmppPerson, alex: XmppPerson, desk: Desk) -> None:
        desk.known[alex.account] = RESTRICTED
        desk.answers.clear()
        for text in ("it hangs", "and hangs", "in order"):
            alex.says(mia.account, text)
        await mia.until("in order")
        desk.answers.set()
        desk.known[alex.account] = ["not what was agreed"]
        alex.says(mia.account, "it talks nonsense")
        await mia.until("it talks nonsense")
        desk.known[alex.account] = {"restricted": "yes", "pause_before": 3, "pause_words": []}
        alex.says(mia.account, "12 Mill Lane")
        await mia.until("12 Mill Lane")
        said = ["it hangs", "and hangs", "in order", "it talks nonsense", "12 Mill Lane"]
        assert [str(each["body"]) for each in mia.seen] == said

    with_two(prosody, chat)


def test_a_service_that_is_away_holds_nobody_back(prosody: Prosody) -> None:
    async def run() -> None:
        async with XmppPerson(prosody, "mia") as mia, XmppPerson(prosody, "alex") as alex:
            alex.says(mia.account, "12 Mill Lane", OOB.format("jpg"))
            await mia.until("12 Mill Lane")

    asyncio.run(run())
