"""The generic webhook: signed as Standard Webhooks says, a line is a message, and the sender hears what is wrong."""

import base64
import json
import time
from pathlib import Path
from typing import Any

import pytest

from belisha.chats.live import Connection, KeptInMemory
from belisha.chats.live.webhook import Webhook, WebhookSettings
from belisha.chats.signatures import standard_signature
from belisha.errors import Unreadable
from belisha.model import Message
from tests.chats.live.pushes import NOW, post, reply_of, without

SECRET = "whsec_" + base64.b64encode(b"sesame, sesame, open now").decode()
LINE = b'{"conversation": "c1", "sender": "tove", "text": "hello"}'


@pytest.fixture
def webhook(monkeypatch: pytest.MonkeyPatch) -> Connection:
    monkeypatch.setenv("BELISHA_WEBHOOK_SECRET", SECRET)
    return Webhook().open(WebhookSettings("Club chat"), KeptInMemory())


def _signed(body: bytes, moment: int = int(NOW)) -> dict[str, str]:
    return {
        "webhook-id": "msg_1",
        "webhook-timestamp": str(moment),
        "webhook-signature": standard_signature(body, "msg_1", str(moment), SECRET),
    }


def test_each_line_is_a_message_and_one_without_an_id_gets_the_same_one_again(webhook: Connection) -> None:
    body = LINE + b"\n\n" + LINE + b"\n"
    first, second = (reply_of(webhook, post(body, _signed(body), NOW + late)) for late in (0, 60))
    assert json.loads(first.body) == {"taken": 2, "refused": []}
    said = [[told for frame in reply.frames for told in Webhook().decode(frame)] for reply in (first, second)]
    messages = [told for told in said[0] if isinstance(told, Message)]
    assert [message.id for message in messages] == ["delivery msg_1 line 1", "delivery msg_1 line 3"]
    assert {message.app for message in messages} == {"Club chat"}
    assert said[0] == said[1]


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp", "webhook-signature"])
def test_each_header_is_needed(webhook: Connection, name: str) -> None:
    reply = reply_of(webhook, post(LINE, without(_signed(LINE), name)))
    assert (reply.status, reply.frames) == (403, ())


@pytest.mark.parametrize(("body", "late"), [(LINE + b" ", 0), (LINE, 301), (LINE, -301)])
def test_another_body_and_another_time_are_refused(webhook: Connection, body: bytes, late: int) -> None:
    reply = reply_of(webhook, post(body, _signed(LINE), NOW + late))
    assert (reply.status, reply.frames) == (403, ())


def test_the_sender_hears_which_lines_are_no_messages_and_the_others_are_taken(webhook: Connection) -> None:
    body = LINE + b'\n{"conversation": "c1"}\n' + LINE
    reply = reply_of(webhook, post(body, _signed(body)))
    told = json.loads(reply.body)
    assert (reply.status, told["taken"], len(reply.frames)) == (200, 2, 3)
    assert told["refused"][0]["line"] == "2"
    assert "missing required field" in told["refused"][0]["what"]
    with pytest.raises(Unreadable):
        list(Webhook().decode(reply.frames[1]))


@pytest.mark.parametrize("body", [b"[]", b"\xff\xfe", b'{"text": "\xff"}'])
def test_a_body_without_one_message_is_refused_as_a_whole(webhook: Connection, body: bytes) -> None:
    reply = reply_of(webhook, post(body, _signed(body)))
    assert (reply.status, json.loads(reply.body)["taken"]) == (422, 0)


def test_an_empty_body_is_nothing(webhook: Connection) -> None:
    reply = reply_of(webhook, post(b"", _signed(b"")))
    assert (reply.status, reply.frames) == (200, ())


def test_the_way_to_sign_that_the_documentation_shows_is_right(webhook: Connection) -> None:
    page = (Path(__file__).parents[3] / "docs" / "sources-brokers-and-bots.md").read_text("utf-8")
    shown: dict[str, Any] = {}
    exec(page.split("```python\n")[1].split("```")[0], shown)  # noqa: S102 - our own page
    reply = reply_of(webhook, post(LINE, shown["headers"](LINE, SECRET), time.time()))
    assert (reply.status, len(reply.frames)) == (200, 1)
