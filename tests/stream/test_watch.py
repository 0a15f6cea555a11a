"""The watch gives the same lights on every road."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from belisha.model import AccountFacts, Change, ConversationFacts, Kind, Light, Message, Provenance
from belisha.scene import REMEMBERED_CHARACTERS, REMEMBERED_MESSAGES
from belisha.stream.memory import Memory
from belisha.stream.watch import Noticed, Watch
from tests.strategies import START, messages

WATCH = Watch()
CONCERN = (
    ("kim", "hey how old r u"),
    ("lou", "im 12"),
    ("kim", "are your parents home or are you alone"),
    ("lou", "mum is at work"),
    ("kim", "send me a pic, and dont tell your mum about us ok"),
    ("lou", "no i dont want to"),
    ("kim", "send it or i post everything to your friends. you have ten minutes"),
)


def chat(*lines: tuple[str | None, str], conversation: str = "c", app: str = "app") -> list[Message]:
    return [
        Message(
            id=str(number),
            app=app,
            conversation=conversation,
            sender=sender,
            text=text,
            sent_at=START + timedelta(seconds=30 * number),
            provenance=Provenance("test", "test", "", f"line {number}"),
        )
        for number, (sender, text) in enumerate(lines, start=1)
    ]


def fresh() -> Watch:
    """The watch without a memory; building one compiles all phrases."""
    WATCH.memory = Memory()
    return WATCH


def changes(noticed: list[Noticed]) -> list[Change]:
    return [change for each in noticed for change in each.changes]


def worst(noticed: list[Noticed], audience: str = "moderators") -> Light:
    return max((each.after for each in changes(noticed) if each.audience == audience), default=Light.GREEN)


def test_a_chat_of_concern_turns_red_and_names_who_it_is_about() -> None:
    noticed = list(fresh().see_many(chat(*CONCERN)))
    assert worst(noticed) is Light.RED
    assert {change.reading.about for change in changes(noticed)} == {"kim"}
    # The police's bar is so high that seven messages may stay below it.
    assert {change.audience for change in changes(noticed)} >= {"children", "parents", "moderators"}


def alike(one: list[Noticed], other: list[Noticed]) -> bool:
    """Whether the same was seen and the same lights turned, and no reading differs by a tenth of a deciban.

    What a message means is a sum in single precision, whose last digit depends on what is summed beside it.
    """
    return len(one) == len(other) and all(map(_alike, one, other))


def _alike(one: Noticed, other: Noticed) -> bool:
    sums = [[reading.decibans for reading in each.readings] for each in (one, other)]
    seen = [[(sighting.clue, sighting.about) for sighting in each.sightings] for each in (one, other)]
    turned = [[(change.audience, change.after) for change in each.changes] for each in (one, other)]
    is_same = one.index == other.index and seen[0] == seen[1] and turned[0] == turned[1]
    return is_same and sums[0] == pytest.approx(sums[1], abs=0.1)


@settings(max_examples=40, deadline=None)
@given(messages())
def test_one_at_a_time_and_many_at_once_give_the_same(found: list[Message]) -> None:
    watch = fresh()
    single = [watch.see(message) for message in found]
    assert alike(list(fresh().see_many(found)), single)


@settings(max_examples=40, deadline=None)
@given(messages(), st.integers(0, 25))
def test_stopping_and_resuming_from_bytes_changes_nothing(found: list[Message], stop: int) -> None:
    whole = list(fresh().see_many(found))
    watch = fresh()
    first = list(watch.see_many(found[:stop]))
    watch.memory = Memory.load(watch.memory.dump())
    assert alike(first + list(watch.see_many(found[stop:])), whole)


@settings(max_examples=30, deadline=None)
@given(messages())
def test_a_shown_light_never_goes_down(found: list[Message]) -> None:
    for each in changes(list(fresh().see_many(found))):
        assert each.after > each.before


def test_unknown_senders_and_times_still_get_a_reading() -> None:
    unknown = [msgspec.structs.replace(message, sender=None, sent_at=None) for message in chat(*CONCERN)]
    noticed = list(fresh().see_many(unknown))
    assert worst(noticed) is not Light.GREEN
    assert {change.reading.about for change in changes(noticed)} == {None}


def test_system_messages_are_counted_and_say_nothing() -> None:
    system = [msgspec.structs.replace(message, kind=Kind.SYSTEM) for message in chat(*CONCERN)]
    noticed = list(fresh().see_many(system))
    assert not changes(noticed)
    assert [each.index for each in noticed] == list(range(1, len(system) + 1))


def test_what_is_remembered_is_bounded() -> None:
    watch = fresh()
    long = "how old r u " * 1_000
    list(watch.see_many(chat(*(("kim", long) for _ in range(3 * REMEMBERED_MESSAGES)))))
    (conversation,) = watch.memory.conversations.values()
    assert len(conversation.recent) <= 2 * REMEMBERED_MESSAGES
    assert all(len(said.text) <= REMEMBERED_CHARACTERS for said in conversation.recent)
    assert conversation.count == 3 * REMEMBERED_MESSAGES


def test_the_same_line_to_many_children_shows_only_in_the_account() -> None:
    watch = fresh()
    line = "hi i saw you in the game and you seem so mature, how old are you"
    for number in range(6):
        watch.know(AccountFacts(account=f"child{number}", age=12))
        watch.know(ConversationFacts(conversation=f"c{number}", app="app", members=("kim", f"child{number}")))
        pair = chat(("kim", line), (f"child{number}", "12 who is this"), ("kim", "a friend"), conversation=f"c{number}")
        list(watch.see_many(pair))
    contacts = [contact for _, account, contact in watch.contacts() if account == "kim"]
    reading, turned = watch.see_account("app", "kim", contacts)
    assert {"sends_same_line_to_many", "approaches_many_young"} <= {part.what for part in reading.because}
    assert max(change.after for change in turned if change.audience == "moderators") is not Light.GREEN
