"""Facts to JSON and back: the one place that knows how they are written."""

from typing import Any

import msgspec

from belisha.model import Fact, Message


def fact_to_wire(fact: Fact) -> dict[str, Any]:
    """A fact as a plain JSON object, with its kind in ``fact``; empty fields are left out."""
    plain: dict[str, Any] = msgspec.to_builtins(fact)
    kept = {key: value for key, value in plain.items() if value not in (None, "", (), [])}
    return {"fact": type(fact).__name__, **kept}


def message_from_wire(wire: dict[str, Any]) -> Message:
    """A message from what ``fact_to_wire`` gave."""
    wanted = {"sender": None, "text": "", "sent_at": None, **wire}
    return msgspec.convert({key: value for key, value in wanted.items() if key != "fact"}, Message)
