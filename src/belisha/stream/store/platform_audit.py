"""The audit log as an auditor of one platform sees it: its own entries, in a chain of their own, and nothing of others.

The links of this chain are worked out from the log and stored nowhere: there is nothing beside the log to change. One
that was noted elsewhere shows later that no entry of the platform up to it was changed, removed or cut off; that is
seen from the platform's entries alone, without the database (``chain.what_is_broken``).
"""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection

from belisha.chain import BEGINNING, Linked, link
from belisha.stream.store.audit import audit_entries


class Proof(msgspec.Struct, frozen=True):
    """What is proven of a platform's part of the log.

    Attributes:
        entries: how many of the platform's entries hold, from the first on.
        link: of the last of them, in the platform's own chain.
        broken: what is wrong, in a sentence that says nothing of other platforms; empty when everything holds.
    """

    entries: int
    link: str
    broken: str = ""


def own_entries(connection: Connection, platform: str) -> Iterator[Linked]:
    """A platform's entries, oldest first, as they can be handed out."""
    before = BEGINNING
    for entry in audit_entries(connection):
        if entry.platform == platform:
            before = link(before, entry.recorded)
            yield Linked(entry.recorded, before)


def prove(connection: Connection, platform: str, expected: str = "") -> Proof:
    """Works the whole service's chain out again, and says what that proves of one platform.

    Args:
        connection: to ask.
        platform: whose entries.
        expected: a link of the platform's own chain that was noted elsewhere: it must still be met.
    """
    before, own, count = BEGINNING, BEGINNING, 0
    met = expected in {"", BEGINNING}
    for entry in audit_entries(connection):
        if not entry.follows(before):
            return Proof(count, own, _says_broken(platform, count))
        before = entry.link
        if entry.platform == platform:
            own, count = link(own, entry.recorded), count + 1
            met = met or own == expected
    broken = (
        "" if met else f"the expected link is not among those of {platform}: entries up to it are not what they were"
    )
    return Proof(count, own, broken)


def _says_broken(platform: str, count: int) -> str:
    """The same wherever the chain broke: that it was at an entry of another platform is not this auditor's to know."""
    return (
        f"the first {count} entries of {platform} are proven; behind them the chain of the service does not hold: "
        "something was changed, removed or inserted. Ask whoever runs the service for belisha audit verify"
    )
