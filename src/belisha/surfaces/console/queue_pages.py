"""The queue: what waits for somebody, in the order in which it should be looked at."""

import base64
import contextlib
import re
from typing import Annotated, Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from fastapi import APIRouter, Query, Response

from belisha.errors import Unusable
from belisha.stream.store.decisions import REASONS, Decision, What, deciding
from belisha.stream.store.queue import Place, Wanted, filters_of, next_waiting, queue_counts, queue_page
from belisha.stream.store.roles import Right
from belisha.surfaces.console.visit import HOME, Acting, Form, Visit, Visiting

router = APIRouter()
_STATES = ("open", "escalated", "acknowledged", "dismissed", "closed")
_LIGHTS = {"amber": 1, "red": 2}
_ON_A_PAGE = 50
_TICKED = "light-"
"""What the name of a ticked field begins with; the key of its subject follows."""
_FILTER = re.compile(r"[\w=&%+.~-]{1,500}", re.ASCII)
"""What may stand behind the question mark of the queue's address, to go back to the same filters."""
_FILTERS = {"state", "light", "app", "source", "kind", "mine"}
_FOR_SEVERAL = {What.ACKNOWLEDGE, What.DISMISS}
_WAIT = 30.0
"""Seconds that a page waits for the writer."""
Text = Annotated[str, Query(max_length=4000)]


@router.get(HOME)
def queue(
    visit: Visiting,
    state: Text = "open",
    light: Text = "",
    app: Text = "",
    source: Text = "",
    kind: Text = "",
    mine: Text = "",
    after: Text = "",
) -> Response:
    """One page of the queue, with its filters."""
    visit.need(Right.SEE_QUEUE)
    chosen = {"state": state, "light": light, "app": app, "source": source, "kind": kind, "mine": mine}
    return _drawn(visit, {name: value for name, value in chosen.items() if value}, after)


def _drawn(visit: Visit, chosen: dict[str, str], after: str = "") -> Response:
    state = chosen.get("state", "open")
    wanted = Wanted(
        state=state if state in _STATES else None,
        light=_LIGHTS.get(chosen.get("light", "")),
        app=chosen.get("app"),
        source=chosen.get("source"),
        kind=chosen.get("kind"),
        reviewer=visit.person.id if chosen.get("mine") else None,
    )
    with visit.reading() as connection:
        page = queue_page(connection, visit.platform, wanted, _place(after), _ON_A_PAGE)
        counts = queue_counts(connection, visit.platform)
        filters = filters_of(connection, visit.platform)
    return visit.page(
        "queue.html",
        page=page,
        counts=counts,
        filters=filters,
        chosen=chosen,
        states=_STATES,
        reasons=REASONS,
        next=_written(page.next) if page.next else "",
    )


@router.get("/console/next")
def following(visit: Visiting, after: Text = "", did: Text = "", before: Text = "") -> Response:
    """Goes to what waits next, and says there what was done before."""
    visit.need(Right.SEE_QUEUE)
    with visit.reading() as connection:
        found = next_waiting(connection, visit.platform, Wanted(), after)
    told = f"?{urlencode({'did': did, 'before': before})}" if visit.done else ""
    return visit.back(f"/console/{found.kind}/{found.key}{told}" if found else f"{HOME}{told}")


@router.post("/console/queue/decide")
def decide_several(visit: Acting, form: Form) -> Response:
    """Acknowledges or dismisses each light that was ticked: every one a decision of its own, as if it were made alone.

    Where some could not be decided, the queue is shown again with what was typed; the others are decided.
    """
    visit.need(Right.DECIDE)
    filtered = str(form.get("filter", ""))
    filtered = filtered if _FILTER.fullmatch(filtered) else ""
    try:
        _decide_each(visit, form)
    except Unusable as error:
        visit.refuse(error, form)
        return _drawn(visit, {name: value for name, value in parse_qsl(filtered) if name in _FILTERS})
    return visit.back(f"{HOME}?{filtered}{'&' if filtered else ''}did=several")


def _decide_each(visit: Visit, form: dict[str, Any]) -> None:
    what = str(form.get("what", ""))
    if what not in _FOR_SEVERAL:
        raise Unusable("Several lights at once can be acknowledged or dismissed, nothing else.")
    keys = [name.removeprefix(_TICKED) for name in form if name.startswith(_TICKED)][:_ON_A_PAGE]
    if not keys:
        raise Unusable("Tick at least one light in the queue.")
    reason, note = str(form.get("reason", "")), str(form.get("note", ""))[:4_000]
    reason = reason if what == What.DISMISS else ""
    troubles = [trouble for key in keys if (trouble := _decided(visit, key, What(what), (reason, note)))]
    if troubles:
        raise Unusable(f"{len(keys) - len(troubles)} were decided, {len(troubles)} were not: {troubles[0]}")


def _decided(visit: Visit, key: str, what: What, said: tuple[str, str]) -> str:
    """Decides one; gives why it could not be, or nothing."""
    decision = Decision(visit.platform, key, what, visit.person, *said)
    act = deciding(decision, visit.service.outbox, visit.now)
    try:
        visit.service.writer.run(visit.platform, act).result(_WAIT)
    except Unusable as error:
        return str(error)
    return ""


def _written(place: Place) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode("ascii")


def _place(written: str) -> Place | None:
    with contextlib.suppress(ValueError, msgspec.DecodeError, msgspec.ValidationError):
        found: Any = msgspec.json.decode(base64.urlsafe_b64decode(written.encode()), type=Place)
        return (found[0], found[1])
    return None
