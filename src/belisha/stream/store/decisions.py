"""What reviewers decide about a light, and what follows from it, in one transaction of the writer.

A page calls ``writer.run(platform, deciding(decision, outbox, now))``. Acknowledging and dismissing turn the light of
one audience off: it starts again from what comes then; a dismissal also weighs as evidence. No other audience's light
changes: a child stays warned whatever a moderator says. A restriction begins 1 to 12 hours later, by chance, so that
nobody can tell from it what was noticed when.
"""

import enum
import secrets
from collections.abc import Callable
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, or_, select, update

from belisha.errors import Unusable
from belisha.model import Change, Light
from belisha.stream.outbox import Outbox
from belisha.stream.store.arrivals import Subject, subject_of
from belisha.stream.store.audit import record
from belisha.stream.store.case_books import write_in_open_cases
from belisha.stream.store.desk_tables import case_conversations, cases, decisions
from belisha.stream.store.light_reset import Dismissal, dismiss_in_memory, turn_off
from belisha.stream.store.lights_on import turned_of
from belisha.stream.store.memories import Memories
from belisha.stream.store.queue import subject_with
from belisha.stream.store.roles import NotAllowed, Person, Right, refuse_unless
from belisha.stream.store.tables import accounts, lights
from belisha.stream.watch import Watch

_SOONEST, _LATEST = 3_600.0, 12 * 3_600.0
"""Seconds between which a restriction begins after it was decided."""
_LONGEST_NOTE = 10_000


class What(enum.StrEnum):
    """What can be decided."""

    ACKNOWLEDGE = "acknowledge"
    """Seen; nothing to do now. New evidence turns the light on again."""
    DISMISS = "dismiss"
    """Nothing wrong; needs a reason, and weighs against the next alarm."""
    ESCALATE = "escalate"
    """Somebody with more experience is to look; the light stays."""
    WARN = "warn"
    """The child is told again; the light stays."""
    RESTRICT = "restrict"
    """The account is to be kept from writing; needs the right to."""
    LIFT = "lift"
    """Ends a restriction."""
    REPORT = "report"
    """Handed to the police or a hotline; needs a case that two people released."""


REASONS = {
    "known": "they know each other in real life",
    "family": "family, teacher, coach or another adult with a reason",
    "peers": "two young people of one age",
    "game": "a game, a role or song lyrics",
    "misread": "the words mean something else here",
    "test": "a test or a demonstration",
    "other": "something else, said in the note",
}
"""Reasons for a dismissal."""
_NEEDS = {What.RESTRICT: Right.RESTRICT, What.LIFT: Right.RESTRICT, What.REPORT: Right.RELEASE}
_STATES = {
    What.ACKNOWLEDGE: "acknowledged",
    What.DISMISS: "dismissed",
    What.ESCALATE: "escalated",
    What.REPORT: "closed",
}


class Decision(msgspec.Struct, frozen=True):
    """What somebody decides.

    Attributes:
        platform: whose.
        key: hexadecimal key of the subject.
        what: the decision.
        person: who.
        reason: one of ``REASONS``, for a dismissal.
        note: in the person's own words.
        audience: whose light.
    """

    platform: str
    key: str
    what: What
    person: Person
    reason: str = ""
    note: str = ""
    audience: str = "moderators"


def deciding(decision: Decision, outbox: Outbox, now: float) -> Callable[[Connection, Memories, Watch], int]:
    """What ``Writer.run`` is to run; it gives the number of the decision.

    Raises, when run:
        NotAllowed: when the person may not.
        Unusable: for a subject without a light, a dismissal without a reason, a report without a released case.
    """

    def decide(connection: Connection, memories: Memories, watch: Watch) -> int:
        refuse_unless(decision.person, _NEEDS.get(decision.what, Right.DECIDE), decision.platform)
        subject = _checked(connection, decision)
        light = _light(connection, decision, subject)
        number = _written(connection, decision, subject, light, now)
        _follow(_Moment(connection, memories, watch, outbox, now), decision, subject, light)
        state = _STATES.get(decision.what)
        if state is not None and light is not None:
            own = lights.c.subject == subject.key, lights.c.audience == decision.audience
            connection.execute(update(lights).where(*own).values(state=state))
        said = {"what": decision.what.value, "reason": decision.reason, "note": decision.note, "decision": number}
        write_in_open_cases(connection, decision.platform, subject.key, decision.person, {"at": now, **said})
        about = {"decision": number, "reason": decision.reason or None, "audience": decision.audience}
        what = f"decided: {decision.what.value}"
        record(connection, decision.person, what, now, platform=decision.platform, subject=decision.key, **about)
        return number

    return decide


def confirm(connection: Connection, platform: str, number: int, person: Person, now: float) -> None:
    """A second person agrees with a decision: only then may anything be learned from it.

    Raises:
        NotAllowed: when the person may not, or decided it itself.
        Unusable: when there is no such decision, or a second person agreed already.
    """
    refuse_unless(person, Right.DECIDE, platform)
    own = decisions.c.number == number, decisions.c.platform == platform
    row = connection.execute(select(decisions).where(*own)).first()
    if row is None or row.second is not None:
        raise Unusable(f"There is no decision {number} that waits for a second person.")
    if row.person == person.id:
        raise NotAllowed("A decision is confirmed by somebody else than who made it.")
    connection.execute(update(decisions).where(*own).values(second=person.id, second_at=now))
    key = bytes(row.subject).hex()
    record(connection, person, "confirmed decision", now, platform=platform, subject=key, decision=number)


