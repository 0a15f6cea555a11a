"""What was seen about each account of labelled chats, before anything is weighed: what weights are learned from.

The chats are the invented scenes, and chats of the corpora in the length and pace of messages: up to
``LONGEST`` messages, half a minute between them where no times are known, so that times give no label away. Single
lines that a corpus collected are no chats, and are left out.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from belisha.concern.clocks import within_minutes
from belisha.concern.fade import fade
from belisha.concern.weigh import REPEAT
from belisha.model import Family, Light, Sighting
from belisha.stream.ledger import Ledger
from belisha.study.chats_shown import AS_IT_IS, Chat, cut, in_turn
from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.invented import InventedScene, held_out, invented_scenes
from belisha.study.unmet import fold_of
from belisha.study.watching import Watched, as_shown
from belisha.study.windows import is_flat, woven

LONGEST = 200
"""Messages of a chat of the corpora that are shown."""
LEARNED_AFTER = 60
"""Messages after which an account's evidence is learned from; at the end of a shorter chat."""
SHORTEST = 4
MOST_CHATS = 700
"""Chats of one source and side; more of the same only takes longer."""
_PACE = 0.5  # minutes between messages where no times are known
_NOON = 12 * 60.0  # scenes count their minutes from midnight, the study's day begins at noon
_LIGHTS = {light.word: light for light in Light}


class Origin(enum.StrEnum):
    """Where a chat is from."""

    TAUGHT = "scenes that taught the tactic model"
    SCENES = "scenes kept from the tactic model"
    CASES = "cases"
    ORDINARY = "ordinary"


class LabelledChat(msgspec.Struct, frozen=True):
    """A chat and the light that a moderator should see.

    Attributes:
        chat: as the product is shown it; ``groomer`` is the account that the concern is about.
        expect: green where there is no concern.
        kind: where it is from.
        learned: whether weights may be learned from it.
        fold: of the text models that have not met it (``unmet``); None where the shipped one has not.
    """

    chat: Chat
    expect: Light
    kind: Origin
    learned: bool
    fold: int | None = None

    @property
    def belongs(self) -> str:
        """The set that it is reported with."""
        source = f" {self.chat.source}" if self.kind is Origin.ORDINARY else ""
        return f"{self.kind}{source}{'' if self.learned else ', never learned from'}"


class AccountEvidence(msgspec.Struct, frozen=True):
    """What one clock adds up about one account after one message of a chat.

    Attributes:
        place: number of the chat in the list that was looked at.
        index: 1-based message after which it was added up.
        about: the account; None where speakers are unknown.
        own: whether the concern is about this account; True as well where that is not known.
        amounts: for each clue its strength, repeats and fading counted as ``belisha.concern`` counts them.
        hasty: whether the short clock added it up.
    """

    place: int
    index: int
    about: str | None
    own: bool
    amounts: dict[str, float]
    hasty: bool


def scenes_as_chats(folder: Path) -> list[LabelledChat]:
    """The invented scenes; those of every fifth file were kept from the tactic model."""
    scenes = invented_scenes(folder)
    kept = held_out(scene.group for scene in scenes)
    return [_scene(scene, number, scene.group in kept) for number, scene in enumerate(scenes)]


def corpora_as_chats(conversations: Sequence[LabelledConversation], seed: int) -> list[LabelledChat]:
    """Up to ``MOST_CHATS`` chats of each source and side.

    Args:
        conversations: of any side; those of the test side are marked as never to be learned from.
        seed: of the choice, and of where flat strings are cut.
    """
    chance = np.random.default_rng(seed)
    given = woven(_chats(conversations), chance)
    taken: dict[tuple[str, Side], int] = defaultdict(int)
    chats: list[LabelledChat] = []
    for place in chance.permutation(len(given)):
        each = given[place]
        turns = _turns(each, chance)
        if taken[each.source, each.side] < MOST_CHATS and len(turns) >= SHORTEST:
            taken[each.source, each.side] += 1
            chats.append(_labelled(each, turns))
    return chats


def course(watched: Sequence[Watched]) -> list[AccountEvidence]:
    """All that was added up in these chats, message by message: what the product makes a reading of."""
    return [found for place, each in enumerate(watched) for found in _of_chat(place, each)]


def learned_rows(rows: Sequence[AccountEvidence]) -> list[AccountEvidence]:
    """What the long clock had added up about each account by then."""
    hasty = {(row.place, row.index, row.about): row for row in rows if row.hasty}
    last = {(row.place, row.about): row for row in rows if row.index <= LEARNED_AFTER and not row.hasty}
    return [_whole(row, hasty.get((row.place, row.index, row.about))) for row in last.values()]


