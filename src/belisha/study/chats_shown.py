"""Which held-out chats the whole product is shown, how many, and in which form.

A corpus rarely holds a chat as an app would: flat strings have lost speakers and line breaks, collections of single
lines never were a chat. Each is shown in every form that a real export could have, and each form is reported apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from belisha.study.corpora import LabelledConversation, Side, Turn
from belisha.study.windows import ORDER_GUESSED, is_flat, pieces, woven

MOST_MESSAGES = 10_000  # of one source; more only takes longer
MOST_LEARNED = 10_000  # of one source that the text model has learned from
LONGEST_CASE = 1_000  # messages of a whole chat
LONGEST_WOVEN = 200  # messages of a case whose order had to be guessed
JOINED = 20  # lines of a collection that make one chat

AS_IT_IS = "as it is"
ONE_STRING = "one string"
UNKNOWN = "cut, speakers unknown"
GUESSED = "cut, two guessed speakers"
LINES = f"{JOINED} single lines of one person"
WHOLE = "whole chat"
WOVEN = "order guessed"
ALONE = "one speaker, or unknown"


class Chat(msgspec.Struct, frozen=True):
    """One chat as the product is shown it."""

    id: str
    source: str
    form: str
    label: bool
    turns: tuple[Turn, ...]
    groomer: str | None = None
    learned: bool = False  # the text model has learned from it: never a figure about unseen talk


class Shown(NamedTuple):
    """What is shown, and what there was to choose from.

    Attributes:
        ordinary: ordinary chats; those that the text model learned from are marked.
        cases: whole chats in their true order, then those whose order was guessed.
        available: conversations of each source on the test side, shown or not.
    """

    ordinary: list[Chat]
    cases: list[Chat]
    available: dict[str, int]


def shown(conversations: Sequence[LabelledConversation], seed: int) -> Shown:
    """The chats to show.

    Args:
        conversations: of every side; what is not on the test side is shown only where it is marked as learned from.
        seed: of the choice among too many, and of where flat strings are cut.
    """
    chance = np.random.default_rng(seed)
    unseen = [each for each in conversations if each.side is Side.TEST]
    learned = [each for each in conversations if each.side is not Side.TEST and not each.label]
    ordinary = [
        *_ordinary((each for each in unseen if not each.label), MOST_MESSAGES, chance),
        *_marked(_ordinary(learned, MOST_LEARNED, chance)),
    ]
    available: dict[str, int] = defaultdict(int)
    for each in unseen:
        available[each.source] += 1
    return Shown(ordinary, _cases(unseen, chance), dict(available))


def with_turns(chat: Chat, turns: Iterable[Turn], form: str) -> Chat:
    """The chat in another form."""
    return msgspec.structs.replace(chat, turns=tuple(turns), form=form)


def unnamed(turns: Iterable[Turn]) -> list[Turn]:
    """The same words, and nobody knows whose."""
    return [Turn(None, turn.text, turn.minutes) for turn in turns]


def cut(turns: Iterable[Turn], chance: np.random.Generator) -> list[Turn]:
    """What is left when a chat becomes one string and is cut again: no speakers, no times, other line breaks."""
    text = " ".join(turn.text for turn in turns)
    return [Turn(None, piece.text) for piece in pieces(Turn(None, text), chance)]


def in_turn(turns: Iterable[Turn]) -> list[Turn]:
    """As if two people had written in turn: a guess where speakers are lost."""
    return [Turn("ab"[place % 2], turn.text, turn.minutes) for place, turn in enumerate(turns)]


def _ordinary(conversations: Iterable[LabelledConversation], most: int, chance: np.random.Generator) -> list[Chat]:
    sources: dict[str, list[LabelledConversation]] = defaultdict(list)
    for each in conversations:
        if each.turns:
            sources[each.source].append(each)
    chats: list[Chat] = []
    for _, members in sorted(sources.items()):
        chosen = _some(members, most, chance)
        if all(len(each.turns) == 1 for each in members):
            chats += _flat(chosen, chance) if _are_flat(members) else _joined(chosen)
        else:
            chats += [_chat(each, AS_IT_IS) for each in chosen]
    return chats


def _some(
    members: Sequence[LabelledConversation], most: int, chance: np.random.Generator
) -> list[LabelledConversation]:
    """As many as have `most` messages together (a flat string counts as the messages that it will be cut into)."""
    chosen: list[LabelledConversation] = []
    messages = 0
    for place in chance.permutation(len(members)):
        if messages >= most:
            break
        chosen.append(members[place])
        messages += sum(1 + len(turn.text) // 40 if is_flat(turn) else 1 for turn in members[place].turns)
    return chosen


def _are_flat(members: Sequence[LabelledConversation]) -> bool:
    return sum(is_flat(each.turns[0]) for each in members) > len(members) / 2


def _flat(members: Iterable[LabelledConversation], chance: np.random.Generator) -> list[Chat]:
    chats: list[Chat] = []
    for each in members:
        parts = cut(each.turns, chance)
        chat = _chat(each, ONE_STRING)
        chats += [chat, with_turns(chat, parts, UNKNOWN), with_turns(chat, in_turn(parts), GUESSED)]
    return chats


def _joined(members: Sequence[LabelledConversation]) -> list[Chat]:
    groups = [members[start : start + JOINED] for start in range(0, len(members), JOINED)]
    return [
        with_turns(_chat(group[0], LINES), [Turn("a", each.turns[0].text) for each in group], LINES) for group in groups
    ]


def _marked(chats: Iterable[Chat]) -> list[Chat]:
    return [msgspec.structs.replace(chat, learned=True) for chat in chats]


def _cases(conversations: Iterable[LabelledConversation], chance: np.random.Generator) -> list[Chat]:
    """Whole chats first; of each case only the first messages, and of the long ones not all."""
    cases = woven((each for each in conversations if each.label), chance)
    chats = [_case(each) for each in cases if each.turns]
    return sorted(chats, key=lambda chat: chat.form != WHOLE)


def _case(each: LabelledConversation) -> Chat:
    if each.source.endswith(ORDER_GUESSED):
        return _chat(each, WOVEN, LONGEST_WOVEN)
    is_whole = len({turn.speaker for turn in each.turns}) > 1
    return _chat(each, WHOLE, LONGEST_CASE) if is_whole else _chat(each, ALONE, LONGEST_WOVEN)


def _chat(each: LabelledConversation, form: str, longest: int | None = None) -> Chat:
    return Chat(each.id, each.source.removesuffix(ORDER_GUESSED), form, each.label, each.turns[:longest], each.groomer)
