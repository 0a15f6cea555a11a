"""The service's database, opened for a command beside the service; what is wrong is said in one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from belisha.errors import BelishaError, Unusable
from belisha.settings import load

if TYPE_CHECKING:
    from belisha.stream.store.database import Database

UNUSABLE = 2
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="The settings file; else belisha.toml.")]


@contextmanager
def opened_database(command: str, file: Path | None) -> "Iterator[Database]":
    """The database of the settings, migrated, while a command uses it.

    Raises:
        Exit: with status 2 when it cannot be used, or what was asked for cannot be done, saying why.
    """
    try:
        from belisha.stream.store.database import Database  # noqa: PLC0415 - needs the extra serve

        database = Database(load(file).database.url)
        try:
            database.migrate()
            yield database
        finally:
            database.close()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("belisha"):
            raise
        missing = Unusable(f"{error.name} is missing: install the service with pip install 'belisha[serve]'")
        _refuse(command, missing, error)
    except BelishaError as error:
        _refuse(command, error, error)


def _refuse(command: str, why: BelishaError, error: Exception) -> None:
    Console(stderr=True).print(f"belisha {command}: {why}", style="red", markup=False, soft_wrap=True)
    raise typer.Exit(UNUSABLE) from error
