"""Accounts as a reviewer reads them: what is known of one, whom it writes to, and what was decided before."""

from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, or_, select

from belisha.model import AccountFacts
from belisha.scene import Contact
from belisha.stream.store.database import key_of
from belisha.stream.store.desk_tables import decisions, people
from belisha.stream.store.queue import Waiting, key_in, lights_about, subject_with
from belisha.stream.store.tables import accounts, contacts, notices

_MOST_CONTACTS = 200
_MOST_READ = 5_000


class Decided(msgspec.Struct, frozen=True):
    """A decision as it is read; ``second_name`` is who agreed. Times are seconds since 1970."""

    number: int
    key: str
    kind: str
    app: str
    id: str
    about: str | None
    audience: str
    what: str
    reason: str
    note: str
    light: int
    concern: float
    turned_at: float
    at: float
    person: int
    person_name: str
    second: int | None
    second_name: str | None


class AccountRead(msgspec.Struct, frozen=True):
    """An account.

    Attributes:
        key: hexadecimal.
        platform, app, id: what it is.
        facts: what the platform knows of it, or None.
        ties: what others did towards it, by tie, with their accounts.
        restricted_at, restricted_from: seconds since 1970, or None.
        contacts: its part in conversations, those with most concern first, at most 200.
        contact_keys: hexadecimal keys of their conversations, in the same order.
        contact_count: of all of them.
        lights: that are or were about it, whatever they made of them.
        decisions: about it, the newest first.
        notices: how often a light turned for it as for a child, whether or not anything brings notices to it.
    """

    key: str
    platform: str
    app: str
    id: str
    facts: AccountFacts | None
    ties: dict[str, list[str]]
    restricted_at: float | None
    restricted_from: float | None
    contacts: tuple[Contact, ...]
    contact_keys: tuple[str, ...]
    contact_count: int
    lights: tuple[Waiting, ...]
    decisions: tuple[Decided, ...]
    notices: int


def account_of(connection: Connection, platform: str, app: str, account: str) -> AccountRead:
    """An account, empty where nothing is known of it."""
    key = key_of("account", platform, app, account)
    row = connection.execute(select(accounts).where(accounts.c.key == key)).first()
    found = list(
        connection.execute(
            select(contacts.c.conversation, contacts.c.contact).where(contacts.c.account == key).limit(_MOST_READ)
        )
    )
    pairs = [(msgspec.msgpack.decode(written, type=Contact), bytes(name).hex()) for name, written in found]
    pairs.sort(key=lambda pair: (-pair[0].decibans, -(pair[0].last or 0.0)))
    warned = notices.c.platform == platform, notices.c.app == app, notices.c.account == account
    shown = pairs[:_MOST_CONTACTS]
    return AccountRead(
        key=key.hex(),
        platform=platform,
        app=app,
        id=account,
        facts=msgspec.msgpack.decode(row.facts, type=AccountFacts) if row is not None and row.facts else None,
        ties=msgspec.msgpack.decode(row.ties, type=dict[str, list[str]]) if row is not None and row.ties else {},
        restricted_at=row.restricted_at if row is not None else None,
        restricted_from=row.restricted_from if row is not None else None,
        contacts=tuple(contact for contact, _ in shown),
        contact_keys=tuple(name for _, name in shown),
        contact_count=_count(connection, select(func.count()).where(contacts.c.account == key)),
        lights=tuple(lights_about(connection, platform, app, account)),
        decisions=tuple(_about(connection, platform, app, account)),
        notices=_count(connection, select(func.count()).select_from(notices).where(*warned)),
    )


def account_with(connection: Connection, platform: str, key: str) -> AccountRead | None:
    """The account with a hexadecimal key; None when this platform has none."""
    subject = subject_with(connection, platform, key)
    if subject is None or subject.kind != "account":
        return None
    return account_of(connection, platform, subject.app, subject.id)


def decisions_on(connection: Connection, platform: str, key: str) -> list[Decided]:
    """What was decided about a subject, the newest first."""
    return _decided(connection, platform, [decisions.c.subject == key_in(key)])


def decision_numbered(connection: Connection, platform: str, number: int) -> Decided | None:
    """One decision; None when this platform has none."""
    found = _decided(connection, platform, [decisions.c.number == number])
    return found[0] if found else None


def unconfirmed(connection: Connection, platform: str, person: int) -> list[Decided]:
    """Decisions of others with which nobody agreed yet, and nothing can be learned from until then; newest first."""
    open_ones = decisions.c.second.is_(None), decisions.c.person != person
    return _decided(connection, platform, [*open_ones, decisions.c.what.in_(("dismiss", "escalate", "restrict"))])


def _about(connection: Connection, platform: str, app: str, account: str) -> list[Decided]:
    itself = (decisions.c.kind == "account") & (decisions.c.id == account)
    return _decided(connection, platform, [decisions.c.app == app, or_(decisions.c.about == account, itself)])


def _decided(connection: Connection, platform: str, narrowed: list[Any]) -> list[Decided]:
    first, second = people.alias("first"), people.alias("seconder")
    question = (
        select(decisions, first.c.title.label("person_name"), second.c.title.label("second_name"))
        .join(first, first.c.id == decisions.c.person)
        .outerjoin(second, second.c.id == decisions.c.second)
        .where(decisions.c.platform == platform, *narrowed)
        .order_by(decisions.c.number.desc())
        .limit(200)
    )
    own = [name for name in Decided.__struct_fields__ if name != "key"]
    return [
        Decided(key=bytes(row.subject).hex(), **{name: getattr(row, name) for name in own})
        for row in connection.execute(question)
    ]


def _count(connection: Connection, question: Select[Any]) -> int:
    return int(connection.execute(question).scalar() or 0)
