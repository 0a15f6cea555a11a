"""Cases: gathered, kept, released by two people, and handed over."""

import re
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Response, UploadFile

from belisha import plugins
from belisha.errors import Unusable
from belisha.response.exports import Export, ReportingOrganisation
from belisha.stream.store import cases as store
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.case_attachments import attach as keep_file
from belisha.stream.store.case_attachments import file_content, files_of
from belisha.stream.store.case_files import case_file, was_released
from belisha.stream.store.decisions import REASONS
from belisha.stream.store.queue import waiting_of
from belisha.stream.store.roles import NotAllowed, Right
from belisha.surfaces.console.visit import HEADERS, Acting, Form, Visit, Visiting, missing

router = APIRouter()
_STATUSES = ("open", "released", "closed")
_ON_A_PAGE = 50
_PLACE = re.compile(r"([0-9]{1,12}(?:\.[0-9]{1,9})?)_([0-9]{1,18})")
"""Where a page of cases ended: when its last case changed, in seconds since 1970, and the number of that case."""
_LONGEST_NOTE = 10_000
_LARGEST_FILE = 8_000_000
_DAY = 86_400


@router.get("/console/cases")
def cases(
    visit: Visiting,
    status: Annotated[str, Query(max_length=16)] = "open",
    after: Annotated[str, Query(max_length=64)] = "",
) -> Response:
    """A page of the cases of the platform; ``after`` is where the one before it ended."""
    visit.need(Right.CASES)
    chosen = status if status in _STATUSES else None
    place = _PLACE.fullmatch(after)
    end = (float(place[1]), int(place[2])) if place else None
    with visit.reading() as connection:
        found = store.cases_page(connection, visit.platform, chosen, end, _ON_A_PAGE + 1)
    shown = found[:_ON_A_PAGE]
    further = f"{shown[-1].changed_at!r}_{shown[-1].number}" if len(found) > len(shown) else ""
    return visit.page("cases.html", cases=shown, status=chosen or "all", statuses=_STATUSES, further=further)


@router.post("/console/cases")
def open_case(visit: Acting, form: Form) -> Response:
    """Makes a case from a light, or adds the light to the open case about the same account."""
    visit.need(Right.CASES)
    with visit.writing() as connection:
        number = store.open_case(connection, visit.platform, str(form.get("key", "")), visit.person, visit.now)
    return visit.back(f"/console/cases/{number}")


@router.get("/console/cases/{number}")
def one_case(visit: Visiting, number: int) -> Response:
    """A case: its conversations, its book, its files, and the forms in which it can leave."""
    visit.need(Right.CASES)
    return _drawn(visit, number)


def _drawn(visit: Visit, number: int) -> Response:
    found = _case(visit, number)
    with visit.reading() as connection:
        book = store.book_of(connection, visit.platform, number)
        subjects = {key: waiting_of(connection, visit.platform, key) for key in found.conversations}
        files = files_of(connection, visit.platform, number)
        whole = case_file(connection, visit.service.vault, visit.platform, number, visit.service.settings, visit.now)
    with visit.writing() as connection:
        visit.note(connection, "opened case", case=number)
    exports = plugins.find("belisha.response.exports", Export)
    sender = _sender(visit)
    lacks = {each.name: each.missing(whole, sender) for each in exports} if whole else {}
    released = whole is not None and was_released(whole)
    return visit.page(
        "case.html",
        case=found,
        account=subject_of(visit.platform, found.app, "account", found.about) if found.about is not None else None,
        subjects=subjects,
        book=book,
        asked=next((each for each in reversed(book) if each.recorded.get("what") == "asked for release"), None),
        files=files,
        file_names={each.number: each.name for each in files},
        exports=exports,
        lacks=lacks,
        released=released,
        reasons=REASONS,
    )


@router.post("/console/cases/{number}/{what}")
def act(visit: Acting, number: int, what: str, form: Form) -> Response:
    """One step of a case, written into its book; where it is refused, the page is shown again with what was typed."""
    visit.need(Right.CASES)
    found = _case(visit, number)
    try:
        _step(visit, found, what, form)
    except (Unusable, NotAllowed) as error:
        visit.refuse(error, {**form, "step": what})
        return _drawn(visit, number)
    return visit.back(f"/console/cases/{number}?did=case")


