"""Appeals over HTTP: an account that was restricted says why it should not be, through its platform."""

import time
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from belisha.stream.store.access import ApiKey
from belisha.stream.store.appeals import LONGEST_APPEAL, TooManyAppeals, file_appeal
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import record
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described
from belisha.surfaces.api.shapes import AppName, Name
from belisha.surfaces.running import Running

router = APIRouter(tags=["people"])


class AppealFiled(BaseModel):
    """Who appeals, and in which words. Your platform has made sure that it is this account that asks."""

    model_config = ConfigDict(extra="forbid")

    account: Name
    app: AppName = "chat"
    text: str = Field(
        min_length=1, max_length=LONGEST_APPEAL, pattern=r"\S", description="In the person's own words; kept sealed."
    )


class AppealTaken(BaseModel):
    """An appeal that was taken in. It says nothing of whether the account is restricted, or why."""

    number: int = Field(ge=1)
    created_at: float = Field(description="Seconds since 1970.")


@router.post(
    "/v1/appeals",
    status_code=201,
    response_model=AppealTaken,
    responses=described(401, 403, 409, 413, 422, 429, 503),
    summary="File an appeal for an account",
)
async def appeal(
    filed: AppealFiled,
    key: Annotated[ApiKey, Depends(allowed("appeals:write"))],
    service: Annotated[Running, Depends(running)],
) -> dict[str, Any]:
    """Puts an appeal among those that reviewers decide; somebody else decides than who restricted the account.

    The answer is the same for every account, restricted or not, known or not: nobody can learn from it whether anything
    was noticed. When one is granted, the webhook ``restrictions`` tells it. 409 while several of this account wait.
    """
    try:
        return await run_in_threadpool(_file, service, key, filed, time.time())
    except TooManyAppeals as error:
        raise HTTPException(409, str(error)) from error


def _file(service: Running, key: ApiKey, filed: AppealFiled, now: float) -> dict[str, Any]:
    subject = subject_of(key.platform, filed.app, "account", filed.account)
    with service.database.writing() as connection:
        account = filed.app, filed.account
        number = file_appeal(connection, service.vault, key.platform, account, (filed.text, now))
        about: dict[str, str | float | None] = {"subject": subject.key.hex(), "key": key.id, "appeal": number}
        record(connection, None, "appeal filed", now, platform=key.platform, **about)
    return {"number": number, "created_at": now}
