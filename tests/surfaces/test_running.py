"""A service runs with the model that two people approved, and does not start with a file that nobody did."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from belisha import weights
from belisha.errors import Unusable
from belisha.settings import Database as DatabaseSettings
from belisha.settings import Learning, Settings
from belisha.stream.models_in_use import in_use, take
from belisha.stream.store.database import Database
from belisha.stream.store.model_register import approve, models_known, propose, use
from belisha.stream.store.roles import Role
from belisha.surfaces.running import Running
from tests.stream.store.console_people import NOW, added


@pytest.fixture(autouse=True)
def _as_shipped() -> Iterator[None]:
    before = in_use()
    yield
    take(before)


@pytest.fixture
def approved(database_url: str, tmp_path: Path) -> Path:
    model = Path(shutil.copy(weights.SHIPPED, tmp_path / "own.json"))
    database = Database(database_url)
    database.migrate()
    first, second = (added(database, name, Role.ADMINISTRATOR) for name in ("first", "second"))
    with database.writing() as connection:
        identity = propose(connection, model, first, NOW)
        approve(connection, identity, second, NOW)
        use(connection, identity, first, NOW)
    database.close()
    return model


def running(database_url: str, shadow: str = "") -> Running:
    return Running(Settings(database=DatabaseSettings(url=database_url), learning=Learning(shadow=shadow)))


def test_it_runs_with_the_model_that_was_approved(database_url: str, approved: Path) -> None:
    service = running(database_url)
    assert in_use().weights == approved
    assert service.shadow is None
    service.database.close()


def test_it_does_not_start_with_a_file_that_changed_since(database_url: str, approved: Path) -> None:
    approved.write_bytes(approved.read_bytes() + b" ")
    with pytest.raises(Unusable, match="not the one that was proposed"):
        running(database_url)
    approved.unlink()
    with pytest.raises(Unusable, match="cannot be read"):
        running(database_url)


def test_a_shadow_is_known_by_its_file(database_url: str, tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be read"):
        running(database_url, str(tmp_path / "nowhere.bin"))
    service = running(database_url, str(shutil.copy(weights.SHIPPED, tmp_path / "other.json")))
    assert service.shadow is not None
    service.shadow.stop()
    with service.database.reading() as connection:
        assert [each.state for each in models_known(connection)] == ["shadow"]
    service.database.close()
