"""``belisha people``: who can sign in to the console."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from belisha.errors import Unusable
from belisha.settings import load
from belisha.surfaces.opened_database import SettingsFile, opened_database

if TYPE_CHECKING:
    from sqlalchemy import Connection

people = typer.Typer(
    no_args_is_help=True, help="Adds people who can sign in to the console, invites and disables them."
)
Name = Annotated[str, typer.Argument(help="The name to sign in with.")]


@people.command()
def add(  # noqa: PLR0913, PLR0917 - the arguments of the command
    name: Name,
    role: Annotated[
        Literal["viewer", "moderator", "officer", "administrator", "auditor"], typer.Option(help="What for.")
    ],
    platform: Annotated[str | None, typer.Option(help="The only platform that the person reaches; else all.")] = None,
    title: Annotated[str, typer.Option(help="How the person is called.")] = "",
    subject: Annotated[str | None, typer.Option(help="How your OpenID Connect provider calls the person.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Makes a person known, and prints a link that works once, with which it sets its password."""
    with opened_database("people", settings) as database, database.writing() as connection:
        from belisha.stream.store.people import add_person  # noqa: PLC0415 - needs the extra serve
        from belisha.stream.store.roles import Person, Role  # noqa: PLC0415 - the same

        wanted = Person(0, name, title, Role(role), platform, subject=subject)
        added = add_person(connection, None, wanted, time.time())
        typer.echo(_link(connection, added.id, settings))


@people.command()
def invite(name: Name, settings: SettingsFile = None) -> None:
    """Prints a new link with which somebody sets its password anew; earlier ones no longer work."""
    with opened_database("people", settings) as database, database.writing() as connection:
        typer.echo(_link(connection, _number(connection, name), settings))


@people.command()
def disable(name: Name, settings: SettingsFile = None) -> None:
    """Ends somebody's access at once, also of those who are signed in; what it did stays under its name."""
    with opened_database("people", settings) as database, database.writing() as connection:
        from belisha.stream.store import people as known  # noqa: PLC0415 - needs the extra serve

        known.disable(connection, None, _number(connection, name), time.time())


@people.command()
def enable(name: Name, settings: SettingsFile = None) -> None:
    """Gives access back, and ends a lock after failed sign-ins."""
    with opened_database("people", settings) as database, database.writing() as connection:
        from belisha.stream.store import people as known  # noqa: PLC0415 - needs the extra serve

        known.enable(connection, None, _number(connection, name), time.time())


@people.command(name="list")
def list_people(settings: SettingsFile = None) -> None:
    """Lists people with their roles."""
    with opened_database("people", settings) as database, database.reading() as connection:
        from belisha.stream.store.people import people_of  # noqa: PLC0415 - needs the extra serve

        for person in people_of(connection):
            state = (
                "disabled" if person.disabled_at else "works" if person.has_password or person.subject else "invited"
            )
            typer.echo(f"{person.name}  {person.role}  {person.platform or 'all platforms'}  {state}  {person.title}")


def _number(connection: "Connection", name: str) -> int:
    from belisha.stream.store.people import person_named  # noqa: PLC0415 - needs the extra serve

    person = person_named(connection, name)
    if person is None:
        raise Unusable(f"there is nobody called {name}; belisha people list shows everybody")
    return person.id


def _link(connection: "Connection", identity: int, file: Path | None) -> str:
    from belisha.stream.store.invitations import invite  # noqa: PLC0415 - needs the extra serve

    listen = load(file).listen
    base = listen.public_url or f"http://{listen.host}:{listen.port}"
    return f"{base.rstrip('/')}/console/invitation/{invite(connection, None, identity, time.time())}"
