"""Teaches the tactic model: from invented, labelled text, unlabelled lines of the corpora and a sentence encoder.

The labelled text is what ``training/`` holds, and the examples of the clues themselves.
Scenes of every fifth file are never learned from, nor is a part of the ordinary lines: they set the thresholds and show
how well it reads. The corpora's test side is never touched.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from belisha.study.clue_examples import clue_examples
from belisha.study.corpora import Side
from belisha.study.invented import InventedMessage, held_out, invented_messages, invented_scenes
from belisha.study.lessons import Lessons, of_invented, of_talk, tactics_of
from belisha.study.sentence_encoder import NAME, SentenceEncoder, need_teacher
from belisha.study.tactic_network import WIDTH, Pieces, begun, finished
from belisha.study.tactic_teaching import PRETRAINING_ROUNDS, Pupil, Sentences, Taught, Tell, pretrain, teach_tactics
from belisha.study.tactic_thresholds import TacticFigures, figures
from belisha.study.talk_lines import TalkLine, talk_lines
from belisha.study.train import read
from belisha.study.written_whole import write_whole

ROUNDS = 24
"""Times that all labelled messages are gone through."""
JUDGED = 0.15
"""Share of the ordinary lines that is kept from learning."""
ENCODED, ENCODED_SHORT, SHORT_WORDS = 30_000, 4_000, 4
"""Lines of the corpora that the encoder reads: most of at least ``SHORT_WORDS`` words, some shorter ones."""
_SPREAD = 0.3  # standard deviation of the piece vectors at the beginning
_TOLD_EVERY = 6_400


class Teaching(msgspec.Struct, frozen=True):
    """What was taught, and how well it is read.

    Attributes:
        invented: labelled messages learned from.
        kept: messages of the scenes that were kept for judging.
        lines: lines of the corpora learned from.
        judged: ordinary lines that set the thresholds.
        tactics: figures of each tactic.
        file: where the model was written.
    """

    invented: int
    kept: int
    lines: int
    judged: int
    tactics: tuple[TacticFigures, ...]
    file: str


class Course(NamedTuple):
    """How long everything is gone through, and where chance begins."""

    seed: int = 0
    rounds: int = ROUNDS
    pretraining: int = PRETRAINING_ROUNDS


class Split(NamedTuple):
    """What is learned from, and what is kept to judge by."""

    invented: list[InventedMessage]
    kept: list[InventedMessage]
    talk: list[TalkLine]
    judged: list[TalkLine]


def teach(text: Path, corpora: Path, out: Path, course: Course, tell: Tell = lambda _line: None) -> Teaching:
    """Teaches the model and writes it.

    Args:
        text: the folder with the invented text.
        corpora: the folder with the corpora.
        out: the file to write.
        course: rounds, and the seed: the same gives the same file on the same machine.
        tell: told one line for each step.

    Raises:
        Unusable: without torch and the encoder (the extra ``teach``), or when a folder holds nothing to learn from.
    """
    need_teacher()
    messages = invented_messages(text)
    tactics = tactics_of(messages)
    messages += clue_examples(tactics)
    names, conversations = read(corpora, {Side.TRAIN, Side.VALIDATION}, course.seed)
    split = divided(messages, kept_files(text), talk_lines(conversations, course.seed))
    tell(f"{len(split.invented)} labelled messages of {len(tactics)} tactics, {len(split.talk)} lines of the corpora")
    invented, talk = of_invented(split.invented, tactics), of_talk(split.talk, tactics)
    pupil, taught = _begin(invented, talk, course, tell)
    pretrain(pupil, taught.sentences, course.pretraining, tell)
    teach_tactics(pupil, taught, course.rounds, tell)
    made_with = {
        "seed": str(course.seed),
        "rounds": f"{course.pretraining} and {course.rounds}",
        "messages": str(len(split.invented)),
        "lines": f"{len(split.talk)} of {' '.join(names)}",
        "encoder": NAME,
    }
    blind = finished(pupil.network, pupil.pieces, tactics, [1.0] * len(tactics), made_with)
    found = figures(blind, of_invented(split.kept, tactics), split.judged)
    seen_from = [each.seen_from for each in found]
    write_whole(out, finished(pupil.network, pupil.pieces, tactics, seen_from, made_with).save)
    counts = [len(column) for column in split]
    return Teaching(counts[0], counts[1], counts[2], counts[3], found, str(out))


def kept_files(text: Path) -> frozenset[str]:
    """The files of scenes that are kept from learning; ``belisha weigh`` trusts the scenes in them most."""
    return held_out(scene.group for scene in invented_scenes(text))


def divided(messages: Sequence[InventedMessage], kept: frozenset[str], lines: Sequence[TalkLine]) -> Split:
    """Scenes of the kept files apart from all else; of the lines the last ordinary ones apart."""
    ordinary = [place for place, line in enumerate(lines) if line.ordinary]
    apart = set(ordinary[len(ordinary) - round(JUDGED * len(ordinary)) :])
    return Split(
        invented=[each for each in messages if not (each.complete and each.group in kept)],
        kept=[each for each in messages if each.complete and each.group in kept],
        talk=[line for place, line in enumerate(lines) if place not in apart],
        judged=[lines[place] for place in sorted(apart)],
    )


def _begin(invented: Lessons, talk: Lessons, course: Course, tell: Tell) -> tuple[Pupil, Taught]:
    """A pupil that knows its word pieces, and what the encoder has to say."""
    encoder = SentenceEncoder()
    pieces = encoder.pieces()
    vectors = encoder.piece_vectors(pieces, WIDTH, _SPREAD)
    tell(f"{len(pieces)} word pieces begin with the encoder's meaning")
    chance = np.random.default_rng(course.seed)
    some = talk.some(_encoded(talk.texts, chance))
    written, texts = some.written + invented.written, some.texts + invented.texts
    last = 0

    def told(done: int) -> None:
        nonlocal last
        if done - last >= _TOLD_EVERY or done == len(written):
            last = done
            tell(f"the encoder has read {done} of {len(written)} messages")

    sentences = Sentences(texts, encoder.encode(written, told))
    network = begun(vectors, invented.wanted.shape[1], course.seed)
    return Pupil(network, Pieces(pieces), chance), Taught(invented, talk, sentences)


def _encoded(texts: Sequence[str], chance: np.random.Generator) -> list[int]:
    """Places of the lines that the encoder reads."""
    places = chance.permutation(len(texts)).tolist()
    is_long = [len(text.split()) >= SHORT_WORDS for text in texts]
    long = [place for place in places if is_long[place]]
    short = [place for place in places if not is_long[place]]
    return sorted(long[:ENCODED] + short[:ENCODED_SHORT])
