"""Matrix when the homeserver itself falls; ``test_faults`` kills a real one."""

import asyncio
from typing import Any, ClassVar

import msgspec
import pytest

from belisha.chats.live import KeptInMemory, Request
from belisha.chats.live.matrix import Matrix, MatrixSettings
from belisha.chats.told_children import ToldChild
from tests.chats.live.notices_for_tests import notice
from tests.chats.live.servers import Synapse


class FallsOnce:
    """A homeserver that is away at the second look, and then has these events in its rooms."""

    rooms: ClassVar[dict[str, list[dict[str, Any]]]] = {}

    def __init__(self, *_: object) -> None:
        self._looks = iter((True, False))

    async def open(self) -> None:
        pass

    async def close(self) -> None:
        pass

    async def is_reaching_us(self, _: str) -> bool:
        return True

    async def is_there(self) -> bool:
        return next(self._looks, True)

    async def latest(self, room: str, account: str, most: int) -> list[dict[str, Any]]:
        if room == "!gone":
            raise OSError("no such room")
        assert (account, most) == ("@mia:chat.test", 50)
        return self.rooms[room]


def test_rooms_are_read_again_after_a_fall_and_of_a_childs_answers_the_last_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def said(number: int, room: str, sender: str, **more: str) -> dict[str, Any]:
        name = {"type": "m.room.message", "content": {"msgtype": "m.text", "body": f"text {number}"}}
        return {**name, "event_id": f"${number}", "room_id": room, "sender": f"@{sender}:chat.test", **more}

    monkeypatch.setenv("BELISHA_MATRIX_AS_TOKEN", Synapse.as_token)
    monkeypatch.setenv("BELISHA_MATRIX_HS_TOKEN", Synapse.hs_token)
    monkeypatch.setattr("belisha.chats.live.matrix.Homeserver", FallsOnce)
    monkeypatch.setattr("belisha.chats.live.matrix._LOOK_SECONDS", 0)
    monkeypatch.setattr(
        FallsOnce,
        "rooms",
        {
            "!talk": [said(1, "!talk", "mia"), said(2, "!talk", "alex"), said(3, "!talk", "alex", state_key="")],
            "!told": [said(4, "!told", "mia"), said(5, "!told", "belisha"), said(6, "!told", "mia")],
        },
    )
    told = ToldChild("@mia:chat.test", "!told").after(notice("Matrix", "@mia:chat.test", "c"), "$n")
    kept = KeptInMemory({"room !told": told.account, f"child {told.account}": told.written})
    pushed = {"events": [said(0, room, "mia") for room in ("!gone", "!talk", "!told")]}
    headers = {"authorization": f"Bearer {Synapse.hs_token}"}
    request = Request("PUT", "transactions/7", {}, headers, msgspec.json.encode(pushed), 1.0)

    async def listen() -> list[str]:
        async with Matrix().open(MatrixSettings("chat.test"), kept) as connection:
            await connection.receive(request)
            frames = connection.frames()
            return [(await anext(frames)).place for _ in range(3)]

    assert asyncio.run(listen()) == [f"read again, event ${number}" for number in (1, 2, 6)]
