"""People at the console: who they are, what role they have, and their passwords, of which only argon2 hashes are kept.

Hashing takes about a tenth of a second on purpose: ``hashed_password`` is called before a transaction begins, never in it.
"""

from typing import Any

from sqlalchemy import Connection

from belisha.stream.store.roles import Person, Role

SHORTEST_PASSWORD = 12


def hashed_password(password: str) -> str:
    """The argon2id hash of a password; takes about a tenth of a second.

    Raises:
        Unusable: when it is shorter than ``SHORTEST_PASSWORD``.
    """
    raise NotImplementedError


def add_person(connection: Connection, by: Person | None, wanted: Person, now: float) -> Person:
    """Makes a person known, without a password: ``invite`` lets it set one.

    Args:
        connection: with a transaction.
        by: who does it; None for the command line.
        wanted: name, title, role, platform and subject; the rest is not looked at.
        now: seconds since 1970.

    Raises:
        Unusable: for a name that is taken or no name; a platform that is not known.
        NotAllowed: when ``by`` may not, or would give more platforms than its own.
    """
    raise NotImplementedError


def people_of(connection: Connection, platform: str | None = None) -> list[Person]:
    """Everybody who reaches a platform (everybody at all for None), by name."""
    raise NotImplementedError


def person_of(connection: Connection, identity: int) -> Person | None:
    """The person with this number."""
    raise NotImplementedError


def person_named(connection: Connection, name: str) -> Person | None:
    """The person with this name."""
    raise NotImplementedError


def change_role(connection: Connection, by: Person | None, identity: int, role: Role, now: float) -> Person:
    """Gives somebody another role, and ends its sessions; nobody changes its own."""
    raise NotImplementedError


def disable(connection: Connection, by: Person | None, identity: int, now: float) -> None:
    """Ends somebody's access at once; what it did stays under its name. Nobody disables itself."""
    raise NotImplementedError


def enable(connection: Connection, by: Person | None, identity: int, now: float) -> None:
    """Gives access back, and ends a lock after failed sign-ins."""
    raise NotImplementedError


def set_password(connection: Connection, person: Person, hashed: str, now: float) -> None:
    """Sets a password that ``hashed_password`` hashed, and ends all sessions of the person."""
    raise NotImplementedError


def set_preferences(connection: Connection, person: Person, preferences: dict[str, Any]) -> None:
    """Keeps what a person set for itself: theme, blurred text, grey pictures, breaks, filters of the queue."""
    raise NotImplementedError
