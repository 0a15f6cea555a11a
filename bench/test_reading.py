"""How fast evidence is read: three layouts, compared with reading the simplest one, ``messages.jsonl``."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from belisha.chats.reading import read
from belisha.model import Message
from bench.conftest import READ, Measure
from bench.invented_chat import write_jsonl, write_msgstore, write_telegram_json, write_whatsapp_text

Write = Callable[[Sequence[Message], Path], Path]


@pytest.mark.parametrize("write", [write_jsonl, write_whatsapp_text, write_telegram_json, write_msgstore])
def test_reading(write: Write, measure: Measure, said: list[Message], tmp_path: Path) -> None:
    path = write(said, tmp_path)
    (given,) = measure(("reading", path.name), READ, lambda: list(read([path])))
    assert given.messages == READ
    assert not any(each.lost for each in given.problems)
