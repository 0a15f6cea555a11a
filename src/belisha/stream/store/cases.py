"""Cases: what belongs together is gathered, written down in a book that nobody can change, kept, and handed over."""

from typing import Any

import msgspec
from sqlalchemy import Connection, and_, insert, or_, select, update

from belisha.errors import Unusable
from belisha.response.cases.case_file import Entry
from belisha.scene import Contact
from belisha.stream.store.arrivals import Subject
from belisha.stream.store.audit import record
from belisha.stream.store.case_books import add_entry, begin_work, entries_of
from belisha.stream.store.desk_tables import case_conversations, cases, people
from belisha.stream.store.queue import key_in, subject_with
from belisha.stream.store.roles import NotAllowed, Person, Right, refuse_unless
from belisha.stream.store.rows import upsert
from belisha.stream.store.tables import contacts, lights

_MOST_GATHERED = 50
"""Conversations of an account that come into a new case by themselves, those with most concern first."""


class CaseRead(msgspec.Struct, frozen=True):
    """A case.

    Attributes:
        number: on this service.
        platform, app: where.
        about: the account that it is about, or None.
        title: what people call it.
        status: open, released or closed.
        reviewer, reviewer_name: whose it is.
        created_at, changed_at, keep_until: seconds since 1970.
        conversations: hexadecimal keys.
        release_asked_by: number of the person who asked for release and waits for a second one, or None.
    """

    number: int
    platform: str
    app: str
    about: str | None
    title: str
    status: str
    reviewer: int | None
    reviewer_name: str | None
    created_at: float
    changed_at: float
    keep_until: float | None
    conversations: tuple[str, ...] = ()
    release_asked_by: int | None = None


def open_case(connection: Connection, platform: str, key: str, person: Person, now: float) -> int:
    """Makes a case from a subject (hexadecimal key): its conversation, or those in which an account was noticed.

    Returns:
        Its number; that of the open case about the same account, to which the subject was added, when there is one.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when there is no such subject.
    """
    begin_work(connection, person, platform)
    subject = subject_with(connection, platform, key)
    if subject is None:
        raise Unusable("There is no such conversation or account on this platform.")
    about = subject.id if subject.kind == "account" else _about(connection, subject)
    same = cases.c.platform == platform, cases.c.app == subject.app, cases.c.about == about, cases.c.status == "open"
    number = connection.execute(select(cases.c.number).where(*same)).scalar() if about is not None else None
    if number is None:
        values = {"platform": platform, "app": subject.app, "about": about, "status": "open", "reviewer": person.id}
        done = connection.execute(insert(cases).values(**values, title="", created_at=now, changed_at=now))
        assert done.inserted_primary_key is not None  # noqa: S101 - one row was inserted
        number = int(done.inserted_primary_key[0])
        add_entry(connection, number, person, {"at": now, "what": "opened", "note": "", "subject": key})
        record(connection, person, "opened case", now, platform=platform, subject=key, case=number)
    keys = [subject.key] if subject.kind == "conversation" else _noticed_in(connection, subject)
    for conversation in keys:
        _gather(connection, number, conversation, person, now)
    return int(number)


def case_with(connection: Connection, platform: str, number: int) -> CaseRead | None:
    """One case; None when this platform has none."""
    found = _read(connection, [cases.c.platform == platform, cases.c.number == number], 1)
    return found[0] if found else None


def cases_page(
    connection: Connection,
    platform: str,
    status: str | None = None,
    after: tuple[float, int] | None = None,
    limit: int = 50,
) -> list[CaseRead]:
    """Cases, the most recently changed first; ``after`` is ``changed_at`` and ``number`` of the last one seen."""
    narrowed = [cases.c.platform == platform]
    if status is not None:
        narrowed.append(cases.c.status == status)
    if after is not None:
        same = and_(cases.c.changed_at == after[0], cases.c.number < after[1])
        narrowed.append(or_(cases.c.changed_at < after[0], same))
    return _read(connection, narrowed, limit)


