"""Who is at the console, what may be seen, and how a page is drawn."""

import re
import time
from datetime import UTC, datetime
from importlib.resources import files
from typing import Annotated, Any

import jinja2
import msgspec
from fastapi import Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy import Connection, select

from belisha.errors import BelishaError
from belisha.model import Light
from belisha.response.reports.plot import BOTTOM, HEIGHT, LEFT, RIGHT, WIDTH
from belisha.response.reports.wording import counted, visible
from belisha.stream.store.audit import record
from belisha.stream.store.roles import NotAllowed, Person, Right, may
from belisha.stream.store.sessions import Session, form_token_holds, session_of
from belisha.stream.store.tables import platforms
from belisha.surfaces.api.callers import running
from belisha.surfaces.running import Running

COOKIE = "belisha_session"
HOME = "/console"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_OWN_SITE = {"same-origin", "none"}
"""What ``Sec-Fetch-Site`` (W3C Fetch Metadata) says of our own forms, and of what a person began itself."""
_DONE = {
    "acknowledge": "Acknowledged.",
    "dismiss": "Dismissed.",
    "escalate": "Escalated: a colleague looks at it.",
    "report": "Marked as reported.",
    "warn": "The child is warned again.",
    "restrict": "The restriction begins in 1 to 12 hours.",
    "lift": "The restriction ends now.",
    "several": "Each that was ticked is decided.",
    "agree": "You agreed with the decision.",
    "take": "You took it on.",
    "back": "You gave it back.",
    "case": "Done, and written down.",
    "appeal": "The appeal is decided.",
    "own": "Your settings are kept.",
    "model": "The change is written into the audit log.",
}
"""What an address may say that was done just before."""
_A_SUBJECT = re.compile("(?:conversation|account)/[0-9a-f]{32}")
_SHORT_WAIT, _LONG_WAIT, _TWO_DAYS = 90, 2 * 3_600, 48 * 3_600


class SignInFirst(Exception):
    """Nobody is signed in here."""


class Refused(HTTPException):
    """Nothing is shown or done, for a reason that a person reads as a page with a way back."""


class Refusal(msgspec.Struct, frozen=True):
    """Why a form was refused, and what had been typed into it: the page is drawn again with both."""

    says: str
    status: int
    typed: dict[str, str]


class Visit:
    """One request of somebody who is signed in.

    Args:
        request: it.
        service: behind it.
        session: who.
    """

    def __init__(self, request: Request, service: Running, session: Session) -> None:
        self.request = request
        self.service = service
        self.session = session
        self.now = time.time()
        self.platforms = self._reached()
        self.refusal: Refusal | None = None

    @property
    def person(self) -> Person:
        """Who is there."""
        return self.session.person

    @property
    def platform(self) -> str:
        """The platform that is looked at: the person's own, or the one that it chose last."""
        chosen = self.person.platform or self.person.preferences.get("platform")
        return chosen if chosen in self.platforms else (self.platforms or ["default"])[0]

    def may(self, right: str) -> bool:
        """Whether the person may do something here."""
        return may(self.person, Right(right), self.platform)

    def need(self, right: Right) -> None:
        """Lets through who may.

        Raises:
            Refused: 403 for everybody else.
        """
        if not self.may(right):
            raise Refused(403, "Your role does not include this.")

    def refuse(self, error: BelishaError, form: dict[str, Any]) -> None:
        """Notes that a form was refused: the page that is drawn next says why, and keeps what was typed."""
        typed = {name: value for name, value in form.items() if isinstance(value, str) and name != "form_token"}
        self.refusal = Refusal(str(error), 403 if isinstance(error, NotAllowed) else 422, typed)

    def typed(self, field: str, otherwise: str = "") -> str:
        """What had been typed into a field of a form that was refused."""
        return self.refusal.typed.get(field, otherwise) if self.refusal else otherwise

    @property
    def done(self) -> str:
        """What was done just before, as the address of this page says it: one of our own sentences, or nothing."""
        return _DONE.get(self.request.query_params.get("did", ""), "")

    @property
    def before(self) -> str:
        """The page of what was decided just before, or nothing."""
        named = self.request.query_params.get("before", "")
        return f"{HOME}/{named}" if _A_SUBJECT.fullmatch(named) else ""

    def reading(self) -> Any:  # noqa: ANN401 - a context manager of a connection
        """A connection for questions."""
        return self.service.database.reading()

    def writing(self) -> Any:  # noqa: ANN401 - a context manager of a connection
        """A transaction."""
        return self.service.database.writing()

    def note(self, connection: Connection, what: str, **about: str | float | None) -> None:
        """Writes into the audit log what this person does."""
        record(connection, self.person, what, self.now, platform=self.platform, **about)

    def page(self, template: str, **shown: Any) -> HTMLResponse:  # noqa: ANN401 - what it shows
        """A page, drawn; with the status of the refusal where a form was refused."""
        http = self.refusal.status if self.refusal else 200
        return drawn(template, http, visit=self, address=self.request.url.path, **shown)

    def back(self, where: str) -> Response:
        """Goes to another page after a form."""
        return RedirectResponse(where, 303, HEADERS)

    def _reached(self) -> list[str]:
        if self.person.platform is not None:
            return [self.person.platform]
        with self.service.database.reading() as connection:
            return list(connection.execute(select(platforms.c.id).order_by(platforms.c.id)).scalars())


