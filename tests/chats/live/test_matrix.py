"""Matrix on a real Synapse: two people chat, we may be away, the child alone is told, and its answer comes back."""

import asyncio
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from belisha.chats.live import Frame, KeptInMemory, Request
from belisha.chats.live.matrix import Matrix, MatrixSettings
from belisha.chats.told_children import ToldChild
from belisha.notices import Answer
from tests.chats.live.notices_for_tests import CHOICES_TEXT, notice
from tests.chats.live.receiver import Pushed, Receiver
from tests.chats.live.servers import Person, Synapse
from tests.chats.live.tapes import tape, write_tape


@pytest.fixture(autouse=True)
def _secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BELISHA_MATRIX_AS_TOKEN", Synapse.as_token)
    monkeypatch.setenv("BELISHA_MATRIX_HS_TOKEN", Synapse.hs_token)


@pytest.fixture
def receiver(synapse: Synapse) -> Receiver:
    return Receiver(Matrix(), MatrixSettings("chat.test", synapse.address))


def test_the_tape_is_what_a_real_server_sends(synapse: Synapse, receiver: Receiver, renew: bool) -> None:
    async def chat() -> None:
        here, ours = synapse.address, Pushed(receiver, synapse.pushed)
        async with Person(here, "mia") as mia, Person(here, "alex") as alex, ours as connection:
            last = await evening(mia, alex)
            await receiver.until(lambda came: any(message.id == last for message in came.messages))
            await connection.warn(notice("Matrix", mia.account, "c"))
            room = room_of(receiver, mia.account)
            await mia.says(room, "3")
            shown = next(event for event in (await mia.sees())[room] if event["type"] == "m.room.message")
            about = {"rel_type": "m.annotation", "event_id": shown["event_id"], "key": "2\ufe0f\u20e3"}
            await mia.sends(room, {"m.relates_to": about}, "m.reaction")
            await receiver.until(lambda came: len(came.answers) == 2)
        assert [answer.answer for answer in receiver.answers] == [Answer.HELP, Answer.KNOWN]

    asyncio.run(chat())
    if renew:
        write_tape("matrix", receiver.frames)
    assert _kinds(tape("matrix")) <= _kinds(receiver.frames), "a busy server may send further forms"


def _kinds(frames: Sequence[Frame]) -> set[str]:
    """Every form of what was sent; how often, and in which order, a server tells who is in a room varies."""
    return {repr(shape_of(frame)) for frame in frames if "m.room.member" not in repr(shape_of(frame))}


def test_after_an_outage_everything_arrives_in_order_and_nothing_twice(synapse: Synapse, receiver: Receiver) -> None:
    async def chat() -> list[str]:
        async with Person(synapse.address, "kim") as kim, Person(synapse.address, "lou") as lou:
            room = await kim.talk_with(lou)
            said = [await who.says(room, f"line {number}") for number in range(10) for who in (kim, lou)]
            async with Pushed(receiver, synapse.pushed):
                await receiver.until(lambda here: bool(here.messages) and here.messages[-1].id == said[-1])
            said += [await kim.says(room, f"later line {number}") for number in range(10)]
            async with Pushed(receiver, synapse.pushed):
                await receiver.until(lambda here: here.messages[-1].id == said[-1])
        return said

    said = asyncio.run(chat())
    assert [message.id for message in receiver.messages if message.id in said] == said


def test_an_answer_that_got_lost_brings_the_same_frames_again(synapse: Synapse, receiver: Receiver) -> None:
    async def chat() -> str:
        async with Person(synapse.address, "ben") as ben, Person(synapse.address, "eva") as eva:
            room = await ben.talk_with(eva)
            pushed = Pushed(receiver, synapse.pushed)
            async with pushed:
                first = await ben.says(room, "hi")
                await receiver.until(lambda came: any(message.id == first for message in came.messages))
                pushed.lost_answers = 1
                last = await ben.says(room, "see you at practice")
                await receiver.until(lambda here: [message.id for message in here.messages].count(last) == 2)
        return last

    last = asyncio.run(chat())
    first, second = [message for message in receiver.messages if message.id == last]
    assert (first.text, first.sender, first.sent_at) == (second.text, second.sender, second.sent_at)


def test_the_child_alone_is_told(synapse: Synapse, receiver: Receiver) -> None:
    async def chat() -> None:
        here, ours = synapse.address, Pushed(receiver, synapse.pushed)
        async with Person(here, "ida") as ida, Person(here, "tom") as tom, ours as connection:
            talk = await ida.talk_with(tom)
            warning = notice("Matrix", ida.account, talk)
            assert await connection.warn(warning)
            assert await connection.warn(warning), "tried again, because we fell over before it was stored"
            second = notice("Matrix", ida.account, talk, "n2")
            assert await connection.warn(second)
            room = room_of(receiver, ida.account)
            told = texts(await ida.sees(), room)
            assert told == [warning.text, second.text], "each notice once"
            assert set(await tom.sees()) == {talk}
            for path in (f"rooms/{room}/members", f"rooms/{room}/messages?dir=b", f"rooms/{room}/state"):
                assert (await tom.client.get(path)).status_code == 403
            assert (await tom.client.post(f"join/{room}", json={})).status_code == 403
            invited = await ida.client.post(f"rooms/{room}/invite", json={"user_id": tom.account})
            assert invited.status_code == 403
            assert [each["room_id"] for each in (await ida.asks("GET", "notifications"))["notifications"]][:2] == [
                room,
                room,
            ]

    asyncio.run(chat())


