"""Deletion of one account's data over HTTP, for the platform that was asked for it and has checked who asks."""

import asyncio
import time
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from belisha.stream.erasure import Preserved, erasing
from belisha.stream.erasure_search import Found, look_for
from belisha.stream.store.access import ApiKey
from belisha.stream.store.arrivals import subject_of
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described
from belisha.surfaces.api.shapes import AppName, Name
from belisha.surfaces.running import Running

router = APIRouter(tags=["people"])


class ErasureIn(BaseModel):
    """Whose data is to be deleted."""

    model_config = ConfigDict(extra="forbid")

    account: Name
    app: AppName = "chat"


class ErasureOut(BaseModel):
    """What was deleted, or made nameless."""

    messages: int = Field(ge=0, description="Messages of the account: their words and sender are gone.")
    conversations: int = Field(ge=0, description="Conversations in which its name is gone.")
    lights: int = Field(ge=0)
    notices: int = Field(ge=0)
    decisions: int = Field(ge=0)
    deliveries: int = Field(ge=0, description="Notices and webhooks about the account, sent or still to be sent.")
    kept: list[str] = Field(description="What had to be kept, and why, in sentences; empty when nothing had to.")


@router.post(
    "/v1/erasures",
    response_model=ErasureOut,
    responses=described(401, 403, 409, 413, 422, 429, 503),
    summary="Delete an account's data",
)
async def erase(
    wanted: ErasureIn,
    key: Annotated[ApiKey, Depends(allowed("data:erase"))],
    service: Annotated[Running, Depends(running)],
) -> dict[str, Any]:
    """Deletes what is known of an account, and its words; 409 while a case still needs them. It cannot be undone."""
    account, now = subject_of(key.platform, wanted.app, "account", wanted.account), time.time()

    def look() -> Found:
        with service.database.reading() as connection:
            return look_for(connection, service.vault, account, now)

    act = erasing(account, None, key.id, now, await run_in_threadpool(look))
    try:
        erased = await asyncio.wrap_future(service.writer.run(key.platform, act))
    except Preserved as error:
        raise HTTPException(409, str(error)) from error
    plain: dict[str, Any] = msgspec.to_builtins(erased)
    return plain
