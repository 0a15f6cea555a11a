"""Objects of a graph in JSON-LD, each made once under an identifier that depends on nothing but the case."""

import json
import uuid
from datetime import datetime
from typing import Any

from belisha.response.reports.wording import storable, timestamp

Node = dict[str, Any]
"""An object of the graph, or the reference to one (``@id`` alone)."""


class ObjectGraph:
    """Keeps objects in the order in which they are first spoken of.

    Args:
        space: what tells the identifiers of this graph apart from those of others.
    """

    def __init__(self, space: str) -> None:
        self._nodes: dict[str, Node] = {}
        self._space = uuid.uuid5(uuid.NAMESPACE_URL, storable(space))

    @property
    def made(self) -> list[Node]:
        """All objects."""
        return list(self._nodes.values())

    def add(self, kind: str, key: object, made: Node) -> Node:
        """Keeps an object, without what is not known, and gives the reference to it.

        Args:
            kind: its class, which begins its identifier.
            key: what tells it apart from others of its kind; anything that can be written as JSON.
            made: its fields.
        """
        told_apart = storable(json.dumps([kind, key], default=str))
        name = f"kb:{kind}-{uuid.uuid5(self._space, told_apart)}"
        kept = {field: value for field, value in made.items() if value is not None and value != []}
        self._nodes.setdefault(name, {"@id": name, **kept})
        return {"@id": name}

    def facet(self, key: object, kind: str, fields: Node) -> Node:
        """A facet of UCO's observables."""
        return self.add(kind, key, {"@type": f"uco-observable:{kind}", **fields})

    def sha256(self, key: object, digest: str) -> Node:
        """A SHA-256, given in hexadecimal."""
        made = {
            "@type": "uco-types:Hash",
            "uco-types:hashMethod": "SHA256",
            "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": digest},
        }
        return self.add("Hash", key, made)


def literal(text: str) -> str:
    """Text as a literal; JSON escapes what it must."""
    return storable(text)


def instant(at: datetime | None) -> Node | None:
    """A time as a literal; None for what is not known."""
    return {"@type": "xsd:dateTime", "@value": timestamp(at)} if at else None
