"""Reads the invented, labelled text in ``training/``: what the tactic model is taught from.

``lines/<tactic>.txt`` holds messages that perform a tactic (``+ ``) and ones that only look alike (``- ``), with the
message before after `` | `` where it matters and further tactics as ``#name``. ``scenes/*.txt`` holds chats:
``== concern red|amber <account>`` or ``== ordinary``, a line that says what it is about, then messages as
``[+Nd ][HH:MM ]speaker: text[ #tactic ...]``. Every word in both is invented by hand for this purpose.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from belisha.errors import Unusable

_TACTICS = re.compile(r"(?:\s#[a-z_]+)+\s*$")
_SAID = re.compile(r"(?:\+(?P<days>\d+)d )?(?:(?P<hour>\d\d?):(?P<minute>\d\d) )?(?P<speaker>\S+): (?P<text>.*)$")
_READ_BACK = 4
_KEPT = 5
_HALF_MINUTE = 0.5


class InventedMessage(msgspec.Struct, frozen=True):
    """A labelled message.

    Attributes:
        text: as it would be typed.
        same: the writer's message shortly before, or empty.
        other: somebody else's message shortly before, or empty.
        tactics: what it does.
        not_tactics: what it only looks like.
        complete: whether every tactic that is not named is known to be absent.
        group: messages of one group are never split between learning and judging.
    """

    text: str
    same: str
    other: str
    tactics: tuple[str, ...]
    not_tactics: tuple[str, ...]
    complete: bool
    group: str


class SceneLine(msgspec.Struct, frozen=True):
    """One message of a scene; ``minutes`` count from midnight of its first day."""

    minutes: float
    speaker: str
    text: str
    tactics: tuple[str, ...]


class InventedScene(msgspec.Struct, frozen=True):
    """A labelled chat.

    Attributes:
        group: the file it stands in; scenes of one file often come in pairs.
        expect: ``green``, ``amber`` or ``red``, as a moderator should see it.
        subject: the account that the concern is about, or None.
        about: one sentence.
        lines: the messages.
    """

    group: str
    expect: str
    subject: str | None
    about: str
    lines: tuple[SceneLine, ...]


def invented_messages(folder: Path) -> list[InventedMessage]:
    """All labelled messages, of the lines and of the scenes.

    Raises:
        Unusable: for a folder without any, or a line that cannot be read.
    """
    found = [message for path in sorted((folder / "lines").glob("*.txt")) for message in _of_lines(path)]
    found += [message for scene in invented_scenes(folder) for message in _of_scene(scene)]
    if not found:
        message = f"{folder} holds no invented text: name the folder 'training' of Belisha's repository"
        raise Unusable(message)
    return found


def invented_scenes(folder: Path) -> list[InventedScene]:
    """All labelled chats.

    Raises:
        Unusable: for a line that cannot be read.
    """
    return [scene for path in sorted((folder / "scenes").glob("*.txt")) for scene in _scenes(path)]


def held_out(groups: Iterable[str]) -> frozenset[str]:
    """Every fifth group in the order of names: kept from learning, to judge by."""
    return frozenset(sorted(set(groups))[::_KEPT])


def _of_lines(path: Path) -> Iterator[InventedMessage]:
    for line in path.read_text("utf-8").splitlines():
        if line[:2] not in {"+ ", "- "}:
            continue
        text, tactics = _labelled(line[2:])
        *before, text = text.split(" | ")
        does = line[0] == "+"
        yield InventedMessage(
            text=text.strip(),
            same="",
            other=before[-1].strip() if before else "",
            tactics=(path.stem, *tactics) if does else tactics,
            not_tactics=() if does else (path.stem,),
            complete=False,
            group=path.stem,
        )


def _of_scene(scene: InventedScene) -> Iterator[InventedMessage]:
    for place, line in enumerate(scene.lines):
        before = scene.lines[max(0, place - _READ_BACK) : place][::-1]
        yield InventedMessage(
            text=line.text,
            same=next((each.text for each in before if each.speaker == line.speaker), ""),
            other=next((each.text for each in before if each.speaker != line.speaker), ""),
            tactics=line.tactics,
            not_tactics=(),
            complete=True,
            group=scene.group,
        )


def _scenes(path: Path) -> Iterator[InventedScene]:
    for block in re.split(r"^== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, about, *rest = [line for line in block.splitlines() if line.strip()]
        kind, *more = head.split()
        lines: list[SceneLine] = []
        for line in rest:
            said = _SAID.match(line.strip())
            if said is None:
                message = f"{path}: cannot read {line!r}; write it as [+Nd ][HH:MM ]speaker: text[ #tactic ...]"
                raise Unusable(message)
            text, tactics = _labelled(said["text"])
            lines.append(SceneLine(_minutes(said, lines[-1].minutes if lines else 0.0), said["speaker"], text, tactics))
        concern = kind == "concern"
        yield InventedScene(
            group=path.stem,
            expect=more[0] if concern else "green",
            subject=more[1] if concern else None,
            about=about,
            lines=tuple(lines),
        )


def _minutes(said: re.Match[str], before: float) -> float:
    """When a message was sent: half a minute after the last one unless a time or a day is given."""
    if said["hour"] is None and said["days"] is None:
        return before + _HALF_MINUTE
    day = int(before // 1440) + int(said["days"] or 0)
    if said["hour"] is None:
        return day * 1440 + before % 1440
    moment = day * 1440 + int(said["hour"]) * 60 + int(said["minute"])
    return moment if moment >= before else moment + 1440


def _labelled(text: str) -> tuple[str, tuple[str, ...]]:
    found = _TACTICS.search(text)
    if found is None:
        return text.strip(), ()
    return text[: found.start()].strip(), tuple(re.findall(r"#([a-z_]+)", found.group()))
