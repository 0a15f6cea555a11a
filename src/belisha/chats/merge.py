"""One ordered stream for each conversation from many readers; duplicates are marked, none is dropped."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from belisha.chats.reading import Read
from belisha.model import AccountFacts, ConversationFacts, Message

Key = tuple[str, str]
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Merged(NamedTuple):
    """Everything that was read, ready to be watched.

    Attributes:
        conversations: messages in order, by app and conversation.
        facts: about accounts and conversations.
    """

    conversations: dict[Key, list[Message]]
    facts: list[AccountFacts | ConversationFacts]


def merge(found: Iterable[Read]) -> Merged:
    """Puts the messages of all files in order.

    Messages are ordered by time; one without a time stays behind the message that stood before it in its file. The same
    message found in several files is kept once, with the further places in ``copies``.
    """
    conversations: dict[Key, list[tuple[datetime, Message]]] = defaultdict(list)
    facts: list[AccountFacts | ConversationFacts] = []
    for one in found:
        before: dict[Key, datetime] = {}
        for fact in one.facts:
            if not isinstance(fact, Message):
                facts.append(fact)
                continue
            key = fact.app, fact.conversation
            moment = fact.sent_at or before.get(key, _LONG_AGO)
            before[key] = moment
            conversations[key].append((moment, fact))
    return Merged({key: _in_order(placed) for key, placed in conversations.items()}, facts)


def _in_order(placed: list[tuple[datetime, Message]]) -> list[Message]:
    placed.sort(key=lambda pair: pair[0])
    return _with_own_ids(_without_copies([message for _, message in placed]))


def _without_copies(messages: list[Message]) -> list[Message]:
    """Each message once; what other files hold of it becomes ``copies``."""
    if len({message.provenance.path for message in messages}) == 1:
        return messages
    first: dict[tuple[object, ...], int] = {}
    times: Counter[tuple[object, ...]] = Counter()
    kept: list[Message] = []
    for message in messages:
        place = message.provenance
        same: tuple[object, ...] = (message.sender, message.text, message.sent_at, message.kind, message.attachments)
        if message.sent_at is None:
            same = (place.exhibit, place.place)
        # Somebody may write "ok" twice in a second: the second one in one file answers the second one in another.
        times[place.path, same] += 1
        key = (same, times[place.path, same])
        if key not in first:
            first[key] = len(kept)
            kept.append(message)
        else:
            original = kept[first[key]]
            kept[first[key]] = msgspec.structs.replace(original, copies=(*original.copies, place))
    return kept


def _with_own_ids(messages: list[Message]) -> list[Message]:
    """Ids made of places repeat when a conversation comes from several files: the later ones get a number."""
    times: Counter[str] = Counter()
    for index, message in enumerate(messages):
        times[message.id] += 1
        if times[message.id] > 1:
            messages[index] = msgspec.structs.replace(message, id=f"{message.id} ({times[message.id]})")
    return messages
