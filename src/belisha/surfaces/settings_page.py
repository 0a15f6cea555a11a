"""The page that describes every setting, written from the structures that read them (``docs/settings.md``)."""

import inspect
import re
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

import msgspec

from belisha import plugins
from belisha.chats.live import LiveSource
from belisha.settings import DATABASE_VARIABLE, FILE_VARIABLE, Settings

_ENTRY = re.compile(r"^(\w+(?:, \w+)*): (.*)$")
_LISTS = ("webhooks",)
_OTHERS = ("sources",)


def settings_page() -> Iterator[str]:
    """The page, in pieces that are lines or paragraphs."""
    yield (
        "One file, `belisha.toml`, in the folder in which `belisha serve` is started, or named with `--settings` or "
        f"the environment variable `{FILE_VARIABLE}`. `{DATABASE_VARIABLE}` goes before `[database] url`. Nothing "
        "needs to be set. An unknown key or a wrong value is refused with its name. Secrets never stand in the file: a "
        "key that ends in `_env` names the environment variable that holds one."
    )
    for field in msgspec.structs.fields(Settings):
        if field.name in _OTHERS:
            continue
        struct = get_args(field.type)[0] if field.name in _LISTS else field.type
        yield f"\n## [{'[' if field.name in _LISTS else ''}{field.name}{']' if field.name in _LISTS else ''}]\n"
        yield from _table(struct)
    yield (
        "\n## [sources.LABEL]\n\nOne table for each chat server that is listened to; LABEL is yours, and is shown to "
        "reviewers. `kind` is one of those below (LABEL itself when left out), `platform` says whose messages these "
        "are (`default` when left out). How each is set up: [sources.md](sources.md) and "
        "[sources-brokers-and-bots.md](sources-brokers-and-bots.md)."
    )
    for source in plugins.find("belisha.chats.live", LiveSource):
        way = "is pushed to `/live/LABEL/`" if source.pushes else "connects to the server"
        yield f'\n### kind = "{source.name}"\n\n{source.app}; {way}. Tried: {source.checked_on}.\n'
        yield from _table(source.Settings)


def _table(struct: type[Any]) -> Iterator[str]:
    purpose, told = described(struct)
    yield f"{purpose}\n"
    yield "| key | value | default | |\n|---|---|---|---|"
    for field in msgspec.structs.fields(struct):
        yield f"| `{field.encode_name}` | {_kind(field.type)} | {_default(field)} | {told[field.name]} |"


def described(struct: type[Any]) -> tuple[str, dict[str, str]]:
    """What a structure of settings is for, and what each of its keys means, from its docstring.

    Raises:
        KeyError: when the docstring leaves a key out.
    """
    purpose, _, entries = (inspect.getdoc(struct) or "").partition("Attributes:\n")
    told: dict[str, str] = {}
    names: list[str] = []
    for line in entries.splitlines():
        begins = _ENTRY.match(line.strip()) if len(line) - len(line.lstrip()) == 4 else None  # noqa: PLR2004 - an indent
        if begins:
            names = begins[1].split(", ")
            told.update(dict.fromkeys(names, begins[2]))
        else:
            told.update({name: f"{told[name]} {line.strip()}".strip() for name in names})
    missing = [field.name for field in msgspec.structs.fields(struct) if field.name not in told]
    if missing:
        raise KeyError(f"{struct.__name__} does not describe {', '.join(missing)}")
    return " ".join(purpose.split()), {name: _plain(text) for name, text in told.items()}


def _plain(text: str) -> str:
    return text.replace("``", "`").replace("|", "\\|")


def _kind(kind: Any) -> str:  # noqa: ANN401 - any annotation
    if isinstance(kind, type) and issubclass(kind, (str, bool, int, float)) and kind.__module__ == "builtins":
        return {"str": "text", "bool": "true or false", "int": "number", "float": "number"}[kind.__name__]
    origin, within = get_origin(kind), get_args(kind)
    if origin in {tuple, list, frozenset, set}:
        return f"list of {_kind(within[0])}"
    if origin is dict:
        return f"table of {_kind(within[1])}"
    if origin is Union or type(kind).__name__ == "UnionType":
        return " or ".join(_kind(each) for each in within if each is not type(None))
    if within:
        return ", ".join(f'`"{each}"`' if isinstance(each, str) else f"`{each}`" for each in within)
    return "text"


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "must be given"
    value = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if value in ("", (), [], {}, None):
        return ""
    return f"`{value}`".replace("True", "true").replace("False", "false")
