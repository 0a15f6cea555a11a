"""Sees messages and turns lights: the one place where the five stages meet.

``see`` is the road for one message at a time, ``see_many`` for many at once; both give the same lights.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from belisha import plugins
from belisha.clues import AccountClue, Clue, PhraseClue
from belisha.clues.languages import ENGLISH, detect, languages
from belisha.concern.weigh import STARTING_POINT, weigh, weigh_account
from belisha.lights import Audience
from belisha.model import AccountFacts, Change, ConversationFacts, Kind, Light, Message, Reading, Relation, Sighting
from belisha.scene import IS_QUESTION, REMEMBERED_CHARACTERS, Contact, Conversation, Said, Scene, Trail
from belisha.stream.likeness import Likeness
from belisha.stream.memory import Memory, contact, remember
from belisha.stream.occasions import occasions
from belisha.stream.scanner import Scanner, Span
from belisha.stream.spelling import spelling
from belisha.stream.split_lines import continued, read_in_pieces
from belisha.tactic_model import TacticModel
from belisha.text import Folded, readings, stated_age
from belisha.text_model import TextModel

_READ_BACK = 4
"""Messages before one among which the writer's and the other's last are read with it."""
_MOST_READ = 2
"""Tactics that one message is read to perform at most: odd wording looks a little like many."""
_ANSWERED_WITHIN = 2
"""Messages after a question about the age in which a bare number is the answer."""
BATCH = 2_000
"""How many messages are prepared at once on the bulk road."""
LOOKED_AT = 20_000
"""Characters of one message that are looked at, or a single pasted file would hold up everybody else's chats."""


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
        self._scene_marks = {f"{clue.name}:{mark}": clue.name for clue in self._scene_clues for mark in clue.marks}
        self._awake_on: dict[int, list[Clue]] = {}
        self._scanner = Scanner(clues)
        self._tactics = TacticModel.load()
        self._likeness = Likeness(TextModel.load(), self._tactics)
        self._spelling = spelling()
        self._audiences = plugins.find("belisha.lights", Audience) if audiences is None else audiences
        self.memory = memory or Memory()

    def get_ready(self) -> None:
        """Does now what else would be done beside the first messages: worth it where every message is waited for."""
        self._scanner.get_ready()

    def forget_words(self) -> None:
        """Lets go of what the models keep of messages only to be quicker, because somebody's words must be gone."""
        self._tactics.forget()

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
        begun = [message.text[:LOOKED_AT] for message in batch]
        texts = [
            readings(text if message.kind is not Kind.SYSTEM else "")
            for message, text in zip(batch, begun, strict=True)
        ]
        scores = self._likeness.score(begun, [folded[0].text for folded in texts])
        texts = continued(batch, map(self._spelling.mended, texts), self.memory)
        read = self._read(batch, [folded[0].text[:REMEMBERED_CHARACTERS] for folded in texts])
        sums = (column.tolist() for column in scores)
        for message, folded, tactics, likeness, mass, role in zip(batch, texts, read, *sums, strict=True):
            conversation = self.memory.conversation(message.app, message.conversation)
            said, spans = self._prepare(message, conversation, folded, tactics)
            said.likeness, said.mass, said.role = likeness, mass, role
            yield self._see_conversation(message, conversation, said, spans)

    def _read(self, batch: Sequence[Message], texts: Sequence[str]) -> list[dict[str, float]]:
        """What the tactic model reads in each message, beside the ones just before it."""
        before: dict[tuple[str, str], deque[tuple[str | None, str]]] = {}
        same, other = [], []
        for message, text in zip(batch, texts, strict=True):
            key, mine = (message.app, message.conversation), message.sender
            said = before.get(key)
            if said is None:
                recent = self.memory.conversation(*key).recent[-_READ_BACK:]
                said = before[key] = deque(((each.sender, each.text) for each in reversed(recent)), _READ_BACK)
            own: str | None = None
            others: str | None = None
            for name, words in said:
                if name is not None and name == mine:
                    own = words if own is None else own
                elif others is None:
                    others = words
            same.append(own or "")
            other.append(others or "")
            said.appendleft((mine, text))
        return self._tactics.seen(self._tactics.read(texts, same, other))

    def _prepare(
        self, message: Message, conversation: Conversation, texts: list[Folded], read: dict[str, float]
    ) -> tuple[Said, dict[str, Span]]:
        folded = texts[0].text[:REMEMBERED_CHARACTERS]
        before = conversation.language
        spoken = _spoken(folded, conversation)
        spans = self._scanner.hits(texts, spoken)
        if read:
            # The tactic model knows English only.
            is_english = not spoken or ENGLISH in {before, conversation.language}
            read = self._likely(read, texts[0].text) if is_english else {}
        last = conversation.recent[-1] if conversation.recent else None
        own = texts[0].text[texts[0].begins :]
        if last is not None and texts[0].begins:
            read = read_in_pieces(folded, read, last.clues)
            spans = {name: span for name, span in spans.items() if name not in last.clues}
        asked = conversation.has_seen("asks_age", _ANSWERED_WITHIN) or "asks_age" in spans
        found = spans.keys() | read.keys() if read else spans.keys()
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
            clues=sorted(self._phrase_clues.keys() & found) if found else [],
            marks=[name for name in spans if name not in self._phrase_clues],
            read=read,
        )
        return said, spans

    def _likely(self, read: dict[str, float], text: str) -> dict[str, float]:
        """Of the tactics that are read in a message the likeliest, without those that its wording rules out."""
        likely = [(name, sure) for name, sure in read.items() if not self._clues[name].is_unlike(text)]
        return dict(sorted(likely, key=lambda pair: -pair[1])[:_MOST_READ])

    def _see_conversation(
        self, message: Message, conversation: Conversation, said: Said, spans: dict[str, Span]
    ) -> Noticed:
        last = conversation.recent[-1] if conversation.recent else None
        said.likeness_so_far = said.likeness + (last.likeness_so_far if last else 0.0)
        said.mass_so_far = said.mass + (last.mass_so_far if last else 0.0)
        sightings: list[Sighting] = []
        if message.kind is not Kind.SYSTEM:
            sightings = self._look(Scene(message, said, conversation, self._facts(conversation, message), spans))
        if sightings:
            said.clues = sorted({*said.clues, *(sighting.clue for sighting in sightings)})
        remember(conversation, message, said)
        found, changes = self._enter(conversation, sightings) if sightings else ([], [])
        return Noticed(message, said.index, sightings, found, changes)

    def _enter(self, conversation: Conversation, sightings: list[Sighting]) -> tuple[list[Reading], list[Change]]:
        ledger = self.memory.ledger(conversation.app, conversation.id)
        waiting = ledger.untouched_by(sightings)
        abouts = ledger.enter(sightings, conversation)
        found, changes = [], []
        for about, latest in abouts.items():
            reading = weigh(f"conversation:{conversation.id}", about, ledger.about(about), latest, conversation.count)
            ledger.keep_highest(reading)
            found.append(reading)
            changes += self._changes(ledger.shown, reading, waiting)
        if changes and ledger.set_aside:
            ledger.set_aside = [name for name in ledger.set_aside if name not in ledger.shown]
        return found, changes

    def _look(self, scene: Scene) -> list[Sighting]:
        awake = self._awake(occasions(scene))
        said = scene.said
        called = {self._scene_marks[name] for name in said.marks if name in self._scene_marks}
        if called or said.read:
            called.update(said.read)
            awake = [clue for clue in self._scene_clues if clue in awake or clue.name in called]
        found = [sighting for clue in awake for sighting in clue.look(scene)]
        if said.clues:
            phrase_clues = [self._phrase_clues[name] for name in said.clues]
            return [*(sighting for clue in phrase_clues for sighting in clue.look(scene)), *found]
        return found

    def _awake(self, now: int) -> list[Clue]:
        """The clues beside phrase clues that wait for one of these occasions, in the order of their names."""
        if now not in self._awake_on:
            self._awake_on[now] = [clue for clue in self._scene_clues if clue.wakes_on & now]
        return self._awake_on[now]

    def _facts(self, conversation: Conversation, message: Message) -> dict[str, AccountFacts]:
        if not self.memory.facts:
            return {}
        present = dict.fromkeys((*conversation.members, message.sender or "", *message.recipients))
        found = {member: self.memory.facts_of(conversation.app, member) for member in present}
        return {member: facts for member, facts in found.items() if facts is not None}

    def _changes(self, shown: dict[str, Light], reading: Reading, waiting: Collection[str] = ()) -> list[Change]:
        changes = []
        for audience in self._audiences:
            before = shown.get(audience.name, Light.GREEN)
            if before is Light.GREEN and audience.name in waiting:
                continue
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
