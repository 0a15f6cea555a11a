"""What is decided about a conversation or an account, agreed with, and taken on."""

from typing import Any

from fastapi import APIRouter, Response

from belisha.errors import Unusable
from belisha.stream.store.accounts_read import unconfirmed
from belisha.stream.store.decisions import REASONS, Decision, What, confirm, deciding
from belisha.stream.store.queue import give_up, take_on, waiting_of
from belisha.stream.store.roles import NotAllowed, Right
from belisha.surfaces.console.conversation_pages import draw_account, draw_conversation
from belisha.surfaces.console.visit import Acting, Form, Visit, Visiting, missing

router = APIRouter()
_WAIT = 30.0
"""Seconds that a page waits for the writer."""
_DRAWN = {"conversation": draw_conversation, "account": draw_account}


@router.post("/console/{kind}/{key}/decide")
def decide(visit: Acting, kind: str, key: str, form: Form) -> Response:
    """Decides, and goes on to what waits next; where it is refused, the page is shown again with what was typed."""
    visit.need(Right.DECIDE)
    try:
        what = _decided(visit, key, form)
    except (Unusable, NotAllowed) as error:
        if kind not in _DRAWN:
            raise
        visit.refuse(error, form)
        return _DRAWN[kind](visit, key)
    did = f"did={what}&before={kind}/{key}"
    if what in {What.WARN, What.RESTRICT, What.LIFT}:
        return visit.back(f"/console/{kind}/{key}?did={what}")
    return visit.back(f"/console/next?after={key}&{did}")


@router.get("/console/decisions")
def waiting_decisions(visit: Visiting) -> Response:
    """Decisions of others that wait for a second person; each is agreed with on the page that it is about."""
    visit.need(Right.DECIDE)
    with visit.reading() as connection:
        found = unconfirmed(connection, visit.platform, visit.person.id)
    return visit.page("decisions.html", decided=found, reasons=REASONS)


@router.post("/console/decision/{number}/confirm")
def second(visit: Acting, number: int, form: Form) -> Response:
    """Agrees with somebody else's decision."""
    visit.need(Right.DECIDE)
    with visit.writing() as connection:
        confirm(connection, visit.platform, number, visit.person, visit.now)
    return visit.back(f"{_ours(form)}?did=agree")


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
    return visit.back(f"/console/{kind}/{key}?did={'back' if form.get('back') else 'take'}")


def _decided(visit: Visit, key: str, form: dict[str, Any]) -> What:
    """Decides what a form says.

    Raises:
        Unusable: where it says nothing that can be decided here.
        NotAllowed: where this person may not.
    """
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
    return what


def _ours(form: dict[str, Any]) -> str:
    """The page to go back to, if it is one of ours."""
    where = str(form.get("where", ""))
    return where if where.startswith("/console/") and "//" not in where and "\\" not in where else "/console"
