"""Accounts as a reviewer reads them: what is known of one, whom it writes to, and what was decided before."""

import msgspec
from sqlalchemy import Connection

from belisha.model import AccountFacts
from belisha.scene import Contact
from belisha.stream.store.queue import Waiting


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
        notices: how often it was warned as a child.
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
    raise NotImplementedError


def account_with(connection: Connection, platform: str, key: str) -> AccountRead | None:
    """The account with a hexadecimal key; None when this platform has none."""
    raise NotImplementedError


def decisions_on(connection: Connection, platform: str, key: str) -> list[Decided]:
    """What was decided about a subject, the newest first."""
    raise NotImplementedError
