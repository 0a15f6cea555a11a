"""Errors as problem+json (RFC 9457), and the largest body that a request may have."""

from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

import msgspec
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from sqlalchemy.exc import DataError, DBAPIError
from starlette.exceptions import HTTPException as StarletteHTTPException

from belisha.stream.writer import Busy

MEDIA = "application/problem+json"
Message = MutableMapping[str, Any]
Send = Callable[[Message], Awaitable[None]]
Receive = Callable[[], Awaitable[Message]]


class Problem(BaseModel):
    """What went wrong (RFC 9457)."""

    type: str = Field(default="about:blank", description="Always about:blank: the status says what kind it is.")
    title: str = Field(description="The kind of problem, in a few words.")
    status: int = Field(description="The HTTP status again.")
    detail: str = Field(description="What was wrong with this request, and what to do.")
    errors: list[dict[str, Any]] = Field(default=[], description="For each wrong field: where it stands, and why.")


def problem(
    status: int, detail: str, headers: dict[str, str] | None = None, errors: list[dict[str, Any]] | None = None
) -> Response:
    """A problem as a response."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or [])
    return Response(body.model_dump_json(), status, headers, MEDIA)


def described(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """How a route says in OpenAPI that it may answer with these problems."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA: schema}, "model": Problem}
        for status in statuses
    }


def answer_with_problems(application: FastAPI) -> None:
    """Every error of this application becomes problem+json; none shows what it happened inside."""

    @application.exception_handler(StarletteHTTPException)
    async def _http(_request: Request, error: StarletteHTTPException) -> Response:
        headers = dict(error.headers) if error.headers else None
        return problem(error.status_code, str(error.detail), headers)

    @application.exception_handler(RequestValidationError)
    async def _invalid(_request: Request, error: RequestValidationError) -> Response:
        wrong = [{"where": list(each["loc"]), "why": each["msg"]} for each in error.errors()[:20]]
        return problem(422, "The request is not what this address takes.", errors=wrong)

    @application.exception_handler(Busy)
    async def _busy(_request: Request, error: Busy) -> Response:
        return problem(503, f"{error}; nothing of this request was taken in.", {"Retry-After": "2"})

    @application.exception_handler(OverflowError)
    @application.exception_handler(DataError)
    async def _unfit(_request: Request, _error: Exception) -> Response:
        return problem(422, "The request holds a number or a character that the database does not take.")

    @application.exception_handler(DBAPIError)
    async def _away(_request: Request, _error: Exception) -> Response:
        return problem(503, "The database is away; nothing of this request was taken in.", {"Retry-After": "5"})

    @application.exception_handler(Exception)
    async def _any(_request: Request, _error: Exception) -> Response:
        return problem(500, "Something went wrong inside the service; it was logged.")


class BodyLimit:
    """Refuses bodies over a size, whether they say their length or not.

    Args:
        application: what is behind.
        most: bytes.
    """

    def __init__(self, application: Any, most: int) -> None:  # noqa: ANN401 - an ASGI application
        self._application = application
        self._most = most

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Passes a request on, or refuses it."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        said = dict(scope["headers"]).get(b"content-length", b"0")
        if not said.isdigit() or int(said) > self._most:
            await self._refuse(scope, receive, send)
            return
        body, more = b"", True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                break
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > self._most:
                await self._refuse(scope, receive, send)
                return

        passed = False

        async def again() -> Message:
            nonlocal passed
            if passed:
                return await receive()
            passed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._application(scope, again, send)

    async def _refuse(self, scope: Message, receive: Receive, send: Send) -> None:
        detail = f"The body may have at most {self._most} bytes; send what it holds in several requests."
        await problem(413, detail)(scope, receive, send)


def invalid(detail: str) -> HTTPException:
    """The error for a request that is understood and cannot be done."""
    return HTTPException(422, detail)


def decoded(body: bytes, kind: Any) -> Any:  # noqa: ANN401 - whatever kind says
    """A JSON body as a structure.

    Raises:
        HTTPException: 422, naming the place.
    """
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise invalid(str(error)) from error
