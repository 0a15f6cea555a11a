"""Phone numbers as Android's stores and their backups write them, and conversations named after them."""

import re

from belisha.model import OWNER, ConversationFacts

APP = "SMS"
OWNER_TOKEN = "insert-address-token"  # noqa: S105 - no secret
"""Stands in MMS for the owner's own number."""
_NUMBER = re.compile(r"\+?[\d\s().\-/]{3,}")
_SAME_DIGITS = 8
"""Numbers are one when so many last digits agree: one may have the country's prefix and the other not."""


def account_of(address: str | None) -> str | None:
    """A phone number without blanks and signs, a mail address or a sender's name; None for nothing."""
    address = (address or "").strip()
    if address == OWNER_TOKEN:
        return OWNER
    if _NUMBER.fullmatch(address):
        return re.sub(r"[^\d+]", "", address) or None
    return address or None


def conversation_of(others: tuple[str, ...], fallback: str) -> ConversationFacts:
    """A conversation, called by its numbers: those of threads begin at 1 on every phone.

    Args:
        others: everybody in it but the owner.
        fallback: its name where nobody else is known.
    """
    if not others:
        return ConversationFacts(fallback, APP)
    return ConversationFacts(", ".join(others), APP, "", (*others, OWNER), len(others) > 1)


def member_of(conversation: ConversationFacts, number: str | None) -> str | None:
    """The member who has this number, however it was written; the number itself for none of them."""
    others = [member for member in conversation.members if member != OWNER]
    if len(others) == 1:
        return others[0]
    if number is None or number in others:
        return number
    alike = [each for each in others if each[-_SAME_DIGITS:] == number[-_SAME_DIGITS:] and number[-1:].isdigit()]
    return alike[0] if len(alike) == 1 and len(number) >= _SAME_DIGITS else number


def subject_in(written: str | None, charset: int | None) -> str | None:
    """A subject of MMS: Android keeps UTF-8 as if it were Latin-1, and says so with the IANA number 106."""
    if not written or charset != 106:  # noqa: PLR2004 - see above
        return written
    try:
        return written.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return written
