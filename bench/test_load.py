"""The live service under steady load over HTTP: how soon a light turns, what is held in memory, how soon it is ready.

``make bench`` leaves these out, since they take minutes: ``pytest bench/test_load.py -s`` runs them and prints figures.
"""

import asyncio
import time
from pathlib import Path

import pytest

from bench.steady_load import arriving, megabytes_held, processor_seconds, send_steadily, served_process
from tests.surfaces.served import Served, served

SECONDS = 20
MINUTES = 5
LIMITS = "[limits]\nmessages_per_second = 100000\n"


def _load(service: Served, rate: float, seconds: float, run: str) -> tuple[float, ...]:
    """Median, 99th percentile and longest time to an answer, and processor time a message, all in milliseconds."""
    before = processor_seconds(served_process())
    taken = sorted(asyncio.run(send_steadily(service.base, service.key, arriving(run), rate, seconds)))
    assert len(taken) == int(rate * seconds)
    spent = (processor_seconds(served_process()) - before) / len(taken)
    found = taken[len(taken) // 2], taken[int(len(taken) * 0.99)], taken[-1], spent
    return tuple(1e3 * each for each in found)


@pytest.mark.parametrize("rate", [50, 200, 500])
@pytest.mark.parametrize("wait_for_disk", ["true", "false"])
def test_a_light_turns_soon_at_a_steady_rate(rate: int, wait_for_disk: str, tmp_path: Path) -> None:
    settings = f"[database]\nwait_for_disk = {wait_for_disk}\n{LIMITS}"
    with served(tmp_path, settings=settings) as service:
        _load(service, 50, 5, "warm")
        median, late, longest, spent = _load(service, rate, SECONDS, "")
    print(  # noqa: T201
        f"\n{rate} a second, wait_for_disk = {wait_for_disk}: median {median:.1f} ms, 99 % {late:.1f} ms, "
        f"longest {longest:.1f} ms; processor {spent:.2f} ms a message"
    )


def test_memory_stays_flat(tmp_path: Path) -> None:
    held = []
    with served(tmp_path, settings=LIMITS) as service:
        for minute in range(MINUTES):
            _load(service, 200, 60, f"{minute}-")
            held.append(megabytes_held(served_process()))
    print("\nMB held after each minute at 200 a second: " + ", ".join(f"{each:.0f}" for each in held))  # noqa: T201
    assert held[-1] < 1.5 * held[1]


def test_ready_again_soon(tmp_path: Path) -> None:
    with served(tmp_path, settings=LIMITS) as service:
        _load(service, 50, 5, "")
        service.kill()
        begun = time.perf_counter()
        service.start()
        print(f"\nready again after {time.perf_counter() - begun:.1f} s")  # noqa: T201
