"""``belisha keys``: the keys by which programs reach the interface, and the key under which text is encrypted."""

import time
from typing import Annotated

import typer

from belisha.errors import Unusable
from belisha.surfaces.opened_database import SettingsFile, opened_database

_DAY = 86_400
keys = typer.Typer(no_args_is_help=True, help="Makes and ends API keys; writes a key to encrypt text with.")


@keys.command()
def add(
    platform: Annotated[str, typer.Argument(help="Whose lights and messages the key reaches.")],
    scope: Annotated[list[str], typer.Option(help="What it allows; give it several times. See belisha keys scopes.")],
    title: Annotated[str, typer.Option(help="What it is for.")] = "",
    days: Annotated[int | None, typer.Option(help="After so many days it ends by itself.", min=1)] = None,
    settings: SettingsFile = None,
) -> None:
    """Makes a key and prints it, for the only time: the database keeps a hash."""
    from belisha.stream.store.access import new_api_key  # noqa: PLC0415 - needs the extra serve

    with opened_database("keys", settings) as database, database.writing() as connection:
        ends = time.time() + days * _DAY if days else None
        typer.echo(new_api_key(connection, platform, frozenset(scope), title, ends))


@keys.command(name="list")
def list_keys(settings: SettingsFile = None) -> None:
    """Lists keys, without their secrets."""
    from sqlalchemy import select  # noqa: PLC0415 - needs the extra serve

    from belisha.stream.store.tables import api_keys  # noqa: PLC0415 - the same

    with opened_database("keys", settings) as database, database.reading() as connection:
        for row in connection.execute(select(api_keys).order_by(api_keys.c.created_at)):
            state = "revoked" if row.revoked_at else "expires" if row.expires_at else "works"
            typer.echo(f"{row.id}  {row.platform}  {state}  {row.scopes}  {row.title}")


@keys.command()
def revoke(
    identity: Annotated[str, typer.Argument(help="The key's id: its middle part.")], settings: SettingsFile = None
) -> None:
    """Ends a key; a running service refuses it within seconds."""
    from belisha.stream.store.access import revoke_api_key  # noqa: PLC0415 - needs the extra serve

    with opened_database("keys", settings) as database, database.writing() as connection:
        if not revoke_api_key(connection, identity):
            raise Unusable(f"there is no key {identity} that still works; belisha keys list shows them")


@keys.command()
def scopes() -> None:
    """Lists what a key can allow."""
    from belisha.stream.store.access import SCOPES  # noqa: PLC0415 - needs the extra serve

    for scope, means in SCOPES.items():
        typer.echo(f"{scope}  {means}")


@keys.command()
def encryption() -> None:
    """Writes a new key for text at rest, as the environment variable BELISHA_KEY wants it. Keep it: lost is lost."""
    from belisha.stream.store.vault import new_key  # noqa: PLC0415 - needs the extra serve

    typer.echo(new_key())
