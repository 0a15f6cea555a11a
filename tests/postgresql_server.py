"""A throw-away PostgreSQL on a socket of its own, for tests that ask both databases the same questions."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_OPTIONS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c max_connections=60"


class NotHere(Exception):
    """There is no PostgreSQL on this machine, or it may not be started; says why."""


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Starts a server with a new, empty cluster and gives the address of its database, without the name at the end.

    Raises:
        NotHere: where it cannot be started.
    """
    if not PROGRAMS:
        raise NotHere("PostgreSQL is not installed (Debian: apt install postgresql)")
    with tempfile.TemporaryDirectory(prefix="belisha-pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = folder / "cluster"
        cluster.mkdir()
        if os.geteuid() == 0:
            shutil.chown(folder, _other_user())
            shutil.chown(cluster, _other_user())
        _run(
            "initdb", "-D", str(cluster), "-U", "belisha", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"
        )
        options = f"{_OPTIONS} -k {folder}"
        _run("pg_ctl", "-D", str(cluster), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql://belisha@/{{name}}?host={folder}"
        finally:
            _run("pg_ctl", "-D", str(cluster), "-m", "immediate", "stop")


def _run(program: str, *arguments: str) -> None:
    command = [str(PROGRAMS[0] / program), *arguments]
    if os.geteuid() == 0:  # the server refuses to run as root
        command = ["runuser", "-u", _other_user(), "--", *command]
    done = subprocess.run(  # noqa: S603 - programs of this machine, arguments of our own
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        cwd="/",
        stderr=subprocess.PIPE,
        timeout=60,
    )
    if done.returncode:
        raise NotHere(f"{program} failed: {done.stderr.decode(errors='replace').strip()[-300:]}")


def _other_user() -> str:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise NotHere("there is no user besides root to run PostgreSQL as")
