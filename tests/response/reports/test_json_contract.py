"""The JSON holds what ``docs/json.md`` promises, field by field; the test reads the page, so neither can drift."""

import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import msgspec
import pytest

from belisha.findings import Findings, InputFile, Turned
from belisha.model import Light
from belisha.response.reports.csv_timeline import COLUMNS
from belisha.response.reports.json_contract import LONGEST_TEXT, VERSION, contract, write_json
from belisha.stream.scan import scan
from tests.conftest import ROOT
from tests.response.sample_findings import conversation, findings, hostile
from tests.scenes.scene_files import FOLDER, SceneFile, scenes

PAGE = (ROOT / "docs" / "json.md").read_text("utf-8")
LISTS = ("input", "problems", "conversations", "turned", "because", "accounts")
FORMS = {
    "text": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "true or false": lambda value: isinstance(value, bool),
    "list": lambda value: isinstance(value, list),
    "list of texts": lambda value: isinstance(value, list) and all(isinstance(each, str) for each in value),
    "list of numbers": lambda value: isinstance(value, list) and all(isinstance(each, int) for each in value),
    "`null`": lambda value: value is None,
}


def _promised(section: str) -> dict[str, list[str]]:
    """The fields of a section of the page, each with the forms that it may take."""
    text = re.split(r"^## ", PAGE, flags=re.MULTILINE)
    part = next(each for each in text if each.startswith(f"{section}\n"))
    rows = re.findall(r"^\| `(\w+)` \| ([^|]*) \|", part, flags=re.MULTILINE)
    return {field: [form.strip() for form in re.split(r" or (?!false)", forms)] for field, forms in rows}


def _check(value: dict[str, Any], section: str) -> None:
    promised = _promised(section)
    assert list(value) == list(promised), section
    for field, forms in promised.items():
        assert any(FORMS[form](value[field]) for form in forms), (section, field, value[field])
        if field in LISTS and forms == ["list"]:
            for each in value[field]:
                _check(each, f"`{field}`")


def _that_get_their_light() -> list[SceneFile]:
    gaps = (FOLDER / "known_gaps.txt").read_text("utf-8")
    return [scene for scene in scenes("concern") if f"concern/{scene.name} " not in gaps]


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """A real scan of two invented scenes, of a chat with nobody and no time known, and of a broken line."""
    file = tmp_path_factory.mktemp("evidence") / "messages.jsonl"
    lines: list[dict[str, Any]] = [
        {
            "conversation": message.conversation,
            "sender": message.sender,
            "text": message.text,
            "sent_at": message.sent_at.isoformat() if message.sent_at else None,
        }
        for scene in [*_that_get_their_light()[:3], *scenes("ordinary")[:2]]
        for message in scene.messages
    ]
    lines.append({"conversation": "nobody", "sender": None, "text": "how old are you", "sent_at": None})
    text = "\n".join(json.dumps(line) for line in lines)
    file.write_text(f'{text}\n{{"conversation": broken\n', "utf-8")
    return scan([file], "moderators")


def test_what_a_scan_writes_is_what_the_page_promises(scanned: Findings, tmp_path: Path) -> None:
    write_json(scanned, tmp_path / "f.json")
    written = json.loads((tmp_path / "f.json").read_text("utf-8"))
    _check(written, "The whole")
    assert written["conversations"][0]["light"] != "green"
    assert written["conversations"][0]["turned"]
    assert written["conversations"][0]["subject"]
    assert any(each["problems"] for each in written["input"])
    assert {each["first"] for each in written["conversations"]} >= {None}


@pytest.mark.parametrize("sample", [findings(), hostile(), findings(conversation(), conversation(light=Light.GREEN))])
def test_odd_findings_keep_the_form(sample: Findings) -> None:
    _check(contract(sample), "The whole")


