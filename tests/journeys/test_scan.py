"""Whole trips through ``belisha scan``: from files to lights, JSON, timeline and report, and every exit status."""

import csv
import os
import shutil
import stat
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from belisha.stream.lanes import LANE_MESSAGES
from tests.journeys.command_line import (
    CONCERN,
    ORDINARY,
    PHONE,
    ROOT,
    as_jsonl,
    belisha,
    findings,
    hashes,
    lights,
)

AUDIENCES = ("child", "parents", "moderators", "police")
ORDER = {"green": 0, "amber": 1, "red": 2}


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    """A folder with one chat of concern and one ordinary one."""
    folder = tmp_path / "evidence"
    folder.mkdir()
    (folder / "one.jsonl").write_text(as_jsonl("stranger", CONCERN), "utf-8")
    (folder / "two.jsonl").write_text(as_jsonl("friend", ORDINARY), "utf-8")
    return folder


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_phone_gives_lights_report_json_and_timeline(audience: str, tmp_path: Path) -> None:
    json, report, timeline = tmp_path / "f.json", tmp_path / "report", tmp_path / "t.csv"
    result = belisha("scan", PHONE, "--for", audience, "--json", json, "--report", report, "--csv", timeline)
    assert result.exit_code == 0, result.output
    found = findings(json)
    assert found["audience"] == {"child": "children"}.get(audience, audience)
    listed = [ORDER[each["light"]] for each in found["conversations"]]
    assert listed == sorted(listed, reverse=True)
    assert 2 in listed
    assert "It never means safe." in result.output
    assert f"Report: {report / 'index.html'}" in result.output
    assert len(list((report / "conversations").iterdir())) == len(found["conversations"])
    with timeline.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == sum(each["messages"] for each in found["conversations"])
    moments = [datetime.fromisoformat(row["sent_at"]) for row in rows]
    assert moments == sorted(moments)


def test_what_a_child_sees_early_the_police_see_late(tmp_path: Path) -> None:
    turned = {}
    for audience in AUDIENCES:
        assert belisha("scan", PHONE, "--for", audience, "--json", tmp_path / "f.json").exit_code == 0
        for each in findings(tmp_path / "f.json")["conversations"]:
            turned[audience, each["app"], each["id"]] = [step["message"] for step in each["turned"]]
    for (audience, app, conversation), steps in turned.items():
        child = turned["child", app, conversation]
        if steps:
            assert child, (audience, app, conversation)
            assert child[0] <= steps[0], (audience, app, conversation)


def test_each_reading_can_be_taken_apart(tmp_path: Path) -> None:
    assert belisha("scan", PHONE, "--json", tmp_path / "f.json").exit_code == 0
    seen = [each for each in findings(tmp_path / "f.json")["conversations"] if each["decibans"] is not None]
    assert seen
    for each in seen:
        assert sum(part["decibans"] for part in each["because"]) == pytest.approx(each["decibans"])
        assert all(1 <= part["message"] <= each["messages"] for part in each["because"] if part["message"])


@pytest.mark.parametrize("only", ["amber", "red"])
def test_only_lists_the_worst_and_says_how_many_there_are(only: str, evidence: Path, tmp_path: Path) -> None:
    result = belisha("scan", evidence, "--only", only, "--json", tmp_path / "f.json", "--csv", tmp_path / "t.csv")
    assert result.exit_code == 0
    assert set(lights(tmp_path / "f.json")) == {"stranger"}
    assert "2 conversations" in result.output
    assert "Listed are only those" in result.output
    assert "volcano" in (tmp_path / "t.csv").read_text("utf-8-sig")


def test_a_path_that_does_not_exist_is_named_and_nothing_is_done(tmp_path: Path) -> None:
    result = belisha("scan", tmp_path / "nowhere", "--json", tmp_path / "f.json")
    assert result.exit_code == 2
    # The message stands in a frame, which may break a long path into lines.
    assert "nowhere" in "".join(result.output.replace("│", "").split())
    assert "not exist" in " ".join(result.output.split())
    assert not (tmp_path / "f.json").exists()