def _whole(row: AccountEvidence, hasty: AccountEvidence | None) -> AccountEvidence:
    """The evidence of the long clock; hasty where the short one has all of it."""
    return row if hasty is None or set(hasty.amounts) != set(row.amounts) else msgspec.structs.replace(row, hasty=True)


def with_empty(chats: Sequence[LabelledChat], found: Sequence[AccountEvidence]) -> list[AccountEvidence]:
    """The evidence, and an empty one for each chat in which nothing was seen: that counts as well."""
    seen = {each.place for each in found}
    nothing = [AccountEvidence(k, 0, "", own=True, amounts={}, hasty=False) for k in range(len(chats)) if k not in seen]
    return [*found, *nothing]


def _chats(conversations: Iterable[LabelledConversation]) -> Iterator[LabelledConversation]:
    """All but the sources of ordinary talk that are single lines; a source that is flat strings is chats."""
    by_source: dict[str, list[LabelledConversation]] = defaultdict(list)
    for each in conversations:
        by_source[each.source].append(each)
    for members in by_source.values():
        single = [each for each in members if len(each.turns) == 1]
        flat = [each for each in single if is_flat(each.turns[0])]
        if members[0].label or len(single) < len(members) or len(flat) > len(single) / 2:
            yield from members


def _scene(scene: InventedScene, number: int, is_held_out: bool) -> LabelledChat:
    turns = tuple(Turn(line.speaker, line.text, line.minutes - _NOON) for line in scene.lines)
    concern = scene.expect != Light.GREEN.word
    chat = Chat(f"{scene.group} {number}", "training", AS_IT_IS, concern, turns, scene.subject)
    return LabelledChat(chat, _LIGHTS[scene.expect], Origin.SCENES if is_held_out else Origin.TAUGHT, learned=True)


def _turns(each: LabelledConversation, chance: np.random.Generator) -> list[Turn]:
    """Its messages with times; nothing for the one half of a case, of which nobody knows what it answered."""
    turns = list(each.turns)
    if each.label and len({turn.speaker for turn in turns}) == 1:
        return []
    if len(turns) == 1 and is_flat(turns[0]):
        turns = in_turn(cut(turns, chance))
    return [
        Turn(turn.speaker, turn.text, place * _PACE if turn.minutes is None else turn.minutes)
        for place, turn in enumerate(turns[:LONGEST])
    ]


def _labelled(each: LabelledConversation, turns: Sequence[Turn]) -> LabelledChat:
    chat = Chat(each.id, each.source, AS_IT_IS, each.label, tuple(turns), each.groomer)
    expect, kind = (Light.RED, Origin.CASES) if each.label else (Light.GREEN, Origin.ORDINARY)
    return LabelledChat(chat, expect, kind, learned=each.side is not Side.TEST, fold=fold_of(each))


def _of_chat(place: int, watched: Watched) -> Iterator[AccountEvidence]:
    ledger = Ledger()
    for step in watched.steps:
        for about, now in ledger.enter(step.sightings, as_shown(watched, step)).items():
            known = ledger.about(about)
            excuses = [(each, 1.0) for each in known if each.family is Family.INNOCENCE]
            raised = [each for each in known if each.family is not Family.INNOCENCE]
            recent = within_minutes(raised, now)
            faded = [(each, fade(each.at, now.at, step.index - each.index)) for each in raised]
            own = about is None or about == watched.chat.groomer
            for evidence, hasty in ((faded, False), ([(each, 1.0) for each in recent], True)):
                if evidence or not hasty:
                    amounts = _amounts([*evidence, *excuses])
                    yield AccountEvidence(place, step.index, about, own, amounts, hasty)


def _amounts(shares: Iterable[tuple[Sighting, float]]) -> dict[str, float]:
    """Strength by clue, as ``belisha.concern.weigh`` counts repeats; `shares` say how much has not faded."""
    by_clue: dict[str, list[float]] = defaultdict(list)
    once: set[str] = set()
    for each, share in shares:
        by_clue[each.clue].append(each.strength * share)
        if each.family in {Family.INNOCENCE, Family.LIKENESS}:
            once.add(each.clue)
    return {
        clue: sum(strength * (0.0 if clue in once else REPEAT) ** rank for rank, strength in enumerate(ranked))
        for clue, ranked in ((clue, sorted(found, reverse=True)) for clue, found in by_clue.items())
    }
