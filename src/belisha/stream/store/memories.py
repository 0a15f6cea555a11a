"""What a watch remembers, between memory and database: conversations, accounts and their contacts, of one platform."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, update

from belisha.model import AccountFacts, Light, Tie
from belisha.scene import Contact, Conversation
from belisha.stream.crowds import thin_out_contacts, thin_out_writers
from belisha.stream.ledger import Ledger
from belisha.stream.memory import Memory
from belisha.stream.nameless import GONE
from belisha.stream.store.database import key_of
from belisha.stream.store.rows import rows_with, upsert
from belisha.stream.store.tables import accounts, contacts, conversations
from belisha.stream.store.vault import Vault

Place = tuple[str, str]
"""App and id."""
_MESSAGES_EACH = 10
"""Remembered messages that are held for each conversation that may be held: about 1.3 kilobytes each. A conversation
remembers up to 160, so without this the cache would grow for days, to gigabytes."""


class Remembered(msgspec.Struct, array_like=True):
    """A conversation as one thing to be written: what is remembered of it, and the evidence."""

    conversation: Conversation
    ledger: Ledger


_write: Callable[[Any], bytes] = msgspec.msgpack.Encoder().encode
_read_remembered = msgspec.msgpack.Decoder(Remembered).decode
_read_contact = msgspec.msgpack.Decoder(Contact).decode
_read_facts = msgspec.msgpack.Decoder(AccountFacts).decode
_read_ties = msgspec.msgpack.Decoder(dict[Tie, list[str]]).decode
_read_shown = msgspec.msgpack.Decoder(dict[str, Light]).decode


class Memories:
    """The memory of one platform's watch, of which as much is held as is in use.

    Args:
        platform: whose.
        vault: seals what holds text.
        most: conversations that are held between messages; fewer of long ones, so that ten messages each are held.
        keeps_text: False when no text may be written: memories then lose the words they look back on at a restart.

    Attributes:
        memory: what the watch works on.
        vault: as given.
    """

    def __init__(self, platform: str, vault: Vault, most: int, *, keeps_text: bool = True) -> None:
        self.platform = platform
        self.memory = Memory()
        self.vault = vault
        self._most = most
        self._keeps_text = keeps_text
        self._accounts: set[str] = set()
        self._with_contacts: set[str] = set()
        self._lengths: dict[str, int] = {}
        self._messages = 0
        self._renamed: dict[Place, bytes] = {}

    def conversation_key(self, app: str, conversation: str) -> bytes:
        """The key of one of this platform's conversations."""
        renamed = self._renamed.get((app, conversation)) if self._renamed else None
        return renamed or key_of("conversation", self.platform, app, conversation)

    def account_key(self, app: str, account: str) -> bytes:
        """The key of one of this platform's accounts."""
        return key_of("account", self.platform, app, account)

    def load_conversations(self, connection: Connection, places: Iterable[Place]) -> None:
        """Brings conversations into memory; those that are new begin empty when the watch first sees them."""
        wanted = [place for place in dict.fromkeys(places) if "/".join(place) not in self.memory.conversations]
        by_key = {self.conversation_key(*place): place for place in wanted}
        for renamed, key in list(self._renamed.items()):
            if key in by_key:  # its own id is known again
                held = Remembered(self.memory.conversation(*renamed), self.memory.ledger(*renamed))
                self._forget_renamed(renamed)
                self._hold(by_key.pop(key), held)
        for key, sealed in rows_with(connection, conversations, ("key", "sealed"), "key", list(by_key)):
            self._hold(by_key[bytes(key)], _read_remembered(self.vault.open(sealed, key)))

    def load_row(self, connection: Connection, key: bytes, place: Place) -> Place:
        """Brings a stored conversation into memory, also one out of whose id an erasure took a name.

        Returns:
            The place under which it is held, until the end of the transaction at least.
        """
        if key_of("conversation", self.platform, *place) == key:
            self.load_conversations(connection, [place])
            return place
        held = self._held_as(key)
        if held is not None:
            return place[0], held
        if place in self._renamed:  # another one that lost its names to the same id
            place = place[0], f"{place[1]} {key.hex()}"
        self._renamed[place] = key
        self.load_by_key(connection, key, place)
        return place

    def load_by_key(self, connection: Connection, key: bytes, place: Place) -> None:
        """Brings one conversation into memory under this place, whatever it was called when its key was made."""
        for _, sealed in rows_with(connection, conversations, ("key", "sealed"), "key", [key]):
            self._hold(place, _read_remembered(self.vault.open(sealed, key)))

    def _hold(self, place: Place, remembered: Remembered) -> None:
        """An erasure may have taken a name out of the id that is remembered: who asks knows it."""
        remembered.conversation.app, remembered.conversation.id = place
        self.memory.conversations["/".join(place)] = remembered.conversation
        self.memory.ledgers["/".join(place)] = remembered.ledger
        self._measure("/".join(place))

    def load_accounts(self, connection: Connection, places: Iterable[Place]) -> None:
        """Brings what is known of accounts into memory; their contacts only when ``load_contacts`` asks."""
        everywhere = ((app, name) for own, name in places for app in (own, ""))  # facts may hold in every app
        wanted = [place for place in dict.fromkeys(everywhere) if "/".join(place) not in self._accounts]
        self._accounts.update("/".join(place) for place in wanted)
        by_key = {self.account_key(*place): place for place in wanted}
        columns = "key", "facts", "ties", "shown"
        for key, facts, ties, shown in rows_with(connection, accounts, columns, "key", list(by_key)):
            app, name = by_key[key]
            if facts:
                self.memory.facts[f"{app}/{name}"] = _read_facts(facts)
            account = self.memory.account(app, name)
            account.ties = _read_ties(ties) if ties else {}
            account.shown = _read_shown(shown) if shown else {}

    def load_contacts(self, connection: Connection, places: Iterable[Place]) -> None:
        """Brings the contacts of accounts into memory, for a look at all of them together."""
        wanted = [place for place in dict.fromkeys(places) if "/".join(place) not in self._with_contacts]
        self.load_accounts(connection, wanted)
        self._with_contacts.update("/".join(place) for place in wanted)
        by_key = {self.account_key(*place): place for place in wanted}
        columns = "account", "conversation", "contact"
        for key, conversation, written in rows_with(connection, contacts, columns, "account", list(by_key)):
            contact = _read_contact(written)
            if GONE in contact.conversation:
                contact.conversation = self._held_as(bytes(conversation)) or contact.conversation
            held = self.memory.account(*by_key[key]).contacts
            held.setdefault(f"{contact.app}/{contact.conversation}", contact)
        self._thin_out(wanted)

    def _held_as(self, key: bytes) -> str | None:
        """The id under which a conversation is held that an erasure made nameless, so that it is no second contact."""
        held = self.memory.conversations.values()
        return next((each.id for each in held if self.conversation_key(each.app, each.id) == key), None)

    def save_conversations(self, connection: Connection, places: Sequence[Place], source: str, now: float) -> None:
        """Writes conversations as they are remembered now; of one that got its own id back meanwhile, under that."""
        rows = []
        for app, name in places:
            if f"{app}/{name}" not in self.memory.conversations:
                continue
            conversation = self.memory.conversation(app, name)
            thin_out_writers(conversation, self.memory.ledger(app, name))
            key = self.conversation_key(app, name)
            kept = conversation if self._keeps_text else _without_text(conversation)
            rows.append(
                {
                    "key": key,
                    "platform": self.platform,
                    "app": app,
                    "id": name,
                    "title": conversation.facts.title if conversation.facts else "",
                    "source": source,
                    "count": conversation.count,
                    "first_at": conversation.first,
                    "last_at": now,
                    "sealed": self._sealed(kept, key),
                }
            )
        upsert(connection, conversations, rows, ("key",), keep=("source",))

    def rewrite_conversations(self, connection: Connection, places: Iterable[Place]) -> None:
        """Writes conversations whose memory changed without a message: only what is remembered is set anew."""
        for app, name in places:
            self.rewrite_as(connection, self.conversation_key(app, name), (app, name), lambda remembered: remembered)

    def rewrite_as(
        self, connection: Connection, key: bytes, place: Place, made_of: Callable[[Remembered], Remembered]
    ) -> None:
        """Writes a conversation that is in memory as something else than it is remembered."""
        conversation = self.memory.conversation(*place)
        kept = conversation if self._keeps_text else _without_text(conversation)
        sealed = self.vault.seal(_write(made_of(Remembered(kept, self.memory.ledger(*place)))), key)
        connection.execute(update(conversations).where(conversations.c.key == key).values(sealed=sealed))

    def _sealed(self, kept: Conversation, key: bytes) -> bytes:
        return self.vault.seal(_write(Remembered(kept, self.memory.ledger(kept.app, kept.id))), key)

    def save_accounts(self, connection: Connection, places: Iterable[Place], now: float) -> None:
        """Writes what is known of accounts."""
        rows = []
        for app, name in places:
            account = self.memory.account(app, name)
            facts = self.memory.facts.get(f"{app}/{name}")
            rows.append(
                {
                    "key": self.account_key(app, name),
                    "platform": self.platform,
                    "app": app,
                    "id": name,
                    "facts": _write(facts) if facts else b"",
                    "ties": _write(account.ties) if account.ties else b"",
                    "shown": _write(account.shown) if account.shown else b"",
                    "seen_at": now,
                }
            )
        upsert(connection, accounts, rows, ("key",))

    def save_contacts(self, connection: Connection, found: Sequence[tuple[str, str, Contact]]) -> None:
        """Writes what trails keep, by app, account and conversation."""
        rows = [
            {
                "account": self.account_key(app, name),
                "conversation": self.conversation_key(contact.app, contact.conversation),
                "contact": _write(contact),
            }
            for app, name, contact in found
        ]
        upsert(connection, contacts, rows, ("account", "conversation"))
        self._thin_out((app, name) for app, name, _ in found)

    def _thin_out(self, places: Iterable[Place]) -> None:
        for app, name in places:
            account = self.memory.accounts.get(f"{app}/{name}")
            if account is not None:
                thin_out_contacts(account.contacts)

    def forget_oldest(self, in_use: Iterable[Place]) -> None:
        """Lets go of what was not in use for longest; everything held is in the database too."""
        held = self.memory.conversations
        for place in list(self._renamed):  # a message that names its own id may come next
            self._forget_renamed(place)
        for app, name in in_use:
            key = f"{app}/{name}"
            if key in held:
                held[key] = held.pop(key)  # to the young end
                self._measure(key)
        for key in list(islice(held, max(0, len(held) - self._most))):
            self._let_go(key)
        while self._messages > self._most * _MESSAGES_EACH:
            self._let_go(next(iter(held)))
        if len(self._accounts) > self._most * 2:
            self._accounts.clear()
            self._with_contacts.clear()
            self.memory.accounts.clear()
            self.memory.facts.clear()

    def _forget_renamed(self, place: Place) -> None:
        del self._renamed[place]
        if "/".join(place) in self.memory.conversations:
            self._let_go("/".join(place))

    def _measure(self, key: str) -> None:
        length = len(self.memory.conversations[key].recent)
        self._messages += length - self._lengths.get(key, 0)
        self._lengths[key] = length

    def _let_go(self, key: str) -> None:
        del self.memory.conversations[key]
        self.memory.ledgers.pop(key, None)
        self._messages -= self._lengths.pop(key, 0)

    def forget_all(self) -> None:
        """Lets go of everything, because what is held may not be what the database has."""
        self.memory = Memory()
        self._lengths, self._messages = {}, 0
        self._renamed.clear()
        self._accounts.clear()
        self._with_contacts.clear()


def _without_text(conversation: Conversation) -> Conversation:
    recent = [msgspec.structs.replace(said, text="") for said in conversation.recent]
    return msgspec.structs.replace(conversation, recent=recent)
