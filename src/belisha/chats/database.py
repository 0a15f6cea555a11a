"""An SQLite database of the evidence, read row by row from a copy, with damage reported and stepped over."""

import sqlite3
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

MAGIC = b"SQLite format 3\0"
_HEADER = 100
_SMALLEST_PAGE = 512
_BEFORE_ALL = -(2**63)
_BEHIND_ALL = 2**63
_LONGEST_VALUE = 256 * 1024**2
"""Bytes: columns can be computed, and would be as long as an attacker wants."""
DAMAGE = (sqlite3.DatabaseError, UnicodeError, OverflowError)
"""What SQLite raises on damaged files; UnicodeError where its own words about the damage quote a damaged name."""
SqlValue = int | float | str | bytes | None


class Row(dict[str, Any]):
    """One row by column name in lower case, and where it lay. Rows from deleted space have the same shape.

    Columns that an app version does not have are simply absent: ``get`` gives None. Attributes: ``table``; ``number``,
    the rowid or None when it is lost.
    """

    def __init__(self, table: str, number: int | None, values: Iterable[tuple[str, SqlValue]]) -> None:
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
        if isinstance(value, (int, float)):
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
        _admit_the_size(copy, report)
        self._connection = sqlite3.connect(f"file:{copy}?mode=rw", uri=True)
        self._connection.text_factory = partial(str, encoding="utf-8", errors="replace")
        self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        self._connection.execute("PRAGMA trusted_schema = OFF")
        self._connection.execute("PRAGMA cell_size_check = ON")
        self.tables: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        try:
            self._connection.execute("PRAGMA query_only = ON")
            self._learn_tables()
        except DAMAGE as error:
            report(f"the database cannot be opened ({error})", advice="it may be encrypted, damaged or incomplete")

    def has(self, tables: dict[str, tuple[str, ...]]) -> bool:
        """Whether all these tables exist with at least these columns (any case)."""
        return all(
            name.lower() in self.tables and {c.lower() for c in columns} <= set(self.tables[name.lower()])
            for name, columns in tables.items()
        )

    def rows(self, table: str) -> Iterator[Row]:
        """All rows of a table in order of their row numbers; nothing for a table that does not exist.

        Damaged pages cost their own rows only: those behind them are found by ever larger steps, and by going back.
        """
        if table.lower() not in self.tables:
            return
        name = self._names[table.lower()]
        damage: list[str] = []
        if self._has_row_numbers(name):
            yield from self._numbered(name, damage)
        else:
            yield from self._read(name, f"SELECT *, NULL FROM {_quoted(name)}", damage)  # noqa: S608 - quoted, read-only
        if damage:
            places = "" if len(damage) == 1 else f", and in {len(damage) - 1} more places"
            self._report(
                f"damaged {damage[0]}{places}",
                place=f"table {name}",
                advice="rows on the damaged pages are missing here; try recovery",
            )

    def close(self) -> None:
        """Closes the copy."""
        self._connection.close()

    def _learn_tables(self) -> None:
        found = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in found:
            try:
                columns = self._connection.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()
            except DAMAGE as error:
                self._report(f"the table cannot be opened ({error})", place=f"table {name}")
                continue
            self._names[name.lower()] = name
            self.tables[name.lower()] = tuple(column[1].lower() for column in columns)

    def _numbered(self, name: str, damage: list[str]) -> Iterator[Row]:
        every = f"SELECT *, rowid FROM {_quoted(name)} WHERE rowid"  # noqa: S608 - quoted, read-only copy
        after: int | None = _BEFORE_ALL
        while after is not None:
            met = len(damage)
            last = yield from self._read(name, f"{every} > {after} ORDER BY rowid", damage)
            if len(damage) == met:
                return
            last = after if last is None else last
            after = self._next_readable(every, last)
            if after is not None:
                back = f"{every} > {last} AND rowid <= {after} ORDER BY rowid DESC"
                yield from reversed(list(self._read(name, back, [])))

    def _read(self, name: str, query: str, damage: list[str]) -> Generator[Row, None, int | None]:
        """Yields rows until the end or until damage, which it notes; its result is the last good row number."""
        last: int | None = None
        forward = "DESC" not in query
        try:
            found = self._connection.execute(query)
            columns = [column[0].lower() for column in found.description[:-1]]
            for values in found:
                number = values[-1]
                if last is not None and (number <= last if forward else number >= last):
                    raise sqlite3.DatabaseError("pages lead in a circle")
                last = number
                yield Row(name, number, zip(columns, values, strict=False))
        except DAMAGE as error:
            damage.append(f"{'at the first row' if last is None else f'at or after row {last}'} ({error})")
        return last

    def _next_readable(self, every: str, last: int) -> int | None:
        """The number of a row behind damage that can be read, or None when there is none."""
        step = 1
        while last + step < _BEHIND_ALL:
            try:
                row = self._connection.execute(f"{every} > {last + step} ORDER BY rowid LIMIT 1").fetchone()
            except DAMAGE:
                row = (last,)
            if row is None or row[-1] > last + step:
                return None if row is None else int(row[-1])
            step *= 2
        return None

    def _has_row_numbers(self, name: str) -> bool:
        try:
            self._connection.execute(f"SELECT rowid FROM {_quoted(name)} LIMIT 1")  # noqa: S608 - as above
        except sqlite3.OperationalError:
            return False
        except DAMAGE:
            return True
        return True


def _admit_the_size(copy: Path, report: Callable[..., None]) -> None:
    """Makes the header of a cut-off copy say how long it is: SQLite opens none that is shorter than its header says."""
    with copy.open("r+b") as stream:
        header = stream.read(_HEADER)
        page, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
        page = 65_536 if page == 1 else page
        # The count holds only if the last writer kept it: then both change counters agree.
        if len(header) < _HEADER or page < _SMALLEST_PAGE or header[24:28] != header[92:96]:
            return
        size, whole = stream.seek(0, 2), page * pages
        if size >= whole:
            return
        stream.truncate(size // page * page)
        stream.seek(28)
        stream.write((size // page).to_bytes(4, "big"))
    report(
        f"the file is cut off: {whole - size} of {whole} bytes are missing",
        place=f"byte {size}",
        advice="copy it again from the device; what is there was read",
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
