"""Splits the work: first by conversation, then by account. Any split gives the same lights as one process."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import chain
from multiprocessing import get_context

import msgspec

from belisha import plugins
from belisha.findings import ConversationFinding, Point, Turned
from belisha.lights import Audience
from belisha.model import AccountFacts, ConversationFacts, Light, Message, Reading, Sighting
from belisha.scene import Contact
from belisha.stream.memory import Memory
from belisha.stream.models_in_use import Models, in_use, take
from belisha.stream.watch import Noticed, Watch

LANE_MESSAGES = 10_000
"""Messages in one piece of work: large enough to share the cost of starting, small enough to show progress."""


class Lane(msgspec.Struct):
    """A piece of work: whole conversations, with the facts about them."""

    audience: str
    accounts: list[AccountFacts]
    facts: list[ConversationFacts]
    conversations: list[list[Message]]


class Outcome(msgspec.Struct):
    """What a lane gives: a finding for each conversation, and the contacts of everybody in it by app and account."""

    findings: list[ConversationFinding]
    contacts: list[tuple[str, str, Contact]]


def lanes(
    conversations: Iterable[list[Message]], facts: Sequence[AccountFacts | ConversationFacts], audience: str
) -> Iterator[Lane]:
    """Conversations gathered into pieces of work."""
    accounts = [fact for fact in facts if isinstance(fact, AccountFacts)]
    about = defaultdict(list)
    for fact in facts:
        if isinstance(fact, ConversationFacts):
            about[fact.app, fact.conversation].append(fact)
    lane, size = Lane(audience, accounts, [], []), 0
    for messages in conversations:
        lane.conversations.append(messages)
        lane.facts += about[messages[0].app, messages[0].conversation]
        size += len(messages)
        if size >= LANE_MESSAGES:
            yield lane
            lane, size = Lane(audience, accounts, [], []), 0
    if lane.conversations:
        yield lane


def run(work: Iterable[Lane], jobs: int, progress: Callable[[int], None]) -> Iterator[Outcome]:
    """Runs all lanes.

    Args:
        work: pieces of work.
        jobs: how many processes; with 1 everything happens in this one.
        progress: told how many messages have been seen after each lane.
    """
    if jobs <= 1:
        for lane in work:
            yield see(lane)
            progress(sum(map(len, lane.conversations)))
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=take, initargs=(in_use(),)) as pool:
        pieces = list(work)
        try:
            for lane, answer in zip(pieces, pool.map(_see_encoded, map(_ENCODER.encode, pieces)), strict=True):
                yield msgspec.msgpack.decode(answer, type=Outcome)
                progress(sum(map(len, lane.conversations)))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def see(lane: Lane) -> Outcome:
    """Sees all conversations of a lane."""
    watch = _watch(lane.audience, in_use())
    watch.memory = Memory()
    for account in lane.accounts:
        watch.know(account)
    for fact in lane.facts:
        watch.know(fact)
    noticed: dict[tuple[str, str], list[Noticed]] = defaultdict(list)
    for each in watch.see_many(chain.from_iterable(lane.conversations)):
        if each.sightings:
            noticed[each.message.app, each.message.conversation].append(each)
    findings = [
        _finding(watch, messages, noticed.get((messages[0].app, messages[0].conversation), []))
        for messages in lane.conversations
    ]
    return Outcome(findings, list(watch.contacts()))


_ENCODER = msgspec.msgpack.Encoder()


def _see_encoded(lane: bytes) -> bytes:
    return _ENCODER.encode(see(msgspec.msgpack.decode(lane, type=Lane)))


@cache
def _watch(audience: str, _models: Models) -> Watch:
    return Watch([named_audience(audience)])


def named_audience(name: str) -> Audience:
    """The audience of this name."""
    found: Mapping[str, Audience] = {each.name: each for each in plugins.find("belisha.lights", Audience)}
    return found[name]


def _finding(watch: Watch, messages: list[Message], noticed: list[Noticed]) -> ConversationFinding:
    app, conversation = messages[0].app, messages[0].conversation
    memory = watch.memory.conversation(app, conversation)
    readings = [reading for each in noticed for reading in each.readings]
    changes = [change for each in noticed for change in each.changes]
    highest = max(readings, key=lambda reading: reading.decibans, default=None)
    light = max((change.after for change in changes), default=Light.GREEN)
    times = [message.sent_at for message in messages if message.sent_at is not None]
    sightings: list[Sighting] = [sighting for each in noticed for sighting in each.sightings]
    return ConversationFinding(
        id=conversation,
        app=app,
        title=memory.facts.title if memory.facts else "",
        members=tuple(memory.members),
        count=len(messages),
        first=min(times, default=None),
        last=max(times, default=None),
        highest=highest,
        light=light,
        turned=tuple(_turned(change.after, change.reading) for change in changes),
        subject=highest.about if highest is not None and light is not Light.GREEN else None,
        course=tuple(Point(each.index, each.about, each.decibans, each.concern) for each in readings),
        sightings=tuple(sightings),
    )


def _turned(light: Light, reading: Reading) -> Turned:
    return Turned(light, reading.index, reading.message, reading.at)
