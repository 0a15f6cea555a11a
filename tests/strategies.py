"""Hypothesis strategies for messages and sightings."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from belisha.model import Family, Message, Provenance, Sighting

START = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
LINES = (
    "hi",
    "how old r u",
    "im 12",
    "dont tell your mum about us ok",
    "add me on snap",
    "send me a pic",
    "no i dont want to",
    "come on just one pic",
    "are your parents home",
    "you are so mature for your age",
    "lets meet at the park on saturday",
    "i will post it if you dont",
    "what did you get for question four",
    "haha same",
    "see you at practice",
)
SPEAKERS = ("kim", "lou", None)


@st.composite
def messages(draw: st.DrawFn, most: int = 25) -> list[Message]:
    """Chats of up to ``most`` messages in a few conversations, with unknown senders and times among them."""
    count = draw(st.integers(1, most))
    moment = START
    found = []
    for number in range(count):
        moment += timedelta(seconds=draw(st.sampled_from((5, 60, 3600, 86_400))))
        found.append(
            Message(
                id=str(number),
                app="app",
                conversation=draw(st.sampled_from(("c1", "c2", "c3"))),
                sender=draw(st.sampled_from(SPEAKERS)),
                text=draw(st.one_of(st.sampled_from(LINES), st.text(max_size=20))),
                sent_at=draw(st.sampled_from((moment, moment, moment, None))),
                provenance=Provenance("test", "test", "", f"line {number}"),
            )
        )
    return found


@st.composite
def sightings(draw: st.DrawFn) -> Sighting:
    """A sighting of some clue at some place."""
    family = draw(st.sampled_from(list(Family)))
    weight = draw(st.floats(0.5, 15))
    index = draw(st.integers(1, 400))
    return Sighting(
        clue=draw(st.sampled_from(("one", "two", "three", "four"))) + f"_{family.name.lower()}",
        family=family,
        decibans=-weight if family is Family.INNOCENCE else weight,
        strength=draw(st.floats(0.1, 1)),
        message=str(index),
        index=index,
        sender="kim",
        about="kim",
        because="A reason.",
        at=draw(st.sampled_from((None, START + timedelta(minutes=index)))),
    )
