"""The ``CaseFile`` of a case: everything that an export is written from, taken from the database at one moment."""

import functools
import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import Connection, select

from belisha import plugins, tactic_model, text_model, weights
from belisha.clues import AccountClue, Clue
from belisha.model import Change, Light, Relation, Tie
from belisha.response.cases.case_file import (
    AttachedFile,
    CaseConversation,
    CaseFile,
    CaseMessage,
    ClueMeaning,
    Entry,
    Kept,
    Program,
    ProgramFile,
    Status,
    TurnedLight,
    YoungPerson,
)
from belisha.settings import Settings
from belisha.stream.lanes import named_audience
from belisha.stream.store.case_attachments import files_of
from belisha.stream.store.case_books import entries_of
from belisha.stream.store.cases import CaseRead, case_with
from belisha.stream.store.conversations_read import ConversationRead, MessageRead, conversation_with, message_read
from belisha.stream.store.lights_on import Turned
from belisha.stream.store.memories import Memories
from belisha.stream.store.queue import key_in
from belisha.stream.store.tables import messages, platforms
from belisha.stream.store.vault import Vault

AUDIENCE = "moderators"
CONTEXT = 10
"""Messages before and after a piece of evidence that come with it."""
_MOST_MESSAGES = 5_000
"""Of one conversation, the last ones."""
_GROWN = 18
DANGER, DANGER_OVER = "danger now", "danger over"
"""What an entry of the book is called that says that a child is in danger now, and one that takes it back."""


def case_file(  # noqa: PLR0913, PLR0917 - which case, from where, and when
    connection: Connection, vault: Vault, platform: str, number: int, settings: Settings, now: float
) -> CaseFile | None:
    """A case with its evidence, context, lights, decisions and files; None when this platform has none."""
    case = case_with(connection, platform, number)
    if case is None:
        return None
    heads = [conversation_with(connection, vault, platform, key, AUDIENCE) for key in case.conversations]
    known = [head for head in heads if head is not None]
    told = [_conversation(connection, vault, head, case.about) for head in known]
    memories = Memories(platform, vault, len(known) + 1)
    people = {(head.app, name) for head in known for name in head.members}
    for head in known:
        memories.load_by_key(connection, bytes.fromhex(head.key), (head.app, head.id))
    memories.load_accounts(connection, people | ({(case.app, case.about)} if case.about else set()))
    book = entries_of(connection, number)
    title = connection.execute(select(platforms.c.title).where(platforms.c.id == platform)).scalar()
    return CaseFile(
        id=f"{platform}-{number}",
        platform=title or platform,
        app=case.app,
        title=case.title,
        status=Status(case.status),
        opened_at=_moment(case.created_at),
        closed_at=_closed_at(book) if case.status == "closed" else None,
        written_at=datetime.fromtimestamp(now, UTC),
        program=_program(settings),
        subject=case.about,
        young=tuple(_young(memories, sorted(people - {(case.app, case.about)}))),
        facts=tuple(fact for app, name in sorted(people) if (fact := memories.memory.facts_of(app, name)) is not None),
        relations=tuple(_relations(memories)),
        conversations=tuple(told),
        changes=tuple(_turned(known)),
        meanings=_meanings({seen.clue for each in told for seen in each.sightings}),
        book=book,
        files=tuple(
            AttachedFile(each.name, each.media, each.sha256, each.size, _moment(each.added_at))
            for each in files_of(connection, platform, number)
        ),
        kept=_kept(case, book, settings),
        danger_now=_danger(book),
    )


def was_released(case: CaseFile) -> bool:
    """Whether two people agreed that a case may be handed over; nothing may leave before."""
    return any(entry.said("what") == "released" for entry in case.book)


def _conversation(
    connection: Connection, vault: Vault, head: ConversationRead, subject: str | None
) -> CaseConversation:
    own = messages.c.conversation == key_in(head.key)
    noticed = select(messages.c.position).where(own, messages.c.seen.is_not(None))
    evidence = list(connection.execute(noticed.order_by(messages.c.position.desc()).limit(_MOST_MESSAGES)).scalars())
    wanted = {near for at in evidence for near in range(at - CONTEXT, at + CONTEXT + 1)}
    question = select(messages).where(own).order_by(messages.c.position)
    if wanted:
        question = question.where(messages.c.position >= min(wanted), messages.c.position <= max(wanted))
    else:  # nothing was noticed in it, and somebody added it none the less: its end is what it is about
        question = question.where(messages.c.position > head.count - 2 * CONTEXT)
    read = [message_read(row, vault) for row in connection.execute(question) if not wanted or row.position in wanted][
        -_MOST_MESSAGES:
    ]
    readings = [reading for each in read for reading in each.readings if subject is None or reading.about == subject]
    return CaseConversation(
        id=head.id,
        title=head.title,
        members=head.members,
        count=head.count,
        messages=tuple(map(_message, read)),
        sightings=tuple(seen for each in read for seen in each.sightings),
        highest=max(readings, key=lambda reading: reading.decibans, default=None),
    )


