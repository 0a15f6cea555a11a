"""What Messenger and Instagram share."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.instagram_json import InstagramJson
from belisha.chats.formats.messenger_json import MessengerJson
from belisha.chats.meta_export import repaired
from belisha.model import Message

THREAD = {
    "participants": [{"name": "Tove"}, {"name": "Mika"}],
    "messages": [{"sender_name": "Tove", "timestamp_ms": 1772478245000, "content": "hi"}],
    "title": "Tove",
    "thread_path": "inbox/tove_1",
}


def exhibit(path: str, content: bytes) -> Exhibit:
    return Exhibit(path, len(content), lambda: io.BytesIO(content))


@given(st.text())
def test_text_written_byte_by_byte_is_repaired(text: str) -> None:
    assert repaired(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["plain", "øl", "naïve café", "already 👍", "Ã", ""])
def test_text_that_is_right_stays(text: str) -> None:
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("path", "instagram"),
    [
        ("x/your_instagram_activity/messages/inbox/tove_1/message_1.json", True),
        ("instagram-mika-2026/messages/inbox/tove_1/message_2.json", True),
        ("instagram-mika-2026.zip!/messages/inbox/tove_1/message_2.json", True),
        ("facebook-mika/messages/inbox/tove_1/message_1.json", False),
        ("x/your_facebook_activity/messages/inbox/instagramfan_1/message_1.json", False),
        ("instagram/your_activity_across_facebook/messages/e2ee_cutover/tove_1/message_1.json", False),
        ("message_1.json", False),
    ],
)
def test_exactly_one_of_the_two_claims_a_thread(path: str, instagram: bool) -> None:
    content = json.dumps(THREAD).encode()
    assert InstagramJson().recognises(exhibit(path, content)) is instagram
    assert MessengerJson().recognises(exhibit(path, content)) is not instagram


def test_half_an_emoji_and_a_flipped_byte_cost_only_themselves() -> None:
    content = json.dumps(THREAD).encode().replace(b'"hi"', b'"hi \\ud83d and \xff"')
    one = exhibit("message_1.json", content)
    said = [fact for fact in MessengerJson().messages(one) if isinstance(fact, Message)]
    assert [message.text for message in said] == ["hi ? and ?"]
    assert len(one.problems) == 1
    assert not one.problems[0].lost
