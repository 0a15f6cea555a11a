"""A conversation and an account as a reviewer reads them, and the decisions that are made there."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from belisha.errors import Unusable
from belisha.findings import Point
from belisha.stream.store.accounts_read import account_of, account_with, decisions_on
from belisha.stream.store.cases import cases_with
from belisha.stream.store.conversations_read import (
    ConversationRead,
    conversation_with,
    course_of,
    evidence_of,
    messages_around,
)
from belisha.stream.store.decisions import REASONS, Decision, What, confirm, deciding
from belisha.stream.store.queue import give_up, take_on, waiting_of
from belisha.stream.store.roles import Right
from belisha.stream.store.sessions import count_reviewed
from belisha.surfaces.audience_view import audience_named
from belisha.surfaces.console.concern_plot import concern_plot
from belisha.surfaces.console.marked import Marked, marked
from belisha.surfaces.console.visit import Acting, Form, Visit, Visiting, missing

router = APIRouter()
_BEFORE, _AFTER = 12, 12
_WAIT = 30.0
"""Seconds that a page waits for the writer."""
Position = Annotated[int, Query(ge=1, le=2**31)]


@router.get("/console/conversation/{key}")
def conversation(visit: Visiting, key: str, at: Position | None = None) -> Response:
    """A conversation around a message: the one that turned the light, unless another is asked for."""
    visit.need(Right.SEE_MESSAGES)
    vault = visit.service.vault
    with visit.reading() as connection:
        found = conversation_with(connection, vault, visit.platform, key)
        if found is None:
            raise missing()
        evidence = evidence_of(connection, visit.platform, key)
        here = at or _first_to_read(found, evidence)
        page = messages_around(connection, vault, visit.platform, key, (max(1, here - _BEFORE), here + _AFTER))
        course = course_of(connection, visit.platform, key)
        waiting = waiting_of(connection, visit.platform, key)
        about = waiting.about if waiting else None
        suspect = account_of(connection, visit.platform, found.app, about) if about else None
        others = [account_of(connection, visit.platform, found.app, name) for name in _others(found, about)]
        decided = decisions_on(connection, visit.platform, key)
        cases = cases_with(connection, visit.platform, key)
    with visit.writing() as connection:
        visit.note(connection, "opened conversation", subject=key)
    reviewed = count_reviewed(visit.service.database, visit.session)
    return visit.page(
        "conversation.html",
        found=found,
        messages=marked(page.messages),
        page=page,
        here=here,
        evidence=evidence,
        plot=_plot(visit, found, [point for _, point in course]),
        waiting=waiting,
        suspect=suspect,
        others=others,
        decided=decided,
        cases=cases,
        reasons=REASONS,
        pause=_is_time_for_a_break(visit, reviewed),
        reviewed=reviewed,
    )


@router.get("/console/conversation/{key}/messages")
def more_messages(visit: Visiting, key: str, first: Position, last: Position) -> Response:
    """Further messages of a conversation, as a piece of its page."""
    visit.need(Right.SEE_MESSAGES)
    with visit.reading() as connection:
        page = messages_around(connection, visit.service.vault, visit.platform, key, (first, last))
    if not page.messages:
        raise missing()
    with visit.writing() as connection:
        visit.note(connection, "read on", subject=key, first=first, last=last)
    shown: Sequence[Marked] = marked(page.messages)
    return visit.page("messages.html", messages=shown, here=0)


@router.get("/console/account/{key}")
def account(visit: Visiting, key: str) -> Response:
    """An account: what is known of it, whom it writes to, and what was decided before."""
    visit.need(Right.SEE_MESSAGES)
    with visit.reading() as connection:
        found = account_with(connection, visit.platform, key)
        if found is None:
            raise missing()
        waiting = waiting_of(connection, visit.platform, key)
        decided = decisions_on(connection, visit.platform, key)
        cases = cases_with(connection, visit.platform, key)
    with visit.writing() as connection:
        visit.note(connection, "opened account", subject=key)
    return visit.page(
        "account.html", found=found, waiting=waiting, decided=decided, cases=cases, reasons=REASONS, suspect=found
    )


@router.post("/console/{kind}/{key}/decide")
def decide(visit: Acting, kind: str, key: str, form: Form) -> Response:
    """Decides, and goes on to what waits next."""
    visit.need(Right.DECIDE)
    try:
        what = What(str(form.get("what", "")))
    except ValueError as error:
        raise Unusable("Choose what to do.") from error
    decision = Decision(
        platform=visit.platform,
        key=key,
        what=what,
        person=visit.person,
        reason=str(form.get("reason", "")),
        note=str(form.get("note", ""))[:4_000],
    )
    act = deciding(decision, visit.service.outbox, visit.now)
    visit.service.writer.run(visit.platform, act).result(_WAIT)
    stays = what in {What.WARN, What.RESTRICT, What.LIFT}
    return visit.back(f"/console/{kind}/{key}" if stays else f"/console/next?after={key}")


@router.post("/console/decision/{number}/confirm")
def second(visit: Acting, number: int, form: Form) -> Response:
    """Agrees with somebody else's decision."""
    visit.need(Right.DECIDE)
    with visit.writing() as connection:
        confirm(connection, visit.platform, number, visit.person, visit.now)
    return visit.back(_ours(form))


@router.post("/console/{kind}/{key}/take")
def take(visit: Acting, kind: str, key: str, form: Form) -> Response:
    """Takes a subject on, or gives it back."""
    visit.need(Right.DECIDE)
    with visit.writing() as connection:
        if waiting_of(connection, visit.platform, key) is None:
            raise missing()
        if form.get("back"):
            give_up(connection, visit.platform, key, visit.person, visit.now)
        else:
            take_on(connection, visit.platform, key, visit.person, visit.now)
    return visit.back(f"/console/{kind}/{key}")


def _ours(form: dict[str, Any]) -> str:
    """The page to go back to, if it is one of ours."""
    where = str(form.get("where", ""))
    return where if where.startswith("/console/") and "//" not in where and "\\" not in where else "/console"


def _first_to_read(found: ConversationRead, evidence: Sequence[int]) -> int:
    if found.turned:
        return found.turned[-1].position or 1
    return evidence[-1] if evidence else max(1, found.count - _AFTER)


def _others(found: ConversationRead, about: str | None) -> list[str]:
    busiest = sorted(found.tallies, key=lambda name: -found.tallies[name])
    return [name for name in dict.fromkeys((*busiest, *found.members)) if name and name != about][:4]


def _plot(visit: Visit, found: ConversationRead, course: Sequence[Point]) -> Any:  # noqa: ANN401 - for the template
    audience = audience_named("moderators")
    turned = [(each.position, each.after) for each in found.turned if each.position]
    del visit
    return concern_plot(course, found.count, turned, audience)


def _is_time_for_a_break(visit: Visit, reviewed: int) -> bool:
    after = int(visit.person.preferences.get("break_after", 25))
    return reviewed % after == 0
