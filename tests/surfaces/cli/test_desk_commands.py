"""The commands beside the service: people, the audit log, and what decisions teach."""

from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from belisha import weights
from belisha.stream.store.database import Database
from belisha.stream.store.invitations import accept
from belisha.surfaces.cli import application
from tests.stream.store.console_people import PASSWORD

RUNNER = CliRunner()


@pytest.fixture(autouse=True)
def _settings(database_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BELISHA_DATABASE", database_url)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, given: str = "") -> Result:
    return RUNNER.invoke(application(), list(arguments), input=given)


def test_people_are_added_invited_listed_and_disabled(database_url: str) -> None:
    added = run("people", "add", "ada", "--role", "auditor", "--title", "Ada O.")
    assert added.exit_code == 0
    link = added.stdout.strip()
    assert link.startswith("http://127.0.0.1:8462/console/invitation/")
    assert "invited" in run("people", "list").stdout
    again = run("people", "invite", "ada").stdout.strip().rpartition("/")[2]
    database = Database(database_url)
    accept(database, again, PASSWORD, 1.0)
    database.close()
    assert "ada  auditor  all platforms  works  Ada O." in run("people", "list").stdout
    assert run("people", "disable", "ada").exit_code == 0
    assert "disabled" in run("people", "list").stdout
    assert run("people", "enable", "ada").exit_code == 0
    for wrong in (
        ("add", "ada", "--role", "viewer"),
        ("add", "bob", "--role", "viewer", "--platform", "nowhere"),
        ("invite", "nobody"),
        ("disable", "nobody"),
    ):
        refused = run("people", *wrong)
        assert refused.exit_code == 2
        assert "belisha people:" in refused.stderr


def test_the_audit_log_is_shown_verified_and_found_out(database_url: str) -> None:
    for name in ("ada", "bob", "eve"):
        run("people", "add", name, "--role", "viewer")
    shown = run("audit", "show").stdout.splitlines()
    assert [line.split("  ")[3] for line in shown] == ["added person", "invited person"] * 3
    verified = run("audit", "verify")
    assert verified.exit_code == 0
    noted = verified.stdout.split()[-1]
    assert run("audit", "verify", "--expect", noted).exit_code == 0
    assert run("audit", "verify", "--expect", "ab" * 32).exit_code == 1
    database = Database(database_url)
    with database.writing() as connection:
        off = "drop trigger audit_no_update" if database.is_sqlite else "alter table audit disable trigger user"
        connection.execute(text(off))
        connection.execute(text("update audit set at = 1 where number = 3"))
    database.close()
    broken = run("audit", "verify")
    assert broken.exit_code == 1
    assert "entry 3" in broken.stdout


def test_an_auditor_of_one_platform_verifies_its_part_and_checks_it_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for platform, name in (("school", "ada"), ("club", "secret-bob"), ("school", "eve")):
        run("keys", "add", platform, "--scope", "lights:read")
        run("people", "add", name, "--role", "auditor", "--platform", platform)
    verified = run("audit", "verify", "--platform", "school")
    assert verified.exit_code == 0
    shown = run("audit", "show", "--platform", "school").stdout
    lines = [line.split("  ") for line in shown.splitlines()]
    done = ["made key", "added person", "invited person"] * 2
    assert [(line[0], line[3]) for line in lines] == [(str(number), what) for number, what in enumerate(done, 1)]
    assert f"The {len(lines)} entries of school and its case books hold." in verified.stdout
    noted = verified.stdout.split()[-1]
    assert run("audit", "verify", "--platform", "school", "--expect", noted).exit_code == 0
    file = tmp_path / "school.jsonl"
    assert run("audit", "export", "school", "--out", str(file)).stdout.startswith(f"{len(lines)} entries of school")
    for said in (verified.stdout, shown, file.read_text()):
        assert "club" not in said
        assert "secret-bob" not in said
    assert run("audit", "export", "school", "--out", str(file)).exit_code == 2, "nothing is written over"
    monkeypatch.setenv("BELISHA_DATABASE", "postgresql://nobody@nowhere.invalid/none")
    checked = run("audit", "check", str(file), "--expect", noted)
    assert (checked.exit_code, checked.stdout.split()[-1]) == (0, noted)
    file.write_text("".join(file.read_text().splitlines(keepends=True)[1:]))
    assert run("audit", "check", str(file)).exit_code == 1
    file.write_text("no json")
    refused = run("audit", "check", str(file))
    assert (refused.exit_code, "line 1" in refused.stderr) == (2, True)
    assert run("audit", "check", str(tmp_path / "none")).exit_code == 2


def test_keys_show_what_they_allow_and_are_changed_replaced_and_ended() -> None:
    first = run("keys", "add", "school", "--scope", "lights:read", "--title", "dashboard").stdout.strip()
    identity = first.split("_")[1]
    listed = run("keys", "list").stdout
    assert f"{identity}  school  works  lights:read  dashboard" in listed
    assert "No key of school allows messages:write, " in listed
    assert "appeals:write" in listed.splitlines()[-1]
    changed = run("keys", "change", identity, "--add", "appeals:write", "--add", "notices:read")
    assert changed.stdout.strip() == f"{identity} allows appeals:write lights:read notices:read"
    assert "appeals:write" not in run("keys", "list").stdout.splitlines()[-1]
    second = run("keys", "rotate", identity, "--hours", "0").stdout.strip()
    listed = run("keys", "list").stdout
    assert f"{identity}  school  ended" in listed
    assert f"{second.split('_')[1]}  school  works  appeals:write lights:read notices:read  dashboard" in listed
    for wrong in (("change", identity, "--add", "lights:read"), ("change", second.split("_")[1]), ("rotate", "none")):
        refused = run("keys", *wrong)
        assert refused.exit_code == 2
        assert "belisha keys:" in refused.stderr
    assert run("keys", "revoke", second.split("_")[1]).exit_code == 0
    assert "works" not in run("keys", "list").stdout


def test_of_a_platform_that_is_not_there_nothing_is_proven(tmp_path: Path) -> None:
    for command in (("verify", "--platform", "shool"), ("export", "shool", "--out", str(tmp_path / "x"))):
        refused = run("audit", *command)
        assert refused.exit_code == 2
        assert "there is no platform shool" in refused.stderr


def test_nothing_is_learned_unless_it_is_switched_on(tmp_path: Path) -> None:
    refused = run("learn", "export", "school", "--out", str(tmp_path / "out"))
    assert refused.exit_code == 2
    assert "learning.from_decisions" in refused.stderr
    (tmp_path / "belisha.toml").write_text("[learning]\nfrom_decisions = true\n")
    done = run("learn", "export", "school", "--out", str(tmp_path / "out"))
    assert done.stdout.startswith("0 of concern, 0 ordinary")
    assert run("learn", "export", "school", "--out", str(tmp_path / "out")).exit_code == 2
    assert "0 conversations" in run("learn", "back-test", "school", str(weights.SHIPPED)).stdout


def test_two_people_with_passwords_let_a_model_be_used(database_url: str) -> None:
    database = Database(database_url)
    for name in ("one", "two"):
        token = run("people", "add", name, "--role", "administrator").stdout.strip().rpartition("/")[2]
        accept(database, token, PASSWORD, 1.0)
    database.close()
    model = str(weights.SHIPPED)
    assert run("learn", "propose", model, "--person", "one", given="wrong\n").exit_code == 2
    identity = run("learn", "propose", model, "--person", "one", given=f"{PASSWORD}\n").stdout.split()[-1]
    assert run("learn", "approve", identity, "--person", "one", given=f"{PASSWORD}\n").exit_code == 2
    assert run("learn", "approve", identity, "--person", "two", given=f"{PASSWORD}\n").exit_code == 0
    assert run("learn", "use", identity, "--person", "one", given=f"{PASSWORD}\n").exit_code == 0
    assert f"{identity}  in_use  proposed by one, approved by two" in run("learn", "models").stdout
    assert run("learn", "shadow", identity).exit_code == 0
    assert run("learn", "use", "shipped", "--person", "two", given=f"{PASSWORD}\n").exit_code == 0
    assert "retired" in run("learn", "models").stdout
