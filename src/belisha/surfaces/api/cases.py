"""Cases over HTTP: which there are, one of them, and the forms in which a released one is handed over."""

import base64
import contextlib
import time
from typing import Annotated, Any, Literal

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Path, Query, Response
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from belisha import plugins
from belisha.errors import Unusable
from belisha.response.exports import Export, ReportingOrganisation
from belisha.stream.store.access import ApiKey
from belisha.stream.store.audit import record
from belisha.stream.store.case_books import add_entry
from belisha.stream.store.case_files import case_file, was_released
from belisha.stream.store.cases import CaseRead, case_with, cases_page
from belisha.stream.store.queue import subject_with
from belisha.surfaces.api.callers import allowed, running
from belisha.surfaces.api.problems import described, invalid
from belisha.surfaces.running import Running

router = APIRouter(tags=["cases"])
Reader = Annotated[ApiKey, Depends(allowed("cases:read"))]
Service = Annotated[Running, Depends(running)]
Number = Annotated[int, Path(ge=1, le=2**53, description="The case's number.")]
_EXPORTS = {export.name: export for export in plugins.find("belisha.response.exports", Export)}
_MEDIA: dict[str, Any] = {export.media: {} for export in _EXPORTS.values()}


class CaseOut(BaseModel):
    """A case. Its text leaves through exports only, once two people released it."""

    number: int
    app: str
    about: str | None = Field(description="The account that it is about; null when it cannot be told.")
    title: str
    status: Literal["open", "released", "closed"]
    created_at: float = Field(description="Seconds since 1970.")
    changed_at: float
    keep_until: float | None = Field(description="Nothing of it is deleted before; null when no day was set.")
    conversations: list[str] = Field(description="Ids of its conversations.")


class CasesOut(BaseModel):
    """Some cases, and how to ask for those after them."""

    cases: list[CaseOut]
    next: str | None = Field(description="Give it as after to go on; null at the end.")


@router.get("/v1/cases", response_model=CasesOut, responses=described(401, 403, 422, 429, 503), summary="Cases")
async def list_cases(
    key: Reader,
    service: Service,
    status: Literal["open", "released", "closed"] | None = None,
    after: Annotated[str | None, Query(max_length=200, description="next of the answer before")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The cases of your platform, the most recently changed first."""

    def ask() -> tuple[list[dict[str, Any]], str | None]:
        with service.database.reading() as connection:
            found = cases_page(connection, key.platform, status, _place(after), limit)
            following = _written(found[-1]) if len(found) == limit else None
            return [_case_out(connection, each) for each in found], following

    cases, following = await run_in_threadpool(ask)
    return {"cases": cases, "next": following}


@router.get(
    "/v1/cases/{number}", response_model=CaseOut, responses=described(401, 403, 404, 422, 429, 503), summary="One case"
)
async def one_case(key: Reader, service: Service, number: Number) -> dict[str, Any]:
    """A case without its text."""

    def ask() -> dict[str, Any] | None:
        with service.database.reading() as connection:
            found = case_with(connection, key.platform, number)
            return None if found is None else _case_out(connection, found)

    found = await run_in_threadpool(ask)
    if found is None:
        raise HTTPException(404, "There is no such case on your platform.")
    return found


@router.get(
    "/v1/cases/{number}/exports/{form}",
    response_class=Response,
    responses={200: {"content": _MEDIA}, **described(401, 403, 404, 409, 422, 429, 503)},
    summary="A released case, as evidence",
)
async def export(
    key: Reader,
    service: Service,
    number: Number,
    form: Annotated[
        str, Path(pattern=r"^[a-z][a-z0-9_]{0,40}$", description="The name of an export: see docs/cases.md")
    ],
) -> Response:
    """The case in one of its forms, once two people released it; each time is written into its book."""
    chosen = _EXPORTS.get(form)
    if chosen is None:
        raise HTTPException(404, f"There is no such export; there are {', '.join(sorted(_EXPORTS))}.")
    content = await run_in_threadpool(_exported, service, key, number, chosen)
    disposition = {"Content-Disposition": f'attachment; filename="case-{number}{chosen.suffix}"'}
    return Response(content, media_type=chosen.media, headers={"Cache-Control": "no-store", **disposition})


def _exported(service: Running, key: ApiKey, number: int, chosen: Export) -> bytes:
    now = time.time()
    with service.database.reading() as connection:
        case = case_file(connection, service.vault, key.platform, number, service.settings, now)
    if case is None:
        raise HTTPException(404, "There is no such case on your platform.")
    if not was_released(case):
        raise HTTPException(409, "Two people must release a case before it is handed over; nobody did yet.")
    sender = ReportingOrganisation(**msgspec.structs.asdict(service.settings.organisation))
    try:
        content = chosen.write(case, sender)
    except Unusable as error:
        raise HTTPException(409, str(error)) from error
    with service.database.writing() as connection:
        said = {"at": now, "what": "exported", "note": chosen.name, "key": key.id}
        add_entry(connection, number, None, said)
        record(connection, None, "exported case", now, platform=key.platform, case=number, key=key.id, form=chosen.name)
    return content


def _case_out(connection: Any, case: CaseRead) -> dict[str, Any]:  # noqa: ANN401 - a connection
    plain: dict[str, Any] = msgspec.to_builtins(case)
    subjects = [subject_with(connection, case.platform, each) for each in case.conversations]
    return {**plain, "conversations": [subject.id for subject in subjects if subject is not None]}


def _written(case: CaseRead) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode([case.changed_at, case.number])).decode("ascii")


def _place(written: str | None) -> tuple[float, int] | None:
    if written is None:
        return None
    with contextlib.suppress(ValueError, msgspec.DecodeError, msgspec.ValidationError):
        at, number = msgspec.json.decode(base64.urlsafe_b64decode(written.encode()), type=tuple[float, int])
        if abs(number) < 2**62:
            return at, number
    raise invalid("after: this is not the next of an answer.")
