"""Adds up weights of evidence to a reading: log-odds in decibans, with every addend named.

One deciban is a tenth of a factor ten in the odds: +10 makes something ten times as likely (Good 1950). The starting
point is the odds that any chat with a stranger is one of concern; each clue adds what it states or what was learned for
it. Clues go together, so a sum says less than it seems to: what it has meant is learned too, and added as a part.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import exp

from belisha.concern.clocks import CONVERSATION, MANY_CONTACTS, MINUTES, within_minutes
from belisha.concern.fade import fade
from belisha.model import Family, Part, Reading, Sighting
from belisha.weights import Weights

STARTING_POINT = -30.0
"""Decibans: one chat in a thousand."""
UNKNOWN_SPEAKERS = -5.0
"""Decibans where nobody knows who speaks: what two people say lies on one heap there, and reads as one person's."""
REPEAT = 0.5
"""Each further sighting of one clue counts this share of the one before it."""
COMBINATION = 1.0
"""Decibans for each further family of clues: tactics that go together say more than their sum."""
COMBINATION_FROM = 1.5
"""Decibans from which a family counts towards combinations."""
HASTE = 0.5
"""Decibans for each family beyond the first that is seen within minutes."""
ONE_FAMILY_CEILING = -8.0
"""Decibans above which a single family of clues counts less and less, never to reach ``ONE_FAMILY_LIMIT``."""
ONE_FAMILY_LIMIT = -5.0
"""Decibans that a single family of clues stays below: under every audience's amber."""
MOST_EXCUSED = -18.0
"""Decibans that innocent explanations together can take away: they can be feigned."""


def weigh(subject: str, about: str | None, sightings: Iterable[Sighting], now: Sighting, count: int) -> Reading:
    """The reading of one account's conduct in one conversation: the highest of its clocks.

    Args:
        subject: as in ``Reading``.
        about: the account that the evidence is about, or None where speakers are unknown.
        sightings: all that is remembered about it, in any order.
        now: the latest sighting, which gives the moment.
        count: messages of the conversation so far.
    """
    known = list(sightings)
    excuses = [(each, 1.0) for each in known if each.family is Family.INNOCENCE]
    evidence = [each for each in known if each.family is not Family.INNOCENCE]
    faded = [(each, fade(each.at, now.at, count - each.index)) for each in evidence]
    readings = {
        CONVERSATION: _parts(about, [*faded, *excuses], haste=False),
        MINUTES: _parts(about, [*((each, 1.0) for each in within_minutes(evidence, now)), *excuses], haste=True),
    }
    clock = max(readings, key=lambda name: sum(part.decibans for part in readings[name]))
    return reading(subject, about, now, clock, _calibrated(readings[clock]))


def reading(subject: str, about: str | None, now: Sighting, clock: str, parts: tuple[Part, ...]) -> Reading:
    """A reading from its parts."""
    decibans = sum(part.decibans for part in parts)
    return Reading(
        subject=subject,
        about=about,
        at=now.at,
        index=now.index,
        message=now.message,
        decibans=decibans,
        concern=as_concern(decibans),
        clock=clock,
        because=parts,
    )


def as_concern(decibans: float) -> float:
    """Log-odds in decibans as a number between 0 and 1."""
    return float(1.0 / (1.0 + 10.0 ** (-decibans / 10.0)))


def weigh_account(account: str, contacts: Iterable[tuple[str, float]], sightings: Iterable[Sighting]) -> Reading:
    """The reading of one account over all its contacts.

    Args:
        account: which one.
        contacts: for each conversation its id and the decibans above the starting point.
        sightings: what account clues saw.
    """
    parts = [Part("starting point", STARTING_POINT, "odds of one in a thousand before anything was seen")]
    strongest = sorted(contacts, key=lambda contact: (-contact[1], contact[0]))
    for rank, (conversation, decibans) in enumerate(strongest):
        # What a conversation meant is added up as what was summed up there: one account's sum is calibrated once.
        if decibans > 0:
            summed = Weights.load().summed(STARTING_POINT + decibans) - STARTING_POINT
            because = f"what was seen in conversation {conversation}"
            parts.append(Part("conversation", summed * REPEAT**rank, because))
    last = Sighting("", Family.CONTACTS, 0, 0, "", 0, account, account, "")
    for sighting in sightings:
        parts.append(Part(sighting.clue, _weight(sighting), sighting.because, sighting))
        last = sighting
    return reading(f"account:{account}", account, last, MANY_CONTACTS, _calibrated(tuple(parts)))


