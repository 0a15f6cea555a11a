"""A request that is as it should be takes a shorter road than others; no caller can tell which it took."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.surfaces.served import Served, served

STRAIGHT, ORDINARY = "application/json", "application/json; charset=utf-8"
AS_IT_SHOULD_BE = {
    "messages": [
        {
            "id": "1",
            "conversation": "c",
            "sender": "a",
            "text": "how old are you",
            "sent_at": "2026-01-02T03:04:05+01:00",
        },
        {"id": "1", "conversation": "c", "sender": "a", "text": "the same id again"},
    ],
    "accounts": [{"account": "a", "age": 41}, {"account": "b", "age": 400}],
    "relations": [{"account": "a", "other": "b", "tie": "requested"}],
    "answers": [{"account": "b", "answer": "fine", "notice": "none-such"}],
}
NOT_SO = [
    b"",
    b"{",
    b"[]",
    b'{"messages": [{"id": "1"}]}',
    b'{"messages": [{"id": 1, "conversation": "c", "text": "x"}]}',
    b'{"messages": [{"id": "\\u0000", "conversation": "c", "text": "x"}]}',
    b'{"unheard-of": 1}',
    b'{"messages": NaN}',
    b"\xff\xfe",
]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("arrivals")) as running:
        yield running


def answered(service: Served, body: bytes, kind: str, key: str | None = None) -> tuple[int, str | None, Any]:
    headers = {"Content-Type": kind, "Authorization": f"Bearer {service.key if key is None else key}"}
    answer = httpx.post(f"{service.base}/v1/messages", content=body, headers=headers)
    return answer.status_code, answer.headers.get("content-type"), answer.json()


def placed(conversation: str) -> bytes:
    return json.dumps(AS_IT_SHOULD_BE).replace('"c"', f'"{conversation}"').encode()


def test_both_roads_give_the_same_receipts(service: Served) -> None:
    status, kind, straight = answered(service, placed("k"), STRAIGHT)
    assert status == 200
    assert [each["duplicate"] for each in straight["receipts"]] == [False, True]
    assert [each["where"] for each in straight["refused"]] == [["accounts", 1, "age"], ["answers", 0]]
    in_other_place = json.loads(json.dumps(straight).replace('"k"', '"l"').replace(":k", ":l"))
    assert answered(service, placed("l"), ORDINARY) == (status, kind, in_other_place)


@pytest.mark.parametrize("body", NOT_SO)
def test_what_is_not_as_it_should_be_is_refused_in_the_same_words(service: Served, body: bytes) -> None:
    assert answered(service, body, STRAIGHT) == answered(service, body, ORDINARY)


@pytest.mark.parametrize("key", ["-", "nobody's", "x" * 300])
def test_both_roads_ask_for_a_key(service: Served, key: str) -> None:
    assert answered(service, placed("m"), STRAIGHT, key)[0] == 401
    assert answered(service, placed("m"), ORDINARY, key)[0] == 401


def test_half_an_emoji_is_stored_as_it_came(service: Served) -> None:
    body = b'{"messages": [{"id": "1", "conversation": "half", "text": "\\ud83d"}]}'
    (receipt,) = answered(service, body, STRAIGHT)[2]["receipts"]
    assert (receipt["position"], receipt["duplicate"], receipt["trouble"]) == (1, False, "")
