"""A case as JSON and back: everything that is in it, and nothing else."""

import json
from typing import Any

import msgspec

from belisha.errors import Unusable
from belisha.model import Light
from belisha.response.cases.case_file import CaseFile
from belisha.response.reports.wording import storable

FORMAT = "belisha-case"
VERSION = "1.0"
"""The first number changes when something that was there changes its meaning or goes; the second when more comes."""


def encode(case: CaseFile) -> bytes:
    """A case as JSON, UTF-8, keys always in the same order; lights in words."""
    plain = msgspec.to_builtins(case, str_keys=True)
    for turned in plain["changes"]:
        for moment in ("before", "after"):
            turned["change"][moment] = Light(turned["change"][moment]).word
    written = {"format": FORMAT, "version": VERSION, "case": _storable(plain)}
    return json.dumps(written, ensure_ascii=False, allow_nan=False, indent=1).encode() + b"\n"


def decode(content: bytes) -> CaseFile:
    """The case that ``encode`` wrote.

    Raises:
        Unusable: when this is no such file, or one of a later version; the message says where it fails.
    """
    try:
        plain = json.loads(content)
        if plain["format"] != FORMAT or plain["version"].partition(".")[0] != VERSION.partition(".")[0]:
            raise Unusable(f"this is not a case in version {VERSION} of the format, but {plain['version']!r}")
        for turned in plain["case"]["changes"]:
            for moment in ("before", "after"):
                turned["change"][moment] = Light[turned["change"][moment].upper()].value
        return msgspec.convert(plain["case"], CaseFile)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unusable(f"this is not a case that Belisha wrote: {error}") from error


def _storable(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """The same with every text storable: halves of characters have no form in UTF-8."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list | tuple):
        return [_storable(each) for each in value]
    return {storable(name): _storable(each) for name, each in value.items()} if isinstance(value, dict) else value
