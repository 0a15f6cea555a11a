"""Which learned files may be used: proposed by one person, approved by another, and used only as they were approved.

A model is known by the SHA-256 of its file: a changed file is another model, which nobody approved.
"""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, func, insert, select, update

from belisha.errors import Unusable
from belisha.stream.models_in_use import Models, in_use, models_in_use
from belisha.stream.store.audit import record
from belisha.stream.store.desk_tables import models, people, shadow_readings
from belisha.stream.store.roles import NotAllowed, Person, Right, refuse_unless

PROPOSED, SHADOW, APPROVED, IN_USE, RETIRED = "proposed", "shadow", "approved", "in_use", "retired"


class ModelRead(msgspec.Struct, frozen=True):
    """A model; ``proposed_by`` and ``approved_by`` are names of people. Times are seconds since 1970."""

    id: str
    path: str
    state: str
    proposed_by: str | None
    approved_by: str | None
    created_at: float
    changed_at: float


class WouldChange(msgspec.Struct, frozen=True):
    """What a model that runs in shadow says otherwise, for one audience.

    Attributes:
        audience: whose lights.
        light_in_use, light: what was shown, and what it would have shown: 0 green, 1 amber, 2 red.
        conversations: in how many.
    """

    audience: str
    light_in_use: int
    light: int
    conversations: int


def files_of_model(path: Path) -> Models:
    """The files that the program would run with: this one, and the others as they are in use.

    Raises:
        Unusable: when it is neither a text model that ``belisha train`` wrote nor weights of ``belisha weigh``.
    """
    try:
        is_weights = path.read_bytes()[:1] == b"{"
    except OSError as error:
        raise Unusable(f"{path}: this model cannot be read: {error.strerror}.") from error
    files = in_use()._replace(**{"weights" if is_weights else "text": path})
    with models_in_use(files.text, files.weights):
        return files


