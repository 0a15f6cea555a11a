"""Examples of clues become lessons: those of one line, labelled as they say."""

from belisha import plugins
from belisha.clues import Clue, PhraseClue
from belisha.study.clue_examples import clue_examples


def test_examples_of_one_line_are_labelled_as_they_say() -> None:
    found = clue_examples({"asks_age", "threatens"})
    assert {each.group for each in found} == {"asks_age", "threatens"}
    by_text = {each.text: each for each in found}
    assert by_text["how old r u"].tactics == ("asks_age",)
    assert by_text["how old is your dog"].not_tactics == ("asks_age",)
    assert not by_text["how old is your dog"].tactics
    assert not any(each.complete or each.same or each.other for each in found)


def test_longer_examples_and_other_clues_are_left_out() -> None:
    phrase_clues = [clue for clue in plugins.find("belisha.clues", Clue) if isinstance(clue, PhraseClue)]
    found = clue_examples({clue.name for clue in phrase_clues})
    of_one_line = sum(len(example.lines) == 1 for clue in phrase_clues for example in clue.examples)
    assert len(found) == of_one_line > 150
    assert clue_examples({"writes_at_night"}) == []
