"""Deletes what is known of one account, on request: of somebody who was cleared, or who asks for it and may.

Gone are the account's facts, also those told without an app, its ties, contacts, lights, notices and appeals, what was
still to be delivered about it, the words that it wrote, and its name where it stands beside messages of others and in
the ids of its conversations. Of its messages a key and a hash stay, so that one that is sent again is known. Case books
and the audit log stay, for each of their entries is chained to the one before it; ``Erased.kept`` says so where it
matters. Nothing is deleted while a case about the account, or with one of its conversations, is open or to be kept.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, or_, select, update

from belisha.errors import BelishaError
from belisha.model import AccountFacts, ConversationFacts, Message, Reading, Sighting, Tie
from belisha.scene import Contact
from belisha.stream.erasure_around import cases_with, erase_deliveries, erase_places, rename, what_is_kept
from belisha.stream.erasure_search import NOTHING_YET, Found, look_for
from belisha.stream.nameless import Nameless
from belisha.stream.retention import is_preserved
from belisha.stream.store.arrivals import Seen, Subject, subject_of
from belisha.stream.store.audit import record
from belisha.stream.store.desk_tables import appeals, attachments, cases, decisions
from belisha.stream.store.memories import Memories
from belisha.stream.store.roles import Person, Right, refuse_unless
from belisha.stream.store.tables import (
    accounts,
    changes,
    contacts,
    conversations,
    lights,
    messages,
    notices,
)
from belisha.stream.watch import Watch

_AT_ONCE = 500


class Preserved(BelishaError):
    """A case still needs what was to be deleted; nothing was."""


class Erased(msgspec.Struct):
    """What was deleted or made nameless: rows of each kind; and in sentences what had to be kept."""

    messages: int = 0
    conversations: int = 0
    lights: int = 0
    notices: int = 0
    decisions: int = 0
    deliveries: int = 0
    kept: list[str] = []


def erasing(
    account: Subject, by: Person | None, caller: str, now: float, found: Found = NOTHING_YET
) -> Callable[[Connection, Memories, Watch], Erased]:
    """What ``Writer.run`` is to run to delete what is known of an account.

    Args:
        account: whose data.
        by: the person who decided it, or None for a program with the right key.
        caller: id of that key, for the audit log; empty for a person.
        now: seconds since 1970.
        found: what ``look_for`` found before; what it has not looked through is looked through while others wait.

    Raises, when run:
        Preserved: while a case keeps it.
        NotAllowed: when the person may not.
    """

    def erase(connection: Connection, memories: Memories, watch: Watch) -> Erased:
        if by is not None:
            refuse_unless(by, Right.ERASE, account.platform)
        where = look_for(connection, memories.vault, account, now, found)
        heads = _conversations(connection, account, where)
        _refuse_if_preserved(connection, account, [bytes(head.key) for head in heads], now)
        erased = Erased(conversations=len(heads))
        nameless = Nameless(account.id, _title_of(connection, account))
        memories.forget_all()
        for head in heads:
            erased.messages += _erase_messages(connection, bytes(head.key), (account.id, nameless), now)
            _erase_from_changes(connection, bytes(head.key), account.id, nameless)
            _erase_from_memory(connection, memories, head, (account.id, nameless))
            rename(connection, head, nameless)
        keys = [bytes(head.key) for head in heads]
        books = cases_with(connection, account, keys)
        _erase_rows(connection, account, erased)
        _erase_from_others(connection, account, keys, nameless)
        erased.deliveries = erase_deliveries(connection, account, nameless)
        erase_places(connection, account.id, heads)
        erased.kept = what_is_kept(connection, books, keys, where.unreadable)
        memories.forget_all()
        watch.forget_words()
        about = {"subject": account.key.hex(), "key": caller or None, "messages": erased.messages}
        record(connection, by, "erased account", now, platform=account.platform, **about)
        return erased

    return erase


def _conversations(connection: Connection, account: Subject, where: Found) -> list[Any]:
    """Every conversation that the account is in, or has a trail, a notice or a light of."""
    own = conversations.c.platform == account.platform, conversations.c.app == account.app
    keys = [
        select(contacts.c.conversation).where(contacts.c.account == account.key),
        select(notices.c.conversation).where(_warned(account)),
        select(lights.c.subject).where(lights.c.platform == account.platform, lights.c.about == account.id),
    ]
    question = select(conversations).where(*own, or_(*(conversations.c.key.in_(each) for each in keys)))
    heads = {bytes(head.key): head for head in connection.execute(question)}
    more = sorted(where.keys - heads.keys())
    for start in range(0, len(more), _AT_ONCE):
        few = select(conversations).where(conversations.c.key.in_(more[start : start + _AT_ONCE]))
        heads |= {bytes(head.key): head for head in connection.execute(few)}
    return list(heads.values())


def _refuse_if_preserved(connection: Connection, account: Subject, keys: list[bytes], now: float) -> None:
    kept = or_(cases.c.status != "closed", cases.c.keep_until > now)
    about = cases.c.platform == account.platform, cases.c.app == account.app, cases.c.about == account.id
    found = connection.execute(select(cases.c.number).where(*about, kept).limit(1)).first()
    for start in range(0, len(keys), _AT_ONCE):
        few = conversations.c.key.in_(keys[start : start + _AT_ONCE])
        found = (
            found
            or connection.execute(
                select(conversations.c.key).where(few, is_preserved(conversations.c.key, now)).limit(1)
            ).first()
        )
    if found is not None:
        raise Preserved("A case still needs this account's data: close it, or wait until it need not be kept any more.")


def _title_of(connection: Connection, account: Subject) -> str:
    question = select(accounts.c.facts).where(accounts.c.key.in_(_own_keys(account)), accounts.c.facts != b"")
    told = [msgspec.msgpack.decode(facts, type=AccountFacts) for facts in connection.execute(question).scalars()]
    return next((facts.title for facts in told if facts.title), "")


def _own_keys(account: Subject) -> list[bytes]:
    """The account's key, and that of facts which hold for it in every app."""
    return [account.key, subject_of(account.platform, "", "account", account.id).key]


