"""Plays a clue's example as a chat, so that the clue sees it as it would see a real one."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from belisha.clues import Example
from belisha.model import Message, Provenance, Sighting
from belisha.stream.watch import Watch

_LINE = re.compile(
    r"(?:#(?P<conversation>\S+) )?(?:\+(?P<days>\d+)d )?(?:(?P<hour>\d\d):(?P<minute>\d\d) )?(?:(?P<speaker>\w+): )?"
    r"(?P<text>.*)",
    re.DOTALL,
)
START = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)


def messages(lines: Iterable[str]) -> Iterator[Message]:
    """The messages that an example's lines stand for."""
    moment = START
    for number, line in enumerate(lines, start=1):
        parts = _LINE.fullmatch(line)
        assert parts is not None
        moment += timedelta(days=int(parts["days"] or 0), seconds=30)
        if parts["hour"]:
            moment = moment.replace(hour=int(parts["hour"]), minute=int(parts["minute"]))
        yield Message(
            id=str(number),
            app="example",
            conversation=parts["conversation"] or "chat",
            sender=parts["speaker"] or "a",
            text=parts["text"],
            sent_at=moment,
            provenance=Provenance("example", "example", "", f"line {number}"),
        )


def play(example: Example) -> list[Sighting]:
    """Everything that is seen in an example, about conversations and about accounts."""
    watch = Watch(audiences=())
    found = [sighting for noticed in watch.see_many(messages(example.lines)) for sighting in noticed.sightings]
    accounts: dict[tuple[str, str], list] = {}  # type: ignore[type-arg]
    for app, account, contact in watch.contacts():
        accounts.setdefault((app, account), []).append(contact)
    for (app, account), contacts in accounts.items():
        reading, _ = watch.see_account(app, account, contacts)
        found += [part.sighting for part in reading.because if part.sighting is not None]
    return found