def _weight(sighting: Sighting) -> float:
    return Weights.load().clues.get(sighting.clue, sighting.decibans) * sighting.strength


def _calibrated(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The addends, and what takes their sum to what such sums meant where the truth is known."""
    total = sum(part.decibans for part in parts)
    change = Weights.load().meant(total) - total
    if not change:
        return parts
    return (*parts, Part("calibration", change, "what such a sum meant in chats whose truth is known"))


def _parts(about: str | None, faded: list[tuple[Sighting, float]], *, haste: bool) -> tuple[Part, ...]:
    """All addends of one clock."""
    parts = [Part("starting point", STARTING_POINT, "odds of one in a thousand before anything was seen")]
    if about is None:
        because = "it cannot be told who said what, so all of it counts less"
        parts.append(Part("speakers unknown", UNKNOWN_SPEAKERS, because))
    weights = [(_weight(each) * share, each) for each, share in faded]
    positive = _repeats([(weight, each) for weight, each in weights if weight > 0])
    parts += positive
    families = _families(positive)
    further = max(0, len(families) - 1)
    if further:
        together = ", ".join(sorted(families))
        bonus = further * (COMBINATION + (HASTE if haste else 0))
        parts.append(Part("combination", bonus, f"seen together{' within minutes' if haste else ''}: {together}"))
    parts += _excuses([(weight, each) for weight, each in weights if weight < 0])
    total = sum(part.decibans for part in parts)
    if not further and total > ONE_FAMILY_CEILING:
        because = "one kind of clue alone is never enough for a light"
        room = ONE_FAMILY_LIMIT - ONE_FAMILY_CEILING
        held = ONE_FAMILY_LIMIT - room * exp(-(total - ONE_FAMILY_CEILING) / room)
        parts.append(Part("one kind alone", held - total, because))
    return tuple(parts)


def _repeats(weights: list[tuple[float, Sighting]]) -> list[Part]:
    """Parts in which each further sighting of a clue counts less; the strongest counts in full."""
    by_clue: dict[str, list[tuple[float, Sighting]]] = defaultdict(list)
    for weight, sighting in weights:
        by_clue[sighting.clue].append((weight, sighting))
    parts = []
    for clue, found in by_clue.items():
        found.sort(key=lambda pair: (-pair[0], pair[1].index))
        # Likeness looks at a whole stretch of talk each time: a second look is no second piece of evidence.
        share = 0.0 if found[0][1].family is Family.LIKENESS else REPEAT
        parts += [Part(clue, weight * share**rank, each.because, each) for rank, (weight, each) in enumerate(found)]
    return [part for part in parts if part.decibans]


def _families(parts: list[Part]) -> set[str]:
    totals: dict[str, float] = defaultdict(float)
    for part in parts:
        if part.sighting is not None:
            totals[part.sighting.family.value] += part.decibans
    return {family for family, total in totals.items() if total >= COMBINATION_FROM}


def _excuses(weights: list[tuple[float, Sighting]]) -> list[Part]:
    """Innocent explanations, each counted once, together no more than ``MOST_EXCUSED``."""
    strongest: dict[str, tuple[float, Sighting]] = {}
    for weight, sighting in weights:
        if sighting.clue not in strongest or weight < strongest[sighting.clue][0]:
            strongest[sighting.clue] = (weight, sighting)
    total = sum(weight for weight, _ in strongest.values())
    share = min(1.0, MOST_EXCUSED / total) if total else 1.0
    return [Part(clue, weight * share, each.because, each) for clue, (weight, each) in strongest.items()]