class _Moment(msgspec.Struct, frozen=True):
    """What a decision works with."""

    connection: Connection
    memories: Memories
    watch: Watch
    outbox: Outbox
    now: float


def _checked(connection: Connection, decision: Decision) -> Subject:
    subject = subject_with(connection, decision.platform, decision.key)
    if subject is None:
        raise Unusable("There is no such conversation or account on this platform.")
    if decision.what is What.DISMISS and decision.reason not in REASONS:
        raise Unusable("A dismissal needs a reason: choose one.")
    if decision.what is not What.DISMISS and decision.reason:
        raise Unusable("Only a dismissal has a reason; say it in the note.")
    if decision.reason == "other" and not decision.note.strip():
        raise Unusable("Say in the note why it is dismissed.")
    if len(decision.note) > _LONGEST_NOTE:
        raise Unusable(f"A note has {_LONGEST_NOTE} characters at most.")
    if decision.what is What.REPORT and not _is_released(connection, subject):
        raise Unusable("A report needs a case that two people released: open one, and have somebody else agree.")
    return subject


def _light(connection: Connection, decision: Decision, subject: Subject) -> Any:  # noqa: ANN401 - a row of lights
    own = lights.c.subject == subject.key, lights.c.audience == decision.audience
    row = connection.execute(select(lights).where(*own)).first()
    if row is None and not (decision.what in {What.RESTRICT, What.LIFT} and subject.kind == "account"):
        raise Unusable(f"No light of {decision.audience} ever turned here: there is nothing to decide.")
    return row


def _is_released(connection: Connection, subject: Subject) -> bool:
    belongs = case_conversations.c.conversation == subject.key
    if subject.kind == "account":
        belongs = or_(belongs, (cases.c.about == subject.id) & (cases.c.app == subject.app))
    question = select(cases.c.number).outerjoin(case_conversations, case_conversations.c.case == cases.c.number)
    released = cases.c.platform == subject.platform, cases.c.status == "released"
    return connection.execute(question.where(*released, belongs).limit(1)).first() is not None


def _written(
    connection: Connection,
    decision: Decision,
    subject: Subject,
    light: Any,  # noqa: ANN401 - a row of lights
    now: float,
) -> int:
    done = connection.execute(
        insert(decisions).values(
            platform=subject.platform,
            subject=subject.key,
            kind=subject.kind,
            app=subject.app,
            id=subject.id,
            about=light.about if light is not None else subject.id,
            audience=decision.audience,
            source=light.source if light is not None else "",
            person=decision.person.id,
            what=decision.what.value,
            reason=decision.reason,
            note=decision.note,
            light=light.light if light is not None else int(Light.GREEN),
            concern=light.concern if light is not None else 0.0,
            turned_at=light.turned_at if light is not None else now,
            at=now,
        )
    )
    key = done.inserted_primary_key
    assert key is not None  # noqa: S101 - one row was inserted
    return int(key[0])


def _follow(moment: _Moment, decision: Decision, subject: Subject, light: Any) -> None:  # noqa: ANN401 - a row
    what = decision.what
    if what is What.DISMISS:
        said = Dismissal(decision.reason, decision.audience, moment.now)
        dismiss_in_memory(moment.connection, moment.memories, moment.watch, subject, said)
    if what in {What.ACKNOWLEDGE, What.DISMISS, What.REPORT}:
        turn_off(moment.connection, moment.memories, subject, decision.audience, moment.now)
    elif what is What.WARN:
        _warn(moment, decision, subject)
    elif what in {What.RESTRICT, What.LIFT}:
        account = subject.id if subject.kind == "account" else light.about
        if account is None:
            raise Unusable("It cannot be told which account this is about: decide it on the account itself.")
        restrict(
            moment.connection,
            moment.outbox,
            subject_of(subject.platform, subject.app, "account", account),
            moment.now,
            lift=what is What.LIFT,
        )


def restrict(connection: Connection, outbox: Outbox, account: Subject, now: float, *, lift: bool) -> None:
    """Restricts an account some time from now, or ends its restriction at once, and tells the platform then."""
    begins = now if lift else now + _SOONEST + secrets.SystemRandom().random() * (_LATEST - _SOONEST)
    known = connection.execute(select(accounts.c.restricted_at).where(accounts.c.key == account.key)).first()
    values = {"restricted_at": None if lift else now, "restricted_from": None if lift else begins}
    if known is None:
        own = {"key": account.key, "platform": account.platform, "app": account.app, "id": account.id, "seen_at": now}
        connection.execute(insert(accounts).values(**own, **values, facts=b"", ties=b"", shown=b""))
    else:
        connection.execute(update(accounts).where(accounts.c.key == account.key).values(**values))
    outbox.restricted(connection, account, begins, now, ends=lift)


def _warn(moment: _Moment, decision: Decision, subject: Subject) -> None:
    if subject.kind != "conversation":
        raise Unusable("A warning is about one conversation: decide it there.")
    turned = [each for each in turned_of(moment.connection, subject.key, decision.audience) if each.after]
    if not turned:
        raise Unusable("No light turned here: there is nothing to warn of.")
    last = turned[-1]
    change = Change(last.reading.subject, "children", Light(last.before), Light(last.after), last.reading)
    place = moment.memories.load_row(moment.connection, subject.key, (subject.app, subject.id))
    members = moment.memories.memory.conversation(*place).members
    moment.memories.load_accounts(moment.connection, [(subject.app, member) for member in members])
    subject = msgspec.structs.replace(subject, id=place[1])
    if not moment.outbox.warn_again(moment.connection, moment.memories, subject, change, moment.now):
        raise Unusable("Nobody can be warned: no child is known in this conversation, or nothing reaches it there.")
