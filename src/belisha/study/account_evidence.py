"""What was seen about each account of labelled chats, before anything is weighed: what weights are learned from.

The chats are the invented scenes, and chats of the corpora in the length and pace of messages: up to
``LONGEST`` messages, half a minute between them where no times are known, so that times give no label away.
"""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
import numpy as np

from belisha.concern.clocks import within_minutes
from belisha.concern.fade import fade
from belisha.concern.weigh import REPEAT
from belisha.model import Family, Light, Sighting
from belisha.study.chats_shown import AS_IT_IS, Chat, cut, in_turn
from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.invented import InventedScene, held_out, invented_scenes
from belisha.study.watching import Viewer, Watched, kept_evidence, messages
from belisha.study.windows import is_flat, woven

LONGEST = 60
"""Messages of a chat of the corpora that are shown."""
SHORTEST = 4
MOST_CHATS = 250
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
    """

    chat: Chat
    expect: Light
    kind: Origin
    learned: bool

    @property
    def belongs(self) -> str:
        """The set that it is reported with."""
        source = f" {self.chat.source}" if self.kind is Origin.ORDINARY else ""
        return f"{self.kind}{source}{'' if self.learned else ', never learned from'}"


class AccountEvidence(msgspec.Struct, frozen=True):
    """What was seen about one account in one chat.

    Attributes:
        place: number of the chat in the list that was looked at.
        known: whether it is known whose account it is.
        own: whether the concern is about this account; True as well where that is not known.
        amounts: for each clue its strength, repeats and fading counted as ``belisha.concern`` counts them.
        hasty: whether all of it was seen within the minutes of the short clock.
    """

    place: int
    known: bool
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
    given = woven(conversations, chance)
    taken: dict[tuple[str, Side], int] = defaultdict(int)
    chats: list[LabelledChat] = []
    for place in chance.permutation(len(given)):
        each = given[place]
        turns = _turns(each, chance)
        if taken[each.source, each.side] < MOST_CHATS and len(turns) >= SHORTEST:
            taken[each.source, each.side] += 1
            chats.append(_labelled(each, turns))
    return chats


def evidence(chats: Sequence[LabelledChat], viewer: Viewer, what: str) -> list[AccountEvidence]:
    """Shows the chats to the product and keeps, for each account that anything was seen about, what was seen."""
    watched = viewer.look([each.chat for each in chats], what)
    return [found for place, each in enumerate(watched) for found in _of_chat(place, each)]


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
    return LabelledChat(chat, expect, kind, learned=each.side is not Side.TEST)


def _of_chat(place: int, watched: Watched) -> Iterator[AccountEvidence]:
    ledger = kept_evidence(watched)
    *_, last = messages(watched.chat)
    count = len(watched.chat.turns)
    accounts: Iterable[str | None] = [account for account in ledger.sightings if account] or [None]
    for account in accounts:
        known = ledger.about(account)
        yield AccountEvidence(
            place=place,
            known=account is not None,
            own=account is None or account == watched.chat.groomer,
            amounts=_amounts(known, last.sent_at, count),
            hasty=_is_hasty(known),
        )


def _amounts(sightings: Iterable[Sighting], now: datetime | None, count: int) -> dict[str, float]:
    """Strength by clue at the end of the chat, as ``belisha.concern.weigh`` counts repeats."""
    by_clue: dict[str, list[float]] = defaultdict(list)
    once: set[str] = set()
    for each in sightings:
        excuses = each.family is Family.INNOCENCE
        share = 1.0 if excuses else fade(each.at, now, count - each.index)
        by_clue[each.clue].append(each.strength * share)
        if excuses or each.family is Family.LIKENESS:
            once.add(each.clue)
    return {
        clue: sum(strength * (0.0 if clue in once else REPEAT) ** rank for rank, strength in enumerate(ranked))
        for clue, ranked in ((clue, sorted(found, reverse=True)) for clue, found in by_clue.items())
    }


def _is_hasty(sightings: Iterable[Sighting]) -> bool:
    raised = [each for each in sightings if each.family is not Family.INNOCENCE]
    latest = max(raised, key=lambda each: each.index, default=None)
    return latest is not None and len(within_minutes(raised, latest)) == len(raised)
