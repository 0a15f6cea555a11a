"""More of the same never lowers concern, the first messages are not blind, and nobody known is no hiding place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.concern.weigh import STARTING_POINT, weigh, weigh_account
from belisha.model import Light, Message, Sighting
from belisha.stream.memory import Memory
from belisha.stream.watch import Watch
from tests.strategies import sightings
from tests.stream.test_watch import CONCERN, chat

WATCH = Watch()
HOT = (
    "dont tell your mum about us ok",
    "are you home alone",
    "send me a pic",
    "you are so mature for your age",
    "lets meet up just us two",
    "send it or i post everything to your friends",
)


def fresh() -> Watch:
    WATCH.memory = Memory()
    return WATCH


def highest(messages: list[Message], about: str | None = "kim") -> float:
    found = [
        reading.decibans
        for noticed in fresh().see_many(messages)
        for reading in noticed.readings
        if reading.about == about
    ]
    return max(found, default=STARTING_POINT)


def worst(messages: list[Message]) -> Light:
    changes = [change for noticed in fresh().see_many(messages) for change in noticed.changes]
    return max((change.after for change in changes if change.audience == "moderators"), default=Light.GREEN)


@given(st.lists(st.sampled_from(HOT), min_size=1, max_size=10), st.sampled_from(HOT))
@settings(max_examples=25, deadline=None)
def test_one_more_hot_message_never_lowers_the_highest_reading(lines: list[str], further: str) -> None:
    before = highest(chat(*(("kim", line) for line in lines)))
    after = highest(chat(*(("kim", line) for line in (*lines, further))))
    assert after >= before


@given(sightings(), st.integers(1, 30))
def test_a_repeated_sighting_never_lowers_a_reading(sighting: Sighting, times: int) -> None:
    once = weigh("conversation:c", "kim", [sighting], sighting, sighting.index)
    often = weigh("conversation:c", "kim", [sighting] * times, sighting, sighting.index)
    if sighting.decibans > 0:
        assert often.decibans >= once.decibans


def test_an_account_that_only_grooms_is_not_below_one_that_rarely_does() -> None:
    rarely = [("kim", HOT[0]), *(("kim", f"the bus number {number} was late") for number in range(30)), ("kim", HOT[2])]
    always = [("kim", line) for line in HOT * 5]
    assert highest(chat(*always)) > highest(chat(*rarely))


def test_the_first_nine_messages_are_not_blind() -> None:
    assert len(CONCERN) < 9
    assert worst(chat(*CONCERN)) is Light.RED


@given(st.lists(st.floats(0.5, 30), min_size=1, max_size=20), st.floats(0.5, 30))
def test_a_further_contact_of_concern_never_lowers_an_account(contacts: list[float], further: float) -> None:
    known = [(f"c{number}", decibans) for number, decibans in enumerate(contacts)]
    before = weigh_account("kim", known, ())
    assert weigh_account("kim", [*known, ("last", further)], ()).decibans >= before.decibans


def test_the_same_line_to_many_children_counts_as_many() -> None:
    line = "hey im lucas from the other server do you want free coins"
    watch = fresh()
    readings = []
    for children in range(1, 6):
        for said in chat(("kim", line), (f"child{children}", "who are you"), conversation=f"c{children}"):
            watch.see(said)
        contacts = [contact for _, account, contact in watch.contacts() if account == "kim"]
        readings.append(watch.see_account("app", "kim", contacts)[0].decibans)
    assert readings == sorted(readings)
    assert readings[-1] > readings[0]


def test_where_nobody_is_known_a_chat_of_concern_still_turns_a_light() -> None:
    nobody = chat(*((None, text) for _, text in CONCERN))
    assert worst(nobody) >= Light.AMBER
    found = [sighting for noticed in fresh().see_many(nobody) for sighting in noticed.sightings]
    unknown, known = (weigh("conversation:c", about, found, found[-1], len(nobody)) for about in (None, "kim"))
    assert unknown.decibans < known.decibans, "the same says less where nobody knows who said it"
