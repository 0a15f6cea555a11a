"""People for tests of the console: one of each role, made as the command line makes them."""

from sqlalchemy import Connection

from belisha.stream.store.access import add_platform
from belisha.stream.store.database import Database
from belisha.stream.store.people import add_person
from belisha.stream.store.roles import Person, Role

NOW = 1_780_000_000.0
PASSWORD = "a horse that counts to nine"  # noqa: S105 - of nobody


def named(name: str, role: Role, platform: str | None = None) -> Person:
    """A person as it is wanted, before it is known."""
    return Person(0, name, "", role, platform)


def add(connection: Connection, name: str, role: Role = Role.MODERATOR, platform: str | None = None) -> Person:
    """Makes a person known, and its platform."""
    if platform is not None:
        add_platform(connection, platform)
    return add_person(connection, None, named(name, role, platform), NOW)


def added(database: Database, name: str, role: Role = Role.MODERATOR, platform: str | None = None) -> Person:
    """The same in a transaction of its own."""
    with database.writing() as connection:
        return add(connection, name, role, platform)
