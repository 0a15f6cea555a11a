"""Sees messages and turns lights: the one place where the five stages meet.

``see`` is the road for one message at a time, ``see_many`` for many at once; both give the same lights.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from belisha import plugins
from belisha.clues import AccountClue, Clue, PhraseClue
from belisha.clues.languages import ENGLISH, detect, languages
from belisha.concern.weigh import STARTING_POINT, weigh, weigh_account
from belisha.lights import Audience
from belisha.model import AccountFacts, Change, ConversationFacts, Kind, Light, Message, Reading, Relation, Sighting
from belisha.scene import IS_QUESTION, REMEMBERED_CHARACTERS, Contact, Conversation, Said, Scene, Trail
from belisha.stream.memory import Memory, contact, remember
from belisha.stream.scanner import Scanner, Span
from belisha.stream.spelling import Spelling
from belisha.stream.split_lines import continued
from belisha.tactic_model import TacticModel
from belisha.text import Folded, readings, stated_age
from belisha.text_model import TextModel

_READ_BACK = 4
"""Messages before one among which the writer's and the other's last are read with it."""
_MOST_READ = 2
"""Tactics that one message is read to perform at most: odd wording looks a little like many."""
BATCH = 2_000
"""How many messages are prepared at once on the bulk road."""


class Noticed(msgspec.Struct, frozen=True):
    """What one message gave.

    Attributes:
        message: the message.
        index: its 1-based position in its conversation.
        sightings: what was seen in it.
        readings: of the accounts that the sightings are about; empty when nothing was seen.
        changes: lights that turned.
    """

    message: Message
    index: int
    sightings: list[Sighting]
    readings: list[Reading]
    changes: list[Change]


class Watch:
    """Watches conversations and accounts for some audiences.

    Args:
        audiences: who is shown lights; all that are found unless given.
        memory: what is remembered from before.
    """

    def __init__(self, audiences: Sequence[Audience] | None = None, memory: Memory | None = None) -> None:
        clues = plugins.find("belisha.clues", Clue)
        self._clues = {clue.name: clue for clue in clues}
        self._phrase_clues = {clue.name: clue for clue in clues if isinstance(clue, PhraseClue)}
        self._scene_clues = [clue for clue in clues if not isinstance(clue, PhraseClue)]
        self._account_clues = plugins.find("belisha.clues", AccountClue)
        self._scanner = Scanner(clues)
        self._model = TextModel.load()
        self._tactics = TacticModel.load()
        self._spelling = Spelling(clues, self._tactics.knows)
        self._audiences = plugins.find("belisha.lights", Audience) if audiences is None else audiences
        self.memory = memory or Memory()

    def know(self, fact: AccountFacts | ConversationFacts | Relation) -> None:
        """Takes in a fact about an account or a conversation."""
        self.memory.know(fact)

    def see(self, message: Message) -> Noticed:
        """One message: what is noticed, and which lights turn for the conversation it is in."""
        return next(self.see_many([message]))

    def hear(self, app: str, conversation: str, sightings: list[Sighting]) -> tuple[list[Reading], list[Change]]:
        """What people say about a conversation, the child in it or a reviewer, as evidence beside what was seen."""
        return self._enter(self.memory.conversation(app, conversation), sightings)

    def see_many(self, messages: Iterable[Message]) -> Iterator[Noticed]:
        """Many messages, in the order of each conversation."""
        batch: list[Message] = []
        for message in messages:
            batch.append(message)
            if len(batch) == BATCH:
                yield from self._see_batch(batch)
                batch = []
        yield from self._see_batch(batch)

    def contacts(self) -> Iterator[tuple[str, str, Contact]]:
        """For every conversation and everybody who wrote in it: app, account, and what its trail keeps of it."""
        for conversation in self.memory.conversations.values():
            for name in conversation.tallies:
                if name:
                    yield conversation.app, name, self.contact(conversation.app, conversation.id, name)

    def contact(self, app: str, name: str, account: str) -> Contact:
        """What the trail of an account keeps of a conversation, as things stand now."""
        conversation = self.memory.conversation(app, name)
        other = conversation.other_than(account)
        ages = conversation.tallies[other].ages if other in conversation.tallies else []
        facts = self.memory.facts_of(conversation.app, other) if other else None
        known = [facts.age] if facts is not None and facts.age is not None else []
        highest = self.memory.ledger(conversation.app, conversation.id).highest.get(account)
        return contact(
            conversation,
            account,
            other_age=min((*known, *ages), default=None),
            decibans=0.0 if highest is None else highest - STARTING_POINT,
        )

    def see_account(self, app: str, account: str, contacts: Iterable[Contact]) -> tuple[Reading, list[Change]]:
        """An account over its contacts: its reading now, and which lights turn for it."""
        memory = self.memory.account(app, account)
        for each in contacts:
            memory.contacts[f"{each.app}/{each.conversation}"] = each
        trail = Trail(memory)
        sightings = [sighting for clue in self._account_clues for sighting in clue.look(trail)]
        weights = [(each.conversation, each.decibans) for each in trail.contacts]
        reading = weigh_account(account, weights, sightings)
        return reading, self._changes(memory.shown, reading)

    def _see_batch(self, batch: list[Message]) -> Iterator[Noticed]:
        texts = [readings(message.text if message.kind is not Kind.SYSTEM else "") for message in batch]
        texts = continued(batch, map(self._spelling.mended, texts), self.memory)
        scores = self._model.score([message.text for message in batch])
        read = self._read(batch, [folded[0].text[:REMEMBERED_CHARACTERS] for folded in texts])
        for index, message in enumerate(batch):
            said, spans = self._prepare(message, texts[index], read[index])
            said.likeness = float(scores.likeness[index])
            said.mass = float(scores.mass[index])
            said.role = float(scores.role[index])
            yield self._see_conversation(message, said, spans)

    def _read(self, batch: Sequence[Message], texts: Sequence[str]) -> list[dict[str, float]]:
        """What the tactic model reads in each message, beside the ones just before it."""
        before: dict[tuple[str, str], deque[tuple[str | None, str]]] = {}
        same, other = [], []
        for message, text in zip(batch, texts, strict=True):
            key = message.app, message.conversation
            if key not in before:
                recent = self.memory.conversation(*key).recent[-_READ_BACK:]
                before[key] = deque(((said.sender, said.text) for said in recent), _READ_BACK)
            said = list(reversed(before[key]))
            mine = message.sender
            same.append(next((words for name, words in said if name is not None and name == mine), ""))
            other.append(next((words for name, words in said if name is None or name != mine), ""))
            before[key].append((mine, text))
        return self._tactics.seen(self._tactics.read(texts, same, other))

    def _prepare(self, message: Message, texts: list[Folded], read: dict[str, float]) -> tuple[Said, dict[str, Span]]:
        read = {name: sure for name, sure in read.items() if not self._clues[name].is_unlike(texts[0].text)}
        read = dict(sorted(read.items(), key=lambda pair: -pair[1])[:_MOST_READ])
        folded = texts[0].text[:REMEMBERED_CHARACTERS]
        conversation = self.memory.conversation(message.app, message.conversation)
        before = conversation.language
        spoken = _spoken(folded, conversation)
        spans = self._scanner.hits(texts, spoken)
        if spoken and ENGLISH not in {before, conversation.language}:
            read = {}  # the tactic model knows English only
        last = conversation.recent[-1] if conversation.recent else None
        own = texts[0].text[texts[0].begins :]
        if last is not None and texts[0].begins:  # what the line before did already is not done again by the rest of it
            read = {name: sure for name, sure in read.items() if name not in last.clues}
        asked = last is not None and ("asks_age" in last.clues or "asks_age" in spans)
        said = Said(
            index=conversation.count + 1,
            id=message.id,
            sender=message.sender,
            text=folded,
            at=message.sent_at.timestamp() if message.sent_at else None,
            kind=message.kind,
            age=_age(folded, spoken, asked=asked),
            question=IS_QUESTION in spans,
            words=len(own.split()),
            clues=sorted(self._phrase_clues.keys() & (spans.keys() | read.keys())),
            marks=[name for name in spans if name not in self._phrase_clues],
            read=read,
        )
        return said, spans

    def _see_conversation(self, message: Message, said: Said, spans: dict[str, Span]) -> Noticed:
        conversation = self.memory.conversation(message.app, message.conversation)
        scene = Scene(message, said, conversation, self._facts(conversation, message), spans)
        sightings = self._look(scene) if message.kind is not Kind.SYSTEM else []
        said.clues = sorted({*said.clues, *(sighting.clue for sighting in sightings)})
        remember(conversation, message, said)
        found, changes = self._enter(conversation, sightings)
        return Noticed(message, said.index, sightings, found, changes)

    def _enter(self, conversation: Conversation, sightings: list[Sighting]) -> tuple[list[Reading], list[Change]]:
        ledger = self.memory.ledger(conversation.app, conversation.id)
        abouts = ledger.enter(sightings, conversation)
        found, changes = [], []
        for about, latest in abouts.items():
            reading = weigh(f"conversation:{conversation.id}", about, ledger.about(about), latest, conversation.count)
            ledger.keep_highest(reading)
            found.append(reading)
            changes += self._changes(ledger.shown, reading)
        return found, changes

    def _look(self, scene: Scene) -> list[Sighting]:
        phrase_clues = [self._phrase_clues[name] for name in scene.said.clues]
        return [sighting for clue in (*phrase_clues, *self._scene_clues) for sighting in clue.look(scene)]

    def _facts(self, conversation: Conversation, message: Message) -> dict[str, AccountFacts]:
        if not self.memory.facts:
            return {}
        present = dict.fromkeys((*conversation.members, message.sender or "", *message.recipients))
        found = {member: self.memory.facts_of(conversation.app, member) for member in present}
        return {member: facts for member, facts in found.items() if facts is not None}

    def _changes(self, shown: dict[str, Light], reading: Reading) -> list[Change]:
        changes = []
        for audience in self._audiences:
            before = shown.get(audience.name, Light.GREEN)
            after = audience.light(reading, before)
            if after != before:
                shown[audience.name] = after
                changes.append(Change(reading.subject, audience.name, before, after, reading))
        return changes


def _spoken(folded: str, conversation: Conversation) -> list[str]:
    """The languages beside English that a message may be in: its own, and the one last told in its conversation."""
    before = conversation.language
    conversation.language = detect(folded) or before
    return [code for code in dict.fromkeys((conversation.language, before)) if code and code != ENGLISH]


def _age(folded: str, spoken: Sequence[str], *, asked: bool) -> int | None:
    """The age that the writer states of himself, in English or in one of these languages."""
    ages = (languages()[code].age(folded) for code in spoken if code in languages())
    return next((age for age in ages if age is not None), None) or stated_age(folded, asked=asked)
