"""Whoever stops a scan finds what was there before, or what is whole; never half of anything."""

import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from belisha.response.reports.folder import ReportFolder
from tests.journeys.command_line import CONCERN, ORDINARY, PHONE, ROOT, as_jsonl, belisha, findings, hashes

STOPPED = 130


def _stopped_while_looking(jobs: int, folder: Path) -> tuple[int, str]:
    """Scans in a terminal of its own and presses Ctrl-C once the messages are being looked at."""
    terminal, end = pty.openpty()
    outputs = ("--json", "out/f.json", "--csv", "out/t.csv", "--report", "out/report")
    command = [sys.executable, "-m", "belisha", "scan", "evidence", "--jobs", str(jobs), *outputs]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"}
    process = subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=end, start_new_session=True
    )
    os.close(end)
    shown = b""
    try:
        with suppress(OSError):  # the terminal ends with the process
            while piece := os.read(terminal, 4096):
                if b"Looking at messages" in shown + piece and b"Looking at messages" not in shown:
                    os.killpg(process.pid, signal.SIGINT)
                shown += piece
        return process.wait(), shown.decode("utf-8", "replace")
    finally:
        os.close(terminal)
        process.kill()
        process.wait()


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_during_the_work_leaves_nothing_behind(jobs: int, tmp_path: Path) -> None:
    evidence = tmp_path / "evidence"
    evidence.mkdir()
    with (evidence / "much.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(2_500):
            stream.write(as_jsonl(f"c{number:04}", (*CONCERN, *ORDINARY)))
    before = hashes(tmp_path)
    status, shown = _stopped_while_looking(jobs, tmp_path)
    assert status == STOPPED, shown
    assert "Interrupted" in shown
    assert "Traceback" not in shown
    assert hashes(tmp_path) == before


def test_ctrl_c_while_json_is_written_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "f.json"
    assert belisha("scan", PHONE / "sdcard", "--json", file).exit_code == 0
    before = hashes(tmp_path)

    def half(_content: object, stream: object, **_named: object) -> None:
        assert hasattr(stream, "write")
        stream.write('{"version": ')
        raise KeyboardInterrupt

    monkeypatch.setattr("belisha.response.reports.json_contract.json.dump", half)
    assert belisha("scan", PHONE, "--json", file).exit_code == STOPPED
    assert hashes(tmp_path) == before
    assert findings(file)["conversations"]


@pytest.mark.parametrize("there_already", [False, True])
def test_ctrl_c_while_the_report_is_written_leaves_the_old_one(
    there_already: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "report"
    if there_already:
        assert belisha("scan", PHONE / "sdcard", "--report", report).exit_code == 0
    before = hashes(tmp_path)
    really_write = ReportFolder.write
    written: list[str] = []

    def stopped_at_the_fourth(self: ReportFolder, name: str, text: str) -> None:
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(name)
        really_write(self, name, text)

    monkeypatch.setattr(ReportFolder, "write", stopped_at_the_fourth)
    assert belisha("scan", PHONE, "--report", report).exit_code == STOPPED
    assert hashes(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == (["report"] if there_already else [])
