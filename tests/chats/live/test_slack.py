"""Slack's events: who signed, when, and what is asked when the address is set up."""

import hashlib
import hmac
import json

import pytest

from belisha.chats.live import Connection, KeptInMemory
from belisha.chats.live.slack import Slack, SlackSettings
from belisha.errors import Unreadable, Unusable
from belisha.model import Message
from tests.chats.live.pushes import NOW, post, reply_of, without

EVENT = {
    "token": "old-token",
    "team_id": "T1",
    "type": "event_callback",
    "event_id": "Ev1",
    "event": {"type": "message", "channel": "C1", "user": "U1", "text": "hello", "ts": "1772467200.000100"},
}


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Connection:
    monkeypatch.setenv("BELISHA_SLACK_SIGNING_SECRET", "sesame")
    return Slack().open(SlackSettings(), KeptInMemory())


def _signed(body: bytes, moment: float = NOW) -> dict[str, str]:
    signed = hmac.new(b"sesame", b"v0:%d:" % moment + body, hashlib.sha256).hexdigest()
    return {"x-slack-request-timestamp": str(int(moment)), "x-slack-signature": f"v0={signed}"}


def test_a_signed_event_is_taken_in_without_its_token(slack: Connection) -> None:
    body = json.dumps(EVENT).encode()
    reply = reply_of(slack, post(body, _signed(body)))
    (frame,) = reply.frames
    assert reply.status == 200
    assert frame.place == "team T1 event Ev1"
    assert "token" not in frame.body
    (said,) = Slack().decode(frame)
    assert isinstance(said, Message)
    assert (said.id, said.text, said.sender) == ("1772467200.000100", "hello", "U1")


def test_what_is_not_signed_or_played_again_is_refused(slack: Connection) -> None:
    body = json.dumps(EVENT).encode()
    wrong = [
        (body + b" ", _signed(body), NOW),
        (body, {}, NOW),
        (body, without(_signed(body), "x-slack-signature"), NOW),
        (body, without(_signed(body), "x-slack-request-timestamp"), NOW),
        (body, _signed(body), NOW + 301),
    ]
    for sent, headers, at in wrong:
        reply = reply_of(slack, post(sent, headers, at))
        assert (reply.status, reply.frames) == (403, ())


def test_the_address_is_confirmed_only_to_who_signs(slack: Connection) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "c-1", "token": "t"}).encode()
    reply = reply_of(slack, post(body, _signed(body)))
    assert json.loads(reply.body) == {"challenge": "c-1"}
    assert reply.frames == ()
    assert reply_of(slack, post(body, {})).status == 403


@pytest.mark.parametrize("body", [b"not json", b"[]", b'{"type": 3}', b"\xff"])
def test_a_signed_body_that_is_no_event_is_kept_as_unreadable(slack: Connection, body: bytes) -> None:
    (frame,) = reply_of(slack, post(body, _signed(body))).frames
    with pytest.raises(Unreadable):
        list(Slack().decode(frame))


def test_a_secret_that_is_not_set_is_named() -> None:
    with pytest.raises(Unusable, match="BELISHA_SLACK_SIGNING_SECRET"):
        Slack().open(SlackSettings(), KeptInMemory())


@pytest.mark.parametrize("number", range(1, 4))
def test_what_slack_sends_again_has_the_same_ids(slack: Connection, number: int) -> None:
    body = json.dumps(EVENT).encode()
    again = {"x-slack-retry-num": str(number), "x-slack-retry-reason": "http_timeout"}
    first, later = (
        reply_of(slack, post(body, headers, at))
        for headers, at in ((_signed(body), NOW), ({**_signed(body, NOW + 60), **again}, NOW + 60))
    )
    assert later.status == 200
    assert [frame.place for frame in later.frames] == [frame.place for frame in first.frames]
    assert list(Slack().decode(later.frames[0])) == list(Slack().decode(first.frames[0]))


def test_messages_that_slack_holds_back_are_not_passed_over_in_silence(slack: Connection) -> None:
    told = {"token": "t", "type": "app_rate_limited", "team_id": "T1", "minute_rate_limited": 1518467820}
    body = json.dumps(told).encode()
    (frame,) = reply_of(slack, post(body, _signed(body))).frames
    with pytest.raises(Unreadable, match=r"team T1 since 2018-02-12 20:37 UTC") as refused:
        list(Slack().decode(frame))
    assert refused.value.advice
