"""A model is used only when two people agreed to exactly this file."""

import shutil
from pathlib import Path

import pytest

from belisha import text_model, weights
from belisha.errors import Unusable
from belisha.stream.models_in_use import in_use
from belisha.stream.store import model_register as register
from belisha.stream.store.audit import audit_page
from belisha.stream.store.database import Database
from belisha.stream.store.roles import NotAllowed, Person, Role
from tests.stream.store.console_people import NOW, added


@pytest.fixture
def people(database: Database) -> tuple[Person, Person]:
    first, second = (added(database, name, Role.ADMINISTRATOR) for name in ("first", "second"))
    return first, second


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return Path(shutil.copy(weights.SHIPPED, tmp_path / "weights.json"))


def test_two_people_agree_before_a_model_is_used(
    database: Database, people: tuple[Person, Person], model: Path
) -> None:
    first, second = people
    with database.writing() as connection:
        identity = register.propose(connection, model, first, NOW)
        with pytest.raises(Unusable, match="not approved"):
            register.use(connection, identity, second, NOW)
        with pytest.raises(NotAllowed, match="somebody else"):
            register.approve(connection, identity, first, NOW)
        assert register.files_in_use(connection) == in_use()
        register.approve(connection, identity[:12], second, NOW)
        register.use(connection, identity, first, NOW)
        assert register.files_in_use(connection) == in_use()._replace(weights=model)
        known = register.models_known(connection)
        assert [(each.state, each.proposed_by, each.approved_by) for each in known] == [("in_use", "first", "second")]
        register.retire(connection, second, NOW)
        assert register.files_in_use(connection) == in_use()
        whats = [entry.recorded["what"] for entry in audit_page(connection, None, limit=4)]
        assert whats == ["model: shipped", "model: in_use", "model: approved", "proposed model"]


def test_a_file_that_changed_is_another_model(database: Database, people: tuple[Person, Person], model: Path) -> None:
    first, second = people
    with database.writing() as connection:
        identity = register.propose(connection, model, first, NOW)
        register.approve(connection, identity, second, NOW)
        register.use(connection, identity, first, NOW)
    model.write_bytes(model.read_bytes() + b"\n")
    with database.reading() as connection, pytest.raises(Unusable, match="not the one that was proposed"):
        register.files_in_use(connection)
    model.unlink()
    with database.reading() as connection, pytest.raises(Unusable, match="cannot be read"):
        register.files_in_use(connection)


@pytest.mark.parametrize(("role", "platform"), [(Role.OFFICER, None), (Role.ADMINISTRATOR, "school")])
def test_who_may_not_decide_about_models_is_refused(
    database: Database, people: tuple[Person, Person], model: Path, role: Role, platform: str | None
) -> None:
    outsider = added(database, "outsider", role, platform)
    with database.writing() as connection:
        with pytest.raises(NotAllowed):
            register.propose(connection, model, outsider, NOW)
        identity = register.propose(connection, model, people[0], NOW)
        for act in (register.approve, register.use):
            with pytest.raises(NotAllowed):
                act(connection, identity, outsider, NOW)
        with pytest.raises(NotAllowed):
            register.retire(connection, outsider, NOW)


def test_what_is_no_model_is_refused(database: Database, people: tuple[Person, Person], tmp_path: Path) -> None:
    bad = {"no.json": b"{", "no.bin": b"nonsense", "empty": b""}
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    for path in (*(tmp_path / name for name in bad), tmp_path / "missing"):
        with database.writing() as connection, pytest.raises(Unusable):
            register.propose(connection, path, people[0], NOW)
    with database.writing() as connection:
        for identity in ("", "abc", "%"):
            with pytest.raises(Unusable, match="There is no model"):
                register.approve(connection, identity, people[0], NOW)


def test_what_runs_in_shadow_can_be_proposed_later(
    database: Database, people: tuple[Person, Person], model: Path
) -> None:
    with database.writing() as connection:
        identity = register.shadowed(connection, model, NOW)
        assert register.shadowed(connection, model, NOW) == identity
        with pytest.raises(Unusable, match="does not wait"):
            register.approve(connection, identity, people[0], NOW)
        assert register.propose(connection, model, people[0], NOW) == identity
        assert register.approve(connection, identity, people[1], NOW).state == "approved"
    assert register.files_of_model(text_model.SHIPPED) == in_use()
