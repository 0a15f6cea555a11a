"""Opens the service's database, brings it to the present form, and keeps a second service away from it."""

import contextlib
import fcntl
import hashlib
import os
import threading
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from belisha.errors import Unusable

_WAIT_MS, _SHORT_WAIT_MS = 10_000, 100
_LOCK = 0x62656C69  # "beli": the advisory lock by which one service knows of another
_CACHE_KIB = 64_000
_LONGEST_LOG = 20_000
"""Pages of SQLite's write-ahead log from which on the writer itself moves them into the file: only where
``move_log`` does not keep up, since everybody in line waits for the disk meanwhile."""


@lru_cache(50_000)
def key_of(*parts: str) -> bytes:
    """16 bytes that stand for these parts, in this order; no two different lists of parts share them."""
    return _digest(parts)


@lru_cache(8_000)
def passing_key_of(*parts: str) -> bytes:
    """The same, for what is asked for within one transaction and never again: it must not push out the others."""
    return _digest(parts)


def _digest(parts: tuple[str, ...]) -> bytes:
    joined = b"".join(len(part := each.encode("utf-8", "surrogatepass")).to_bytes(4, "big") + part for each in parts)
    return hashlib.blake2b(joined, digest_size=16).digest()


class Database:
    """An open database.

    Args:
        url: ``sqlite:///path`` or ``postgresql://...``.
        wait_for_disk: with SQLite, a commit ends when the disk has it; PostgreSQL's own settings say so for it.

    Attributes:
        engine: for questions that the other files of this folder ask.
        generation: grows when it was not held for a while: another service may have written meanwhile.

    Raises:
        Unusable: when it cannot be opened; the message says what to do.
    """

    def __init__(self, url: str, *, wait_for_disk: bool = True) -> None:
        self.engine = _engine(url, wait_for_disk=wait_for_disk)
        self._held: contextlib.ExitStack = contextlib.ExitStack()
        self._holding = threading.Lock()
        self._holder: Connection | None = None
        self._holder_number: int | None = None
        self._doubted = False
        self.generation = 0

    @property
    def is_sqlite(self) -> bool:
        """SQLite lets one writer in at a time; PostgreSQL many."""
        return self.engine.dialect.name == "sqlite"

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is committed at the end, or undone by an error."""
        with self.engine.connect().execution_options(writes=True) as connection:
            self._hold_still()
            with connection.begin():
                yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions only."""
        with self.engine.connect() as connection:
            yield connection

    def move_log(self) -> None:
        """Moves what SQLite's write-ahead log holds into the file, while others write on; does nothing elsewhere."""
        if self.is_sqlite:
            with contextlib.closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("pragma wal_checkpoint(passive)")

    def overwrite_deleted(self) -> bool:
        """Empties SQLite's write-ahead log, which holds what was deleted from the file for as long as nobody does.

        Returns:
            False when somebody was just reading what it holds: ask again later.
        """
        if not self.is_sqlite:
            return True  # PostgreSQL's dead rows end with VACUUM, which it does by itself
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("pragma wal_checkpoint(passive)")  # the long part, during which others write on
            cursor.execute(f"pragma busy_timeout = {_SHORT_WAIT_MS}")  # the writer stands still meanwhile
            is_busy = cursor.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
            cursor.execute(f"pragma busy_timeout = {_WAIT_MS}")
            return not is_busy
        finally:
            connection.close()

    def migrate(self) -> None:
        """Brings the tables to the form that this version knows; does nothing when they are.

        Raises:
            Unusable: when a newer version of Belisha wrote them.
        """
        with as_file(files("belisha.stream") / "migrations") as folder:
            configuration = Config()
            configuration.set_main_option("script_location", str(folder))
            configuration.attributes["engine"] = self.engine
            try:
                command.upgrade(configuration, "head")
            except (SQLAlchemyError, CommandError) as error:
                raise Unusable(f"{self.engine.url}: the database cannot be brought to this version: {error}") from error

    def hold(self) -> None:
        """Keeps every other service away from this database until ``close``.

        Raises:
            Unusable: when one is running on it.
        """
        refusal = f"{self.engine.url}: another belisha serve is using this database."
        if self.is_sqlite:
            self._hold_file(refusal)
            return
        event.listen(self.engine, "connect", self._doubt)
        if not self._take_lock():
            raise Unusable(refusal)

    def close(self) -> None:
        """Lets go of everything."""
        self._held.close()
        self.engine.dispose()

    def _doubt(self, *_: object) -> None:
        """A new connection may mean that the server was started anew: it has forgotten who holds its locks."""
        self._doubted = True

    def _take_lock(self) -> bool:
        connection = self._held.enter_context(self.engine.connect())
        taken = connection.execute(text("select pg_try_advisory_lock(:lock)"), {"lock": _LOCK}).scalar()
        if taken:
            self._holder, self._doubted = connection, False
            self._holder_number = connection.execute(text("select pg_backend_pid()")).scalar()
        connection.commit()
        return bool(taken)

    def _hold_still(self) -> None:
        """Takes the lock again where it may be lost.

        Raises:
            OperationalError: when another service has it.
        """
        with self._holding:
            if self._holder is None or not self._doubted:
                return
            try:
                self._holder.execute(text("select 1"))
                self._holder.commit()
                self._doubted = False
            except SQLAlchemyError:
                self._hold_again(self._holder)

    def _hold_again(self, lost: Connection) -> None:
        with contextlib.suppress(SQLAlchemyError):
            lost.invalidate()
        self._held.close()
        self.generation += 1
        if self._take_lock():
            return
        with (
            self.engine.begin() as connection
        ):  # it may be our own that holds it, cut off and not noticed by the server
            connection.execute(text("select pg_terminate_backend(:number)"), {"number": self._holder_number})
        raise OperationalError("hold", {}, Exception("another belisha serve is using this database"))

    def _hold_file(self, refusal: str) -> None:
        path = self.engine.url.database
        if not path or path == ":memory:":
            return
        file = self._held.enter_context(Path(f"{path}.lock").open("w"))  # noqa: SIM115 - held until close
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Unusable(refusal) from error


