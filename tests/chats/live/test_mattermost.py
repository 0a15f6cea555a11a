"""The outgoing webhooks of Mattermost and Rocket.Chat: JSON or a form, with a token that says who asks."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from belisha.chats.live import Connection, KeptInMemory, LiveSource
from belisha.chats.live.mattermost import Mattermost
from belisha.chats.live.rocket_chat import RocketChat
from belisha.errors import Unreadable
from belisha.model import Message
from tests.chats.live.pushes import post, reply_of

POSTS: dict[str, dict[str, Any]] = {
    "mattermost": {
        "post_id": "p1",
        "channel_id": "c1",
        "user_id": "u1",
        "timestamp": 1772467200123,
        "text": "hi 🏐 & co",
    },
    "rocket_chat": {"message_id": "p1", "channel_id": "c1", "user_id": "u1", "text": "hi 🏐 & co"},
}
JSON, FORM = {"content-type": "application/json"}, {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(params=(Mattermost(), RocketChat()), ids=lambda source: source.name)
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> LiveSource:
    found: LiveSource = request.param
    monkeypatch.setenv(f"BELISHA_{found.name.upper()}_TOKEN", "one two")
    return found


def _open(source: LiveSource) -> Connection:
    return source.open(source.configured("here", {"server": "chat.example"}), KeptInMemory())


@pytest.mark.parametrize("form", [False, True], ids=["json", "form"])
@pytest.mark.parametrize("token", ["one", "two"])
def test_a_post_with_one_of_the_tokens_is_taken_in_without_it(source: LiveSource, token: str, form: bool) -> None:
    said = {**POSTS[source.name], "token": token}
    body = (urlencode(said) if form else json.dumps(said)).encode()
    (frame,) = reply_of(_open(source), post(body, FORM if form else JSON)).frames
    assert "token" not in frame.body
    assert frame.server == "chat.example"
    (message,) = (told for told in source.decode(frame) if isinstance(told, Message))
    assert (message.id, message.text, message.sender) == ("p1", "hi 🏐 & co", "u1")


@pytest.mark.parametrize("token", [None, "", "three", "one two", 1])
def test_another_token_is_refused(source: LiveSource, token: object) -> None:
    body = json.dumps({**POSTS[source.name], "token": token}).encode()
    reply = reply_of(_open(source), post(body, JSON))
    assert (reply.status, reply.frames) == (403, ())


@pytest.mark.parametrize("body", [b"", b"nothing", b"[]", b"\xff", b'"one"'])
def test_a_body_without_a_token_is_refused(source: LiveSource, body: bytes) -> None:
    for headers in (JSON, FORM, {}):
        assert reply_of(_open(source), post(body, headers)).status == 403


def test_a_post_with_the_token_that_is_none_is_kept_as_unreadable(source: LiveSource) -> None:
    (frame,) = reply_of(_open(source), post(b'{"token": "one", "text": "no ids"}', JSON)).frames
    with pytest.raises(Unreadable):
        list(source.decode(frame))


def test_the_same_wording_is_the_same_edit_and_another_is_another() -> None:
    def edited(text: str) -> str:
        body = json.dumps({**POSTS["rocket_chat"], "token": "one", "isEdited": True, "text": text}).encode()
        (frame,) = reply_of(_open(RocketChat()), post(body, JSON)).frames
        (message,) = (told for told in RocketChat().decode(frame) if isinstance(told, Message))
        assert message.reply_to == "p1"
        return message.id

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BELISHA_ROCKET_CHAT_TOKEN", "one")
        assert edited("a") == edited("a") != edited("b")