def test_a_child_that_left_the_room_is_asked_in_again_and_other_words_show_the_choices(
    synapse: Synapse, receiver: Receiver
) -> None:
    async def chat() -> None:
        async with Person(synapse.address, "ada") as ada, Pushed(receiver, synapse.pushed) as connection:
            await connection.warn(notice("Matrix", ada.account, "c"))
            room = room_of(receiver, ada.account)
            await ada.asks("POST", f"rooms/{room}/leave", {})
            await connection.warn(notice("Matrix", ada.account, "c", "n2"))
            assert room_of(receiver, ada.account) == room
            before = len(receiver.frames)
            await ada.says(room, "who are you")
            await receiver.until(lambda here: len(here.frames) > before)
            assert texts(await ada.sees(), room)[-1] == CHOICES_TEXT
            await ada.says(room, "I'm fine.")
            await receiver.until(lambda here: bool(here.answers))
            assert (receiver.answers[0].answer, receiver.answers[0].notice) == (Answer.FINE, "n2")
            assert not [message for message in receiver.messages if message.conversation == room]

    asyncio.run(chat())


def test_a_child_of_another_homeserver_is_not_told() -> None:
    settings = MatrixSettings("chat.test", "http://127.0.0.1:9")
    connection = Matrix().open(settings, KeptInMemory())
    assert not asyncio.run(connection.warn(notice("Matrix", "@mia:elsewhere.test", "c")))


def test_a_homeserver_that_is_away_is_an_error_to_be_tried_again() -> None:
    async def warn() -> None:
        async with Matrix().open(MatrixSettings("chat.test", "http://127.0.0.1:9"), KeptInMemory()) as connection:
            await connection.warn(notice("Matrix", "@mia:chat.test", "c"))

    with pytest.raises(OSError, match="does not answer"):
        asyncio.run(warn())


@pytest.mark.parametrize(
    ("headers", "query", "status"),
    [
        ({"authorization": f"Bearer {Synapse.hs_token}"}, {}, 200),
        ({}, {"access_token": Synapse.hs_token}, 200),
        ({"authorization": "Bearer wrong"}, {}, 403),
        ({"authorization": f"Basic {Synapse.hs_token}"}, {}, 403),
        ({"authorization": "Bearer "}, {"access_token": Synapse.hs_token}, 403),
        ({}, {}, 403),
    ],
)
def test_only_the_homeserver_is_believed(headers: dict[str, str], query: dict[str, str], status: int) -> None:
    body = msgspec.json.encode({"events": [tape("matrix")[0].body]})
    request = Request("PUT", "_matrix/app/v1/transactions/7", query, headers, body, 1.0)
    reply = asyncio.run(Matrix().open(MatrixSettings("chat.test"), KeptInMemory()).receive(request))
    assert (reply.status, len(reply.frames)) == (status, int(status == 200))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "_matrix/app/v1/ping", 200),
        ("GET", "_matrix/app/v1/users/@belisha:chat.test", 200),
        ("GET", "_matrix/app/v1/users/@someone:chat.test", 404),
        ("GET", "_matrix/app/v1/rooms/#here:chat.test", 404),
        ("GET", "", 404),
    ],
)
def test_questions_of_the_homeserver_are_answered(method: str, path: str, status: int) -> None:
    request = Request(method, path, {}, {"authorization": f"Bearer {Synapse.hs_token}"}, b"", 1.0)
    reply = asyncio.run(Matrix().open(MatrixSettings("chat.test"), KeptInMemory()).receive(request))
    assert (reply.status, reply.frames) == (status, ())


@pytest.mark.parametrize("body", [b"", b"\xff", b"[]", b'{"events": 3}'])
def test_a_broken_transaction_is_kept_as_unreadable_and_not_repeated_for_ever(body: bytes) -> None:
    headers = {"authorization": f"Bearer {Synapse.hs_token}"}
    request = Request("PUT", "transactions/7", {}, headers, body, 1.0)
    receiver = Receiver(Matrix(), MatrixSettings("chat.test"))
    receiver.connection = Matrix().open(receiver.settings, receiver.kept)
    reply = asyncio.run(receiver.connection.receive(request))
    asyncio.run(receiver.store(reply.frames))
    assert reply.status == 200
    assert [error.place for error in receiver.unreadable] == ["transaction 7 event 1"]


