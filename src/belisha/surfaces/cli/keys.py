"""``belisha keys``: the keys by which programs reach the interface, and the key under which text is encrypted."""

import time
from typing import Annotated

import typer

from belisha.errors import Unusable
from belisha.surfaces.opened_database import SettingsFile, opened_database

_DAY, _HOUR = 86_400, 3_600
keys = typer.Typer(no_args_is_help=True, help="Makes, changes and ends API keys; writes a key to encrypt text with.")
Identity = Annotated[str, typer.Argument(help="The key's id: its middle part.")]


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
    """Lists keys with what each allows, without their secrets, and says which scopes none of a platform's allow."""
    from belisha.stream.store.access import SCOPES, api_keys_of  # noqa: PLC0415 - needs the extra serve

    allowed: dict[str, set[str]] = {}
    with opened_database("keys", settings) as database, database.reading() as connection:
        for key, state in api_keys_of(connection, time.time()):
            typer.echo(f"{key.id}  {key.platform}  {state}  {' '.join(sorted(key.scopes))}  {key.title}".rstrip())
            if state.startswith("works"):
                allowed.setdefault(key.platform, set()).update(key.scopes)
    for platform, scopes in allowed.items():
        if missing := [scope for scope in SCOPES if scope not in scopes]:
            typer.echo(
                f"No key of {platform} allows {', '.join(missing)}. To change that: belisha keys change ID --add"
            )


@keys.command()
def change(
    identity: Identity,
    add: Annotated[list[str] | None, typer.Option(help="What it is to allow as well; give it several times.")] = None,
    remove: Annotated[list[str] | None, typer.Option(help="What it is not to allow any more; the same.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Lets a key allow more or less, such as a scope that did not exist when it was made; its secret stays.

    A running service knows within seconds.
    """
    from belisha.stream.store.access import change_api_key  # noqa: PLC0415 - needs the extra serve

    with opened_database("keys", settings) as database, database.writing() as connection:
        scopes = change_api_key(connection, identity, frozenset(add or ()), frozenset(remove or ()))
        typer.echo(f"{identity} allows {' '.join(sorted(scopes))}")


@keys.command()
def rotate(
    identity: Identity,
    hours: Annotated[float, typer.Option(help="So long the old one still works; 0 ends it at once.", min=0)] = 24,
    settings: SettingsFile = None,
) -> None:
    """Makes a new key that allows the same and prints it, for the only time; the old one ends after some hours."""
    from belisha.stream.store.access import rotate_api_key  # noqa: PLC0415 - needs the extra serve

    with opened_database("keys", settings) as database, database.writing() as connection:
        typer.echo(rotate_api_key(connection, identity, hours * _HOUR))


@keys.command()
def revoke(identity: Identity, settings: SettingsFile = None) -> None:
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
