from belisha.clues import seen
from tests.clues.played_examples import play


def _strengths(*lines: str) -> list[float]:
    return [sighting.strength for sighting in play(seen(*lines)) if sighting.clue == "persists_after_refusal"]


def test_the_same_request_again_counts_more_than_begging_for_a_small_thing() -> None:
    again = _strengths("a: send me a pic", "b: no thanks", "a: send me a pic")
    begging = _strengths("a: can you lend me your pen", "b: no", "a: come on")
    assert again
    assert begging
    assert max(again) > max(begging)


def test_each_further_refusal_adds() -> None:
    lines = ("a: send me a pic", "b: no thanks", "a: just one", "b: i said no", "a: come on please")
    strengths = _strengths(*lines)
    assert len(strengths) == 2
    assert strengths[1] > strengths[0]


def test_a_new_topic_after_a_refusal_is_no_persistence() -> None:
    assert not _strengths("a: send me a pic", "b: no thanks", "a: fair enough, how was football")


def test_the_one_who_refused_may_ask_something() -> None:
    assert not _strengths("a: send me a pic", "b: no thanks, please stop", "b: come on")


def test_it_needs_to_know_who_wrote() -> None:
    assert not _strengths("send me a pic", "no thanks", "come on just one")
