"""Measures things side by side in one run: on a shared or slow machine the ratios hold where the times do not."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from belisha.model import Message
from bench.invented_chat import talk, write_jsonl

READ = 20_000
"""Messages that are read and reported."""
ROUNDS = 3
"""The fastest of these counts: others on the machine only ever add time."""

YARDSTICKS = {
    "desk": "first page of the queue",
    "reading": "messages.jsonl",
    "serving": "stored on SQLite, 1 in a transaction",
    "watch": "whole watch, in bulk",
    "writing": "the scan itself, one process",
}
"""What the others of each group are compared with."""


class Figure(NamedTuple):
    """The fastest round of one thing."""

    group: str
    what: str
    messages: int
    seconds: float


class Measure:
    """Measures one thing, and notes the figure.

    Args:
        benchmark: what measures.
        figures: where the figure is noted.
    """

    def __init__(self, benchmark: BenchmarkFixture, figures: list[Figure]) -> None:
        self._benchmark = benchmark
        self._figures = figures

    def __call__(
        self,
        what: tuple[str, str],
        messages: int,
        function: Callable[[], Any],
        *,
        begin: Callable[[], None] = lambda: None,
        rounds: int = ROUNDS,
    ) -> Any:  # noqa: ANN401 - whatever the function gives
        """Runs a function some times, with ``begin`` before each, and gives what it gave.

        Args:
            what: the group and the name of the figure.
            messages: how many it works on.
            function: what is measured.
            begin: not measured.
            rounds: how often; what takes long needs no repeating.
        """
        self._benchmark.group = what[0]
        self._benchmark.name = what[1]
        pedantic: Callable[..., Any] = self._benchmark.pedantic
        given = pedantic(function, setup=begin, rounds=rounds)
        if self._benchmark.stats is not None:
            seconds = self._benchmark.stats.stats.min
            self._figures.append(Figure(*what, messages, seconds))
        return given


_FIGURES = pytest.StashKey[list[Figure]]()


@pytest.fixture
def measure(benchmark: BenchmarkFixture, pytestconfig: pytest.Config) -> Measure:
    """Measures one thing."""
    return Measure(benchmark, pytestconfig.stash.setdefault(_FIGURES, []))


@pytest.fixture(scope="session")
def said() -> list[Message]:
    """Invented messages."""
    return talk(READ)


@pytest.fixture(scope="session")
def exported(said: list[Message], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in a file."""
    return write_jsonl(said, tmp_path_factory.mktemp("exported"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints the figures as a table."""
    figures = config.stash.get(_FIGURES, [])
    terminalreporter.write_line(
        "\n| group | what | messages a second | times the yardstick's time |\n|---|---|---|---|"
    )
    yardsticks = {each.group: each for each in figures if YARDSTICKS[each.group] == each.what}
    for each in sorted(
        figures, key=lambda figure: (figure.group, YARDSTICKS[figure.group] != figure.what, figure.seconds)
    ):
        ratio = _ratio(each, yardsticks[each.group]) if each.group in yardsticks else ""
        terminalreporter.write_line(f"| {each.group} | {each.what} | {each.messages / each.seconds:,.0f} | {ratio} |")


def _ratio(figure: Figure, yardstick: Figure) -> str:
    """Time for a message, in times of the yardstick's, to two digits."""
    return f"{figure.seconds / figure.messages / (yardstick.seconds / yardstick.messages):.2g}"
