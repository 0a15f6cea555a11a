"""What a child is told in the chat itself, and what the child answers.

Facts like those of ``model``: frozen, and the only nouns in which a live server and the watch speak of a warning.
"""

import enum
import re
import unicodedata
from datetime import datetime

import msgspec

from belisha.model import Light


class Answer(enum.StrEnum):
    """What a child can say to a notice."""

    FINE = "fine"
    """I'm fine."""
    KNOWN = "known"
    """This is someone I know."""
    HELP = "help"
    """Help me."""


class Choice(msgspec.Struct, frozen=True):
    """One answer that a notice offers.

    Attributes:
        answer: what it means.
        words: what the child reads, in the notice's language.
        key: what the child can type instead of choosing it: ``1``, ``2``, ``3``.
    """

    answer: Answer
    words: str
    key: str


class Notice(msgspec.Struct, frozen=True):
    """A private warning to one child about one conversation; nobody else may ever see it.

    Attributes:
        id: unique in this service; an answer names it.
        app: the app or network, as in ``Message.app``.
        account: the child who is told.
        conversation: the conversation that it is about.
        light: amber or red.
        language: code of the language that it is written in.
        noticed: one short sentence: what was noticed.
        action: the one clear thing to do.
        help: the trusted person or helpline to turn to.
        comfort: that this is not the child's fault.
        choices: the answers that the child may give.
    """

    id: str
    app: str
    account: str
    conversation: str
    light: Light
    language: str
    noticed: str
    action: str
    help: str
    comfort: str
    choices: tuple[Choice, ...] = ()

    @property
    def text(self) -> str:
        """The whole notice as plain text, one thing a line."""
        choices = "\n".join(f"{choice.key}  {choice.words}" for choice in self.choices)
        return "\n\n".join(part for part in (self.noticed, self.action, self.help, self.comfort, choices) if part)


class ChildAnswer(msgspec.Struct, frozen=True):
    """What a child answered to a notice.

    Attributes:
        app: as in ``Notice.app``.
        account: the child who answered.
        answer: what it means.
        notice: ``Notice.id`` where the server can tell, or empty: the last notice to this child is meant.
        at: when, or None.
    """

    app: str
    account: str
    answer: Answer
    notice: str = ""
    at: datetime | None = None


def answer_of(text: str, choices: tuple[Choice, ...]) -> Answer | None:
    """The answer that typed words mean: a choice's key or its words, however a child types them; or None."""
    typed = _plain(text)
    for choice in choices:
        if typed and typed in {_plain(choice.key), _plain(choice.words), choice.answer.value}:
            return choice.answer
    return None


def _plain(text: str) -> str:
    """Without case, accents and punctuation: few type these on a telephone."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("ł", "l"))
    return " ".join(re.sub(r"[^\w\s]", "", letters).split())
