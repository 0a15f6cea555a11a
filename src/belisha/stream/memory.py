"""Keeps what is remembered of conversations and accounts, and lets messages into it in bounded room."""

import zlib

import msgspec

from belisha.model import AccountFacts, ConversationFacts, Message, Relation, Tie
from belisha.scene import (
    REMEMBERED_LINES,
    REMEMBERED_MESSAGES,
    YOUNG,
    Account,
    Contact,
    Conversation,
    Said,
    Tally,
)
from belisha.stream.ledger import Ledger

_MOST_AGES = 12
MOST_MEMBERS = 64
"""Members up to which further accounts that are only addressed are noted."""
_MOST_TIES = 1_000
"""Accounts up to which those who blocked or refused somebody are noted."""
_LONG_LINE = 5
"""Words from which a line is worth recognising again: shorter ones are everybody's."""


class Memory(msgspec.Struct):
    """All conversations and accounts of one watch, by ``app/id``; can be written to bytes and read back."""

    conversations: dict[str, Conversation] = {}
    accounts: dict[str, Account] = {}
    facts: dict[str, AccountFacts] = {}
    ledgers: dict[str, Ledger] = {}

    def conversation(self, app: str, conversation: str) -> Conversation:
        """The memory of a conversation, begun when it is new."""
        key = f"{app}/{conversation}"
        found = self.conversations.get(key)
        if found is None:
            found = self.conversations[key] = Conversation(app, conversation)
        return found

    def ledger(self, app: str, conversation: str) -> Ledger:
        """The evidence kept of a conversation."""
        key = f"{app}/{conversation}"
        found = self.ledgers.get(key)
        if found is None:
            found = self.ledgers[key] = Ledger()
        return found

    def account(self, app: str, account: str) -> Account:
        """The memory of an account, begun when it is new."""
        found = self.accounts.setdefault(f"{app}/{account}", Account(app, account))
        found.facts = self.facts_of(app, account)
        return found

    def facts_of(self, app: str, account: str) -> AccountFacts | None:
        """What is known of an account in this app, or in any app."""
        return self.facts.get(f"{app}/{account}") or self.facts.get(f"/{account}")

    def know(self, fact: AccountFacts | ConversationFacts | Relation) -> None:
        """Takes in a fact about an account or a conversation; later facts complete earlier ones."""
        if isinstance(fact, Relation):
            self._relate(fact)
            return
        if isinstance(fact, ConversationFacts):
            self._know_conversation(fact)
            return
        key = f"{fact.app}/{fact.account}"
        before = self.facts.get(key)
        if before is not None:
            fact = AccountFacts(
                account=fact.account,
                app=fact.app,
                title=fact.title or before.title,
                age=before.age if fact.age is None else fact.age,
                known_by=tuple(dict.fromkeys((*before.known_by, *fact.known_by))),
                role=fact.role or before.role,
            )
        self.facts[key] = fact

    def _know_conversation(self, fact: ConversationFacts) -> None:
        conversation = self.conversation(fact.app, fact.conversation)
        before = conversation.facts
        if before is not None:  # live servers tell title, members and kind one after the other
            fact = ConversationFacts(
                conversation=fact.conversation,
                app=fact.app,
                title=fact.title or before.title,
                members=tuple(dict.fromkeys((*before.members, *fact.members))),
                group=before.group if fact.group is None else fact.group,
            )
        conversation.facts = fact
        conversation.meet(fact.members)

    def _relate(self, fact: Relation) -> None:
        if fact.tie is Tie.KNOWS:
            self.know(AccountFacts(account=fact.other, app=fact.app, known_by=(fact.account,)))
            return
        ties = self.account(fact.app, fact.other).ties.setdefault(fact.tie, [])
        if fact.account not in ties and len(ties) < _MOST_TIES:
            ties.append(fact.account)

    def dump(self) -> bytes:
        """Everything as bytes."""
        return msgspec.msgpack.encode(self)

    @classmethod
    def load(cls, content: bytes) -> "Memory":
        """What ``dump`` wrote."""
        return msgspec.msgpack.decode(content, type=cls)


def remember(conversation: Conversation, message: Message, said: Said) -> None:
    """Lets a message into the memory of its conversation."""
    conversation.count += 1
    conversation.recent.append(said)
    # Trimmed in steps, so that a long conversation does not move the list at every message.
    if len(conversation.recent) >= 2 * REMEMBERED_MESSAGES:
        del conversation.recent[:-REMEMBERED_MESSAGES]
    for name in (*said.clues, *said.marks):
        conversation.latest[name] = said.index
    if said.at is not None:
        conversation.first = said.at if conversation.first is None else min(conversation.first, said.at)
        conversation.last = said.at if conversation.last is None else max(conversation.last, said.at)
    if said.sender is not None and said.sender not in conversation.tallies:
        conversation.meet((said.sender,))
    if message.recipients and len(conversation.members) < MOST_MEMBERS:
        conversation.meet(message.recipients)
    _count(conversation, said)


def _count(conversation: Conversation, said: Said) -> None:
    name = said.sender or ""
    tally = conversation.tallies.get(name)
    if tally is None:
        tally = conversation.tallies[name] = Tally()
    if conversation.speaking != name:
        if conversation.speaking in conversation.tallies:
            conversation.tallies[conversation.speaking].unanswered = 0
        conversation.speaking = name
    tally.messages += 1
    tally.questions += said.question
    tally.words += said.words
    tally.unanswered += 1
    tally.longest_unanswered = max(tally.longest_unanswered, tally.unanswered)
    if said.age is not None and len(tally.ages) < _MOST_AGES:
        tally.ages.append(said.age)
        conversation.youngest = said.age if conversation.youngest is None else min(conversation.youngest, said.age)
    if said.at is not None:
        tally.first = said.at if tally.first is None else min(tally.first, said.at)
        tally.last = said.at if tally.last is None else max(tally.last, said.at)
    if said.words >= _LONG_LINE and len(tally.lines) < REMEMBERED_LINES:
        line = zlib.crc32(" ".join(said.text.split()).encode())
        if line not in tally.lines:
            tally.lines.append(line)


def contact(conversation: Conversation, account: str, *, other_age: int | None, decibans: float) -> Contact:
    """What an account's trail keeps of its part in a conversation, as things stand now.

    Args:
        conversation: the memory of it.
        account: whose trail.
        other_age: the age that is known or stated of the other person, or None.
        decibans: the highest reading about the account there, above the starting point.
    """
    tally = conversation.tallies.get(account, Tally())
    return Contact(
        app=conversation.app,
        conversation=conversation.id,
        other=conversation.other_than(account),
        group=conversation.is_group,
        first=conversation.first,
        last=conversation.last,
        sent=tally.messages,
        received=conversation.count - tally.messages,
        other_is_young=other_age is not None and other_age < YOUNG,
        clues=dict(tally.clues),
        lines=list(tally.lines),
        decibans=decibans,
    )
