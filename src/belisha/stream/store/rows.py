"""Writes many rows at once, new or changed, in the way that is quickest on each database."""

from functools import cache
from typing import Any

from sqlalchemy import BigInteger, Connection, Float, Integer, LargeBinary, SmallInteger, String, Table
from sqlalchemy.dialects import sqlite

_ARRAYS = (
    (LargeBinary, "bytea[]"),
    (SmallInteger, "int2[]"),
    (BigInteger, "int8[]"),
    (Integer, "int4[]"),
    (Float, "float8[]"),
    (String, "text[]"),
)
"""How PostgreSQL calls a list of each kind of value; kinds before those that they are a kind of."""


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
        lists = [[row[name] for row in rows] for name in columns]
        connection.exec_driver_sql(_from_lists(table, columns, keys, changed), tuple(lists))
    else:
        connection.execute(_one_by_one(table, keys, changed), rows)


@cache
def _one_by_one(table: Table, keys: tuple[str, ...], changed: tuple[str, ...]) -> Any:  # noqa: ANN401 - a statement
    statement = sqlite.insert(table)
    if not keys:
        return statement
    if not changed:
        return statement.on_conflict_do_nothing(index_elements=list(keys))
    values: dict[str, Any] = {name: statement.excluded[name] for name in changed}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=values)


@cache
def _from_lists(table: Table, columns: tuple[str, ...], keys: tuple[str, ...], changed: tuple[str, ...]) -> str:
    """One statement for any number of rows: each column travels as one list, and the server parses it once."""
    names = ", ".join(_quoted(name) for name in columns)
    lists = ", ".join(f"%s::{_array(table, name)}" for name in columns)
    statement = f"insert into {_quoted(table.name)} ({names}) select * from unnest({lists})"  # noqa: S608 - our own names
    if not keys:
        return statement
    known = ", ".join(_quoted(name) for name in keys)
    anew = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in changed)
    return f"{statement} on conflict ({known}) do {f'update set {anew}' if anew else 'nothing'}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _array(table: Table, name: str) -> str:
    kind = table.c[name].type
    return next(array for of, array in _ARRAYS if isinstance(kind, of))
