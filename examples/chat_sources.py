"""Reads the invented people (``people.toml``) and chats (``chats/*.toml``) that the sample phone is built from."""

import re
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Person(NamedTuple):
    """Somebody invented; ``handle`` is empty where the person has none, ``nr`` makes the ids that apps give out."""

    key: str
    name: str
    nr: int
    number: str = ""
    handle: str = ""
    age: int | None = None

    @property
    def jid(self) -> str:
        """The number as WhatsApp writes it."""
        return f"{self.number.removeprefix('+')}@s.whatsapp.net"


class Line(NamedTuple):
    """One thing said; ``attachment`` is a file name, or empty."""

    at: datetime
    sender: Person
    text: str
    attachment: str

    @property
    def unix(self) -> int:
        """Seconds since 1970."""
        return int(self.at.timestamp())


class Chat(NamedTuple):
    """One conversation of the phone.

    Attributes:
        name: of its source file.
        app: the format that it is written in, as in ``belisha.chats.formats``.
        owner: whose device it is on.
        others: everybody else in it.
        title: of a group; empty between two people.
        light: the light that a moderator should see.
        misses: what the program is known to show instead, and why that is wrong; empty where it is right.
        subject: the account that the light is about, or None.
        lines: what was said.
    """

    name: str
    app: str
    owner: Person
    others: tuple[Person, ...]
    title: str
    light: str
    misses: str
    subject: Person | None
    lines: tuple[Line, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """The owner and the others."""
        return self.owner, *self.others


def people() -> dict[str, Person]:
    """Everybody, by key."""
    written = tomllib.loads((HERE / "people.toml").read_text("utf-8"))
    return {key: Person(key, **facts) for key, facts in written.items()}


def chats() -> list[Chat]:
    """Every chat, in the order of their names."""
    known = people()
    return [_chat(path, known) for path in sorted((HERE / "chats").glob("*.toml"))]


def _chat(path: Path, known: dict[str, Person]) -> Chat:
    written = tomllib.loads(path.read_text("utf-8"))
    subject = written.get("subject")
    return Chat(
        name=path.stem,
        app=written["app"],
        owner=known[written.get("owner", "juno")],
        others=tuple(known[key] for key in written["with"]),
        title=written.get("title", ""),
        light=written["light"],
        misses=written.get("misses", ""),
        subject=known[subject] if subject else None,
        lines=tuple(_lines(written["talk"], known)),
    )


def _lines(talk: str, known: dict[str, Person]) -> list[Line]:
    """Messages from written talk.

    ``2026-02-09`` alone begins a day, ``15:42 mum: text`` is a message, ``[photo: x.jpg]`` for its text an attachment.
    """
    lines: list[Line] = []
    day = ""
    in_minute: Counter[str] = Counter()
    for written in talk.strip().splitlines():
        if _DAY.fullmatch(written):
            day = written
            continue
        clock, _, said = written.partition(" ")
        sender, _, text = said.partition(": ")
        second = 4 + 9 * in_minute[f"{day} {clock}"]
        in_minute[f"{day} {clock}"] += 1
        at = datetime.fromisoformat(f"{day}T{clock}:{second:02}+00:00")
        is_attachment = text.startswith("[") and text.endswith("]")
        lines.append(Line(at, known[sender], "" if is_attachment else text, _file(text) if is_attachment else ""))
    return lines


def _file(text: str) -> str:
    """The file name in ``[photo: IMG-1.jpg]``, or ``snap.jpg`` for ``[snap]``."""
    _, colon, name = text.strip("[]").partition(": ")
    return name if colon else f"{text.strip('[]')}.jpg"
