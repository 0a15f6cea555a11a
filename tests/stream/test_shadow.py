"""A model in shadow sees what comes in, turns no light, and what it would have shown stands beside what was."""

import shutil
from pathlib import Path

import msgspec
import pytest

from belisha import plugins, weights
from belisha.lights import Audience
from belisha.model import Light
from belisha.stream.intake import Intake
from belisha.stream.shadow import Shadow, see_in_shadow
from belisha.stream.store.database import Database
from belisha.stream.store.desk_tables import shadow_readings
from belisha.stream.store.model_register import files_of_model, shadowed, what_would_change
from belisha.stream.store.tables import changes
from belisha.stream.turn import Incoming
from belisha.weights import Weights
from tests.stream.store.console_people import NOW
from tests.stream.store.desks import CALM, WATCH, Desk, chat


def blind(folder: Path) -> Path:
    """Weights under which nothing turns any light."""
    out = folder / "blind.json"
    nothing = {audience.name: {"amber": 2.0, "red": 2.0} for audience in plugins.find("belisha.lights", Audience)}
    out.write_bytes(msgspec.json.encode(msgspec.structs.replace(Weights.load(), lights=nothing)))
    return out


def test_what_it_would_have_shown_stands_beside_what_was_shown(database: Database, tmp_path: Path) -> None:
    desk = Desk(database)
    path = blind(tmp_path)
    with database.writing() as connection:
        identity = shadowed(connection, path, NOW)
    shadow = Shadow(database, identity, files_of_model(path), lambda: NOW)
    into = Intake(database, WATCH, desk.vault, desk.outbox, clock=lambda: NOW, beside=shadow.seen)
    into.take([Incoming("school", "api", [*chat(), *chat(CALM, "calm")])])
    before = desk.count(changes)
    into.take([Incoming("school", "api", chat())])  # all of it was here before
    shadow.stop()
    assert desk.count(changes) == before
    with database.reading() as connection:
        said = what_would_change(connection, identity)
    assert {(each.audience, each.light_in_use, each.light, each.conversations) for each in said} == {
        ("children", 2, 0, 1),
        ("moderators", 2, 0, 1),
    }
    assert desk.count(shadow_readings) == 2
    assert shadow.left_out == 0


def test_it_never_holds_anybody_up(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("belisha.stream.shadow._MOST_WAITING", 2)
    path = Path(shutil.copy(weights.SHIPPED, tmp_path / "same.json"))
    with database.writing() as connection:
        identity = shadowed(connection, path, NOW)
    shadow = Shadow(database, identity, files_of_model(path), lambda: NOW)
    for _ in range(50):
        shadow.seen("school", chat(CALM))
    shadow.seen("school", [])
    assert shadow.left_out >= 45 * len(CALM)
    shadow.stop()


def test_with_the_same_model_it_shows_the_same() -> None:
    found = see_in_shadow("school", msgspec.msgpack.encode(chat()))
    assert [each.lights["moderators"] for each in found] == [Light.RED]
