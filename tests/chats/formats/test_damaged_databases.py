"""What an app's database gives when rows are only in its -wal, when it is cut or torn, or has tables not known."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from belisha.chats.reading import Read, read
from belisha.model import Message
from tests.chats.formats.evidence_samples import build

SMS = "android_sms/android_10"
PAGE = 4096
MANY = 3000


def test_rows_that_are_only_in_the_wal_are_read(tmp_path: Path) -> None:
    database = _sample(SMS, tmp_path)
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA wal_autocheckpoint = 0")
    connection.execute(
        "INSERT INTO sms (thread_id, address, date, type, body) VALUES (1, '1', 1, 1, 'only in the wal')"
    )
    connection.commit()
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in database.parent.iterdir():
        shutil.copy(file, copy / file.name)
    connection.close()
    assert (copy / "mmssms.db-wal").stat().st_size > 0
    assert "only in the wal" in _texts(_read(copy))
    (copy / "mmssms.db-wal").unlink()
    assert "only in the wal" not in _texts(_read(copy))


def test_a_cut_database_gives_the_rows_before_the_cut_and_says_so(tmp_path: Path) -> None:
    database = _many_rows(tmp_path)
    content = database.read_bytes()
    database.write_bytes(content[: len(content) // 2 // PAGE * PAGE])
    found = _read(tmp_path)
    assert 100 < len(_texts(found)) < MANY
    assert "message 0" in _texts(found)
    assert any("damaged" in problem.what for problem in found.problems)


def test_a_torn_page_costs_its_rows_and_no_others(tmp_path: Path) -> None:
    database = _many_rows(tmp_path)
    content = bytearray(database.read_bytes())
    at = content.find(b"message 1500") // PAGE * PAGE
    content[at : at + PAGE] = bytes(PAGE)
    database.write_bytes(content)
    found = _read(tmp_path)
    texts = _texts(found)
    assert MANY - 100 < len(texts) < MANY
    assert {"message 0", f"message {MANY - 1}"} <= set(texts)
    assert "message 1500" not in texts
    assert len(texts) == len(set(texts))
    assert any("damaged" in problem.what for problem in found.problems)


@pytest.mark.parametrize(
    "variant",
    [
        SMS,
        "hangouts_android/v20",
        "ios_sms/ios_17",
        "kik_android/v15",
        "kik_ios/v16",
        "skype_main_db/v7",
        "whatsapp_android/both_tables",
        "whatsapp_android/new_tables",
        "whatsapp_android/old_table",
        "whatsapp_ios/with_contacts",
    ],
)
def test_tables_and_columns_of_later_versions_do_not_disturb(variant: str, tmp_path: Path) -> None:
    before = _read(build(variant, tmp_path / "before")).facts
    evidence = build(variant, tmp_path / "after")
    for file in [path for path in evidence.rglob("*") if path.is_file()]:
        connection = sqlite3.connect(file)
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if not table.startswith("sqlite_"):
                connection.execute(f"ALTER TABLE \"{table}\" ADD COLUMN of_a_later_version BLOB DEFAULT x'00ff'")
        connection.execute("CREATE TABLE of_a_later_version (message TEXT, timestamp INTEGER)")
        connection.execute("CREATE VIEW broken_view AS SELECT gone FROM no_such_table")
        connection.commit()
        connection.close()
    after = _read(evidence).facts
    assert [_without_exhibit(fact) for fact in after] == [_without_exhibit(fact) for fact in before]


def test_columns_full_of_nonsense_are_no_reason_to_fail(tmp_path: Path) -> None:
    for variant in ("whatsapp_android/new_tables", "whatsapp_ios/with_contacts", "ios_sms/ios_17", SMS, "kik_ios/v16"):
        evidence = build(variant, tmp_path / variant)
        for file in [path for path in evidence.rglob("*") if path.is_file()]:
            connection = sqlite3.connect(file)
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for column in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
                    if not column[5]:
                        connection.execute(f'UPDATE OR IGNORE "{table}" SET "{column[1]}" = x\'fffe00\'')
            connection.commit()
            connection.close()
        assert all(
            not problem.what.startswith("reading ended") for each in read([evidence]) for problem in each.problems
        )


def _sample(variant: str, folder: Path) -> Path:
    return next(path for path in build(variant, folder).rglob("*") if path.is_file())


def _many_rows(folder: Path) -> Path:
    database = _sample(SMS, folder)
    connection = sqlite3.connect(database)
    connection.execute("DELETE FROM sms")
    connection.execute("DELETE FROM pdu")
    connection.executemany(
        "INSERT INTO sms (thread_id, address, date, type, body) VALUES (1, '07700 900021', ?, 1, ?)",
        [(1_600_000_000_000 + number, f"message {number}") for number in range(MANY)],
    )
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return database


def _read(path: Path) -> Read:
    (found,) = (each for each in read([path]) if each.app)
    return found


def _texts(found: Read) -> list[str]:
    return [fact.text for fact in found.facts if isinstance(fact, Message)]


def _without_exhibit(fact: object) -> str:
    return str(fact).split("provenance")[0]
