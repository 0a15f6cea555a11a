"""What makes a pattern innocent must be borne out by the other side: one side can feign anything."""

import pytest

from belisha import plugins
from belisha.clues import Clue, seen
from belisha.model import Family
from tests.clues.played_examples import play

EXCUSES = {clue.name: clue for clue in plugins.find("belisha.clues", Clue) if clue.family is Family.INNOCENCE}


def _spoken_by_one(line: str) -> str:
    return "a: " + line.partition(": ")[2]


@pytest.mark.parametrize("name", EXCUSES)
def test_one_side_alone_never_excuses_itself(name: str) -> None:
    for example in EXCUSES[name].examples:
        alone = seen(*(_spoken_by_one(line) for line in example.lines))
        assert name not in {sighting.clue for sighting in play(alone)}


@pytest.mark.parametrize(
    ("plain", "quoted"),
    [
        ("if you tell i will post it", 'what if someone says "if you tell i will post it" to you'),
        ("sneak out tonight", 'new chorus: "sneak out tonight and dance"'),
    ],
)
def test_quotations_count_less(plain: str, quoted: str) -> None:
    def strongest(line: str) -> float:
        return max(
            sighting.strength
            for sighting in play(seen("b: hi", f"a: {line}"))
            if sighting.clue != "resembles_known_cases"
        )

    assert strongest(quoted) < strongest(plain)
