"""Learns the text model from the corpora: stretches of whole cases against stretches of ordinary talk, and who is who.

A stretch's log-odds are ``prior + gain * sum / (mass + calm) ** power``, with no other constant: where nothing is read,
nothing is said. The test side is never touched, so `evaluate` stays honest about the weights written here.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from belisha import plugins
from belisha.errors import Unusable
from belisha.study.corpora import Corpus, LabelledConversation, Side
from belisha.study.fitting import CALM, POWER, Examples, Fit, count_table, fit, gain, need_scipy
from belisha.study.windows import Material, gather, share_of, solo_windows, windows
from belisha.study.written_whole import write_whole
from belisha.text_model import Curve, Header, TextModel

Progress = Callable[[str], None]

BITS = 19
CUTS = 3  # flat strings are cut into pieces so many times, each time elsewhere
STRETCHES = 24_000  # of cases; ordinary sources get this many times their share each
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
    likeness_loss: float  # mean weighted log-loss on what was learned from
    role_loss: float
    stretch: Curve
    leads: Curve
    file: str


class Learned(NamedTuple):
    """Weights of likeness and role, their curves, and what they were learned from."""

    likeness: Fit
    role: Fit
    curves: tuple[Curve, Curve]
    material: Material

    def model(self, made_with: dict[str, str]) -> TextModel:
        """The model as it is written, with what its header names."""
        likeness, role = _as_bytes(self.likeness.weights), _as_bytes(self.role.weights)
        header = Header(1, BITS, likeness[1], role[1], *self.curves, made_with)
        return TextModel(header, likeness[0], role[0])


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
    likeness, role, curves, material = learned
    return TrainingReport(
        corpora=names,
        cases=len({talk.case for talk in material.talks if talk.label}),
        messages=len(material.texts),
        stretches=len(_likeness_examples(material, STRETCHES, seed).stretches),
        buckets_used=int(np.count_nonzero(likeness.weights)),
        likeness_loss=likeness.loss,
        role_loss=role.loss,
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
    gains = _gains(conversations, seed)
    tell(f"gain of likeness {gains[0]:.2f}, of role {gains[1]:.2f}")
    material = gather(conversations, seed, CUTS)
    likeness, role = _learn(material, seed)
    tell(f"{len(material.texts)} messages learned: loss of likeness {likeness.loss:.4f}, of role {role.loss:.4f}")
    curves = Curve(PRIOR, gains[0], CALM, POWER), Curve(0.0, gains[1], CALM, POWER)
    return Learned(likeness, role, curves, material)


def _learn(material: Material, seed: int) -> tuple[Fit, Fit]:
    """Likeness from all talks, role from the two speakers of cases."""
    table = count_table(material.texts, BITS)
    role_examples = Examples(*solo_windows(material.talks, STRETCHES, seed))
    return fit(table, _likeness_examples(material, STRETCHES, seed)), fit(table, role_examples)


def _likeness_examples(material: Material, count: int, seed: int) -> Examples:
    stretches = windows(material.talks, SHARES, count, seed)
    return Examples(stretches, np.array([material.talks[stretch.talk].label for stretch in stretches], dtype=np.bool_))


def _gains(conversations: Sequence[LabelledConversation], seed: int) -> tuple[float, float]:
    """The gains of likeness and role at which what was learned from the train side fits the validation side."""
    part, judge = (
        gather([one for one in conversations if one.side is side], seed, CUTS) for side in (Side.TRAIN, Side.VALIDATION)
    )
    likeness, role = _learn(part, seed)
    table, count = count_table(judge.texts, BITS), STRETCHES // 4
    of_role = Examples(*solo_windows(judge.talks, count, seed + 1))
    gains = gain(likeness, table, _likeness_examples(judge, count, seed + 1)), gain(role, table, of_role)
    return round(gains[0], 6), round(gains[1], 6)  # the last digits differ from one processor to another


def _as_bytes(weights: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], float]:
    """Weights as signed bytes and their scale; the few greatest are cut, or they would take the others' precision."""
    used = np.abs(weights[weights != 0])
    scale = float(np.quantile(used, 0.9995)) / 127.0 if len(used) else 1.0
    return np.clip(np.rint(weights / scale), -127, 127).astype(np.int8), scale
