"""JSON that a server sent, held against the shape that its documentation gives; what does not fit is refused."""

from typing import Any, TypeVar

import msgspec

from belisha.errors import Unreadable

Shape = TypeVar("Shape")


def shaped(value: Any, shape: type[Shape], place: str) -> Shape:  # noqa: ANN401 - any JSON
    """A value as one of these; fields that the shape does not name are passed over.

    Args:
        value: decoded JSON.
        shape: a structure of msgspec that names what is needed.
        place: where it came from, as the error shows it.

    Raises:
        Unreadable: naming the field that is missing or wrong.
    """
    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as error:
        raise Unreadable(f"not what this server sends: {error}", place=place) from error


def json_in(body: bytes, place: str) -> Any:  # noqa: ANN401 - any JSON
    """The JSON in a body.

    Raises:
        Unreadable: when it is none.
    """
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"not JSON: {error}", place=place) from error
