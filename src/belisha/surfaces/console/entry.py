"""The way in and out: sign in, invitations, OpenID Connect, and what each person sets for itself."""

import hmac
import re
import time
from typing import Annotated, Any

import httpx
import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from belisha.errors import Unusable
from belisha.settings import SignIn
from belisha.stream.store.invitations import accept, invited
from belisha.stream.store.people import set_preferences
from belisha.stream.store.sessions import SignInRefused, sign_in, sign_in_with_subject, sign_out
from belisha.surfaces.api.callers import Callers, refuse_beyond, running
from belisha.surfaces.console.openid import Question, address_to_ask, new_question, provider_of, subject_in_answer
from belisha.surfaces.console.visit import COOKIE, HEADERS, HOME, Acting, Form, Visiting, drawn, missing, static_file
from belisha.surfaces.running import Running

router = APIRouter()
Service = Annotated[Running, Depends(running)]
_QUESTION = "belisha_question"
_QUESTION_SECONDS = 600
_USUAL_BREAK = 25
_A_BREAK = re.compile("[5-9]|[1-9][0-9]|1[0-9][0-9]|200")
"""Conversations after which a break can be asked for: 5 to 200."""


@router.get("/console/static/{name}")
def static(name: str) -> Response:
    """Style sheet and script."""
    content, media = static_file(name)
    return Response(
        content, media_type=media, headers={"Cache-Control": "max-age=3600", "X-Content-Type-Options": "nosniff"}
    )


@router.get("/console/sign-in")
def sign_in_page(service: Service) -> Response:
    """Asks for name and password."""
    return drawn("sign_in.html", oidc=bool(service.settings.sign_in.oidc_issuer), trouble="", name="")


@router.post("/console/sign-in")
def try_sign_in(request: Request, service: Service, form: Form) -> Response:
    """Signs in, or says that it was refused; the answer is the same whatever was wrong."""
    callers: Callers = request.app.state.callers
    refuse_beyond(callers.requests, f"sign-in from {request.client.host if request.client else ''}", 20)
    name, password = str(form.get("name", "")), str(form.get("password", ""))
    try:
        token, _ = sign_in(service.database, name, password, time.time(), request.cookies.get(COOKIE, ""))
    except SignInRefused as refused:
        oidc = bool(service.settings.sign_in.oidc_issuer)
        return drawn("sign_in.html", 403, oidc=oidc, trouble=str(refused), name=name)
    return _entered(service, token)


@router.post("/console/sign-out")
def leave(visit: Acting) -> Response:
    """Ends the session."""
    sign_out(visit.service.database, visit.session, visit.now)
    answer = RedirectResponse("/console/sign-in", 303, HEADERS)
    answer.delete_cookie(COOKIE, path="/console")
    return answer


@router.get("/console/invitation/{token}")
def invitation(token: str, service: Service) -> Response:
    """Lets somebody who was invited choose a password."""
    with service.database.reading() as connection:
        person = invited(connection, token, time.time())
    return drawn("invitation.html", 200 if person else 404, person=person, trouble="")


@router.post("/console/invitation/{token}")
def take_invitation(token: str, service: Service, form: Form) -> Response:
    """Sets the password."""
    password = str(form.get("password", ""))
    with service.database.reading() as connection:
        person = invited(connection, token, time.time())
    if password != str(form.get("again", "")):
        return drawn("invitation.html", 422, person=person, trouble="The two passwords are not the same.")
    try:
        accept(service.database, token, password, time.time())
    except Unusable as refused:
        return drawn("invitation.html", 422 if person else 404, person=person, trouble=str(refused))
    return RedirectResponse("/console/sign-in", 303, HEADERS)


@router.get("/console/oidc")
async def begin_openid(service: Service) -> Response:
    """Sends the browser to the OpenID Connect provider."""
    settings = _openid_settings(service)
    question = new_question()
    async with httpx.AsyncClient() as client:
        provider = await provider_of(settings, client)
    answer = RedirectResponse(address_to_ask(provider, settings, question, _back(service)), 303, HEADERS)
    kept = ".".join(msgspec.structs.astuple(question))
    secure = service.settings.listen.public_url.startswith("https:")
    answer.set_cookie(_QUESTION, kept, _QUESTION_SECONDS, path="/console", httponly=True, samesite="lax", secure=secure)
    return answer


@router.get("/console/oidc/back")
async def end_openid(request: Request, service: Service, code: str = "", state: str = "") -> Response:
    """Signs in whom the provider names, if that person was added here."""
    settings = _openid_settings(service)
    kept = request.cookies.get(_QUESTION, "").split(".")
    if (
        not state
        or len(kept) != len(Question.__struct_fields__)
        or not hmac.compare_digest(kept[0].encode(), state.encode())
    ):
        raise HTTPException(403, "This sign-in was not begun here, or took too long.")
    async with httpx.AsyncClient() as client:
        provider = await provider_of(settings, client)
        subject = await subject_in_answer(provider, settings, Question(*kept), (code, _back(service)), client)
    before = request.cookies.get(COOKIE, "")
    try:
        token, _ = await run_in_threadpool(sign_in_with_subject, service.database, subject, time.time(), before)
    except SignInRefused as refused:
        return drawn("sign_in.html", 403, oidc=True, trouble=str(refused), name="")
    answer = _entered(service, token)
    answer.delete_cookie(_QUESTION, path="/console")
    return answer


@router.get("/console/preferences")
def preferences_page(visit: Visiting) -> Response:
    """What a reviewer can set: blurred text, grey pictures, breaks."""
    return visit.page("preferences.html")


@router.post("/console/preferences")
def set_own_preferences(visit: Acting, form: Form) -> Response:
    """Keeps them."""
    wanted: dict[str, Any] = dict(visit.person.preferences)
    if "platform" in form:
        wanted["platform"] = str(form["platform"])
    else:
        wanted["blur"] = "blur" in form
        wanted["grey"] = "grey" in form
        wanted["keys"] = "keys" in form
        written = str(form.get("break_after", ""))
        wanted["break_after"] = int(written) if _A_BREAK.fullmatch(written) else _USUAL_BREAK
    with visit.writing() as connection:
        set_preferences(connection, visit.person, wanted)
    return visit.back(HOME if "platform" in form else "/console/preferences?did=own")


def _entered(service: Running, token: str) -> Response:
    answer = RedirectResponse(HOME, 303, HEADERS)
    is_https = service.settings.listen.public_url.startswith("https:")
    seconds = service.settings.sign_in.hours * 3_600
    answer.set_cookie(COOKIE, token, seconds, path="/console", httponly=True, samesite="strict", secure=is_https)
    return answer


def _openid_settings(service: Running) -> SignIn:
    if not service.settings.sign_in.oidc_issuer:
        raise missing()
    return service.settings.sign_in


def _back(service: Running) -> str:
    listen = service.settings.listen
    return f"{listen.public_url or f'http://{listen.host}:{listen.port}'}/console/oidc/back"
