"""Reads every chat in the evidence: asks the formats which exhibit is theirs, and accounts for what was not read."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

from belisha import plugins
from belisha.chats.evidence import exhibits
from belisha.chats.exhibit import Exhibit
from belisha.chats.formats import Format
from belisha.chats.not_read import seems_to_be
from belisha.errors import Unreadable
from belisha.model import Fact, Message, Problem


class Read(NamedTuple):
    """What one file of the evidence gave.

    Attributes:
        path: as shown to people.
        sha256: of the content; empty when it could not be opened.
        app: name of the app, or empty when no format recognised it.
        facts: in the file's order.
        problems: what was not read or is in doubt.
    """

    path: str
    sha256: str
    app: str
    facts: list[Fact]
    problems: list[Problem]

    @property
    def messages(self) -> int:
        """How many messages it gave."""
        return sum(isinstance(fact, Message) for fact in self.facts)


def read(paths: Iterable[Path], watcher: Callable[[str], None] = lambda _path: None) -> Iterator[Read]:
    """Reads all evidence under ``paths``.

    Yields an entry for every file that some format recognised or that has a problem; files of no chat app are passed
    over in silence.

    Args:
        paths: files, folders, archives.
        watcher: told the path of each file before it is looked at, for progress.
    """
    formats = sorted(plugins.find("belisha.chats.formats", Format), key=lambda each: each.fallback)
    for exhibit in exhibits(paths):
        watcher(exhibit.path)
        try:
            result = _read_one(exhibit, formats)
        finally:
            exhibit.close()
        if result.app or result.problems:
            yield result


def _read_one(exhibit: Exhibit, formats: list[Format]) -> Read:
    facts: list[Fact] = []
    chosen = None
    try:
        if not exhibit.taken_apart:
            chosen = next((each for each in formats if each.recognises(exhibit)), None)
        with _uncollected():
            for fact in chosen.messages(exhibit) if chosen is not None else ():
                facts.append(fact)  # noqa: PERF402 - what came before a failure is kept
    except Unreadable as error:
        exhibit.report(error.what, place=error.place, advice=error.advice)
    except Exception as error:  # noqa: BLE001 - a fault in one format must not cost what all the others read
        exhibit.report(
            f"reading ended early ({type(error).__name__}: {error})",
            advice="what came before it was read; please report this with the version of the app",
        )
    _report_silence(exhibit, chosen, formats, any_messages=any(isinstance(fact, Message) for fact in facts))
    known = chosen is not None or bool(exhibit.problems)
    return Read(
        path=exhibit.path,
        sha256=_hash(exhibit) if known and exhibit.size else "",
        app=chosen.app if chosen else "",
        facts=facts,
        problems=[*exhibit.problems],
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: nothing that is read refers to itself, and looking for it nearly doubles the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _hash(exhibit: Exhibit) -> str:
    try:
        return exhibit.sha256
    except (OSError, Unreadable):
        return ""


def _report_silence(exhibit: Exhibit, chosen: Format | None, formats: list[Format], *, any_messages: bool) -> None:
    """Zero messages are never silent: the field's commonest fault is an app version that quietly gives none."""
    if any_messages or exhibit.taken_apart or any(problem.lost for problem in exhibit.problems):
        return
    if chosen is not None:
        exhibit.report(
            f"recognised as {chosen.app} ({chosen.name}), but no message was found in it",
            advice="it may be empty, or of an app version not known yet",
        )
    elif unread := seems_to_be(exhibit):
        exhibit.report(unread.what, advice=unread.advice)
    elif named := _named_like(exhibit, formats):
        exhibit.report(
            f"named like a file of {named.app}, but empty"
            if not exhibit.size
            else f"named like a file of {named.app}, but its content is not what {named.name} knows",
            advice="it may be encrypted, damaged, or of an app version not known yet",
        )


def _named_like(exhibit: Exhibit, formats: list[Format]) -> Format | None:
    """The format whose files bear such a name; a name that every table could have says nothing."""
    path = exhibit.path.replace("!/", "/")
    for each in formats:
        patterns = [pattern for pattern in each.found_in if not (each.fallback and pattern.startswith("*"))]
        if any(fnmatch(path, f"*{pattern}") for pattern in patterns):
            return each
    return None
