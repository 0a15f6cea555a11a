"""What administrators decide: which learned model the service runs with, and the deletion of an account's data."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Response

from belisha.errors import Unusable
from belisha.stream.erasure import Preserved, erasing
from belisha.stream.erasure_search import look_for
from belisha.stream.store import model_register
from belisha.stream.store.arrivals import Subject, subject_of
from belisha.stream.store.queue import filters_of
from belisha.stream.store.roles import NotAllowed, Right
from belisha.surfaces.console.visit import Acting, Form, Refused, Visit, Visiting, missing

router = APIRouter()
_USUAL_APP = "chat"
_LONGEST_NAME = 512
_WAIT = 300.0
"""Seconds that a page waits for the writer: an account can stand in many conversations."""
_STEPS: dict[str, Callable[..., Any]] = {"approve": model_register.approve, "use": model_register.use}


@router.get("/console/models")
def models(visit: Visiting) -> Response:
    """The learned models that are known, who stands behind each, and what it would change."""
    _need_models(visit)
    return _draw_models(visit)


@router.post("/console/models/shipped")
def back_to_shipped(visit: Acting) -> Response:
    """Goes back to the model that Belisha came with, from the next start on."""
    _need_models(visit)
    with visit.writing() as connection:
        model_register.retire(connection, visit.person, visit.now)
    return visit.back("/console/models?did=model")


@router.post("/console/models/{model}/{what}")
def change_model(visit: Acting, model: str, what: str, form: Form) -> Response:
    """Proposes a model that runs in shadow, approves one that somebody else proposed, or lets the service use it."""
    _need_models(visit)
    try:
        with visit.writing() as connection:
            if what == "propose":
                model_register.propose(connection, _file_of(visit, model), visit.person, visit.now)
            elif what in _STEPS:
                _STEPS[what](connection, model, visit.person, visit.now)
            else:
                raise missing()
    except (Unusable, NotAllowed) as error:
        visit.refuse(error, form)
        return _draw_models(visit)
    return visit.back("/console/models?did=model")


@router.get("/console/erasures")
def erasures(visit: Visiting) -> Response:
    """Asks whose data is to be deleted."""
    visit.need(Right.ERASE)
    return _draw_erasures(visit)


@router.post("/console/erasures")
def erase(visit: Acting, form: Form) -> Response:
    """Deletes what is known of an account; its name must be typed twice, for nothing brings it back."""
    visit.need(Right.ERASE)
    try:
        account = _asked(visit, form)
        with visit.reading() as connection:
            found = look_for(connection, visit.service.vault, account, visit.now)
        act = erasing(account, visit.person, "", visit.now, found)
        erased = visit.service.writer.run(visit.platform, act).result(_WAIT)
    except (Unusable, Preserved) as error:
        visit.refuse(error, form)
        return _draw_erasures(visit)
    return _draw_erasures(visit, account.id, erased)


def _need_models(visit: Visit) -> None:
    """Lets through who decides about models and reaches every platform: a model judges all of them."""
    visit.need(Right.MODELS)
    if visit.person.platform is not None:
        raise Refused(403, "A model judges every platform: who decides about it must reach all of them.")


def _draw_models(visit: Visit) -> Response:
    with visit.reading() as connection:
        known = model_register.models_known(connection)
        changes = {each.id: model_register.what_would_change(connection, each.id) for each in known}
    shadow = visit.service.settings.learning.shadow
    return visit.page("models.html", models=known, changes=changes, shadow=shadow)


def _draw_erasures(visit: Visit, name: str = "", erased: Any = None) -> Response:  # noqa: ANN401 - or None
    with visit.reading() as connection:
        apps = filters_of(connection, visit.platform)["app"]
    return visit.page("erasures.html", apps=apps, usual=_USUAL_APP, name=name, erased=erased)


def _asked(visit: Visit, form: dict[str, Any]) -> Subject:
    name, app = (str(form.get(field, "")) for field in ("account", "app"))
    if not name or not app or max(len(name), len(app)) > _LONGEST_NAME:
        raise Unusable("Say which account, and in which app.")
    if form.get("again") != name:
        raise Unusable("The two names are not the same.")
    return subject_of(visit.platform, app, "account", name)


def _file_of(visit: Visit, model: str) -> Path:
    """Where the file of a known model lies: the address names a model, never a file."""
    with visit.reading() as connection:
        for each in model_register.models_known(connection):
            if each.id == model:
                return Path(each.path)
    raise missing()
