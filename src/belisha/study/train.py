"""Learns the text model from the corpora: stretches of whole cases against stretches of ordinary talk, and who is who.

A stretch's log-odds are ``prior + gain * sum / (mass + calm) ** power``, with no other constant: where nothing is read,
nothing is said. Letters and meanings learn apart and are joined on talk that neither has met: weights that know the
letters by heart would leave nothing for meanings to explain. The test side is never touched, so `evaluate` stays honest
about the weights written here.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from belisha import plugins
from belisha.errors import Unusable
from belisha.study.corpora import Corpus, LabelledConversation, Side
from belisha.study.fitting import CALM, POWER, Examples, Fit, count_table, fit, gain, log_odds, masses, need_scipy
from belisha.study.meaning_fitting import MOST_READ, Meanings, fit_meanings, stretches, sums
from belisha.study.windows import Material, gather, share_of, solo_windows, windows
from belisha.study.written_whole import write_whole
from belisha.tactic_model import TacticModel
from belisha.text_model import Curve, Header, Layers, Meaning, TextModel

Progress = Callable[[str], None]

BITS = 19
CUTS = 3  # flat strings are cut into pieces so many times, each time elsewhere
STRETCHES = 24_000  # of cases; ordinary sources get this many times their share each
MEANINGS = 8_000  # the same, for what is learned of meanings
_NEARLY = 1.02  # of the least loss
_SHARES_OF_MEANING = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)  # tried beside letters
PRIOR = float(np.log(0.01 / 0.99))  # 1 in 100 chats of strangers: PAN 2012 has 1 in 40, a whole platform far fewer

# How much each source weighs in learning. Strangers who chat (pan12) and the young (nus_sms, nps) must not alarm.
SHARES = {
    "perverted": 1.0,
    "pan12": 0.50,
    "panc": 0.50,
    "labelled": 0.50,
    "nus_sms": 0.20,
    "nps": 0.14,
    "formspring": 0.08,
    "irc": 0.07,
    "samsum": 0.10,
    "convai2": 0.05,
    "twitter": 0.05,
    "self_dialogue": 0.04,
    "meld": 0.04,
    "flirt": 0.04,
    "": 0.03,
}
# Some large sources say the same over and over: this part of their conversations is read.
READ = {"irc_ubuntu": 0.25, "self_dialogue": 0.3, "convai2_humanbot": 0.6, "": 1.0}


class TrainingReport(msgspec.Struct, frozen=True):
    """What was learned from what; counts and settings only."""

    corpora: tuple[str, ...]
    cases: int
    messages: int
    stretches: int
    buckets_used: int
    likeness_loss: float  # by letters: mean weighted log-loss on what was learned from
    meaning_loss: float
    role_loss: float
    stretch: Curve
    leads: Curve
    file: str


class _Fits(NamedTuple):
    """Likeness by letters, role, and likeness by meaning with its loss."""

    likeness: Fit
    role: Fit
    layers: Layers
    meaning_loss: float


class Learned(NamedTuple):
    """Weights, their curves, how much meanings count beside letters, and what they were learned from."""

    fits: _Fits
    curves: tuple[Curve, Curve]
    share: float
    material: Material

    def model(self, made_with: dict[str, str]) -> TextModel:
        """The model as it is written, with what its header names."""
        likeness, role = _as_bytes(self.fits.likeness.weights), _as_bytes(self.fits.role.weights)
        layers = self.fits.layers._replace(last=self.fits.layers.last * np.float32(self.share))
        meaning = Meaning(known_meanings().tactics.mark, *layers.first.shape)
        header = Header(1, BITS, likeness[1], role[1], *self.curves, made_with, meaning)
        return TextModel(header, likeness[0], role[0], layers)


def train(corpora_folder: Path, out: Path, seed: int = 0, progress: Progress | None = None) -> TrainingReport:
    """Learn from the train and validation sides of every corpus in the folder and write the weights file.

    The gain of both curves is set by weights learned from the train side alone, on the validation side: the weights
    written would look too sure on what they were learned from.

    Args:
        corpora_folder: where the corpora lie; those that are missing are left out.
        out: the weights file to write.
        seed: of every random choice; the same seed gives the same file on the same machine.
        progress: told one line for each step.

    Raises:
        Unusable: without scipy (the extra ``study``), or when the folder has no case or no ordinary talk.
    """
    tell = progress or (lambda _: None)
    need_scipy()
    names, conversations = read(corpora_folder, {Side.TRAIN, Side.VALIDATION}, seed)
    tell(f"{len(conversations)} conversations of {', '.join(names)}")
    learned = learn(conversations, seed, tell)
    made_with = {"seed": str(seed), "corpora": " ".join(names), "sides": "train and validation"}
    write_whole(out, learned.model(made_with).save)
    fits, curves, _, material = learned
    return TrainingReport(
        corpora=names,
        cases=len({talk.case for talk in material.talks if talk.label}),
        messages=len(material.texts),
        stretches=len(_likeness_examples(material, STRETCHES, seed).stretches),
        buckets_used=int(np.count_nonzero(fits.likeness.weights)),
        likeness_loss=fits.likeness.loss,
        meaning_loss=fits.meaning_loss,
        role_loss=fits.role.loss,
        stretch=curves[0],
        leads=curves[1],
        file=str(out),
    )


def read(folder: Path, sides: set[Side], seed: int) -> tuple[tuple[str, ...], list[LabelledConversation]]:
    """The conversations on these sides, and the names of the corpora that have any.

    Raises:
        Unusable: when there is no case or no ordinary talk among them.
    """
    chance = np.random.default_rng(seed)
    corpora = [corpus for corpus in plugins.find("belisha.study.corpora", Corpus) if corpus.found(folder)]
    conversations: list[LabelledConversation] = []
    names: list[str] = []
    for corpus in corpora:
        kept = [
            conversation
            for conversation in corpus.conversations(folder)
            if chance.random() < share_of(conversation.source, READ) and conversation.side in sides
        ]
        conversations += kept
        names += [corpus.name] if kept else []
    if {conversation.label for conversation in conversations} != {False, True}:
        found = ", ".join(corpus.name for corpus in corpora) or "nothing"
        raise Unusable(
            f"{folder} must hold both cases and ordinary chats; found: {found}. "
            "docs/train-your-own.md says what may lie there"
        )
    return tuple(names), conversations


def learn(conversations: Sequence[LabelledConversation], seed: int, tell: Progress = lambda _: None) -> Learned:
    """What the text model learns from these conversations, none of which is on the test side."""
    gains, share = _joined(conversations, seed)
    tell(f"gain of likeness {gains[0]:.2f}, of role {gains[1]:.2f}; share of meanings {share:g}")
    material = gather(conversations, seed, CUTS)
    fits = _learn(material, seed)
    tell(
        f"{len(material.texts)} messages learned: loss of letters {fits.likeness.loss:.4f}, "
        f"of meanings {fits.meaning_loss:.4f}, of role {fits.role.loss:.4f}"
    )
    curves = Curve(PRIOR, gains[0], CALM, POWER), Curve(0.0, gains[1], CALM, POWER)
    return Learned(fits, curves, share, material)


@lru_cache(maxsize=1)
def known_meanings() -> Meanings:
    """What the shipped tactic model takes messages to mean."""
    return Meanings(TacticModel.load())


def _learn(material: Material, seed: int) -> _Fits:
    """Likeness from all talks, role from the two speakers of cases."""
    table = count_table(material.texts, BITS)
    role_examples = Examples(*solo_windows(material.talks, STRETCHES, seed))
    meant = stretches(material.texts, masses(table), _likeness_examples(material, MEANINGS, seed), known_meanings())
    layers, loss = fit_meanings(meant, seed)
    likeness = fit(table, _likeness_examples(material, STRETCHES, seed))
    return _Fits(likeness, fit(table, role_examples), layers, loss)


def _likeness_examples(material: Material, count: int, seed: int) -> Examples:
    drawn = windows(material.talks, SHARES, count, seed)
    return Examples(drawn, np.array([material.talks[stretch.talk].label for stretch in drawn], dtype=np.bool_))


def _joined(conversations: Sequence[LabelledConversation], seed: int) -> tuple[tuple[float, float], float]:
    """What was learned from the train side, fitted to the validation side: gains of both, and the share."""
    part, judge = (
        gather([one for one in conversations if one.side is side], seed, CUTS) for side in (Side.TRAIN, Side.VALIDATION)
    )
    fits = _learn(part, seed)
    table, count = count_table(judge.texts, BITS), STRETCHES // 4
    drawn = _likeness_examples(judge, min(count, MEANINGS // 2), seed + 1)
    examples = drawn._replace(
        stretches=[msgspec.structs.replace(w, places=w.places[:MOST_READ]) for w in drawn.stretches]
    )
    letters = log_odds(fits.likeness, table, examples.stretches)
    meaning = sums(fits.layers, stretches(judge.texts, masses(table), examples, known_meanings()))
    tried = [(*gain(letters + share * meaning, examples), share) for share in _SHARES_OF_MEANING]
    # Of shares that fit nearly alike the greatest: meanings carry further than letters where the talk is new.
    enough = _NEARLY * min(loss for _, loss, _ in tried)
    of_likeness, _, share = next(each for each in reversed(tried) if each[1] <= enough)
    of_role = Examples(*solo_windows(judge.talks, count, seed + 1))
    role, _ = gain(log_odds(fits.role, table, of_role.stretches), of_role)
    return (round(of_likeness, 6), round(role, 6)), share  # the last digits differ from one processor to another


def _as_bytes(weights: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], float]:
    """Weights as signed bytes and their scale; the few greatest are cut, or they would take the others' precision."""
    used = np.abs(weights[weights != 0])
    scale = float(np.quantile(used, 0.9995)) / 127.0 if len(used) else 1.0
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8), scale
