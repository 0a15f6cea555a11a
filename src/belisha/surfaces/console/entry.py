"""The way in and out: sign in, invitations, OpenID Connect, and what each person sets for itself."""

import time
from typing import Annotated, Any

from authlib.integrations.httpx_client import AsyncOAuth2Client
from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from belisha.errors import Unusable
from belisha.stream.store.invitations import accept, invited
from belisha.stream.store.people import set_preferences
from belisha.stream.store.sessions import SignInRefused, sign_in, sign_in_with_subject, sign_out
from belisha.surfaces.api.callers import Callers, refuse_beyond, running
from belisha.surfaces.console.openid import Provider, provider_of
from belisha.surfaces.console.visit import COOKIE, HEADERS, HOME, Acting, Form, Visiting, drawn, missing, static_file
from belisha.surfaces.running import Running

router = APIRouter()
Service = Annotated[Running, Depends(running)]
_STATE = "belisha_oidc"
_STATE_SECONDS = 600


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
    provider = await _provider(service)
    client = _client(service, provider)
    address, state = client.create_authorization_url(provider.authorization_endpoint, nonce=provider.nonce)
    answer = RedirectResponse(address, 303, HEADERS)
    answer.set_cookie(
        _STATE, f"{state}.{provider.nonce}", _STATE_SECONDS, httponly=True, samesite="lax", path="/console"
    )
    return answer


@router.get("/console/oidc/back")
async def end_openid(request: Request, service: Service, code: str = "", state: str = "") -> Response:
    """Signs in whom the provider names, if that person was added here."""
    kept, _, nonce = request.cookies.get(_STATE, "").partition(".")
    if not kept or kept != state:
        raise HTTPException(403, "This sign-in was not begun here, or took too long.")
    provider = await _provider(service)
    async with _client(service, provider) as client:
        given = await client.fetch_token(provider.token_endpoint, code=code)
        subject = await provider.subject_of(given, nonce, client)
    try:
        token, _ = sign_in_with_subject(service.database, subject, time.time(), request.cookies.get(COOKIE, ""))
    except SignInRefused as refused:
        return drawn("sign_in.html", 403, oidc=True, trouble=str(refused), name="")
    return _entered(service, token)


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
        wanted["break_after"] = max(5, min(200, int(str(form.get("break_after", "25")) or 25)))
    with visit.writing() as connection:
        set_preferences(connection, visit.person, wanted)
    return visit.back(HOME if "platform" in form else "/console/preferences")


def _entered(service: Running, token: str) -> Response:
    answer = RedirectResponse(HOME, 303, HEADERS)
    is_https = service.settings.listen.public_url.startswith("https:")
    seconds = service.settings.sign_in.hours * 3_600
    answer.set_cookie(COOKIE, token, seconds, path="/console", httponly=True, samesite="strict", secure=is_https)
    return answer


async def _provider(service: Running) -> Provider:
    settings = service.settings.sign_in
    if not settings.oidc_issuer:
        raise missing()
    return await provider_of(settings)


def _client(service: Running, provider: Provider) -> AsyncOAuth2Client:
    listen = service.settings.listen
    base = listen.public_url or f"http://{listen.host}:{listen.port}"
    return provider.client(f"{base}/console/oidc/back")
