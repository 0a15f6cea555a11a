"""An SQLite database of the evidence, read row by row from a copy, with damage reported and stepped over."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

MAGIC = b"SQLite format 3\0"
_HEADER = 100
_SMALLEST_PAGE = 512
_LARGEST = 64 * 1024**3
"""Of databases that are filled up: a header can claim anything."""
SqlValue = int | float | str | bytes | None


class Row(dict[str, Any]):
    """One row by column name in lower case, and where it lay. Rows from deleted space have the same shape.

    Columns that an app version does not have are simply absent: ``get`` gives None. Attributes: ``table``; ``number``,
    the rowid or None when it is lost.
    """

    def __init__(self, table: str, number: int | None, values: dict[str, SqlValue]) -> None:
        super().__init__(values)
        self.table = table
        self.number = number

    @property
    def place(self) -> str:
        """Where the row lies, for a provenance."""
        return f"table {self.table} row {'?' if self.number is None else self.number}"

    def text(self, column: str) -> str | None:
        """The value as text; None when absent, NULL or binary that is no UTF-8."""
        value = self.get(column)
        if isinstance(value, bytes):
            try:
                return value.decode("utf-8")
            except UnicodeDecodeError:
                return None
        return None if value is None else str(value)

    def number_in(self, column: str) -> float | int | None:
        """The value as a number; None when absent, NULL or not a number."""
        value = self.get(column)
        if isinstance(value, int | float):
            return value
        try:
            return float(value) if isinstance(value, str) else None
        except ValueError:
            return None

    def whole(self, column: str) -> int | None:
        """The value as a whole number; None when absent, NULL or not a number."""
        value = self.number_in(column)
        try:
            return None if value is None else int(value)
        except (ValueError, OverflowError):
            return None

    def key(self, column: str) -> int | None:
        """What other tables call this row: its number column, or the row number where recovery kept only that."""
        value = self.whole(column)
        return self.number if value is None else value


class Database:
    """The living view of a database: what the app itself would see.

    Args:
        copy: path of a working copy, with its side files beside it. SQLite may write there.
        report: called with (what, place=, advice=) for whatever cannot be read.
    """

    def __init__(self, copy: Path, report: Callable[..., None]) -> None:
        self._report = report
        _fill_up(copy, report)
        self._connection = sqlite3.connect(f"file:{copy}?mode=rw", uri=True)
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA cell_size_check = ON")
        self.tables: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        try:
            self._connection.execute("PRAGMA query_only = ON")
            self._learn_tables()
        except sqlite3.DatabaseError as error:
            report(f"the database cannot be opened ({error})", advice="it may be encrypted, damaged or incomplete")

    def has(self, tables: dict[str, tuple[str, ...]]) -> bool:
        """Whether all these tables exist with at least these columns (any case)."""
        return all(
            name.lower() in self.tables and {c.lower() for c in columns} <= set(self.tables[name.lower()])
            for name, columns in tables.items()
        )

    def rows(self, table: str) -> Iterator[Row]:
        """All rows of a table in order of their row numbers; nothing for a table that does not exist.

        A damaged page ends the way up; the rows beyond it are then read from the other end.
        """
        if table.lower() not in self.tables:
            return
        highest = yield from self._read(table, "ASC", None)
        if highest is not None:
            yield from reversed(list(self._read(table, "DESC", highest)))

    def close(self) -> None:
        """Closes the copy."""
        self._connection.close()

    def _learn_tables(self) -> None:
        found = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in found:
            try:
                columns = self._connection.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()
            except sqlite3.DatabaseError as error:
                self._report(f"the table cannot be opened ({error})", place=f"table {name}")
                continue
            self._names[name.lower()] = name
            self.tables[name.lower()] = tuple(column[1].lower() for column in columns)

    def _read(self, table: str, order: str, above: int | None) -> Any:  # noqa: ANN401 - generator with a result
        """Yields rows; its result is the last good row number when damage was met on the way up, else None."""
        columns = self.tables[table.lower()]
        name = self._names[table.lower()]
        numbered = self._has_row_numbers(name)
        query = f"SELECT {'rowid' if numbered else 'NULL'}, * FROM {_quoted(name)}"
        if numbered:
            query += "" if above is None else f" WHERE rowid > {above}"
            query += f" ORDER BY rowid {order}"
        last = above or -(2**63)
        try:
            for values in self._connection.execute(query):
                last = values[0] if numbered else last
                yield Row(name, values[0], dict(zip(columns, values[1:], strict=False)))
        except (sqlite3.DatabaseError, OverflowError) as error:
            self._report(
                f"damaged at or {'after' if order == 'ASC' else 'before'} row {last} ({error})",
                place=f"table {name}",
                advice="rows on the damaged pages are missing here; try recovery",
            )
            return last if numbered and order == "ASC" else None
        return None

    def _has_row_numbers(self, name: str) -> bool:
        try:
            self._connection.execute(f"SELECT rowid FROM {_quoted(name)} LIMIT 1")
        except sqlite3.OperationalError:
            return False
        except sqlite3.DatabaseError:
            return True
        return True


def _fill_up(copy: Path, report: Callable[..., None]) -> None:
    """Gives a cut-off copy its missing pages back, empty: SQLite opens none that is shorter than its header says."""
    with copy.open("r+b") as stream:
        header = stream.read(_HEADER)
        page, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
        page = 65_536 if page == 1 else page
        # The count holds only if the last writer kept it: then both change counters agree.
        if len(header) < _HEADER or page < _SMALLEST_PAGE or header[24:28] != header[92:96]:
            return
        size, whole = stream.seek(0, 2), page * pages
        if size >= whole or whole > _LARGEST:
            return
        stream.truncate(size // page * page)
        stream.truncate(whole)
    report(
        f"the file is cut off: {whole - size} of {whole} bytes are missing",
        place=f"byte {size}",
        advice="copy it again from the device; what is there was read",
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
