"""Appeals of people whose account was restricted: their words are sealed, and another person decides."""

from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from belisha.errors import Unusable
from belisha.stream.outbox import Outbox
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import record
from belisha.stream.store.database import key_of
from belisha.stream.store.decisions import restrict
from belisha.stream.store.desk_tables import appeals, decisions, people
from belisha.stream.store.roles import NotAllowed, Person, Right, refuse_unless
from belisha.stream.store.vault import Vault

LONGEST_APPEAL = 20_000
"""Characters that anybody would read."""
_MOST_WAITING = 3
"""Appeals of one account that wait at once: more would keep those of others from being read."""
UPHELD, GRANTED = "upheld", "granted"


class TooManyAppeals(Unusable):
    """Several appeals of this account wait to be decided."""


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
    connection: Connection, vault: Vault, platform: str, account: tuple[str, str], words: tuple[str, float]
) -> int:
    """Keeps an appeal of an account (app, account): its words, and when they came. Gives its number.

    Raises:
        Unusable: when it says nothing, or more than anybody would read.
        TooManyAppeals: while several of this account wait.
    """
    said, now = words
    if not said.strip() or len(said) > LONGEST_APPEAL:
        raise Unusable(f"An appeal says something, in at most {LONGEST_APPEAL} characters.")
    app, name = account
    own = appeals.c.platform == platform, appeals.c.app == app, appeals.c.account == name, appeals.c.outcome.is_(None)
    waiting = connection.execute(select(func.count()).select_from(appeals).where(*own)).scalar() or 0
    if waiting >= _MOST_WAITING:
        raise TooManyAppeals(f"{waiting} appeals of this account wait to be decided; file another when they are.")
    sealed = vault.seal(said.encode("utf-8", "surrogatepass"), _belongs_to(platform, app, name, now))
    values = {"platform": platform, "app": app, "account": name, "text": sealed, "created_at": now}
    done = connection.execute(insert(appeals).values(**values))
    assert done.inserted_primary_key is not None  # noqa: S101 - one row was inserted
    return int(done.inserted_primary_key[0])


def appeals_page(  # noqa: PLR0913 - each narrows the question
    connection: Connection,
    vault: Vault,
    platform: str,
    before: int | None = None,
    *,
    undecided: bool = True,
    limit: int = 50,
) -> list[AppealRead]:
    """Appeals of a platform: those that wait, oldest first; or all, newest first, before a number."""
    question = _question(platform)
    if undecided:
        question = question.where(appeals.c.outcome.is_(None)).order_by(appeals.c.number)
    else:
        question = question.order_by(appeals.c.number.desc())
        question = question if before is None else question.where(appeals.c.number < before)
    return [_read(row, vault) for row in connection.execute(question.limit(limit))]


def appeal_with(connection: Connection, vault: Vault, platform: str, number: int) -> AppealRead | None:
    """One appeal; None when this platform has none."""
    row = connection.execute(_question(platform).where(appeals.c.number == number)).first()
    return None if row is None else _read(row, vault)


def decide_appeal(  # noqa: PLR0913, PLR0917 - which, by whom, how and why, and who is told
    connection: Connection, appeal: AppealRead, person: Person, outcome: tuple[str, str], outbox: Outbox, now: float
) -> None:
    """Decides an appeal: ``upheld`` or ``granted``, with a note; granted ends the restriction at once.

    Raises:
        NotAllowed: when the person may not, or it restricted the account itself.
        Unusable: for another outcome, or an appeal that is decided already.
    """
    refuse_unless(person, Right.APPEALS, appeal.platform)
    decided, note = outcome
    if decided not in {UPHELD, GRANTED}:
        raise Unusable(f"An appeal is {UPHELD} or {GRANTED}.")
    own = appeals.c.number == appeal.number, appeals.c.platform == appeal.platform, appeals.c.outcome.is_(None)
    restricted = select(decisions.c.person).where(
        decisions.c.platform == appeal.platform,
        decisions.c.app == appeal.app,
        decisions.c.about == appeal.account,
        decisions.c.what == "restrict",
    )
    if connection.execute(restricted.order_by(decisions.c.number.desc()).limit(1)).scalar() == person.id:
        raise NotAllowed("An appeal is decided by somebody else than who restricted the account.")
    values = {"outcome": decided, "person": person.id, "note": note, "decided_at": now}
    if not connection.execute(update(appeals).where(*own).values(**values)).rowcount:
        raise Unusable("This appeal is decided already.")
    if decided == GRANTED:
        account = subject_of(appeal.platform, appeal.app, "account", appeal.account)
        restrict(connection, outbox, account, now, lift=True)
    key = key_of("account", appeal.platform, appeal.app, appeal.account).hex()
    what = f"appeal {decided}"
    record(connection, person, what, now, platform=appeal.platform, subject=key, appeal=appeal.number)


def _question(platform: str) -> Any:  # noqa: ANN401 - a question
    question = select(appeals, people.c.title.label("person_name")).outerjoin(people, people.c.id == appeals.c.person)
    return question.where(appeals.c.platform == platform)


def _read(row: Any, vault: Vault) -> AppealRead:  # noqa: ANN401 - a row of appeals
    sealed = bytes(row.text)
    belongs_to = _belongs_to(row.platform, row.app, row.account, row.created_at)
    text = vault.open(sealed, belongs_to).decode("utf-8", "surrogatepass") if sealed else None
    own = [name for name in AppealRead.__struct_fields__ if name != "text"]
    return AppealRead(text=text, **{name: getattr(row, name) for name in own})


def _belongs_to(platform: str, app: str, account: str, at: float) -> bytes:
    return key_of("appeal", platform, app, account, repr(at))
