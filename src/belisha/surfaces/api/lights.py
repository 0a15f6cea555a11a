"""Lights over HTTP: those that are on, one subject's, and a stream of those that turn."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from belisha.model import Light
from belisha.stream.store.access import ApiKey
from belisha.stream.store.database import key_of
from belisha.stream.store.lights_on import LightOn, Turned, last_change, light_of, lights_on, turned_of, turned_since
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described, invalid
from belisha.surfaces.api.shapes import AppName, LightWord, Name, reading_out
from belisha.surfaces.running import Running

router = APIRouter(tags=["lights"])
AudienceName = Literal["children", "parents", "moderators", "police"]
Kind = Literal["conversation", "account"]
_KEEP_ALIVE = 15.0
"""Seconds after which a silent stream says that it is still there."""
Reader = Annotated[ApiKey, Depends(allowed("lights:read"))]
Service = Annotated[Running, Depends(running)]


class LightOut(BaseModel):
    """A light of one subject, for one audience."""

    app: str
    kind: Kind
    id: str
    audience: str
    light: LightWord
    concern: float = Field(description="Now; it fades with time, the light does not.")
    highest: float
    about: str | None = Field(description="The account that the concern is about; null when it cannot be told.")
    turned_at: float = Field(description="Seconds since 1970.")
    state: str = Field(description="What reviewers made of it: open, acknowledged, dismissed, escalated or closed.")


class LightsOut(BaseModel):
    """Some lights, and how to ask for those after them."""

    lights: list[LightOut]
    next: str | None = Field(description="Give it as after to go on; null at the end.")


class SubjectOut(BaseModel):
    """The light of one subject, how it came to be, and why. Green means nothing noticed, never safe."""

    app: str
    kind: Kind
    id: str
    audience: str
    light: LightWord
    course: list[dict[str, Any]] = Field(description="Each turn of the light with its reasons, oldest first.")


@router.get(
    "/v1/lights", response_model=LightsOut, responses=described(401, 403, 422, 429, 503), summary="Lights that are on"
)
async def list_lights(
    key: Reader,
    service: Service,
    audience: AudienceName = "moderators",
    lowest: Literal["amber", "red"] = "amber",
    app: Annotated[AppName | None, Query()] = None,
    kind: Kind | None = None,
    after: Annotated[str | None, Query(max_length=4000, description="next of the answer before")] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> dict[str, Any]:
    """All amber and red lights of your platform, the most recently turned first."""

    def ask() -> list[LightOn]:
        with service.database.reading() as connection:
            return lights_on(
                connection,
                key.platform,
                audience=audience,
                lowest=int(Light[lowest.upper()]),
                app=app,
                kind=kind,
                after=_place(after),
                limit=limit,
            )

    found = await run_in_threadpool(ask)
    following = _written(found[-1]) if len(found) == limit else None
    return {"lights": [_light_out(each) for each in found], "next": following}


@router.get(
    "/v1/light",
    response_model=SubjectOut,
    responses=described(401, 403, 422, 429, 503),
    summary="The light of one conversation or account",
)
async def one_light(
    key: Reader,
    service: Service,
    name: Annotated[Name, Query(alias="id")],
    kind: Kind = "conversation",
    app: Annotated[AppName, Query()] = "chat",
    audience: AudienceName = "moderators",
) -> dict[str, Any]:
    """The light, each of its turns and the reasons; also for what was never seen, which is green."""
    subject = key_of(kind, key.platform, app, name)

    def ask() -> tuple[LightOn | None, list[Turned]]:
        with service.database.reading() as connection:
            return light_of(connection, subject, audience), turned_of(connection, subject, audience)

    light, turned = await run_in_threadpool(ask)
    course = [_event(each) for each in turned]
    word = Light(light.light).word if light else Light.GREEN.word
    return {"app": app, "kind": kind, "id": name, "audience": audience, "light": word, "course": course}


@router.get(
    "/v1/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {}}}, **described(401, 403, 422, 429, 503)},
    summary="Lights as they turn (server-sent events)",
)
async def events(
    key: Reader,
    service: Service,
    request: Request,
    audience: AudienceName = "moderators",
    since: Annotated[int | None, Query(ge=0, le=2**62, description="go on after this event")] = None,
    last_event_id: Annotated[str | None, Header(pattern=r"^\d{1,18}$")] = None,
) -> StreamingResponse:
    """A stream of events named ``light``. Each has an id; with ``Last-Event-ID`` or ``since`` nothing is missed."""
    start = int(last_event_id) if last_event_id else since

    async def stream() -> AsyncIterator[bytes]:
        number = start
        with service.wakeup.waiting() as woken:
            if number is None:
                number = await run_in_threadpool(_last, service, key.platform)
            yield b": connected\n\n"
            while not await request.is_disconnected():
                woken.clear()
                found = await run_in_threadpool(_since, service, key.platform, number, audience)
                for each in found:
                    number = each.number
                    yield b"id: %d\nevent: light\ndata: %s\n\n" % (number, msgspec.json.encode(_event(each)))
                if found:
                    continue
                try:
                    await asyncio.wait_for(woken.wait(), _KEEP_ALIVE)
                except TimeoutError:
                    yield b": still here\n\n"

    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(stream(), media_type="text/event-stream", headers=headers)


def _last(service: Running, platform: str) -> int:
    with service.database.reading() as connection:
        return last_change(connection, platform)


def _since(service: Running, platform: str, number: int, audience: str) -> list[Turned]:
    with service.database.reading() as connection:
        return turned_since(connection, platform, number, audience=audience)


def _event(turned: Turned) -> dict[str, Any]:
    return {
        "number": turned.number,
        "app": turned.app,
        "kind": turned.kind,
        "id": turned.id,
        "audience": turned.audience,
        "before": Light(turned.before).word,
        "after": Light(turned.after).word,
        "position": turned.position,
        "message": turned.message,
        "at": turned.at,
        **reading_out(turned.reading),
    }


def _light_out(light: LightOn) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.to_builtins(light)
    return {**plain, "light": Light(light.light).word}


def _written(light: LightOn) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode([light.turned_at, light.kind, light.id])).decode("ascii")


def _place(written: str | None) -> tuple[float, str, str] | None:
    if written is None:
        return None
    with contextlib.suppress(ValueError, msgspec.DecodeError, msgspec.ValidationError):
        content = base64.urlsafe_b64decode(written.encode())
        return msgspec.json.decode(content, type=tuple[float, str, str])
    raise invalid("after: this is not the next of an answer.")
