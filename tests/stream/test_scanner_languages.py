"""The scanner looks for the phrases of a language only where it is spoken, and both of its roads give the same."""

import tomllib
from pathlib import Path

import pytest

from belisha import plugins
from belisha.clues import Clue
from belisha.clues.languages import languages
from belisha.stream.scanner import Scanner

CLUES = plugins.find("belisha.clues", Clue)
EXAMPLES = Path(__file__).parents[1] / "clues" / "languages" / "examples"


@pytest.mark.parametrize("code", languages())
def test_both_roads_find_what_the_table_holds(code: str) -> None:
    fast, plain = Scanner(CLUES, compile_after=0), Scanner(CLUES, compile_after=None)
    file = EXAMPLES / (type(languages()[code]).__module__.rpartition(".")[2] + ".toml")
    for name, example in tomllib.loads(file.read_text("utf-8")).items():
        for line in example["seen"]:
            found = plain.scan(line, [code])
            assert name in found
            assert fast.scan(line, [code]) == found


def test_a_language_that_is_not_spoken_is_not_looked_for() -> None:
    scanner = Scanner(CLUES)
    assert "asks_age" in scanner.scan("wie alt bist du", ["de"])
    assert "asks_age" not in scanner.scan("wie alt bist du")
    assert scanner.scan("wie alt bist du", ["xx"]) == scanner.scan("wie alt bist du")


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("how old r u", {"is_question"}),
        ("where u from", {"is_question"}),
        ("ok?", {"is_question"}),
        ("i know how", set()),
        ("send it", {"is_request"}),
        ("can you call me", {"is_question", "is_request"}),
        ("haha no", {"is_jest"}),
        ("just kidding", {"is_jest"}),
        ("", set()),
    ],
)
def test_marks_of_no_clue_are_found_for_all(text: str, marks: set[str]) -> None:
    assert Scanner([]).scan(text).keys() == marks
    assert Scanner([], compile_after=0).scan(text).keys() == marks
