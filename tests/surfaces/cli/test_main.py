"""How the program starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

COUNTED = """
import os, sys
sys.argv = ["belisha", "--help"]
from belisha.surfaces import cli
try:
    cli.main()
except SystemExit:
    pass
import numpy
numpy.ones((600, 600)) @ numpy.ones((600, 600))
print("threads", len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads can be counted on Linux only")
@pytest.mark.parametrize(("asked", "threads"), [(None, "threads 1"), ("2", "threads 2")])
def test_numerics_use_one_thread_unless_somebody_asks_for_more(asked: str | None, threads: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    environment |= {"PYTHONPATH": str(ROOT / "src")} | ({"OPENBLAS_NUM_THREADS": asked} if asked else {})
    command = [sys.executable, "-c", COUNTED]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert ran.stdout.splitlines()[-1] == threads
