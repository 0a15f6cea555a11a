"""The console as a whole: its pages, and what is shown when something cannot be."""

from urllib.parse import urlsplit

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from belisha.errors import Unreadable, Unusable
from belisha.stream.store.roles import NotAllowed
from belisha.surfaces.api.problems import problem
from belisha.surfaces.console import (
    administration_pages,
    case_pages,
    conversation_pages,
    decision_pages,
    entry,
    oversight_pages,
    queue_pages,
)
from belisha.surfaces.console.visit import HEADERS, HOME, Refused, SignInFirst, Visiting, drawn, missing

_TITLES = {403: "Not allowed", 404: "Not found", 500: "This could not be read"}
PARTS = (
    entry,
    queue_pages,
    case_pages,
    conversation_pages,
    decision_pages,
    oversight_pages,
    administration_pages,
)


def add_console(application: FastAPI) -> None:
    """Adds the console's pages; they stand in no description of the interface."""
    for part in PARTS:
        application.include_router(part.router, include_in_schema=False)

    application.add_api_route("/", _home, include_in_schema=False)
    application.add_api_route("/console/{rest:path}", _nothing, include_in_schema=False)

    @application.exception_handler(SignInFirst)
    async def _sign_in(_request: Request, _error: SignInFirst) -> Response:
        return RedirectResponse("/console/sign-in", 303, HEADERS)

    @application.exception_handler(NotAllowed)
    async def _not_allowed(request: Request, error: NotAllowed) -> Response:
        return _trouble(request, 403, str(error))

    @application.exception_handler(Refused)
    async def _refused(request: Request, error: Refused) -> Response:
        return _trouble(request, error.status_code, error.detail)

    @application.exception_handler(Unusable)
    async def _unusable(request: Request, error: Unusable) -> Response:
        return _trouble(request, 422, str(error))

    @application.exception_handler(Unreadable)
    async def _unreadable(request: Request, error: Unreadable) -> Response:
        return _trouble(request, 500, error.what)


async def _home() -> Response:
    return RedirectResponse(HOME, 303, HEADERS)


def _nothing(_visit: Visiting) -> Response:
    raise missing()


def _trouble(request: Request, status: int, says: str) -> Response:
    """A page that says why, with the ways on from here; what asked for no page of the console gets a problem."""
    if not request.url.path.startswith(HOME):
        return problem(status, says)
    before = urlsplit(request.headers.get("referer", "")).path
    return drawn(
        "trouble.html",
        status,
        visit=getattr(request.state, "visit", None),
        address="",
        title=_TITLES.get(status, "This could not be done"),
        says=says,
        before=before if before.startswith(f"{HOME}/") else "",
    )
