"""Own labelled chats: read as documented, and refused with file and line where something is wrong."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from belisha.errors import Unusable
from belisha.study.corpora import LabelledConversation
from belisha.study.corpora.labelled_messages import LabelledMessages

SAID = [
    {"conversation": "c1", "sender": "a", "text": "are you alone", "sent_at": "2026-03-02T19:04:00Z"},
    {"conversation": "c1", "sender": "b", "text": "why", "sent_at": "2026-03-02T19:05:30Z"},
    {"conversation": "c2", "sender": None, "text": "pizza at seven?"},
    {"conversation": "c3", "sender": "x", "text": "nobody labelled this"},
]
LABELS = [
    {"conversation": "c1", "label": "grooming", "groomer": "a", "case": "case 9", "source": "school app"},
    {"conversation": "c2", "label": "ordinary"},
]


def written(folder: Path, labels: list[Any], said: list[Any] = SAID) -> list[LabelledConversation]:
    for name, rows in (("labels", labels), ("messages", said)):
        lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
        (folder / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(LabelledMessages().conversations(folder))


def test_labelled_conversations_are_read_with_times_and_groomer(tmp_path: Path) -> None:
    first, second = written(tmp_path, LABELS)
    assert (first.case, first.source, first.label, first.groomer) == (
        "case 9",
        "labelled_messages school app",
        True,
        "a",
    )
    assert [(turn.speaker, turn.minutes) for turn in first.turns] == [("a", 0.0), ("b", 1.5)]
    assert (second.case, second.source, second.label) == ("c2", "labelled_messages", False)
    assert [(turn.speaker, turn.minutes) for turn in second.turns] == [(None, None)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ([LABELS[0], {"conversation": "c2", "label": "maybe"}], "line 2"),
        ([LABELS[0], "{not json"], "line 2"),
        ([{"conversation": "c2", "Label": "ordinary"}], "line 1"),
        ([LABELS[1], "", LABELS[1]], "line 3.*already"),
        ([{"conversation": "c9", "label": "ordinary"}], "'c9' is not in messages.jsonl"),
        ([{"conversation": "c1", "label": "grooming", "groomer": "z"}], "wrote no message"),
        ([{"conversation": "c1", "label": "ordinary", "groomer": "a"}], "no groomer"),
    ],
)
def test_a_wrong_label_stops_with_its_place(labels: list[Any], expected: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=expected):
        written(tmp_path, labels)


def test_a_malformed_message_stops_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="line 2"):
        written(tmp_path, LABELS, [SAID[0], '{"conversation": "c1", "text": 5}', *SAID[1:]])


@pytest.mark.parametrize("missing", ["labels.jsonl", "messages.jsonl"])
def test_one_file_without_the_other_is_refused(missing: str, tmp_path: Path) -> None:
    written(tmp_path, LABELS)
    (tmp_path / missing).unlink()
    assert LabelledMessages().found(tmp_path)
    with pytest.raises(Unusable, match=missing):
        list(LabelledMessages().conversations(tmp_path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "messages.jsonl").write_text(json.dumps(SAID[0]) + "\n", encoding="utf-8")
    (tmp_path / "labels.jsonl").write_bytes(content)
    try:
        found = list(LabelledMessages().conversations(tmp_path))
    except Unusable:
        return
    assert all(each.turns for each in found)
