"""Shows chats to the whole product, as it runs, and keeps what it did: readings, lights, and the clues behind them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import msgspec

from belisha import plugins
from belisha.concern.weigh import STARTING_POINT, as_concern, weigh
from belisha.lights import Audience
from belisha.model import ConversationFacts, Light, Message, Part, Provenance, Reading, Sighting
from belisha.scene import Conversation
from belisha.stream.ledger import Ledger
from belisha.stream.memory import Memory
from belisha.stream.watch import Noticed, Watch
from belisha.study.chats_shown import Chat
from belisha.weights import Weights

Told = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done, and how much there is."""

_APP = "study"
_NOWHERE = Provenance("study", "", "", "")
_BEGINS = datetime(2020, 1, 6, 12, tzinfo=UTC)  # the corpora hold no dates; noon, so that no night is invented


class Lights(msgspec.Struct, frozen=True):
    """What the readings of a chat came to.

    Attributes:
        course: 1-based message and the highest decibans so far, at each message that raised it.
        about: the account that the highest reading is about, or None.
        because: the parts of the highest reading.
        turned: the message at which an audience's light turned, by ``audience light``.
    """

    course: tuple[tuple[int, float], ...]
    about: str | None
    because: tuple[Part, ...]
    turned: dict[str, int]

    @property
    def decibans(self) -> float:
        """The highest reading; what nothing means where nothing was seen."""
        return self.after(None)

    @property
    def concern(self) -> float:
        """The same between 0 and 1."""
        return as_concern(self.decibans)

    def after(self, messages: int | None) -> float:
        """The highest reading within the first messages; where nothing was seen, what nothing means."""
        within = [decibans for index, decibans in self.course if messages is None or index <= messages]
        return max(within, default=Weights.load().meant(STARTING_POINT))

    def at(self, audience: str, light: Light) -> int | None:
        """The message at which this light, or a worse one, was first shown; None if never."""
        reached = [self.turned.get(f"{audience} {each.word}") for each in Light if each >= light]
        return min((index for index in reached if index is not None), default=None)


class Step(msgspec.Struct, frozen=True):
    """A message in which something was seen."""

    index: int
    group: bool
    sightings: list[Sighting]


class Watched(msgspec.Struct, frozen=True):
    """A chat, and what the product did."""

    chat: Chat
    lights: Lights
    steps: tuple[Step, ...]

    @property
    def clues(self) -> set[str]:
        """The clues that were seen anywhere in it."""
        return {sighting.clue for step in self.steps for sighting in step.sightings}


class Viewer:
    """The product as it runs, with nobody but the study looking."""

    def __init__(self, told: Told = lambda _what, _done, _all: None) -> None:
        self.audiences = plugins.find("belisha.lights", Audience)
        self.told = told
        self._watch = Watch(self.audiences)

    def look(self, chats: Sequence[Chat], what: str) -> list[Watched]:
        """Shows each chat on its own: nothing is remembered from one to the next."""
        total, done = sum(len(chat.turns) for chat in chats), 0
        result = []
        for chat in chats:
            self._watch.memory = Memory()
            conversation = self._watch.memory.conversation(_APP, chat.id)
            gathered = _Gathered(self.audiences)
            for noticed in self._watch.see_many(messages(chat)):
                gathered.add(noticed, conversation)
            result.append(Watched(chat, gathered.lights(), tuple(gathered.steps)))
            done += len(chat.turns)
            self.told(what, done, total)
        return result


def messages(chat: Chat) -> Iterator[Message]:
    """The chat's messages; those without a time have none here either."""
    for index, turn in enumerate(chat.turns, start=1):
        at = None if turn.minutes is None else _BEGINS + timedelta(minutes=turn.minutes)
        yield Message(str(index), _APP, chat.id, turn.speaker, turn.text, at, _NOWHERE)


def reweighed(watched: Watched, audiences: Iterable[Audience], keep: Callable[[Sighting], bool]) -> Lights:
    """What the readings would have come to had only some of the evidence counted.

    Clues that build on other clues are not looked for again: the weight of what is left out goes, not the sight of it.
    """
    ledger = Ledger()
    gathered = _Gathered(audiences)
    for step in watched.steps:
        kept = [sighting for sighting in step.sightings if keep(sighting)]
        for about, latest in ledger.enter(kept, as_shown(watched, step)).items():
            gathered.read(weigh("", about, ledger.about(about), latest, step.index))
    return gathered.lights()


def as_shown(watched: Watched, step: Step) -> Conversation:
    """What a ledger has to know of the conversation when the evidence of a step is entered again."""
    facts = ConversationFacts(watched.chat.id, _APP, group=step.group)
    return Conversation(_APP, watched.chat.id, facts=facts)


class _Gathered:
    """Readings as they come."""

    def __init__(self, audiences: Iterable[Audience]) -> None:
        self._audiences = audiences
        self._course: list[tuple[int, float]] = []
        self._highest: Reading | None = None
        self._turned: dict[str, int] = {}
        self.steps: list[Step] = []

    def add(self, noticed: Noticed, conversation: Conversation) -> None:
        if noticed.sightings:
            self.steps.append(Step(noticed.index, conversation.is_group, noticed.sightings))
        for reading in noticed.readings:
            self.read(reading)

    def read(self, reading: Reading) -> None:
        for audience in self._audiences:
            light = audience.light(reading)
            if light is not Light.GREEN:
                self._turned.setdefault(f"{audience.name} {light.word}", reading.index)
        if self._highest is None or reading.decibans > self._highest.decibans:
            self._highest = reading
            self._course.append((reading.index, reading.decibans))

    def lights(self) -> Lights:
        highest = self._highest
        about, because = (None, ()) if highest is None else (highest.about, highest.because)
        return Lights(tuple(self._course), about, because, self._turned)
