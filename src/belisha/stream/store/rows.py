"""Writes many rows at once, new or changed, and finds many by their keys, in the way that is quickest on each database.

These are the statements of every message. They go to the driver as they are: what SQLAlchemy does to each statement
takes longer than the database does.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Float, Integer, LargeBinary, SmallInteger, String, Table
from sqlalchemy.exc import DBAPIError

_ARRAYS = (
    (LargeBinary, "bytea[]"),
    (SmallInteger, "int2[]"),
    (BigInteger, "int8[]"),
    (Integer, "int4[]"),
    (Float, "float8[]"),
    (String, "text[]"),
)
"""How PostgreSQL calls a list of each kind of value; kinds before those that they are a kind of."""
_AT_ONCE = 500
"""Keys in one question: below what SQLite takes."""


def upsert(
    connection: Connection,
    table: Table,
    rows: list[dict[str, Any]],
    keys: tuple[str, ...] = (),
    keep: tuple[str, ...] = (),
) -> None:
    """Writes rows, all with the same columns.

    Args:
        connection: with a transaction.
        table: where.
        rows: what.
        keys: columns by which a row is known again: one that is there gets the other columns set anew, but for
            ``keep``. Without any, all rows must be new.
        keep: columns that stay as they are in rows that are there.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    changed = tuple(name for name in columns if name not in keys and name not in keep)
    if connection.dialect.name == "postgresql":
        lists = [_list(table, name, rows) for name in columns]
        with _driver(connection) as driver:
            driver.execute(_from_lists(table, columns, keys, changed), lists)
    else:
        values = [tuple(row[name] for name in columns) for row in rows]
        with _driver(connection) as driver:
            driver.executemany(_one_by_one(table, columns, keys, changed), values)


def rows_with(
    connection: Connection, table: Table, columns: tuple[str, ...], key: str, keys: Sequence[bytes]
) -> list[Any]:
    """The values of some columns in all rows whose ``key`` is one of these."""
    if not keys:
        return []
    with _driver(connection) as driver:
        if connection.dialect.name == "postgresql":
            return list(driver.execute(_chosen(table, columns, key, 0), (list(keys),)))
        parts = [keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE)]
        return [row for few in parts for row in driver.execute(_chosen(table, columns, key, len(few)), few)]


@contextmanager
def _driver(connection: Connection) -> Iterator[Any]:
    """The driver's own cursor, in the transaction of this connection; its errors are those of SQLAlchemy.

    Raises:
        DBAPIError: of the kind that the driver's error is.
    """
    kind = connection.dialect.loaded_dbapi.Error
    try:
        with closing(connection.connection.cursor()) as cursor:
            yield cursor
    except kind as error:  # what was to be written stays out of it
        raise DBAPIError.instance(None, None, error, kind, hide_parameters=True, dialect=connection.dialect) from error


@cache
def _chosen(table: Table, columns: tuple[str, ...], key: str, count: int) -> str:
    """The question for rows with one of so many keys; for any number of them, as one list, with 0."""
    names = ", ".join(_quoted(name) for name in columns)
    among = f"in ({', '.join('?' * count)})" if count else f"= any(%b::{_array(table, key)})"
    return f"select {names} from {_quoted(table.name)} where {_quoted(key)} {among}"  # noqa: S608 - our own names


@cache
def _one_by_one(table: Table, columns: tuple[str, ...], keys: tuple[str, ...], changed: tuple[str, ...]) -> str:
    names = ", ".join(_quoted(name) for name in columns)
    places = ", ".join("?" * len(columns))
    statement = f"insert into {_quoted(table.name)} ({names}) values ({places})"  # noqa: S608 - our own names
    return statement + _where_there(keys, changed)


@cache
def _from_lists(table: Table, columns: tuple[str, ...], keys: tuple[str, ...], changed: tuple[str, ...]) -> str:
    """One statement for any number of rows: each column travels as one list, and the server parses it once.

    In binary (``%b``): as text, every sign of every value would be looked at to see whether it must be escaped.
    """
    names = ", ".join(_quoted(name) for name in columns)
    lists = ", ".join(f"%b::{_array(table, name)}" for name in columns)
    statement = f"insert into {_quoted(table.name)} ({names}) select * from unnest({lists})"  # noqa: S608 - our own names
    return statement + _where_there(keys, changed)


def _where_there(keys: tuple[str, ...], changed: tuple[str, ...]) -> str:
    """What becomes of a row that is there; both databases call it the same."""
    if not keys:
        return ""
    known = ", ".join(_quoted(name) for name in keys)
    anew = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in changed)
    return f" on conflict ({known}) do {f'update set {anew}' if anew else 'nothing'}"


def _list(table: Table, name: str, rows: Sequence[dict[str, Any]]) -> list[Any]:
    """The values of a column; the driver takes none where whole numbers stand among others."""
    if isinstance(table.c[name].type, Float):
        return [None if row[name] is None else float(row[name]) for row in rows]
    return [row[name] for row in rows]


def _quoted(name: str) -> str:
    return f'"{name}"'


def _array(table: Table, name: str) -> str:
    kind = table.c[name].type
    return next(array for of, array in _ARRAYS if isinstance(kind, of))