def _engine(url: str, *, wait_for_disk: bool) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.drivername in {"postgresql", "postgres"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        if parsed.get_backend_name() not in {"sqlite", "postgresql"}:
            raise Unusable(f"{parsed!r}: the database must be sqlite:///path or postgresql://user@host/name.")
        if parsed.get_backend_name() == "sqlite":
            return _sqlite(parsed.database or "", "full" if wait_for_disk else "normal")
        engine = create_engine(parsed, pool_size=8, max_overflow=8, pool_pre_ping=True, hide_parameters=True)
        with engine.connect():
            return engine
    except (ArgumentError, ValueError):  # neither may be shown: they quote the address, and its password
        raise Unusable(
            "[database] url: this is no database address; write sqlite:///path or postgresql://user@host/name."
        ) from None
    except OperationalError as error:
        raise Unusable(f"{make_url(url)}: the database cannot be reached: {error.orig}") from error


def _sqlite(path: str, synchronous: str) -> Engine:
    if path and path != ":memory:":
        folder = Path(path).resolve().parent
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise Unusable(f"{path}: cannot write into {folder}; create it, or name another place for the database.")
        if not Path(path).exists():
            Path(path).touch(mode=0o600)  # nobody else on this machine is to read it
    connect = {"timeout": _WAIT_MS / 1000, "check_same_thread": False}
    # Errors are logged: none may show what was to be written. Of several free connections the last used is taken: each
    # has a cache of its own, and those that are seldom needed stay small.
    engine = create_engine(f"sqlite:///{path}", connect_args=connect, hide_parameters=True, pool_use_lifo=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own objects
        connection.isolation_level = None  # the "begin" below says when a transaction begins
        for pragma in (
            "journal_mode = wal",
            f"synchronous = {synchronous}",
            "foreign_keys = on",
            f"busy_timeout = {_WAIT_MS}",
            f"cache_size = -{_CACHE_KIB}",
            f"wal_autocheckpoint = {_LONGEST_LOG}",
            "secure_delete = on",  # deleted text is overwritten
        ):
            connection.execute(f"pragma {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # One who reads first and writes later is turned away when somebody else wrote between: say it at once.
        connection.exec_driver_sql("begin immediate" if connection.get_execution_options().get("writes") else "begin")

    return engine
