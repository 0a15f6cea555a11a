"""The module inside a real Synapse: what a restricted account may not do, a moment's pause, and that chats go on."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from belisha.chats.live.matrix import Matrix, MatrixSettings
from belisha.chats.matrix_events import APP
from tests.chats.live.desk import WARNED, Desk
from tests.chats.live.notices_for_tests import notice
from tests.chats.live.receiver import Pushed, Receiver, serving
from tests.chats.live.servers import Person, Synapse

PICTURE = {"msgtype": "m.image", "body": "me.jpg", "url": "mxc://chat.test/abc"}
NUMBERS = itertools.count()


def with_two(synapse: Synapse, chat: Callable[[Person, Person, Desk], Coroutine[Any, Any, None]]) -> None:
    async def run() -> None:
        desk, number = Desk(APP, Synapse.api_key), next(NUMBERS)
        first, second = (Person(synapse.address, f"{name}{number}") for name in ("una", "leo"))
        async with first as una, second as leo, serving(desk, synapse.asked):
            await chat(una, leo, desk)

    asyncio.run(run())


def test_a_restricted_account_can_neither_write_nor_react_nor_invite(synapse: Synapse) -> None:
    async def chat(una: Person, leo: Person, desk: Desk) -> None:
        room = await leo.talk_with(una)
        said = await leo.says(room, "hello")
        desk.known[leo.account] = {"restricted": True, "pause_before": []}
        assert (await leo.tries_to_send(room, {"msgtype": "m.text", "body": "hi"})).status_code == 403
        about = {"m.relates_to": {"rel_type": "m.annotation", "event_id": said, "key": "x"}}
        assert (await leo.tries_to_send(room, about, "m.reaction")).status_code == 403
        other = await leo.asks("POST", "createRoom", {"preset": "private_chat"})
        invitation = await leo.client.post(f"rooms/{other['room_id']}/invite", json={"user_id": una.account})
        assert invitation.status_code == 403
        await leo.asks("PUT", f"rooms/{room}/redact/{said}/r1", {})
        await una.says(room, "the other one is not touched")
        desk.known.clear()
        await leo.says(room, "hello again")

    with_two(synapse, chat)


@pytest.mark.parametrize(
    "content",
    [
        PICTURE,
        {"msgtype": "m.text", "body": "i live in 12 Mill Lane"},
        {"msgtype": "m.text", "body": "my number is 0171 555 0100"},
        {"msgtype": "m.file", "body": "me", "url": "mxc://chat.test/abc", "info": {"mimetype": "image/webp"}},
        {"msgtype": "m.location", "body": "here", "geo_uri": "geo:51.5,0.1"},
    ],
)
def test_a_picture_or_an_address_is_held_once(synapse: Synapse, content: dict[str, Any]) -> None:
    async def chat(una: Person, leo: Person, desk: Desk) -> None:
        room = await una.talk_with(leo)
        desk.known[una.account] = {"restricted": False, "pause_before": ["picture", "address"]}
        await una.says(room, "i am 12 and in year 7")
        held = await una.tries_to_send(room, content)
        assert held.status_code == 403
        assert held.json()["error"] == "Take a moment before you send this. If you still want to, send it again."
        await una.sends(room, content)
        assert (await una.tries_to_send(room, content)).status_code == 403, "the next one is held again"
        await leo.sends(room, content)

    with_two(synapse, chat)


@pytest.mark.parametrize(
    ("content", "words"), [(PICTURE, "Once sent, it stays."), ({"msgtype": "m.text", "body": "12 Mill Lane"}, "Wait.")]
)
def test_a_warned_child_alone_is_told_of_the_pause_where_it_was_warned(
    synapse: Synapse, monkeypatch: pytest.MonkeyPatch, content: dict[str, Any], words: str
) -> None:
    monkeypatch.setenv("BELISHA_MATRIX_AS_TOKEN", Synapse.as_token)
    monkeypatch.setenv("BELISHA_MATRIX_HS_TOKEN", Synapse.hs_token)
    receiver = Receiver(Matrix(), MatrixSettings("chat.test", synapse.address))

    async def chat(una: Person, leo: Person, desk: Desk) -> None:
        talk = await leo.talk_with(una)
        async with Pushed(receiver, synapse.pushed) as connection:
            await connection.warn(notice("Matrix", una.account, talk))
            desk.known[una.account] = WARNED
            held = await una.tries_to_send(talk, content)
            assert (held.status_code, held.json()["error"]) == (403, words)
            await una.until(words)
            own = [room for room, events in (await una.sees()).items() if words in str(events)]
            assert len(own) == 1
            assert own != [talk]
            assert str(await una.sees()).count(words) == 1
            went = await una.sends(talk, content)
            await receiver.until(lambda came: any(message.id == went for message in came.messages))
        seen = await leo.sees()
        assert set(seen) == {talk}, "nobody but the child sees the room in which it is told"
        assert words not in str(seen)
        assert [event["event_id"] for event in seen[talk] if event["sender"] == una.account][-1] == went
        assert not [message for message in receiver.messages if message.text == words], "it is not watched"

    with_two(synapse, chat)


def test_a_service_that_does_not_answer_holds_nobody_back(synapse: Synapse) -> None:
    async def chat(una: Person, leo: Person, desk: Desk) -> None:
        room = await una.talk_with(leo)
        desk.known[leo.account] = {"restricted": True, "pause_before": []}
        desk.answers.clear()
        await leo.says(room, "it hangs")
        desk.answers.set()
        assert (await leo.tries_to_send(room, {"msgtype": "m.text", "body": "hi"})).status_code == 403
        desk.known[leo.account] = ["not what was agreed"]
        await leo.says(room, "it talks nonsense")

    with_two(synapse, chat)


def test_a_service_that_is_away_holds_nobody_back(synapse: Synapse) -> None:
    async def run() -> None:
        async with Person(synapse.address, "jan") as jan, Person(synapse.address, "pia") as pia:
            room = await jan.talk_with(pia)
            await jan.sends(room, PICTURE)

    asyncio.run(run())
