"""Loads the scenes."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from belisha.model import AccountFacts, Light, Message, Provenance

FOLDER = Path(__file__).parent


class SceneFile(NamedTuple):
    """One scene, as it stands in its file."""

    name: str
    about: str
    expect: Light
    subject: str | None
    facts: list[AccountFacts]
    messages: list[Message]


def scenes(kind: str, folder: Path = FOLDER) -> list[SceneFile]:
    """All scenes of ``concern`` or ``ordinary``."""
    return [_load(path) for path in sorted((folder / kind).glob("*.toml"))]


def _load(path: Path) -> SceneFile:
    scene = tomllib.loads(path.read_text("utf-8"))
    messages = [
        Message(
            id=str(number),
            app="scene",
            conversation=line[3] if len(line) > 3 else path.stem,
            sender=line[1],
            text=line[2],
            sent_at=datetime.fromisoformat(line[0]),
            provenance=Provenance("scene", path.name, "", f"line {number}"),
        )
        for number, line in enumerate(scene["messages"], start=1)
    ]
    facts = [
        AccountFacts(
            facts["account"], age=facts.get("age"), known_by=tuple(facts.get("known_by", ())), role=facts.get("role")
        )
        for facts in scene.get("accounts", [])
    ]
    return SceneFile(path.stem, scene["about"], Light[scene["expect"].upper()], scene.get("subject"), facts, messages)