def _erase_messages(connection: Connection, conversation: bytes, who: tuple[str, Nameless], now: float) -> int:
    own, (account, nameless) = 0, who
    question = select(messages).where(messages.c.conversation == conversation)
    for row in list(connection.execute(question)):
        values: dict[str, Any] = {}
        said = msgspec.msgpack.decode(row.about, type=Message)
        if row.sender == account:
            own += 1
            values |= {"sender": None, "sealed": None, "seen": None, "cleared_at": row.cleared_at or now}
            said = msgspec.structs.replace(said, sender=None, attachments=(), recipients=())
        elif account in said.recipients:
            said = msgspec.structs.replace(said, recipients=tuple(name for name in said.recipients if name != account))
        if row.seen is not None and row.sender != account:
            values["seen"] = _seen_without(row.seen, account, nameless)
        if nameless.names(row.id):
            values["id"] = nameless.text(row.id)
        about = msgspec.msgpack.encode(nameless.of(said))
        if values or about != bytes(row.about):
            connection.execute(update(messages).where(messages.c.number == row.number).values(**values, about=about))
    return own


def _seen_without(written: bytes, account: str, nameless: Nameless) -> bytes | None:
    seen = msgspec.msgpack.decode(written, type=Seen)
    sightings = [_nameless(each, account) for each in seen.sightings if each.about != account]
    readings = [_without(each, account) for each in seen.readings if each.about != account]
    return msgspec.msgpack.encode(nameless.of(Seen(sightings, readings))) if sightings else None


def _nameless(sighting: Sighting, account: str) -> Sighting:
    return msgspec.structs.replace(sighting, sender=None) if sighting.sender == account else sighting


def _without(reading: Reading, account: str) -> Reading:
    """A reading about somebody else, without the account's name beside its parts."""
    parts = tuple(
        part if part.sighting is None else msgspec.structs.replace(part, sighting=_nameless(part.sighting, account))
        for part in reading.because
    )
    return msgspec.structs.replace(reading, because=parts)


def _erase_from_changes(connection: Connection, conversation: bytes, account: str, nameless: Nameless) -> None:
    question = select(changes.c.number, changes.c.reading).where(changes.c.subject == conversation)
    for number, written in list(connection.execute(question)):
        if account.encode() in bytes(written):
            left = msgspec.msgpack.encode(nameless.of(_without(msgspec.msgpack.decode(written, type=Reading), account)))
            connection.execute(update(changes).where(changes.c.number == number).values(reading=left))


