"""A name is taken out where it stands for itself, and nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from belisha.model import Family, Sighting
from belisha.scene import Contact
from belisha.stream.nameless import GONE, Nameless


def test_a_name_counts_where_it_stands_for_itself() -> None:
    kim = Nameless("kim")
    assert kim.text("dm:kim_owl") == f"dm:{GONE}_owl"
    assert kim.text("kimono") == "kimono"
    assert Nameless("@kim:host.example").text("room/@kim:host.example") == f"room/{GONE}"
    assert Nameless("kim", "Kim K.").text("Kim K. and kim") == f"{GONE} and {GONE}"


def test_words_of_the_program_stay_whatever_somebody_is_called() -> None:
    sighting = Sighting("asks_age", Family.SELECTION, 2.0, 0.5, "m-age", 1, "age", "x", "asks the age")
    left = Nameless("age").of(sighting)
    assert (left.clue, left.because) == ("asks_age", "asks the age")
    assert (left.message, left.sender, left.about) == (f"m-{GONE}", GONE, "x")
    assert Nameless("chat").of(Contact("chat", "chat-1", "chat")) == Contact("chat", f"{GONE}-1", GONE)


def test_somebody_whose_name_holds_the_name_keeps_its_own() -> None:
    sighting = Sighting("asks_age", Family.SELECTION, 2.0, 0.5, "kim/1", 1, "kim.owl", "kim", "asks the age")
    left = Nameless("kim").of(sighting)
    assert (left.message, left.sender, left.about) == (f"{GONE}/1", "kim.owl", GONE)


@given(name=st.text(min_size=1, max_size=12), before=st.sampled_from(["", "dm:", "a-", "x "]))
def test_a_name_between_signs_is_never_left(name: str, before: str) -> None:
    left = Nameless(name).text(f"{before}{name}|other")
    assert left == f"{before}{GONE}|other" or name in "|other" + before
