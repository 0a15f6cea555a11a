"""``belisha reference``: writes the pages of the documentation that the program knows best itself."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.models import ArgumentInfo, OptionInfo

from belisha import plugins
from belisha.chats.formats import Format
from belisha.clues import AccountClue, Clue, PhraseClue
from belisha.model import Family
from belisha.surfaces.settings_page import settings_page
from belisha.weights import Weights
from belisha.whole_file import whole_file

_WRITTEN = "<!-- Written by `make docs`; a test fails when it is out of date. Do not edit it. -->\n"


def reference(
    folder: Annotated[Path, typer.Argument(help="The folder of the documentation.", exists=True, file_okay=False)],
) -> None:
    """Writes formats.md, clues.md, commands.md and settings.md into FOLDER, from what is installed."""
    pages = {"formats.md": _formats(), "clues.md": _clues(), "commands.md": _commands(), "settings.md": _settings()}
    for name, page in pages.items():
        with whole_file(folder / name) as stream:
            stream.write("\n".join(page) + "\n")
        typer.echo(f"{folder / name}")


def _formats() -> Iterator[str]:
    formats = plugins.find("belisha.chats.formats", Format)
    yield f"# Formats\n\n{_WRITTEN}"
    yield (
        f"{len(formats)} layouts of {len({each.app for each in formats})} apps are read. A file is recognised by its "
        "content, wherever it lies and whatever it is called; the names below are those that it usually has. Archives "
        "(zip, tar, gzip, bzip2, xz, nested too) are opened. *Tried on* names versions of the layout, with the year "
        "and how many messages came out; other versions are read as far as they are alike.\n\n"
        "To add one: [add-a-format.md](add-a-format.md).\n"
    )
    yield "| format | app | usually found in | tried on |\n|---|---|---|---|"
    for each in formats:
        tried = "; ".join(f"{one.version} ({one.date}, {one.messages})" for one in each.checked_on)
        yield _row(
            f"[{each.name}](#{each.name})",
            each.app,
            ", ".join(f"`{path.lstrip('/')}`" for path in each.found_in),
            tried,
        )
    for each in formats:
        yield f"\n## {each.name}\n\n{_told(each)}"


def _clues() -> Iterator[str]:
    clues: list[Clue | AccountClue] = [*plugins.find("belisha.clues", Clue)]
    clues += plugins.find("belisha.clues", AccountClue)
    yield f"# Clues\n\n{_WRITTEN}"
    yield (
        f"{len(clues)} clues are looked for, grouped by the tactic that they belong to. **Weight** is in decibans at "
        "full strength: ten times the common logarithm of how many times likelier a clue is in a grooming exchange "
        "than in an ordinary private chat. The starting point is -30, and a clue never turns a light alone. Negative "
        "weights are what makes a pattern innocent.\n\n"
        "To add one: [add-a-clue.md](add-a-clue.md)."
    )
    for family in Family:
        found = sorted((each for each in clues if each.family is family), key=lambda each: each.name)
        if found:
            yield f"\n## {family.value[0].upper()}{family.value[1:]}\n"
            yield "| clue | weight | what it means | when it means nothing bad | seen in | source |"
            yield "|---|---|---|---|---|---|"
        for each in found:
            weight = f"{Weights.load().clues.get(each.name, each.decibans):+g}"
            yield _row(each.name, weight, each.means, each.innocent, _seen_in(each), "; ".join(each.sources))


def _seen_in(clue: Clue | AccountClue) -> str:
    if isinstance(clue, AccountClue):
        return "several conversations"
    return "the words of a message" if isinstance(clue, PhraseClue) else "the conversation around a message"


def _settings() -> Iterator[str]:
    yield f"# Settings of the service\n\n{_WRITTEN}"
    yield from settings_page()


def _commands() -> Iterator[str]:
    from belisha.surfaces.cli import application  # noqa: PLC0415 - the front finds this file, so it comes first

    yield f"# Commands\n\n{_WRITTEN}"
    yield "`belisha COMMAND --help` says the same on the screen. `python -m belisha` is another way to call it."
    for name, function in _every_command(application()):
        rows = [*_parameters(function)]
        arguments = " ".join(argument for argument, *_ in rows if not argument.startswith("-"))
        yield f"\n## belisha {name}\n\n{_paragraphs(inspect.getdoc(function) or '')}\n"
        yield f"```\nbelisha {name} [OPTIONS] {arguments}".rstrip() + "\n```\n"
        if not rows:
            continue
        yield "| argument or option | default | |\n|---|---|---|"
        for parameter, default, told in rows:
            yield _row(f"`{parameter}`", default, told)


def _every_command(application: typer.Typer) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The name and function of every command, those of groups under the group's name."""
    for command in application.registered_commands:
        assert command.callback is not None  # noqa: S101 - a command is a function
        yield command.name or command.callback.__name__, command.callback
    for group in application.registered_groups:
        assert group.typer_instance is not None  # noqa: S101 - a group is an application
        for name, function in _every_command(group.typer_instance):
            yield f"{group.name} {name}", function


def _parameters(command: Callable[..., Any]) -> Iterator[tuple[str, str, str]]:
    """Name, default and help of what a command takes."""
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        kind, info = get_args(parameter.annotation)[:2]
        assert isinstance(info, (ArgumentInfo, OptionInfo))  # noqa: S101 - every parameter says what it is
        name = (
            _argument(parameter.name, kind) if isinstance(info, ArgumentInfo) else _option(parameter.name, kind, info)
        )
        yield name, _default(parameter, info), info.help or ""


def _argument(name: str, kind: Any) -> str:  # noqa: ANN401 - an annotation may be anything
    return f"{name.upper()}{'...' if get_origin(kind) is list else ''}"


def _option(name: str, kind: Any, info: OptionInfo) -> str:  # noqa: ANN401 - an annotation may be anything
    # In an annotation typer keeps the first spelling where a default would stand.
    given = [each for each in (info.default, *(info.param_decls or ())) if isinstance(each, str)]
    spelled = (given or [f"--{name.replace('_', '-')}"])[0]
    plain = next((each for each in get_args(kind) if each is not NoneType), kind)
    if not isinstance(plain, type):  # one of a few words
        return f"{spelled} {'|'.join(map(str, get_args(kind) if isinstance(plain, str) else get_args(plain)))}"
    if plain is bool:
        return spelled
    choices = "|".join(str(each.value) for each in plain) if issubclass(plain, Enum) else ""
    return f"{spelled} {choices or plain.__name__.upper().replace('STR', 'TEXT').replace('INT', 'NUMBER')}"


def _default(parameter: inspect.Parameter, info: ArgumentInfo | OptionInfo) -> str:
    if isinstance(info.show_default, str):
        return info.show_default
    if parameter.default is inspect.Parameter.empty:
        return "must be given"
    return "" if parameter.default is None else str(getattr(parameter.default, "value", parameter.default))


def _told(plugin: object) -> str:
    """What a plug-in's file and class say of it, without the first line's mark-up."""
    module = inspect.getmodule(type(plugin))
    return "\n\n".join(_paragraphs(inspect.getdoc(each) or "") for each in (module, type(plugin)) if each)


def _paragraphs(text: str) -> str:
    """Each paragraph on one line, with code marked as Markdown does."""
    return "\n\n".join(" ".join(each.split()) for each in text.replace("``", "`").split("\n\n"))


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cells(cells))} |"


def _cells(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        yield cell.replace("|", "\\|").replace("\n", " ")
