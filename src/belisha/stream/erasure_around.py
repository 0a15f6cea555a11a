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


def erase_deliveries(connection: Connection, account: Subject, nameless: Nameless) -> int:
    """Deletes notices and webhooks about the account, also those not sent yet; gives how many.

    What waits for somebody else goes on its way: a child that was to be warned is warned, though the id of the
    conversation no longer names the account.
    """
    gone = 0
    question = select(deliveries.c.number, deliveries.c.body).where(deliveries.c.platform == account.platform)
    for number, written in list(connection.execute(question)):
        own = deliveries.c.number == number
        body = msgspec.json.decode(bytes(written))
        if body.get("app") != account.app:
            continue
        if _is_about(body, account):
            gone += connection.execute(delete(deliveries).where(own)).rowcount
        elif (left := _without_name(body, nameless)) != body:
            connection.execute(update(deliveries).where(own).values(body=msgspec.json.encode(left)))
    return gone


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


def what_is_kept(connection: Connection, books: Sequence[int], keys: Sequence[bytes], unreadable: int = 0) -> list[str]:
    """What had to stay, in sentences: entries of case books, which are chained, and notes about somebody else.

    Args:
        connection: to ask.
        books: numbers of the cases.
        keys: of the conversations.
        unreadable: conversations that could not be looked through.
    """
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
    if unreadable:
        said.append(
            f"{unreadable} conversations are damaged and could not be looked through: the log says why. Restore them "
            "from a backup and ask again."
        )
    return said


def _is_about(body: Any, account: Subject) -> bool:  # noqa: ANN401 - whatever is delivered
    subject = body.get("subject") or {}
    own = subject.get("kind") == "account" and subject.get("id") == account.id
    return own or account.id in {body.get("account"), body.get("about")}


def _without_name(body: Any, nameless: Nameless) -> Any:  # noqa: ANN401 - the same
    """A notice or webhook about somebody else, without the name in the ids of conversation and message."""
    left = {**body, **{field: nameless.text(body[field]) for field in ("conversation", "message") if body.get(field)}}
    subject = body.get("subject")
    if subject is not None and subject["kind"] == "conversation":
        left["subject"] = {**subject, "id": nameless.text(subject["id"])}
    return left
