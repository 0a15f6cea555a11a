"""Databases: the living view, damage stepped over, evidence untouched."""

import sqlite3
from pathlib import Path

from belisha.chats.evidence import exhibits
from belisha.chats.exhibit import Exhibit


def made(path: Path, rows: int = 400) -> Path:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA page_size = 1024")
    connection.execute("CREATE TABLE Chat (id INTEGER PRIMARY KEY, Body TEXT)")
    connection.executemany("INSERT INTO Chat VALUES (?, ?)", [(n, f"message {n} " + "x" * 60) for n in range(rows)])
    connection.commit()
    connection.close()
    return path


def opened(path: Path) -> Exhibit:
    return next(exhibit for exhibit in exhibits([path]) if exhibit.head.startswith(b"SQLite"))


def test_rows_come_in_order_with_columns_in_lower_case(tmp_path: Path) -> None:
    exhibit = opened(made(tmp_path / "a.db", 3))
    database = exhibit.database
    assert database is not None
    assert database.has({"chat": ("ID", "body")})
    assert not database.has({"chat": ("missing",)})
    rows = list(database.rows("CHAT"))
    assert [row.whole("id") for row in rows] == [0, 1, 2]
    assert rows[1].place == "table Chat row 1"
    assert rows[1].text("nothing") is None
    assert list(database.rows("nowhere")) == []
    exhibit.close()


def test_a_damaged_page_costs_only_its_own_rows(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    content = bytearray(path.read_bytes())
    # A leaf page in the middle of the file, overwritten.
    content[20 * 1024 : 21 * 1024] = b"\xff" * 1024
    path.write_bytes(content)
    exhibit = opened(path)
    assert exhibit.database is not None
    rows = [row.whole("id") or 0 for row in exhibit.database.rows("chat")]
    assert rows[0] == 0
    assert rows[-1] == 399
    assert 370 < len(rows) < 400
    assert rows == sorted(set(rows))
    assert any("damaged" in problem.what for problem in exhibit.problems)
    exhibit.close()


def test_rows_that_stand_only_in_the_log_are_read_and_the_evidence_stays_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", 3)
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("PRAGMA wal_autocheckpoint = 0")
    writer.execute("INSERT INTO Chat VALUES (77, 'only in the log')")
    writer.commit()
    seized = tmp_path / "seized"
    seized.mkdir()
    for file in (path, tmp_path / "a.db-wal"):
        (seized / file.name).write_bytes(file.read_bytes())
    writer.close()
    before = {file.name: file.read_bytes() for file in seized.iterdir()}
    exhibit = opened(seized)
    assert exhibit.database is not None
    assert [row.whole("id") for row in exhibit.database.rows("chat")] == [0, 1, 2, 77]
    exhibit.close()
    assert {file.name: file.read_bytes() for file in seized.iterdir()} == before


def test_what_only_begins_like_a_database_is_said_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 8)
    exhibit = opened(tmp_path)
    assert exhibit.database is not None
    assert exhibit.database.tables == {}
    assert exhibit.problems
    exhibit.close()


def test_odd_values_give_none_instead_of_errors(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.execute("CREATE TABLE t (a, b, c, d)")
    connection.execute("INSERT INTO t VALUES (1e300, x'ff', 'word', NULL)")
    connection.commit()
    connection.close()
    exhibit = opened(tmp_path)
    assert exhibit.database is not None
    (row,) = exhibit.database.rows("t")
    assert row.whole("c") is None
    assert row.text("b") is None
    assert row.number_in("d") is None
    exhibit.close()


def test_rows_between_damaged_pages_are_found(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db")
    content = bytearray(path.read_bytes())
    for page in (12, 20, 30):
        content[page * 1024 : (page + 1) * 1024] = b"\xff" * 1024
    path.write_bytes(content)
    exhibit = opened(path)
    assert exhibit.database is not None
    rows = [row.whole("id") or 0 for row in exhibit.database.rows("chat")]
    assert 330 < len(rows) < 400
    assert rows == sorted(set(rows))
    assert "in 2 more places" in exhibit.problems[0].what
    exhibit.close()


def test_pages_that_lead_in_a_circle_end_the_reading(tmp_path: Path) -> None:
    path = made(tmp_path / "a.db", 3000)
    content = bytearray(path.read_bytes())
    parents = [at for at in range(1024, len(content), 1024) if content[at] == 5]
    content[parents[0] + 8 : parents[0] + 12] = (parents[0] // 1024 + 1).to_bytes(4, "big")
    path.write_bytes(content)
    exhibit = opened(path)
    assert exhibit.database is not None
    rows = [row.number for row in exhibit.database.rows("chat")]
    assert len(rows) == len(set(rows))
    assert exhibit.problems
    exhibit.close()