def cases_with(connection: Connection, platform: str, key: str) -> list[CaseRead]:
    """The cases to which a conversation (hexadecimal key) belongs."""
    numbers = select(case_conversations.c.case).where(case_conversations.c.conversation == key_in(key))
    return _read(connection, [cases.c.platform == platform, cases.c.number.in_(numbers)], 100)


def add_conversation(connection: Connection, case: CaseRead, key: str, person: Person, now: float) -> None:
    """Adds a conversation of the same platform to an open case.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when the case is not open, or there is no such conversation on its platform.
    """
    refuse_unless_open(connection, case, person)
    subject = subject_with(connection, case.platform, key)
    if subject is None or subject.kind != "conversation":
        raise Unusable("There is no such conversation on the platform of this case.")
    _gather(connection, case.number, subject.key, person, now)
    record(connection, person, "added to case", now, platform=case.platform, subject=key, case=case.number)


def write_entry(  # noqa: PLR0913, PLR0917 - who wrote what into which book, and when
    connection: Connection,
    case: CaseRead,
    person: Person,
    what: str,
    now: float,
    note: str = "",
    **more: Any,  # noqa: ANN401 - whatever belongs to it
) -> Entry:
    """Writes what was decided or done into the book of a case.

    Raises:
        NotAllowed: when the person may not.
    """
    begin_work(connection, person, case.platform)
    return add_entry(connection, case.number, person, {"at": now, "what": what, "note": note, **more})


def book_of(connection: Connection, platform: str, number: int) -> tuple[Entry, ...]:
    """The book of a case, oldest first."""
    return entries_of(connection, number) if case_with(connection, platform, number) is not None else ()


def rename(connection: Connection, case: CaseRead, title: str, person: Person, now: float) -> None:
    """Calls a case something else."""
    begin_work(connection, person, case.platform)
    connection.execute(update(cases).where(cases.c.number == case.number).values(title=title, changed_at=now))
    record(connection, person, "renamed case", now, platform=case.platform, case=case.number)


def preserve(  # noqa: PLR0913, PLR0917 - what, until when, by whom and why
    connection: Connection, case: CaseRead, until: float, person: Person, now: float, note: str = ""
) -> None:
    """Keeps everything of a case until then.

    Raises:
        NotAllowed: when the person may not.
        Unusable: for an earlier time than was promised before.
    """
    begin_work(connection, person, case.platform)
    earlier = or_(cases.c.keep_until.is_(None), cases.c.keep_until <= until)
    change = update(cases).where(cases.c.number == case.number, earlier).values(keep_until=until)
    if not connection.execute(change).rowcount:
        raise Unusable("It was promised to keep this case for longer: that is not taken back.")
    said = {"at": now, "what": "preserved", "note": note, "until": until}
    add_entry(connection, case.number, person, said)
    record(connection, person, "preserved case", now, platform=case.platform, case=case.number, until=until)


def ask_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Asks that a case may be given to the police; a second person must agree."""
    refuse_unless_open(connection, case, person)
    if asked_by(connection, case.number) is not None:
        raise Unusable("Its release was asked for already, and waits for a second person.")
    _move(connection, case, person, ("asked for release", note), now, asker=person.id)


def agree_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Agrees: the case is released.

    Raises:
        NotAllowed: when the person may not, or is the one who asked.
        Unusable: when nobody asked.
    """
    refuse_unless(person, Right.RELEASE, case.platform)
    refuse_unless_open(connection, case, person)
    asker = asked_by(connection, case.number)
    if asker is None:
        raise Unusable("Nobody asked for the release of this case.")
    if asker == person.id:
        raise NotAllowed("Two people must agree: somebody else than who asked.")
    _move(connection, case, person, ("released", note), now, status="released", asker=asker)


