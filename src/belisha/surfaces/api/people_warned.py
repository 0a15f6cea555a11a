"""What a platform asks about people: what a child is to be told, and whether an account is restricted."""

import time
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from belisha.response.notice_words import pause
from belisha.stream.store.access import ApiKey
from belisha.stream.store.warned import notices_for, restriction_of
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described
from belisha.surfaces.api.shapes import AppName, Name
from belisha.surfaces.running import Running

router = APIRouter(tags=["people"])
Service = Annotated[Running, Depends(running)]
PauseKind = Literal["picture", "address"]


class NoticeOut(BaseModel):
    """A notice that is for one child alone. Show it to nobody else, least of all to the account it is about."""

    id: str
    account: str
    conversation: str
    light: Literal["amber", "red"]
    created_at: float
    answer: str | None = Field(description="What the child answered: fine, known or help; null until then.")


class NoticesOut(BaseModel):
    """The notices of one child, the newest first."""

    notices: list[NoticeOut]


class Restriction(BaseModel):
    """Whether an account may go on writing, and before what a pause is to be offered to it."""

    restricted: bool
    pause_before: list[PauseKind] = Field(description="Empty for everybody but a child that was warned.")
    pause_words: dict[PauseKind, str] = Field(
        description="For each of pause_before, one sentence to show to this account alone, in the language that it "
        "chats in and for its age. Empty for everybody but a child that was warned."
    )


@router.get(
    "/v1/notices",
    response_model=NoticesOut,
    responses=described(401, 403, 422, 429, 503),
    summary="What a child is to be told",
)
async def list_notices(
    key: Annotated[ApiKey, Depends(allowed("notices:read"))],
    service: Service,
    account: Annotated[Name, Query()],
    app: Annotated[AppName, Query()] = "chat",
) -> dict[str, Any]:
    """For platforms that show notices themselves. The words come with the webhook ``notices``."""
    return {"notices": await run_in_threadpool(_notices, service, key.platform, app, account)}


@router.get(
    "/v1/restrictions",
    response_model=Restriction,
    responses=described(401, 403, 422, 429, 503),
    summary="Whether an account is restricted",
)
async def restriction(
    key: Annotated[ApiKey, Depends(allowed("restrictions:read"))],
    service: Service,
    account: Annotated[Name, Query()],
    app: Annotated[AppName, Query()] = "chat",
) -> dict[str, Any]:
    """Asked before a message is let through; answers from an index, for what was never seen too.

    A restriction begins some time after it was decided, by chance, so that nobody can tell from it what was noticed.
    """
    return await run_in_threadpool(_restriction, service, key.platform, (app, account))


def _notices(service: Running, platform: str, app: str, account: str) -> list[dict[str, Any]]:
    with service.database.reading() as connection:
        return notices_for(connection, platform, app, account)


def _restriction(service: Running, platform: str, place: tuple[str, str]) -> dict[str, Any]:
    with service.database.reading() as connection:
        found = restriction_of(connection, service.vault, platform, place, time.time())
    words: dict[str, str] = {}
    if found.warned is not None:
        language = found.warned.language or service.settings.warning.language
        words = {kind: pause(kind, language, found.warned.age) for kind in get_args(PauseKind)}
    return {"restricted": found.restricted, "pause_before": list(words), "pause_words": words}
