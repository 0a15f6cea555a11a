"""Ages that do not fit, and what counts as a claim."""

from belisha.clues import seen
from tests.clues.played_examples import play


def strengths(clue: str, *lines: str) -> list[float]:
    return [sighting.strength for sighting in play(seen(*lines)) if sighting.clue == clue]


def test_two_ages_of_an_adult_say_less_than_a_childs_age_and_an_adults() -> None:
    adult = strengths("age_contradiction", "a: im 38", "b: ok", "a: fine im 43 really")
    child = strengths("age_contradiction", "a: im 13", "b: ok", "a: fine im 43 really")
    assert adult < child == [1.0]


def test_a_slip_before_the_claim_is_remembered() -> None:
    assert strengths("age_contradiction", "a: my wife is calling", "b: what", "a: im 14") == [1.0]


def test_a_working_teenager_of_sixteen_is_believed() -> None:
    assert not strengths("age_contradiction", "a: im 17", "b: hi", "a: im at work till 9")
    assert strengths("age_contradiction", "a: im 12", "b: hi", "a: im at work till 9")


def test_what_the_other_heard_before_counts_as_a_claim() -> None:
    assert strengths("age_contradiction", "a: hello", "b: you said you were 13", "a: when i was your age we had tapes")


def test_an_adult_is_not_taken_for_a_peer() -> None:
    assert not strengths("acts_as_peer", "a: im 30", "b: im 12", "a: same age as my niece")
    assert strengths("acts_as_peer", "b: im 12", "a: hey im 13") == [0.6]


def test_one_question_is_not_counted_twice() -> None:
    assert strengths("asks_if_alone", "is your mum there or are you on your own") == [0.5]
    assert strengths("asks_if_alone", "are you on your own") == [1.0]


def test_a_broken_camera_counts_only_for_who_talks_of_pictures() -> None:
    assert not strengths("camera_excuse", "a: my camera is broken")
    assert strengths("camera_excuse", "a: send a selfie", "b: you first", "a: my camera is broken") == [1.0]


def test_a_height_is_no_age() -> None:
    assert not strengths("age_contradiction", "a: im 15", "b: how tall", "a: im 5'7")
    assert not strengths("age_contradiction", "a: im 15", "b: how tall r u", "a: im 57")
