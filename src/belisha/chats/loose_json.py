"""Exported JSON read without trusting its types: what has the wrong type is reported and counts as absent."""

from collections.abc import Iterator
from typing import Any

from belisha.chats.exhibit import Exhibit
from belisha.model import Message


class Loose:
    """One JSON object of an export, and where it stands.

    Args:
        raw: what stands in the file; anything but an object counts as an empty one.
        exhibit: told about values of the wrong type.
        place: of the object in the file, as in a provenance.
    """

    def __init__(self, raw: object, exhibit: Exhibit, place: str) -> None:
        self.raw: dict[str, Any] = raw if isinstance(raw, dict) else {}
        self.exhibit = exhibit
        self.place = place

    def __contains__(self, key: str) -> bool:
        return self.raw.get(key) is not None

    def text(self, *keys: str) -> str | None:
        """The first of these values that is there, as text; numbers are written out."""
        for key in keys:
            value = self.raw.get(key)
            if isinstance(value, str):
                return value
            if value is None:
                continue
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return str(value)
            self._complain(key, "text")
        return None

    def number(self, key: str) -> float | None:
        """The value as a number, also when it is written in quotes."""
        value = self.raw.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return value
        try:
            return float(value)
        except (TypeError, ValueError):
            self._complain(key, "a number")
            return None

    def flag(self, key: str) -> bool | None:
        """The value as yes or no; None when it is absent."""
        value = self.raw.get(key)
        if isinstance(value, str):
            return value.strip().lower() in ("true", "yes", "1")
        return None if value is None else bool(value)

    def inner(self, key: str) -> "Loose":
        """The object under a key; an empty one when it is absent."""
        value = self.raw.get(key)
        if value is not None and not isinstance(value, dict):
            self._complain(key, "an object")
        return Loose(value, self.exhibit, f"{self.place}.{key}".lstrip("."))

    def objects(self, key: str) -> Iterator["Loose"]:
        """The objects in the list under a key."""
        value = self.raw.get(key)
        if value is not None and not isinstance(value, list):
            self._complain(key, "a list")
            return
        yield from loose_objects(value or [], self.exhibit, f"{self.place}.{key}".lstrip("."))

    def strings(self, key: str) -> list[str]:
        """The texts in the list under a key; other elements are left out."""
        value = self.raw.get(key)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []

    def _complain(self, key: str, wanted: str) -> None:
        self.exhibit.report(f"{key!r} is not {wanted}", place=self.place)


def loose_objects(elements: list[Any], exhibit: Exhibit, where: str) -> Iterator[Loose]:
    """The objects of a list, each with its place ``where[number]``; what is no object is reported."""
    for number, element in enumerate(elements):
        place = f"{where}[{number}]"
        if isinstance(element, dict):
            yield Loose(element, exhibit, place)
        else:
            exhibit.report("not an object", place=place)


def oldest_first(messages: list[Message]) -> list[Message]:
    """Messages of one conversation the right way round: many exports begin with the newest."""
    dated = [message.sent_at for message in messages if message.sent_at is not None]
    return messages[::-1] if dated and dated[0] > dated[-1] else messages


def unique(proposed: str | None, place: str, taken: set[str]) -> str:
    """The app's own id when there is one that no other message of the conversation has, else the place.

    Args:
        proposed: the app's own id.
        place: where the message stands.
        taken: ids given so far in this conversation; the answer is added.
    """
    chosen = proposed if proposed and proposed not in taken else place
    taken.add(chosen)
    return chosen
