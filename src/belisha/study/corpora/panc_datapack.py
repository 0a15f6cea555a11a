"""PANC, for early detection: one JSON object of segments and whole chats, as its makers' scripts write it.

Written from the published description and not tried on the corpus itself, which has to be put together by whoever may.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from belisha.errors import Unusable
from belisha.study.corpora import Corpus, LabelledConversation, Turn

_PREDATOR = "predator"


class _Item(msgspec.Struct):
    type: str = "message"
    author: str | None = None
    body: str = ""


class _Chat(msgspec.Struct, rename="camel"):
    class_name: str
    content: list[_Item]


class _Pack(msgspec.Struct):
    chats: dict[str, _Chat]


class PancDatapack(Corpus):
    """Reads every ``datapack-PANC*.json``. It names no groomer, and its times have no fixed form, so neither is kept.

    Segments of one chat are named after it, ``<chat>-<number>``: they stay on one side of the split.
    """

    licence = "research use, as PAN 2012 and ChatCoder2, of which it is made"
    cite = "Vogt, Leser, Akbik: Early Detection of Sexual Predators in Chats, ACL 2021"
    file = "datapack-PANC*.json"

    def found(self, folder: Path) -> bool:
        return any(folder.glob(self.file))

    def conversations(self, folder: Path) -> Iterator[LabelledConversation]:
        paths = sorted(folder.glob(self.file))
        if not paths:
            message = f"no {self.file} in {folder}"
            raise FileNotFoundError(message)
        for path in paths:
            try:
                pack = msgspec.json.decode(path.read_bytes(), type=_Pack)
            except (msgspec.MsgspecError, UnicodeDecodeError) as error:
                raise Unusable(f"{path} is not a PANC datapack: {error}") from error
            for name, chat in pack.chats.items():
                turns = tuple(Turn(item.author, item.body) for item in chat.content if item.type == "message")
                label = chat.class_name == _PREDATOR
                yield LabelledConversation(name, _whole(name), self.name, label=label, turns=turns)


def _whole(name: str) -> str:
    """The chat that a segment is of."""
    chat, dash, number = name.rpartition("-")
    return chat if dash and number.isdigit() else name
