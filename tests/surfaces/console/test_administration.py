"""Administrators decide about models and deletion in the console, by the rules that hold everywhere else."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import httpx
import pytest

from belisha import weights
from belisha.model import Light
from belisha.stream.store import model_register
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import shadow_readings
from belisha.stream.store.roles import Role
from tests.surfaces.console.staffed import Staffed, form_token, staffed

NOW = 1_700_000_000.0


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    with staffed(tmp_path_factory.mktemp("administration"), {"ada": Role.ADMINISTRATOR}) as made:
        yield made


@pytest.fixture(scope="module")
def doors(console: Staffed) -> Iterator[dict[str, httpx.Client]]:
    with ExitStack() as opened:
        yield {name: opened.enter_context(closing(console.browser(name))) for name in ("adam", "ada", "aude", "mona")}


def act(who: httpx.Client, where: str, **fields: str) -> httpx.Response:
    return who.post(where, data={"form_token": form_token(who.get("/console/preferences")), **fields})


@pytest.fixture
def model(console: Staffed, tmp_path: Path) -> str:
    """The id of a model that runs in shadow and says something else about one conversation."""
    file = Path(shutil.copy(weights.SHIPPED, tmp_path / "learned.json"))
    file.write_bytes(file.read_bytes() + b"\n")
    database = Database(f"sqlite:///{console.service.folder}/belisha.db")
    with database.writing() as connection:
        identity = model_register.shadowed(connection, file, NOW)
        seen = {"conversation": b"c" * 16, "audience": "moderators", "at": NOW}
        lights = {"light_in_use": int(Light.GREEN), "light": int(Light.RED), "concern": 0.9}
        connection.execute(shadow_readings.insert().values(model=identity, **seen, **lights))
    database.close()
    return identity


def test_two_administrators_agree_before_a_model_is_used(doors: dict[str, httpx.Client], model: str) -> None:
    adam, ada = doors["adam"], doors["ada"]

    def state() -> str:
        found = re.search(rf"{model[:12]}</span> <small>([^<]+)", adam.get("/console/models").text)
        assert found
        return found[1]

    assert state() == "shadow"
    page = adam.get("/console/models").text
    assert "it would show" in page
    assert f"/console/models/{model}/approve" not in page, "nobody proposed it"
    assert act(adam, f"/console/models/{model}/approve").status_code == 422
    assert act(adam, f"/console/models/{model}/propose").status_code == 303
    assert f"/console/models/{model}/approve" not in adam.get("/console/models").text, "what is refused is not offered"
    refused = act(adam, f"/console/models/{model}/approve")
    assert refused.status_code == 403
    assert "somebody else than who proposed it" in refused.text
    assert act(ada, f"/console/models/{model}/use").status_code == 422
    assert act(ada, f"/console/models/{model}/approve").status_code == 303
    assert state() == "approved"
    assert act(adam, f"/console/models/{model}/use").headers["location"] == "/console/models?did=model"
    assert state() == "in use"
    assert act(ada, "/console/models/shipped").status_code == 303
    assert state() == "retired"
    log = doors["aude"].get("/console/audit").text
    for what in ("proposed model", "model: approved", "model: in_use", "model: shipped"):
        assert log.count(f">{what}<") == 1


def test_a_model_is_named_by_its_whole_id_and_never_by_a_file(doors: dict[str, httpx.Client]) -> None:
    for model in ("nothing", "learned.json"):
        assert act(doors["adam"], f"/console/models/{model}/propose").status_code == 404
        assert act(doors["adam"], f"/console/models/{model}/approve").status_code == 422
    assert act(doors["adam"], "/console/models/nothing/burn").status_code == 404


def test_an_accounts_data_is_deleted_when_its_name_was_typed_twice(doors: dict[str, httpx.Client]) -> None:
    adam = doors["adam"]

    def erase(account: str, again: str, app: str = "chat") -> httpx.Response:
        return act(adam, "/console/erasures", account=account, again=again, app=app)

    for refused in (erase("wolf77", "wolf7"), erase("", ""), erase("wolf77", "wolf77", app="")):
        assert refused.status_code == 422
    assert 'value="wolf77"' in erase("wolf77", "wolf7").text, "what was typed is kept"
    assert "nothing was known here" in erase("wolf7", "wolf7").text
    conversation = re.findall(r"/console/conversation/[0-9a-f]{32}", doors["mona"].get("/console").text)[0]
    case = act(doors["mona"], "/console/cases", key=conversation.rpartition("/")[2]).headers["location"]
    kept = erase("wolf77", "wolf77")
    assert kept.status_code == 422
    assert "A case still needs this account" in kept.text
    assert "our secret" in doors["mona"].get(conversation).text
    act(doors["mona"], f"{case.partition('?')[0]}/close", note="cleared")
    done = erase("wolf77", "wolf77")
    assert done.status_code == 200
    assert "<dt>messages</dt><dd>10</dd>" in done.text
    assert "in the books of closed cases stay" in done.text
    log = doors["aude"].get("/console/audit").text
    assert log.count(">erased account<") == 2
    assert "wolf77" not in log
    assert "our secret" not in doors["mona"].get(conversation).text
