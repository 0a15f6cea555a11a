"""The container's files name only what there is (settings, variables, paths, ports, extras), and give no rights."""

import http.server
import re
import shlex
import subprocess
import sys
import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]
from typer.testing import CliRunner

from belisha.settings import DATABASE_VARIABLE, FILE_VARIABLE, Keep, Listen, load, zone_of
from belisha.stream.phrase_database import CACHE_VARIABLE
from belisha.surfaces.api import condition
from belisha.surfaces.cli import application

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "deploy" / "container"
NOT_OURS = {"PATH", "PYTHONDONTWRITEBYTECODE", "PGPASSWORD", "FORWARDED_ALLOW_IPS"}
"""Variables that the system, Python, PostgreSQL's library and uvicorn read."""
OURS = {DATABASE_VARIABLE, FILE_VARIABLE, CACHE_VARIABLE, Keep().key_env}


def instructions() -> Iterator[tuple[str, str]]:
    """The Dockerfile's, without comments, each in one line."""
    written = re.sub(r"^#.*\n", "", (FOLDER / "Dockerfile").read_text("utf-8"), flags=re.MULTILINE)
    for line in written.replace("\\\n", " ").splitlines():
        if line.strip():
            what, _, rest = line.partition(" ")
            yield what, " ".join(rest.split())


BUILT = list(instructions())
COMPOSED: dict[str, Any] = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
SERVICE: dict[str, Any] = COMPOSED["services"]["belisha"]


def all_of(what: str) -> list[str]:
    return [rest for instruction, rest in BUILT if instruction == what]


def test_the_settings_are_read_and_listen_where_the_container_does() -> None:
    known = load(FOLDER / "belisha.toml", {})
    assert known.listen.port == Listen().port == int(all_of("EXPOSE")[0])
    assert zone_of(known.watching)
    assert known.listen.public_url.startswith("https://")


def test_every_variable_is_read_by_somebody() -> None:
    built = {name for line in all_of("ENV") for name in re.findall(r"(\w+)=", line)}
    composed = set(SERVICE["environment"])
    assert (built | composed) - NOT_OURS == OURS
    assert composed & built == set()


def test_the_program_is_started_with_options_that_it_has() -> None:
    program, command, *options = shlex.split(re.sub(r'[\[\],"]', " ", all_of("CMD")[0]))
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    shown = CliRunner().invoke(application(), [command, "--help"], env={"COLUMNS": "200", "NO_COLOR": "1"})
    assert shown.exit_code == 0
    for option in options:
        assert not option.startswith("--") or option in shown.stdout


def test_what_is_installed_is_an_extra_of_the_project_on_a_python_that_it_runs_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    installed = next(line for line in all_of("RUN") if "pip install" in line)
    extras = re.findall(r"\.\[([\w,]+)\]", installed)[0].split(",")
    assert set(extras) <= set(project["optional-dependencies"])
    versions = {re.match(r"python:(\d+\.\d+)-slim-bookworm", line)[1] for line in all_of("FROM")}  # type: ignore[index]
    assert versions == {project["requires-python"].removeprefix(">=")}


def test_what_is_copied_is_there_and_reaches_the_builder_and_nothing_else_does() -> None:
    copied = [name for line in all_of("COPY") if "--from" not in line for name in line.split()[:-1]]
    assert all((ROOT / name).exists() for name in copied)
    rules = (FOLDER / "Dockerfile.dockerignore").read_text("utf-8").split("\n")
    rules = [rule for rule in rules if rule and not rule.startswith("#")]
    assert rules[0] == "*"
    assert {rule[1:] for rule in rules if rule.startswith("!")} == set(copied)
    context = (FOLDER / SERVICE["build"]["context"]).resolve()
    assert context == ROOT
    assert (context / SERVICE["build"]["dockerfile"]) == FOLDER / "Dockerfile"