def refuse_release(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Takes a request for release back, or turns it down."""
    refuse_unless_open(connection, case, person)
    if asked_by(connection, case.number) is None:
        raise Unusable("Nobody asked for the release of this case.")
    _move(connection, case, person, ("refused release", note), now)


def close_case(connection: Connection, case: CaseRead, person: Person, now: float, note: str = "") -> None:
    """Closes a case: from then on its texts are deleted by date, unless it is preserved."""
    begin_work(connection, person, case.platform)
    if case.status == "closed":
        raise Unusable("This case is closed already.")
    _move(connection, case, person, ("closed", note), now, status="closed")


def refuse_unless_open(connection: Connection, case: CaseRead, person: Person) -> None:
    """Lets through who may work on an open case, as it is in this transaction.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when the case is not open any more.
    """
    begin_work(connection, person, case.platform)
    question = select(cases.c.status).where(cases.c.number == case.number, cases.c.platform == case.platform)
    if connection.execute(question.with_for_update()).scalar() != "open":
        raise Unusable("This case is not open any more.")


def asked_by(connection: Connection, number: int) -> int | None:
    """Who asked for the release of a case and waits for a second person, by what its book says last about it."""
    asker = None
    for entry in entries_of(connection, number):
        what = entry.recorded.get("what")
        if what == "asked for release":
            asker = entry.recorded.get("asker")
        elif what in {"released", "refused release", "closed"}:
            asker = None
    return asker


def _move(  # noqa: PLR0913 - what is done, by whom, when, and what follows
    connection: Connection,
    case: CaseRead,
    person: Person,
    said: tuple[str, str],
    now: float,
    *,
    status: str | None = None,
    asker: int | None = None,
) -> None:
    if status is not None:
        connection.execute(update(cases).where(cases.c.number == case.number).values(status=status))
    what, note = said
    add_entry(connection, case.number, person, {"at": now, "what": what, "note": note, "asker": asker})
    record(connection, person, f"case: {what}", now, platform=case.platform, case=case.number)


def _gather(connection: Connection, number: int, conversation: bytes, person: Person, now: float) -> None:
    row = {"case": number, "conversation": conversation}
    known = case_conversations.c.case == number, case_conversations.c.conversation == conversation
    if connection.execute(select(case_conversations).where(*known)).first() is not None:
        return
    upsert(connection, case_conversations, [row], ("case", "conversation"))
    said = {"at": now, "what": "added conversation", "note": "", "conversation": conversation.hex()}
    add_entry(connection, number, person, said)


def _about(connection: Connection, subject: Subject) -> str | None:
    question = select(lights.c.about).where(lights.c.subject == subject.key, lights.c.about.is_not(None))
    return connection.execute(question.order_by(lights.c.highest.desc()).limit(1)).scalar()


def _noticed_in(connection: Connection, account: Subject) -> list[bytes]:
    question = select(contacts.c.conversation, contacts.c.contact).where(contacts.c.account == account.key)
    found = [
        (msgspec.msgpack.decode(written, type=Contact).decibans, bytes(key))
        for key, written in connection.execute(question)
    ]
    return [key for decibans, key in sorted(found, key=lambda pair: -pair[0]) if decibans > 0][:_MOST_GATHERED]


def _read(connection: Connection, narrowed: list[Any], limit: int) -> list[CaseRead]:
    question = select(cases, people.c.title.label("reviewer_name")).outerjoin(people, people.c.id == cases.c.reviewer)
    question = question.where(*narrowed).order_by(cases.c.changed_at.desc(), cases.c.number.desc())
    own = [each for each in CaseRead.__struct_fields__ if each not in {"conversations", "release_asked_by"}]
    found = [{name: getattr(row, name) for name in own} for row in connection.execute(question.limit(limit))]
    numbers = [each["number"] for each in found]
    held: dict[int, list[str]] = {}
    for row in connection.execute(select(case_conversations).where(case_conversations.c.case.in_(numbers))):
        held.setdefault(row.case, []).append(bytes(row.conversation).hex())
    return [
        CaseRead(
            **each,
            conversations=tuple(sorted(held.get(each["number"], ()))),
            release_asked_by=asked_by(connection, each["number"]) if each["status"] == "open" else None,
        )
        for each in found
    ]
