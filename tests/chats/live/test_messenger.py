"""Meta's webhooks, which Messenger and Instagram share: how they are set up, signed and taken in."""

import hashlib
import hmac
import json

import pytest

from belisha.chats.live import Connection, KeptInMemory, LiveSource, Request
from belisha.chats.live.instagram import Instagram
from belisha.chats.live.messenger import Messenger
from belisha.errors import Unreadable
from belisha.model import Message
from tests.chats.live.pushes import NOW, post, reply_of

RIGHT = {"mode": "subscribe", "verify_token": "verify me", "challenge": "1158201444"}
SOURCES = (Messenger(), Instagram())
EVENT = {
    "sender": {"id": "2"},
    "recipient": {"id": "1"},
    "timestamp": 1772467200000,
    "message": {"mid": "m1", "text": "hi"},
}


@pytest.fixture(params=SOURCES, ids=lambda source: source.name)
def source(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> LiveSource:
    found: LiveSource = request.param
    monkeypatch.setenv(f"BELISHA_{found.name.upper()}_APP_SECRET", "sesame")
    monkeypatch.setenv(f"BELISHA_{found.name.upper()}_VERIFY_TOKEN", "verify me")
    return found


def _open(source: LiveSource) -> Connection:
    return source.open(source.configured("here", {}), KeptInMemory())


def _signed(body: bytes, secret: bytes = b"sesame") -> dict[str, str]:
    return {"x-hub-signature-256": "sha256=" + hmac.new(secret, body, hashlib.sha256).hexdigest()}


def _asked(**query: str) -> Request:
    return Request("GET", "", {f"hub.{name}": value for name, value in query.items()}, {}, b"", NOW)


def test_the_webhook_is_confirmed_only_to_who_knows_the_verify_token(source: LiveSource) -> None:
    reply = reply_of(_open(source), _asked(**RIGHT))
    assert (reply.status, reply.body, reply.media) == (200, b"1158201444", "text/plain")
    for wrong in ({"verify_token": "verify"}, {"mode": "unsubscribe"}, {"verify_token": ""}):
        assert reply_of(_open(source), _asked(**{**RIGHT, **wrong})).status == 403
    assert reply_of(_open(source), _asked()).status == 403


def test_signed_events_are_taken_in_one_by_one(source: LiveSource) -> None:
    entry = {"id": "1", "time": 1, "messaging": [EVENT], "standby": [EVENT | {"message": {"mid": "m2", "text": "ho"}}]}
    body = json.dumps({"object": "page", "entry": [entry, entry | {"id": "9"}]}).encode()
    reply = reply_of(_open(source), post(body, _signed(body)))
    assert [frame.place for frame in reply.frames] == [
        f"entry {page} event {number}" for page in (1, 9) for number in (0, 1)
    ]
    said = [told for told in source.decode(reply.frames[0]) if isinstance(told, Message)]
    assert [(each.app, each.id, each.text) for each in said] == [(source.app, "m1", "hi")]


def test_what_is_not_signed_is_refused(source: LiveSource) -> None:
    body = json.dumps({"entry": []}).encode()
    old = {"x-hub-signature": "sha1=" + hmac.new(b"sesame", body, hashlib.sha1).hexdigest()}
    for headers in ({}, {"x-hub-signature-256": ""}, _signed(body + b" "), _signed(body, b"other"), old):
        reply = reply_of(_open(source), post(body, headers))
        assert (reply.status, reply.frames) == (403, ())


@pytest.mark.parametrize("body", [b"nothing", b'{"entry": 3}', b'{"entry": [{"id": "1", "messaging": [7]}]}'])
def test_a_signed_body_that_is_none_of_metas_is_kept_as_unreadable(source: LiveSource, body: bytes) -> None:
    (frame,) = reply_of(_open(source), post(body, _signed(body))).frames
    with pytest.raises(Unreadable):
        list(source.decode(frame))
