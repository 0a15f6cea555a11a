"""What was learned about the clues together: how much each says, what their sums mean, and from where lights are shown.

The file is JSON: ``clues`` gives decibans by the name of a clue; ``calibration`` pairs of decibans, what was summed up
and what that meant in chats whose truth is known, between which lines are drawn and beyond which they go on;
``lights`` gives for each audience the concern, 0-1, from which amber and red are shown. What is not in it keeps what
its plug-in states. Further fields say where it is from (``belisha.study.weighing`` writes them).
"""

import functools
from bisect import bisect_right
from pathlib import Path
from typing import Self

import msgspec

SHIPPED = Path(__file__).with_name("concern") / "weights.json"


class Weights(msgspec.Struct, frozen=True):
    """Learned weights, calibration and thresholds.

    Attributes:
        clues: decibans by clue.
        calibration: points of a line that rises from each to the next: decibans summed up, decibans meant.
        lights: concern from which a light is shown, by audience and light.
        learned_from: where they are from, for people.
    """

    clues: dict[str, float] = {}
    calibration: tuple[tuple[float, float], ...] = ()
    lights: dict[str, dict[str, float]] = {}
    learned_from: str = ""

    def __post_init__(self) -> None:
        """Refuses a calibration under which more evidence could mean less.

        Raises:
            ValueError: where it does not rise, or is a single point.
        """
        points = self.calibration
        rises = all(before[0] < after[0] and before[1] < after[1] for before, after in zip(points, points[1:]))  # noqa: RUF007, B905 - neighbours
        if not rises or len(points) == 1:
            message = "the points of calibration must rise, two of them at least"
            raise ValueError(message)

    @classmethod
    def load(cls, path: Path | None = None) -> Self:
        """The weights in this file, or the shipped ones; each file is read once.

        Raises:
            OSError: where it cannot be read.
            msgspec.MsgspecError: where it does not hold weights.
        """
        return cls._read(SHIPPED if path is None else path)

    @classmethod
    @functools.lru_cache(maxsize=8)
    def _read(cls, path: Path) -> Self:
        return msgspec.json.decode(path.read_bytes(), type=cls)

    def meant(self, decibans: float) -> float:
        """What a sum of evidence has meant, in decibans; the sum itself where nothing was learned about that."""
        return _along(self.calibration, decibans)

    def summed(self, meant: float) -> float:
        """The sum that has meant this: ``meant`` the other way round."""
        return _along(tuple((after, before) for before, after in self.calibration), meant)


def _along(points: tuple[tuple[float, float], ...], value: float) -> float:
    """The second coordinate at which the line through the points has `value` as its first."""
    if not points:
        return value
    after = min(max(1, bisect_right(points, value, key=lambda point: point[0])), len(points) - 1)
    (low, low_there), (high, high_there) = points[after - 1], points[after]
    return low_there + (value - low) * (high_there - low_there) / (high - low)
