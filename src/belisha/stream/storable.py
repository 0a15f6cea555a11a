"""Makes what live servers tell fit to be kept: names that no database takes are changed, and stay different names.

PostgreSQL keeps no NUL and no half of a surrogate pair in text, and no index takes a name of many kilobytes. A message
with such a name is still a message: its name gets a readable form with a digest, always the same for the same name.
What was written is never changed, but for halves of surrogate pairs, which are no characters.
"""

import hashlib
import re
from typing import TypeVar

import msgspec

from belisha.model import AccountFacts, ConversationFacts, Message, Relation
from belisha.notices import ChildAnswer

LONGEST_NAME = 512
"""Characters of a name; at four bytes each an index of either database takes it."""
_KEPT = 400
_DIGEST = 8
_NO_CHARACTERS = re.compile("[\ud800-\udfff]")
_MARK, _SLASH = "\N{REPLACEMENT CHARACTER}", "\N{DIVISION SLASH}"
_LOWEST_AGE, _HIGHEST_AGE = 0, 130
NO_AGE = f"this is no age of a person: it lies outside {_LOWEST_AGE} to {_HIGHEST_AGE}"
Told = TypeVar("Told", bound=Message | AccountFacts | ConversationFacts | Relation | ChildAnswer)


class Refusal(msgspec.Struct, frozen=True):
    """A fact, or one field of it, that is not taken in; everything else of it is.

    Attributes:
        field: which field; empty for the whole fact.
        why: what is wrong with it. Never what was written: this is logged.
        what_to_do: for whoever sent it.
    """

    field: str
    why: str
    what_to_do: str


def storable(told: Told) -> Told:
    """The same, with names and text that both databases take; itself where nothing is to be changed."""
    changed = {
        field: value for field in told.__struct_fields__ if (value := _fit(field, kept := getattr(told, field))) != kept
    }
    return msgspec.structs.replace(told, **changed) if changed else told


def refusals(told: Message | AccountFacts | ConversationFacts | Relation | ChildAnswer) -> tuple["Refusal", ...]:
    """What ``storable`` leaves out of it altogether, for whoever told it to hear; nothing of a message ever is."""
    if isinstance(told, AccountFacts) and told.age is not None and not _is_age(told.age):
        return (Refusal("age", NO_AGE, "Send the age in whole years, or null where it is not known."),)
    return ()


def _is_age(years: int) -> bool:
    return _LOWEST_AGE <= years <= _HIGHEST_AGE


def _fit(field: str, value: object) -> object:
    """One field of what was told, as it can be kept."""
    if isinstance(value, str):
        if field in {"text", "title"}:
            return _written(value) if field == "text" else _written(value).replace("\x00", _MARK)
        return _name(value.replace("/", _SLASH) if field == "app" else value)
    if field in {"recipients", "members", "known_by"} and isinstance(value, tuple):
        return tuple(map(_name, value))
    if field == "attachments" and isinstance(value, tuple):
        return tuple(map(_written, value))
    if field == "age" and isinstance(value, int):
        return value if _is_age(value) else None
    return value


def _name(name: str) -> str:
    if len(name) <= LONGEST_NAME and (name.isascii() or not _NO_CHARACTERS.search(name)) and "\x00" not in name:
        return name
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).hexdigest()
    return f"{_written(name[:_KEPT]).replace(chr(0), _MARK)}~{digest}"


def _written(text: str) -> str:
    return text if text.isascii() else _NO_CHARACTERS.sub(_MARK, text)
