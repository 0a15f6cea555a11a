"""A back-test: what another model would have shown for the conversations that are stored, beside the one in use.

Conversations of which any text is gone are left out. Each is seen from its first message, alone.
"""

from collections.abc import Callable, Iterable, Sequence

import msgspec

from belisha.model import AccountFacts, Light, Message
from belisha.stream.lanes import named_audience
from belisha.stream.memory import Memory
from belisha.stream.models_in_use import Models, models_in_use
from belisha.stream.watch import Watch

Chat = tuple[str, list[Message], list[AccountFacts], bool | None]
"""A conversation: its key, its messages, what is known of its accounts, and what two people agreed on, or None."""


class Shown(msgspec.Struct):
    """Lights of one model: how many amber or red, of all conversations, of confirmed ones and of dismissed ones."""

    lit: int = 0
    red: int = 0
    confirmed: int = 0
    dismissed: int = 0


class BackTest(msgspec.Struct):
    """What came out.

    Attributes:
        conversations: seen.
        confirmed, dismissed: of them, what two people agreed on.
        before, after: lights of the model in use, and of the other.
        gained, lost: keys (hexadecimal) of conversations that only the other model, or only the one in use, lights.
    """

    conversations: int = 0
    confirmed: int = 0
    dismissed: int = 0
    before: Shown = msgspec.field(default_factory=Shown)
    after: Shown = msgspec.field(default_factory=Shown)
    gained: list[str] = []
    lost: list[str] = []


def back_test(chats: Callable[[], Iterable[Chat]], files: Sequence[Models], audience: str = "moderators") -> BackTest:
    """Sees all conversations with both models.

    Args:
        chats: gives them, each time from the beginning.
        files: of the model in use, and of the other.
        audience: whose lights.
    """
    result = BackTest()
    lights: list[dict[str, Light]] = []
    for number, (models, shown) in enumerate(zip(files, (result.before, result.after), strict=True)):
        with models_in_use(models.text, models.weights):
            watch = Watch([named_audience(audience)])
            found: dict[str, Light] = {}
            for key, messages, facts, agreed in chats():
                light = found[key] = _light(watch, messages, facts)
                shown.lit += light > Light.GREEN
                shown.red += light is Light.RED
                shown.confirmed += light > Light.GREEN and agreed is True
                shown.dismissed += light > Light.GREEN and agreed is False
                if not number:
                    result.conversations += 1
                    result.confirmed += agreed is True
                    result.dismissed += agreed is False
            lights.append(found)
    before, after = lights
    result.gained = [key for key, light in after.items() if light > Light.GREEN and not before.get(key)]
    result.lost = [key for key, light in before.items() if light > Light.GREEN and not after.get(key)]
    return result


def _light(watch: Watch, messages: Sequence[Message], facts: Iterable[AccountFacts]) -> Light:
    watch.memory = Memory()
    for fact in facts:
        watch.know(fact)
    return max((change.after for each in watch.see_many(messages) for change in each.changes), default=Light.GREEN)
