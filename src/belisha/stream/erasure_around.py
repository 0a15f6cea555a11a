"""What an erasure takes out around conversations: ids made of names, deliveries, what live sources keep of people."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, func, or_, select, update

from belisha.stream.nameless import Nameless
from belisha.stream.store.arrivals import Subject
from belisha.stream.store.desk_tables import case_conversations, cases, decisions, entries
from belisha.stream.store.tables import changes, conversations, deliveries, lights, source_places


def rename(connection: Connection, head: Any, nameless: Nameless) -> None:  # noqa: ANN401 - a row of conversations
    """Takes the name out of the id and title of a conversation; its key stays, so that it is known when it goes on."""
    title = nameless.text(head.title)
    values = {"id": nameless.text(head.id), "title": title}
    connection.execute(update(conversations).where(conversations.c.key == head.key).values(**values))
    for table in (lights, changes, decisions):
        connection.execute(update(table).where(table.c.subject == head.key).values(id=values["id"]))
    of_it = select(changes.c.number, changes.c.message).where(changes.c.subject == head.key)
    for number, message in list(connection.execute(of_it)):
        if nameless.names(message):
            own = changes.c.number == number
            connection.execute(update(changes).where(own).values(message=nameless.text(message)))


def erase_deliveries(connection: Connection, account: Subject, heads: Sequence[Any], nameless: Nameless) -> int:
    """Deletes notices and webhooks about the account, also those not sent yet; gives how many.

    One about somebody else in a conversation whose id names the account goes too: it cannot be sent without the name.
    """
    named = {head.id for head in heads if nameless.names(head.id)}
    question = select(deliveries.c.number, deliveries.c.body).where(deliveries.c.platform == account.platform)
    gone = [
        row.number
        for row in connection.execute(question)
        if _is_about(msgspec.json.decode(bytes(row.body)), account, named)
    ]
    for number in gone:
        connection.execute(delete(deliveries).where(deliveries.c.number == number))
    return len(gone)


def erase_places(connection: Connection, name: str, heads: Sequence[Any]) -> None:
    """Deletes what the live sources of these conversations keep of the account: where it is warned, what it heard."""
    labels = sorted({head.source for head in heads})
    of_it = or_(source_places.c.name.in_([f"child {name}", f"reply {name}"]), source_places.c.value == name)
    connection.execute(delete(source_places).where(source_places.c.label.in_(labels), of_it))


def cases_with(connection: Connection, account: Subject, keys: Sequence[bytes]) -> list[int]:
    """The closed cases about the account, or with one of these conversations."""
    about = and_(cases.c.platform == account.platform, cases.c.app == account.app, cases.c.about == account.id)
    belongs = select(case_conversations.c.case).where(case_conversations.c.conversation.in_(keys))
    return list(connection.execute(select(cases.c.number).where(or_(about, cases.c.number.in_(belongs)))).scalars())


def what_is_kept(connection: Connection, books: Sequence[int], keys: Sequence[bytes]) -> list[str]:
    """What had to stay, in sentences: entries of case books, which are chained, and notes about somebody else."""
    of_them = entries.c.case.in_(books)
    written = connection.execute(select(func.count()).select_from(entries).where(of_them)).scalar() or 0
    noted = decisions.c.subject.in_(keys), decisions.c.note != ""
    notes = connection.execute(select(func.count()).select_from(decisions).where(*noted)).scalar() or 0
    said = []
    if written:
        said.append(
            f"{written} entries in the books of closed cases stay, with the notes in them: each is chained to the one "
            "before it, so that nobody can change what was done."
        )
    if notes:
        said.append(f"{notes} notes of reviewers beside decisions about somebody else stay as they were written.")
    return said


def _is_about(body: Any, account: Subject, named: set[str]) -> bool:  # noqa: ANN401 - whatever is delivered
    if body.get("app") != account.app:
        return False
    subject = body.get("subject") or {}
    own = subject.get("kind") == "account" and subject.get("id") == account.id
    conversation = body.get("conversation") or (subject.get("id") if subject.get("kind") == "conversation" else None)
    return own or account.id in {body.get("account"), body.get("about")} or conversation in named
