"""Signatures by the examples that the platforms publish, or made anew beside them; wrong ones are never right."""

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.signatures import (
    is_recent,
    is_signed_by_meta,
    is_signed_by_slack,
    is_signed_by_standard,
    same_text,
    standard_signature,
)

SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - the published example
SLACK_BODY = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
    b"&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
    b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
SLACK_SIGNATURE = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
SLACK_TIME = "1531420618"

STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - the published example
STANDARD = ("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
STANDARD_BODY = b'{"test": 2432232314}'


def test_slacks_published_example_is_right() -> None:
    headers = (SLACK_TIME, SLACK_SIGNATURE)
    assert is_signed_by_slack(SLACK_BODY, headers, SLACK_SECRET, 1531420618)


@pytest.mark.parametrize(
    ("headers", "secret", "now"),
    [
        ((SLACK_TIME, SLACK_SIGNATURE[:-1] + "4"), SLACK_SECRET, 1531420618),
        ((SLACK_TIME, ""), SLACK_SECRET, 1531420618),
        (("", SLACK_SIGNATURE), SLACK_SECRET, 1531420618),
        (("1531420619", SLACK_SIGNATURE), SLACK_SECRET, 1531420618),
        ((SLACK_TIME, SLACK_SIGNATURE), "another", 1531420618),
        ((SLACK_TIME, SLACK_SIGNATURE), "", 1531420618),
        ((SLACK_TIME, SLACK_SIGNATURE), SLACK_SECRET, 1531420618 + 301),
        ((SLACK_TIME, SLACK_SIGNATURE), SLACK_SECRET, 1531420618 - 301),
    ],
    ids=["wrong", "missing", "no time", "other time", "other secret", "no secret", "played again", "from the future"],
)
def test_what_slack_did_not_sign_is_refused(headers: tuple[str, str], secret: str, now: float) -> None:
    assert not is_signed_by_slack(SLACK_BODY, headers, secret, now)


def test_the_published_example_of_standard_webhooks_is_right() -> None:
    identifier, moment, signature = STANDARD
    assert standard_signature(STANDARD_BODY, identifier, moment, STANDARD_SECRET) == signature
    assert is_signed_by_standard(STANDARD_BODY, STANDARD, STANDARD_SECRET, 1614265330)
    several = (identifier, moment, f"v1a,AAAA v1,wrong {signature}")
    assert is_signed_by_standard(STANDARD_BODY, several, STANDARD_SECRET, 1614265330)


@pytest.mark.parametrize("changed", range(3))
def test_each_header_of_standard_webhooks_is_needed_and_signed(changed: int) -> None:
    for value in ("", STANDARD[changed] + "0"):
        headers = (*STANDARD[:changed], value, *STANDARD[changed + 1 :])
        assert not is_signed_by_standard(STANDARD_BODY, headers, STANDARD_SECRET, 1614265330)  # type: ignore[arg-type]


@pytest.mark.parametrize("secret", ["", "whsec_", "not base64!", "whsec_AAAA"])
def test_a_secret_that_is_none_signs_nothing(secret: str) -> None:
    identifier, moment, _signature = STANDARD
    signature = standard_signature(STANDARD_BODY, identifier, moment, "")
    for given_signature in (signature, "", "v1,"):
        assert not is_signed_by_standard(STANDARD_BODY, (identifier, moment, given_signature), secret, 1614265330)


def test_meta_signs_the_body() -> None:
    right = "sha256=" + hmac.new(b"secret", b"{}", hashlib.sha256).hexdigest()
    assert is_signed_by_meta(b"{}", right, "secret")
    assert is_signed_by_meta(b"{}", right.upper(), "secret")
    assert not is_signed_by_meta(b"{} ", right, "secret")
    assert not is_signed_by_meta(b"{}", right.removeprefix("sha256="), "secret")
    assert not is_signed_by_meta(b"{}", "", "secret")
    assert not is_signed_by_meta(b"{}", right, "")


@given(st.text(), st.text())
def test_only_the_same_secret_is_the_same(one: str, other: str) -> None:
    assert same_text(one, other) == (one == other and other != "")


@given(st.text(max_size=30))
def test_a_time_is_whole_seconds_near_now(moment: str) -> None:
    assert is_recent(moment, 1e9) == (moment.isascii() and moment.isdigit() and abs(int(moment) - 1e9) <= 300)


@given(st.binary(), st.binary(min_size=1, max_size=64), st.integers(0, 10**10))
def test_what_we_sign_is_right_and_nothing_else(body: bytes, key: bytes, moment: int) -> None:
    secret = base64.b64encode(key).decode()
    headers = ("msg_1", str(moment), standard_signature(body, "msg_1", str(moment), secret))
    assert is_signed_by_standard(body, headers, secret, moment)
    assert not is_signed_by_standard(body + b"\0", headers, secret, moment)