def hash_of(path: Path) -> str:
    """By what a model is known.

    Raises:
        Unusable: when it cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise Unusable(f"{path}: this model cannot be read: {error.strerror}.") from error


def propose(connection: Connection, path: Path, by: Person, now: float) -> str:
    """Proposes a model; gives its id.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when it is no model, or was proposed before.
    """
    _refuse(by)
    files_of_model(path)
    identity = hash_of(path)
    known = connection.execute(select(models).where(models.c.id == identity)).first()
    if known is not None and known.proposed_by is not None:
        raise Unusable(f"The model {identity[:12]} was proposed before.")
    values = {"path": str(path.resolve()), "proposed_by": by.id, "changed_at": now}
    if known is not None:  # it ran in shadow before anybody proposed it
        connection.execute(update(models).where(models.c.id == identity).values(**values))
    else:
        connection.execute(insert(models).values(id=identity, state=PROPOSED, made_with="{}", created_at=now, **values))
    record(connection, by, "proposed model", now, model=identity)
    return identity


def approve(connection: Connection, identity: str, by: Person, now: float) -> ModelRead:
    """Approves a model that somebody else proposed.

    Raises:
        NotAllowed: when the person may not, or proposed it itself.
        Unusable: when there is none that waits, or its file is not what it was.
    """
    _refuse(by)
    row = _row(connection, identity)
    if row.state not in {PROPOSED, SHADOW} or row.proposed_by is None:
        raise Unusable(f"The model {row.id[:12]} does not wait for anybody's approval.")
    if row.proposed_by == by.id:
        raise NotAllowed("A model is approved by somebody else than who proposed it.")
    _refuse_if_changed(row)
    return _move(connection, row, APPROVED, by, (now, {"approved_by": by.id}))


def use(connection: Connection, identity: str, by: Person, now: float) -> ModelRead:
    """Lets the service run with an approved model from its next start on; the one before it is retired.

    Raises:
        NotAllowed: when the person may not.
        Unusable: when it is not approved, or its file is not what it was.
    """
    _refuse(by)
    row = _row(connection, identity)
    if row.state not in {APPROVED, RETIRED} or row.approved_by is None:
        raise Unusable(f"The model {row.id[:12]} is not approved: two people must agree.")
    _refuse_if_changed(row)
    connection.execute(update(models).where(models.c.state == IN_USE).values(state=RETIRED, changed_at=now))
    return _move(connection, row, IN_USE, by, (now, {}))


def retire(connection: Connection, by: Person, now: float) -> None:
    """Goes back to the shipped model, from the next start on.

    Raises:
        NotAllowed: when the person may not.
    """
    _refuse(by)
    connection.execute(update(models).where(models.c.state == IN_USE).values(state=RETIRED, changed_at=now))
    record(connection, by, "model: shipped", now)


def files_in_use(connection: Connection) -> Models:
    """The files that the service is to run with: those of the model in use, or the shipped ones.

    Raises:
        Unusable: when the file of the model in use is gone or changed since it was approved.
    """
    row = connection.execute(select(models).where(models.c.state == IN_USE)).first()
    if row is None:
        return in_use()
    _refuse_if_changed(row)
    return files_of_model(Path(row.path))


def shadowed(connection: Connection, path: Path, now: float) -> str:
    """Notes that a model runs in shadow; gives its id."""
    files_of_model(path)
    identity = hash_of(path)
    if connection.execute(select(models.c.id).where(models.c.id == identity)).first() is None:
        values = {"path": str(path.resolve()), "state": SHADOW, "made_with": "{}", "created_at": now}
        connection.execute(insert(models).values(id=identity, changed_at=now, **values))
        record(connection, None, "model: shadow", now, model=identity)
    return identity


def models_known(connection: Connection) -> list[ModelRead]:
    """All models, the newest first."""
    return [_read(row) for row in connection.execute(_question().order_by(models.c.created_at.desc()))]


def what_would_change(connection: Connection, identity: str) -> list[WouldChange]:
    """How often a model in shadow showed which light where which was shown, for each audience."""
    row = _row(connection, identity)
    columns = shadow_readings.c.audience, shadow_readings.c.light_in_use, shadow_readings.c.light
    question = select(*columns, func.count()).where(shadow_readings.c.model == row.id).group_by(*columns)
    return [WouldChange(*found) for found in connection.execute(question.order_by(*columns))]


def _refuse(by: Person) -> None:
    refuse_unless(by, Right.MODELS)
    if by.platform is not None:
        raise NotAllowed("A model judges every platform: who decides about it must reach all of them.")


def _refuse_if_changed(row: Any) -> None:  # noqa: ANN401 - a row of models
    if hash_of(Path(row.path)) != row.id:
        raise Unusable(f"{row.path}: the file is not the one that was proposed; put it back, or propose it anew.")


def _question() -> Any:  # noqa: ANN401 - a question
    proposer, approver = people.alias("proposer"), people.alias("approver")
    names = proposer.c.name.label("proposer_name"), approver.c.name.label("approver_name")
    question = select(models, *names).outerjoin(proposer, proposer.c.id == models.c.proposed_by)
    return question.outerjoin(approver, approver.c.id == models.c.approved_by)


def _row(connection: Connection, identity: str) -> Any:  # noqa: ANN401 - a row of models
    beginning = models.c.id.startswith(identity, autoescape=True)
    found = list(connection.execute(_question().where(beginning).limit(2))) if identity else []
    if len(found) != 1:
        raise Unusable(f"There is no model {identity!r}, or more than one begins so; belisha learn models shows them.")
    return found[0]


def _move(
    connection: Connection,
    row: Any,  # noqa: ANN401 - a row of models
    state: str,
    by: Person,
    when: tuple[float, dict[str, Any]],
) -> ModelRead:
    now, more = when
    connection.execute(update(models).where(models.c.id == row.id).values(state=state, changed_at=now, **more))
    record(connection, by, f"model: {state}", now, model=row.id)
    return _read(_row(connection, row.id))


def _read(row: Any) -> ModelRead:  # noqa: ANN401 - a row of models
    names = (row.proposer_name, row.approver_name)
    return ModelRead(row.id, row.path, row.state, *names, row.created_at, row.changed_at)
