"""One file per labelled corpus; a new file is a new corpus, found without an edit elsewhere.

Subclass `Corpus`. A corpus reads what lies in the folder it is given and yields whole conversations with their label;
it never prints or quotes their text. What may be trained on is decided here, by `LabelledConversation.side`, and
nowhere else.
"""

import enum
import gzip
import hashlib
import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, TypeVar

import msgspec

from belisha.errors import Unusable
from belisha.plugins import name_of

Row = TypeVar("Row")


class Side(enum.StrEnum):
    """What a conversation may be used for. A case, sender or channel day is wholly on one side."""

    TRAIN = "train"
    VALIDATION = "validation"  # to choose settings; the shipped weights are then trained on it too
    TEST = "test"


def side_of(case: str) -> Side:
    """The side of a case: the remainder of its SHA-256 modulo ten; 0-6 train, 7 validation, 8-9 test."""
    digit = int.from_bytes(hashlib.sha256(case.encode()).digest(), "big") % 10
    if digit <= 6:  # noqa: PLR2004 - as the docstring says
        return Side.TRAIN
    return Side.VALIDATION if digit == 7 else Side.TEST  # noqa: PLR2004 - the same


class Turn(msgspec.Struct, frozen=True):
    """One message; `minutes` count from the first message of the conversation, None where no time is known."""

    speaker: str | None
    text: str
    minutes: float | None = None


class LabelledConversation(msgspec.Struct, frozen=True):
    """One conversation and what it is known to be."""

    id: str
    case: str  # the key of the split: people who must not be met on both sides
    source: str
    label: bool  # True: an adult is grooming someone who is, or passes for, a child
    turns: tuple[Turn, ...]
    groomer: str | None = None  # the `Turn.speaker` who grooms; None where there is none, or nobody knows
    held_out: bool = False  # the whole corpus is kept for judging

    @property
    def side(self) -> Side:
        """What it may be used for."""
        return Side.TEST if self.held_out else side_of(self.case)


class Corpus(ABC):
    """One labelled corpus.

    Attributes:
        licence: as its publisher states it.
        cite: whom to name, and what it is.
        file: what it is called in the folder of corpora.
    """

    licence: ClassVar[str]
    cite: ClassVar[str]
    file: ClassVar[str]

    @property
    def name(self) -> str:
        """The corpus' name: that of its file."""
        return name_of(type(self))

    def found(self, folder: Path) -> bool:
        """Whether this corpus lies in the folder."""
        return (folder / self.file).exists()

    @abstractmethod
    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        """All conversations, in the order of the file.

        Raises:
            FileNotFoundError: when the corpus is not in the folder.
        """

    def rows(self, folder: Path, kind: type[Row]) -> Iterator[Row]:
        """The file's lines, each one JSON object of this kind.

        Raises:
            FileNotFoundError: when it is not in the folder.
            Unusable: where the file is damaged; weights learned from half of a corpus would not say so.
        """
        decoder = msgspec.json.Decoder(kind)
        path = folder / self.file
        number = 0
        try:
            with gzip.open(path, "rb") as lines:
                for number, line in enumerate(lines, start=1):  # noqa: B007 - said where it breaks
                    yield decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError, EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise Unusable(f"{path}, at line {max(1, number)}: {error or 'the file is cut off'}") from error