def test_the_parts_sum_to_the_reading_and_the_reading_is_the_concern(scanned: Findings) -> None:
    written = contract(scanned)
    read = [each for each in written["conversations"] if each["decibans"] is not None]
    assert len(read) > 2
    for each in [*read, *written["accounts"]]:
        assert sum(part["decibans"] for part in each["because"]) == pytest.approx(each["decibans"], abs=1e-6)
        assert each["concern"] == pytest.approx(1 / (1 + 10 ** (-each["decibans"] / 10)))
        assert {part["clue"] for part in each["because"] if part["message"]} <= _known_clues()


def _known_clues() -> set[str]:
    return {path.stem for path in (ROOT / "src" / "belisha" / "clues").glob("*.py")}


def test_positions_ids_and_texts_belong_together(scanned: Findings) -> None:
    written = contract(scanned)
    for found, each in zip(scanned.conversations, written["conversations"], strict=True):
        for part in [part for part in each["because"] if part["message"]]:
            message = found.messages[part["message"] - 1]
            assert (part["id"], part["sender"], part["text"]) == (message.id, message.sender, message.text)
        for turned in each["turned"]:
            assert found.messages[turned["message"] - 1].id == turned["id"]


def test_times_are_utc() -> None:
    east = datetime(2026, 3, 1, 1, 30, 5, 250_000, timezone(timedelta(hours=2)))
    turned = (Turned(Light.RED, 1, "id1", east), Turned(Light.RED, 1, "id1", None))
    found = msgspec.structs.replace(conversation(), first=east, last=datetime(2026, 3, 2, tzinfo=UTC), turned=turned)
    written = contract(findings(found))["conversations"][0]
    assert written["first"] == "2026-02-28T23:30:05.250000Z"
    assert written["last"] == "2026-03-02T00:00:00Z"
    assert [each["sent_at"] for each in written["turned"]] == [written["first"], None]


def test_evidence_far_back_in_a_long_message_is_quoted() -> None:
    long = "x" * 9_000 + "message" + "y" * 9_000
    found = conversation(texts={7: long})
    highest = found.highest
    assert highest is not None
    parts = tuple(
        msgspec.structs.replace(part, sighting=msgspec.structs.replace(part.sighting, span=(9_000, 9_007)))
        if part.sighting and part.sighting.index == 7
        else part
        for part in highest.because
    )
    found = msgspec.structs.replace(found, highest=msgspec.structs.replace(highest, because=parts))
    quoted = [each for each in contract(findings(found))["conversations"][0]["because"] if each["message"] == 7]
    start, end = quoted[0]["span"]
    assert quoted[0]["text"][start:end] == "message"
    assert len(quoted[0]["text"]) == LONGEST_TEXT


def test_halves_of_characters_do_not_stop_the_file(tmp_path: Path) -> None:
    sample = hostile()
    odd = InputFile("caf\udce9.txt", "", "", 0)
    write_json(msgspec.structs.replace(sample, inputs=(odd, *sample.inputs)), tmp_path / "f.json")
    written = json.loads((tmp_path / "f.json").read_text("utf-8"))
    assert written["input"][0]["path"] == "caf\N{REPLACEMENT CHARACTER}.txt"
    assert "<script>alert(1)</script>" in written["conversations"][0]["title"]


def test_the_page_names_the_version_the_columns_and_gives_an_example_that_holds() -> None:
    assert f'`"{VERSION}"`' in PAGE
    columns = re.findall(r"^\| `(\w+)` \|", PAGE.split("## The timeline")[1], flags=re.MULTILINE)
    assert tuple(columns) == COLUMNS
    example = re.search(r"```json\n(.*?)```", PAGE, flags=re.DOTALL)
    assert example is not None
    shown = json.loads(example[1])
    _check(shown, "The whole")
    assert (
        sum(part["decibans"] for part in shown["conversations"][0]["because"]) == shown["conversations"][0]["decibans"]
    )
    quoted = shown["conversations"][0]["because"][1]
    assert quoted["text"][slice(*quoted["span"])] == "it is our secret"