def test_it_runs_as_nobody_in_particular_and_writes_to_its_volume_alone() -> None:
    user = all_of("USER")[-1]
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", user), "a number that every host can check"
    assert f"--uid {user.partition(':')[0]} " in " ".join(all_of("RUN"))
    for service in COMPOSED["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]
        assert "privileged" not in service
    assert "cap_add" not in SERVICE
    volume = all_of("VOLUME")[0]
    assert all_of("WORKDIR")[-1] == volume
    assert f"{CACHE_VARIABLE}={volume}/" in " ".join(all_of("ENV"))
    mounted = {each.split(":")[1]: each.split(":") for each in SERVICE["volumes"]}
    assert set(mounted) == {volume, SERVICE["environment"][FILE_VARIABLE]}
    assert mounted[SERVICE["environment"][FILE_VARIABLE]][2] == "ro"
    assert (FOLDER / mounted[SERVICE["environment"][FILE_VARIABLE]][0]).is_file()
    assert any(each.startswith("/tmp:") for each in SERVICE["tmpfs"])  # noqa: S108 - the container's own


def test_names_that_are_used_are_declared_and_only_loopback_is_reached() -> None:
    for service in COMPOSED["services"].values():
        named = {each.split(":")[0] for each in service["volumes"] if not each.startswith((".", "/"))}
        assert named <= set(COMPOSED["volumes"])
        assert set(service["networks"]) <= set(COMPOSED["networks"])
    assert set(SERVICE["depends_on"]) <= set(COMPOSED["services"])
    assert SERVICE["ports"] == [f"127.0.0.1:{Listen().port}:{Listen().port}"]
    assert "ports" not in COMPOSED["services"]["database"]
    assert COMPOSED["networks"]["back"]["internal"] is True
    gateway = COMPOSED["networks"]["front"]["ipam"]["config"][0]["gateway"]
    assert SERVICE["environment"]["FORWARDED_ALLOW_IPS"] == gateway


def test_the_database_is_the_one_beside_it_and_its_password_stands_in_no_file() -> None:
    database = COMPOSED["services"]["database"]
    address = SERVICE["environment"][DATABASE_VARIABLE]
    user, name = database["environment"]["POSTGRES_USER"], database["environment"]["POSTGRES_DB"]
    assert address == f"postgresql://{user}@database/{name}"
    secrets = (SERVICE["environment"]["PGPASSWORD"], database["environment"]["POSTGRES_PASSWORD"])
    for secret in (*secrets, SERVICE["environment"][Keep().key_env]):
        assert re.fullmatch(r"\$\{\w+:\?.+\}", secret), "without it nothing starts"
    asked_for = set(re.findall(r"\$\{(\w+):", (FOLDER / "compose.yaml").read_text("utf-8")))
    assert asked_for == set(re.findall(r"(?:\\n|')([A-Z_]+)=%s", (FOLDER / "README.md").read_text("utf-8")))


class _Answer(http.server.BaseHTTPRequestHandler):
    status = 200

    def do_GET(self) -> None:
        self.send_response(self.status if self.path == "/ready" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.mark.parametrize(("status", "is_healthy"), [(200, True), (503, False)])
def test_the_health_check_asks_what_the_service_answers(
    monkeypatch: pytest.MonkeyPatch, status: int, is_healthy: bool
) -> None:
    assert "/ready" in {getattr(route, "path", "") for route in condition.router.routes}
    check = all_of("HEALTHCHECK")[0]
    code = re.search(r'"-c", "([^"]+)"', check)
    assert code
    assert f"127.0.0.1:{Listen().port}/ready" in code[1]
    monkeypatch.setattr(_Answer, "status", status)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        written = code[1].replace(str(Listen().port), str(server.server_port))
        done = subprocess.run([sys.executable, "-c", written], check=False, capture_output=True)  # noqa: S603 - our own
        server.shutdown()
    assert (done.returncode == 0) == is_healthy
