"""Cut JSON keeps every complete element and invents none."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.cut_json import mend

PARTS = st.lists(st.fixed_dictionaries({"type": st.just("plain"), "text": st.text(max_size=3)}), max_size=2)
MESSAGES = st.lists(
    st.fixed_dictionaries(
        {"id": st.integers(), "from": st.text(max_size=40), "parts": PARTS, "date": st.just("2026-03-02")}
    ),
    min_size=2,
    max_size=8,
)


@given(MESSAGES, st.floats(0, 1))
def test_what_is_kept_is_a_beginning_of_what_was_there(messages: list[dict[str, Any]], share: float) -> None:
    content = json.dumps({"name": "x", "chats": [{"id": 1, "messages": messages}]}).encode()
    mended = mend(content[: int(len(content) * share)])
    first = json.dumps(messages[0]).encode()
    first_ends = content.index(first) + len(first)
    if mended is None or mended.cut_at < first_ends:
        return
    (chat,) = json.loads(mended.content)["chats"]
    assert chat["messages"] == messages[: len(chat["messages"])]


@given(MESSAGES)
def test_every_whole_message_before_the_cut_is_kept(messages: list[dict[str, Any]]) -> None:
    content = json.dumps({"messages": messages}).encode()
    mended = mend(content[:-3])
    assert mended is not None
    assert json.loads(mended.content)["messages"] == messages[:-1]


def test_nothing_is_lost_that_was_complete() -> None:
    content = b'{"a": [{"n": 1}, {"n": 2, "t": [1, 2]}, {"n": 3, "te'
    mended = mend(content)
    assert mended is not None
    assert json.loads(mended.content) == {"a": [{"n": 1}, {"n": 2, "t": [1, 2]}]}
    assert content[: mended.cut_at].endswith(b"]}")


def test_damage_in_the_middle_ends_the_reading() -> None:
    mended = mend(b'[{"n": 1}, {"n": 2}} , {"n": 3}]')
    assert mended is not None
    assert json.loads(mended.content) == [{"n": 1}, {"n": 2}]


def test_what_holds_no_complete_element_is_given_up() -> None:
    assert mend(b'{"messages": [{"n": 1') is None
    assert mend(b"") is None