def _step(visit: Visit, found: store.CaseRead, what: str, form: dict[str, Any]) -> None:
    note = str(form.get("note", ""))[:_LONGEST_NOTE]
    with visit.writing() as connection:
        if what == "note":
            if not note.strip():
                raise Unusable("Write something into the note.")
            store.write_entry(connection, found, visit.person, "note", visit.now, note)
        elif what == "title":
            store.rename(connection, found, str(form.get("title", ""))[:200], visit.person, visit.now)
        elif what == "preserve":
            until = visit.now + _days(str(form.get("days", ""))) * _DAY
            store.preserve(connection, found, until, visit.person, visit.now, note)
        elif what in _STEPS:
            _STEPS[what](connection, found, visit.person, visit.now, note)
        else:
            raise missing()


_STEPS = {
    "ask-release": store.ask_release,
    "agree-release": store.agree_release,
    "refuse-release": store.refuse_release,
    "close": store.close_case,
}


@router.post("/console/case-files/{number}")
def attach(visit: Acting, number: int, file: UploadFile) -> Response:
    """Adds a file to a case."""
    visit.need(Right.CASES)
    content = file.file.read(_LARGEST_FILE + 1)
    if not file.filename or not content or len(content) > _LARGEST_FILE:
        raise Unusable(f"Choose a file of at most {_LARGEST_FILE // 1_000_000} MB.")
    name = file.filename.replace("\\", "/").rpartition("/")[2][:200]
    media = file.content_type or "application/octet-stream"
    with visit.writing() as connection:
        found = store.case_with(connection, visit.platform, number)
        if found is None:
            raise missing()
        keep_file(connection, visit.service.vault, found, visit.person, (name, media, content), visit.now)
    return visit.back(f"/console/cases/{number}")


@router.get("/console/cases/{number}/files/{file}")
def fetch(visit: Visiting, number: int, file: int) -> Response:
    """A file of a case: always as a download, never shown, whatever it says it is."""
    visit.need(Right.CASES)
    with visit.reading() as connection:
        found = file_content(connection, visit.service.vault, visit.platform, number, file)
    if found is None:
        raise missing()
    with visit.writing() as connection:
        visit.note(connection, "fetched file", case=number, file=file)
    return _download(found[1], "application/octet-stream", f"case-{number}-file-{file}")


@router.get("/console/cases/{number}/exports/{name}")
def export(visit: Visiting, number: int, name: str) -> Response:
    """A case in one of the forms in which it is handed over."""
    visit.need(Right.EXPORT)
    found = {each.name: each for each in plugins.find("belisha.response.exports", Export)}.get(name)
    if found is None:
        raise missing()
    with visit.reading() as connection:
        case = case_file(connection, visit.service.vault, visit.platform, number, visit.service.settings, visit.now)
    if case is None:
        raise missing()
    if not was_released(case):
        raise Unusable("Two people must release a case before it is handed over; nobody did yet.")
    content = found.write(case, _sender(visit))
    with visit.writing() as connection:
        visit.note(connection, "exported case", case=number, form=name)
        kept = store.case_with(connection, visit.platform, number)
        if kept is not None:
            store.write_entry(connection, kept, visit.person, "exported", visit.now, name)
    return _download(content, found.media, f"case-{number}{found.suffix}")


def _download(content: bytes, media: str, name: str) -> Response:
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media, headers={**HEADERS, **disposition})


def _case(visit: Visit, number: int) -> store.CaseRead:
    with visit.reading() as connection:
        found = store.case_with(connection, visit.platform, number)
    if found is None:
        raise missing()
    return found


def _days(written: str) -> int:
    if not (written.isascii() and written.isdigit() and len(written) <= 4) or not 1 <= int(written) <= 3_660:  # noqa: PLR2004 - ten years
        raise Unusable("Say for how many days, 1 to 3,660.")
    return int(written)


def _sender(visit: Visit) -> ReportingOrganisation:
    return ReportingOrganisation(**msgspec.structs.asdict(visit.service.settings.organisation))
