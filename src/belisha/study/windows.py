"""Cuts conversations into stretches of many lengths: what the text model learns from and is judged on.

Three lessons of the corpora are in here. Length gives the label away (cases are long), so both sides get the same
spread of lengths. Rows of one author each are woven into a likely chat. Flat strings are cut into pieces as short as
messages, since only pieces can make short stretches; runs across a cut are lost, nothing else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from belisha.study.corpora import LabelledConversation, Turn

Places = npt.NDArray[np.int64]

SHORTEST, LONGEST, WHOLE = 3, 60, 400
_PIECE_WORDS = (
    3,
    14,
)  # words in a piece of a flat string: messages of the corpora have about that many
_FLAT_CHARACTERS = 200  # a single turn longer than this may be a whole conversation
ORDER_GUESSED = ", order guessed"  # ends the source of a case that was woven from one-author rows
_BLOCK = 4  # at most so many lines of one speaker in a row when weaving


class Talk(msgspec.Struct, frozen=True):
    """One conversation as places in the list of all messages, with who wrote each."""

    case: str
    source: str
    label: bool
    places: Places  # shape (messages,)
    by_groomer: npt.NDArray[np.bool_]  # shape (messages,); meaningless where there is no groomer


class Material(msgspec.Struct, frozen=True):
    """All messages of some conversations, each once, and the conversations made of them."""

    texts: list[str]
    talks: list[Talk]


class Window(msgspec.Struct, frozen=True):
    """A stretch of one talk."""

    talk: int
    places: Places
    weight: float


def gather(conversations: Iterable[LabelledConversation], seed: int, cuts: int = 1) -> Material:
    """Messages and talks; one-author rows woven by case, single lines bundled, flat strings cut (`cuts` times)."""
    chance = np.random.default_rng(seed)
    known: dict[str, int] = {}
    talks: list[Talk] = []
    for conversation in _repeated(woven(conversations, chance), cuts):
        turns = [piece for turn in conversation.turns for piece in pieces(turn, chance)]
        places = np.array([known.setdefault(turn.text, len(known)) for turn in turns], dtype=np.int64)
        mine = np.array(
            [turn.speaker is not None and turn.speaker == conversation.groomer for turn in turns],
            dtype=np.bool_,
        )
        if len(places):
            talks.append(
                Talk(
                    conversation.case,
                    conversation.source,
                    conversation.label,
                    places,
                    mine,
                )
            )
    return Material(list(known), bundled(talks, chance))


def _repeated(conversations: Iterable[LabelledConversation], cuts: int) -> Iterator[LabelledConversation]:
    for conversation in conversations:
        for _ in range(cuts if len(conversation.turns) == 1 and is_flat(conversation.turns[0]) else 1):
            yield conversation


def is_flat(turn: Turn) -> bool:
    """Whether a turn is so long that it may be a whole conversation without line breaks."""
    return len(turn.text) >= _FLAT_CHARACTERS


def woven(conversations: Iterable[LabelledConversation], chance: np.random.Generator) -> list[LabelledConversation]:
    """Groomers' one-author rows joined with the other author of their case; all else as it is."""
    result: list[LabelledConversation] = []
    by_case: dict[str, list[LabelledConversation]] = defaultdict(list)
    for conversation in conversations:
        one_author = len({turn.speaker for turn in conversation.turns}) == 1
        if conversation.label and one_author:
            by_case[conversation.case].append(conversation)
        else:
            result.append(conversation)
    for rows in by_case.values():
        speakers: dict[str | None, list[Turn]] = defaultdict(list)
        for row in rows:
            speakers[row.turns[0].speaker].extend(row.turns)
        turns = _alternate(list(speakers.values()), chance)
        source = rows[0].source + (ORDER_GUESSED if len(speakers) > 1 else "")
        result.append(msgspec.structs.replace(rows[0], source=source, turns=tuple(turns)))
    return result


def _alternate(queues: Sequence[Sequence[Turn]], chance: np.random.Generator) -> list[Turn]:
    """Blocks of each speaker in turn, so that all come to their end together."""
    turns: list[Turn] = []
    used = [0] * len(queues)
    while any(place < len(queue) for place, queue in zip(used, queues, strict=True)):
        behind = min(range(len(queues)), key=lambda k: used[k] / len(queues[k]))
        size = int(chance.integers(1, _BLOCK + 1))
        turns += queues[behind][used[behind] : used[behind] + size]
        used[behind] += size
    return turns


