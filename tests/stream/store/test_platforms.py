"""Nothing of another platform is ever given or changed: walks every function of the store that takes a platform."""

import contextlib
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from belisha.errors import Unusable
from belisha.model import AccountFacts
from belisha.settings import Settings
from belisha.stream import store
from belisha.stream.store.appeals import file_appeal
from belisha.stream.store.arrivals import subject_of
from belisha.stream.store.audit import record
from belisha.stream.store.case_attachments import attach
from belisha.stream.store.cases import case_with, open_case
from belisha.stream.store.database import Database
from belisha.stream.store.decisions import What, confirm
from belisha.stream.store.queue import Wanted
from belisha.stream.store.roles import Person, Role
from belisha.stream.store.tables import metadata
from tests.stream.store.console_people import added
from tests.stream.store.desks import Desk, chat, key_of_account, key_of_chat

Function = Callable[..., Any]
WRITES = {
    "access.add_platform",
    "access.new_api_key",
    "appeals.file_appeal",
    "arrivals.store_messages",
    "case_books.write_in_open_cases",
    "cases.open_case",
    "decisions.confirm",
    "learning.export_labelled",
    "queue.give_up",
    "queue.take_on",
}
NOT_OF_ROWS = {
    "case_books.begin_work",
    "arrivals.subject_of",
    "arrivals.message_key",
    "roles.may",
    "roles.refuse_unless",
}
"""They ask no database."""


def functions() -> Iterator[tuple[str, Function]]:
    for module in pkgutil.iter_modules(store.__path__):
        found = importlib.import_module(f"{store.__name__}.{module.name}")
        for name, function in vars(found).items():
            own = inspect.isfunction(function) and function.__module__ == found.__name__ and not name.startswith("_")
            if own and "platform" in inspect.signature(function).parameters:
                yield f"{module.name}.{name}", function


FUNCTIONS = dict(functions())
READS = sorted(FUNCTIONS.keys() - WRITES - NOT_OF_ROWS)


@pytest.fixture
def desk(database: Database) -> Desk:
    """Everything that there can be, on the platform ``school``; nothing on ``club``."""
    made = Desk(database)
    made.take([AccountFacts("k", "chat", age=12), *chat(), *chat(conversation="d")])
    officer, second = (added(database, name, Role.OFFICER, "school") for name in ("officer", "second"))
    number = made.decide(officer, What.ESCALATE)
    made.decide(officer, What.RESTRICT)
    made.decide(officer, What.DISMISS, "d", reason="known")
    with database.writing() as connection:
        confirm(connection, "school", number, second, made.now)
        case = case_with(connection, "school", open_case(connection, "school", key_of_chat(), officer, made.now))
        assert case is not None
        attach(connection, made.vault, case, officer, ("a.txt", "text/plain", b"content"), made.now)
        file_appeal(connection, made.vault, "school", ("chat", "x"), ("why", made.now))
        record(connection, officer, "looked", made.now, platform="school")
    return made


def values(desk: Desk, person: Person | None = None, folder: Path = Path()) -> dict[str, Any]:
    """What is asked for, by the name of the argument: always something of the school's."""
    return {
        "vault": desk.vault,
        "app": "chat",
        "account": "x",
        "place": ("chat", "x"),
        "key": key_of_chat(),
        "number": 1,
        "case": 1,
        "person": person,
        "before": None,
        "settings": Settings(),
        "now": desk.now + 86_400,
        "positions": (1, 100),
        "most": 100,
        "wanted": Wanted(state=None),
        "after": None,
        "since": 0.0,
        "until": desk.now + 1.0,
        "audience": "moderators",
        "lowest": 1,
        "kind": "conversation",
        "limit": 100,
        "status": None,
        "undecided": True,
        "title": "",
        "scopes": frozenset({"lights:read"}),
        "expires_at": None,
        "expected": "",
        "words": ("text", desk.now),
        "noticed": [],
        "conversation": subject_of("school", "chat", "conversation", "c").key,
        "said": {"at": desk.now, "what": "note", "note": ""},
        "folder": folder / "out",
    }


SPECIAL: dict[str, dict[str, Any]] = {
    "accounts_read.account_with": {"key": key_of_account()},
    "accounts_read.unconfirmed": {"person": 99},
    "appeals.file_appeal": {"account": ("chat", "x")},
    "lights_on.turned_since": {"number": 0},
    "queue.next_waiting": {"after": key_of_chat("d")},
    "warned.notices_for": {"account": "k"},
}


def call(name: str, connection: Any, platform: str, given: dict[str, Any]) -> Any:
    function = FUNCTIONS[name]
    wanted = {**given, **SPECIAL.get(name, {}), "connection": connection, "platform": platform}
    given_answer = function(**{each: wanted[each] for each in inspect.signature(function).parameters})
    return list(given_answer) if inspect.isgenerator(given_answer) else given_answer


def test_no_question_gives_anything_of_another_platform(desk: Desk) -> None:
    assert len(READS) > 25
    for name in READS:
        ask(desk, name)


def ask(desk: Desk, name: str) -> None:
    with desk.database.reading() as connection:
        own = repr(call(name, connection, "school", values(desk)))
        others = repr(call(name, connection, "club", values(desk)))
        nowhere = repr(call(name, connection, "none", values(desk)))
    for platform in ("club", "none"):
        key = key_of_account("x", platform)
        others, nowhere = (each.replace(platform, "P").replace(key, "K") for each in (others, nowhere))
    assert own != nowhere, f"{name}: the question must have an answer where there is one"
    assert others == nowhere, name
    assert "officer" not in others, name


def test_what_is_written_for_one_platform_changes_nothing_of_another(desk: Desk, tmp_path: Path) -> None:
    stranger = added(desk.database, "other stranger", Role.OFFICER, "club")
    before = rows_of_school(desk)
    for name in sorted(WRITES):
        with contextlib.suppress(Unusable), desk.database.writing() as connection:
            call(name, connection, "club", values(desk, stranger, tmp_path))
        assert rows_of_school(desk) == before, name
    assert not any(file.stat().st_size for file in tmp_path.rglob("*.jsonl"))


def rows_of_school(desk: Desk) -> list[Any]:
    found: list[Any] = []
    with desk.database.reading() as connection:
        for table in metadata.sorted_tables:
            question = select(table)
            if "platform" in table.c:
                question = question.where(table.c.platform == "school")
            elif table.name in {"platforms", "api_keys", "sessions"}:
                continue
            found += [(table.name, *row) for row in connection.execute(question.order_by(*table.primary_key))]
    return found


def test_every_exception_is_still_there() -> None:
    assert FUNCTIONS.keys() >= WRITES | NOT_OF_ROWS | SPECIAL.keys()