def visiting(request: Request, service: Annotated[Running, Depends(running)]) -> Visit:
    """A dependency: the visit of somebody who is signed in.

    Raises:
        SignInFirst: when nobody is.
    """
    token = request.cookies.get(COOKIE, "")
    session = session_of(service.database, token, service.settings.sign_in, time.time()) if token else None
    if session is None:
        raise SignInFirst
    visit = Visit(request, service, session)
    request.state.visit = visit
    return visit


async def form_of(request: Request) -> dict[str, Any]:
    """A dependency: the fields of the form.

    Raises:
        Refused: 403 where the browser says that another site sent it: signing somebody in as another person needs no
            session, so that no token could tell.
    """
    if request.headers.get("sec-fetch-site", "same-origin") not in _OWN_SITE:
        raise Refused(403, "This form was sent by another site. Go back and try again.")
    return dict(await request.form())


def acting(visit: Annotated[Visit, Depends(visiting)], form: Annotated[dict[str, Any], Depends(form_of)]) -> Visit:
    """A dependency: the visit of somebody who sends one of our own forms.

    Raises:
        Refused: 403 when the form does not carry the session's token.
    """
    if not form_token_holds(visit.session, str(form.get("form_token", ""))):
        raise Refused(403, "This form is too old or did not come from this console. Go back and try again.")
    return visit


Visiting = Annotated[Visit, Depends(visiting)]
Acting = Annotated[Visit, Depends(acting)]
Form = Annotated[dict[str, Any], Depends(form_of)]


def drawn(template: str, http: int = 200, **shown: Any) -> HTMLResponse:  # noqa: ANN401 - what it shows
    """A page, drawn; also for those who are not signed in."""
    return HTMLResponse(_PAGES.get_template(template).render({"visit": None, **shown}), http, HEADERS)


def missing() -> Refused:
    """The answer where there is nothing, or nothing of this platform: the two look alike."""
    return Refused(404, "There is nothing here.")


def _moment(seconds: float | datetime | str | None) -> str:
    """A time to be read: given in seconds since 1970, or as a book writes it (ISO 8601)."""
    if isinstance(seconds, str):
        try:
            return _moment(datetime.fromisoformat(seconds))
        except ValueError:  # a book that was tampered with can say anything; whether it holds is said elsewhere
            return seconds or "time unknown"
    if seconds is None:
        return "time unknown"
    at = seconds if isinstance(seconds, datetime) else datetime.fromtimestamp(seconds, UTC)
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _waited(seconds: float) -> str:
    """A span of time in the largest unit that says something."""
    seconds = abs(seconds)
    if seconds < _SHORT_WAIT:
        return f"{seconds:.0f} s"
    if seconds < _LONG_WAIT:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3_600:.0f} h" if seconds < _TWO_DAYS else f"{seconds / 86_400:.0f} days"


def _percent(share: float | None) -> str:
    return "none yet" if share is None else f"{100 * share:.0f} %"


def _light_word(light: int) -> str:
    return Light(light).word


def _environment() -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.ChoiceLoader(
            [jinja2.PackageLoader("belisha.surfaces.console"), jinja2.PackageLoader("belisha.response.reports")]
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        moment=_moment, waited=_waited, percent=_percent, light=_light_word, counted=counted, visible=visible
    )
    made.globals.update(width=WIDTH, height=HEIGHT, left=LEFT, right=RIGHT, bottom=BOTTOM)
    return made


_PAGES = _environment()


def static_file(name: str) -> tuple[bytes, str]:
    """A style sheet or script of the console with its media type.

    Raises:
        Refused: 404 for anything else.
    """
    media = {"console.css": "text/css", "console.js": "text/javascript"}.get(name)
    if media is None:
        raise missing()
    content = files("belisha.surfaces.console").joinpath("static", name).read_bytes()
    if name.endswith(".css"):  # the report's own look first, so that evidence looks the same on paper and here
        content = files("belisha.response.reports").joinpath("templates", "report.css").read_bytes() + b"\n" + content
    return content, media
