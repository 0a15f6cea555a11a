"""A conversation and an account as a reviewer reads them."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response

from belisha.findings import Point
from belisha.response.reports.plot import Plot
from belisha.stream.store.accounts_read import AccountRead, account_of, account_with, decisions_on
from belisha.stream.store.cases import cases_with
from belisha.stream.store.conversations_read import (
    ConversationRead,
    conversation_with,
    course_of,
    evidence_of,
    messages_around,
)
from belisha.stream.store.decisions import REASONS
from belisha.stream.store.lights_on import Turned, turned_of
from belisha.stream.store.queue import Waiting, key_in, waiting_of
from belisha.stream.store.roles import Right
from belisha.stream.store.sessions import count_reviewed
from belisha.surfaces.audience_view import audience_named
from belisha.surfaces.console.concern_plot import concern_plot
from belisha.surfaces.console.marked import marked
from belisha.surfaces.console.visit import Visit, Visiting, missing

router = APIRouter()
_BEFORE, _AFTER = 12, 12
_MOST_SHOWN = 4
"""Accounts beside the one that the light is about whose history is shown; the others are named."""
_AUDIENCE = "moderators"
Position = Annotated[int, Query(ge=1, le=2**31)]


@router.get("/console/conversation/{key}")
def conversation(visit: Visiting, key: str, at: Position | None = None) -> Response:
    """A conversation around a message: the one that turned the light, unless another is asked for."""
    visit.need(Right.SEE_MESSAGES)
    reviewed = count_reviewed(visit.service.database, visit.session)
    return draw_conversation(visit, key, at, reviewed)


def draw_conversation(visit: Visit, key: str, at: int | None = None, reviewed: int = 0) -> Response:
    """The page of a conversation.

    Args:
        visit: who looks.
        key: which.
        at: the message around which it is shown.
        reviewed: how many conversations the person opened since it signed in; 0 where this is none of them.
    """
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
        names = _others(found, about)
        others = [account_of(connection, visit.platform, found.app, name) for name in names[:_MOST_SHOWN]]
        decided = decisions_on(connection, visit.platform, key)
        cases = cases_with(connection, visit.platform, key)
    with visit.writing() as connection:
        visit.note(connection, "opened conversation", subject=key)
    return visit.page(
        "conversation.html",
        found=found,
        messages=marked(page.messages),
        page=page,
        turns=_turns(found.turned),
        here=here,
        why=next((each for each in reversed(found.turned) if each.after), None),
        evidence=evidence,
        plot=_plot(found, [point for _, point in course]),
        waiting=waiting,
        suspect=suspect,
        others=others,
        unshown=names[_MOST_SHOWN:],
        decided=decided,
        cases=cases,
        reasons=REASONS,
        pause=reviewed > 0 and _is_time_for_a_break(visit, reviewed),
        reviewed=reviewed,
    )


@router.get("/console/conversation/{key}/messages")
def more_messages(visit: Visiting, key: str, first: Position, last: Position) -> Response:
    """Further messages of a conversation, as a piece of its page."""
    visit.need(Right.SEE_MESSAGES)
    with visit.reading() as connection:
        page = messages_around(connection, visit.service.vault, visit.platform, key, (first, last))
        turned = turned_of(connection, key_in(key) or b"", _AUDIENCE) if page.messages else []
    if not page.messages:
        raise missing()
    with visit.writing() as connection:
        visit.note(connection, "read on", subject=key, first=first, last=last)
    return visit.page("messages.html", messages=marked(page.messages), turns=_turns(turned))


@router.get("/console/account/{key}")
def account(visit: Visiting, key: str) -> Response:
    """An account: what is known of it, whom it writes to, and what was decided before."""
    visit.need(Right.SEE_MESSAGES)
    return draw_account(visit, key)


def draw_account(visit: Visit, key: str) -> Response:
    """The page of an account."""
    with visit.reading() as connection:
        found = account_with(connection, visit.platform, key)
        if found is None:
            raise missing()
        waiting = waiting_of(connection, visit.platform, key)
        cases = cases_with(connection, visit.platform, key)
    with visit.writing() as connection:
        visit.note(connection, "opened account", subject=key)
    return visit.page(
        "account.html",
        found=found,
        lights=_lights(found),
        waiting=waiting,
        decided=found.decisions,
        cases=cases,
        reasons=REASONS,
        suspect=found,
    )


def _first_to_read(found: ConversationRead, evidence: Sequence[int]) -> int:
    if found.turned:
        return found.turned[-1].position or 1
    return evidence[-1] if evidence else max(1, found.count - _AFTER)


def _others(found: ConversationRead, about: str | None) -> list[str]:
    busiest = sorted(found.tallies, key=lambda name: -found.tallies[name])
    return [name for name in dict.fromkeys((*busiest, *found.members)) if name and name != about]


def _lights(found: AccountRead) -> list[tuple[Waiting, list[Waiting]]]:
    """The lights about an account, those of one subject together: what moderators are shown, and the others' lights."""
    together: dict[str, list[Waiting]] = {}
    for each in found.lights:
        together.setdefault(each.key, []).append(each)
    ordered = [sorted(each, key=lambda light: light.audience != _AUDIENCE) for each in together.values()]
    return [(each[0], each[1:]) for each in ordered]


def _turns(turned: Sequence[Turned]) -> dict[int, int]:
    """Which light turned at which message."""
    return {each.position: each.after for each in turned if each.position and each.after}


def _plot(found: ConversationRead, course: Sequence[Point]) -> Plot | None:
    turned = [(each.position, each.after, each.at) for each in found.turned if each.position]
    return concern_plot(course, found.count, turned, audience_named(_AUDIENCE))


def _is_time_for_a_break(visit: Visit, reviewed: int) -> bool:
    after = int(visit.person.preferences.get("break_after", 25))
    return reviewed % after == 0
