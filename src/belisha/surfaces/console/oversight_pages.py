"""What those look at who answer for the work: appeals, figures, people, and the audit log."""

from typing import Annotated

from fastapi import APIRouter, Query, Response
from sqlalchemy import Connection

from belisha.errors import Unusable
from belisha.stream.store.accounts_read import AccountRead, Decided, account_of
from belisha.stream.store.appeals import appeal_with, appeals_page, decide_appeal
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import audit_page, last_link, verify_audit
from belisha.stream.store.decisions import REASONS, What
from belisha.stream.store.invitations import invite
from belisha.stream.store.people import add_person, change_role, disable, enable, people_of
from belisha.stream.store.platform_audit import prove
from belisha.stream.store.queue import subject_with
from belisha.stream.store.roles import NotAllowed, Person, Right, Role
from belisha.stream.store.statistics import figures_of
from belisha.surfaces.console.day_plot import day_plot
from belisha.surfaces.console.visit import Acting, Form, Visit, Visiting, missing

router = APIRouter()
_DAY = 86_400
_HIGHEST = 2**62
"""Of numbers in an address: what a database counts up to, with room."""
_PERIODS = (7, 30, 90, 365)
_CALLED = {
    "acknowledge": "acknowledged",
    "dismiss": "dismissed",
    "escalate": "escalated",
    "warn": "child warned again",
    "restrict": "restricted",
    "lift": "restriction lifted",
    "report": "reported",
}
"""What was decided, as it stands in a list."""


@router.get("/console/appeals")
def appeals(
    visit: Visiting, before: Annotated[int | None, Query(ge=1, le=_HIGHEST)] = None, *, decided: bool = False
) -> Response:
    """Appeals that wait, the oldest first; or all of them, the newest first, page by page."""
    visit.need(Right.APPEALS)
    return _draw_appeals(visit, before, decided=decided)


def _draw_appeals(visit: Visit, before: int | None = None, *, decided: bool = False) -> Response:
    with visit.reading() as connection:
        found = appeals_page(connection, visit.service.vault, visit.platform, before, undecided=not decided)
        accounts = {
            each.number: account_of(connection, visit.platform, each.app, each.account)
            for each in found
            if each.outcome is None
        }
        keys = {
            each.number: key
            for each in found
            for key in [subject_of(visit.platform, each.app, "account", each.account).key.hex()]
            if subject_with(connection, visit.platform, key) is not None
        }
    by = {number: _restricted_by(account) for number, account in accounts.items()}
    return visit.page("appeals.html", appeals=found, keys=keys, accounts=accounts, by=by, decided=decided)


def _restricted_by(account: AccountRead) -> Decided | None:
    """The decision by which an account was restricted last; whoever made it decides no appeal against it."""
    return next((each for each in account.decisions if each.what == What.RESTRICT), None)


@router.post("/console/appeals/{number}")
def decide(visit: Acting, number: int, form: Form) -> Response:
    """Decides an appeal."""
    visit.need(Right.APPEALS)
    outcome, note = str(form.get("outcome", "")), str(form.get("note", ""))[:4_000]
    try:
        with visit.writing() as connection:
            found = appeal_with(connection, visit.service.vault, visit.platform, number)
            if found is None:
                raise missing()
            decide_appeal(connection, found, visit.person, (outcome, note), visit.service.outbox, visit.now)
    except (Unusable, NotAllowed) as error:
        visit.refuse(error, {**form, "appeal": str(number)})
        return _draw_appeals(visit)
    return visit.back("/console/appeals?did=appeal")


@router.get("/console/statistics")
def statistics(visit: Visiting, days: Annotated[int, Query(ge=1, le=3_660)] = 30) -> Response:
    """How often lights were right, how long they waited, and where false alarms come from."""
    visit.need(Right.STATISTICS)
    with visit.reading() as connection:
        figures = figures_of(connection, visit.platform, visit.now - days * _DAY, visit.now)
    drawn = day_plot(figures.by_day, (figures.since, figures.until))
    return visit.page(
        "statistics.html", figures=figures, days=days, periods=_PERIODS, plot=drawn, reasons=REASONS, called=_CALLED
    )


@router.get("/console/people")
def people(visit: Visiting) -> Response:
    """Who can sign in."""
    visit.need(Right.PEOPLE)
    return _draw_people(visit)


def _draw_people(visit: Visit, link: str = "") -> Response:
    with visit.reading() as connection:
        found = people_of(connection, visit.person.platform)
    return visit.page("people.html", people=found, roles=list(Role), link=link)


@router.post("/console/people")
def add(visit: Acting, form: Form) -> Response:
    """Makes a person known and shows its invitation, for the only time."""
    visit.need(Right.PEOPLE)
    try:
        wanted = Person(
            id=0,
            name=str(form.get("name", "")).strip(),
            title=str(form.get("title", "")).strip(),
            role=_role(str(form.get("role", ""))),
            platform=str(form.get("platform", "")) or visit.person.platform,
            subject=str(form.get("subject", "")) or None,
        )
        with visit.writing() as connection:
            added = add_person(connection, visit.person, wanted, visit.now)
            token = invite(connection, visit.person, added.id, visit.now)
    except (Unusable, NotAllowed) as error:
        visit.refuse(error, form)
        return _draw_people(visit)
    return _draw_people(visit, _link(visit, token))


@router.post("/console/people/{identity}/{what}")
def change(visit: Acting, identity: int, what: str, form: Form) -> Response:
    """Another role, an end or a new beginning of access, or a new invitation."""
    visit.need(Right.PEOPLE)
    link = ""
    with visit.writing() as connection:
        if what == "role":
            change_role(connection, visit.person, identity, _role(str(form.get("role", ""))), visit.now)
        elif what == "disable":
            disable(connection, visit.person, identity, visit.now)
        elif what == "enable":
            enable(connection, visit.person, identity, visit.now)
        elif what == "invite":
            link = _link(visit, invite(connection, visit.person, identity, visit.now))
        else:
            raise missing()
    return _draw_people(visit, link)


@router.get("/console/audit")
def audit(visit: Visiting, before: Annotated[int | None, Query(ge=1)] = None, *, verify: bool = False) -> Response:
    """The audit log; on request the whole chain is checked."""
    visit.need(Right.AUDIT)
    with visit.reading() as connection:
        entries = audit_page(connection, visit.person.platform, before)
        broken, link = _proven(connection, visit.person.platform, verify=verify)
    return visit.page("audit.html", entries=entries, verified=verify, broken=broken, link=link)


def _proven(connection: Connection, platform: str | None, *, verify: bool) -> tuple[str, str]:
    """What is broken, and the last link: of the service's chain, or of one platform's, for which all is worked out."""
    if platform is None:
        found = verify_audit(connection) if verify else None
        return found.says if found else "", last_link(connection)
    if not verify:
        return "", ""
    proof = prove(connection, platform)
    return proof.broken, proof.link


def _role(written: str) -> Role:
    try:
        return Role(written)
    except ValueError as error:
        raise Unusable(f"There is no role {written!r}.") from error


def _link(visit: Visit, token: str) -> str:
    """Where to go with an invitation; never to where the request's Host header says, which anybody can write."""
    host, port = visit.request.scope["server"]
    served = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    base = visit.service.settings.listen.public_url or served
    return f"{base.rstrip('/')}/console/invitation/{token}"
