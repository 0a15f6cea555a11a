"""A case goes to JSON and comes back the same."""

import json

import pytest

from belisha.errors import Unusable
from belisha.response.cases.case_json import decode, encode
from tests.response.cases.sample_case import case, empty, hostile


def test_it_reads_back_to_the_same_case() -> None:
    assert decode(encode(case())) == case()
    assert decode(encode(empty())) == empty()


def test_reading_back_changes_no_byte_and_proves_the_same() -> None:
    assert encode(decode(encode(hostile()))) == encode(hostile())


def test_lights_are_written_in_words() -> None:
    changes = json.loads(encode(case()))["case"]["changes"]
    assert [each["change"]["after"] for each in changes] == ["amber", "red"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "other", "version": "1.0"}',
        b'{"format": "belisha-case", "version": "2.0"}',
        b"\xff",
    ],
)
def test_anything_else_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(Unusable, match="not a case"):
        decode(content)


def test_a_case_that_was_cut_or_bent_is_refused() -> None:
    written = json.loads(encode(case()))
    del written["case"]["written_at"]
    with pytest.raises(Unusable, match="written_at"):
        decode(json.dumps(written).encode())
    written = json.loads(encode(case()))
    written["case"]["changes"][0]["change"]["after"] = "blue"
    with pytest.raises(Unusable, match="not a case"):
        decode(json.dumps(written).encode())
