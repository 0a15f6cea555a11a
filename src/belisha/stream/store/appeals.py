"""Appeals of people whose account was restricted: their words are sealed, and another person decides."""

import msgspec
from sqlalchemy import Connection

from belisha.stream.store.roles import Person
from belisha.stream.store.vault import Vault


class AppealRead(msgspec.Struct, frozen=True):
    """An appeal; ``text`` is None once it is not kept any more. Times are seconds since 1970.

    Attributes:
        outcome: ``upheld`` (the restriction stays), ``granted`` (it ends), or None while nobody decided.
    """

    number: int
    platform: str
    app: str
    account: str
    text: str | None
    created_at: float
    outcome: str | None
    person: int | None
    person_name: str | None
    note: str
    decided_at: float | None


def file_appeal(
    connection: Connection, vault: Vault, platform: str, account: tuple[str, str], text: str, now: float
) -> int:
    """Keeps an appeal of an account (app, account); gives its number."""
    raise NotImplementedError


def appeals_page(
    connection: Connection,
    vault: Vault,
    platform: str,
    before: int | None = None,
    *,
    undecided: bool = True,
    limit: int = 50,
) -> list[AppealRead]:
    """Appeals of a platform: those that wait, oldest first; or all, newest first, before a number."""
    raise NotImplementedError


def appeal_with(connection: Connection, vault: Vault, platform: str, number: int) -> AppealRead | None:
    """One appeal; None when this platform has none."""
    raise NotImplementedError


def decide_appeal(
    connection: Connection, appeal: AppealRead, person: Person, outcome: str, note: str, now: float
) -> None:
    """Decides an appeal; ``granted`` ends the restriction at once. Run it with ``Writer.run`` or a transaction.

    Raises:
        NotAllowed: when the person may not, or it restricted the account itself.
        Unusable: for another outcome, or an appeal that is decided already.
    """
    raise NotImplementedError
