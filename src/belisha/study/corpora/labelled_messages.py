"""Anyone's own labelled chats: ``messages.jsonl`` as everywhere in Belisha, and beside it ``labels.jsonl``.

Each line of ``labels.jsonl`` labels one conversation (``docs/train-your-own.md``). Whatever is wrong stops the reading:
weights learned from half of what was meant would look like those learned from all of it.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from belisha.chats.reading import read
from belisha.errors import Unusable
from belisha.model import Kind, Message
from belisha.study.corpora import Corpus, LabelledConversation, Turn

_MESSAGES = "messages.jsonl"


class _Label(msgspec.Struct, forbid_unknown_fields=True):
    """A line of ``labels.jsonl``."""

    conversation: str
    label: Literal["grooming", "ordinary"]
    groomer: str | None = None
    case: str | None = None
    source: str = ""


class LabelledMessages(Corpus):
    """Conversations without a label are not read."""

    licence = "whatever those who hold the chats have agreed to"
    cite = "your own"
    file = "labels.jsonl"

    def found(self, folder: Path) -> bool:
        return (folder / self.file).exists() or (folder / _MESSAGES).exists()

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        if not self.found(folder):
            message = f"no {self.file} in {folder}"
            raise FileNotFoundError(message)
        for name in (self.file, _MESSAGES):
            if not (folder / name).exists():
                raise Unusable(f"{folder} has no {name}: own chats need both {_MESSAGES} and {self.file}")
        labels = _labels(folder / self.file)
        messages = _messages(folder / _MESSAGES)
        for label in labels:
            if label.conversation not in messages:
                raise Unusable(f"{folder / self.file}: conversation {label.conversation!r} is not in {_MESSAGES}")
            yield self._conversation(label, messages[label.conversation])

    def _conversation(self, label: _Label, messages: list[Message]) -> LabelledConversation:
        first = min((message.sent_at for message in messages if message.sent_at is not None), default=None)
        turns = tuple(
            Turn(
                message.sender,
                message.text,
                None if first is None or message.sent_at is None else (message.sent_at - first).total_seconds() / 60,
            )
            for message in messages
        )
        if label.groomer is not None and label.groomer not in {turn.speaker for turn in turns}:
            raise Unusable(f"{self.file}: the groomer of {label.conversation!r} wrote no message in it")
        return LabelledConversation(
            id=label.conversation,
            case=label.case or label.conversation,
            source=f"{self.name} {label.source}".rstrip(),
            label=label.label == "grooming",
            turns=turns,
            groomer=label.groomer,
        )


def _labels(path: Path) -> list[_Label]:
    labels: dict[str, _Label] = {}
    decoder = msgspec.json.Decoder(_Label)
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if not line.strip():
            continue
        try:
            label = decoder.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            example = '{"conversation": "c1", "label": "grooming", "groomer": "a"}'
            raise Unusable(f"{path}, line {number}: {error}; a line looks like {example}") from error
        if label.conversation in labels:
            raise Unusable(f"{path}, line {number}: conversation {label.conversation!r} has a label already")
        if label.label == "ordinary" and label.groomer is not None:
            raise Unusable(f"{path}, line {number}: an ordinary conversation has no groomer")
        labels[label.conversation] = label
    return list(labels.values())


def _messages(path: Path) -> dict[str, list[Message]]:
    """The messages of each conversation, in the order of the file."""
    conversations: dict[str, list[Message]] = defaultdict(list)
    for one in read([path]):
        for problem in (each for each in one.problems if each.lost):
            raise Unusable(f"{path}, {problem.place or 'whole file'}: {problem.what}; {problem.advice}".rstrip("; "))
        for fact in one.facts:
            if isinstance(fact, Message) and fact.kind is not Kind.SYSTEM:
                conversations[fact.conversation].append(fact)
    return conversations
