"""The page on messages.jsonl says what the reader does."""

import io
import re
from pathlib import Path

import pytest

from belisha.chats.exhibit import Exhibit
from belisha.chats.formats.messages_jsonl import MessagesJsonl
from belisha.model import AccountFacts, Fact, Message

PAGE = Path(__file__).parents[3] / "docs" / "messages-jsonl.md"


def read(text: str) -> tuple[list[Fact], list[str]]:
    content = text.encode()
    one = Exhibit("messages.jsonl", len(content), lambda: io.BytesIO(content))
    assert MessagesJsonl().recognises(one)
    return list(MessagesJsonl().messages(one)), [problem.what for problem in one.problems]


def test_the_example_of_the_page_is_read_without_a_problem() -> None:
    example = re.search(r"```jsonl\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert example is not None
    facts, problems = read(example[1])
    assert [type(fact) for fact in facts] == [Message] * 4 + [AccountFacts]
    assert problems == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"conversation": "c", "te', "not a message: "),
        ("not json", "not a message: JSON is malformed"),
        ('{"text": "no chat"}', "not a message: Object missing required field"),
        ('{"conversation": "c", "text": 5}', "not a message: Expected"),
        (
            '{"conversation": "c", "text": "x", "sent_at": "yesterday"}',
            "not a message: sent_at 'yesterday' is not RFC 3339",
        ),
        ('{"account": "a", "role": "uncle"}', "not a message: Invalid enum value"),
    ],
)
def test_a_wrong_line_is_reported_as_the_page_says_and_skipped(line: str, what: str) -> None:
    good = '{"conversation": "c", "text": "good"}'
    facts, problems = read(f"{good}\n\n{line}\n{good}\n")
    assert len(facts) == 2
    assert len(problems) == 1
    assert problems[0].startswith(what)
