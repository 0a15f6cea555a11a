"""What people at the console may do: one table of roles and rights, and the refusal of everything else."""

import enum
from typing import Any

import msgspec

from belisha.errors import BelishaError


class NotAllowed(BelishaError):
    """A person may not do this; the message says which right is missing, and nothing was done."""


class Right(enum.StrEnum):
    """One thing that a person may be allowed to do."""

    SEE_QUEUE = "see_queue"
    SEE_MESSAGES = "see_messages"
    DECIDE = "decide"
    RESTRICT = "restrict"
    CASES = "cases"
    RELEASE = "release"
    EXPORT = "export"
    APPEALS = "appeals"
    STATISTICS = "statistics"
    AUDIT = "audit"
    PEOPLE = "people"
    MODELS = "models"
    ERASE = "erase"


class Role(enum.StrEnum):
    """What somebody is there for."""

    VIEWER = "viewer"
    MODERATOR = "moderator"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


_MODERATOR = {Right.SEE_QUEUE, Right.SEE_MESSAGES, Right.DECIDE, Right.CASES, Right.APPEALS, Right.STATISTICS}
_OFFICER = {*_MODERATOR, Right.RESTRICT, Right.RELEASE, Right.EXPORT}
PERMISSIONS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset({Right.SEE_QUEUE, Right.STATISTICS}),
    Role.MODERATOR: frozenset({*_MODERATOR, Right.RESTRICT}),
    Role.OFFICER: frozenset(_OFFICER),
    Role.ADMINISTRATOR: frozenset({Right.SEE_QUEUE, Right.STATISTICS, Right.PEOPLE, Right.MODELS, Right.ERASE}),
    Role.AUDITOR: frozenset({Right.SEE_QUEUE, Right.STATISTICS, Right.AUDIT}),
}
"""Who may do what. Administrators run the service and read no messages; auditors check others and decide nothing."""


class Person(msgspec.Struct, frozen=True):
    """Somebody who can sign in to the console.

    Attributes:
        id: number; stays when the name changes.
        name: to sign in with; unique.
        title: how the person is called.
        role: what it is there for.
        platform: the only platform that it reaches; None for all of them.
        preferences: what the person set for itself, by name.
        has_password: whether it can sign in with one.
        subject: of an OpenID Connect provider, or None.
        locked_until, created_at, disabled_at: seconds since 1970.
    """

    id: int
    name: str
    title: str
    role: Role
    platform: str | None
    preferences: dict[str, Any] = {}
    has_password: bool = False
    subject: str | None = None
    locked_until: float = 0.0
    created_at: float = 0.0
    disabled_at: float | None = None


def may(person: Person, right: Right, platform: str | None = None) -> bool:
    """Whether a person may do something, on this platform where one is named; a disabled person may nothing."""
    reached = platform is None or person.platform is None or person.platform == platform
    return person.disabled_at is None and reached and right in PERMISSIONS[person.role]


def refuse_unless(person: Person, right: Right, platform: str | None = None) -> None:
    """Lets through who may.

    Raises:
        NotAllowed: for everybody else.
    """
    if not may(person, right, platform):
        raise NotAllowed(f"{person.name} may not do this: it needs the right {right.value}, and to reach the platform.")
