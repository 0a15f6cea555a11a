"""What the ledger keeps of a conversation is bounded and never forgets the worst."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from belisha.model import Family, Sighting
from belisha.scene import Conversation
from belisha.stream.ledger import MOST_PER_CLUE, Ledger
from tests.strategies import sightings


@given(st.lists(sightings(), max_size=120))
def test_it_keeps_a_bounded_number_and_the_strongest(found: list[Sighting]) -> None:
    ledger = Ledger()
    for each in found:
        ledger.enter([each], Conversation("app", "c"))
    for clue in {each.clue for each in found}:
        kept = [each for each in ledger.about("kim") if each.clue == clue]
        assert len(kept) <= MOST_PER_CLUE
        assert max(each.strength for each in kept) == max(each.strength for each in found if each.clue == clue)


def test_what_nobody_known_wrote_counts_for_everybody_but_is_no_ones_own_excuse() -> None:
    ledger = Ledger()
    threat = Sighting("threatens", Family.THREAT, 12, 1, "1", 1, None, None, "A threat.")
    ledger.enter([threat], Conversation("app", "c"))
    assert ledger.about("kim") == [threat]
    own = msgspec.structs.replace(threat, sender="kim")
    ledger.enter([own], Conversation("app", "c"))
    assert own not in ledger.about("kim")


def test_a_childs_words_in_a_group_count_half() -> None:
    ledger = Ledger()
    group = Conversation("app", "c", members=["kim", "lou", "may"])
    fear = Sighting("shows_fear", Family.CHILD, 8, 1, "1", 1, "lou", None, "Fear.")
    ledger.enter([fear], group)
    assert [each.strength for each in ledger.about("kim")] == [0.5]
