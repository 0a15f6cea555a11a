"""Why Discord's gateway closes a connection, and what is to be done then (gateway version 10, "Close Event Codes")."""

from belisha.errors import Unusable

_FOR_GOOD = {
    4004: "the bot's token is wrong: copy it from the developer portal again",
    4010: "it refuses a part of the guilds that we did not ask for: please report this",
    4011: "the bot is in too many guilds for one connection, and this source makes no more than one",
    4012: "it does not speak version 10 of the gateway any more: install a newer Belisha",
    4013: "it does not know the intents that we ask for any more: install a newer Belisha",
    4014: "the intents are not allowed: in the developer portal, under Bot, switch on Message Content Intent",
}
"""Codes after which trying again is no use, and what is wrong then."""
_SESSION_OVER = {4003, 4007, 4009}
"""Codes after which only a new session helps: it was ended, our number in it was wrong, or it took too long."""


def session_ends_with(code: int) -> bool:
    """Whether a session cannot be resumed after it was closed with a code."""
    return code in _SESSION_OVER


def loss(code: int, reason: str, server: str) -> ConnectionError | Unusable:
    """What the end of a connection means for whoever reads it.

    Args:
        code: with which the gateway closed; 0 when the connection broke without one.
        reason: what the gateway said beside it.
        server: its name.

    Returns:
        Unusable where trying again would only be refused again.
    """
    told = f"{code} {reason}".strip()
    if code in _FOR_GOOD:
        return Unusable(f"{server} refuses the bot ({told}): {_FOR_GOOD[code]}.")
    return ConnectionError(f"{server}: the gateway closed the connection ({told})")