def test_a_broken_event_in_the_room_of_a_notice_does_not_stop_the_others() -> None:
    told = ToldChild("@mia:chat.test", "!r").after(notice("Matrix", "@mia:chat.test", "c"), "$n")
    kept = KeptInMemory({"room !r": told.account, f"child {told.account}": told.written})
    events = [{"type": "m.room.message", "room_id": "!r", "sender": told.account}, tape("matrix")[-3].body]
    receiver = Receiver(Matrix(), MatrixSettings("chat.test"))
    receiver.connection = Matrix().open(receiver.settings, kept)
    headers = {"authorization": f"Bearer {Synapse.hs_token}"}
    request = Request("PUT", "transactions/7", {}, headers, msgspec.json.encode({"events": events}), 1.0)
    asyncio.run(receiver.store(asyncio.run(receiver.connection.receive(request)).frames))
    assert (len(receiver.unreadable), len(receiver.messages)) == (1, 1)


async def evening(mia: Person, alex: Person) -> str:
    """Everything that a client can send once, in one talk; gives the number of the last event."""
    room = await alex.talk_with(mia)
    hello = await alex.says(room, "hey, are you on the team too?")
    quoted = f"> <{alex.account}> hey, are you on the team too?\n\nyes since spring"
    reply = {"m.in_reply_to": {"event_id": hello}}
    await mia.sends(room, {"msgtype": "m.text", "body": quoted, "m.relates_to": reply})
    bold = {"format": "org.matrix.custom.html", "formatted_body": "nice, <b>good</b> team"}
    await alex.sends(room, {"msgtype": "m.text", "body": "nice, **good** team", **bold})
    other = {"format": "org.matrix.custom.html", "formatted_body": "dont tell<br>your <i>mum</i> about us &amp; this"}
    await alex.sends(room, {"msgtype": "m.text", "body": "see you", **other})
    await mia.sends(room, {"msgtype": "m.emote", "body": "waves"})
    await mia.sends(room, {"msgtype": "m.notice", "body": "mia is away"})
    picture = {"msgtype": "m.image", "url": "mxc://chat.test/abc", "info": {"mimetype": "image/jpeg", "size": 9}}
    await alex.sends(room, {**picture, "body": "pitch.jpg"})
    await alex.sends(room, {**picture, "body": "our pitch", "filename": "pitch.jpg"})
    await mia.sends(
        room, {"body": "a cat", "url": "mxc://chat.test/def", "info": {"mimetype": "image/png"}}, "m.sticker"
    )
    await mia.sends(room, {"msgtype": "m.location", "body": "at the pitch", "geo_uri": "geo:0,0"})
    return await _second_half(mia, alex, room, hello)


async def _second_half(mia: Person, alex: Person, room: str, hello: str) -> str:
    first = await alex.says(room, "can you send me a photo")
    replace = {"rel_type": "m.replace", "event_id": first}
    new = {"msgtype": "m.text", "body": "can you send me a photo of the plan"}
    await alex.sends(
        room, {"msgtype": "m.text", "body": f"* {new['body']}", "m.new_content": new, "m.relates_to": replace}
    )
    taken_back = await alex.says(room, "this stays between us")
    await alex.asks("PUT", f"rooms/{room}/redact/{taken_back}/r1", {"reason": "typo"})
    await mia.sends(
        room, {"m.relates_to": {"rel_type": "m.annotation", "event_id": hello, "key": "\U0001f44d"}}, "m.reaction"
    )
    await alex.sends(
        room, {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "AwgA", "session_id": "s"}, "m.room.encrypted"
    )
    poll = {"question": {"body": "saturday or sunday?", "m.text": "saturday or sunday?"}, "answers": []}
    await mia.sends(room, {"m.poll": poll, "m.text": "saturday or sunday?"}, "m.poll.start")
    await alex.sends(room, {"call_id": "1", "lifetime": 60000, "offer": {}, "version": "1"}, "m.call.invite")
    await alex.sends(room, {"msgtype": "m.text", "body": ""})
    for kind, content in (("m.room.name", {"name": "team"}), ("m.room.topic", {"topic": "trips"})):
        await alex.asks("PUT", f"rooms/{room}/state/{kind}/", content)
    await mia.asks("PUT", f"profile/{mia.account}/displayname", {"displayname": "Mia S"})
    await mia.asks("POST", f"rooms/{room}/leave", {})
    return await alex.says(room, "ok bye")


def shape_of(frame: Frame) -> Any:
    """How a frame is laid out, whatever is written in it."""
    event = frame.body.get("event", frame.body)
    return sorted(frame.body), event["type"], sorted(event["content"]), sorted(event.get("unsigned", ()))


def room_of(receiver: Receiver, account: str) -> str:
    return ToldChild.recalled(receiver.kept.get(f"child {account}"), account).place


def texts(seen: dict[str, list[dict[str, Any]]], room: str) -> list[str]:
    """What the bot wrote into a room."""
    ours = (event for event in seen[room] if event["sender"] == "@belisha:chat.test")
    return [event["content"]["body"] for event in ours if event["type"] == "m.room.message"]