def test_a_folder_of_somebody_else_is_refused_before_the_scan_and_nothing_is_written(
    evidence: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belisha.stream.scan.scan", lambda *_: pytest.fail("it scanned first"))
    before = hashes(tmp_path)
    result = belisha("scan", evidence, "--report", evidence, "--json", tmp_path / "f.json", "--csv", tmp_path / "t.csv")
    assert result.exit_code == 2
    assert "not a report of Belisha" in " ".join(result.output.split())
    assert "name a new folder" in " ".join(result.output.split())
    assert hashes(tmp_path) == before


@pytest.mark.parametrize(
    "arguments", [("--for", "nobody"), ("--jobs", "0"), ("--only", "green"), ("--country", "Atlantis"), ("--nothing",)]
)
def test_unusable_arguments_are_refused(arguments: tuple[str, ...], evidence: Path) -> None:
    result = belisha("scan", evidence, *arguments)
    assert result.exit_code == 2
    assert "conversations" not in result.output


def test_broken_input_is_listed_and_the_rest_is_shown(evidence: Path, tmp_path: Path) -> None:
    whole = PHONE / "data/data/com.whatsapp/databases/msgstore.db"
    (evidence / "msgstore.db").write_bytes(b"not a database, but called like one")
    shutil.make_archive(str(tmp_path / "a"), "zip", PHONE)
    (evidence / "torn.zip").write_bytes((tmp_path / "a.zip").read_bytes()[:5000])
    (evidence / "half.db").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with (evidence / "one.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"conversation": "stranger", "sen\n')
    result = belisha("scan", evidence, "--json", tmp_path / "f.json", "--report", tmp_path / "report")
    assert result.exit_code == 3, result.output
    assert lights(tmp_path / "f.json")["stranger"] == "red"
    assert lights(tmp_path / "f.json")["friend"] == "green"
    inputs = findings(tmp_path / "f.json")["input"]
    lost = {Path(each["path"]).name for each in inputs if any(problem["lost"] for problem in each["problems"])}
    assert {"msgstore.db", "torn.zip", "half.db", "one.jsonl"} <= lost
    for name in lost:
        assert name in result.output
    assert f"line {len(CONCERN) + 1}" in result.output
    assert (tmp_path / "report" / "index.html").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_listed(evidence: Path, tmp_path: Path) -> None:
    (evidence / "two.jsonl").chmod(0)
    result = belisha("scan", evidence, "--json", tmp_path / "f.json")
    assert result.exit_code == 3
    assert lights(tmp_path / "f.json") == {"stranger": "red"}
    assert "two.jsonl" in result.output


def test_nothing_found_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("milk, bread", "utf-8")
    result = belisha("scan", tmp_path)
    assert result.exit_code == 0
    assert "No chat was found" in result.output


def test_a_zip_in_a_zip_gives_the_same_lights(evidence: Path, tmp_path: Path) -> None:
    assert belisha("scan", evidence, "--json", tmp_path / "plain.json").exit_code == 0
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        for file in evidence.iterdir():
            inner.write(file, file.name)
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as outer:
        outer.write(tmp_path / "inner.zip", "backup/inner.zip")
    assert belisha("scan", tmp_path / "outer.zip", "--json", tmp_path / "packed.json").exit_code == 0
    packed = findings(tmp_path / "packed.json")
    assert packed["conversations"] == findings(tmp_path / "plain.json")["conversations"]
    assert {each["path"] for each in packed["input"]} == {
        f"{tmp_path / 'outer.zip'}!/backup/inner.zip!/{name}" for name in ("one.jsonl", "two.jsonl")
    }


def test_the_evidence_is_not_changed_and_need_not_be_writable(tmp_path: Path) -> None:
    phone = tmp_path / "phone"
    shutil.copytree(PHONE, phone)
    before = hashes(phone)
    everything = [phone, *phone.rglob("*")]
    for path in everything:
        path.chmod(stat.S_IRUSR | (stat.S_IXUSR if path.is_dir() else 0))
    times = {path: path.stat().st_mtime_ns for path in everything}
    try:
        result = belisha("scan", phone, "--json", tmp_path / "f.json", "--report", tmp_path / "report")
        assert result.exit_code == 0, result.output
        assert times == {path: path.stat().st_mtime_ns for path in everything}
    finally:
        for path in everything:
            path.chmod(0o700)
    assert hashes(phone) == before


def test_one_and_two_processes_and_another_hash_seed_give_the_same_json(tmp_path: Path) -> None:
    talk = (*CONCERN, *ORDINARY)
    count = LANE_MESSAGES // len(talk) + 200
    with (tmp_path / "much.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(count):
            stream.write(as_jsonl(f"c{number:04}", talk))
    written = []
    for jobs, seed in ((1, "1"), (2, "2")):
        file = tmp_path / f"{jobs}.json"
        command = [sys.executable, "-m", "belisha", "scan", "much.jsonl", "--jobs", str(jobs), "--json", str(file)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")}
        ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr == ""
        written.append(file.read_bytes())
    assert written[0] == written[1]
    assert len(findings(tmp_path / "1.json")["conversations"]) == count


def test_the_same_input_twice_gives_the_same_json(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        assert belisha("scan", PHONE, "--json", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