def _erase_from_memory(
    connection: Connection,
    memories: Memories,
    head: Any,  # noqa: ANN401 - a row of conversations
    who: tuple[str, Nameless],
) -> None:
    place, (account, nameless) = (head.app, head.id), who
    key = bytes(head.key)
    memories.load_by_key(connection, key, place)
    conversation, ledger = memories.memory.conversation(*place), memories.memory.ledger(*place)
    conversation.members = [name for name in conversation.members if name != account]
    conversation.tallies.pop(account, None)
    conversation.speaking = "" if conversation.speaking == account else conversation.speaking
    if conversation.facts is not None:
        conversation.facts = _facts_without(conversation.facts, account)
    for said in conversation.recent:
        if said.sender == account:
            said.sender, said.text = None, ""
    ledger.highest.pop(account, None)
    if ledger.sightings.pop(account, None) is not None:
        ledger.shown.clear()
    for name, sightings in ledger.sightings.items():
        ledger.sightings[name] = [each for each in sightings if account not in {each.sender, each.about}]
    memories.rewrite_as(connection, key, place, nameless.of)


def _facts_without(facts: ConversationFacts, account: str) -> ConversationFacts:
    return msgspec.structs.replace(facts, members=tuple(name for name in facts.members if name != account))


def _erase_rows(connection: Connection, account: Subject, erased: Erased) -> None:
    platform, app, name = account.platform, account.app, account.id
    for table in (changes, lights):
        own = and_(table.c.platform == platform, table.c.app == app)
        itself = or_(table.c.about == name, and_(table.c.kind == "account", table.c.id == name))
        count = connection.execute(delete(table).where(own, itself)).rowcount
        erased.lights += count if table is lights else 0
    erased.notices = connection.execute(delete(notices).where(_warned(account))).rowcount
    connection.execute(delete(contacts).where(contacts.c.account == account.key))
    connection.execute(delete(accounts).where(accounts.c.key.in_(_own_keys(account))))
    mine = appeals.c.platform == platform, appeals.c.app == app, appeals.c.account == name
    connection.execute(delete(appeals).where(*mine))
    over = and_(cases.c.platform == platform, cases.c.app == app, cases.c.about == name)
    closed = select(cases.c.number).where(over)
    connection.execute(update(attachments).where(attachments.c.case.in_(closed)).values(sealed=b"", name="erased"))
    connection.execute(update(cases).where(over).values(about=None, title=""))
    where = and_(decisions.c.platform == platform, decisions.c.app == app)
    erased.decisions = connection.execute(
        update(decisions).where(where, decisions.c.about == name).values(about=None, note="")
    ).rowcount
    of_itself = and_(where, decisions.c.kind == "account", decisions.c.id == name)
    connection.execute(update(decisions).where(of_itself).values(id="", note=""))


def _erase_from_others(connection: Connection, account: Subject, keys: list[bytes], nameless: Nameless) -> None:
    """The account's name in what is known of others: who blocked it, who knows it, and who contacted it."""
    name = account.id
    of_app = accounts.c.platform == account.platform, accounts.c.app.in_([account.app, ""])
    for row in list(connection.execute(select(accounts).where(*of_app, accounts.c.ties != b""))):
        if name.encode() in bytes(row.ties):
            ties = msgspec.msgpack.decode(row.ties, type=dict[Tie, list[str]])
            left = {tie: [other for other in others if other != name] for tie, others in ties.items()}
            values = {"ties": msgspec.msgpack.encode(left)}
            connection.execute(update(accounts).where(accounts.c.key == row.key).values(**values))
    for row in list(connection.execute(select(accounts).where(*of_app, accounts.c.facts != b""))):
        if name.encode() in bytes(row.facts):
            facts = msgspec.msgpack.decode(row.facts, type=AccountFacts)
            left_by = tuple(other for other in facts.known_by if other != name)
            known = msgspec.msgpack.encode(msgspec.structs.replace(facts, known_by=left_by))
            connection.execute(update(accounts).where(accounts.c.key == row.key).values(facts=known))
    for conversation in keys:
        for row in list(connection.execute(select(contacts).where(contacts.c.conversation == conversation))):
            contact = msgspec.msgpack.decode(row.contact, type=Contact)
            contact.other = None if contact.other == name else contact.other
            known = msgspec.msgpack.encode(nameless.of(contact))
            if known != bytes(row.contact):
                own = contacts.c.account == row.account, contacts.c.conversation == row.conversation
                connection.execute(update(contacts).where(*own).values(contact=known))


def _warned(account: Subject) -> Any:  # noqa: ANN401 - a condition
    return and_(notices.c.platform == account.platform, notices.c.app == account.app, notices.c.account == account.id)
