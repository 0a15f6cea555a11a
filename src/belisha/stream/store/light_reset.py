"""Turns a light off because a person looked: in what is remembered, in the queue, and in the log of changes."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, insert, select, update

from belisha.model import Light
from belisha.stream.said_by_people import dismissal_as_sighting
from belisha.stream.store.arrivals import Subject
from belisha.stream.store.memories import Memories, Place
from belisha.stream.store.tables import changes, lights
from belisha.stream.watch import Watch

_MOST_CONTACTS = 500
"""Conversations of an account in which a dismissal is remembered, those with most concern first."""


class Dismissal(NamedTuple):
    """Why a light is dismissed, whose light it is, and when."""

    reason: str
    audience: str
    at: float


def turn_off(connection: Connection, memories: Memories, subject: Subject, audience: str, now: float) -> None:
    """Turns the light of one audience off.

    A conversation's light turns on again with the next evidence that calls for it, likeness alone being none. An
    account's is read from all its conversations at every message: it is remembered as shown, and comes back where it
    rises above that, or above what a dismissal (``dismiss_in_memory``) left of it.
    """
    if subject.kind == "conversation":
        place = memories.load_row(connection, subject.key, (subject.app, subject.id))
        ledger = memories.memory.ledger(*place)
        ledger.shown.pop(audience, None)
        if audience not in ledger.set_aside:
            ledger.set_aside.append(audience)
        memories.rewrite_conversations(connection, [place])
    own = lights.c.subject == subject.key, lights.c.audience == audience
    connection.execute(update(lights).where(*own).values(light=int(Light.GREEN), read_at=now))
    _log(connection, subject, audience, now)


def dismiss_in_memory(
    connection: Connection, memories: Memories, watch: Watch, subject: Subject, said: Dismissal
) -> None:
    """Enters a dismissal as evidence beside what was seen.

    Of an account it is entered in each of its conversations in which anything was noticed about it.
    """
    if subject.kind == "conversation":
        place = memories.load_row(connection, subject.key, (subject.app, subject.id))
        about = connection.execute(
            select(lights.c.about).where(lights.c.subject == subject.key).order_by(lights.c.concern.desc()).limit(1)
        ).scalar()
        concern = _enter(connection, memories, watch, (place, about), said)
        _note_concern(connection, subject, concern)
        return
    own = subject.app, subject.id
    memories.load_contacts(connection, [own])
    account = memories.memory.account(*own)
    noticed = sorted((each for each in account.contacts.values() if each.decibans > 0), key=lambda each: -each.decibans)
    for contact in noticed[:_MOST_CONTACTS]:
        place = contact.app, contact.conversation
        memories.load_conversations(connection, [place])
        _enter(connection, memories, watch, (place, subject.id), said)
        memories.rewrite_conversations(connection, [place])
    before = {name: light for name, light in account.shown.items() if name != said.audience}
    account.shown = {}
    reading, _ = watch.see_account(*own, [])
    still = account.shown.get(said.audience)
    account.shown = before if still is None else {**before, said.audience: still}
    memories.save_accounts(connection, [own], said.at)
    _note_concern(connection, subject, reading.concern)


def _enter(
    connection: Connection,
    memories: Memories,
    watch: Watch,
    meant: tuple[Place, str | None],
    said: Dismissal,
) -> float:
    """Enters the dismissal in one conversation; what was highest there before no longer counts. Gives the concern."""
    (app, name), about = meant
    conversation = memories.memory.conversation(app, name)
    last = conversation.recent[-1].id if conversation.recent else ""
    sighting = dismissal_as_sighting(said.reason, about, last, conversation.count, said.at)
    ledger = memories.memory.ledger(app, name)
    shown, set_aside = dict(ledger.shown), ledger.set_aside
    readings, _ = watch.hear(app, name, [sighting])
    ledger.shown, ledger.set_aside = shown, set_aside  # what a person says turns nothing on by itself
    for reading in readings:
        ledger.highest[reading.about or ""] = reading.decibans
    if about is not None:
        memories.load_accounts(connection, [(app, about)])
        contact = watch.contact(app, name, about)
        memories.memory.account(app, about).contacts[f"{app}/{name}"] = contact
        memories.save_contacts(connection, [(app, about, contact)])
    return max((reading.concern for reading in readings), default=0.0)


def _note_concern(connection: Connection, subject: Subject, concern: float) -> None:
    connection.execute(update(lights).where(lights.c.subject == subject.key).values(concern=concern))


def _log(connection: Connection, subject: Subject, audience: str, now: float) -> None:
    """Whoever follows the log of changes hears that the light is off; the reading is the one that had turned it on."""
    own = changes.c.subject == subject.key, changes.c.audience == audience
    last = connection.execute(select(changes).where(*own).order_by(changes.c.number.desc()).limit(1)).first()
    if last is None or not last.after:
        return
    row: dict[str, Any] = {name: value for name, value in last._mapping.items() if name != "number"}  # noqa: SLF001 - the row's own view
    connection.execute(insert(changes).values(**{**row, "before": last.after, "after": int(Light.GREEN), "at": now}))