def _message(read: MessageRead) -> CaseMessage:
    said = read.message
    return CaseMessage(
        index=read.position,
        id=said.id,
        sender=said.sender,
        sent_at=said.sent_at,
        provenance=said.provenance,
        text_sha256=read.text_sha256,
        text=read.text,
        text_deleted_at=_moment(read.cleared_at),
        is_evidence=bool(read.sightings),
        kind=said.kind,
        recipients=said.recipients,
        attachments=said.attachments,
        reply_to=said.reply_to,
        deleted=said.deleted,
        copies=said.copies,
    )


def _young(memories: Memories, people: Iterable[tuple[str, str]]) -> Iterable[YoungPerson]:
    for app, name in people:
        facts = memories.memory.facts_of(app, name)
        stated = [
            age
            for conversation in memories.memory.conversations.values()
            if conversation.app == app and name in conversation.tallies
            for age in conversation.tallies[name].ages
        ]
        if facts is not None and facts.age is not None:
            if facts.age < _GROWN:
                yield YoungPerson(name, f"the platform states the age {facts.age}", facts.age)
        elif facts is not None and facts.role == "child":
            yield YoungPerson(name, "the platform says that it is a child's", None)
        elif stated and min(stated) < _GROWN:
            yield YoungPerson(name, f"it states the age {min(stated)} in the chat", min(stated))


def _relations(memories: Memories) -> Iterable[Relation]:
    for account in memories.memory.accounts.values():
        for tie, others in account.ties.items():
            for other in others:
                yield Relation(other, account.id, Tie(tie), account.app)


def _turned(heads: Sequence[ConversationRead]) -> list[TurnedLight]:
    found: list[tuple[float, Turned]] = [(each.at, each) for head in heads for each in head.turned]
    return [
        TurnedLight(
            _moment(at),
            Change(each.reading.subject, each.audience, Light(each.before), Light(each.after), each.reading),
        )
        for at, each in sorted(found, key=lambda pair: (pair[0], pair[1].number))
    ]


def _program(settings: Settings) -> Program:
    audience = named_audience(AUDIENCE)
    keep = settings.keep
    return Program(
        version=version("belisha"),
        files=tuple(
            ProgramFile(path.name, _hashed(path, path.stat().st_mtime_ns))
            for path in (text_model.SHIPPED, tactic_model.SHIPPED, weights.SHIPPED)
        ),
        audience=AUDIENCE,
        amber_from=audience.shown_from(Light.AMBER),
        red_from=audience.shown_from(Light.RED),
        settings=(f"text is kept: {keep.text}", f"text is deleted after {keep.days} days unless a case keeps it"),
    )


@functools.lru_cache(maxsize=16)
def _hashed(path: Path, _changed: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _meanings(clues: set[str]) -> tuple[ClueMeaning, ...]:
    known = [*plugins.find("belisha.clues", Clue), *plugins.find("belisha.clues", AccountClue)]
    return tuple(
        ClueMeaning(each.name, each.means, each.innocent)
        for each in sorted(known, key=lambda clue: clue.name)
        if each.name in clues
    )


def _kept(case: CaseRead, book: Sequence[Entry], settings: Settings) -> Kept:
    notes = [entry.said("note") for entry in book if entry.said("what") == "preserved"]
    return Kept(_moment(case.keep_until), settings.keep.days, notes[-1] if notes else "")


def _danger(book: Sequence[Entry]) -> str:
    said = ""
    for entry in book:
        if entry.said("what") == DANGER:
            said = entry.said("note") or "A reviewer says so."
        elif entry.said("what") == DANGER_OVER:
            said = ""
    return said


def _closed_at(book: Sequence[Entry]) -> datetime | None:
    closed = [entry.said("at") for entry in book if entry.said("what") == "closed"]
    return datetime.fromisoformat(closed[-1]) if closed else None


def _moment(at: float | None) -> datetime | None:
    return None if at is None else datetime.fromtimestamp(at, UTC)
