"""What a live server must remember of the notices that it brought to a child, to understand the child's answer."""

from datetime import datetime
from typing import Any, Self

import msgspec

from belisha.chats.shapes import shaped
from belisha.notices import ChildAnswer, Choice, Notice, answer_of

_MOST_NOTICES = 8
_KEYCAP = str.maketrans("", "", "\ufe0f\u20e3")
"""What makes the emoji of a key out of a digit; people answer with the emoji."""


class BroughtNotice(msgspec.Struct, frozen=True):
    """One notice that stands in the chat.

    Attributes:
        id: ``Notice.id``.
        number: the server's number of the message that brought it.
        choices: the answers that it offered.
    """

    id: str
    number: str
    choices: tuple[Choice, ...] = ()


class ToldChild(msgspec.Struct, frozen=True):
    """One child, and what it was told.

    Attributes:
        account: the child's.
        place: the room in which nobody but the child is told; empty where the server needs none.
        notices: the last ones, oldest first.
    """

    account: str
    place: str = ""
    notices: tuple[BroughtNotice, ...] = ()

    @classmethod
    def recalled(cls, written: str, account: str) -> Self:
        """What was remembered of a child, or a child that was told nothing yet."""
        return msgspec.json.decode(written, type=cls) if written else cls(account)

    @classmethod
    def shown(cls, value: Any, place: str) -> Self:  # noqa: ANN401 - any JSON
        """One that stands in a frame.

        Raises:
            Unreadable: when it is none.
        """
        return shaped(value, cls, place)

    @property
    def written(self) -> str:
        """The same, to be remembered."""
        return msgspec.json.encode(self).decode()

    def after(self, notice: Notice, number: str) -> Self:
        """The same once one more notice stands in the chat; a notice that stands there already is not repeated."""
        others = tuple(each for each in self.notices if each.id != notice.id)
        notices = (*others, BroughtNotice(notice.id, number, notice.choices))
        return msgspec.structs.replace(self, notices=notices[-_MOST_NOTICES:])

    def brought(self, notice: Notice) -> bool:
        """Whether a notice stands in the chat already."""
        return any(each.id == notice.id for each in self.notices)

    def choices(self) -> str:
        """What can be answered to the last notice, one choice a line."""
        return "\n".join(f"{each.key}  {each.words}" for notice in self.notices[-1:] for each in notice.choices)

    def answer(self, words: str, app: str, refers_to: str | None, at: datetime | None) -> ChildAnswer | None:
        """What the child's words mean: an answer to the notice that they refer to, or else to the last one.

        Returns:
            None when they are no answer.
        """
        meant = [each for each in self.notices if each.number == refers_to] or list(self.notices[-1:])
        answer = answer_of(words.translate(_KEYCAP), meant[0].choices) if meant else None
        return None if answer is None else ChildAnswer(app, self.account, answer, meant[0].id, at)
