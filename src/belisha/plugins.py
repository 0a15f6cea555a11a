"""Finds every plug-in in a folder; a plug-in is a class, named after its file, and registered nowhere.

Plug-ins outside this repository join through an entry point group named as the folder (``belisha.clues``).
"""

import importlib
import inspect
import pkgutil
from functools import cache
from importlib.metadata import entry_points
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@cache
def find(folder: str, base: type[T]) -> tuple[T, ...]:
    """All plug-ins of one kind, one instance each, in the order of their names.

    Args:
        folder: dotted package name, such as ``belisha.chats.formats``.
        base: the class that the folder's front gives to subclass.
    """
    package = importlib.import_module(folder)
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__) if not module.ispkg)
    modules = [importlib.import_module(f"{folder}.{name}") for name in names]
    modules += [entry.load() for entry in sorted(entry_points(group=folder), key=lambda entry: entry.name)]
    return tuple(plugin() for module in modules for plugin in _declared(module, base))


def name_of(plugin: type) -> str:
    """A plug-in's only name: that of its file."""
    return plugin.__module__.rpartition(".")[2]


def _declared(module: ModuleType, base: type[T]) -> list[type[T]]:
    return [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, base)
        and value.__module__ == module.__name__
        and not inspect.isabstract(value)
    ]