def pieces(turn: Turn, chance: np.random.Generator) -> Iterable[Turn]:
    """The turn, or its pieces when it is long enough to be a whole conversation."""
    if not is_flat(turn):
        return [turn]
    words = turn.text.split()
    cuts: list[Turn] = []
    place = 0
    while place < len(words):
        size = int(chance.integers(*_PIECE_WORDS))
        cuts.append(Turn(turn.speaker, " ".join(words[place : place + size])))
        place += size
    return cuts


def bundled(talks: list[Talk], chance: np.random.Generator) -> list[Talk]:
    """Talks too short to make a window are joined with others of their source, up to the greatest window."""
    result = [talk for talk in talks if talk.label or len(talk.places) >= 2 * SHORTEST]
    short: dict[str, list[Talk]] = defaultdict(list)
    for talk in talks:
        if not talk.label and len(talk.places) < 2 * SHORTEST:
            short[talk.source].append(talk)
    for source, members in short.items():
        order = chance.permutation(len(members))
        for group in np.array_split(order, max(1, len(order) // LONGEST)):
            places = np.concatenate([members[k].places for k in group])
            result.append(
                Talk(
                    f"{source} bundle",
                    source,
                    label=False,
                    places=places,
                    by_groomer=np.zeros(len(places), np.bool_),
                )
            )
    return result


def windows(talks: Sequence[Talk], shares: dict[str, float], count: int, seed: int) -> list[Window]:
    """`count` stretches times the share of each source; a source weighs as its share says, whatever its size."""
    chance = np.random.default_rng(seed)
    by_source: dict[str, list[int]] = defaultdict(list)
    for number, talk in enumerate(talks):
        by_source[talk.source].append(number)
    result: list[Window] = []
    for source, members in sorted(by_source.items()):
        share = share_of(source, shares)
        drawn = max(1, round(count * share))
        result += [
            Window(number, stretch(talks[number], chance), share / drawn)
            for number in chance.choice(members, size=drawn, p=_by_length(talks, members))
        ]
    return result


def _by_length(talks: Sequence[Talk], members: Sequence[int]) -> npt.NDArray[np.float64]:
    """Long talks are drawn more often, but far from in proportion, so that no case rules."""
    lengths = np.sqrt([len(talks[k].places) for k in members])
    return np.asarray(lengths / lengths.sum(), dtype=np.float64)


def share_of(source: str, shares: dict[str, float]) -> float:
    """The share of the longest name in `shares` that the source begins with; the share of ``""`` where none fits."""
    return shares[max((name for name in shares if source.startswith(name)), key=len)]


def stretch(talk: Talk, chance: np.random.Generator) -> Places:
    """One stretch: usually somewhere, sometimes the opening, sometimes long, sometimes one speaker alone."""
    places = talk.places
    if talk.label and chance.random() < 0.25:  # noqa: PLR2004 - one speaker alone, as one-sided exports have it
        side = talk.by_groomer if chance.random() < 0.6 else ~talk.by_groomer  # noqa: PLR2004 - mostly the adult
        places = places[side] if side.sum() >= SHORTEST else places
    top = WHOLE if chance.random() < 0.15 else LONGEST  # noqa: PLR2004 - some are long
    size = int(np.exp(chance.uniform(np.log(SHORTEST), np.log(top + 1))))
    is_opening = chance.random() < 0.2  # noqa: PLR2004 - openings have to be known too
    start = 0 if is_opening else int(chance.integers(0, max(1, len(places) - size + 1)))
    return places[start : start + size]


def solo_windows(talks: Sequence[Talk], count: int, seed: int) -> tuple[list[Window], npt.NDArray[np.bool_]]:
    """Stretches of one speaker of a case, and whether that speaker is the groomer: half of them are."""
    chance = np.random.default_rng(seed)
    cases = [
        k
        for k, talk in enumerate(talks)
        if talk.label and min(talk.by_groomer.sum(), (~talk.by_groomer).sum()) >= SHORTEST
    ]
    result: list[Window] = []
    groomers: list[bool] = []
    for number in chance.choice(cases, size=count // 2, p=_by_length(talks, cases)):
        talk = talks[number]
        for groomer in (True, False):
            places = talk.places[talk.by_groomer == groomer]
            size = int(np.exp(chance.uniform(np.log(SHORTEST), np.log(LONGEST + 1))))
            start = int(chance.integers(0, max(1, len(places) - size + 1)))
            result.append(Window(int(number), places[start : start + size], 1.0 / count))
            groomers.append(groomer)
    return result, np.array(groomers, dtype=np.bool_)
